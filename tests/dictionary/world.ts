// A dictionary of a few records of every kind, for the tests of compiler, format and loader.
import type { DictionarySources } from '../../src/dictionary/compile.ts';

const lines = (...records: unknown[]): string => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

export const OFFICE = {
  title: 'foreign minister',
  of: 'NO',
  role: 'foreign-minister',
  from: '2021-10-14',
  to: null,
  asOf: '2026-10-01',
  source: 'public record',
};
export const PERSON = {
  id: 'helena-ostrogan',
  name: 'Helena Ostrogan',
  family: 'Ostrogan',
  country: 'NO',
  offices: [OFFICE],
};

export const smallWorld = (): DictionarySources => ({
  'countries.jsonl': lines(
    { id: 'CL', name: 'Chile', adjectives: ['Chilean'], capital: 'Santiago', metonyms: ['Santiago'], kind: 'state' },
    { id: 'NO', name: 'Norway', adjectives: ['Norwegian'], capital: 'Oslo', metonyms: ['Oslo'], kind: 'state' },
  ),
  'organizations.jsonl': lines({
    id: 'nato',
    name: 'North Atlantic Treaty Organization',
    acronyms: ['NATO'],
    kind: 'alliance',
    country: null,
  }),
  'people/europe.jsonl': lines(PERSON),
  'people/americas.jsonl': lines({
    id: 'luis-marquenza',
    name: 'Luis Marquenza',
    family: 'Marquenza',
    country: 'CL',
    offices: [],
  }),
  'titles.jsonl': lines({ title: 'foreign minister', role: 'foreign-minister' }),
  'topics.jsonl': lines({
    id: 'energy',
    label: 'Energy',
    phrases: [
      { text: 'gas pipeline', weight: 3 },
      { text: 'pipeline', weight: 1, near: ['gas'] },
    ],
  }),
  'places.jsonl': lines({ name: 'Bergen', kind: 'city', country: 'NO' }),
  'bodies.jsonl': lines({ body: 'foreign ministry', small: true }),
  'ambiguity.jsonl': lines({
    text: 'Chile',
    readings: [{ means: null, what: 'the pepper', after: ['sauce'] }],
    otherwise: 'CL',
  }),
  'encounters.jsonl': lines({
    id: 'meet',
    part: 'verb',
    frame: 'mutual',
    kind: 'in-person',
    base: ['meet'],
    past: ['met'],
  }),
  'words.jsonl': lines(
    { id: 'say', words: 'said says' },
    { id: 'place-preposition', words: 'in' },
    { id: 'preposition', words: 'in of' },
  ),
  'names.jsonl': lines({ kind: 'given', culture: 'Norwegian', names: ['Helena'] }),
});
