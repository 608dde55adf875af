// One meeting while the article is read: all that is told of it, and what that comes to.
import type { MeetingKind, MeetingStatus } from '../analysis.ts';
import type { Draft } from '../entities/registry.ts';
import { unique } from './sides.ts';
import type { Telling } from './tellings.ts';
import type { Place } from './where.ts';

export class MeetingRecord {
  readonly tellings: Telling[] = [];
  /** The visits during which it was. */
  readonly visits: Telling[] = [];
  /** "the meeting", told of again: where and when it was. */
  readonly again: Telling[] = [];
  people: Draft[] = [];
  parties: string[] = [];
  /** Of a visit that is the article's news. */
  news = false;
  readonly past: boolean;

  constructor(first: Telling) {
    this.past = first.past;
    this.add(first);
  }

  add(telling: Telling): void {
    this.tellings.push(telling);
    this.people = unique([...this.people, ...telling.people]);
    this.parties = unique([...this.parties, ...telling.parties]);
  }

  /** Others who sat at the table, and for whom. */
  join(people: Draft[], parties: string[] = []): void {
    this.people = unique([...this.people, ...people]);
    this.parties = unique([...this.parties, ...parties]);
  }

  /** Whether a telling speaks of this meeting. */
  isSame(telling: Telling): boolean {
    const { people, parties } = this;
    const known = this.tellings[0] as Telling;
    if (telling.both && telling.people.length + telling.parties.length === 0) return true;
    if (telling.date && known.date && telling.date !== known.date && telling.past) return false;
    if (telling.past !== this.past && !telling.lead) return false;
    // The body's next summit, told at the end, is not the meeting that took place.
    if (!telling.lead && telling.people.length === 0 && telling.status === 'planned' && known.status === 'held')
      return false;
    const fits = (a: string[], b: string[]): boolean => a.every((p) => b.includes(p)) || b.every((p) => a.includes(p));
    const shared = telling.people.filter((p) => people.includes(p));
    // "A, B and C discussed trade" after talks of whose people nobody was named.
    if (people.length === 0 && telling.people.length > 1 && telling.parties.length === 0) return !this.past;
    if (telling.people.length === 0 || people.length === 0)
      return telling.parties.length > 0 && fits(telling.parties, parties);
    if (shared.length === 0) return false;
    const whole = shared.length === telling.people.length || shared.length === people.length;
    // One side the same, the other somebody else: a meeting of its own.
    return whole ? fits(telling.parties, parties) || parties.length < 2 : shared.length > 1;
  }

  isNews(): boolean {
    return this.news || this.tellings.some((t) => t.lead && !t.past && (t.certain || !t.title || t.people.length > 1));
  }

  get kind(): MeetingKind {
    return this.tellings.map((t) => t.kind).find((k) => k !== null) ?? 'in-person';
  }

  status(): MeetingStatus {
    const told = [...this.tellings, ...this.visits].filter((t) => this.past || !t.past);
    const lead = told.filter((t) => t.lead);
    const best =
      lead.find((t) => t.status === 'cancelled') ??
      lead.find((t) => t.certain && !t.title) ??
      told.find((t) => t.certain) ??
      lead[0] ??
      (this.tellings[0] as Telling);
    return best.status;
  }

  host(): Draft | null {
    return this.tellings.map((t) => t.host).find((h) => h !== null) ?? null;
  }

  places(): Place[] {
    return this.nearby()
      .map((t) => t.place)
      .filter((p): p is Place => p !== null);
  }

  place(): Place | null {
    const places = this.places();
    return places.find((p) => p.exact) ?? places[0] ?? null;
  }

  /** All that tells where and when: its own tellings, then the visits, the nearest first. */
  private nearby(): Telling[] {
    const at = this.tellings[0]?.sentence ?? 0;
    const visits = [...this.visits].sort((a, b) => Math.abs(a.sentence - at) - Math.abs(b.sentence - at));
    return [...this.tellings, ...this.again, ...visits];
  }

  date(): string | null {
    const dates = this.nearby()
      .map((t) => t.date)
      .filter((d): d is string => d !== null);
    return dates.find((d) => d.length === 10) ?? dates[0] ?? null;
  }
}
