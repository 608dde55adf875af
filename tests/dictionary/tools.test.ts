// The tools of those who keep the dictionary: what check finds, and what find, report and diff say.
import { describe, expect, it } from 'vitest';
import { type Context, check } from '../../scripts/dictionary/commands.ts';
import { diff } from '../../scripts/dictionary/diff.ts';
import { fileFor, place } from '../../scripts/dictionary/files.ts';
import { find, describe as tellOf } from '../../scripts/dictionary/find.ts';
import { fold, readRecords, type Sources } from '../../scripts/dictionary/records.ts';
import { report } from '../../scripts/dictionary/report.ts';
import { checkDictionary } from '../../scripts/lib/dictionary-check.ts';

const TODAY = '2026-11-24';
const lines = (...records: object[]): string => records.map((r) => `${JSON.stringify(r)}\n`).join('');
const country = (id: string, name: string, more: object = {}) => ({ id, name, kind: 'state', ...more });
const office = (more: object = {}) => ({
  title: 'president',
  of: 'XA',
  role: 'head-of-state',
  from: '2020-01',
  to: null,
  asOf: '2026-10-10',
  source: 'test',
  ...more,
});
const person = (id: string, name: string, offices: object[] = [office()], more: object = {}) => ({
  id,
  name,
  family: name.split(' ').at(-1),
  country: 'XA',
  offices,
  ...more,
});

/** Two invented countries, a body and a president: nothing to complain of. */
const SOUND: Sources = {
  'countries.jsonl': lines(
    country('XA', 'Ardenia', { adjectives: ['Ardenian'] }),
    country('XB', 'Borduria', { adjectives: ['Bordurian'] }),
  ),
  'organizations.jsonl': lines({
    id: 'tin',
    name: 'Treaty of the Isles',
    acronyms: ['TIN'],
    kind: 'alliance',
    country: null,
    members: ['XA'],
  }),
  'people/isles.jsonl': lines(
    person('ada-moor', 'Ada Moor'),
    person('bo-lund', 'Bo Lund', [office({ of: 'tin', title: 'secretary', role: 'head-of-body' })]),
  ),
  'places.jsonl': lines({ name: 'Port Ard', kind: 'city', country: 'XA' }),
};

const findings = (change: Sources) => checkDictionary({ ...SOUND, ...change }, { today: TODAY });
const said = (change: Sources) => findings(change).map((f) => `${f.level} ${f.file}:${f.line} ${f.message}`);

describe('check', () => {
  it('finds nothing in sound data', () => {
    expect(said({})).toEqual([]);
  });

  it('names file, line, field and what would be right', () => {
    const bad = lines(person('ada-moor', 'Ada Moor'), person('bo-lund', 'Bo Lund', [office({ from: '2020-13' })]));
    expect(said({ 'people/isles.jsonl': bad })).toEqual([
      'error people/isles.jsonl:2 offices.0.from: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got "2020-13"',
    ]);
  });

  it('tells fields that are missing or unknown', () => {
    const bad = '{"name":"Port Ard","kind":"city","country":"XA","river":"Ard"}\n{"name":"Ost","kind":"city"}\n';
    expect(said({ 'places.jsonl': bad })).toEqual([
      'error places.jsonl:1 river: there is no such field',
      'error places.jsonl:2 country: this field is missing',
    ]);
  });

  it('tells lines that are no JSON and files that no schema covers, and reads the rest', () => {
    const found = said({ 'places.jsonl': `{"name":\n${SOUND['places.jsonl']}`, 'rivers.jsonl': '{}' });
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^error places\.jsonl:1 not a JSON object on one line/);
    expect(found[1]).toMatch(/^error rivers\.jsonl:0 no schema covers this file/);
  });

  it('finds ids out of order and ids that two files share', () => {
    const found = said({
      'people/isles.jsonl': lines(person('bo-lund', 'Bo Lund', []), person('ada-moor', 'Ada Moor')),
      'people/zone.jsonl': lines(person('ada-moor', 'Ada Moor', [office({ of: 'XB' })])),
    });
    expect(found).toContain('error people/isles.jsonl:2 id: out of order, "ada-moor" belongs before "bo-lund"');
    expect(found).toContain('error people/zone.jsonl:1 "ada-moor" stands already in people/isles.jsonl:2');
  });

  it('finds references to what is not there', () => {
    const found = said({
      'people/isles.jsonl': lines(person('ada-moor', 'Ada Moor', [office({ of: 'nowhere' })], { country: 'XZ' })),
      'organizations.jsonl': lines({
        id: 'tin',
        name: 'Treaty of the Isles',
        kind: 'alliance',
        country: null,
        parent: 'tim',
        members: ['XA', 'XY'],
      }),
    });
    expect(found).toEqual([
      'error organizations.jsonl:1 parent: there is no organization "tim" in organizations.jsonl',
      'error organizations.jsonl:1 members.1: there is no country "XY" in countries.jsonl',
      'error people/isles.jsonl:1 country: there is no country "XZ" in countries.jsonl',
      'error people/isles.jsonl:1 offices.0.of: there is no organization "nowhere" in organizations.jsonl',
    ]);
  });

  it('finds two holders of one office at one time, and takes a shared month for a handover', () => {
    const handover = (end: string) =>
      lines(
        person('ada-moor', 'Ada Moor', [office({ from: '2016', to: end })]),
        person('cy-strand', 'Cy Strand', [office({ from: '2020-05-04' })]),
      );
    expect(said({ 'people/isles.jsonl': handover('2020-05') })).toEqual([]);
    expect(said({ 'people/isles.jsonl': handover('2020') })).toEqual([]);
    expect(said({ 'people/isles.jsonl': handover('2021-05') })).toEqual([
      'error people/isles.jsonl:2 offices.0: president of XA 2020-05-04 to now overlaps with Ada Moor (2016 to 2021-05, people/isles.jsonl:1)',
    ]);
  });

  it('leaves alone offices that several hold', () => {
    const envoy = { title: 'special envoy', role: 'special-envoy' };
    const regent = { title: 'captain regent' };
    for (const more of [envoy, regent]) {
      const text = lines(
        person('ada-moor', 'Ada Moor', [office(more)]),
        person('cy-strand', 'Cy Strand', [office(more)]),
      );
      expect(said({ 'people/isles.jsonl': text })).toEqual([]);
    }
  });

  it('finds dates that cannot be', () => {
    const at = (more: object): string[] =>
      said({ 'people/isles.jsonl': lines(person('ada-moor', 'Ada Moor', [office(more)])) });
    expect(at({ asOf: '2026-11-25' })).toEqual([
      'error people/isles.jsonl:1 offices.0.asOf: 2026-11-25 is after today (2026-11-24)',
    ]);
    expect(at({ from: '2026-11' })).toEqual([
      'error people/isles.jsonl:1 offices.0.from: 2026-11 is after asOf (2026-10-10)',
    ]);
    expect(at({ to: '2026-10-11' })).toEqual([
      'error people/isles.jsonl:1 offices.0.to: 2026-10-11 is after asOf (2026-10-10)',
    ]);
    expect(at({ to: '2019' })).toEqual(['error people/isles.jsonl:1 offices.0.to: 2019 is before from (2020-01)']);
    expect(at({ from: '2026', to: '2026-03' })).toEqual([]);
  });

  it('warns of people without an office and of family names that are no part of the name', () => {
    const text = lines(person('ada-moor', 'Ada Moor', [], { family: 'Moore' }));
    expect(said({ 'people/isles.jsonl': text })).toEqual([
      'warning people/isles.jsonl:1 offices: Ada Moor holds none',
      'warning people/isles.jsonl:1 family: "Moore" is no part of "Ada Moor" or its aliases',
    ]);
  });

  it('finds names that collide, unless a rule settles them', () => {
    const twins = lines(country('XA', 'Ardenia'), country('XB', 'Borduria', { aliases: ['Ardénia'] }));
    expect(said({ 'countries.jsonl': twins })).toEqual([
      'error countries.jsonl:2 "Ardénia" is also the country XA (countries.jsonl:1); list it in ambiguity.jsonl or say more',
    ]);
    const rule = lines({ text: 'Ardenia', readings: [{ means: 'XB', near: ['Bord'] }], otherwise: 'XA' });
    expect(said({ 'countries.jsonl': twins, 'ambiguity.jsonl': rule })).toEqual([]);
    const bodies = (needs: string[]) =>
      lines(
        { id: 'assembly-a', name: 'National Assembly', kind: 'parliament', country: 'XA', needs },
        { id: 'assembly-b', name: 'National Assembly', kind: 'parliament', country: 'XB', needs },
        { id: 'tin', name: 'Treaty of the Isles', kind: 'alliance', country: null },
      );
    expect(findings({ 'organizations.jsonl': bodies([]) }).map((f) => f.level)).toEqual(['error']);
    expect(findings({ 'organizations.jsonl': bodies(['XA']) })).toEqual([]);
    const port = lines({ name: 'Ada Moor', kind: 'city', country: 'XA' });
    expect(findings({ 'places.jsonl': port }).map((f) => f.level)).toEqual(['warning']);
  });

  it('ends well on warnings unless it is strict', () => {
    const texts: string[] = [];
    const context = { today: TODAY, print: (t: string) => texts.push(t) } as unknown as Context;
    const lonely = { ...SOUND, 'people/isles.jsonl': lines(person('ada-moor', 'Ada Moor', [])) };
    expect(check(lonely, context, false)).toBe(true);
    expect(check(lonely, context, true)).toBe(false);
    expect(texts.at(-1)).toBe('4 files: 0 errors, 1 warning.\n');
  });
});

describe('fold', () => {
  it('takes spellings of one name for one', () => {
    expect(fold("Sana'a")).toBe(fold('Sanaa'));
    expect(fold('Abdel-Fattah al-Sīsī')).toBe(fold('Abdel Fattah al Sisi'));
    expect(fold('Erdoğan')).toBe(fold('ERDOGAN'));
    expect(fold('Trinidad & Tobago')).toBe(fold('Trinidad and Tobago'));
    expect(fold('Niger')).not.toBe(fold('Nigeria'));
  });
});

describe('find and report', () => {
  const { records } = readRecords(SOUND);

  it('finds by any name, the exact ones first, and tells the offices', () => {
    expect(find(records, 'moor').map(tellOf)).toEqual([
      'Ada Moor (as "Moor"): people, ada-moor, XA  people/isles.jsonl:1\n  president of XA, 2020-01 to now (as of 2026-10-10, test)',
    ]);
    expect(find(records, 'ardenian')[0]?.located.file).toBe('countries.jsonl');
    expect(find(records, 'TIN')[0]?.kind).toBe('organizations');
    expect(find(records, 'Zubrowka')).toEqual([]);
  });

  it('counts, and puts offices older than a year first', () => {
    const old = {
      ...SOUND,
      'people/old.jsonl': lines(
        person('di-voss', 'Di Voss', [office({ of: 'XB', asOf: '2024-01-01' })], { country: 'XB' }),
      ),
    };
    const text = report(readRecords(old).records, { today: TODAY, limit: 10 });
    expect(text).toMatch(/countries +2\n/);
    expect(text).toMatch(/people +3\n/);
    expect(text).toContain('older than a year: 1 of 3');
    expect(text).toContain('2024-01-01  Di Voss (di-voss), president of XB, test');
    expect(report(records, { today: TODAY, limit: 10 })).toContain('No office that lasts is older than a year');
  });
});

describe('diff', () => {
  it('tells records and offices that came, went and changed', () => {
    const newer = {
      ...SOUND,
      'people/isles.jsonl': lines(
        person('ada-moor', 'Ada Moor', [office({ to: '2026-05' })], { aliases: ['A. Moor'] }),
        person('cy-strand', 'Cy Strand', [office({ from: '2026-05' })]),
      ),
    };
    expect(diff(readRecords(SOUND).records, readRecords(newer).records)).toEqual([
      'people  ~ ada-moor: aliases + "A. Moor"',
      'people  ~ ada-moor: office ends: president of XA, now → 2026-05',
      'people  - bo-lund: Bo Lund; secretary of tin, 2020-01 to now (as of 2026-10-10, test)',
      'people  + cy-strand: Cy Strand; president of XA, 2026-05 to now (as of 2026-10-10, test)',
    ]);
    expect(diff(readRecords(SOUND).records, readRecords(SOUND).records)).toEqual([]);
  });
});

describe('place', () => {
  it('keeps the order of ids and every other line as it is', () => {
    const text = '{"id": "ada-moor", "name": "Ada Moor"}\n{"id": "di-voss", "name": "Di Voss"}\n';
    const placed = place(
      { 'people/isles.jsonl': text },
      'people/isles.jsonl',
      'people',
      person('bo-lund', 'Bo Lund', []),
    );
    expect(placed.line).toBe(2);
    const after = placed.text.trimEnd().split('\n');
    expect([after[0], after[2]]).toEqual(text.trimEnd().split('\n'));
    expect(JSON.parse(after[1] as string)).toEqual(person('bo-lund', 'Bo Lund', []));
  });

  it('knows the file of a country and asks where it does not', () => {
    const { records } = readRecords(SOUND);
    expect(fileFor(records, 'people', { id: 'new', country: 'XA' })).toBe('people/isles.jsonl');
    expect(() => fileFor(records, 'people', { id: 'new', country: 'XB' })).toThrow(
      /name the file with --file \(there are people\/isles\.jsonl\)/,
    );
  });
});
