// One telling of a meeting, resolved to who is meant: the encounter that a sentence tells of, with the people and parties on
// either side, how it stands, where and when.
import { INFLECTION } from '../../dictionary/format.ts';
import type { MeetingKind, MeetingStatus, Span } from '../analysis.ts';
import { isPartyBody, partyOf } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { type Encounter, encountersOf } from './encounters.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';
import { isCertain, kindOf, statusOf } from './status.ts';
import { dateIn } from './when.ts';
import { type Place, placeIn } from './where.ts';

export interface Side {
  people: Draft[];
  states: string[];
}

export interface Telling {
  people: Draft[];
  parties: string[];
  sides: [Side, Side];
  /** "the two sides", "they": whoever the last meeting was between. */
  both: boolean;
  /** "the meeting", "these talks": one told of before. */
  again: boolean;
  /** "During the meeting, B said". */
  fronted: boolean;
  kind: MeetingKind | null;
  status: MeetingStatus;
  /** The status is told, and not only that of a bare noun. */
  certain: boolean;
  host: Draft | null;
  place: Place | null;
  date: string | null;
  /** "last month", "had met": before the meeting that is the news. */
  past: boolean;
  /** A visit that names nobody on the other side, a verb of talking with one side only. */
  weak: boolean;
  visit: boolean;
  /** A summit or session of many. */
  gathers: boolean;
  sentence: number;
  /** In the headline. */
  title: boolean;
  lead: boolean;
  evidence: Span;
}

/** The party that a person stands for: country code or organization id; null where neither text nor dictionary tells. */
export function partyIn(scene: Scene, person: Draft): string | null {
  const profile = scene.profiles.get(person);
  if (!profile) return person.country;
  return partyOf(profile, scene.reading.doc.article.published, (id) => {
    const draft = scene.linking.registry.drafts.get(id);
    return draft !== undefined && isPartyBody(draft);
  });
}

export function partiesOf(scene: Scene, { people, states }: Side): string[] {
  return unique([...states, ...people.map((p) => partyIn(scene, p)).filter((p): p is string => p !== null)]);
}

/** Whom the sentences before were about. */
export interface Before {
  /** For "he". */
  subject: Draft | null;
  /** For "they". */
  several: Draft[];
  /** Whether a meeting is spoken of that "the two" can be the sides of. */
  open: boolean;
}

/** The tellings of a sentence. */
export function tellingsOf(scene: Scene, sentence: number, lead: boolean, before: Before): Telling[] {
  const encounters = encountersOf(scene, sentence);
  const found: Telling[] = [];
  for (const encounter of encounters) {
    const telling = resolve(scene, encounter, lead, before);
    if (!telling) continue;
    // "just weeks after he met B": of two encounters in one sentence the one behind "after" came before.
    if (encounters.length > 1 && isAfterthought(scene, encounter)) telling.past = true;
    found.push(...apart(scene, encounter, telling));
  }
  return found;
}

/** "spoke with A and B", "separate talks with A and B": one meeting with each. */
function apart(scene: Scene, { head, sentence }: Encounter, telling: Telling): Telling[] {
  const [left, right] = telling.sides;
  const others = [
    ...right.people.map((p): Side => ({ people: [p], states: [] })),
    ...right.states.map((s): Side => ({ people: [], states: [s] })),
  ];
  if (others.length < 2 || left.people.length + left.states.length === 0) return [telling];
  const distinct = new Set(partiesOf(scene, right)).size > 1;
  const bilateral = (telling.kind === 'call' || telling.kind === 'letter') && distinct;
  if (!bilateral && !isSeparate(scene, head.from, sentence)) return [telling];
  return others.map((other) => ({
    ...telling,
    people: unique([...left.people, ...other.people]),
    parties: unique([...partiesOf(scene, left), ...partiesOf(scene, other)]),
    sides: [left, other],
  }));
}

function isSeparate(scene: Scene, near: number, sentence: number): boolean {
  const { doc } = scene.reading;
  const from = Math.max(near - 5, doc.sentenceStart[sentence] as number);
  const to = doc.sentenceStart[sentence + 1] as number;
  for (let k = from; k < to; k++) if (/^separate(ly)?$|^respectively$/.test(doc.fold(k))) return true;
  return false;
}

function resolve(scene: Scene, encounter: Encounter, lead: boolean, before: Before): Telling | null {
  const status = statusOf(scene, encounter);
  if (status === null) return null;
  const { doc } = scene.reading;
  const { head } = encounter;
  const main = mainSubject(scene, encounter) ?? before.subject;
  const left = sideOf(encounter.left, main);
  const right = sideOf(encounter.right, main);
  const both = (encounter.left?.both ?? false) || (encounter.right?.both ?? false);
  const owner = encounter.left?.pronoun ? ownerBefore(scene, encounter) : null;
  if (owner) {
    left.people = [];
    left.states = [owner];
  }
  // "him" is not who receives him.
  if (encounter.right?.pronoun && left.people.some((p) => right.people.includes(p))) {
    const other = groupsOf(scene, encounter.sentence).findLast(
      (g) => g.to <= (encounter.right?.from ?? 0) && g.people.length === 1 && !g.people.some((p) => left.people.includes(p)),
    );
    right.people = other?.people ?? (before.subject && !left.people.includes(before.subject) ? [before.subject] : []);
  }
  // "A will raise it with B when the two meet", "A and B signed it after their talks".
  if (both && !before.open && left.people.length + right.people.length === 0) left.people = pairBefore(scene, encounter);
  // "The leaders of the alliance … at their meeting".
  if (both && !encounter.left?.people.length && right.people.length + right.states.length === 0)
    left.states.push(...sideBefore(scene, encounter));
  // "A and B arrived. They met C."
  if (encounter.left?.both && right.people.length > 0) left.people.push(...before.several);
  const visit = head.frame === 'visit' || head.frame === 'travel';
  if (visit) right.states.push(...encounter.destination.filter((s) => !right.states.includes(s)));
  // "between the officials of the two countries": those that the sentence names.
  if (both && !before.open && encounter.head.noun && left.people.length + left.states.length === 0)
    left.states.push(...statesBefore(scene, encounter));
  const host = encounter.host === 'left' ? left.people[0] : encounter.host === 'right' ? right.people[0] : undefined;
  const date = dateIn(scene, encounter.sentence, head.from, status !== 'held');
  for (const { people, states } of encounter.others) {
    left.people.push(...people);
    if (!encounter.host && head.noun && !isHosting(scene, encounter)) left.states.push(...states);
  }
  const people = unique([...left.people, ...right.people]);
  const parties = unique([...partiesOf(scene, left), ...partiesOf(scene, right)]);
  const { published } = doc.article;
  // "arrives in Lisbon on Tuesday", told on that day, is still to come.
  const present = visit && head.inflection === INFLECTION.third;
  const ahead =
    status === 'held' && date !== null && published !== null && date.length === 10 && date > published;
  const today = present && status === 'held' && date !== null && date === published;
  return {
    people,
    parties,
    sides: [left, right],
    both: both && people.length + right.states.length === 0,
    again: head.noun && isDefinite(scene, encounter) && parties.length < 2,
    fronted: isFronted(scene, encounter),
    kind: kindOf(scene, encounter),
    status: ahead || today ? 'planned' : status,
    certain: status !== 'held' || ahead || today || isCertain(scene, encounter),
    host: host ?? null,
    place: placeIn(scene, encounter.sentence, head),
    date,
    past: status !== 'planned' && (isPast(scene, encounter) || isLongAgo(date, published)),
    weak: visit && right.people.length === 0,
    visit,
    gathers: head.frame === 'gather',
    sentence: encounter.sentence,
    title: doc.blockOf(head.from).kind === 'title',
    lead,
    evidence: doc.span(
      doc.sentenceStart[encounter.sentence] as number,
      doc.sentenceStart[encounter.sentence + 1] as number,
    ),
  };
}

/** Whom "his" and "he" mean: the sentence's own subject before them. */
function mainSubject(scene: Scene, { sentence, left, right }: Encounter): Draft | null {
  const pronoun = left?.pronoun ? left : right?.pronoun ? right : null;
  if (!pronoun) return null;
  const own = groupsOf(scene, sentence).find(
    (g) => g.to <= pronoun.from && !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1 && !g.pronoun,
  );
  if (own) return own.people[0] ?? null;
  // "Days before his meeting with B, A said".
  if (pronoun.possessive && pronoun.from - (scene.reading.doc.sentenceStart[sentence] as number) < 6) {
    const later = groupsOf(scene, sentence).find(
      (g) => g.from > pronoun.to && !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1,
    );
    return later?.people[0] ?? null;
  }
  return null;
}

/** The two people whom the sentence of an encounter names before it. */
function pairBefore(scene: Scene, { sentence, head }: Encounter): Draft[] {
  const named = groupsOf(scene, sentence).filter((g) => g.to <= head.from && !g.aside && !g.possessive);
  const people = unique(named.flatMap((g) => g.people));
  return people.length === 2 ? people : [];
}

function isHosting(scene: Scene, { head, others }: Encounter): boolean {
  const { doc } = scene.reading;
  for (let k = others[0]?.to ?? head.from; k < head.from; k++) if (/^host/.test(doc.fold(k))) return true;
  return false;
}

/** The side or sides that are the sentence's subject before "their". */
function sideBefore(scene: Scene, { sentence, left }: Encounter): string[] {
  const own = groupsOf(scene, sentence).find(
    (g) => g.to <= (left?.from ?? 0) && g.states.length > 0 && g.preposition < 0 && !g.possessive && !g.aside,
  );
  return own && (own.states.length > 1 || (own.states[0] ?? '').length > 2) ? own.states : [];
}

/** "C said that the visit of the Saudi speaker and his meeting with B": the country of an owner without a name. */
function ownerBefore(scene: Scene, { sentence, left }: Encounter): string | null {
  const before = groupsOf(scene, sentence).filter((g) => g.to <= (left?.from ?? 0) && !g.aside);
  const owner = before.findLast((g) => g.unnamed?.country);
  const person = before.findLast((g) => g.people.length === 1);
  if (!owner?.unnamed?.country || !left?.possessive) return null;
  return !person || isReported(scene, owner.from, person.to) ? owner.unnamed.country : null;
}

/** "During the meeting, B said". */
function isFronted(scene: Scene, { head, sentence }: Encounter): boolean {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[sentence] as number;
  return head.noun && doc.isOf(start, D.fronting) && head.from - start < 6;
}

function sideOf(group: Group | null, subject: Draft | null): Side {
  if (!group) return { people: [], states: [] };
  const people = [...group.people];
  if (group.pronoun && subject) people.push(subject);
  const states = [...group.states];
  if (group.unnamed?.country && people.length === 0) states.push(group.unnamed.country);
  return { people, states };
}

/** The two countries that the sentence of an encounter names before it; none where it names more or fewer. */
function statesBefore(scene: Scene, { head }: Encounter): string[] {
  const { doc } = scene.reading;
  const states = new Set<string>();
  for (let s = doc.sentence[head.from] as number; s >= 0 && states.size === 0; s--) {
    for (let k = doc.sentenceStart[s] as number; k < Math.min(head.from, doc.sentenceStart[s + 1] as number); k++) {
      const linked = scene.linking.at(k);
      if (linked?.draft.type === 'country') states.add(linked.draft.id);
    }
    if (doc.sentence[head.from] !== s) break;
  }
  return states.size === 2 ? [...states] : [];
}

/** "the meeting", "their talks", "this visit" with nobody named beside it. */
function isDefinite(scene: Scene, { head, left, right, destination }: Encounter): boolean {
  if (right || destination.length > 0 || (left?.possessive && !left.both && !left.pronoun)) return false;
  const { doc } = scene.reading;
  for (let k = head.from - 1; k >= head.from - 4 && doc.sameSentence(k, head.from); k--) {
    const word = doc.fold(k);
    if (['the', 'this', 'these', 'that', 'their', 'his', 'her', 'both'].includes(word)) return true;
    if (!doc.flag(k, F.Word | F.Joiner) || doc.is(k, C.preposition | C.auxiliary | C.conjunction)) return false;
  }
  return false;
}

/** "last month", "earlier this year", "in 2019", "had met": a meeting before the one that is the news. */
function isPast(scene: Scene, encounter: Encounter): boolean {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[encounter.sentence] as number;
  const { head } = encounter;
  for (let k = Math.max(start, head.from - 8); k < head.to + 18 && doc.sameSentence(k, head.from); k++) {
    if (doc.isMark(k, 44) && k > head.to) break;
    const word = doc.fold(k);
    if (['last', 'previous', 'ago'].includes(word)) return true;
    if (doc.isOf(k, D['recurrence-cue']) && !(word === 'earlier' && doc.is(k + 1, C.weekday))) {
      if (word !== 'earlier' || !['today', 'on', 'in'].includes(doc.fold(k + 1))) return true;
    }
    if (word === 'had' && !head.noun && k < head.from && head.from - k < 3 && !isReported(scene, k, start)) return true;
  }
  return false;
}

const DAY = 86_400_000;
/** Days after which a meeting is no news any more. */
const STALE = 21;

function isLongAgo(date: string | null, published: string | null): boolean {
  if (date === null || published === null) return false;
  if (date.length < 10) return date < published.slice(0, date.length);
  return Date.parse(published) - Date.parse(date) > STALE * DAY;
}

/** "said that he had been received": the tense of reported speech. */
function isReported(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  for (let k = at - 1; k >= start; k--) if (doc.key(k) === scene.words.that || doc.is(k, C.say)) return true;
  return false;
}

/** An encounter whose subject stands behind "after" or "since". */
function isAfterthought(scene: Scene, { left }: Encounter): boolean {
  if (!left) return false;
  const { doc } = scene.reading;
  const word = left.from > 0 && doc.sameSentence(left.from - 1, left.from) ? doc.fold(left.from - 1) : '';
  return word === 'after' || word === 'since';
}

export const unique = <T>(items: T[]): T[] => [...new Set(items)];
