// Which office a person holds at a date.
import type { OfficeRecord, PersonRecord, Role } from '../../dictionary/schema.ts';
import type { Office } from '../analysis.ts';

/** Which of several offices held at once is told: the first in this order. */
const RANK: Role[] = [
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'national-security-adviser',
  'security-council-secretary',
  'head-of-body',
  'defence-minister',
  'vice-president',
  'royal',
  'deputy-head-of-government',
];

const rank = (role: Role): number => {
  const at = RANK.indexOf(role);
  return at < 0 ? RANK.length : at;
};

/** A partial date's first and last day, so that "2024" compares with "2024-05-12". */
const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);
const lastDay = (date: string): string => date + (date.length === 4 ? '-12-31' : date.length === 7 ? '-31' : '');

export function holds(office: OfficeRecord, date: string | null): boolean {
  if (date === null) return office.to === null;
  const day = lastDay(date);
  if (office.from !== null && firstDay(office.from) > day) return false;
  return office.to === null || lastDay(office.to) >= firstDay(date);
}

/** The office at `date` (ISO 8601, null for the newest); of several the most senior, then the newest; else the last one held. */
export function officeAt(person: PersonRecord, date: string | null): Office | null {
  const current = person.offices.filter((o) => holds(o, date));
  const senior = current.sort((a, b) => rank(a.role) - rank(b.role) || (b.from ?? '').localeCompare(a.from ?? ''))[0];
  if (senior) return tell(senior);
  const past = person.offices
    .filter((o) => o.to !== null && (date === null || firstDay(o.to) <= lastDay(date)))
    .sort((a, b) => (b.to ?? '').localeCompare(a.to ?? ''))[0];
  return past ? tell(past) : null;
}

function tell(record: OfficeRecord): Office {
  return { title: record.title, of: record.of, from: record.from, to: record.to, asOf: record.asOf };
}
