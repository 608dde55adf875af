// What `npm run inspect` does: opens a page in a real browser with the built extension and reports what the extension
// made of it, how long it took, and whether the page was left as it was.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Analysis } from '../../src/engine/analysis.ts';
import type { Timings } from '../../src/messages.ts';
import { build } from './build.ts';
import { type BrowserKind, needBrowser } from './find-browser.ts';
import { localPage } from './local-page.ts';
import { fromCaller } from './paths.ts';
import { withProgress } from './progress.ts';
import { type LocalProxy, startProxy } from './proxy.ts';
import { pause, type Read, readingOf } from './reading.ts';
import { openSession, type Session } from './session.ts';
import { matchPattern, readSites } from './sites.ts';
import { Trouble } from './trouble.ts';
import { hearWitness, isUnchanged, setUpWitness, type Testimony } from './witness.ts';

/** Printed as JSON; tools outside the project read it. */
export interface Inspection {
  analysis: Analysis | null;
  /** The text of the article's blocks with a blank line between; empty when there is no article. */
  articleText: string;
  /** How many stretches of text are marked. */
  painted: number;
  timings: Timings | Record<keyof Timings, null>;
  domUnchanged: boolean;
  /** Uncaught errors that the page does not throw without the extension. */
  pageErrors: string[];
  /** Addresses that nobody asked for without the extension; hosts alone where the request was encrypted. */
  requests: string[];
}

export interface InspectOptions {
  /** An http(s) address or the path of a file. */
  target: string;
  browser: BrowserKind;
  /** Absolute path of a PNG to write, or null. */
  screenshot: string | null;
}

/** Milliseconds that a page may take to load; it is read all the same when it takes longer. */
const LOAD = 30_000;
/** Milliseconds in which nothing more happens before a page counts as settled. */
const SETTLED = 400;
const NO_TIMINGS = { articleMs: null, analyzeMs: null, paintMs: null, longestTaskMs: null };

/** What the browsers ask their makers for by themselves, whatever page is open. */
const BROWSERS_OWN =
  /^(accounts\.google\.com|detectportal\.firefox\.com|update\.googleapis\.com|clients2\.google\.com|(content-signature-2\.cdn|firefox\.settings\.services|push\.services|contile\.services)\.mozilla\.(com|net))(:443)?$/;

interface Visit {
  read: Read | null;
  testimony: Testimony;
  errors: string[];
  requests: string[];
  /** Milliseconds. */
  took: number;
  page: Page;
}

export async function inspect(options: InspectOptions): Promise<Inspection> {
  const isLive = /^https?:\/\//i.test(options.target);
  const file = isLive ? null : await localPage(pathOf(options.target));
  const [built, found, sites] = await Promise.all([
    withProgress('Building the extension', build),
    needBrowser(options.browser),
    readSites(),
  ]);
  const url = file ? `http://${sites[0]?.host}/${file.name}` : options.target;
  const proxy = await startProxy({ passThrough: isLive });
  if (file) proxy.serve(url, file.answer);
  const listed = sites.some((site) => site.host === new URL(url).hostname);
  const folder = listed ? built.folder : await withHost(built.folder, new URL(url).hostname);
  let session: Session | null = null;
  try {
    session = await openSession(found, { proxyPort: proxy.port, headless: true });
    return await withProgress(`Reading ${options.target}`, () =>
      report(session!, folder, proxy, url, options.screenshot),
    );
  } finally {
    await session?.close();
    await proxy.close();
    if (folder !== built.folder) await rm(folder, { recursive: true, force: true });
  }
}

async function report(
  session: Session,
  folder: string,
  proxy: LocalProxy,
  url: string,
  screenshot: string | null,
): Promise<Inspection> {
  const extension = await session.install(folder);
  const visit = await open(session, proxy, url, (page) => readingOf(extension, page));
  const { read } = visit;
  if (screenshot) await writeFile(screenshot, await visit.page.screenshot({ fullPage: true }));
  for (const error of await extension.errors()) process.stderr.write(`The extension reports: ${error}\n`);
  if (read?.state === 'error') throw new Trouble(`The page could not be read: ${read.message}`);

  // The page is looked at without the extension only where there is something to explain.
  let aloneOnce: Promise<Visit> | null = null;
  const alone = () => {
    aloneOnce ??= (async () => {
      await session.browser.uninstallExtension(extension.id);
      return open(session, proxy, url, null, visit.took);
    })();
    return aloneOnce;
  };
  const less = async (ours: string[], of: (visit: Visit) => string[]) => {
    if (ours.length === 0) return [];
    const theirs = new Set(of(await alone()));
    return [...new Set(ours)].filter((one) => !theirs.has(one));
  };
  // Browsers try https before http, and ask for the site's icon.
  const navigation = [withoutQuery(url), `${new URL(url).hostname}:443`, new URL('/favicon.ico', url).href];
  const asked = visit.requests.filter((request) => !navigation.includes(request));
  const ready = read?.state === 'ready' ? read : null;
  return {
    analysis: ready?.analysis ?? null,
    articleText: ready?.blocks.map((block) => block.text).join('\n\n') ?? '',
    painted: ready?.painted ?? 0,
    timings: ready?.timings ?? NO_TIMINGS,
    domUnchanged: await isUnchanged(visit.testimony, async () => (await alone()).testimony),
    pageErrors: await less(visit.errors, ({ errors }) => errors),
    requests: await less(asked, ({ requests }) => requests),
  };
}

/**
 * Opens the address in a tab of its own and waits until it has been read and has settled; without a reader, for as long
 * as a visit with one took.
 */
async function open(
  session: Session,
  proxy: LocalProxy,
  url: string,
  reader: ((page: Page) => Promise<Read | null>) | null,
  wait = 0,
): Promise<Visit> {
  const page = await session.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  await setUpWitness(page);
  proxy.forget();
  const began = Date.now();
  await page.goto(url, { timeout: LOAD }).catch((error: Error) => {
    const { host } = new URL(url);
    const why = proxy.failures.get(host) ?? error.message.replace(/ at \S+$/, '');
    // A page whose last picture never comes is there all the same.
    if (error.name !== 'TimeoutError' || page.url() === 'about:blank')
      throw new Trouble(`${url} could not be opened: ${why}`);
  });
  let read: Read | null = null;
  if (reader) {
    // What was read first may change while the page settles: the newest word counts.
    read = await reader(page);
    await settle(page);
    if (read) read = (await reader(page)) ?? read;
  } else await pause(began + wait - Date.now());
  const testimony = await hearWitness(page);
  const took = Date.now() - began;
  const asked = proxy.requests.filter(({ host }) => !BROWSERS_OWN.test(host));
  const requests = asked.map(({ method, url }) => (method === 'CONNECT' ? url : withoutQuery(url)));
  return { read, testimony, errors, requests, took, page };
}

/** Waits until the DOM stays as it is, for two seconds at most: some pages never rest. */
async function settle(page: Page): Promise<void> {
  let last = '';
  for (const until = Date.now() + 2000; Date.now() < until; ) {
    const { now } = await hearWitness(page);
    if (now === last) return;
    last = now;
    await pause(SETTLED);
  }
}

function pathOf(target: string): string {
  if (/^file:\/\//i.test(target)) return fileURLToPath(target);
  if (/^[a-z][a-z0-9+.-]+:/i.test(target) && !/^[a-z]:[\\/]/i.test(target)) {
    throw new Trouble(`${target}: only http and https addresses and files can be inspected.`);
  }
  return fromCaller(target);
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/, '');

/** A copy of the extension that also runs by itself on a host outside the site list, where a reader would click. */
async function withHost(folder: string, host: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'attache-'));
  await cp(folder, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.content_scripts[0].matches.push(matchPattern(host));
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}
