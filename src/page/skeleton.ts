// Asks Readability which runs belong to the article. It is given a small document of our own in which each run is one
// element: Readability works on many thousand inline elements and on megabytes of text otherwise, in one long task.
import { Readability } from '@mozilla/readability';
import type { Box, Boxes, Run } from './boxes.ts';
import type { Slices } from './slices.ts';

/** Readability weighs a paragraph by its length (up to 300) and its commas; more of a text changes nothing but the cost. */
const MAX_TEXT = 1200;
/** Of very many paragraphs in a row, the first and the last stand for all. */
const MAX_SIBLINGS = 80;
const LAST_SIBLINGS = 10;
/** Deeper boxes are put flat into the box at this depth: nothing is told by being nested a thousand times. */
const MAX_DEPTH = 48;
const ORDER = 'data-run';

/** Tags that Readability has an opinion about; anything else shown as a block is a `div` to it. */
const KEPT_TAGS = new Set(
  (
    'address article aside blockquote center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'li main ol p pre section summary table tbody td tfoot th thead tr ul fieldset'
  ).split(' '),
);
const COPIED = ['class', 'id', 'role', 'itemprop', 'rel'];
const MARK_TAGS = { picture: 'img', frame: 'iframe', input: 'input' } as const;

/** So much text (code units) is an article's. Readability's own 500 is for essays: a readout of a call may have 300. */
const ENOUGH = 250;
/** Readability's sieves, from all of them to none (its flags for unlikely names, weights of classes, and cleaning). */
const SIEVES = [0x7, 0x6, 0x4, 0x0];

/**
 * The runs that Readability takes for the article's, by their order in the page; empty when it finds none. Where a sieve
 * leaves too little, the next, coarser one is tried; here and not by Readability itself, which would do it in one task.
 * Throws `Stopped` when its slices are stopped.
 * @param title a headline like it is left out by Readability, as it is shown apart: ours is found elsewhere.
 */
export async function chooseRuns(
  boxes: Boxes,
  title: string,
  implementation: DOMImplementation,
  slices: Slices,
): Promise<Set<number>> {
  let best = new Set<number>();
  let bestLength = 0;
  if (boxes.root.length - boxes.root.linked < ENOUGH / 2) return best;
  for (const sieve of SIEVES) {
    await slices.pause();
    const skeleton = new Skeleton(implementation.createHTMLDocument(title));
    skeleton.fill(boxes.root);
    if (slices.due()) await slices.pause();
    const chosen = skeleton.choose(sieve);
    let length = 0;
    for (const order of chosen) length += boxes.runs[order]!.text.text.length;
    if (length > bestLength) [best, bestLength] = [chosen, length];
    if (length >= ENOUGH) break;
  }
  return best;
}

class Skeleton {
  readonly document: Document;
  /** Runs that were left out of the document, each with the one that stands for it. */
  readonly standIns: [number, number][] = [];

  constructor(document: Document) {
    this.document = document;
  }

  choose(sieve: number): Set<number> {
    const reader = new Readability<Node>(this.document, {
      serializer: (element) => element,
      keepClasses: true,
      disableJSONLD: true,
      // Anything is enough: it shall not try again by itself.
      charThreshold: 1,
    });
    (reader as unknown as { _flags: number })._flags = sieve;
    const content = reader.parse()?.content as Element | null | undefined;
    const chosen = new Set<number>();
    for (const element of content?.querySelectorAll(`[${ORDER}]`) ?? []) {
      chosen.add(Number(element.getAttribute(ORDER)));
    }
    for (const [run, standIn] of this.standIns) if (chosen.has(standIn)) chosen.add(run);
    return chosen;
  }

  fill(root: Box): void {
    const stack: { box: Box; into: Element }[] = [{ box: root, into: this.document.body }];
    this.#copyAttributes(root.element, this.document.body);
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { box, into } = next;
      for (const child of this.#sample(box)) {
        if (typeof child === 'string') {
          const mark = this.document.createElement(MARK_TAGS[child]);
          // Without any of the attributes of a picture, Readability takes it for a place holder. Nothing is loaded:
          // this document is shown nowhere, and the address is empty.
          if (child === 'picture') mark.setAttribute('src', '');
          into.append(mark);
        } else if (child.kind === 'run') this.#append(child, into, box);
        else if (child.length === 0 && child.children.length === 0) continue;
        else if (isNavigation(child)) continue;
        else {
          const element = child.depth > MAX_DEPTH ? into : this.#open(child, into);
          stack.push({ box: child, into: element });
        }
      }
    }
  }

  #open(box: Box, into: Element): Element {
    const { tag } = box;
    const element = this.document.createElement(KEPT_TAGS.has(tag) ? tag : 'div');
    this.#copyAttributes(box.element, element);
    into.append(element);
    return element;
  }

  #copyAttributes(from: Element, to: Element): void {
    for (const name of COPIED) {
      const value = from.getAttribute(name);
      if (value) to.setAttribute(name, value.slice(0, 300));
    }
  }

  #append(run: Run, into: Element, box: Box): void {
    // A `div` with bare text would be turned into a new paragraph without our mark.
    const alone = box.children.length === 1 && into.localName !== 'div' && into.localName !== 'body';
    const holder = alone ? into : this.document.createElement('p');
    if (!alone) into.append(holder);
    holder.setAttribute(ORDER, String(run.order));
    const { text } = run.text;
    const share = Math.min(1, MAX_TEXT / text.length);
    const linked = Math.round(run.linked * share);
    const plain = Math.round((text.length - run.linked) * share);
    holder.append(text.slice(0, plain));
    if (linked === 0) return;
    const link = this.document.createElement('a');
    link.setAttribute('href', '/');
    link.append(text.slice(text.length - linked));
    holder.append(link);
  }

  #sample(box: Box): Box['children'] {
    const { children } = box;
    if (children.length <= MAX_SIBLINGS) return children;
    const kept: Box['children'] = [];
    let leaves = 0;
    let standIn = -1;
    children.forEach((child, i) => {
      const run = leafOf(child);
      if (run && leaves >= MAX_SIBLINGS - LAST_SIBLINGS && i < children.length - LAST_SIBLINGS && standIn >= 0) {
        this.standIns.push([run.order, standIn]);
        return;
      }
      if (run) {
        leaves++;
        standIn = run.order;
      }
      kept.push(child);
    });
    return kept;
  }
}

/** Menus and lists of links, which are most of a page's boxes and never an article. */
function isNavigation({ length, linked }: Box): boolean {
  return length > 0 && length < 4000 && linked >= length * 0.9;
}

/** The one run of a paragraph-like child; null for anything with more in it. */
function leafOf(child: Box | Run | string): Run | null {
  if (typeof child === 'string') return null;
  if (child.kind === 'run') return child;
  const only = child.children.length === 1 ? child.children[0]! : null;
  return only && typeof only !== 'string' && only.kind === 'run' ? only : null;
}
