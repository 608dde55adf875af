// What the tagger says of a token: outside of names, or the beginning, inside, last or only token of a person's or an
// organization's name. Countries are no labels of its own: the dictionary and the grammar read those.

export const LABELS = [
  'O',
  'B-person',
  'I-person',
  'L-person',
  'U-person',
  'B-org',
  'I-org',
  'L-org',
  'U-org',
] as const;
export const LABEL_COUNT = LABELS.length;

const B = 1;
const I = 2;
const L = 3;
const U = 4;
/** First label of each type: B, I, L, U follow one another. */
export const TYPE_BASE = { person: 0, organization: 4 } as const;
export type TaggedType = keyof typeof TYPE_BASE;

export interface LabelledSpan {
  from: number;
  to: number;
  type: TaggedType;
}

const isInside = (label: number): boolean => label !== 0 && (label - 1) % 4 < 2;
const continues = (label: number): boolean => label !== 0 && ((label - 1) % 4 === 1 || (label - 1) % 4 === 2);
const typeOf = (label: number): number => (label - 1) >> 2;

/** Whether label `b` may follow label `a`. */
export const mayFollow = (a: number, b: number): boolean =>
  isInside(a) ? continues(b) && typeOf(a) === typeOf(b) : !continues(b);
export const mayBegin = (label: number): boolean => !continues(label);
export const mayEnd = (label: number): boolean => !isInside(label);

/** For each label, the labels that may stand before it. */
export const PREDECESSORS: readonly (readonly number[])[] = LABELS.map((_, b) =>
  LABELS.map((_, a) => a).filter((a) => mayFollow(a, b)),
);

/** Writes the labels of a name at positions `from` up to `to`. */
export function paintSpan(labels: Uint8Array | number[], from: number, to: number, type: TaggedType): void {
  const base = TYPE_BASE[type];
  if (to - from === 1) labels[from] = base + U;
  else for (let i = from; i < to; i++) labels[i] = base + (i === from ? B : i === to - 1 ? L : I);
}

/** The names that a row of labels tells. */
export function spansOf(labels: ArrayLike<number>, count: number): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (let i = 0; i < count; i++) {
    const label = labels[i] as number;
    if (label === 0 || continues(label)) continue;
    let end = i + 1;
    if (isInside(label)) while (end < count && continues(labels[end] as number)) end++;
    spans.push({ from: i, to: end, type: label > 4 ? 'organization' : 'person' });
    i = end - 1;
  }
  return spans;
}
