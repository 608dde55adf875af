import { describe, expect, it } from 'vitest';
import { type Example, train } from '../../../scripts/train/crf.ts';
import { LABEL_COUNT, LABELS } from '../../../src/engine/tagger/labels.ts';
import { packWeights, Tagger, TaggerError } from '../../../src/engine/tagger/model.ts';

const label = (name: (typeof LABELS)[number]): number => LABELS.indexOf(name);

/** Feature 7 is a first name, 8 a last name, 9 a word; 20 holds for every token. */
function example(words: number[], labels: (typeof LABELS)[number][]): Example {
  return {
    features: Int32Array.from(words.flatMap((w) => [20, w])),
    starts: Int32Array.from([...words.keys(), words.length], (k) => k * 2),
    labels: Uint8Array.from(labels.map(label)),
    weight: 1,
  };
}

const EXAMPLES: Example[] = Array.from({ length: 40 }, () => [
  example([9, 7, 8, 9], ['O', 'B-person', 'L-person', 'O']),
  example([8], ['U-person']),
  example([9, 9], ['O', 'O']),
  example([7, 7, 8], ['B-person', 'I-person', 'L-person']),
]).flat();
const OPTIONS = { epochs: 12, rate: 0.2, sparsity: 0.0005, minimum: 1, seed: 3 };

function tag(tagger: Tagger, words: number[]): string[] {
  tagger.begin(words.length);
  for (const [k, w] of words.entries()) tagger.add(k, Int32Array.from([20, w]), 2);
  tagger.decode(words.length);
  return Array.from(tagger.labels.subarray(0, words.length), (l) => LABELS[l] as string);
}

describe('the tagger', () => {
  const packed = packWeights(train(EXAMPLES, OPTIONS));

  it('learns what its examples show, through packing to bytes', () => {
    const tagger = new Tagger(packed);
    expect(tag(tagger, [9, 9, 7, 8])).toEqual(['O', 'O', 'B-person', 'L-person']);
    expect(tag(tagger, [8, 9])).toEqual(['U-person', 'O']);
    expect(tag(tagger, [9])).toEqual(['O']);
  });

  it('never ends inside a name, whatever the features say', () => {
    const tagger = new Tagger(packed);
    for (const words of [[7], [9, 7], [7, 7, 7], [7, 9]]) {
      const said = tag(tagger, words);
      expect(said.at(-1)).toMatch(/^[OLU]/);
      said.forEach((l, k) => {
        if (/^[IL]/.test(l)) expect(said[k - 1]).toMatch(/^[BI]/);
      });
    }
  });

  it('is trained to the same bytes twice', () => {
    expect(packWeights(train(EXAMPLES, OPTIONS))).toEqual(packed);
  });

  it('reads a stretch again as it read it first, with longer ones between', () => {
    const tagger = new Tagger(packed);
    const first = tag(tagger, [9, 7, 8]);
    tag(
      tagger,
      Array.from({ length: 300 }, (_, k) => 7 + (k % 3)),
    );
    expect(tag(tagger, [9, 7, 8])).toEqual(first);
  });

  it('finds large hashes that lie far apart', () => {
    const row = (name: (typeof LABELS)[number]) => LABELS.map((l) => (l === name ? 1 : 0));
    const features = [
      { hash: 67_108_863, row: row('U-org') },
      { hash: 3, row: row('U-person') },
      { hash: 131_072, row: row('O') },
    ];
    const tagger = new Tagger(packWeights({ features, transitions: new Array(LABEL_COUNT ** 2).fill(0) }));
    const said = (hash: number): string => {
      tagger.begin(1);
      tagger.add(0, Int32Array.from([hash]), 1);
      tagger.decode(1);
      return LABELS[tagger.labels[0] as number] as string;
    };
    expect([said(67_108_863), said(3), said(131_072)]).toEqual(['U-org', 'U-person', 'O']);
  });

  it('says in a sentence what is wrong with a weights file', () => {
    expect(() => new Tagger(packed.slice(0, packed.length - 1))).toThrow(TaggerError);
    expect(() => new Tagger(new Uint8Array(10))).toThrow('cut short');
    const other = packed.slice();
    other[12] = 99;
    expect(() => new Tagger(other)).toThrow('another version');
  });
});
