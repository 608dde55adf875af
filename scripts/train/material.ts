// Annotated rows → examples for training: each stretch of capitals with its features and the labels that its annotation tells.
import type { Dictionary } from '../../src/dictionary/load.ts';
import { Doc } from '../../src/engine/document.ts';
import type { Reading } from '../../src/engine/names/cover.ts';
import { readNames } from '../../src/engine/names/read.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';
import { FEATURES, FeatureReader } from '../../src/engine/tagger/features.ts';
import { type LabelledSpan, paintSpan } from '../../src/engine/tagger/labels.ts';
import { stretchesOf } from '../../src/engine/tagger/stretches.ts';
import type { Row } from '../evaluate/corpus.ts';
import type { Example } from './crf.ts';

/** The article as the grammar alone reads it, and the annotated people and organizations by their tokens. */
export function readRow(row: Row, dictionary: Dictionary): { reading: Reading; gold: LabelledSpan[] } {
  const plain = articleFromText(row.text, row.published);
  const reading = readNames(new Doc(plain.article, dictionary), null, null);
  const { tokens } = reading.doc;
  const gold: LabelledSpan[] = [];
  let i = 0;
  for (const { start, end, kind } of row.marks) {
    if (kind !== 'person' && kind !== 'organization') continue;
    const base = (k: number): number => plain.offsets[tokens.block[k] as number] as number;
    while (i < tokens.count && base(i) + (tokens.end[i] as number) <= start) i++;
    let to = i;
    while (to < tokens.count && base(to) + (tokens.end[to] as number) <= end) to++;
    if (to > i) gold.push({ from: i, to, type: kind });
    i = Math.max(i, to);
  }
  return { reading, gold };
}

export function examplesOf(row: Row, dictionary: Dictionary, weight = 1, kinds: number = FEATURES.all): Example[] {
  const { reading, gold } = readRow(row, dictionary);
  const reader = new FeatureReader(reading, kinds);
  return stretchesOf(reading.doc, reading.cover).map((stretch) => {
    reader.open(stretch);
    const n = stretch.to - stretch.from;
    const features: number[] = [];
    const starts = new Int32Array(n + 1);
    for (let k = 0; k < n; k++) {
      const count = reader.at(k);
      for (let f = 0; f < count; f++) features.push(reader.out[f] as number);
      starts[k + 1] = features.length;
    }
    const labels = new Uint8Array(n);
    for (const { from, to, type } of gold) {
      const a = Math.max(from, stretch.from) - stretch.from;
      const b = Math.min(to, stretch.to) - stretch.from;
      if (b > a) paintSpan(labels, a, b, type);
    }
    return { features: Int32Array.from(features), starts, labels, weight };
  });
}

/**
 * The data files without a share of their people and bodies, chosen by `random`: so that the tagger learns to read names
 * that no dictionary has. Countries, titles and words stay.
 */
export function withoutSome(
  sources: Record<string, string>,
  share: number,
  random: () => number,
): Record<string, string> {
  const dropped = /^(people\/|people\.|organizations)/;
  return Object.fromEntries(
    Object.entries(sources).map(([name, text]) => [
      name,
      dropped.test(name)
        ? text
            .split('\n')
            .filter(() => random() >= share)
            .join('\n')
        : text,
    ]),
  );
}
