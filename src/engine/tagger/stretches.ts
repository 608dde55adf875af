// Where names can stand: stretches of capitals, with the small words and marks between them. Only these are decoded; the
// rest of a text, four tokens of five, costs the tagger one glance.
import type { Doc } from '../document.ts';
import type { Cover } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';

export interface Stretch {
  from: number;
  to: number;
}

const SMALL = C.determiner | C.pronoun | C.auxiliary | C.preposition | C.conjunction;
const LINK_CLASSES = C.particle | C.preposition | C.conjunction | C.determiner;
/** Marks that stand within names or between a name and its acronym. */
const LINK_MARKS = new Set([34, 38, 39, 40, 41, 44, 46, 47, 0x2018, 0x2019, 0x201c, 0x201d]);
/** A name's capitals stand no further apart than this. */
const REACH = 4;
/** Longer ones are cut: no name is as long, and the sums of weights stay small. */
const LONGEST = 250;

/** Whether a name may begin, end or go on with this token. */
export function isLive(doc: Doc, cover: Cover, i: number): boolean {
  const flags = doc.tokens.flags[i] as number;
  if (flags & F.Mark) return false;
  if (flags & (F.Capital | F.Mixed)) {
    if (!(flags & F.SentenceStart) || flags & F.Caps) return true;
    // "The", "He", "In" at the beginning of a sentence.
    if (!doc.is(i, SMALL) || doc.is(i, C['given-name'] | C['family-name'])) return true;
  }
  const span = cover.at(i);
  return span !== undefined && (span.type === 'person' || span.type === 'organization');
}

function isLink(doc: Doc, i: number): boolean {
  const flags = doc.tokens.flags[i] as number;
  if (flags & F.Mark) return (flags & (F.Joiner | F.Possessive)) !== 0 || LINK_MARKS.has(doc.tokens.key[i] as number);
  return (flags & F.Number) !== 0 || doc.is(i, LINK_CLASSES) || (i > 0 && doc.flag(i - 1, F.Joiner));
}

/** The stretches of an article in the order of the text; none goes over the end of a sentence. */
export function stretchesOf(doc: Doc, cover: Cover): Stretch[] {
  const found: Stretch[] = [];
  const { sentence } = doc;
  let open: Stretch | null = null;
  for (let i = 0; i < doc.count; i++) {
    if (!isLive(doc, cover, i)) continue;
    if (
      open &&
      sentence[i] === sentence[open.from] &&
      i - open.to <= REACH &&
      i - open.from < LONGEST &&
      linked(doc, open.to, i)
    )
      open.to = i + 1;
    else {
      open = { from: i, to: i + 1 };
      found.push(open);
    }
  }
  return found;
}

function linked(doc: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!isLink(doc, k)) return false;
  return true;
}
