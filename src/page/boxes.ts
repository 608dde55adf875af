// Reads the live DOM once, in slices, into a light tree of boxes (elements that are lines of their own) and runs (the
// text in them). Everything later works on this tree: the page is looked at once and never written to.
import { type Look, type Looks, leftOut, ROOT_LOOK } from './looks.ts';
import type { Slices } from './slices.ts';
import { type BlockText, TextCollector } from './textmap.ts';

/** One text of a box: all of a paragraph, or one of the stretches that line breaks or inner boxes part it into. */
export interface Run {
  kind: 'run';
  box: Box;
  text: BlockText;
  /** How many characters stand in links. */
  linked: number;
  /** Its place among the runs of the page. */
  order: number;
}

export interface Box {
  kind: 'box';
  element: Element;
  /** Its tag, in lower case. Kept here, as is the name: Firefox hands out each property of an element at a price. */
  tag: string;
  /** Its class and id, filled in when first asked for; see `nameOf`. */
  name: string | null;
  parent: Box | null;
  depth: number;
  /** Boxes, runs and the marks of things that count for finding an article, in the order of the page. */
  children: (Box | Run | Mark)[];
  /** Code units of all text in it, and how many of them stand in links. */
  length: number;
  linked: number;
}

/** Something without text of its own. */
export type Mark = 'picture' | 'frame' | 'input';

export interface Boxes {
  root: Box;
  runs: Run[];
  /** Code units in all runs. */
  length: number;
  /** Open shadow roots that were read: changes in them have to be watched one by one. */
  shadowRoots: ShadowRoot[];
}

/** Class and id, as far as they are worth reading. */
export function nameOf(box: Box): string {
  box.name ??= `${box.element.getAttribute('class') ?? ''} ${box.element.getAttribute('id') ?? ''}`.slice(0, 300);
  return box.name;
}

/** More than this is no article, but a data base or an attack. */
export const MAX_LENGTH = 4_000_000;
const MAX_NODES = 400_000;
const MAX_COPIED = 2000;

const MARKS: Record<string, Mark> = {
  img: 'picture',
  picture: 'picture',
  iframe: 'frame',
  object: 'frame',
  embed: 'frame',
  input: 'input',
  textarea: 'input',
  select: 'input',
  button: 'input',
};

interface Frame {
  nodes: ArrayLike<Node>;
  next: number;
  look: Look;
  /** The box that this element opened; null for elements within a line. */
  box: Box | null;
  link: boolean;
}

/**
 * Reads everything under `start` that a reader sees. Null when it is too much (more than 4 million code units of text).
 * Throws `Stopped` when its slices are stopped.
 */
export async function readBoxes(start: Element, looks: Looks, slices: Slices): Promise<Boxes | null> {
  const reader = new Reader(looks);
  reader.open(start, ROOT_LOOK, null);
  while (reader.step()) {
    if (slices.due()) await slices.pause();
  }
  return reader.tooLong ? null : reader.result();
}

/** The same in one go, for a single element that changed; null when it is no box of its own any more. */
export function readBox(element: Element, looks: Looks): Boxes | null {
  const reader = new Reader(looks);
  reader.open(element, lookAbove(element, looks), null);
  while (reader.step());
  return reader.tooLong ? null : reader.result();
}

/** The look that an element inherits: white space is the one thing that matters. */
function lookAbove(element: Element, looks: Looks): Look {
  const parent = element.parentElement;
  return parent && !leftOut(parent) ? { ...looks(parent, ROOT_LOOK), block: true, inlineBox: false } : ROOT_LOOK;
}

/** A link within the page (a footnote, a heading's own anchor) says nothing about what its text is. */
function leadsAway(link: Element): boolean {
  const href = link.getAttribute('href');
  return href !== null && !href.startsWith('#');
}

class Reader {
  readonly #looks: Looks;
  readonly #stack: Frame[] = [];
  readonly #runs: Run[] = [];
  readonly #shadowRoots: ShadowRoot[] = [];
  #root: Box | null = null;
  #box: Box | null = null;
  #line: TextCollector | null = null;
  #lineBox: Box | null = null;
  #length = 0;
  #nodes = 0;

  constructor(looks: Looks) {
    this.#looks = looks;
  }

  get tooLong(): boolean {
    return this.#length > MAX_LENGTH || this.#nodes > MAX_NODES;
  }

  result(): Boxes | null {
    this.#endLine();
    if (!this.#root) return null;
    return { root: this.#root, runs: this.#runs, length: this.#length, shadowRoots: this.#shadowRoots };
  }

  /** Some nodes' worth of work; false when all is read. */
  step(): boolean {
    for (let i = 0; i < 40; i++) {
      const frame = this.#stack.at(-1);
      if (!frame || this.tooLong) return false;
      const node = frame.nodes[frame.next++];
      if (node) this.#visit(node, frame);
      else this.#close(frame);
    }
    return true;
  }

  open(element: Element, parentLook: Look, parent: Frame | null): void {
    const tag = element.localName;
    const mark = MARKS[tag];
    if (mark) {
      if (this.#box) this.#box.children.push(mark);
      // A picture may stand in the middle of a word's line; it parts nothing.
      return;
    }
    const look = this.#looks(element, parentLook);
    if (look.shown === 'none') return;
    const block = look.block || parent === null;
    let box: Box | null = null;
    if (block) {
      this.#endLine();
      const above = this.#box;
      box = {
        kind: 'box',
        element,
        tag,
        name: null,
        parent: above,
        depth: above ? above.depth + 1 : 0,
        children: [],
        length: 0,
        linked: 0,
      };
      above?.children.push(box);
      this.#root ??= box;
      this.#box = box;
    }
    const link = (parent?.link ?? false) || (tag === 'a' && leadsAway(element));
    this.#stack.push({ nodes: this.#childrenOf(element), next: 0, look, box, link });
  }

  #visit(node: Node, frame: Frame): void {
    this.#nodes++;
    if (node.nodeType === 3) {
      if (frame.look.shown !== 'yes' || !this.#box) return;
      const text = node as Text;
      if (!this.#line) {
        // White space between boxes opens no line.
        if (frame.look.space === 'collapse' && !/\S/.test(text.data)) return;
        this.#line = new TextCollector();
        this.#lineBox = this.#box;
      }
      this.#line.add(text, frame.look.space, frame.link);
      this.#length += text.length;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      if (element.localName === 'br') this.#line?.break();
      else if (element.localName !== 'wbr') this.open(element, frame.look, frame);
    }
  }

  #close(frame: Frame): void {
    this.#stack.pop();
    if (!frame.box) return;
    this.#endLine();
    const above = frame.box.parent;
    if (above) {
      above.length += frame.box.length;
      above.linked += frame.box.linked;
    }
    this.#box = above;
  }

  #endLine(): void {
    const line = this.#line;
    const box = this.#lineBox;
    this.#line = null;
    if (!line || !box) return;
    for (const text of line.finish()) {
      const run: Run = { kind: 'run', box, text, linked: text.linked, order: this.#runs.length };
      this.#runs.push(run);
      box.children.push(run);
      box.length += text.text.length;
      box.linked += run.linked;
    }
  }

  /** As the page shows them: a shadow tree instead of the children, what is put into a slot instead of the slot. */
  #childrenOf(element: Element): ArrayLike<Node> {
    if (element.localName === 'slot' && 'host' in element.getRootNode()) {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    const shadow = element.shadowRoot;
    if (shadow) this.#shadowRoots.push(shadow);
    const { childNodes } = shadow ?? element;
    // A copy does not shift under us when the page changes between two slices; of very many it would be one long task.
    return childNodes.length > MAX_COPIED ? childNodes : Array.from(childNodes);
  }
}
