// The dictionary as loaded: words and records come back, and a file that was hurt in any section is refused, never half used.
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { DictionaryError, readSections, SECTIONS } from '../../src/dictionary/format.ts';
import { type Dictionary, loadDictionary } from '../../src/dictionary/load.ts';
import { C } from '../../src/engine/text/classes.ts';
import { smallWorld } from './world.ts';

const TAGGER = Uint8Array.from({ length: 64 }, (_, i) => i);
const bytes = compileDictionary(smallWorld(), '1.0.0', TAGGER);

describe('loaded', () => {
  const dictionary: Dictionary = loadDictionary(bytes);
  const all = <T>(records: { length: number; at(i: number): T }): T[] =>
    Array.from({ length: records.length }, (_, i) => records.at(i));

  it('finds every word by its folded form, and no other', () => {
    for (const word of ['norway', 'ostrogan', 'said', 'nato', 'pipeline', 'bergen'])
      expect(dictionary.idOf(word), word).toBeGreaterThanOrEqual(0);
    for (const word of ['', 'norwa', 'norways', 'Norway', 'sweden']) expect(dictionary.idOf(word), word).toBe(-1);
    expect(new Set(['norway', 'chile', 'said'].map((word) => dictionary.idOf(word))).size).toBe(3);
  });

  it('knows the classes of words', () => {
    expect(dictionary.classesOf(dictionary.idOf('in'))).toBe(C['place-preposition'] | C.preposition);
    expect(dictionary.classesOf(dictionary.idOf('said'))).toBe(C.say);
    expect(dictionary.classesOf(-1)).toBe(0);
    expect(dictionary.classes2Of(-1)).toBe(0);
  });

  it('gives records as they were written, people by id', () => {
    expect(all(dictionary.countries).map((c) => c.id)).toEqual(['CL', 'NO']);
    expect(all(dictionary.people).map((p) => p.id)).toEqual(['helena-ostrogan', 'luis-marquenza']);
    expect(dictionary.people.at(0).offices[0]).toMatchObject({
      title: 'foreign minister',
      of: 'NO',
      from: '2021-10-14',
      to: null,
    });
    expect(dictionary.people.at(1).offices).toEqual([]);
    expect(dictionary.organizations.at(0)).toMatchObject({ id: 'nato', kind: 'alliance', country: null });
    expect(dictionary.topics.topics.map((t) => t.id)).toEqual(['energy']);
    expect(dictionary.ambiguities.get('chile')?.otherwise).toBe('CL');
  });

  it('holds no more of the bytes than it was given: a copy is as good', () => {
    const room = new Uint8Array(bytes.length + 3);
    room.set(bytes, 3);
    expect(loadDictionary(room.subarray(3)).idOf('norway')).toBe(dictionary.idOf('norway'));
  });

  it('has no tagger when none was compiled in', () => {
    expect(loadDictionary(compileDictionary(smallWorld(), '1.0.0')).tagger).toBeNull();
  });
});

describe('refused with a sentence', () => {
  const refused = (hurt: Uint8Array, what: string): void => {
    expect(() => loadDictionary(hurt), what).toThrow(DictionaryError);
    expect(() => loadDictionary(hurt), what).toThrow(/^[A-Z].*\.$/);
  };

  it('with a byte turned in any section, at its beginning, middle and end', () => {
    const sections = readSections(bytes);
    for (const name of SECTIONS) {
      const { byteOffset, byteLength } = sections[name];
      if (byteLength === 0) continue;
      for (const at of [0, byteLength >> 1, byteLength - 1]) {
        const hurt = bytes.slice();
        const i = byteOffset - bytes.byteOffset + at;
        hurt[i] = (hurt[i] as number) ^ 0x20;
        refused(hurt, `${name} ${at}`);
      }
    }
  });

  it('cut short at many lengths', () => {
    for (let length = 0; length < bytes.length; length += 17) refused(bytes.slice(0, length), `${length}`);
    refused(bytes.slice(0, -1), 'the last byte');
  });

  it('empty, zeros, text', () => {
    refused(new Uint8Array(0), 'empty');
    refused(new Uint8Array(5000), 'zeros');
    refused(new TextEncoder().encode(JSON.stringify(smallWorld())), 'text');
  });

  it('of another version', () => {
    const other = bytes.slice();
    new Uint32Array(other.buffer, other.byteOffset, 2)[1] = 1;
    refused(other, 'version');
  });
});
