// The page in real Chromium and real Firefox, with the unmodified build: fixtures under a host of the site list, what
// pages do to us while we are there, and that they find nothing changed.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/lib/build.ts';
import { type BrowserKind, needBrowser } from '../../scripts/lib/find-browser.ts';
import { type Proxy, startProxy } from '../../scripts/lib/proxy.ts';
import { pause, readingOf } from '../../scripts/lib/reading.ts';
import { type Extension, openSession, type Session } from '../../scripts/lib/session.ts';
import { hearWitness, setUpWitness } from '../../scripts/lib/witness.ts';
import type { PageState } from '../../src/messages.ts';
import { expectedOf, fixtures, goldText, load, wordF1 } from '../page/fixtures.ts';
import * as pages from './page-samples.ts';

const HOST = 'http://news.un.org';
const KINDS: BrowserKind[] = ['chromium', 'firefox'];

type Ready = Extract<PageState, { state: 'ready' }>;

describe.each(KINDS)('the page in %s', (kind) => {
  let proxy: Proxy;
  let session: Session;
  let extension: Extension;
  let page: Page;

  beforeAll(async () => {
    const { folder } = await build();
    proxy = await startProxy();
    session = await openSession(await needBrowser(kind), {
      proxyPort: proxy.port,
      headless: true,
      width: 1000,
      height: 700,
    });
    extension = await session.install(folder);
    page = await session.newPage();
    await setUpWitness(page);
  }, 60_000);

  afterAll(async () => {
    await session?.close();
    await proxy?.close();
  });

  async function open(html: string, path = '/en/story', type = 'text/html; charset=utf-8'): Promise<void> {
    proxy.serve(`${HOST}${path}`, { body: html, type });
    await page.goto(`${HOST}${path}`, { waitUntil: 'load' });
  }

  const state = () => readingOf(extension, page);

  async function ready(): Promise<Ready> {
    const read = await state();
    if (read?.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(read)}`);
    return read;
  }

  /** Asks again and again until it holds: what follows a change of the page comes a moment later. */
  async function eventually(holds: (ready: Ready) => boolean, patience = 4000): Promise<Ready> {
    const until = Date.now() + patience;
    for (;;) {
      const read = await state();
      if (read?.state === 'ready' && holds(read)) return read;
      if (Date.now() > until) throw new Error(`still ${JSON.stringify(read).slice(0, 600)}`);
      await pause(40);
    }
  }

  const names = (read: Ready): string[] =>
    read.analysis.entities.filter((e) => e.type === 'country').map((e) => e.name);

  /** Sizes of our highlights as the page sees them, all types together. */
  const marked = (): Promise<number> =>
    page.evaluate(() => {
      const sizes = ['person', 'country', 'organization'].map(
        (type) => CSS.highlights.get(`attache-${type}`)?.size ?? 0,
      );
      return sizes.reduce((a, b) => a + b, 0);
    });

  describe.each(fixtures('articles'))('$name', ({ name, html, type }) => {
    it('is read, marked and left as it is', async () => {
      const { document } = load({ html, type }).window;
      proxy.forget();
      await open(html, `/en/${name}`, `${type}; charset=utf-8`);
      const { analysis, blocks, painted, timings } = await ready();
      const { title, published, source, language } = analysis.article;
      expect({ title, published, source, language }).toEqual(expectedOf(document));
      const text = blocks.filter((block) => block.kind !== 'title').map((block) => block.text);
      expect(wordF1(goldText(document), text.join('\n'))).toBeGreaterThanOrEqual(0.97);
      expect(painted).toBe(analysis.mentions.length);
      expect(timings.longestTaskMs).toBeLessThan(50);
      await pause(100);
      const { before, now } = await hearWitness(page);
      expect(now).toBe(before);
      expect(await marked()).toBeGreaterThanOrEqual(painted);
      // The page's own document, pictures and icon; nothing that the extension asked for.
      for (const { origin, host } of proxy.requests) {
        if (host.startsWith('news.un.org')) expect(origin ?? '').not.toContain('extension');
      }
    });
  });

  it.each(fixtures('others'))('$name is left alone', async ({ name, html }) => {
    await open(html, name === 'front-page.html' ? '/' : `/en/${name}`);
    expect((await state())?.state).toBe('none');
    expect(await marked()).toBe(0);
    const { before, now } = await hearWitness(page);
    expect(now).toBe(before);
  });

  it('marks the words that the analysis names, over tags and soft hyphens', async () => {
    await open(
      pages.article([
        'The <b>Nor</b>wegian minis&shy;ter left <i>Nor<wbr>way</i> for   Chi&shy;le,<br>and spoke about ships with all who would listen to her there.',
        ...pages.TALKS,
      ]),
    );
    const { analysis, blocks } = await ready();
    const texts = analysis.mentions.map((m) => blocks[m.block]!.text.slice(m.start, m.end));
    expect(texts).toEqual(expect.arrayContaining(['Norwegian', 'Norway', 'Chile']));
    if (kind === 'firefox') return; // It throws when a highlight is iterated.
    const shown = await page.evaluate(() => {
      const ranges = ['person', 'country', 'organization'].flatMap((type) => {
        const highlight = CSS.highlights.get(`attache-${type}`) as unknown as Iterable<StaticRange> | undefined;
        return highlight ? [...highlight] : [];
      });
      return ranges.map((range) => range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset));
    });
    expect(shown).toEqual(expect.arrayContaining(['Nor', 'wegian', 'Nor', 'way', 'Chi\u00adle']));
  });

  it('repaints at once when the mode changes', async () => {
    const mode = (value: string) =>
      extension.evaluate(async (name) => {
        const api = globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } };
        await api.chrome.storage.local.set({ settings: { mode: name } });
      }, value);
    await open(pages.article(pages.TALKS));
    const all = (await ready()).painted;
    await mode('off');
    await eventually((read) => read.painted === 0);
    expect(await marked()).toBe(0);
    await mode('countries');
    await eventually((read) => read.painted > 0);
    await mode('all');
    await eventually((read) => read.painted === all);
  });

  it('follows a paragraph that changes, one that is added, and text nodes that are replaced', async () => {
    await open(pages.article(pages.TALKS));
    await ready();
    await page.evaluate(() => {
      document.querySelectorAll('p')[1]!.firstChild!.nodeValue =
        'Samoa and Fiji sent envoys to the talks, which went on until late in the evening.';
    });
    await eventually((read) => names(read).includes('Samoa') && !names(read).includes('Kenya'));
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent =
        'Later in the day Portugal joined the talks as well, and Paraguay sent a letter of good wishes to the host.';
      document.querySelector('article')!.append(paragraph);
    });
    const grown = await eventually((read) => names(read).includes('Paraguay'));
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('p')) paragraph.replaceChildren(paragraph.textContent!);
    });
    await pause(800);
    expect((await ready()).painted).toBe(grown.painted);
    expect(await marked()).toBe(grown.painted);
  });

  it('follows a single-page site from article to article, and to a page without one', async () => {
    await open(pages.article(pages.TALKS));
    await ready();
    await page.evaluate((html) => {
      history.pushState({}, '', '/en/railway');
      document.querySelector('main')!.innerHTML = html;
    }, pages.body(pages.RAILWAY));
    const next = await eventually((read) => names(read).includes('Mongolia'));
    expect(next.analysis.article.url).toBe(`${HOST}/en/railway`);
    await page.evaluate(() => {
      document.querySelector('main')!.innerHTML = '<p>Nothing here.</p>';
      history.pushState({}, '', '/en/nothing');
    });
    await pause(1000);
    expect(await state()).toMatchObject({ state: 'none' });
    expect(await marked()).toBe(0);
  });

  it('finds an article that comes late', async () => {
    await open(pages.late(pages.TALKS, 1200));
    expect(await state()).toMatchObject({ state: 'none' });
    await eventually((read) => names(read).includes('Chile'), 8000);
  });

  it('is there again after the way back', async () => {
    await open(pages.article(pages.TALKS));
    await ready();
    await open(pages.article(pages.RAILWAY), '/en/railway');
    await ready();
    await page.goBack();
    const back = await eventually((read) => names(read).includes('Chile'));
    expect(await marked()).toBe(back.painted);
  });

  it('is set again where the page cleared the registry', async () => {
    await open(pages.article([...pages.TALKS, ...pages.RAILWAY, ...pages.TALKS, ...pages.RAILWAY]));
    const { painted } = await ready();
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.body.style.paddingBottom = '3000px';
    });
    expect(await marked()).toBe(0);
    await pause(1100);
    await page.evaluate(() => window.scrollTo(0, 200));
    await pause(300);
    expect(await marked()).toBe(painted);
  });

  it('works on pages that patch what they can reach', async () => {
    await open(pages.hostile(pages.TALKS));
    expect(names(await ready())).toContain('Chile');
  });

  it('works under the strictest policy', async () => {
    await open(pages.strict(pages.TALKS));
    const { painted } = await ready();
    expect(await marked()).toBe(painted);
  });

  it.each([
    // Chromium's own layout does not survive 5,000 boxes in each other, with or without us.
    ['deep', pages.deep(kind === 'firefox' ? 5000 : 1500), 'ready'],
    ['of many text nodes', pages.pieces(50_000), 'ready'],
    [
      'of 2 MB',
      pages.article(Array.from({ length: 6500 }, (_, i) => `${pages.TALKS[i % 3]} ${pages.RAILWAY[i % 3]} ${i}`)),
      'ready',
    ],
    ['of one paragraph without end', pages.article([pages.TALKS[0]!.repeat(45_000)]), 'none'],
  ] as const)(
    'bears a page %s',
    async (_, html, outcome) => {
      await open(html);
      const read = await readingOf(extension, page, 60_000);
      expect(read?.state).toBe(outcome);
      if (read?.state === 'ready') expect(read.timings.longestTaskMs).toBeLessThan(50);
    },
    90_000,
  );

  it('jumps to a mention far down the page and flashes it', async () => {
    await open(
      pages.article([
        ...Array.from(
          { length: 60 },
          () => 'Nothing of note was said in this part of the long day, which went by without a word for the press.',
        ),
        ...pages.TALKS,
      ]),
    );
    const { analysis } = await ready();
    const chile = analysis.entities.find((entity) => entity.name === 'Chile')!;
    expect(await extension.ask(page, { type: 'jump', target: { entity: chile.id } })).toEqual({
      at: 1,
      of: chile.mentions,
    });
    await pause(900);
    const seen = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent!.includes('Chile'))!;
      const { top, bottom } = paragraph.getBoundingClientRect();
      return { inSight: top >= 0 && bottom <= innerHeight, flash: CSS.highlights.get('attache-flash')?.size ?? 0 };
    });
    expect(seen).toEqual({ inSight: true, flash: 1 });
    await pause(1500);
    expect(await page.evaluate(() => CSS.highlights.has('attache-flash'))).toBe(false);
  });

  it('has reported no error anywhere', async () => {
    expect(await extension.errors()).toEqual([]);
  });
});
