// The people's data files read as they are, without the compiler, and who held an office on a day: for the tests of people.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type OfficeRecord, Person, type PersonRecord, type Role } from '../../src/dictionary/schema.ts';

/** Days far apart on which great offices are asked about. */
export const DAYS = ['2015-06-15', '2020-06-15', '2023-06-15', '2026-10-05'] as const;
/** The day on which the files were last gone through: nothing in them can be known later. */
export const REVIEWED = '2026-11-24';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/dictionary');

/** Lines of a data file, named without its ending: "people/africa". */
export const linesOf = (file: string): string[] =>
  readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

export const peopleOf = (region: string): PersonRecord[] =>
  linesOf(`people/${region}`).map((line) => v.parse(Person, JSON.parse(line)));

/** Whether `a` is before `b`, as far as both are known: the year 2021 is not before March 2021. */
export function isBefore(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

export const start = (office: OfficeRecord): string => office.from ?? '0000';
export const end = (office: OfficeRecord): string => office.to ?? '9999';
export const covers = (office: OfficeRecord, day: string): boolean =>
  !isBefore(day, start(office)) && isBefore(day, end(office));

export function holders(people: PersonRecord[], of: string, role: Role, day: string): string[] {
  return people.filter((p) => p.offices.some((o) => o.of === of && o.role === role && covers(o, day))).map((p) => p.id);
}

/** Folds as the matcher does: no case, accents, apostrophes; hyphens are spaces. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/['’‘]/g, '')
    .replace(/-/g, ' ')
    .toLowerCase();
