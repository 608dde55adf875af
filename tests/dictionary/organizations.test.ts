// Organizations: what must hold for every line of the file, and the boundary that TAGGING draws between a body's own name and
// a country beside a bare ministry or parliament. The file is read as it is, without the compiler.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Country, Organization, type OrganizationRecord, Person } from '../../src/dictionary/schema.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/dictionary');
const records = <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S>[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(schema, JSON.parse(line)));

const organizations = records('organizations.jsonl', Organization);
const byId = new Map(organizations.map((o) => [o.id, o]));
const countries = records('countries.jsonl', Country);
const countryIds = new Set(countries.map((c) => c.id));

/** Folds as the matcher does: no case, accents, full stops; hyphens are spaces. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/\./g, '')
    .replace(/[-–]/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
const namesOf = (o: OrganizationRecord): string[] => [o.name, ...o.aliases, ...o.former, ...o.acronyms];

const owners = new Map<string, Set<string>>();
for (const o of organizations)
  for (const name of namesOf(o)) owners.set(name, (owners.get(name) ?? new Set()).add(o.id));
const folded = new Map<string, Set<string>>();
for (const [name, ids] of owners) folded.set(fold(name), new Set([...(folded.get(fold(name)) ?? []), ...ids]));
const get = (id: string): OrganizationRecord => {
  const found = byId.get(id);
  if (!found) throw new Error(`There is no organization "${id}".`);
  return found;
};

describe('every line', () => {
  test('ids are sorted and no id comes twice', () => {
    const ids = organizations.map((o) => o.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThan(900);
  });

  test('parents, countries and members exist', () => {
    const wrong = organizations.flatMap((o) => [
      ...(o.parent !== undefined && !byId.has(o.parent) ? [`${o.id}: parent ${o.parent}`] : []),
      ...[...(o.country ? [o.country] : []), ...o.members]
        .filter((c) => !countryIds.has(c))
        .map((c) => `${o.id}: ${c}`),
      ...(new Set(o.members).size === o.members.length ? [] : [`${o.id}: a member comes twice`]),
    ]);
    expect(wrong).toEqual([]);
  });

  test('nobody is a part of himself', () => {
    for (const o of organizations) {
      const chain = new Set([o.id]);
      for (let parent = o.parent; parent !== undefined; parent = byId.get(parent)?.parent) {
        expect(chain.has(parent), `${o.id} → ${parent}`).toBe(false);
        chain.add(parent);
      }
    }
  });

  test('a name belongs to one body, unless the context of each tells them apart', () => {
    const wrong = [...owners].filter(([, ids]) => ids.size > 1 && [...ids].some((id) => get(id).needs.length === 0));
    expect(wrong.map(([name, ids]) => `${name}: ${[...ids]}`)).toEqual([]);
  });

  test('a context is a known country or a word long enough to mean something', () => {
    const wrong = organizations.flatMap((o) =>
      o.needs.filter((n) => (/^[A-Z]{2}$/.test(n) ? !countryIds.has(n) : n.length < 3)).map((n) => `${o.id}: ${n}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no name is a country’s', () => {
    const taken = new Set(
      countries.flatMap((c) =>
        [c.name, ...c.aliases, ...c.adjectives, ...c.nationals, ...c.metonyms, ...(c.capital ? [c.capital] : [])].map(
          fold,
        ),
      ),
    );
    expect(organizations.flatMap((o) => namesOf(o).filter((name) => taken.has(fold(name))))).toEqual([]);
  });

  test('no article, tail or dotted double where the name stands without it', () => {
    const wrong = organizations.flatMap((o) => {
      const names = namesOf(o);
      return names.filter((n) => /^The /.test(n) && names.includes(n.slice(4))).map((n) => `${o.id}: ${n}`);
    });
    expect(wrong).toEqual([]);
  });

  test('a name is listed once in its record', () => {
    expect(organizations.filter((o) => new Set(namesOf(o)).size !== namesOf(o).length).map((o) => o.id)).toEqual([]);
  });
});

describe('what other files rest on', () => {
  test.each([
    'un nato eu european-commission european-council european-parliament imf world-bank wto who iaea osce',
    'council-of-europe african-union arab-league asean oic gcc opec sco brics icc icj unhcr unicef wfp unrwa ohchr ocha',
    'oecd ecb iea undp unesco fao ilo iom icrc csto cis eaeu mercosur oas caricom ecowas igad sadc eac commonwealth saarc',
    'hamas hezbollah taliban houthis plo fatah',
  ])('%s', (ids) => {
    expect(ids.split(' ').filter((id) => !byId.has(id))).toEqual([]);
  });

  test('every body that people hold offices in', () => {
    const people = readdirSync(join(folder, 'people'))
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => records(`people/${file}`, Person));
    const missing = people
      .flatMap((p) => p.offices.map((o) => o.of))
      .filter((of) => !countryIds.has(of) && !byId.has(of));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('the great bodies’ members', () => {
  test.each<[id: string, count: number, has: string[], hasNot: string[]]>([
    ['un', 193, ['SS', 'ME', 'CH'], ['VA', 'PS', 'XK', 'TW']],
    ['nato', 32, ['FI', 'SE', 'MK'], ['UA', 'AT', 'IE']],
    ['eu', 27, ['HR'], ['GB', 'NO', 'UA']],
    ['council-of-europe', 46, ['UA', 'TR'], ['RU', 'BY']],
    ['osce', 57, ['US', 'MN', 'VA'], ['XK']],
    ['african-union', 55, ['MA', 'EH', 'SS'], []],
    ['arab-league', 22, ['PS', 'KM', 'SO'], ['IR', 'TR']],
    ['asean', 11, ['TL'], ['PG']],
    ['oic', 57, ['PS', 'GY'], ['IN']],
    ['gcc', 6, ['OM'], ['YE', 'IQ']],
    ['sco', 10, ['BY', 'IR'], ['TR', 'MN']],
    ['brics', 10, ['ID', 'ET'], ['AR']],
    ['ecowas', 12, ['GW'], ['ML', 'BF', 'NE', 'MR']],
    ['g7', 7, ['JP'], ['RU', 'CN']],
    ['g20', 19, ['KR', 'ZA'], ['ES']],
    ['commonwealth', 56, ['RW', 'GA', 'TG'], ['IE', 'ZW']],
    ['opec', 11, ['VE', 'GQ'], ['AE', 'AO', 'QA']],
    ['oecd', 38, ['CO', 'CR'], ['BR']],
  ])('%s', (id, count, has, hasNot) => {
    const { members } = get(id);
    expect(members).toHaveLength(count);
    expect(members).toEqual(expect.arrayContaining(has));
    expect(members.filter((m) => hasNot.includes(m))).toEqual([]);
  });
});

describe('where a name begins and ends', () => {
  test.each([
    ['U.S. Department of State', 'us-state-department'],
    ['US Department of the Treasury', 'us-treasury'],
    ['State Department', 'us-state-department'],
    ['Pentagon', 'us-defense-department'],
    ['Indian Army', 'indian-army'],
    ['Philippine Marine Corps', 'philippine-marine-corps'],
    ['Sudanese Armed Forces', 'sudanese-armed-forces'],
    ['Uganda People’s Defense Forces', 'updf'],
    ['Russian Federation Security Council', 'russian-security-council'],
    ['Iranian Revolutionary Guards', 'irgc'],
    ['Political Bureau of the Communist Party of China Central Committee', 'cpc-politburo'],
    ['Office of the Central Commission for Foreign Affairs', 'central-foreign-affairs-commission-office'],
    ['United Nations Security Council', 'un-security-council'],
    ['U.N. Security Council', 'un-security-council'],
    ['Shanghai Cooperation Organization', 'sco'],
    ['Shanghai Cooperation Organisation', 'sco'],
    ['African Union (AU) Peace and Security Council', 'au-psc'],
    ['Bank of China', 'bank-of-china'],
    ['Chinese Communist Party', 'cpc'],
    ['Houthi', 'houthis'],
    ['C5+1', 'c5-plus-1'],
    ['V4', 'visegrad-group'],
  ])('%s is one name', (name, id) => {
    expect([...(folded.get(fold(name)) ?? [])]).toEqual([id]);
  });

  test.each([
    'US State Department',
    'U.S. Senate',
    'US Congress',
    'Russian Foreign Ministry',
    'Ministry of Foreign Affairs of Estonia',
    'French Senate',
    'Congolese Constitutional Court',
    'Foreign Ministry',
    'Senate',
    'Parliament',
    'National Assembly',
    'Supreme Court',
    'House of Representatives',
    'Ministry of Defence',
    'Kremlin',
    'White House',
    'Élysée',
    'Democrats',
    'CPTPP',
    'Paris Agreement',
  ])('%s is none of this dictionary', (name) => {
    expect([...(folded.get(fold(name)) ?? [])]).toEqual([]);
  });
});

describe('acronyms that mean several things wait for their context', () => {
  test.each(
    'AU IS PA SDF ADF CIS SCO ICC IOM RSF STC PIF FSB PLA SAF IAF PPP NIS PAP CNA CSIS MIT PAN PRI AP RT AES EAC IMO'.split(
      ' ',
    ),
  )('%s', (acronym) => {
    const found = [...(owners.get(acronym) ?? [])];
    expect(found).not.toEqual([]);
    for (const id of found) expect(get(id).needs, id).not.toEqual([]);
  });

  test('the whole name is context enough for its acronym', () => {
    for (const id of [
      'african-union',
      'iom',
      'icc',
      'sco',
      'cis',
      'pacific-islands-forum',
      'palestinian-authority',
      'eac',
    ])
      expect(get(id).needs).toContain(get(id).name);
  });
});
