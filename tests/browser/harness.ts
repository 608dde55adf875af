// A stage for tests in real browsers: the unmodified build in real Chromium and real Firefox, pages served under a real
// host of the site list. Run one file with
//   ATTACHE_BROWSER_TESTS=1 npx vitest run tests/browser/NAME.test.ts        (ATTACHE_BROWSER=firefox for one browser)
// and write one so:
//   inEachBrowser('what is tested', (stage) => {
//     it('does this', async () => {
//       const page = await stage().open('<!doctype html>…');          // serves it and opens it in a new tab
//       const state = await stage().read(page);                       // waits until it is read
//       const popup = await stage().extension.openPopup(page);        // the real popup
//     });
//   });
// The stage is set up once for each browser and file. `expectQuiet` at the end of a test says that nobody was disturbed.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { serveDemo } from '../../scripts/demo/serve.ts';
import { build } from '../../scripts/lib/build.ts';
import { type BrowserKind, needBrowser } from '../../scripts/lib/find-browser.ts';
import { type Answer, type LocalProxy, startProxy } from '../../scripts/lib/proxy.ts';
import { pause, type Read, readingOf } from '../../scripts/lib/reading.ts';
import {
  type Extension,
  openSession,
  type Popup,
  type Session,
  type SessionOptions,
} from '../../scripts/lib/session.ts';
import { readSites } from '../../scripts/lib/sites.ts';
import { hearWitness, setUpWitness } from '../../scripts/lib/witness.ts';
import type { PageState } from '../../src/messages.ts';

export type Ready = Extract<PageState, { state: 'ready' }>;

const KINDS: BrowserKind[] = (['chromium', 'firefox'] as const).filter(
  (kind) => !process.env.ATTACHE_BROWSER || process.env.ATTACHE_BROWSER === kind,
);

export class Stage {
  readonly #errors = new Map<Page, string[]>();
  #pages = 0;

  constructor(
    readonly kind: BrowserKind,
    readonly session: Session,
    readonly extension: Extension,
    readonly proxy: LocalProxy,
    /** Addresses of the demonstration articles: reception, call, round. */
    readonly demo: readonly [string, string, string],
    /** On which the content script runs by itself. */
    readonly host: string,
  ) {}

  /** Opens an address, or serves what is given as a page of its own under the listed host and opens that. */
  async open(page: string | Answer): Promise<Page> {
    const url = typeof page === 'string' && URL.canParse(page) ? page : `http://${this.host}/test/${++this.#pages}`;
    if (url !== page) this.proxy.serve(url, typeof page === 'string' ? { body: page } : page);
    const tab = await this.session.newPage();
    const errors: string[] = [];
    this.#errors.set(tab, errors);
    tab.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
    await setUpWitness(tab);
    this.proxy.forget();
    await tab.goto(url);
    return tab;
  }

  /** Null where no content script runs. */
  read(page: Page): Promise<Read | null> {
    return readingOf(this.extension, page);
  }

  /** As `read`, of a page that is an article. */
  async ready(page: Page): Promise<Ready> {
    const state = await this.read(page);
    if (state?.state !== 'ready') throw new Error(`The page is not ready but ${JSON.stringify(state)}.`);
    return state;
  }

  /** Looks at the page's state again and again, for five seconds at most, until it is as wished. */
  async readyWhen(page: Page, wished: (state: Ready) => boolean): Promise<Ready> {
    for (const until = Date.now() + 5000; Date.now() < until; ) {
      const state = await this.read(page);
      if (state?.state === 'ready' && wished(state)) return state;
      await pause(50);
    }
    throw new Error('The page did not come into the state that was waited for.');
  }

  /** The real popup, once it says something about the page. */
  async popupSaying(page: Page, words: string | RegExp): Promise<Popup> {
    const popup = await this.extension.openPopup(page);
    const says =
      typeof words === 'string' ? (text: string) => text.includes(words) : (text: string) => words.test(text);
    let text = '';
    for (const until = Date.now() + 5000; Date.now() < until; ) {
      text = await popup.text().catch(() => '');
      if (says(text)) return popup;
      await pause(50);
    }
    await popup.close();
    throw new Error(`The popup does not say ${words} but: ${text}`);
  }

  /** How many stretches the browser itself holds in our highlights of a type. */
  marked(page: Page, type: 'person' | 'country' | 'organization'): Promise<number> {
    return page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `attache-${type}`);
  }

  /** No error on the page or in the extension, no request but the page's own, the DOM as the page left it. */
  async expectQuiet(page: Page, own: string[] = [page.url()]): Promise<void> {
    const testimony = await hearWitness(page);
    expect(testimony.now).toBe(testimony.before);
    expect(this.#errors.get(page)).toEqual([]);
    expect(await this.extension.errors()).toEqual([]);
    const known = [...own, ...own.map((url) => new URL('/favicon.ico', url).href)];
    const others = this.proxy.requests.filter(({ method, url }) => method !== 'CONNECT' && !known.includes(url));
    // Browsers ask their makers for this and that; those never name a page of ours.
    expect(others.filter(({ host }) => !/\.(google|googleapis|mozilla|firefox)\.(com|net|org)$/.test(host))).toEqual(
      [],
    );
  }

  async closePages(): Promise<void> {
    await Promise.all([...this.#errors.keys()].map((page) => page.close().catch(() => undefined)));
    this.#errors.clear();
  }
}

export function inEachBrowser(
  name: string,
  tests: (stage: () => Stage) => void,
  options?: Partial<SessionOptions>,
): void {
  describe.each(KINDS)(`${name}, in %s`, (kind) => {
    let stage: Stage | null = null;
    beforeAll(async () => {
      stage = await setStage(kind, options);
    }, 60_000);
    afterEach(() => stage?.closePages());
    afterAll(async () => {
      await stage?.session.close();
      await stage?.proxy.close();
    });
    tests(() => stage!);
  });
}

async function setStage(kind: BrowserKind, options: Partial<SessionOptions> = {}): Promise<Stage> {
  const [{ folder }, found, sites] = await Promise.all([build(), needBrowser(kind), readSites()]);
  const proxy = await startProxy();
  const demo = (await serveDemo(proxy)) as [string, string, string];
  const session = await openSession(found, { proxyPort: proxy.port, headless: true, ...options });
  const extension = await session.install(folder);
  return new Stage(kind, session, extension, proxy, demo, sites[0]!.host);
}
