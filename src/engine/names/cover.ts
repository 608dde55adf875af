// Who owns which tokens: names claim stretches of tokens, longest and surest first, and nobody overlaps.
import { senseKind } from '../../dictionary/format.ts';
import type { EntityType, MentionForm } from '../analysis.ts';
import type { Doc } from '../document.ts';
import { C } from '../text/classes.ts';
import type { Match } from '../text/matcher.ts';
import { F } from '../text/tokens.ts';

/** `other` keeps treaties, wars, seas and the like from being taken for anything else. */
export type SpanType = EntityType | 'other';

export interface NameSpan {
  from: number;
  to: number;
  type: SpanType;
  form: MentionForm;
  /** Dictionary senses of this type that the surface has; empty for a name that only the grammar knows. */
  senses: number[];
  source: 'dictionary' | 'grammar' | 'opinion';
}

export class Cover {
  readonly spans: NameSpan[] = [];
  private readonly owner: Int32Array;

  /** `sentence`: the sentence number of each token; no name reaches over its end. */
  constructor(private readonly sentence: Int32Array) {
    this.owner = new Int32Array(sentence.length).fill(-1);
  }

  at(i: number): NameSpan | undefined {
    const index = this.owner[i];
    return index === undefined || index < 0 ? undefined : this.spans[index];
  }

  isFree(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if ((this.owner[i] as number) >= 0) return false;
    return true;
  }

  /** Claims the tokens unless somebody has one of them. */
  claim(span: NameSpan): boolean {
    const { from, to } = span;
    if (to <= from || this.sentence[from] !== this.sentence[to - 1] || !this.isFree(from, to)) return false;
    const index = this.spans.push(span) - 1;
    this.owner.fill(index, span.from, span.to);
    return true;
  }

  release(span: NameSpan): void {
    for (let i = span.from; i < span.to; i++) this.owner[i] = -1;
  }

  /** The spans that still own their tokens, in the order of the text. */
  inOrder(): NameSpan[] {
    return this.spans.filter((span, i) => this.owner[span.from] === i).sort((a, b) => a.from - b.from);
  }
}

/** Everything that the readers of names share about one article. */
export interface Reading {
  doc: Doc;
  matches: (Match[] | undefined)[];
  cover: Cover;
  /** Codes of the countries and folded words that stand in the article, for names that need a context. */
  context: Context;
}

export interface Context {
  has(need: string): boolean;
}

/** The longest match of one kind that begins at `i`, with its senses of that kind. */
export function longest(reading: Reading, i: number, kind: number): Match | null {
  for (const match of reading.matches[i] ?? []) {
    const senses = match.senses.filter((sense) => senseKind(sense) === kind);
    if (senses.length > 0) return { from: match.from, to: match.to, senses };
  }
  return null;
}

const FUNCTION = C.determiner | C.preposition | C.conjunction | C.pronoun | C.auxiliary;

/** Whether a token can be part of a name where it stands: a capital that its place in the sentence does not explain. */
export function isNameToken(doc: Doc, i: number): boolean {
  if (!doc.flag(i, F.Capital) || !doc.flag(i, F.Word)) return false;
  const named = doc.is(i, C['given-name'] | C['family-name']);
  if (doc.is(i, C.month | C.weekday) && !(named && doc.is(i + 1, C['family-name']))) return false;
  const small = doc.is(i, FUNCTION);
  const acronym = doc.flag(i, F.Caps) && doc.styleAt(i) !== 'caps';
  if (acronym) return true;
  if (small && !doc.flag(i, F.Initial)) return named && !doc.flag(i, F.SentenceStart) && doc.styleAt(i) === 'running';
  if (doc.styleAt(i) !== 'running')
    return !doc.is(i, C.common | C.say | C.act) || named || doc.is(i, C['org-head'] | C['title-word']);
  if (doc.flag(i, F.SentenceStart) && !named && doc.is(i, C.common) && !doc.flag(i + 1, F.Capital)) return false;
  if (doc.flag(i, F.SentenceStart) && doc.is(i, C.say | C.act) && !named) return false;
  return true;
}

/** Whether tokens `i` and `i + 1` stand side by side with nothing but a space or a hyphen between them. */
export function adjacent(doc: Doc, i: number): boolean {
  const j = i + 1;
  if (j >= doc.count || doc.sentence[i] !== doc.sentence[j]) return false;
  return !doc.flag(j, F.NewlineBefore);
}

/** The token before `i` in the same sentence, over a hyphen; -1 for none. */
export function before(doc: Doc, i: number): number {
  let j = i - 1;
  if (doc.flag(j, F.Joiner)) j--;
  return j >= 0 && doc.sentence[j] === doc.sentence[i] ? j : -1;
}

/** The token behind the last token `i`, over a hyphen; -1 for none. */
export function behind(doc: Doc, i: number): number {
  let j = i + 1;
  if (doc.flag(j, F.Joiner)) j++;
  return j < doc.count && doc.sentence[j] === doc.sentence[i] ? j : -1;
}
