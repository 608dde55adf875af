// The text of a block and where each of its characters stands in the page: collapsed as a browser renders it, and tied
// to text nodes and offsets exactly, both ways. All offsets are UTF-16 code units.

/** A stretch of the block's text that lies in one text node without anything left out in between. */
interface Segment {
  /** In the block's text. */
  start: number;
  node: Text;
  /** In the text node. */
  offset: number;
  length: number;
  link: boolean;
}

interface Source {
  node: Text;
  /** What the node held when it was read. */
  data: string;
}

/** What a `StaticRange` or a `Range` is made from. */
export interface Stretch {
  node: Text;
  from: number;
  to: number;
}

// Soft hyphens, zero-width spaces, word joiners, byte order marks and bidirectional controls are seen by no reader and
// would part words. Joiners (U+200C, U+200D) stay: Persian and the Indic scripts spell with them.
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const SPACE = /[ \t\n\r\f]/;
/** Where a plain stretch ends: anything that is left out, or white space that may have to be collapsed. */
const SPECIAL = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff \t\n\r\f]/g;

/** Of a text node longer than this (a data dump, an attack) only the beginning is read: it would be one long task. */
const MAX_NODE = 200_000;
const MAX_LOOKED = 4000;

export class BlockText {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #sources: readonly Source[];

  constructor(text: string, segments: readonly Segment[], sources: readonly Source[]) {
    this.text = text;
    this.#segments = segments;
    this.#sources = sources;
  }

  /** How many characters of the text stand in links. */
  get linked(): number {
    return this.#segments.reduce((sum, segment) => sum + (segment.link ? segment.length : 0), 0);
  }

  /**
   * Whether the page still has the very text nodes with the very text that this was read from. Of a block of more than
   * 4,000 nodes only so many are looked at, from both ends: more would be one long task.
   */
  fits(): boolean {
    const sources = this.#sources;
    const looked =
      sources.length > MAX_LOOKED ? [...sources.slice(0, MAX_LOOKED / 2), ...sources.slice(-MAX_LOOKED / 2)] : sources;
    return looked.every(({ node, data }) => node.isConnected && node.data === data);
  }

  /** The stretches of text nodes behind `start` to `end`, one a text node. Characters of no node (a line break) have none. */
  stretches(start: number, end: number): Stretch[] {
    const found: Stretch[] = [];
    for (let i = this.#segmentAt(start); i < this.#segments.length; i++) {
      const segment = this.#segments[i]!;
      if (segment.start >= end) break;
      const from = segment.offset + Math.max(0, start - segment.start);
      const to = segment.offset + Math.min(segment.length, end - segment.start);
      if (from >= to) continue;
      const last = found.at(-1);
      // What lies between two stretches of one node is collapsed white space or unseen, and belongs in between.
      if (last?.node === segment.node) last.to = to;
      else found.push({ node: segment.node, from, to });
    }
    return found;
  }

  /** The offset in the block's text of a position in a text node; null when that node is none of this block's. */
  offsetOf(node: Text, offset: number): number | null {
    let nearest: number | null = null;
    for (const segment of this.#segments) {
      if (segment.node !== node) continue;
      if (offset < segment.offset) return nearest ?? segment.start;
      if (offset <= segment.offset + segment.length) return segment.start + offset - segment.offset;
      nearest = segment.start + segment.length;
    }
    return nearest;
  }

  /** The part of it from `start` to `end`, as a block of its own. */
  part(start: number, end: number): BlockText {
    if (start === 0 && end === this.text.length) return this;
    const segments: Segment[] = [];
    for (let i = this.#segmentAt(start); i < this.#segments.length; i++) {
      const segment = this.#segments[i]!;
      if (segment.start >= end) break;
      const skipped = Math.max(0, start - segment.start);
      const length = Math.min(segment.length, end - segment.start) - skipped;
      if (length <= 0) continue;
      const from = segment.start + skipped - start;
      segments.push({ ...segment, start: from, offset: segment.offset + skipped, length });
    }
    const nodes = new Set(segments.map((segment) => segment.node));
    return new BlockText(
      this.text.slice(start, end),
      segments,
      this.#sources.filter((source) => nodes.has(source.node)),
    );
  }

  /** Index of the first segment that ends behind `start`. */
  #segmentAt(start: number): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle]!;
      if (segment.start + segment.length <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Collects the text of one block, text node by text node. */
export class TextCollector {
  #parts: string[] = [];
  #length = 0;
  #segments: Segment[] = [];
  #sources: Source[] = [];
  /** The last character is white space that may be collapsed into, or there is none yet. */
  #open = true;
  #link = false;

  add(node: Text, space: 'collapse' | 'lines' | 'keep', link: boolean): void {
    const data = node.data;
    this.#sources.push({ node, data });
    this.#link = link;
    const length = Math.min(data.length, MAX_NODE);
    let at = 0;
    while (at < length) {
      SPECIAL.lastIndex = at;
      const match = SPECIAL.exec(data);
      const next = Math.min(match ? match.index : length, length);
      if (next > at) this.#take(node, at, data.slice(at, next));
      if (next >= length) break;
      at = next + 1;
      const character = data[next]!;
      if (INVISIBLE.test(character)) continue;
      if (space === 'keep') this.#take(node, next, character);
      else if (space === 'lines' && character === '\n') this.#takeBreak(node, next);
      else if (!this.#open) {
        this.#take(node, next, ' ');
        this.#open = true;
        // The rest of the white space is collapsed into this one.
        while (at < length && SPACE.test(data[at]!) && !(space === 'lines' && data[at] === '\n')) at++;
      }
    }
  }

  /** A line break that stands in no text node (`<br>`). */
  break(): void {
    this.#trimEnd();
    this.#parts.push('\n');
    this.#length++;
    this.#open = true;
  }

  /** The finished blocks: more than one where blank lines (`<br><br>`) part them, none when there is nothing to read. */
  finish(): BlockText[] {
    const text = this.#parts.join('');
    const whole = new BlockText(text, this.#segments, this.#sources);
    const blocks: BlockText[] = [];
    let start = -1;
    let end = 0;
    let line = 0;
    const close = (): void => {
      if (start >= 0) blocks.push(whole.part(start, end));
      start = -1;
    };
    while (line <= text.length) {
      const next = text.indexOf('\n', line);
      const stop = next < 0 ? text.length : next;
      const content = text.slice(line, stop);
      if (content.trim() === '') close();
      else {
        if (start < 0) start = line + content.length - content.trimStart().length;
        end = line + content.trimEnd().length;
      }
      line = stop + 1;
    }
    close();
    return blocks;
  }

  #take(node: Text, offset: number, text: string): void {
    const last = this.#segments.at(-1);
    const joins = last?.node === node && last.offset + last.length === offset;
    if (last && joins && last.start + last.length === this.#length) last.length += text.length;
    else this.#segments.push({ start: this.#length, node, offset, length: text.length, link: this.#link });
    this.#parts.push(text);
    this.#length += text.length;
    this.#open = false;
  }

  #takeBreak(node: Text, offset: number): void {
    this.#trimEnd();
    this.#take(node, offset, '\n');
    this.#open = true;
  }

  /** White space in front of a break is not rendered. */
  #trimEnd(): void {
    if (!this.#open || this.#parts.at(-1) !== ' ') return;
    this.#parts.pop();
    this.#length--;
    const last = this.#segments.at(-1)!;
    last.length--;
    if (last.length === 0) this.#segments.pop();
  }
}
