// Data files → the compiled dictionary. Deterministic: the same files give the same bytes. Nothing is written unless every
// line passes its schema; a breach names file, line, field and what would be right.
import * as v from 'valibot';
import { C, D, WORD_CLASSES, WORD_CLASSES_2, type WordClassName, type WordClassName2 } from '../engine/text/classes.ts';
import { CASE, DictionaryError, FORM, KIND, type SectionName, writeSections } from './format.ts';
import { packPeople } from './people-table.ts';
import * as schema from './schema.ts';
import {
  bodyTerms,
  countryTerms,
  encounterTerms,
  organizationTerms,
  personTerms,
  placeTerms,
  type Term,
  titleTerms,
} from './terms.ts';
import { buildTrie, packTrie } from './trie.ts';
import { packWords, VocabularyBuilder } from './vocabulary.ts';

/** The text of each data file by its name under src/dictionary/: "countries.jsonl", "people/europe.jsonl". */
export type DictionarySources = Record<string, string>;

export interface Breach {
  file: string;
  line: number;
  message: string;
}

export class BreachError extends DictionaryError {
  override name = 'BreachError';
  constructor(readonly breaches: Breach[]) {
    super(breaches.map((b) => `${b.file}:${b.line}: ${b.message}`).join('\n'));
  }
}

/** Parses one data file against its schema; breaches go to `breaches`. */
export function parseRecords<S extends v.GenericSchema>(
  file: string,
  text: string,
  of: S,
  breaches: Breach[],
): v.InferOutput<S>[] {
  const records: v.InferOutput<S>[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      breaches.push({ file, line: i + 1, message: `not JSON: ${(error as Error).message}` });
      return;
    }
    const result = v.safeParse(of, value);
    if (result.success) records.push(result.output);
    else
      for (const issue of result.issues)
        breaches.push({
          file,
          line: i + 1,
          message: `${v.getDotPath(issue) ?? 'record'}: expected ${issue.message}, got ${issue.received}`,
        });
  });
  return records;
}

/**
 * `tagger`: the trained weights (tagger.bin); none for a dictionary whose names the grammar alone reads.
 * @throws BreachError when a line breaks its schema.
 */
export function compileDictionary(
  sources: DictionarySources,
  version: string,
  tagger: Uint8Array = new Uint8Array(0),
): Uint8Array {
  const breaches: Breach[] = [];
  const read = <S extends v.GenericSchema>(prefix: string, of: S): v.InferOutput<S>[] =>
    Object.keys(sources)
      .filter((name) => name === `${prefix}.jsonl` || name.startsWith(`${prefix}/`))
      .sort()
      .flatMap((name) => parseRecords(name, sources[name] ?? '', of, breaches));
  const countries = read('countries', schema.Country);
  const organizations = read('organizations', schema.Organization);
  // In one order of names, so that the trie, which has them in that order too, tells them apart by small steps.
  const people = read('people', schema.Person).sort((a, b) => (a.id < b.id ? -1 : 1));
  const titles = read('titles', schema.Title);
  const topics = read('topics', schema.TopicRecord);
  // A capital that does not stand for its government (Brussels, Hamilton) is a place like others.
  const places = [
    ...read('places', schema.Place),
    ...countries
      .filter((c) => c.capital && !c.metonyms.includes(c.capital))
      .map(
        (c): schema.PlaceRecord => ({
          name: c.capital as string,
          aliases: [],
          kind: 'city',
          country: c.kind === 'former' ? null : c.id,
        }),
      ),
  ];
  const bodies = read('bodies', schema.Body);
  const ambiguities = read('ambiguity', schema.Ambiguity);
  const encounters = read('encounters', schema.Encounter);
  const words = read('words', schema.WordClass);
  const names = read('names', schema.NameList);
  if (breaches.length > 0) throw new BreachError(breaches);

  const vocabulary = new VocabularyBuilder();
  for (const record of words) {
    const low = WORD_CLASSES.includes(record.id as WordClassName) ? C[record.id as WordClassName] : 0;
    const high = WORD_CLASSES_2.includes(record.id as WordClassName2) ? D[record.id as WordClassName2] : 0;
    if (low === 0 && high === 0)
      throw new DictionaryError(`words.jsonl: there is no word class "${record.id}" in classes.ts.`);
    for (const word of record.words.split(/\s+/))
      for (const part of vocabulary.split(word)) vocabulary.mark(part, low, high);
  }
  for (const list of names) {
    const bits =
      list.kind === 'given'
        ? C['given-name'] | (list.also ? C['given-and-word'] : 0)
        : list.kind === 'family'
          ? C['family-name']
          : C.particle;
    for (const name of list.names) for (const part of vocabulary.split(name)) vocabulary.mark(part, bits);
  }
  const common = C.common;
  const isCommon = (word: string): boolean => (vocabulary.classesOf(word) & common) !== 0;

  const phrases: { topic: number; weight: number; near: string[] }[] = [];
  const topicTerms: Term[] = topics.flatMap((topic, index) =>
    topic.phrases.flatMap((phrase) => {
      const ref = phrases.push({ topic: index, weight: phrase.weight, near: phrase.near }) - 1;
      return plural(phrase.text).map((text) => ({ text, kind: KIND.topic, form: FORM.name, rule: CASE.any, ref }));
    }),
  );
  const terms = [
    ...countryTerms(countries),
    ...organizationTerms(organizations, isCommon),
    ...personTerms(people),
    ...titleTerms(titles),
    ...placeTerms(places),
    ...bodyTerms(bodies),
    ...encounterTerms(encounters),
    ...topicTerms,
  ];
  const trie = buildTrie(
    terms,
    (text) => vocabulary.split(text),
    (word) => vocabulary.add(word),
  );
  const nearWords = phrases.map((p) => p.near.map((word) => vocabulary.split(word)[0] ?? '').filter(Boolean));
  for (const near of nearWords) for (const word of near) vocabulary.add(word);

  const sorted = vocabulary.sorted();
  const packed = packTrie(trie, sorted.idOf);
  const offices = people.flatMap((p) => p.offices.map((o) => o.asOf));
  const meta = {
    version,
    asOf: offices.sort().at(-1) ?? '1970-01-01',
    counts: {
      countries: countries.length,
      organizations: organizations.length,
      people: people.length,
      titles: titles.length,
      topics: topics.length,
      places: places.length,
      terms: terms.length,
      words: sorted.words.length,
      rootEdges: packed.rootEdges,
    },
  };
  const encoder = new TextEncoder();
  const lines = (records: unknown[], kind = ''): Uint8Array =>
    encoder.encode(records.map((r) => `${JSON.stringify(compact(r, kind))}\n`).join(''));
  const sections: Record<SectionName, Uint8Array> = {
    meta: encoder.encode(JSON.stringify(meta)),
    words: packWords(sorted.words),
    classes: bytesOf(Uint32Array.from(sorted.words, (w) => vocabulary.classesOf(w) >>> 0)),
    classes2: bytesOf(Uint32Array.from(sorted.words, (w) => vocabulary.classes2Of(w) >>> 0)),
    ...packed.sections,
    countries: lines(countries, 'countries'),
    organizations: lines(organizations, 'organizations'),
    people: encoder.encode(
      packPeople(people)
        .map((line) => `${line}\n`)
        .join(''),
    ),
    titles: lines(titles, 'titles'),
    places: lines(places, 'places'),
    bodies: lines(bodies, 'bodies'),
    tagger,
    ambiguities: encoder.encode(
      JSON.stringify(ambiguities.map((a) => [vocabulary.split(a.text).join(' '), compact(a, 'ambiguities')])),
    ),
    encounters: lines(encounters.map(({ id, part, frame, kind }) => ({ id, part, frame, kind }))),
    topics: encoder.encode(
      JSON.stringify({
        topics: topics.map(({ id, label, scale }) => ({ id, label, scale })),
        phrases: phrases.map((p, i) => ({
          topic: p.topic,
          weight: p.weight,
          near: (nearWords[i] ?? []).map(sorted.idOf),
        })),
      }),
    ),
  };
  return writeSections(sections);
}

/** A phrase and its other number: "trade deal", "trade deals". */
function plural(text: string): string[] {
  if (/ss$|[^\p{L}]$/u.test(text)) return [text];
  return text.endsWith('s') ? [text, text.slice(0, -1)] : [text, `${text}s`];
}

/** What the engine never asks of a record at run time: names stand in the trie already, sources are for those who keep the data. */
const LEFT_OUT: Record<string, string[]> = {
  countries: [
    'aliases',
    'former',
    'adjectives',
    'nationals',
    'prefixes',
    'official',
    'kind',
    'parent',
    'seats',
    'metonyms',
    'capital',
  ],
  organizations: ['aliases', 'acronyms', 'former', 'native', 'members', 'seat', 'parent'],
  places: ['name', 'aliases'],
  titles: ['aliases'],
  bodies: ['aliases'],
  ambiguities: ['text', 'what'],
};

function compact(record: unknown, kind: string): unknown {
  const left = LEFT_OUT[kind] ?? [];
  return JSON.parse(
    JSON.stringify(record, (key, value: unknown) =>
      left.includes(key) || value === null || (Array.isArray(value) && value.length === 0 && key !== 'offices')
        ? key === ''
          ? value
          : dropped(key, value)
        : value,
    ),
  );
}

/** Nulls that the types promise stay; what was left out goes. */
const dropped = (key: string, value: unknown): unknown =>
  value === null && ['from', 'to', 'country', 'kind', 'means', 'otherwise'].includes(key) ? null : undefined;

const bytesOf = (array: Uint32Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
