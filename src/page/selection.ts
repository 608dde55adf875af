// Of the runs of a page, those that make the article: Readability's choice, less the boilerplate that it let through,
// plus the lists, subheadings and continued columns that it dropped, plus headline and standfirst.
import type { BlockKind } from '../engine/analysis.ts';
import { isByline, isStamp, namedJunk, saysJunk } from './boilerplate.ts';
import { type Box, type Boxes, nameOf, type Run } from './boxes.ts';
import { fold, type Metadata } from './metadata.ts';
import type { Slices } from './slices.ts';

export interface Selected {
  run: Run;
  kind: BlockKind;
}

const STANDFIRST =
  /(?:^|[\s_-])(?:stand[-_]?first|dek|deck|lede?|lead|summary|sub[-_]?(?:title|head|headline|heading)|intro\w*|chapo|abstract|excerpt|description|sapo|bajada|catenaccio|sommario|entradilla|vorspann|teaser[-_]?text|tagline)(?:$|[\s_-])/i;
/** So many runs may stand in front of the first paragraph. */
const MAX_FRONT = 12;
const RECOVERED = new Set('p li blockquote h2 h3 h4 dd div span'.split(' '));

export class Selection {
  readonly #boxes: Boxes;
  readonly #metadata: Metadata;
  readonly #chosen: Set<number>;
  /** Code units of chosen text under each box. */
  readonly #weight = new Map<Box, number>();
  #total = 0;

  constructor(boxes: Boxes, chosen: Set<number>, metadata: Metadata) {
    this.#boxes = boxes;
    this.#metadata = metadata;
    this.#chosen = chosen;
  }

  /** In the order of the page; empty when nothing is left. Throws `Stopped` when its slices are stopped. */
  async select(slices: Slices): Promise<Selected[]> {
    await this.#weigh(slices);
    const junk = new Map<Box, boolean>();
    const kept = new Set<Run>();
    for (const run of this.#boxes.runs) {
      if (this.#chosen.has(run.order) && !this.#isJunk(run, junk)) kept.add(run);
      if (slices.due()) await slices.pause();
    }
    for (const run of await this.#dropped(kept, slices)) {
      if (!this.#isJunk(run, junk)) kept.add(run);
      if (slices.due()) await slices.pause();
    }
    const title = await this.#title(kept, slices);
    if (slices.due()) await slices.pause();
    const body = this.#trim(
      [...kept].sort((a, b) => a.order - b.order),
      title,
    );
    if (body.length === 0) return [];
    const selected: Selected[] = title ? [{ run: title, kind: 'title' }] : [];
    for (const run of [...this.#standfirst(title, body, junk), ...body]) {
      selected.push({ run, kind: this.#kind(run) });
      if (slices.due()) await slices.pause();
    }
    return selected.sort((a, b) => a.run.order - b.run.order);
  }

  async #weigh(slices: Slices): Promise<void> {
    for (const run of this.#boxes.runs) {
      if (!this.#chosen.has(run.order)) continue;
      this.#total += run.text.text.length;
      for (let box: Box | null = run.box; box; box = box.parent) {
        this.#weight.set(box, (this.#weight.get(box) ?? 0) + run.text.text.length);
      }
      if (slices.due()) await slices.pause();
    }
  }

  #isJunk(run: Run, known: Map<Box, boolean>): boolean {
    if (saysJunk(run)) return true;
    const above: Box[] = [];
    let verdict = false;
    for (let box: Box | null = run.box; box; box = box.parent) {
      // A box with most of the article in it may be called what it likes.
      if ((this.#weight.get(box) ?? 0) > this.#total * 0.4) break;
      const before = known.get(box);
      if (before !== undefined) {
        verdict = before;
        break;
      }
      above.push(box);
    }
    for (const box of above.reverse()) {
      verdict ||= box.tag === 'aside' || namedJunk(box) || this.#isLinkList(box);
      known.set(box, verdict);
    }
    return verdict;
  }

  /** A list, or a heading with a list under it, of which nearly all is links. */
  #isLinkList(box: Box): boolean {
    if (!/^(?:ul|ol|dl|div|section)$/.test(box.tag) || box.children.length > 60) return false;
    let length = 0;
    let linked = 0;
    let links = 0;
    for (const run of runsOf(box, 80)) {
      if (headingOf(run)) continue;
      length += run.text.text.length;
      linked += run.linked;
      if (run.linked > 0) links++;
    }
    return links >= 2 && linked > length * 0.7;
  }

  /** Runs that Readability left out though they stand right among those that it chose. */
  async #dropped(kept: Set<Run>, slices: Slices): Promise<Run[]> {
    const dropped: Run[] = [];
    const columns = new Map<Box, number>();
    for (const run of kept) {
      const column = columnOf(run);
      if (column) columns.set(column, (columns.get(column) ?? 0) + run.text.text.length);
      if (slices.due()) await slices.pause();
    }
    // Columns of the same make beside a column of the article: a text that advertisements part.
    const makes = new Set<string>();
    for (const [column, length] of columns) if (length > 300) makes.add(makeOf(column));
    for (const run of this.#boxes.runs) {
      if (slices.due()) await slices.pause();
      if (kept.has(run) || !RECOVERED.has(run.box.tag)) continue;
      const column = columnOf(run);
      if (!column) continue;
      const among = (columns.get(column) ?? 0) > 300;
      const beside = run.text.text.length > 60 && makes.has(makeOf(column)) && /\s/.test(makeOf(column));
      if (!among && !beside) continue;
      // Of bare boxes among paragraphs only prose is taken: labels, captions of widgets and the like are not.
      const bare = /^(?:div|span)$/.test(run.box.tag);
      if (bare && (run.text.text.length < 80 || run.linked > run.text.text.length / 2)) continue;
      dropped.push(run);
    }
    return dropped;
  }

  async #title(kept: Set<Run>, slices: Slices): Promise<Run | null> {
    const first = Math.min(...[...kept].filter((run) => !headingOf(run)).map((run) => run.order));
    const wanted = [this.#metadata.title, this.#boxes.root.element.ownerDocument.title].filter(
      (title) => title !== null,
    );
    let best: Run | null = null;
    let bestScore = 0.45;
    let headlines = 0;
    for (const run of this.#boxes.runs) {
      if (slices.due()) await slices.pause();
      const level = headingOf(run);
      if (run.text.text.length > 400 || (level === 0 && !isHeadline(run.box))) continue;
      if (level > 2 && !isHeadline(run.box)) continue;
      const likeness = Math.max(0, ...wanted.map((title) => similarity(title, run.text.text)));
      const score = likeness + (level === 1 ? 0.3 : 0) - (run.order > first ? 0.35 : 0);
      if (level === 1 && run.order < first) headlines++;
      if (score > bestScore && (likeness > 0.4 || (level === 1 && wanted.every((title) => title === '')))) {
        best = run;
        bestScore = score;
      }
    }
    if (best) return best;
    // Neither is there a top heading: then the one right above the text.
    const above = this.#boxes.runs.slice(Math.max(0, first - 6), first).filter((run) => headingOf(run) > 0);
    if (headlines !== 1) return headlines === 0 ? (above.at(-1) ?? null) : null;
    // The page's names for itself are no help; its only top heading in front of the text is.
    return this.#boxes.runs.find((run) => headingOf(run) === 1 && run.order < first) ?? null;
  }

  /** Cuts what surrounds the body: the headline again, bylines in front, headings that head nothing. */
  #trim(runs: Run[], title: Run | null): Run[] {
    const headline = title ? fold(title.text.text) : null;
    // Bylines stand in front of the text; among short paragraphs, among the first few.
    const prose = runs.findIndex((run) => run !== title && !headingOf(run) && run.text.text.length > 140);
    const firstProse = runs[Math.min(prose < 0 ? MAX_FRONT : prose, MAX_FRONT)]?.order ?? Number.POSITIVE_INFINITY;
    const body = runs.filter((run) => {
      if (run === title || (headline !== null && headingOf(run) && fold(run.text.text) === headline)) return false;
      if (title && run.order < title.order && run.text.text.length < 140) return false;
      return run.order > firstProse || !isByline(run);
    });
    while (body.length > 0 && (headingOf(body.at(-1)!) || isStamp(body.at(-1)!))) body.pop();
    return body;
  }

  /** What stands between the headline and the first paragraph and sums the article up, and pictures' captions there. */
  #standfirst(title: Run | null, body: Run[], junk: Map<Box, boolean>): Run[] {
    if (!title) return [];
    const known = new Set(body);
    // The standfirst itself may be in the body already; what is looked for stands in front of the first paragraph.
    const first = (body.find((run) => run.text.text.length > 140) ?? body[0]!).order;
    const description = fold(this.#metadata.description ?? '');
    return this.#boxes.runs
      .slice(title.order + 1, Math.max(title.order + 1, Math.min(first, title.order + 60)))
      .filter((run) => {
        if (known.has(run) || this.#isJunk(run, junk) || isByline(run)) return false;
        const { text } = run.text;
        if (captionOf(run.box)) return text.length > 20 && text.length < 600;
        if (text.length < 40 || text.length > 700 || run.linked > text.length / 2) return false;
        const folded = fold(text);
        if (description.length > 30 && (description.startsWith(folded) || folded.startsWith(description.slice(0, 80))))
          return true;
        for (let box: Box | null = run.box, i = 0; box && i < 3 && !this.#holds(box, title); box = box.parent, i++) {
          if (STANDFIRST.test(nameOf(box)) || box.element.getAttribute('itemprop') === 'description') return true;
        }
        return /^(?:p|h2)$/.test(run.box.tag) && run.order - title.order <= 3 && this.#near(run.box, title.box);
      });
  }

  #holds(box: Box, run: Run): boolean {
    for (let above: Box | null = run.box; above; above = above.parent) if (above === box) return true;
    return false;
  }

  /** Beside the headline in the same header. */
  #near(box: Box, headline: Box): boolean {
    return (
      box.parent !== null &&
      (box.parent === headline.parent ||
        box.parent === headline.parent?.parent ||
        box.parent.parent === headline.parent)
    );
  }

  #kind(run: Run): BlockKind {
    if (headingOf(run)) {
      // A standfirst is often marked up as a heading, but it is read as a sentence.
      const { text } = run.text;
      return text.length > 160 || (text.length > 80 && /[.!?。]$/.test(text)) ? 'paragraph' : 'heading';
    }
    for (let box: Box | null = run.box; box; box = box.parent) {
      const tag = box.tag;
      if (tag === 'figcaption') return 'caption';
      if (tag === 'blockquote') return 'quote';
      if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list';
      if ((tag === 'td' || tag === 'th') && isCell(box, run)) return 'list';
      if (tag === 'article' || tag === 'main' || tag === 'section') break;
    }
    return captionOf(run.box) ? 'caption' : 'paragraph';
  }
}

/** 1 to 6; 0 for a run that is no heading. */
export function headingOf(run: Run): number {
  for (let box: Box | null = run.box, i = 0; box && i < 3; box = box.parent, i++) {
    const level = /^h([1-6])$/.exec(box.tag)?.[1];
    if (level) return Number(level);
  }
  return 0;
}

/** A cell of a table of data; a cell of a layout table holds boxes, or more than one text. */
function isCell(box: Box, run: Run): boolean {
  return box.tag === 'th' || (run.box === box && box.children.length === 1 && run.text.text.length < 300);
}

function captionOf(box: Box): boolean {
  for (let at: Box | null = box, i = 0; at && i < 4; at = at.parent, i++) {
    if (at.tag === 'figcaption') return true;
    if (/(?:^|[\s_-])(?:caption|bildunterschrift|legende|img-?text|photo-?text)/i.test(nameOf(at))) return true;
  }
  return false;
}

function isHeadline(box: Box): boolean {
  return (
    box.element.getAttribute('itemprop') === 'headline' ||
    /(?:^|[\s_-])(?:headline|article-?title|title)(?:$|[\s_-])/i.test(nameOf(box))
  );
}

/** Tag and class: boxes of one make are laid out alike. */
const makeOf = (box: Box): string => `${box.parent?.depth} ${box.tag} ${nameOf(box)}`.trim();

/** The box whose children are paragraphs: for an item the box around its list, for a quote around the quote. */
function columnOf(run: Run): Box | null {
  let box: Box | null = run.box;
  if (box.tag === 'div' && box.children.length > 1) return box;
  box = box.parent;
  while (box && /^(?:ul|ol|li|blockquote|dl|figure)$/.test(box.tag)) box = box.parent;
  return box;
}

function* runsOf(box: Box, limit: number): Generator<Run> {
  const stack: Box['children'] = [box];
  for (let seen = 0; stack.length > 0 && seen < limit; ) {
    const next = stack.pop()!;
    if (typeof next === 'string') continue;
    if (next.kind === 'run') {
      seen++;
      yield next;
    } else stack.push(...next.children.slice(0, 200));
  }
}

/** Share of the words that two headlines have in common, 0 to 1, by the longer of the two; one may carry a site's name. */
export function similarity(a: string, b: string): number {
  const first = new Set(fold(a).split(' '));
  const second = new Set(fold(b).split(' '));
  if (first.size === 0 || second.size === 0 || fold(b) === '') return 0;
  if (fold(a).includes(fold(b)) && second.size >= 4) return 1;
  let common = 0;
  for (const word of second) if (first.has(word)) common++;
  return common / Math.max(second.size, Math.min(first.size, second.size + 3));
}
