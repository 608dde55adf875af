// npm start [-- firefox|chromium] [-- URL]
// Builds the extension, finds a browser, opens it with the extension in it and a demonstration article in front, and
// stays until the browser is closed. Without a display it prints what the popup says, and where the picture of the page is.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveDemo } from './demo/serve.ts';
import { build } from './lib/build.ts';
import { type BrowserKind, findBrowser, needBrowser } from './lib/find-browser.ts';
import { popupInWords } from './lib/popup-in-words.ts';
import { withProgress } from './lib/progress.ts';
import { startProxy } from './lib/proxy.ts';
import { readingOf } from './lib/reading.ts';
import { type Extension, openSession, type Session } from './lib/session.ts';
import { Trouble } from './lib/trouble.ts';

const wanted = readArguments(process.argv.slice(2));
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await withProgress('Building the extension', build).then(run);

function readArguments(args: string[]): { kind: BrowserKind | null; url: string | null } {
  let kind: BrowserKind | null = null;
  let url: string | null = null;
  for (const arg of args) {
    if (/^firefox$/i.test(arg)) kind = 'firefox';
    else if (/^(chromium|chrome|edge)$/i.test(arg)) kind = 'chromium';
    else if (/^https?:\/\//i.test(arg) && URL.canParse(arg)) url = arg;
    else if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(arg)) url = `https://${arg}`;
    else throw new Trouble(`"${arg}" is neither firefox nor chromium nor a web address.`);
  }
  return { kind, url };
}

async function run({ folder }: { folder: string }): Promise<void> {
  const found = await needBrowser(
    wanted.kind ?? (findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox'),
  );
  // The demonstration pages lie behind the proxy; everything else goes through it to the world.
  const proxy = await startProxy({ passThrough: true });
  const [demo] = await serveDemo(proxy);
  const url = wanted.url ?? demo;
  const session = await withProgress(`Starting ${found.name}`, () =>
    openSession(found, { proxyPort: proxy.port, headless: !hasDisplay }),
  );
  const stop = () => void session.close().catch(() => undefined);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const extension = await session.install(folder);
    const page = await openPage(session, url, (host) => proxy.failures.get(host));
    if (hasDisplay) await show(session, found.name, page);
    else await tell(extension, page, url);
  } finally {
    await session.close().catch(() => undefined);
    await proxy.close();
  }
}

async function openPage(session: Session, url: string, failure: (host: string) => string | undefined): Promise<Page> {
  const page = await session.newPage();
  await page.goto(url).catch((error: Error) => {
    if (error.name === 'TimeoutError') return;
    throw new Trouble(`${url} could not be opened: ${failure(new URL(url).host) ?? error.message}`);
  });
  return page;
}

async function show(session: Session, name: string, page: Page): Promise<void> {
  console.log(`${name} shows ${page.url()} with Attaché in it.`);
  console.log('Click on the Attaché button in the toolbar (in the puzzle-piece menu at first), or press Alt+Shift+P.');
  console.log('Close the browser or press Ctrl+C here to end.');
  await new Promise<void>((done) => session.browser.once('disconnected', () => done()));
}

async function tell(extension: Extension, page: Page, url: string): Promise<void> {
  console.log(`There is no display, so this is what the popup says of ${url}:\n`);
  await withProgress('Reading the article', () => readingOf(extension, page));
  const popup = await extension.openPopup(page);
  console.log(await popupInWords(popup, process.stdout.columns || 100));
  const picture = join(await mkdtemp(join(tmpdir(), 'attache-')), 'page.png');
  await writeFile(picture, await page.screenshot({ fullPage: true }));
  await popup.close();
  console.log(`\nA picture of the page: ${picture}`);
}
