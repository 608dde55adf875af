import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS, mayBegin, mayEnd, mayFollow, paintSpan, spansOf } from '../../../src/engine/tagger/labels.ts';

describe('labels', () => {
  it('tell the names that were painted', () => {
    const labels = new Uint8Array(7);
    paintSpan(labels, 0, 1, 'person');
    paintSpan(labels, 1, 4, 'organization');
    paintSpan(labels, 5, 7, 'person');
    expect([...labels].map((l) => LABELS[l])).toEqual([
      'U-person',
      'B-org',
      'I-org',
      'L-org',
      'O',
      'B-person',
      'L-person',
    ]);
    expect(spansOf(labels, 7)).toEqual([
      { from: 0, to: 1, type: 'person' },
      { from: 1, to: 4, type: 'organization' },
      { from: 5, to: 7, type: 'person' },
    ]);
  });

  it('come back as they went, for any names side by side', () => {
    const names = fc.array(
      fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 }), fc.constantFrom('person' as const, 'organization' as const)),
    );
    fc.assert(
      fc.property(names, (made) => {
        let at = 0;
        const spans = made.map(([gap, length, type]) => {
          const from = at + gap;
          at = from + length;
          return { from, to: at, type };
        });
        const labels = new Uint8Array(at + 1);
        for (const { from, to, type } of spans) paintSpan(labels, from, to, type);
        expect(spansOf(labels, at)).toEqual(spans);
        expect(mayBegin(labels[0] ?? 0)).toBe(true);
        expect(mayEnd(labels[at] ?? 0)).toBe(true);
        for (let i = 1; i < at; i++) expect(mayFollow(labels[i - 1] as number, labels[i] as number)).toBe(true);
      }),
    );
  });
});
