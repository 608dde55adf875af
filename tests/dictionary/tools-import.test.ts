// Import of a Wikidata query result, tried on small results in both forms that the service offers, with invented people.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { accept, type Context, importResult } from '../../scripts/dictionary/commands.ts';
import { type Proposal, propose } from '../../scripts/dictionary/propose.ts';
import { readRecords, type Sources } from '../../scripts/dictionary/records.ts';
import { readResult, roleOf } from '../../scripts/dictionary/wikidata.ts';

const AS_OF = '2026-11-20';
const lines = (...records: object[]): string => records.map((r) => `${JSON.stringify(r)}\n`).join('');
const office = (more: object = {}) => ({
  title: 'president',
  of: 'XA',
  role: 'head-of-state',
  from: null,
  to: null,
  asOf: '2026-10-10',
  source: 'test',
  ...more,
});
const SOURCES: Sources = {
  'countries.jsonl': lines({ id: 'XA', name: 'Ardenia', kind: 'state' }),
  'people/isles.jsonl': lines(
    { id: 'ada-moor', name: 'Ada Moor', family: 'Moor', country: 'XA', offices: [office({ from: '2019' })] },
    {
      id: 'bo-lund',
      name: 'Bo Lund',
      family: 'Lund',
      country: 'XA',
      offices: [office({ title: 'foreign minister', role: 'foreign-minister', from: '2020-02-01' })],
    },
    {
      id: 'cy-strand',
      name: 'Cy Strand',
      family: 'Strand',
      country: 'XA',
      offices: [office({ title: 'defence minister', role: 'defence-minister', from: '2021-03-01', to: '2024-01-09' })],
      wikidata: 'Q903',
    },
  ),
};
const { records } = readRecords(SOURCES);

const row = (
  qid: string,
  name: string,
  officeLabel: string,
  more: Record<string, string> = {},
): Record<string, string> => ({
  person: `http://www.wikidata.org/entity/${qid}`,
  personLabel: name,
  iso: 'XA',
  officeLabel,
  ...more,
});
const ROWS = [
  row('Q901', 'Ada Moor', 'President of Ardenia', {
    start: '2019-06-01T00:00:00Z',
    startPrecision: '11',
    end: '2026-06-01T00:00:00Z',
    endPrecision: '10',
    aliases: 'Ada Maria Moor|Moor',
    gender: 'http://www.wikidata.org/entity/Q6581072',
  }),
  row('Q902', 'Bo Lund', 'Minister of Foreign Affairs of Ardenia', {
    start: '2020-02-03T00:00:00Z',
    startPrecision: '11',
  }),
  row('Q903', 'Cy Strand', 'Minister of Defence', {
    start: '2021-03-01T00:00:00Z',
    startPrecision: '11',
    end: '2024-01-09T00:00:00Z',
    endPrecision: '11',
  }),
  row('Q904', 'Di Voss', 'President of Ardenia', {
    familyLabel: 'Voss',
    start: '2026-06-01T00:00:00Z',
    startPrecision: '11',
  }),
  row('Q905', 'Q905', 'President of Ardenia'),
  row('Q906', 'Eli Nord', 'President of Nordia', { iso: 'XN' }),
];
const verbose = (rows: Record<string, string>[]) => ({
  head: {
    vars: [
      'person',
      'personLabel',
      'familyLabel',
      'gender',
      'iso',
      'officeLabel',
      'start',
      'startPrecision',
      'end',
      'endPrecision',
      'aliases',
    ],
  },
  results: {
    bindings: rows.map((r) =>
      Object.fromEntries(Object.entries(r).map(([k, value]) => [k, { type: 'literal', value }])),
    ),
  },
});

const proposed = (rows = ROWS): Map<string, Proposal> =>
  new Map(propose(readResult(verbose(rows)), records, AS_OF).map((p) => [p.id, p]));

describe('readResult', () => {
  it('reads both forms alike and leaves out people without an English name', () => {
    const terms = readResult(verbose(ROWS));
    expect(readResult(ROWS)).toEqual(terms);
    expect(terms.map(({ qid }) => qid)).toEqual(['Q901', 'Q902', 'Q903', 'Q904', 'Q906']);
    expect(terms[0]).toEqual({
      qid: 'Q901',
      name: 'Ada Moor',
      family: null,
      gender: 'f',
      aliases: ['Ada Maria Moor', 'Moor'],
      country: 'XA',
      title: 'president',
      role: 'head-of-state',
      from: '2019-06-01',
      to: '2026-06',
    });
  });

  it('says what is wrong with other files', () => {
    expect(() => readResult({ rows: [] })).toThrow(/no result of the Wikidata query service/);
    expect(() => readResult([{ person: 'x' }])).toThrow(/lacks the columns personLabel, iso, officeLabel/);
    expect(readResult([])).toEqual([]);
  });

  it('tells the role from the label', () => {
    expect(roleOf('Minister of Foreign Affairs of Ukraine')).toBe('foreign-minister');
    expect(roleOf('Deputy Minister of Foreign Affairs')).toBe('deputy-foreign-minister');
    expect(roleOf('Prime Minister of the United Kingdom')).toBe('head-of-government');
    expect(roleOf('Deputy Prime Minister')).toBe('deputy-head-of-government');
    expect(roleOf('Chancellor of the Exchequer')).toBe('finance-minister');
    expect(roleOf('Federal Chancellor of Germany')).toBe('head-of-government');
    expect(roleOf('Vice President of the United States')).toBe('vice-president');
    expect(roleOf('King of Spain')).toBe('head-of-state');
    expect(roleOf('Permanent Representative of France to the United Nations')).toBe('un-ambassador');
    expect(roleOf('Secretary of the Security Council of the Russian Federation')).toBe('security-council-secretary');
    expect(roleOf('mayor')).toBe('other');
  });
});

describe('propose', () => {
  it('fills what is missing: the id, a closer date, an end, aliases', () => {
    const moor = proposed().get('ada-moor');
    expect(moor?.accept).toBe(false);
    expect(moor?.changes).toEqual([
      'wikidata: Q901',
      'aliases + Ada Maria Moor',
      'president of XA: from 2019 → 2019-06-01',
      'president of XA: to now → 2026-06',
    ]);
    expect(moor?.record.offices).toEqual([office({ from: '2019-06-01', to: '2026-06', asOf: AS_OF })]);
    expect(moor?.was?.offices[0]?.to).toBe(null);
  });

  it('keeps our date where both sides have one and they differ, and says so', () => {
    const lund = proposed().get('bo-lund');
    expect(lund?.notes).toEqual(['foreign minister of XA: from 2020-02-01 with us, 2020-02-03 on Wikidata']);
    expect(lund?.record.offices[0]).toMatchObject({ from: '2020-02-01', asOf: '2026-10-10' });
  });

  it('proposes new people whole, and nothing for what is known or in no country of ours', () => {
    const all = proposed();
    expect([...all.keys()]).toEqual(['ada-moor', 'bo-lund', 'di-voss']);
    expect(all.get('di-voss')?.record).toEqual({
      id: 'di-voss',
      name: 'Di Voss',
      aliases: [],
      family: 'Voss',
      short: [],
      country: 'XA',
      offices: [office({ from: '2026-06-01', asOf: AS_OF, source: 'Wikidata' })],
      wikidata: 'Q904',
    });
  });

  it('does not take a namesake with another id for the same person', () => {
    const namesake = proposed([row('Q999', 'Cy Strand', 'President of Ardenia')]);
    expect([...namesake.keys()]).toEqual(['cy-strand-xa']);
    expect(namesake.get('cy-strand-xa')?.was).toBe(null);
  });
});

describe('import and accept', () => {
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  async function imported(rows = ROWS) {
    const folder = await mkdtemp(join(tmpdir(), 'attache-import-'));
    folders.push(folder);
    await mkdir(join(folder, 'people'));
    await writeFile(join(folder, 'people/isles.jsonl'), SOURCES['people/isles.jsonl'] as string);
    const shown: string[] = [];
    const context: Context = {
      folder,
      file: undefined,
      today: AS_OF,
      asOf: AS_OF,
      limit: 10,
      print: (t) => shown.push(t),
    };
    const [result, out] = [join(folder, 'result.json'), join(folder, 'proposals.json')];
    await writeFile(result, JSON.stringify(verbose(rows)));
    await importResult(SOURCES, result, out, context);
    return { folder, shown, out, context };
  }
  const choose = async (out: string, which: (p: Proposal) => boolean): Promise<void> => {
    const proposals = JSON.parse(await readFile(out, 'utf8')) as Proposal[];
    await writeFile(out, JSON.stringify(proposals.map((p) => ({ ...p, accept: which(p) }))));
  };

  it('changes nothing by itself, then carries out what was accepted', async () => {
    const { out, context, folder, shown } = await imported();
    const file = (): Promise<string> => readFile(join(folder, 'people/isles.jsonl'), 'utf8');
    expect(shown.join('')).toContain('3 proposals in');
    expect(await file()).toBe(SOURCES['people/isles.jsonl']);
    expect(await accept(SOURCES, out, context)).toBe(true);
    expect(await file()).toBe(SOURCES['people/isles.jsonl']);

    await choose(out, (p) => p.id !== 'bo-lund');
    expect(await accept(SOURCES, out, context)).toBe(true);
    expect(shown.at(-1)).toBe('2 proposals carried out, 1 left.\n');
    const after = readRecords({ ...SOURCES, 'people/isles.jsonl': await file() });
    expect(after.findings).toEqual([]);
    expect(after.records.people.map(({ record }) => [record.id, record.wikidata, record.offices[0]?.to])).toEqual([
      ['ada-moor', 'Q901', '2026-06'],
      ['bo-lund', undefined, null],
      ['cy-strand', 'Q903', '2024-01-09'],
      ['di-voss', 'Q904', null],
    ]);
  });

  it('refuses what would break the data, and what has changed since', async () => {
    const { out, context, shown } = await imported();
    await choose(out, (p) => p.id === 'di-voss');
    expect(await accept(SOURCES, out, context)).toBe(false);
    expect(shown.join('')).toContain('overlaps with Ada Moor');
    await choose(out, (p) => p.id === 'ada-moor');
    const moved = {
      ...SOURCES,
      'people/isles.jsonl': (SOURCES['people/isles.jsonl'] as string).replace('"2019"', '"2018"'),
    };
    await expect(accept(moved, out, context)).rejects.toThrow(/has changed since this was proposed/);
  });

  it('says what is wrong with a file of proposals', async () => {
    const { context, folder } = await imported();
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '[{"accept":"yes"}]');
    await expect(accept(SOURCES, broken, context)).rejects.toThrow(/0\.accept: expected boolean, got "yes"/);
    await expect(accept(SOURCES, join(folder, 'none.json'), context)).rejects.toThrow(/there is no such file/);
  });
});
