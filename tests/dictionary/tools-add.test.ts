// Adding a record by answers: what is asked again, what is refused, and what ends up in the file.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addWith, type Context } from '../../scripts/dictionary/commands.ts';
import type { Sources } from '../../scripts/dictionary/records.ts';

const TODAY = '2026-11-24';
const SOUND: Sources = {
  'countries.jsonl': '{"id":"XA","name":"Ardenia","kind":"state"}\n',
  'people/isles.jsonl':
    '{"id":"bo-lund","name":"Bo Lund","family":"Lund","country":"XA","offices":[{"title":"president","of":"XA","role":"head-of-state","from":"2020-01","to":null,"asOf":"2026-10-10","source":"test"}]}\n',
  'places.jsonl': '{"name":"Port Ard","kind":"city","country":"XA"}\n',
};

describe('add', () => {
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  async function run(answers: string[], more: Partial<Context> = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'attache-add-'));
    folders.push(folder);
    await mkdir(join(folder, 'people'));
    for (const [name, text] of Object.entries(SOUND)) await writeFile(join(folder, name), text);
    const shown: string[] = [];
    const context: Context = {
      folder,
      file: undefined,
      today: TODAY,
      asOf: TODAY,
      limit: 10,
      print: (t) => shown.push(t),
      ...more,
    };
    const queue = [...answers];
    const result = await addWith(SOUND, undefined, context, async (question) => {
      shown.push(question);
      return queue.shift() ?? null;
    }).catch((error: Error) => error);
    return {
      result,
      shown: shown.join('\n'),
      file: await readFile(join(folder, 'places.jsonl'), 'utf8'),
      people: await readFile(join(folder, 'people/isles.jsonl'), 'utf8'),
    };
  }

  it('asks again for what the schema refuses, and puts the record into its place', async () => {
    const { result, shown, file } = await run([
      'places',
      'Great Ard',
      'Ard the Great; Old Ard',
      'town',
      'city',
      'XA',
      'y',
    ]);
    expect(result).toBe(true);
    expect(shown).toMatch(/kind: expected .*"city".*, got "town"/);
    expect(file.split('\n')[0]).toBe(
      '{"name":"Great Ard","aliases":["Ard the Great","Old Ard"],"kind":"city","country":"XA"}',
    );
    expect(file).toContain('"Port Ard"');
  });

  it('adds nothing when the answer is no, the input ends or an error would be new', async () => {
    const before = SOUND['places.jsonl'];
    expect(await run(['places', 'Great Ard', '', 'city', 'XA', 'n'])).toMatchObject({ result: false, file: before });
    const ended = await run(['places', 'Great Ard']);
    expect(ended.file).toBe(before);
    expect(String(ended.result)).toContain('The answers ended before the record was whole');
    const unknown = await run(['places', 'Great Ard', '', 'city', 'XQ', 'y']);
    expect(unknown).toMatchObject({ result: false, file: before });
    expect(unknown.shown).toContain('there is no country "XQ"');
  });

  it('refuses a record that is there already', async () => {
    const { result, file } = await run(['places', 'Port Ard', '', 'city', 'XA', 'y']);
    expect(String(result)).toContain('places.jsonl:1: "Port Ard" is there already');
    expect(file).toBe(SOUND['places.jsonl']);
  });

  it('asks for a person with offices, suggests the id, and refuses a second holder of one office', async () => {
    const person = ['people', 'Ada Moor', '', 'Ada M. Moor', 'Moor', '', '', 'f', 'XA', 'y'];
    const office = ['foreign minister', 'XA', 'foreign-minister', '20-01', '2024-05', '-', '2026-10-10', 'test'];
    const whole = await run([...person, ...office, 'n', '', 'y']);
    expect(whole.shown).toContain('id [ada-moor]: ');
    expect(whole.shown).toContain('from: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, got "20-01"');
    expect(whole.result).toBe(true);
    expect(JSON.parse(whole.people.split('\n')[0] as string)).toEqual({
      id: 'ada-moor',
      name: 'Ada Moor',
      aliases: ['Ada M. Moor'],
      family: 'Moor',
      gender: 'f',
      country: 'XA',
      offices: [
        {
          title: 'foreign minister',
          of: 'XA',
          role: 'foreign-minister',
          from: '2024-05',
          to: null,
          asOf: '2026-10-10',
          source: 'test',
        },
      ],
    });

    const second = await run([
      ...person,
      'president',
      'XA',
      'head-of-state',
      '2024-05',
      '-',
      '2026-10-10',
      'test',
      'n',
      '',
      'y',
    ]);
    expect(second).toMatchObject({ result: false, people: SOUND['people/isles.jsonl'] });
    expect(second.shown).toContain('overlaps with');
  });
});
