// What is in the dictionary and how fresh it is: counts by kind, country and role, and the offices that nobody has
// vouched for in the past year, oldest first.
import type { OfficeRecord, PersonRecord } from '../../src/dictionary/schema.ts';
import { KINDS, type Records } from './records.ts';

export interface ReportOptions {
  /** ISO 8601 day. */
  today: string;
  /** How many lines each list shows. */
  limit: number;
}

export function report(records: Records, { today, limit }: ReportOptions): string {
  const people = records.people.map(({ record }) => record);
  const sections = [
    table(
      'By kind',
      KINDS.map((kind): Row => [kind, records[kind].length]).filter(([, n]) => n > 0),
    ),
    table(
      'People by file',
      count(records.people, ({ file }) => file),
    ),
    table('People by country', count(people, (p) => p.country ?? 'none').slice(0, limit)),
    table(
      'Organizations by kind',
      count(records.organizations, ({ record }) => record.kind),
    ),
    table(
      'Organizations by country',
      count(records.organizations, ({ record }) => record.country ?? 'international').slice(0, limit),
    ),
    table(
      'Offices by role',
      count(
        people.flatMap((p) => p.offices),
        (o) => o.role,
      ),
    ),
    freshness(people, today),
    staleOffices(people, today, limit),
  ];
  return `${sections.join('\n\n')}\n`;
}

type Row = [string, number];

function count<T>(items: T[], of: (item: T) => string): Row[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function table(title: string, rows: Row[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return [`${title}:`, ...rows.map(([name, n]) => `  ${name.padEnd(width)}  ${String(n).padStart(6)}`)].join('\n');
}

/** The same day a year before: "2026-02-28" → "2025-02-28". */
export function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

/** Offices that last, with their holders, the one longest without a source first. */
export function current(people: PersonRecord[]): { person: PersonRecord; office: OfficeRecord }[] {
  return people
    .flatMap((person) => person.offices.filter((o) => o.to === null).map((office) => ({ person, office })))
    .sort((a, b) =>
      a.office.asOf < b.office.asOf ? -1 : a.office.asOf > b.office.asOf ? 1 : a.person.id < b.person.id ? -1 : 1,
    );
}

function freshness(people: PersonRecord[], today: string): string {
  const lasting = current(people);
  const stale = lasting.filter(({ office }) => office.asOf < yearBefore(today)).length;
  const months = count(lasting, ({ office }) => office.asOf.slice(0, 7)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return `${table('Offices that last, by the month that vouches for them', months)}\n  older than a year: ${stale} of ${lasting.length}`;
}

function staleOffices(people: PersonRecord[], today: string, limit: number): string {
  const stale = current(people).filter(({ office }) => office.asOf < yearBefore(today));
  if (stale.length === 0) return `No office that lasts is older than a year on ${today}.`;
  const lines = stale
    .slice(0, limit)
    .map(
      ({ person, office }) =>
        `  ${office.asOf}  ${person.name} (${person.id}), ${office.title} of ${office.of}, ${office.source}`,
    );
  const rest = stale.length > limit ? [`  … and ${stale.length - limit} more (--limit ${stale.length} shows all)`] : [];
  return [`Offices to look up again, oldest first:`, ...lines, ...rest].join('\n');
}
