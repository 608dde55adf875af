// The article in an HTML file, found by the page's own rules in a jsdom document, for the command line.
import { JSDOM } from 'jsdom';
import type { PlainArticle } from '../../src/engine/plain-text.ts';
import { readArticle } from '../../src/page/article.ts';
import { declaredLooks } from '../../src/page/looks.ts';
import { Slices } from '../../src/page/slices.ts';

/** The article and its text as one: blocks parted by an empty line. Null when the page holds none. */
export async function readHtmlArticle(html: string): Promise<(PlainArticle & { text: string }) | null> {
  const { document } = new JSDOM(html).window;
  const found = await readArticle(document, declaredLooks, new Slices());
  if (!found.ok) return null;
  const offsets: number[] = [];
  let text = '';
  for (const block of found.article.blocks) {
    if (text) text += '\n\n';
    offsets.push(text.length);
    text += block.text;
  }
  return { article: found.article, offsets, text };
}
