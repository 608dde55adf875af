// One telling of a meeting, resolved to who is meant: the encounter that a sentence tells of, with the people and parties on
// either side, how it stands, where and when.
import { INFLECTION } from '../../dictionary/format.ts';
import type { MeetingKind, MeetingStatus, Span } from '../analysis.ts';
import type { Draft } from '../entities/registry.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { type Encounter, encountersOf } from './encounters.ts';
import { groupsOf, type Scene } from './groups.ts';
import { isAfterthought, isLongAgo, isPast } from './past.ts';
import {
  type Before,
  isHosting,
  mainSubject,
  ownerBefore,
  pairBefore,
  partiesOf,
  type Side,
  sideBefore,
  sideOf,
  statesBefore,
  unique,
} from './sides.ts';
import { isCertain, kindOf, statusOf } from './status.ts';
import { dateIn } from './when.ts';
import { type Place, placeIn } from './where.ts';

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
      (g) =>
        g.to <= (encounter.right?.from ?? 0) && g.people.length === 1 && !g.people.some((p) => left.people.includes(p)),
    );
    right.people = other?.people ?? (before.subject && !left.people.includes(before.subject) ? [before.subject] : []);
  }
  // "A will raise it with B when the two meet", "A and B signed it after their talks".
  if (both && !before.open && left.people.length + right.people.length === 0)
    left.people = pairBefore(scene, encounter);
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
  // A day behind the article's has been, whatever sounds like a plan.
  const gone = status === 'planned' && date !== null && published !== null && date.length === 10 && date < published;
  const ahead = status === 'held' && date !== null && published !== null && date.length === 10 && date > published;
  const today = present && status === 'held' && date !== null && date === published;
  return {
    people,
    parties,
    sides: [left, right],
    both: both && people.length + right.states.length === 0,
    again: head.noun && isDefinite(scene, encounter) && parties.length < 2,
    fronted: isFronted(scene, encounter),
    kind: kindOf(scene, encounter),
    status: ahead || today ? 'planned' : gone ? 'held' : status,
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

/** "During the meeting, B said". */
function isFronted(scene: Scene, { head, sentence }: Encounter): boolean {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[sentence] as number;
  return head.noun && doc.isOf(start, D.fronting) && head.from - start < 6;
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
