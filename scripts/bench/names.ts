// Names for measuring the matching: the dictionary's own, and made-up people on top of them, the same at every run.
import type { DictionarySources } from '../../src/dictionary/compile.ts';
import { randomFrom } from '../train/crf.ts';

const ONSETS = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'h',
  'j',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'sh',
  't',
  'tr',
  'v',
  'y',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const CODAS = ['', '', 'n', 'r', 's', 'l', 'm', 'k'];

export function syntheticNames(count: number, seed = 7): string[] {
  const random = randomFrom(seed);
  const pick = (of: string[]): string => of[Math.floor(random() * of.length)] as string;
  const word = (syllables: number): string => {
    let out = '';
    for (let i = 0; i < syllables; i++) out += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    return (out[0] ?? '').toUpperCase() + out.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) names.add(`${word(2)} ${word(2 + Math.floor(random() * 2))}`);
  return [...names];
}

/** The data files with made-up people in a file of their own. */
export function withPeople(sources: DictionarySources, names: string[]): DictionarySources {
  const lines = names.map((name, i) =>
    JSON.stringify({
      id: `made-up-${i}`,
      name,
      aliases: [],
      family: name.split(' ')[1],
      gender: 'm',
      country: 'CH',
      offices: [],
    }),
  );
  return { ...sources, 'people/made-up.jsonl': lines.join('\n') };
}

/** Every name by which a record of people, organizations and countries goes. */
export function surfacesOf(sources: DictionarySources): string[] {
  const surfaces = new Set<string>();
  for (const [file, text] of Object.entries(sources)) {
    if (!/^(people|organizations|countries|places)/.test(file)) continue;
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const record = JSON.parse(line) as Record<string, unknown>;
      for (const field of [
        'name',
        'family',
        'aliases',
        'short',
        'acronyms',
        'former',
        'adjectives',
        'nationals',
        'metonyms',
        'official',
      ]) {
        const value = record[field];
        if (typeof value === 'string') surfaces.add(value);
        else if (Array.isArray(value)) for (const name of value) if (typeof name === 'string') surfaces.add(name);
      }
    }
  }
  surfaces.delete('');
  return [...surfaces];
}

/** What one would do without the compiled file: parse the records and build a trie of nested maps. */
export function buildFromJson(sources: DictionarySources): Map<string, unknown> {
  const root = new Map<string, unknown>();
  for (const surface of surfacesOf(sources)) {
    let node = root;
    for (const word of surface
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s-]+/)) {
      let child = node.get(word) as Map<string, unknown> | undefined;
      if (!child) {
        child = new Map();
        node.set(word, child);
      }
      node = child;
    }
    node.set('', surface);
  }
  return root;
}
