import { serveDemo } from './demo/serve.ts';
import { build } from './lib/build.ts';
import { needBrowser } from './lib/find-browser.ts';
import { startProxy } from './lib/proxy.ts';
import { readingOf } from './lib/reading.ts';
import { openSession } from './lib/session.ts';
const { folder } = await build();
const proxy = await startProxy();
const urls = await serveDemo(proxy);
const session = await openSession(await needBrowser('chromium'), { proxyPort: proxy.port, headless: true });
try {
  const ext = await session.install(folder);
  const page = await session.newPage();
  for (const url of urls) {
  await page.goto(url);
  const r = await readingOf(ext, page);
  console.log(JSON.stringify(r?.state === 'ready' && r.analysis.meetings.map(m=>({...m,evidence:0})), null, 0));
  }
  const popup = await ext.openPopup(page);
  await new Promise((r) => setTimeout(r, 300));
  console.log((await popup.evaluate(() => document.querySelector('.card-facts')?.outerHTML)));
  console.log(await ext.errors());
} finally { await session.close(); await proxy.close(); }
