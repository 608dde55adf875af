// Watches what happens to a page's DOM, to tell whether the extension changed it. Everything here runs in the page, in
// its own world and without touching its DOM: a witness set up before the page's first script.
//
// How it is told apart from what the page does to itself:
//  1. The content script runs at document_idle, which comes after DOMContentLoaded. If the DOM serialises alike at
//     DOMContentLoaded and after tagging, nobody changed it, the extension included.
//  2. If not, the page may have done it: it is loaded again without the extension and left as long. If it then
//     serialises like the page with the extension, the extension added nothing.
//  3. Pages that differ from load to load (clocks, ids made at random) pass neither. For them the kinds of changes are
//     compared: each mutation record is put into words without text, values or positions, and the extension is cleared
//     when the page with it saw no kind of change that the page alone does not make.
import type { Page } from 'puppeteer-core';

export interface Testimony {
  /** The DOM at DOMContentLoaded; null when the document was there before the witness. */
  before: string | null;
  now: string;
  kinds: string[];
}

/** Before the page is opened. */
export async function setUpWitness(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(witness);
}

export async function hearWitness(page: Page): Promise<Testimony> {
  return page.evaluate(() => {
    const seen = (globalThis as never as Record<symbol, (() => Testimony) | undefined>)[Symbol.for('attache.witness')];
    return seen?.() ?? { before: null, now: '', kinds: [] };
  });
}

function witness(): void {
  const kinds = new Set<string>();
  let before: string | null = null;

  /** Elements with their attributes in order, text, comments, templates and open shadow roots. */
  const serialise = (node: Node): string => {
    if (node instanceof Text) return JSON.stringify(node.data);
    if (node instanceof Comment) return `<!--${node.data}-->`;
    const inside = (parent: Node) => Array.from(parent.childNodes, serialise).join('');
    if (!(node instanceof Element)) return `[${node.nodeName}]${inside(node)}`;
    const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('');
    const shadow = node.shadowRoot ? `#shadow{${inside(node.shadowRoot)}}` : '';
    const template = node instanceof HTMLTemplateElement ? `#content{${inside(node.content)}}` : '';
    return `<${node.nodeName}${attributes}>${shadow}${template}${inside(node)}</>`;
  };

  const where = (node: Node): string => {
    const names: string[] = [];
    for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
      names.push(at.nodeName);
    return names.join('<');
  };
  const names = (nodes: NodeList) => [...new Set(Array.from(nodes, (node) => node.nodeName))].sort().join(',');
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      kinds.add(`${type} ${where(target)} ${attributeName ?? ''} +${names(addedNodes)} -${names(removedNodes)}`);
    }
  });
  const observe = (root: Node) =>
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });

  document.addEventListener(
    'DOMContentLoaded',
    () => {
      before = serialise(document);
      observe(document);
      for (const element of document.querySelectorAll('*')) if (element.shadowRoot) observe(element.shadowRoot);
    },
    { once: true, capture: true },
  );
  Object.defineProperty(globalThis, Symbol.for('attache.witness'), {
    value: () => ({ before, now: serialise(document), kinds: [...kinds] }),
  });
}

/** See the head of this file; `alone` is asked for only when it is needed. */
export async function isUnchanged(withUs: Testimony, alone: () => Promise<Testimony>): Promise<boolean> {
  if (withUs.before === withUs.now) return true;
  const without = await alone();
  if (without.now === withUs.now) return true;
  // Kinds of changes excuse nothing on a page that is the same from load to load and only differs with the extension.
  if (without.before === withUs.before && without.before === without.now) return false;
  const known = new Set(without.kinds);
  return withUs.kinds.every((kind) => known.has(kind));
}
