// The compiler: deterministic, and strict about every line: a breach names file, line, field and what would be right.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { buildDictionary, readDictionaryFiles } from '../../scripts/lib/dictionary-files.ts';
import { type Breach, BreachError, compileDictionary, parseRecords } from '../../src/dictionary/compile.ts';
import { readSections } from '../../src/dictionary/format.ts';
import { loadDictionary } from '../../src/dictionary/load.ts';
import { Person } from '../../src/dictionary/schema.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';
import { WORD_CLASSES, WORD_CLASSES_2 } from '../../src/engine/text/classes.ts';
import { OFFICE, PERSON, smallWorld } from './world.ts';

function breachesOf(change: (sources: ReturnType<typeof smallWorld>) => void): Breach[] {
  const sources = smallWorld();
  change(sources);
  try {
    compileDictionary(sources, '1.0.0');
  } catch (error) {
    expect(error).toBeInstanceOf(BreachError);
    return (error as BreachError).breaches;
  }
  return [];
}

describe('the same files', () => {
  it('give the same bytes, in whatever order they are handed over', () => {
    const first = compileDictionary(smallWorld(), '1.0.0');
    expect(compileDictionary(smallWorld(), '1.0.0')).toEqual(first);
    const turned = Object.fromEntries(Object.entries(smallWorld()).reverse());
    expect(compileDictionary(turned, '1.0.0')).toEqual(first);
  });

  it('give other bytes when one name, one version or the tagger differs', () => {
    const first = compileDictionary(smallWorld(), '1.0.0');
    const sources = smallWorld();
    sources['people/europe.jsonl'] = sources['people/europe.jsonl']?.replaceAll('Ostrogan', 'Ostrogen') ?? '';
    expect(compileDictionary(sources, '1.0.0')).not.toEqual(first);
    expect(compileDictionary(smallWorld(), '1.0.1')).not.toEqual(first);
    expect(compileDictionary(smallWorld(), '1.0.0', Uint8Array.of(1, 2, 3))).not.toEqual(first);
  });

  it('are not changed by compiling', () => {
    const sources = smallWorld();
    compileDictionary(sources, '1.0.0');
    expect(sources).toEqual(smallWorld());
  });
});

describe('what is compiled', () => {
  it('reads an article', () => {
    const dictionary = loadDictionary(compileDictionary(smallWorld(), '1.0.0'));
    const { article } = articleFromText(
      'Foreign Minister Helena Ostrogan met Luis Marquenza in Bergen. Oslo said so.',
      '2025-01-01',
    );
    const { entities } = analyze(article, dictionary);
    expect(entities.map((e) => e.id).sort()).toEqual(['NO', 'helena-ostrogan', 'luis-marquenza']);
    expect(entities.find((e) => e.id === 'helena-ostrogan')?.office).toMatchObject({
      title: 'foreign minister',
      of: 'NO',
      from: '2021-10-14',
      to: null,
      asOf: '2026-10-01',
    });
  });

  it('says how new it is: the newest day that a source vouches for', () => {
    const dictionary = loadDictionary(compileDictionary(smallWorld(), '4.5.6'));
    expect([dictionary.version, dictionary.asOf]).toEqual(['4.5.6', '2026-10-01']);
    expect(dictionary.counts).toMatchObject({ countries: 2, organizations: 1, people: 2 });
  });

  it('takes Windows line ends, blank lines and no line end at the end', () => {
    const sources = smallWorld();
    for (const [name, text] of Object.entries(sources))
      sources[name] = `\r\n${text.trimEnd().replaceAll('\n', '\r\n\r\n')}`;
    expect(compileDictionary(sources, '1.0.0')).toEqual(compileDictionary(smallWorld(), '1.0.0'));
  });

  it('may be empty', () => {
    const dictionary = loadDictionary(compileDictionary({}, '1.0.0'));
    const { article } = articleFromText('Helena Ostrogan met Wang Yi in Norway.');
    expect(analyze(article, dictionary).entities.filter((e) => e.known)).toEqual([]);
  });
});

describe('a breach', () => {
  const person = (more: object): string => JSON.stringify({ ...PERSON, ...more });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{"id": ', /^not JSON/],
    ['a number for a record', '7', /expected/],
    [
      'an id with capitals',
      person({ id: 'Helena Ostrogan' }),
      /^id: expected an id of lower-case letters.*got "Helena Ostrogan"/,
    ],
    ['a field that there is not', person({ colour: 'red' }), /^colour: expected/],
    ['a field that is missing', JSON.stringify({ id: 'a', name: 'A' }), /^family: expected/],
    ['a country that is no code', person({ country: 'Norway' }), /^country: expected a country code such as FR, XK/],
    ['an empty alias', person({ aliases: [''] }), /^aliases\.0: expected a name/],
    ['an office without its day', person({ offices: [{ ...OFFICE, asOf: undefined }] }), /^offices\.0\.asOf: expected/],
    [
      'a date out of the calendar',
      person({ offices: [{ ...OFFICE, from: '2021-13' }] }),
      /^offices\.0\.from: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got "2021-13"/,
    ],
    ['a role that there is not', person({ offices: [{ ...OFFICE, role: 'king' }] }), /^offices\.0\.role: expected/],
    ['a Wikidata id that is none', person({ wikidata: '148' }), /^wikidata: expected a Wikidata id such as Q148/],
  ])('%s', (_, line, message) => {
    const breaches = breachesOf((sources) => {
      sources['people/europe.jsonl'] =
        `${JSON.stringify({ ...PERSON, id: 'somebody-else', name: 'Somebody Else' })}\n\n${line}\n`;
    });
    expect(breaches.length).toBeGreaterThan(0);
    expect(breaches[0]).toMatchObject({ file: 'people/europe.jsonl', line: 3 });
    expect(breaches.map((b) => b.message).join('\n')).toMatch(message);
  });

  it('is one of all that are told at once, file, line and field each', () => {
    const sources = smallWorld();
    sources['countries.jsonl'] += '{"id":"nor","name":"Norway","kind":"state"}\n';
    sources['people/europe.jsonl'] += '{"id":"x"}\n';
    sources['topics.jsonl'] += '[]\n';
    expect(() => compileDictionary(sources, '1.0.0')).toThrow(
      /countries\.jsonl:3: id: [\s\S]*people\/europe\.jsonl:2: name: [\s\S]*topics\.jsonl:2: /,
    );
  });

  it('in a list of words: a class that the grammar does not know', () => {
    const sources = smallWorld();
    sources['words.jsonl'] += '{"id":"no-such-class","words":"a"}\n';
    expect(() => compileDictionary(sources, '1.0.0')).toThrow('no-such-class');
  });

  it('leaves the good lines of its file readable', () => {
    const breaches: Breach[] = [];
    const read = parseRecords('people.jsonl', `${JSON.stringify(PERSON)}\nnonsense\n`, Person, breaches);
    expect(read).toHaveLength(1);
    expect(breaches).toHaveLength(1);
    expect(v.is(Person, read[0])).toBe(true);
  });
});

describe('the dictionary that ships', () => {
  it('is the same each time it is built, and every section but the tagger has bytes', async () => {
    const sources = await readDictionaryFiles();
    const bytes = compileDictionary(sources, '9.9.9');
    expect(Buffer.compare(compileDictionary(sources, '9.9.9'), bytes)).toBe(0);
    for (const [name, part] of Object.entries(readSections(bytes)))
      if (name !== 'tagger') expect(part.byteLength, name).toBeGreaterThan(0);
  });

  it('has words for every class that the grammar asks for', async () => {
    const dictionary = loadDictionary(await buildDictionary());
    let low = 0;
    let high = 0;
    for (let word = 0; word < (dictionary.counts.words ?? 0); word++) {
      low |= dictionary.classesOf(word);
      high |= dictionary.classes2Of(word);
    }
    expect(WORD_CLASSES.filter((_, i) => !((low >>> i) & 1))).toEqual([]);
    expect(WORD_CLASSES_2.filter((_, i) => !((high >>> i) & 1))).toEqual([]);
  });

  it('has room for every class: 32 bits each', () => {
    expect(WORD_CLASSES.length).toBeLessThanOrEqual(32);
    expect(WORD_CLASSES_2.length).toBeLessThanOrEqual(32);
    expect(new Set([...WORD_CLASSES, ...WORD_CLASSES_2]).size).toBe(WORD_CLASSES.length + WORD_CLASSES_2.length);
  });
});
