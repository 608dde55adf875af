// From tellings to meetings: one record for each, however often the article speaks of it; which are its news and which
// background; who takes part for whom, who hosts, where and when.
import type { Meeting } from '../analysis.ts';
import type { Linking } from '../entities/link.ts';
import { officeAt } from '../entities/offices.ts';
import { type Profile, readProfiles } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import type { Reading } from '../names/cover.ts';
import { attendanceIn } from './attendants.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';
import { hostOf } from './hosts.ts';
import { facesStranger, isStateOffice } from './offices.ts';
import { MeetingRecord } from './record.ts';
import { partyIn, unique } from './sides.ts';
import { smallWords } from './small-words.ts';
import { type Telling, tellingsOf } from './tellings.ts';

export interface MeetingsRead {
  meetings: Meeting[];
  participants: string[];
}

export function readMeetings(reading: Reading, linking: Linking): MeetingsRead {
  const { doc } = reading;
  const scene: Scene = {
    reading,
    linking,
    profiles: readProfiles(reading, linking),
    groups: new Map(),
    dates: new Map(),
    words: smallWords((word) => doc.dictionary.idOf(word)),
  };
  const reader = new MeetingReader(scene);
  const sentences = doc.sentenceStart.length - 1;
  for (let s = 0; s < sentences; s++) reader.readSentence(s);
  return reader.finish();
}

/** Sentences of the body that tell the news. */
const LEAD_SENTENCES = 4;
/** Sentences within which the talks of a visit told in the lead are the news. */
const VISIT_SENTENCES = 14;

class MeetingReader {
  private readonly records: MeetingRecord[] = [];
  private readonly visits: Telling[] = [];
  subject: Draft | null = null;
  several: Draft[] = [];

  get open(): boolean {
    return this.records.length > 0;
  }

  private bodySentences = 0;

  constructor(private readonly scene: Scene) {}

  readSentence(sentence: number): void {
    const { doc } = this.scene.reading;
    const first = doc.sentenceStart[sentence] as number;
    const { kind } = doc.blockOf(first);
    const title = kind === 'title';
    // Captions and headings between the paragraphs do not use up the lead.
    if (!title && kind !== 'caption' && kind !== 'heading') this.bodySentences++;
    const lead = title || this.bodySentences <= LEAD_SENTENCES;
    if (mentionsEncounter(this.scene, sentence))
      for (const telling of tellingsOf(this.scene, sentence, lead, this)) this.take(telling);
    this.takeAttendants(sentence);
    this.noteSubject(sentence);
  }

  private take(telling: Telling): void {
    if (telling.weak) {
      this.visits.push(telling);
      return;
    }
    const record = this.records.find((r) => r.isSame(telling));
    if (record) record.add(telling);
    else if (telling.again) this.joinAgain(telling);
    else if (telling.parties.length > 1 || (!telling.both && telling.parties.length + telling.people.length > 0))
      this.records.push(new MeetingRecord(telling));
  }

  /** "During the meeting, B added": B was there too. */
  private joinAgain(telling: Telling): void {
    const open = this.openRecord();
    if (!open || telling.past) return;
    open.again.push(telling);
    if (telling.fronted || telling.host) this.joinTo(open, telling.people);
  }

  private joinTo(record: MeetingRecord, people: Draft[]): void {
    const joined = people.filter((p) => this.belongs(p, record));
    const parties = joined.map((p) => partyIn(this.scene, p)).filter((p): p is string => p !== null);
    record.join(joined, this.isOfBody(record) ? parties : []);
  }

  private openRecord(): MeetingRecord | undefined {
    return this.records.findLast((r) => !r.past && (r.parties.length > 1 || this.isOfBody(r)));
  }

  /** "the council's emergency session": a body's own meeting, whoever comes. */
  private isOfBody({ parties, tellings }: MeetingRecord): boolean {
    const body = parties.length === 1 && (parties[0] ?? '').length > 2;
    return tellings[0]?.gathers === true ? parties.some((party) => party.length > 2) : body;
  }

  private takeAttendants(sentence: number): void {
    const open = this.openRecord();
    for (const { people, side } of attendanceIn(this.scene, sentence)) {
      for (const person of people) {
        const profile = this.scene.profiles.get(person);
        if (profile && side && partyIn(this.scene, person) === null) profile.country = side;
      }
      if (!open) continue;
      const parties = [...new Set(people.map((p) => partyIn(this.scene, p)).filter((p) => p !== null))];
      // Guests from several states make it a meeting of many, whoever was named before.
      if (parties.length > 2) {
        open.join(people, parties);
        open.news ||= this.bodySentences <= LEAD_SENTENCES && open.tellings.some((t) => t.lead && !t.past);
      } else this.joinTo(open, people);
    }
  }

  /** Whether a person can sit at the table: of one of the parties, or of none that the article tells. */
  private belongs(person: Draft, record: MeetingRecord): boolean {
    const party = partyIn(this.scene, person);
    const profile = this.scene.profiles.get(person);
    if (profile?.business || (profile && profile.roles.size === 0 && !person.person && !profile.country)) return false;
    if (person.country && record.parties.includes(person.country)) return true;
    return party === null || this.isOfBody(record) || record.parties.includes(party) || record.parties.length > 2;
  }

  private noteSubject(sentence: number): void {
    const main = groupsOf(this.scene, sentence).find(
      (g) => !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1 && !g.pronoun,
    );
    if (main) this.subject = main.people[0] ?? null;
    const several = groupsOf(this.scene, sentence).find(
      (g) => !g.aside && !g.possessive && g.preposition < 0 && g.people.length > 1,
    );
    if (several) this.several = several.people;
  }

  finish(): MeetingsRead {
    this.applyVisits();
    this.meetingsOfVisits();
    const meetings: Meeting[] = [];
    for (const record of this.records) {
      const meeting = this.meeting(record);
      if (meeting) meetings.push(meeting);
    }
    // An occasion without names ("ahead of the summit") is background where the news names who met.
    const named = meetings.some((m) => !m.background && m.participants.length > 1);
    if (named) for (const m of meetings) if (m.participants.length === 0) m.background = true;
    const news = meetings.filter((m) => !m.background);
    return { meetings, participants: unique(news.flatMap((m) => m.participants.map((p) => p.entity))) };
  }

  /**
   * A visit whose talks no sentence names: "at the end of the visit of A to C, both sides". Those of the country visited
   * who stand beside the visitor take part.
   */
  private meetingsOfVisits(): void {
    const open = this.visits.filter((v) => v.lead && !v.past && v.parties.length > 1 && this.isVisitOfState(v));
    for (const visit of open) {
      const same = this.records.find((r) => r.visits.includes(visit) || r.isSame(visit));
      if (same && same.parties.length < 2) same.add(visit);
      if (same) continue;
      const record = new MeetingRecord(visit);
      const hosts = new Set(visit.sides[1].states);
      for (let s = 0; s < this.scene.reading.doc.sentenceStart.length - 1; s++)
        for (const g of groupsOf(this.scene, s))
          if (
            (g.people.length > 1 && g.people.some((p) => visit.people.includes(p))) ||
            this.invites(g) ||
            (g.people.length === 1 && s < VISIT_SENTENCES && this.leads(g.people[0] as Draft))
          )
            record.join(
              g.people.filter((p) => {
                const party = partyIn(this.scene, p);
                return party === null ? this.invites(g) && isStateOffice(this.scene, p) : hosts.has(party);
              }),
            );
      this.records.push(record);
    }
  }

  private leads(person: Draft): boolean {
    const roles = this.scene.profiles.get(person)?.roles;
    return roles !== undefined && (roles.has('head-of-state') || roles.has('head-of-government'));
  }

  /** "at the invitation of B", "B invited A". */
  private invites({ from, to, preposition }: Group): boolean {
    const { doc } = this.scene.reading;
    for (let k = from - 1; k >= from - 3; k--) if (/^invit/.test(doc.fold(k)) && preposition >= 0) return true;
    for (let k = to; k < to + 4; k++) if (/^invit/.test(doc.fold(k))) return true;
    return false;
  }

  private isVisitOfState({ people, sides }: Telling): boolean {
    const [{ people: visitors }, { states }] = sides;
    return (
      people.length > 0 &&
      visitors.some((p) => isStateOffice(this.scene, p) && !states.includes(partyIn(this.scene, p) ?? ''))
    );
  }

  /** "X arrived in B" in the lead makes the talks told of later the article's news, and tells where and when they were. */
  private applyVisits(): void {
    for (const visit of this.visits) {
      if (visit.past) continue;
      for (const record of this.records)
        if (!record.past && this.isDuring(record, visit)) {
          const done = visit.status === 'planned' && record.status() === 'held';
          if (visit.lead && !done && record.tellings.some((t) => t.sentence < VISIT_SENTENCES)) record.news = true;
          record.visits.push(visit);
        }
    }
  }

  private isDuring(record: MeetingRecord, visit: Telling): boolean {
    const goes = visit.sides[1].states;
    return (
      record.kind === 'in-person' &&
      visit.people.some((p) => record.people.includes(p)) &&
      (goes.length === 0 || record.parties.length < 2 || goes.some((s) => record.parties.includes(s)))
    );
  }

  private meeting(record: MeetingRecord): Meeting | null {
    const { people, parties, kind } = record;
    // Cartels and militias among themselves are no diplomacy.
    if (!record.tellings.some((t) => t.gathers) && parties.every((p) => this.isArmed(p))) return null;
    if (parties.length < 2 && !facesStranger(this.scene, record.tellings, parties)) return null;
    const place = kind === 'in-person' ? record.place() : null;
    const host = record.host() ?? hostOf(this.scene, record);
    return {
      kind,
      format: parties.length > 2 ? 'multilateral' : 'bilateral',
      status: record.status(),
      background: !record.isNews(),
      participants: people.map((draft) => ({
        entity: draft.id,
        title: this.title(draft),
        party: partyIn(this.scene, draft),
      })),
      parties,
      host: kind === 'in-person' ? (host?.id ?? null) : null,
      place: place?.text ?? null,
      date: record.date(),
      evidence: [...record.tellings, ...record.visits].map((t) => t.evidence),
    };
  }

  private isArmed(party: string): boolean {
    return this.scene.linking.registry.drafts.get(party)?.organization?.kind === 'armed-group';
  }

  private title(draft: Draft): string | null {
    const profile: Profile | undefined = this.scene.profiles.get(draft);
    return (
      profile?.title ??
      (draft.person ? (officeAt(draft.person, this.scene.reading.doc.article.published)?.title ?? null) : null)
    );
  }
}

function mentionsEncounter(scene: Scene, sentence: number): boolean {
  const { doc, matches } = scene.reading;
  for (let i = doc.sentenceStart[sentence] as number; i < (doc.sentenceStart[sentence + 1] as number); i++)
    for (const match of matches[i] ?? []) if (match.senses.some((s) => (s & 7) === 7)) return true;
  return false;
}
