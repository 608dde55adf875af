// The saved pages of tests/page/fixtures: written for this project after the structures of real sites, in words of our
// own. In the articles, `data-gold` marks what belongs to the text, and a JSON script says what else is expected.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

export interface Expected {
  title: string;
  published: string | null;
  source: string | null;
  language: string | null;
}

export interface Fixture {
  name: string;
  html: string;
  type: 'text/html' | 'application/xhtml+xml';
}

export function fixtures(folder: 'articles' | 'others'): Fixture[] {
  return readdirSync(join(FIXTURES, folder))
    .sort()
    .map((name) => ({
      name,
      html: readFileSync(join(FIXTURES, folder, name), 'utf8'),
      type: name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'text/html',
    }));
}

export function load({ html, type }: Pick<Fixture, 'html' | 'type'>, url = 'https://news.example/world/story'): JSDOM {
  const dom = new JSDOM(html, { url, contentType: type, virtualConsole: new VirtualConsole() });
  // jsdom does not know declarative shadow roots.
  for (const template of dom.window.document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
    template.remove();
  }
  return dom;
}

export function expectedOf(document: Document): Expected {
  return JSON.parse(document.getElementById('expected')?.textContent ?? '') as Expected;
}

/** What `data-gold` marks, in the order of the page: found without anything of the code under test. */
export function goldText(document: Document): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    if (element.hasAttribute('data-gold')) {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll('.none')) hidden.remove();
      for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
      texts.push(copy.textContent ?? '');
    } else if (element.localName === 'slot') {
      const host = (element.getRootNode() as ShadowRoot).host;
      const name = element.getAttribute('name') ?? '';
      for (const child of host.children) if ((child.getAttribute('slot') ?? '') === name) visit(child);
    } else for (const child of (element.shadowRoot ?? element).childNodes) visit(child);
  };
  visit(document.body);
  return texts.join('\n').replace(/[\u00ad\u200b]/g, '');
}

export function words(text: string): string[] {
  // Without spaces between words, each character counts as one.
  return text.toLowerCase().match(/[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}]+/gu) ?? [];
}

/** Of the words of two texts, counted: 1 when they are the same. */
export function wordF1(gold: string, found: string): number {
  const want = words(gold);
  const have = words(found);
  const counts = new Map<string, number>();
  for (const word of want) counts.set(word, (counts.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of have) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      hits++;
      counts.set(word, left - 1);
    }
  }
  return want.length + have.length === 0 ? 1 : (2 * hits) / (want.length + have.length);
}
