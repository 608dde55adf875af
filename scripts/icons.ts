// `node scripts/run.mjs icons`: renders icons/icon.svg into the PNGs that the manifest names, in a real Chromium. The
// PNGs are kept in the repository, so this is only needed when the drawing changes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './lib/find-browser.ts';
import { projectRoot } from './lib/paths.ts';

/** Pixels: 16 and 32 for the toolbar, 48 for the list of extensions, 128 for the stores. */
const SIZES = [16, 32, 48, 128];

const folder = join(projectRoot(), 'icons');
const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
const { path } = await needBrowser('chromium');
const browser = await puppeteer.launch({
  executablePath: path,
  // Chromium's sandbox does not start for root.
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage();
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<body style="margin:0"><img src="${source}" width="${size}" height="${size}"></body>`);
    const png = await page.screenshot({ type: 'png', omitBackground: true });
    await writeFile(join(folder, `${size}.png`), png);
    console.log(`icons/${size}.png: ${png.length} bytes`);
  }
} finally {
  await browser.close();
}
