// Facts and invariants of countries.jsonl, places.jsonl, names.jsonl and ambiguity.jsonl.
import { beforeAll, describe, expect, it } from 'vitest';
import { fold, type Records, readRecords } from '../../scripts/dictionary/records.ts';
import { checkDictionary } from '../../scripts/lib/dictionary-check.ts';
import { readDictionaryFiles } from '../../scripts/lib/dictionary-files.ts';
import type { CountryRecord } from '../../src/dictionary/schema.ts';

const OURS = ['countries.jsonl', 'places.jsonl', 'names.jsonl', 'ambiguity.jsonl'];
let records: Records;
let countries: CountryRecord[];
let byId: Map<string, CountryRecord>;
let problems: string[];

beforeAll(async () => {
  const sources = await readDictionaryFiles();
  records = readRecords(sources).records;
  countries = records.countries.map(({ record }) => record);
  byId = new Map(countries.map((c) => [c.id, c]));
  problems = checkDictionary(sources, { today: new Date().toISOString().slice(0, 10) })
    .filter((f) => OURS.includes(f.file) && f.level === 'error')
    .map((f) => `${f.file}:${f.line} ${f.message}`);
});

const namesOf = (c: CountryRecord): string[] => [
  c.name,
  ...(c.official ? [c.official] : []),
  ...c.aliases,
  ...c.former,
];
const adjectivesOf = (c: CountryRecord): string[] => [...c.adjectives, ...c.nationals];
/** Ids of the countries that a word names, by the part of the record that holds it. */
const bearers = (word: string, of: (c: CountryRecord) => string[]): string[] =>
  countries.filter((c) => of(c).some((name) => fold(name) === fold(word))).map((c) => c.id);

describe('countries', () => {
  it('are the 249 of ISO 3166-1, Kosovo and former states', () => {
    expect(countries.filter((c) => /^[A-Z]{2}$/.test(c.id) && c.id !== 'XK')).toHaveLength(249);
    expect(byId.has('XK')).toBe(true);
    const former = countries.filter((c) => c.kind === 'former').map((c) => c.id);
    expect(former.every((id) => id.startsWith('x-'))).toBe(true);
    for (const id of [
      'x-soviet-union',
      'x-yugoslavia',
      'x-czechoslovakia',
      'x-east-germany',
      'x-west-germany',
      'x-south-vietnam',
      'x-rhodesia',
    ])
      expect(former).toContain(id);
    expect(byId.has('EU')).toBe(false);
  });

  it('keep the check clean', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['US', 'United States; US; U.S.; USA; America; United States of America'],
    ['GB', 'United Kingdom; UK; U.K.; Britain; Great Britain'],
    ['CN', "China; PRC; People's Republic of China"],
    ['KP', "North Korea; DPRK; Democratic People's Republic of Korea"],
    ['KR', 'South Korea; ROK; Republic of Korea; Korea'],
    ['CD', 'DR Congo; DRC; Democratic Republic of Congo; Democratic Republic of the Congo; Zaire'],
    ['CG', 'Republic of the Congo; Congo-Brazzaville'],
    ['TR', 'Turkey; Türkiye; Turkiye'],
    ['CI', "Ivory Coast; Côte d'Ivoire; Cote d'Ivoire"],
    ['MM', 'Myanmar; Burma'],
    ['SZ', 'Eswatini; Swaziland'],
    ['CZ', 'Czech Republic; Czechia'],
    ['CV', 'Cape Verde; Cabo Verde'],
    ['TL', 'Timor-Leste; East Timor'],
    ['VA', 'Vatican; Vatican City; Holy See'],
    ['IR', 'Iran; Islamic Republic of Iran; Islamic Republic; Persia'],
    ['AE', 'United Arab Emirates; UAE; U.A.E.; Emirates'],
    ['PS', 'Palestine; State of Palestine'],
    ['LC', 'Saint Lucia; St. Lucia; St Lucia'],
    ['BA', 'Bosnia and Herzegovina; Bosnia; Bosnia-Herzegovina'],
    ['LK', 'Sri Lanka; Ceylon'],
    ['x-soviet-union', 'Soviet Union; USSR'],
  ])('%s is called %s', (id, list) => {
    for (const name of list.split('; ')) expect(bearers(name, namesOf)).toEqual([id]);
  });

  it.each([
    ['GB', 'British; Britons; Brits'],
    ['ES', 'Spanish; Spaniards'],
    ['PL', 'Polish; Poles'],
    ['DK', 'Danish; Danes'],
    ['SE', 'Swedish; Swedes'],
    ['TR', 'Turkish; Turks'],
    ['PH', 'Philippine; Filipino; Filipina; Filipinos'],
    ['KZ', 'Kazakh; Kazakhs; Kazakhstani'],
    ['NE', 'Nigerien; Nigeriens'],
    ['NG', 'Nigerian; Nigerians'],
    ['AZ', 'Azerbaijani; Azeri'],
    ['BF', 'Burkinabe; Burkinabé'],
    ['KR', 'Korean; South Koreans'],
    ['US', 'American; Americans'],
    ['RU', 'Russian; Russians'],
    ['NL', 'Dutch'],
    ['x-soviet-union', 'Soviet; Soviets'],
  ])('%s has the adjectives %s', (id, list) => {
    for (const word of list.split('; ')) expect(bearers(word, adjectivesOf)).toEqual([id]);
  });

  it('share no word but those that ambiguity.jsonl lists', () => {
    const listed = new Set(records.ambiguity.map(({ record }) => fold(record.text)));
    const owners = new Map<string, Set<string>>();
    for (const c of countries) {
      for (const word of [...namesOf(c), ...adjectivesOf(c), ...c.prefixes, ...c.metonyms, ...c.seats]) {
        owners.set(fold(word), (owners.get(fold(word)) ?? new Set()).add(c.id));
      }
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1).map(([word]) => word);
    expect(shared.filter((word) => !listed.has(word))).toEqual([]);
    expect(shared).toEqual(expect.arrayContaining(['congolese', 'dominican', 'virgin islands']));
  });

  it('have capitals and seats that stand for them', () => {
    const metonyms = (c: CountryRecord): string[] => [...c.metonyms, ...c.seats];
    for (const [word, id] of [
      ['Moscow', 'RU'],
      ['Kremlin', 'RU'],
      ['Kiev', 'UA'],
      ['Kyiv', 'UA'],
      ['White House', 'US'],
      ['Downing Street', 'GB'],
      ['No 10', 'GB'],
      ['Elysee', 'FR'],
      ['Tel Aviv', 'IL'],
      ['Delhi', 'IN'],
      ['Nay Pyi Taw', 'MM'],
      ['Nur-Sultan', 'KZ'],
    ] as const)
      expect(bearers(word, metonyms)).toEqual([id]);
    // Brussels speaks for the EU more often than for Belgium, and the Pentagon is an organization.
    expect(bearers('Brussels', metonyms)).toEqual([]);
    expect(bearers('Pentagon', metonyms)).toEqual([]);
  });

  it('know what is no country', () => {
    for (const word of [
      'England',
      'Scotland',
      'Wales',
      'Northern Ireland',
      'Gaza',
      'West Bank',
      'Kurdistan',
      'European Union',
    ])
      expect(bearers(word, (c) => [...namesOf(c), ...c.metonyms])).toEqual([]);
  });

  it('have no article in their names', () => {
    expect(countries.flatMap(namesOf).filter((name) => /^the /i.test(name))).toEqual([]);
  });

  it('give territories a parent, and states none', () => {
    expect(byId.get('GL')).toMatchObject({ kind: 'territory', parent: 'DK' });
    expect(byId.get('HK')).toMatchObject({ kind: 'territory', parent: 'CN' });
    expect(countries.filter((c) => c.kind !== 'territory' && c.parent)).toEqual([]);
    const without = countries.filter((c) => c.kind === 'territory' && !c.parent).map((c) => c.id);
    expect(without).toEqual(['AQ', 'EH']);
  });

  it('bear each Wikidata id once', () => {
    const ids = countries.flatMap((c) => c.wikidata ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(byId.get('US')?.wikidata).toBe('Q30');
    expect(byId.get('CN')?.wikidata).toBe('Q148');
  });
});

describe('places', () => {
  it('hold names that contain a country’s name, so that the longer name wins', () => {
    const names = new Map(
      records.places.flatMap(({ record }) => [record.name, ...record.aliases].map((n) => [n, record] as const)),
    );
    for (const name of [
      'South China Sea',
      'Latin America',
      'Indo-Pacific',
      'New Mexico',
      'Northern Ireland',
      'Gulf of Guinea',
      'Panama Canal',
      'Korean Peninsula',
      'Indian Ocean',
      'Jordan River',
      'Inner Mongolia',
    ])
      expect(names.has(name), name).toBe(true);
    expect(names.get('Geneva')?.country).toBe('CH');
    expect(names.get('Camp David')?.kind).toBe('building');
    expect(names.get('Kharkiv')?.country).toBe('UA');
  });

  it('are no countries', () => {
    const taken = new Set(countries.flatMap((c) => [...namesOf(c), ...c.metonyms].map(fold)));
    expect(
      records.places.flatMap(({ record }) => [record.name, ...record.aliases]).filter((name) => taken.has(fold(name))),
    ).toEqual([]);
  });
});

describe('names', () => {
  it('are single words of many cultures, and say which are everyday words or places too', () => {
    const all = (kind: string) =>
      records.names.filter(({ record }) => record.kind === kind).flatMap(({ record }) => record.names);
    expect(new Set(all('given')).size).toBeGreaterThan(4000);
    expect(new Set(all('family')).size).toBeGreaterThan(2500);
    expect([...all('given'), ...all('family')].filter((name) => /[\s-]/.test(name) || !/^\p{Lu}/u.test(name))).toEqual(
      [],
    );
    const words = new Set(
      records.names.filter(({ record }) => record.also === 'word').flatMap(({ record }) => record.names),
    );
    for (const name of ['Mark', 'Grace', 'Rose', 'May', 'Rice', 'Bush', 'Price'])
      expect(words.has(name), name).toBe(true);
    const particles = new Set(all('particle'));
    for (const particle of ['al', 'bin', 'van', 'der', 'de', 'da', 'von', 'ould', 'abu'])
      expect(particles.has(particle), particle).toBe(true);
  });
});

describe('ambiguity', () => {
  it('settles each word for something its readings know, or for nothing', () => {
    for (const { record } of records.ambiguity) {
      expect(record.readings.length, record.text).toBeGreaterThan(0);
      for (const reading of record.readings) {
        expect(
          [...reading.near, ...reading.before, ...reading.after].length,
          `${record.text}: ${reading.means ?? reading.what}`,
        ).toBeGreaterThan(0);
        if (reading.means === null) expect(reading.what, record.text).toBeTruthy();
      }
    }
    const georgia = records.ambiguity.find(({ record }) => record.text === 'Georgia')?.record;
    expect(georgia?.otherwise).toBe('GE');
    expect(georgia?.readings.find((r) => r.means === null)?.near).toContain('Atlanta');
  });
});
