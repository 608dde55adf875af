// Meetings that the engine tells against those that are marked: who took part, who with whom, status, kind, place, date, host.
import type { GoldMeeting, Row, Told } from './corpus.ts';

export const FIELDS = ['participants', 'parties', 'status', 'kind', 'place', 'date', 'host'] as const;
export type Field = (typeof FIELDS)[number];

export interface MeetingError {
  row: string;
  /** A field, or "missed" and "extra" for a whole meeting. */
  what: Field | 'missed' | 'extra';
  wanted: string;
  got: string;
  /** The sentence that decided. */
  evidence: string;
}

export class MeetingTally {
  marked = 0;
  told = 0;
  matched = 0;
  /** Right, of how many where the annotation gives the field. */
  readonly fields: Record<Field, { right: number; of: number }> = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, of: 0 }]),
  ) as Record<Field, { right: number; of: number }>;
  readonly people = { right: 0, found: 0, marked: 0 };
  readonly errors: MeetingError[] = [];

  /** Takes the meetings that are the article's news. */
  add(row: Row, told: Told): void {
    if (!row.meetings) return;
    const wanted = row.meetings.filter((m) => !m.background);
    const left = told.meetings.filter((m) => !m.background);
    this.marked += wanted.length;
    this.told += left.length;
    this.countPeople(wanted, left);
    for (const gold of wanted) {
      const best = left.map((m, i) => ({ i, likeness: likeness(gold, m) })).sort((a, b) => b.likeness - a.likeness)[0];
      const found = best && best.likeness > 0 ? left.splice(best.i, 1)[0] : undefined;
      if (!found) this.errors.push({ row: row.id, what: 'missed', wanted: describe(gold), got: '', evidence: '' });
      else this.compare(row.id, gold, found);
    }
    for (const extra of left)
      this.errors.push({ row: row.id, what: 'extra', wanted: '', got: describe(extra), evidence: sentence(extra) });
  }

  private countPeople(wanted: GoldMeeting[], told: GoldMeeting[]): void {
    const gold = unique(wanted.flatMap((m) => m.participants));
    const found = unique(told.flatMap((m) => m.participants));
    this.people.marked += gold.length;
    this.people.found += found.length;
    this.people.right += gold.filter((a) => found.some((b) => sameName(a, b))).length;
  }

  private compare(row: string, gold: GoldMeeting, found: Told['meetings'][number]): void {
    this.matched++;
    const check = (field: Field, right: boolean, wanted: string, got: string): void => {
      this.fields[field].of++;
      if (right) this.fields[field].right++;
      else this.errors.push({ row, what: field, wanted, got, evidence: sentence(found) });
    };
    check(
      'participants',
      sameSet(gold.participants, found.participants, sameName),
      gold.participants.join(', '),
      found.participants.join(', '),
    );
    check(
      'parties',
      sameSet(gold.parties.filter(isCode), found.parties.filter(isCode), (a, b) => a === b),
      gold.parties.join(', '),
      found.parties.join(', '),
    );
    check('status', gold.status === found.status, gold.status, found.status);
    check('kind', gold.kind === found.kind, gold.kind, found.kind);
    if (gold.place) check('place', within(gold.place, found.place), gold.place, found.place ?? 'none');
    if (gold.date) check('date', found.date?.startsWith(gold.date) ?? false, gold.date, found.date ?? 'none');
    if (gold.host)
      check('host', found.host !== null && sameName(gold.host, found.host), gold.host, found.host ?? 'none');
  }
}

const unique = (names: string[]): string[] => [...new Set(names)];
const isCode = (party: string): boolean => /^[A-Z]{2}$/.test(party);
const describe = (m: GoldMeeting): string => `${m.status} ${m.kind}: ${[...m.participants, ...m.parties].join(', ')}`;
const sentence = (m: { evidence: string[] }): string => m.evidence.join(' … ').replace(/\s+/g, ' ');

function likeness(gold: GoldMeeting, found: GoldMeeting): number {
  const people = gold.participants.filter((a) => found.participants.some((b) => sameName(a, b))).length;
  return people * 2 + gold.parties.filter((party) => found.parties.includes(party)).length;
}

function sameSet(a: string[], b: string[], same: (x: string, y: string) => boolean): boolean {
  return a.every((x) => b.some((y) => same(x, y))) && b.every((y) => a.some((x) => same(x, y)));
}

function within(a: string, b: string | null): boolean {
  if (!b) return false;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x);
}

const words = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Two names for one person: two words alike, or the only one. */
export function sameName(a: string, b: string): boolean {
  const x = words(a);
  const y = words(b);
  const shared = x.filter((word) => y.includes(word)).length;
  return shared > 0 && shared >= Math.min(x.length, y.length, 2);
}
