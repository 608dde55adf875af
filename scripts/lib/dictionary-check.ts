// What must hold in the dictionary's data beyond the schema: order, duplicates, references, terms of office, names that
// collide. Pure: texts of the files in, findings out; `npm run dictionary -- check`, the tests and the build call it.
import type { OfficeRecord } from '../../src/dictionary/schema.ts';
import {
  type Finding,
  fold,
  KINDS,
  type Kind,
  keyOf,
  type Located,
  type Records,
  readRecords,
  type Sources,
} from '../dictionary/records.ts';
import { checkNames } from './dictionary-names.ts';

export interface CheckOptions {
  /** ISO 8601 day: nothing is vouched for later than this. */
  today: string;
}

/** @returns findings in the order of files and lines; empty when all is well. */
export function checkDictionary(sources: Sources, options: CheckOptions): Finding[] {
  const { records, findings } = readRecords(sources);
  findings.push(
    ...checkOrder(records),
    ...checkReferences(records),
    ...checkPeople(records, options.today),
    ...checkTerms(records),
    ...checkNames(records),
  );
  const rank = (f: Finding): string => `${f.file} ${String(f.line).padStart(6, '0')}`;
  return findings.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Kinds whose lines stand in the order of their ids, so that a change reads as one line in a diff. */
const SORTED: Kind[] = ['countries', 'organizations', 'people', 'topics', 'places', 'ambiguity'];

/** Ids out of order within a file, and ids that two records share. */
function checkOrder(records: Records): Finding[] {
  const findings: Finding[] = [];
  for (const kind of KINDS) {
    const seen = new Map<string, Located<unknown>>();
    let previous: Located<unknown> | null = null;
    for (const located of records[kind] as Located<unknown>[]) {
      const key = keyOf(kind, located.record);
      const place = kind === 'places' ? `${key} in ${(located.record as { country: string | null }).country}` : key;
      const first = seen.get(place);
      if (first) findings.push(at(located, 'error', `"${place}" stands already in ${first.file}:${first.line}`));
      else seen.set(place, located);
      if (SORTED.includes(kind) && previous && previous.file === located.file && keyOf(kind, previous.record) > key) {
        findings.push(
          at(located, 'error', `id: out of order, "${key}" belongs before "${keyOf(kind, previous.record)}"`),
        );
      }
      previous = located;
    }
  }
  return findings;
}

/** Countries and organizations that records point to and that are not there. */
function checkReferences(records: Records): Finding[] {
  const findings: Finding[] = [];
  const countries = new Set(records.countries.map(({ record }) => record.id));
  const organizations = new Set(records.organizations.map(({ record }) => record.id));
  const country = (located: Located<unknown>, field: string, id: string | null | undefined): void => {
    if (id && !countries.has(id))
      findings.push(at(located, 'error', `${field}: there is no country "${id}" in countries.jsonl`));
  };
  const body = (located: Located<unknown>, field: string, id: string | null | undefined): void => {
    if (id && !organizations.has(id))
      findings.push(at(located, 'error', `${field}: there is no organization "${id}" in organizations.jsonl`));
  };
  const either = (located: Located<unknown>, field: string, id: string | null): void =>
    id !== null && /^([A-Z]{2}|x-)/.test(id) ? country(located, field, id) : body(located, field, id);

  for (const located of records.countries) country(located, 'parent', located.record.parent);
  for (const located of records.places) country(located, 'country', located.record.country);
  for (const located of records.organizations) {
    country(located, 'country', located.record.country);
    body(located, 'parent', located.record.parent);
    if (located.record.parent === located.record.id)
      findings.push(at(located, 'error', 'parent: it cannot be a part of itself'));
    located.record.members.forEach((id, i) => {
      country(located, `members.${i}`, id);
    });
  }
  for (const located of records.people) {
    country(located, 'country', located.record.country);
    located.record.offices.forEach((office, i) => {
      either(located, `offices.${i}.of`, office.of);
    });
  }
  for (const located of records.ambiguity) {
    either(located, 'otherwise', located.record.otherwise);
    located.record.readings.forEach((reading, i) => {
      either(located, `readings.${i}.means`, reading.means);
    });
  }
  return findings;
}

/** People without an office, terms that end before they begin, and dates that the source cannot vouch for. */
function checkPeople(records: Records, today: string): Finding[] {
  const findings: Finding[] = [];
  for (const located of records.people) {
    const { name, aliases, family, offices } = located.record;
    if (offices.length === 0) findings.push(at(located, 'warning', `offices: ${name} holds none`));
    const whole = [name, ...aliases].some((n) => ` ${fold(n)} `.includes(` ${fold(family)} `));
    if (!whole) findings.push(at(located, 'warning', `family: "${family}" is no part of "${name}" or its aliases`));
    offices.forEach((office, i) => {
      const field = `offices.${i}`;
      const { from, to, asOf } = office;
      if (asOf > today) findings.push(at(located, 'error', `${field}.asOf: ${asOf} is after today (${today})`));
      if (from !== null && from > asOf.slice(0, from.length))
        findings.push(at(located, 'error', `${field}.from: ${from} is after asOf (${asOf})`));
      if (to !== null && to > asOf.slice(0, to.length))
        findings.push(at(located, 'error', `${field}.to: ${to} is after asOf (${asOf})`));
      if (from !== null && to !== null && !mayPrecede(from, to))
        findings.push(at(located, 'error', `${field}.to: ${to} is before from (${from})`));
    });
  }
  return findings;
}

/** Offices that one person holds at a time. Ministers without portfolio, envoys, ambassadors and deputies are many. */
const SINGLE = new Set<OfficeRecord['role']>([
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'defence-minister',
  'finance-minister',
  'interior-minister',
  'national-security-adviser',
  'security-council-secretary',
  'central-bank-governor',
  'un-ambassador',
  'head-of-body',
]);
/** Offices of several: Andorra's co-princes, San Marino's captains regent, members of presidencies and juntas. */
const SHARED = /\bco-|captain regent|\bmembers? of\b|\bjoint\b|\bdisputed\b|\brival\b/i;

interface Term {
  located: Located<Records['people'][number]['record']>;
  field: string;
  office: OfficeRecord;
}

/** Two holders of one office at one time, as far as the dates tell: a month that both share is no overlap. */
function checkTerms(records: Records): Finding[] {
  const findings: Finding[] = [];
  const byOffice = new Map<string, Term[]>();
  for (const located of records.people) {
    located.record.offices.forEach((office, i) => {
      if (!SINGLE.has(office.role) || SHARED.test(office.title)) return;
      const key = `${office.of} ${office.role} ${fold(office.title)}`;
      byOffice.set(key, [...(byOffice.get(key) ?? []), { located, field: `offices.${i}`, office }]);
    });
  }
  for (const terms of byOffice.values()) {
    terms.forEach((later, i) => {
      for (const earlier of terms.slice(0, i)) {
        if (!overlap(earlier.office, later.office)) continue;
        const other = `${earlier.located.record.name} (${span(earlier.office)}, ${earlier.located.file}:${earlier.located.line})`;
        findings.push(
          at(
            later.located,
            'error',
            `${later.field}: ${later.office.title} of ${later.office.of} ${span(later.office)} overlaps with ${other}`,
          ),
        );
      }
    });
  }
  return findings;
}

/** Whether `a` can be no later than `b` when each stands for any day in it: "2024" and "2024-05" can. */
function mayPrecede(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) <= b.slice(0, length);
}

function overlap(a: OfficeRecord, b: OfficeRecord): boolean {
  // A term whose beginning is unknown is taken for the time that its source vouches for.
  const start = (office: OfficeRecord): string => office.from ?? office.to ?? office.asOf;
  const endsBefore = (x: OfficeRecord, y: OfficeRecord): boolean => x.to !== null && mayPrecede(x.to, start(y));
  return !endsBefore(a, b) && !endsBefore(b, a);
}

const span = (office: OfficeRecord): string => `${office.from ?? '?'} to ${office.to ?? 'now'}`;

const at = (located: Located<unknown>, level: Finding['level'], message: string): Finding => ({
  level,
  file: located.file,
  line: located.line,
  message,
});
