// The compiled file: its sections come back as they went in, and anything else than the whole of it is refused in a sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DictionaryError,
  FORMAT_VERSION,
  packSense,
  readSections,
  SECTIONS,
  type SectionName,
  senseCase,
  senseForm,
  senseKind,
  senseRef,
  writeSections,
} from '../../src/dictionary/format.ts';

const sectionsOf = (lengths: number[]): Record<SectionName, Uint8Array> =>
  Object.fromEntries(
    SECTIONS.map((name, i) => [name, Uint8Array.from({ length: lengths[i] ?? i }, (_, k) => (k * 7 + i * 13) & 255)]),
  ) as Record<SectionName, Uint8Array>;

describe('sections', () => {
  it('come back as they went in, of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: SECTIONS.length, maxLength: SECTIONS.length }), (lengths) => {
        const sections = sectionsOf(lengths);
        const found = readSections(writeSections(sections));
        for (const name of SECTIONS) expect([...found[name]], name).toEqual([...sections[name]]);
      }),
      { numRuns: 50 },
    );
  });

  it('can be read from bytes that begin anywhere in a buffer, as a network gives them', () => {
    const bytes = writeSections(sectionsOf([]));
    for (const shift of [1, 2, 3, 4, 5]) {
      const room = new Uint8Array(bytes.length + 8);
      room.set(bytes, shift);
      const found = readSections(room.subarray(shift, shift + bytes.length));
      for (const name of SECTIONS) expect(found[name].byteOffset % 4, name).toBe(0);
      expect([...found.words]).toEqual([...sectionsOf([]).words]);
    }
  });
});

describe('refused', () => {
  const good = writeSections(sectionsOf(SECTIONS.map((_, i) => 20 + i)));
  const refusal = (bytes: Uint8Array): string => {
    try {
      readSections(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(DictionaryError);
      expect((error as Error).message).toMatch(/^[A-Z].*\.$/);
      return (error as Error).message;
    }
    return 'read';
  };

  it('no bytes, and a few', () => {
    expect(refusal(new Uint8Array(0))).toContain('cut short');
    expect(refusal(good.slice(0, 19))).toContain('cut short');
  });

  it('another file altogether', () => {
    expect(refusal(new TextEncoder().encode('<!doctype html>'.repeat(40)))).toContain('no dictionary');
  });

  it('another version, named with ours', () => {
    const other = good.slice();
    new Uint32Array(other.buffer)[1] = FORMAT_VERSION + 1;
    expect(refusal(other)).toContain(`format ${FORMAT_VERSION + 1}`);
    expect(refusal(other)).toContain(`format ${FORMAT_VERSION}.`);
  });

  it('cut short anywhere, or with more behind it', () => {
    for (let length = 0; length < good.length; length += 3)
      expect(refusal(good.slice(0, length)), `${length}`).not.toBe('read');
    expect(refusal(Uint8Array.of(...good, 0, 0, 0, 0))).not.toBe('read');
  });

  it('with any one bit turned', () => {
    for (let i = 0; i < good.length; i++) {
      const bad = good.slice();
      bad[i] = (bad[i] as number) ^ (1 << (i & 7));
      expect(refusal(bad), `byte ${i}`).not.toBe('read');
    }
  });

  it('with two words swapped', () => {
    const words = new Uint32Array(good.slice().buffer);
    const at = words.length - 8;
    [words[at], words[at + 2]] = [words[at + 2] as number, words[at] as number];
    expect(refusal(new Uint8Array(words.buffer))).toContain('damaged');
  });
});

describe('senses', () => {
  it('are packed and unpacked', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), fc.nat(3), fc.nat(0xffffff), (kind, form, rule, ref) => {
        const sense = packSense(kind, form, rule, ref);
        expect([senseKind(sense), senseForm(sense), senseCase(sense), senseRef(sense)]).toEqual([
          kind,
          form,
          rule,
          ref,
        ]);
      }),
    );
  });
});
