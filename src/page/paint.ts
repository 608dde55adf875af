// Marks mentions with the CSS Custom Highlight API: one highlight a type, styled by page.css, no element touched.
// The registry is the page's as well. Our names are prefixed, only ours are ever deleted, and a page that clears or
// overwrites them gets them set again. Firefox throws when a Highlight is iterated, so what is in it is kept here too.
import type { EntityType } from '../engine/analysis.ts';
import type { Slices } from './slices.ts';
import type { BlockText, Stretch } from './textmap.ts';

/** A stretch of a block to be marked. */
export interface Marking {
  start: number;
  end: number;
  type: EntityType;
}

type Name = `attache-${EntityType | 'flash'}`;

const TYPES: EntityType[] = ['country', 'organization', 'person'];
const NAMES: Name[] = [...TYPES.map((type): Name => `attache-${type}`), 'attache-flash'];
/** A page that clears the registry again and again is left alone in the end. */
const MAX_RESTORED = 50;

/** Removes what another copy of this script has painted. */
export function unpaint(registry: HighlightRegistry | undefined): void {
  for (const name of NAMES) registry?.delete(name);
}

interface Painted {
  text: BlockText;
  key: string;
  ranges: { type: EntityType; range: AbstractRange }[];
  /** How many of the markings could be painted. */
  count: number;
}

export class Painter {
  readonly #registry: HighlightRegistry | undefined;
  readonly #highlights = new Map<Name, Highlight>();
  readonly #blocks = new Map<number, Painted>();
  #restored = 0;

  constructor(registry: HighlightRegistry | undefined) {
    this.#registry = registry;
  }

  /** How many mentions are marked now. */
  get count(): number {
    let count = 0;
    for (const painted of this.#blocks.values()) count += painted.count;
    return count;
  }

  /**
   * Makes the page show exactly these markings, by block. Blocks whose text nodes and markings are as before are not
   * touched, so a repaint costs what changed. Throws `Stopped` when its slices are stopped.
   * @param blocks is asked for each block when its turn has come.
   */
  async paint(
    count: number,
    blocks: (id: number) => { text: BlockText; markings: readonly Marking[] },
    slices: Slices,
  ): Promise<void> {
    for (const id of [...this.#blocks.keys()]) if (id >= count) this.#erase(id);
    for (let id = 0; id < count; id++) {
      const { text, markings } = blocks(id);
      const key = markings.map(({ start, end, type }) => `${type[0]}${start}-${end}`).join();
      const before = this.#blocks.get(id);
      if (before && before.text === text && before.key === key) continue;
      this.#erase(id);
      if (markings.length > 0) await this.#draw(id, text, key, markings, slices);
      if (slices.due()) await slices.pause();
    }
    this.restore();
  }

  /** Sets our highlights again where the page has removed or replaced them. Cheap: some look-ups in the registry. */
  restore(): void {
    for (const [name, highlight] of this.#highlights) {
      if (this.#registry?.get(name) === highlight) continue;
      if (this.#restored++ < MAX_RESTORED + NAMES.length) this.#registry?.set(name, highlight);
    }
  }

  /** Marks one stretch above all others; an empty list ends it. */
  flash(stretches: readonly Stretch[]): void {
    this.#registry?.delete('attache-flash');
    if (stretches.length === 0) {
      this.#highlights.delete('attache-flash');
      return;
    }
    const highlight = new Highlight(...stretches.map(rangeOf));
    highlight.priority = 3;
    this.#highlights.set('attache-flash', highlight);
    this.#registry?.set('attache-flash', highlight);
  }

  /** Takes everything of ours off the page. */
  clear(): void {
    this.#blocks.clear();
    for (const [name, highlight] of this.#highlights) {
      if (this.#registry?.get(name) === highlight) this.#registry.delete(name);
    }
    this.#highlights.clear();
  }

  async #draw(id: number, text: BlockText, key: string, markings: readonly Marking[], slices: Slices): Promise<void> {
    const painted: Painted = { text, key, ranges: [], count: 0 };
    this.#blocks.set(id, painted);
    for (const { start, end, type } of markings) {
      const stretches = text.stretches(start, end);
      if (stretches.length > 0) painted.count++;
      for (const stretch of stretches) {
        const range = rangeOf(stretch);
        this.#highlight(type).add(range);
        painted.ranges.push({ type, range });
      }
      if (slices.due()) await slices.pause();
    }
  }

  #erase(id: number): void {
    for (const { type, range } of this.#blocks.get(id)?.ranges ?? [])
      this.#highlights.get(`attache-${type}`)?.delete(range);
    this.#blocks.delete(id);
  }

  #highlight(type: EntityType): Highlight {
    const name: Name = `attache-${type}`;
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(name, highlight);
      this.#registry?.set(name, highlight);
    }
    return highlight;
  }
}

// Static ranges: the browser need not keep them up to date at every change of the page, which costs dearly when there
// are thousands. What a change makes stale is painted anew by us.
function rangeOf({ node, from, to }: Stretch): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
}
