// Puts the demonstration articles on a real host of the site list, behind the local proxy, so that the unmodified
// manifest lets the content script in.
import type { LocalProxy } from '../lib/proxy.ts';
import { readSites } from '../lib/sites.ts';
import { DEMO_ARTICLES } from './articles.ts';
import { demoPage, demoPath } from './page.ts';

/** The addresses of the articles, in their order. */
export async function serveDemo(proxy: LocalProxy): Promise<[string, ...string[]]> {
  const [site] = await readSites();
  const addressOf = (path: string) => `http://${site?.host}${path}`;
  for (const article of DEMO_ARTICLES) proxy.serve(addressOf(demoPath(article)), { body: demoPage(article) });
  const [first, ...others] = DEMO_ARTICLES;
  return [addressOf(demoPath(first)), ...others.map((article) => addressOf(demoPath(article)))];
}
