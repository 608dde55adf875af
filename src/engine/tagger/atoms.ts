// What is known of each token around a stretch, once, as small numbers: its word, its shape, its classes, the dictionary's
// matches over it, what the grammar says, and what the rest of the article tells of the word. Features are made of these.
import { FORM, KIND, senseForm, senseKind } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import type { NameSpan, Reading } from '../names/cover.ts';
import { F } from '../text/tokens.ts';
import type { Stretch } from './stretches.ts';

/** Tokens on each side of a stretch that its features look at. */
export const MARGIN = 3;

/** A word of the article elsewhere; bits of `Atoms.elsewhere`. */
export const ELSEWHERE = {
  lower: 1,
  personFirst: 2,
  personLast: 4,
  organization: 8,
  other: 16,
  country: 32,
  /** Introduced in brackets behind a body's name. */
  acronym: 64,
  /** Introduced in brackets behind something else: "Extended Deterrence Dialogue (EDD)". */
  shorthand: 128,
} as const;

const OUTSIDE = 63;
const MATCH_REACH = 8;

export class Atoms {
  /** Token of the first position; positions run over the stretch and `MARGIN` tokens on each side. */
  first = 0;
  count = 0;
  word = new Int32Array(64);
  shape = new Int32Array(64);
  classes = new Int32Array(64);
  person = new Int32Array(64);
  organization = new Int32Array(64);
  country = new Int32Array(64);
  place = new Int32Array(64);
  title = new Int32Array(64);
  grammar = new Int32Array(64);
  elsewhere = new Int32Array(64);
  private readonly known = new Map<number, number>();

  constructor(private readonly reading: Reading) {
    this.readArticle();
  }

  /** Reads the tokens of a stretch and of its margins. */
  open(stretch: Stretch): void {
    const { doc } = this.reading;
    this.first = stretch.from - MARGIN;
    this.count = stretch.to - stretch.from + 2 * MARGIN;
    if (this.count > this.word.length) this.grow(this.count * 2);
    const sentence = doc.sentence[stretch.from];
    for (let k = 0; k < this.count; k++) {
      const i = this.first + k;
      this.person[k] = this.organization[k] = this.country[k] = this.place[k] = this.title[k] = 0;
      if (i < 0 || i >= doc.count || doc.sentence[i] !== sentence) {
        this.word[k] = i < stretch.from ? 1 : 2;
        this.shape[k] = OUTSIDE;
        this.classes[k] = this.grammar[k] = this.elsewhere[k] = 0;
        continue;
      }
      this.word[k] = doc.tokens.hash[i] as number;
      this.shape[k] = shapeOf(doc, i);
      this.classes[k] = doc.classes[i] as number;
      this.grammar[k] = grammarOf(this.reading.cover.at(i), i);
      this.elsewhere[k] = this.known.get(doc.tokens.hash[i] as number) ?? 0;
    }
    const end = this.first + this.count;
    for (let s = Math.max(0, this.first - MATCH_REACH); s < end; s++)
      if (this.reading.matches[s]) this.readMatches(s, end);
  }

  private readMatches(s: number, end: number): void {
    for (const match of this.reading.matches[s] ?? []) {
      if (match.to <= this.first) continue;
      for (const sense of match.senses) {
        const kind = senseKind(sense);
        const form = senseForm(sense);
        if (kind === KIND.person) fill(this.person, match.from, match.to, this.first, end, form === FORM.name ? 1 : 2);
        else if (kind === KIND.organization)
          fill(this.organization, match.from, match.to, this.first, end, form === FORM.acronym ? 2 : 1);
        else if (kind === KIND.country) fill(this.country, match.from, match.to, this.first, end, form + 1);
        else if (kind === KIND.place) fill(this.place, match.from, match.to, this.first, end, 1);
        else if (kind === KIND.title) fill(this.title, match.from, match.to, this.first, end, 1);
        else if (kind === KIND.body) fill(this.title, match.from, match.to, this.first, end, 2);
      }
    }
  }

  /** What the article tells of each word: written small somewhere, part of a name that the grammar has found. */
  private readArticle(): void {
    const { doc, cover } = this.reading;
    const { flags, hash } = doc.tokens;
    const mark = (i: number, bit: number): void => {
      const word = hash[i] as number;
      this.known.set(word, (this.known.get(word) ?? 0) | bit);
    };
    for (let i = 0; i < doc.count; i++) {
      const f = flags[i] as number;
      if (f & (F.Caps | F.Mixed)) {
        const bit = this.acronymBit(i);
        if (bit) mark(i, bit);
      }
      if ((f & (F.Word | F.Capital)) === F.Word && doc.tokens.key[i] !== -1 && !(f & F.Mixed)) continue;
      if ((f & (F.Word | F.Capital | F.Mixed)) === F.Word) mark(i, ELSEWHERE.lower);
    }
    for (const span of cover.inOrder())
      for (let i = span.from; i < span.to; i++) {
        if (!((flags[i] as number) & F.Word)) continue;
        if (span.type === 'organization') mark(i, ELSEWHERE.organization);
        else if (span.type === 'other') mark(i, ELSEWHERE.other);
        else if (span.type === 'country') mark(i, ELSEWHERE.country);
        else if (span.to - span.from > 1) mark(i, i === span.to - 1 ? ELSEWHERE.personLast : ELSEWHERE.personFirst);
      }
  }

  /** "Eastern Mining Corporation (EMC)": what a word in brackets abbreviates. */
  private acronymBit(i: number): number {
    const { doc, cover } = this.reading;
    if (!doc.flag(i, F.Caps | F.Mixed) || !doc.isMark(i - 1, 40) || !doc.isMark(i + 1, 41)) return 0;
    return cover.at(i - 2)?.type === 'organization' ? ELSEWHERE.acronym : ELSEWHERE.shorthand;
  }

  private grow(size: number): void {
    for (const name of [
      'word',
      'shape',
      'classes',
      'person',
      'organization',
      'country',
      'place',
      'title',
      'grammar',
      'elsewhere',
    ] as const)
      this[name] = new Int32Array(size);
  }
}

/** Position in a name: 1 begins it, 2 inside, 3 ends it, 4 is all of it; times eight, with what kind of name. */
function fill(into: Int32Array, from: number, to: number, first: number, end: number, kind: number): void {
  for (let i = Math.max(from, first); i < Math.min(to, end); i++) {
    const place = to - from === 1 ? 4 : i === from ? 1 : i === to - 1 ? 3 : 2;
    // The longest match that reaches over a token comes first and stays.
    if (into[i - first] === 0) into[i - first] = place * 8 + kind;
  }
}

const SPAN_TYPES = ['person', 'organization', 'country', 'other'];

function grammarOf(span: NameSpan | undefined, i: number): number {
  if (!span) return 0;
  const place = span.to - span.from === 1 ? 4 : i === span.from ? 1 : i === span.to - 1 ? 3 : 2;
  const source = span.source === 'dictionary' ? 1 : 0;
  return (place * 4 + SPAN_TYPES.indexOf(span.type)) * 2 + source;
}

function shapeOf(doc: Doc, i: number): number {
  const f = doc.tokens.flags[i] as number;
  if (f & F.Mark) {
    if (f & F.Joiner) return 32;
    if (f & F.Possessive) return 33;
    const code = doc.tokens.key[i] as number;
    return code === 44
      ? 34
      : code === 40
        ? 35
        : code === 41
          ? 36
          : code === 46
            ? 37
            : code === 58
              ? 38
              : code === 34 || code === 0x201c || code === 0x201d
                ? 39
                : 40;
  }
  if (f & F.Number) return 41;
  const length = (doc.tokens.end[i] as number) - (doc.tokens.start[i] as number);
  let shape = 0;
  if (f & F.Initial) shape = 1;
  else if (f & F.Dotted) shape = 2;
  else if (f & F.HasDigit) shape = 3;
  else if (f & F.Caps) shape = length > 5 ? 5 : 4;
  else if (f & F.Mixed) shape = 6;
  else if (f & F.Capital) shape = 7;
  return f & F.SentenceStart ? shape + 8 : shape;
}
