// npm run screenshots
// Photographs the real extension at work on the demonstration articles: page and popup, in both browsers, by day and by
// night, into dist/screenshots; and the picture of the README, icons/screenshot.png, from the first of them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { serveDemo } from './demo/serve.ts';
import { build } from './lib/build.ts';
import { findBrowser, needBrowser } from './lib/find-browser.ts';
import { kb } from './lib/package.ts';
import { projectRoot } from './lib/paths.ts';
import { withProgress } from './lib/progress.ts';
import { type LocalProxy, startProxy } from './lib/proxy.ts';
import { pause, readingOf } from './lib/reading.ts';
import { openSession } from './lib/session.ts';
import { Trouble } from './lib/trouble.ts';

/** The README's picture is fetched with the page that shows it. Bytes. */
const BUDGET = 300 * 1024;
/** CSS pixels. */
const WINDOW = { width: 1280, height: 880 };

const root = projectRoot();
const shots = join(root, 'dist/screenshots');
await mkdir(shots, { recursive: true });
const { folder } = await withProgress('Building the extension', build);
const proxy = await startProxy();
const urls = await serveDemo(proxy);
try {
  for (const kind of ['chromium', 'firefox'] as const) {
    if (kind === 'firefox' && !findBrowser(kind)) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await withProgress(`${kind}, ${colorScheme}`, () => photograph(kind, colorScheme, proxy));
    }
  }
} finally {
  await proxy.close();
}

async function photograph(
  kind: 'chromium' | 'firefox',
  colorScheme: 'light' | 'dark',
  proxy: LocalProxy,
): Promise<void> {
  const found = await needBrowser(kind);
  const session = await openSession(found, { proxyPort: proxy.port, headless: true, colorScheme, ...WINDOW });
  try {
    const extension = await session.install(folder);
    for (const [index, url] of urls.entries()) {
      const page = await session.newPage();
      await page.goto(url);
      await readingOf(extension, page);
      const popup = await extension.openPopup(page);
      // Fonts and flags settle.
      await pause(600);
      const images = { page: await page.screenshot(), popup: await popup.screenshot() };
      await popup.close();
      const name = `${kind}-${colorScheme}-${index + 1}`;
      await save(join(shots, `${name}-page.png`), images.page);
      await save(join(shots, `${name}-popup.png`), images.popup);
      if (kind === 'chromium' && colorScheme === 'light' && index === 0) {
        await savePicture(await compose(await session.newPage(), images));
      }
    }
  } finally {
    await session.close();
  }
}

/** The popup over the page, as a reader sees it. */
async function compose(page: Page, images: { page: Uint8Array; popup: Uint8Array }): Promise<Uint8Array> {
  const source = (image: Uint8Array) => `data:image/png;base64,${Buffer.from(image).toString('base64')}`;
  await page.setContent(`<!doctype html><style>
    html { background: url(${source(images.page)}) 0 0 / ${WINDOW.width}px no-repeat; }
    body { margin: 0; height: ${WINDOW.height}px; overflow: hidden; }
    img { position: absolute; top: 10px; right: 14px; border-radius: 10px; box-shadow: 0 8px 34px #0007, 0 0 0 1px #0002; }
  </style><img alt="" src="${source(images.popup)}">`);
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  return page.screenshot();
}

async function savePicture(picture: Uint8Array): Promise<void> {
  if (picture.length > BUDGET) {
    throw new Trouble(`The README's picture weighs ${kb(picture.length)}; its budget is ${kb(BUDGET)}.`);
  }
  await save(join(root, 'icons/screenshot.png'), picture);
}

async function save(path: string, image: Uint8Array): Promise<void> {
  await writeFile(path, image);
  console.log(`${relative(root, path)} (${kb(image.length)})`);
}
