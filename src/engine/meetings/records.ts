// From encounters to meetings: one record for each, however often the article speaks of it; which are its news and which
// background; who takes part for whom, who hosts, where and when.
import type { Role } from '../../dictionary/schema.ts';
import type { Meeting, MeetingKind, MeetingStatus, Span } from '../analysis.ts';
import type { Linking } from '../entities/link.ts';
import { officeAt } from '../entities/offices.ts';
import { isPartyBody, type Profile, partyOf, readProfiles } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import type { Reading } from '../names/cover.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';
import { attendantsOf } from './attendants.ts';
import { type Encounter, encountersOf } from './encounters.ts';
import { smallWords } from './small-words.ts';
import { kindOf, statusOf } from './status.ts';
import { dateIn } from './when.ts';
import { type Place, placeIn } from './where.ts';

interface Side {
  people: Draft[];
  states: string[];
}

/** One telling of a meeting, resolved to who is meant. */
interface Telling {
  people: Draft[];
  parties: string[];
  sides: [Side, Side];
  both: boolean;
  kind: MeetingKind | null;
  status: MeetingStatus;
  host: Draft | null;
  place: Place | null;
  date: string | null;
  past: boolean;
  weak: boolean;
  sentence: number;
  lead: boolean;
  evidence: Span;
}

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
    words: smallWords((word) => doc.dictionary.idOf(word)),
  };
  const reader = new MeetingReader(scene);
  const sentences = doc.sentenceStart.length - 1;
  for (let s = 0; s < sentences; s++) reader.readSentence(s);
  return reader.finish();
}

const STATE_OFFICES: Role[] = [
  'head-of-state',
  'head-of-government',
  'deputy-head-of-government',
  'vice-president',
  'foreign-minister',
  'deputy-foreign-minister',
  'defence-minister',
  'minister',
  'national-security-adviser',
  'security-council-secretary',
  'special-envoy',
  'ambassador',
  'royal',
];

const LEAD_SENTENCES = 4;

class MeetingReader {
  private readonly tellings: Telling[] = [];
  private subject: Draft | null = null;
  private bodySentences = 0;

  constructor(private readonly scene: Scene) {}

  readSentence(sentence: number): void {
    const { doc } = this.scene.reading;
    const first = doc.sentenceStart[sentence] as number;
    const { kind } = doc.blockOf(first);
    const title = kind === 'title';
    if (!title) this.bodySentences++;
    const lead = title || this.bodySentences <= LEAD_SENTENCES;
    const joined = attendantsOf(this.scene, sentence);
    const last = this.tellings.findLast((t) => !t.past && !t.weak && t.people.length > 0);
    if (joined.length > 0 && last && sentence - last.sentence < 8)
      last.people.push(...joined.filter((p) => !last.people.includes(p)));
    if (!mentionsEncounter(this.scene, sentence)) {
      this.noteSubject(sentence);
      return;
    }
    const encounters = encountersOf(this.scene, sentence);
    for (const encounter of encounters) {
      const telling = this.resolve(encounter, lead);
      if (!telling) continue;
      // "just weeks after he met B": of two encounters in one sentence the one behind "after" came before.
      if (encounters.length > 1 && isAfterthought(this.scene, encounter)) telling.past = true;
      this.tellings.push(telling);
    }
    this.noteSubject(sentence);
  }

  private noteSubject(sentence: number): void {
    const main = groupsOf(this.scene, sentence).find(
      (g) => !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1 && !g.pronoun,
    );
    if (main) this.subject = main.people[0] ?? null;
  }

  private resolve(encounter: Encounter, lead: boolean): Telling | null {
    const status = statusOf(this.scene, encounter);
    if (status === null) return null;
    const { doc } = this.scene.reading;
    const main = this.mainSubject(encounter);
    const left = this.side(encounter.left, main);
    const right = this.side(encounter.right, main);
    const both = (encounter.left?.both ?? false) || (encounter.right?.both ?? false);
    if (encounter.head.frame === 'visit' || encounter.head.frame === 'travel')
      right.states.push(...encounter.destination.filter((s) => !right.states.includes(s)));
    const people = unique([...left.people, ...right.people]);
    const parties = unique([...this.parties(left), ...this.parties(right)]);
    const weak = (encounter.head.frame === 'visit' || encounter.head.frame === 'travel') && right.people.length === 0;
    const host = encounter.host === 'left' ? left.people[0] : encounter.host === 'right' ? right.people[0] : undefined;
    const planned = status === 'planned';
    const date = dateIn(this.scene, encounter.sentence, encounter.head.from, planned);
    const { published } = doc.article;
    const ahead = status === 'held' && date !== null && published !== null && date.length === 10 && date > published;
    return {
      people,
      parties,
      sides: [left, right],
      both,
      kind: kindOf(this.scene, encounter),
      status: ahead ? 'planned' : status,
      host: host ?? null,
      place: placeIn(this.scene, encounter.sentence, encounter.head),
      date,
      past: isPast(this.scene, encounter),
      weak,
      sentence: encounter.sentence,
      lead,
      evidence: doc.span(
        doc.sentenceStart[encounter.sentence] as number,
        doc.sentenceStart[encounter.sentence + 1] as number,
      ),
    };
  }

  /** Whom "his" and "he" mean: the sentence's own subject before them, else the last one. */
  private mainSubject({ sentence, left, right }: Encounter): Draft | null {
    const pronoun = left?.pronoun ? left : right?.pronoun ? right : null;
    if (!pronoun) return null;
    const own = groupsOf(this.scene, sentence).find(
      (g) =>
        g.to <= pronoun.from && !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1 && !g.pronoun,
    );
    return own?.people[0] ?? this.subject;
  }

  private side(group: Group | null, subject: Draft | null): Side {
    if (!group) return { people: [], states: [] };
    const people = [...group.people];
    if (group.pronoun && subject) people.push(subject);
    const states = [...group.states];
    if (group.unnamed?.country && people.length === 0) states.push(group.unnamed.country);
    return { people, states };
  }

  private parties({ people, states }: Side): string[] {
    return unique([...states, ...people.map((p) => this.party(p)).filter((p): p is string => p !== null)]);
  }

  private party(person: Draft): string | null {
    const profile = this.scene.profiles.get(person);
    return profile
      ? partyOf(profile, this.scene.reading.doc.article.published, (id) => this.isBody(id))
      : person.country;
  }

  private isBody(id: string): boolean {
    const draft = this.scene.linking.registry.drafts.get(id);
    return draft !== undefined && isPartyBody(draft);
  }

  finish(): MeetingsRead {
    // "X arrived in B" in the lead makes the talks told of later the article's news.
    const visitors = this.tellings.filter((t) => t.lead && t.weak && !t.past).flatMap((t) => t.people);
    for (const t of this.tellings)
      if (!t.weak && !t.past && t.people.some((p) => visitors.includes(p)) && t.sentence < 14) t.lead = true;
    const records: Telling[][] = [];
    for (const telling of this.tellings) {
      const record = records.find((tellings) => sameMeeting(tellings, telling));
      if (record) record.push(telling);
      else if (!telling.both || telling.parties.length > 1) records.push([telling]);
    }
    const meetings: Meeting[] = [];
    for (const tellings of records) {
      const meeting = this.meeting(tellings);
      if (meeting) meetings.push(meeting);
    }
    // An occasion without names ("ahead of the summit") is background where the news names who met.
    const named = meetings.some((m) => !m.background && m.participants.length > 1);
    if (named) for (const m of meetings) if (m.participants.length === 0) m.background = true;
    const news = meetings.filter((m) => !m.background);
    return { meetings, participants: unique(news.flatMap((m) => m.participants.map((p) => p.entity))) };
  }

  private meeting(tellings: Telling[]): Meeting | null {
    const strong = tellings.filter((t) => !t.weak);
    if (strong.length === 0) return null;
    const people = unique(tellings.flatMap((t) => t.people));
    const parties = unique(tellings.flatMap((t) => t.parties));
    if (parties.length < 2 && !this.facesStranger(strong, parties)) return null;
    const lead = strong.find((t) => t.lead && !t.past);
    const first = lead ?? (strong[0] as Telling);
    const status = first.status;
    const kind = strong.map((t) => t.kind).find((k) => k !== null) ?? 'in-person';
    const place = kind === 'in-person' ? (tellings.map((t) => t.place).find((p) => p !== null) ?? null) : null;
    const host = tellings.map((t) => t.host).find((h) => h !== null) ?? this.hostAt(place, people) ?? null;
    return {
      kind,
      format: parties.length > 2 ? 'multilateral' : 'bilateral',
      status,
      background: lead === undefined,
      participants: people.map((draft) => ({ entity: draft.id, title: this.title(draft), party: this.party(draft) })),
      parties,
      host: kind === 'in-person' ? (host?.id ?? null) : null,
      place: place?.text ?? null,
      date: tellings.map((t) => t.date).find((d) => d !== null) ?? null,
      evidence: tellings.map((t) => t.evidence),
    };
  }

  /** A side whose country the article does not tell, but whose office speaks for one: "Foreign Minister X". */
  private facesStranger(tellings: Telling[], parties: string[]): boolean {
    if (parties.length === 0) return false;
    return tellings.some(({ sides: [left, right] }) => {
      const speaks = (side: Side): boolean => side.people.some((p) => this.party(p) === null && this.isStateOffice(p));
      return (speaks(left) && this.parties(right).length > 0) || (speaks(right) && this.parties(left).length > 0);
    });
  }

  private isStateOffice(person: Draft): boolean {
    const roles = this.scene.profiles.get(person)?.roles;
    return STATE_OFFICES.some((role) => roles?.has(role));
  }

  private hostAt(place: Place | null, people: Draft[]): Draft | null {
    if (!place?.country) return null;
    return people.find((p) => this.party(p) === place.country) ?? null;
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

/** Whether a telling speaks of a meeting already told of. */
function sameMeeting(tellings: Telling[], telling: Telling): boolean {
  const people = unique(tellings.flatMap((t) => t.people));
  const parties = unique(tellings.flatMap((t) => t.parties));
  const known = tellings[0] as Telling;
  if (telling.both && telling.people.length + telling.parties.length === 0) return true;
  if (telling.date && known.date && telling.date !== known.date && telling.past) return false;
  if (telling.past !== known.past && !telling.lead) return false;
  const shared = telling.people.filter((p) => people.includes(p));
  if (telling.people.length > 0 && people.length > 0) {
    if (shared.length === 0) return false;
    if (shared.length === telling.people.length || shared.length === people.length) {
      // One side the same, the other somebody else: a meeting of its own.
      return (
        telling.parties.every((p) => parties.includes(p)) ||
        parties.every((p) => telling.parties.includes(p)) ||
        parties.length < 2
      );
    }
    return shared.length > 1;
  }
  return (
    telling.parties.length > 0 &&
    (telling.parties.every((p) => parties.includes(p)) || parties.every((p) => telling.parties.includes(p)))
  );
}

/** "last month", "earlier this year", "in 2019", "had met": a meeting before the one that is the news. */
function isPast(scene: Scene, encounter: Encounter): boolean {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[encounter.sentence] as number;
  const { head } = encounter;
  for (let k = Math.max(start, head.from - 8); k < head.to + 10 && doc.sameSentence(k, head.from); k++) {
    if (doc.isMark(k, 44) && k > head.to) break;
    const word = doc.fold(k);
    if (['last', 'previous', 'previously', 'earlier', 'ago', 'since'].includes(word)) return true;
    if (word === 'had' && k < head.from && head.from - k < 3) return true;
  }
  return false;
}

/** An encounter whose subject stands behind "after" or "since". */
function isAfterthought(scene: Scene, { left }: Encounter): boolean {
  if (!left) return false;
  const { doc } = scene.reading;
  const word = left.from > 0 && doc.sameSentence(left.from - 1, left.from) ? doc.fold(left.from - 1) : '';
  return word === 'after' || word === 'since';
}

const unique = <T>(items: T[]): T[] => [...new Set(items)];
