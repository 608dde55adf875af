// Reads the encounters of one sentence: verbs and nouns that say that somebody met, received, phoned or wrote to somebody,
// with who stands on either side. Whether it took place is status.ts's question, which meeting it was is records.ts's.
import { INFLECTION, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { EncounterRecord } from '../../dictionary/schema.ts';
import type { MeetingKind } from '../analysis.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';

type Frame = EncounterRecord['frame'];

/** A word or phrase of an encounter in the text. */
export interface Head {
  from: number;
  to: number;
  frame: Frame;
  kind: MeetingKind | null;
  noun: boolean;
  inflection: number;
  id: string;
}

export interface Encounter {
  head: Head;
  sentence: number;
  /** Who met: the subject's side and the other; for "talks between A and B" both in `left`. */
  left: Group | null;
  right: Group | null;
  /** Others who took part on either side. */
  others: Group[];
  host: 'left' | 'right' | null;
  /** Country codes of where a visit goes. */
  destination: string[];
}

export function encountersOf(scene: Scene, sentence: number): Encounter[] {
  const groups = groupsOf(scene, sentence);
  if (groups.length === 0) return [];
  const found: Encounter[] = [];
  for (const head of headsOf(scene, sentence)) {
    const encounter = head.noun ? readNoun(scene, sentence, head, groups) : readVerb(scene, sentence, head, groups);
    if (encounter) found.push(encounter);
  }
  return takeHosts(found, groups);
}

/** "the Paris talks, hosted by B": the host of the meeting named before. */
function takeHosts(found: Encounter[], groups: Group[]): Encounter[] {
  return found.filter((verb) => {
    if (verb.head.noun || verb.head.frame !== 'host' || verb.host !== 'right' || !verb.right) return true;
    const noun = found.findLast((e) => e.head.noun && e.head.frame !== 'visit' && e.head.to <= verb.head.from);
    if (!noun || noun.right) return true;
    const subject = groups.some((g) => g.from >= noun.head.to && g.to <= verb.head.from && g.preposition < 0);
    if (subject) return true;
    noun.right = verb.right;
    noun.host = 'right';
    return false;
  });
}

function headsOf(scene: Scene, sentence: number): Head[] {
  const { reading } = scene;
  const { doc } = reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const heads: Head[] = [];
  for (let i = from; i < to; i++) {
    const match = longest(reading, i, KIND.encounter);
    if (!match || reading.cover.at(i)) continue;
    // "call for a truce", "call on Israel" asks; it does not telephone.
    if (match.to - i === 1 && ['for', 'on'].includes(doc.fold(match.to)) && /^call/.test(doc.fold(i))) continue;
    const noun = isNoun(scene, match.from, match.to, match.senses);
    const senses = match.senses.filter((s) => (senseForm(s) === INFLECTION.noun) === noun);
    const sense = senses[0];
    if (sense === undefined) continue;
    const record = doc.dictionary.encounters.at(senseRef(sense));
    heads.push({
      from: i,
      to: match.to,
      frame: record.frame,
      kind: record.kind,
      noun,
      inflection: senseForm(sense),
      id: record.id,
    });
    i = match.to - 1;
  }
  return heads;
}

/** Whether "meeting", "call", "visit", "talks" is a noun here. */
function isNoun(scene: Scene, from: number, to: number, senses: number[]): boolean {
  const { reading, words } = scene;
  const { doc } = reading;
  const nouns = senses.filter((s) => senseForm(s) === INFLECTION.noun);
  if (nouns.length === 0) return false;
  if (nouns.length === senses.length) return true;
  const p = from - 1;
  if (!doc.sameSentence(p, from) && !senses.some((s) => senseForm(s) === INFLECTION.gerund)) return true;
  if (!doc.sameSentence(p, from))
    return doc.key(to) === words.between || doc.key(to) === words.with || doc.key(to) === words.of;
  if (
    doc.is(p, C.determiner) ||
    doc.flag(p, F.Possessive) ||
    doc.isOf(p, D['light-verb']) ||
    doc.key(p) === words.his ||
    doc.key(p) === words.her ||
    doc.key(p) === words.their
  )
    return true;
  const gerund = senses.some((s) => senseForm(s) === INFLECTION.gerund);
  if (doc.is(p, C.preposition) && doc.key(p) !== words.to)
    return !gerund || doc.key(to) === words.between || doc.key(to) === words.of;
  if (doc.key(p) === words.to || doc.is(p, C.auxiliary | C.pronoun)) return false;
  const owner = scene.linking.at(p);
  if (owner)
    return (
      owner.span.form === 'adjective' ||
      doc.flag(owner.span.from - 1, F.Joiner) ||
      doc.key(to) === words.with ||
      doc.key(to) === words.between
    );
  return !doc.is(p, C.conjunction);
}

const MAX_REACH = 28;

function readVerb(scene: Scene, sentence: number, head: Head, groups: Group[]): Encounter | null {
  const { words } = scene;
  const { doc } = scene.reading;
  const passive = head.inflection === INFLECTION.past && isPassive(scene, head);
  const left = subjectOf(
    scene,
    head.from,
    groups,
    head.inflection === INFLECTION.gerund || doc.key(head.from - 1) === words.to,
  );
  const encounter: Encounter = { head, sentence, left, right: null, others: [], host: null, destination: [] };
  if (passive) {
    // "was received by B", "was met by B": the agent acts.
    const agent = objectOf(scene, head.to, groups, [words.by], false);
    if (!agent || head.id === 'co-chair' || !['host', 'mutual', 'object'].includes(head.frame)) return null;
    encounter.right = agent;
    encounter.host = head.frame === 'host' || head.frame === 'mutual' ? 'right' : null;
    return encounter;
  }
  switch (head.frame) {
    case 'mutual': {
      const direct = head.id === 'meet' || head.id === 'co-chair';
      encounter.right = objectOf(
        scene,
        head.to,
        groups,
        head.id === 'speak' || head.id === 'talk' ? [words.with, words.to] : [words.with],
        direct,
      );
      if (!encounter.right && !isPlural(left)) return null;
      break;
    }
    case 'host':
    case 'object':
      encounter.right = objectOf(scene, head.to, groups, head.id === 'write' ? [words.to] : [], true);
      if (!encounter.right) return null;
      // "called Putin's move", "welcomed Shoigu's statement" is no encounter; "welcomed Shoigu's visit" is.
      if (encounter.right.possessive && !nounBehind(scene, encounter.right.to)) return null;
      if (
        head.id === 'call' &&
        (encounter.right.people.length === 0 || namedSomething(scene, encounter.right))
      )
        return null;
      if (head.frame === 'host') encounter.host = 'left';
      break;
    case 'visit':
    case 'travel': {
      const target = objectOf(scene, head.to, groups, [], true);
      if (target && target.states.length > 0) encounter.destination = [...target.states];
      else if (target?.possessive === false && target.people.length > 0 && head.frame === 'visit') {
        encounter.right = target;
        encounter.host = 'right';
      }
      encounter.destination.push(...placeCountries(scene, head.to));
      if (!encounter.right && encounter.destination.length === 0) return null;
      break;
    }
    case 'gather': {
      // "The summit brought together A and B".
      const gathered = objectOf(scene, head.to, groups, [], true);
      if (gathered) encounter.right = gathered;
      break;
    }
    default:
      break;
  }
  return encounter;
}

/** Several who can meet each other. */
function isPlural(group: Group | null): boolean {
  return group !== null && (group.both || group.people.length + group.states.length > 1);
}

function isPassive(scene: Scene, head: Head): boolean {
  const { doc } = scene.reading;
  let p = head.from - 1;
  while (p >= 0 && doc.sameSentence(p, head.from) && /ly$/.test(doc.flag(p, F.Word) ? doc.text(p) : '')) p--;
  return doc.isOf(p, D.be) || (doc.key(head.to) === scene.words.by && !doc.isOf(p, D.have) && head.frame === 'host');
}

/** "called him a dictator", "called Putin to task": a naming, not a telephone call. */
function namedSomething(scene: Scene, object: Group): boolean {
  const { doc } = scene.reading;
  const next = object.to;
  return (
    doc.is(next, C.determiner) ||
    (doc.flag(next, F.Word) &&
      !doc.is(next, C.preposition | C.conjunction | C.weekday) &&
      doc.key(next) !== scene.words.today)
  );
}

function nounBehind(scene: Scene, at: number): boolean {
  const { doc } = scene.reading;
  const from = doc.flag(at, F.Possessive) ? at + 1 : at;
  for (let k = from; k < from + 4; k++) {
    const match = longest(scene.reading, k, KIND.encounter);
    if (match?.senses.some((s) => senseForm(s) === INFLECTION.noun)) return true;
  }
  return false;
}

/** The group that is the subject of the word at `h`: the nearest on the left that no preposition governs and that is no aside. */
function subjectOf(scene: Scene, h: number, groups: Group[], reachesOver: boolean): Group | null {
  const { reading, words } = scene;
  const { doc } = reading;
  const relative = antecedent(scene, h, groups);
  if (relative) return relative;
  let fallback: Group | null = null;
  for (let g = groups.length - 1; g >= 0; g--) {
    const group = groups[g] as Group;
    if (group.to > h || group.aside) continue;
    // "after he met", "as Beijing and Kyiv hold talks": a clause of its own.
    if (doc.isOf(group.from - 1, D['clause-opener']) && !group.possessive && onlyVerbs(scene, group.to, h)) return group;
    if (group.possessive) continue;
    // "visit China to meet", "told Iran": what stands right behind a verb is its object.
    if (group.from > 0 && doc.sameSentence(group.from - 1, group.from) && isObjectPosition(scene, group.from - 1))
      continue;
    // "A told B in a meeting": B is spoken to.
    if (spokenTo(scene, group, groups)) continue;
    // "leaders including A and B gathered".
    const listed = doc.fold(group.from - 1) === 'including' && doc.isOf(group.from - 2, D['sides-noun']);
    const governed = group.preposition >= 0 && group.preposition !== words.as && !listed;
    if (governed) {
      // "the foreign ministers of A and B met": the title before "of" is the subject.
      if (group.preposition === words.of && longest(reading, group.from - 2, KIND.title)) fallback ??= group;
      continue;
    }
    if (!reachesOver && breaksClause(scene, group.to, h)) return fallback;
    return group;
  }
  return fallback;
}

/** "B, who met C": whom "who" stands for. */
function antecedent(scene: Scene, h: number, groups: Group[]): Group | null {
  const { doc } = scene.reading;
  const { words } = scene;
  let k = h - 1;
  while (k > h - 6 && doc.sameSentence(k, h) && isVerbal(scene, k)) k--;
  if (doc.key(k) !== words.who) return null;
  const end = doc.isMark(k - 1, 44) ? k - 1 : k;
  return groups.findLast((group) => group.to === end) ?? null;
}

/** "A on Tuesday told B": who comes right behind a verb of saying that has its subject. */
function spokenTo(scene: Scene, group: Group, groups: Group[]): boolean {
  const { doc } = scene.reading;
  const say = group.from - 1;
  if (!doc.is(say, C.say)) return false;
  const speaker = groups.findLast((g) => g.to <= say && !g.possessive && !g.aside);
  if (!speaker || say - speaker.to > 4) return false;
  for (let k = speaker.to; k < say; k++) if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner)) return false;
  return true;
}

/** Auxiliaries and adverbs, which part a subject from its verb. */
function isVerbal(scene: Scene, k: number): boolean {
  const { doc } = scene.reading;
  return doc.is(k, C.auxiliary) || doc.key(k) === scene.words.to || doc.isOf(k, D['light-verb'] | D['between-subject-and-verb'] | D['planned-cue']) || /ly$/.test(doc.fold(k));
}

function onlyVerbs(scene: Scene, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!isVerbal(scene, k)) return false;
  return true;
}

function isObjectPosition(scene: Scene, p: number): boolean {
  const { doc } = scene.reading;
  if (doc.flag(p, F.Capital | F.Mark)) return false;
  if (doc.is(p, C.act) && !doc.is(p, C.conjunction)) return true;
  const match = longest(scene.reading, p, KIND.encounter);
  return match !== null && match.senses.some((s) => senseForm(s) !== INFLECTION.noun);
}

/** Whether between a subject and its verb another clause begins. */
function breaksClause(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) {
    if (doc.isMark(k, 59)) return true;
    if (doc.key(k) === scene.words.that && doc.is(k - 1, C.say)) return true;
  }
  return false;
}

/** The group on the right that the word before it takes: directly (`direct`) or behind one of `prepositions`. */
function objectOf(scene: Scene, from: number, groups: Group[], prepositions: number[], direct: boolean): Group | null {
  const { doc } = scene.reading;
  for (const group of groups) {
    if (group.from < from || group.from - from > MAX_REACH) continue;
    if (clauseEnds(scene, from, group.from) || otherClause(scene, from, group.from)) return null;
    const p = group.from - 1;
    // "with Trump's envoy B": B.
    if (group.possessive && groups.some((g) => g.from === group.to + 1 && g.people.length > 0) && !direct) {
      const owned = groups.find((g) => g.from === group.to + 1) as Group;
      if (prepositions.includes(doc.key(p))) return extended(scene, owned, groups);
    }
    if (
      prepositions.includes(doc.key(p)) ||
      (group.preposition >= 0 && prepositions.includes(group.preposition)) ||
      (direct && onlyAdverbs(scene, from, group.from)) ||
      // "meeting with a delegation led by B", "with visiting B": small words between.
      leadsBack(scene, group.from, from, prepositions)
    )
      return extended(scene, group, groups);
  }
  return null;
}

/** "with A and other members of the council, B, and C": the rest of a list that other words interrupt. */
function extended(scene: Scene, first: Group, groups: Group[]): Group {
  const { doc } = scene.reading;
  let last = first;
  const people = [...first.people];
  for (const next of groups) {
    if (next.from < last.to || next.aside || next.possessive || next.people.length === 0 || next.pronoun) continue;
    const before = next.from - 1;
    const listed =
      doc.isMark(before, 44) ||
      doc.isMark(before, 59) ||
      doc.key(before) === scene.words.and ||
      doc.fold(before) === 'including';
    if (first.people.length === 0 || !listed || next.from - last.to > 14) break;
    if (isClause(scene, last.to, next.from) || isVerbal(scene, next.to) || doc.is(next.to, C.say | C.act)) break;
    if (longest(scene.reading, next.to, KIND.encounter)) break;
    people.push(...next.people.filter((p) => !people.includes(p)));
    last = next;
  }
  return last === first ? first : { ...first, people };
}

function isClause(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  const { words } = scene;
  for (let k = from; k < to; k++) {
    if ([words.who, words.which, words.that].includes(doc.key(k))) return true;
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive) && !doc.isMark(k, 44) && !doc.isMark(k, 59)) return true;
    if (doc.is(k, C.auxiliary) || (doc.is(k, C.say | C.act) && !doc.flag(k, F.Capital))) return true;
    if ((doc.isOf(k, D['clause-opener']) && doc.key(k) !== words.and) || doc.isOf(k, D.joining) || longest(scene.reading, k, KIND.encounter)) return true;
  }
  return false;
}

function clauseEnds(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) {
    if (doc.isMark(k, 59) || doc.isMark(k, 58)) return true;
    if (doc.is(k, C.say) && !doc.flag(k, F.Capital) && !doc.is(k - 1, C.determiner)) return true;
    if (doc.key(k) === scene.words.who || doc.key(k) === scene.words.which) return true;
  }
  return false;
}

/** "During the trip, they met with B": behind the comma another encounter takes the partners. */
function otherClause(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  let comma = false;
  for (let k = from; k < to; k++) {
    comma ||= doc.isMark(k, 44);
    const senses = longest(scene.reading, k, KIND.encounter)?.senses;
    if (comma && senses?.some((s) => senseForm(s) === INFLECTION.past)) return true;
    // "a team responsible for talks with B": the partners of the nearer noun.
    if (senses?.some((s) => senseForm(s) === INFLECTION.noun) && doc.key(k - 1) !== scene.words.and && k > from) return true;
  }
  return false;
}

function onlyAdverbs(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) {
    const fine =
      doc.is(k, C.weekday | C.month | C.determiner | C['title-modifier']) ||
      doc.flag(k, F.Number | F.Joiner) ||
      doc.key(k) === scene.words.today ||
      /ly$|^(visiting|his|her|their|on|here|separately|also|then|newly)$/.test(doc.flag(k, F.Word) ? doc.text(k) : 'x');
    if (!fine) return false;
  }
  return true;
}

/** Over "a delegation led by", "visiting", "his counterpart" back to one of the prepositions. */
function leadsBack(scene: Scene, at: number, from: number, prepositions: number[]): boolean {
  const { doc } = scene.reading;
  if (prepositions.length === 0) return false;
  for (let k = at - 1; k >= Math.max(from, at - 9); k--) {
    if (prepositions.includes(doc.key(k))) return true;
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive) && !doc.isMark(k, 44)) return false;
    if (doc.foldRange(k - 2, k + 1) === 'as well as') {
      k -= 2;
      continue;
    }
    if (
      doc.is(k, C.auxiliary | C.conjunction) ||
      (doc.is(k, C.preposition) &&
        doc.key(k) !== scene.words.by &&
        doc.key(k) !== scene.words.of &&
        doc.key(k) !== scene.words.from)
    )
      return false;
  }
  return false;
}

/** Countries that stand right behind a verb of travel, over places: "arrived in Ankara, Türkiye". */
function placeCountries(scene: Scene, from: number): string[] {
  const { reading, linking } = scene;
  const { doc } = reading;
  for (let k = from; k < from + 3; k++) {
    const linked = linking.at(k);
    if (linked?.draft.type === 'country') return [linked.draft.id];
    const span = reading.cover.at(k);
    const sense = span?.senses[0];
    if (span?.type === 'other' && sense !== undefined && (sense & 7) === KIND.country)
      return [doc.dictionary.countries.at(senseRef(sense)).id];
    if (!doc.is(k, C.determiner | C.preposition)) break;
  }
  return [];
}

function readNoun(scene: Scene, sentence: number, head: Head, groups: Group[]): Encounter | null {
  const { reading, words } = scene;
  const { doc } = reading;
  const encounter: Encounter = { head, sentence, left: null, right: null, others: [], host: null, destination: [] };
  // Whose: "Trump's meeting", "the Xi-Putin summit", "China-Russia talks", "his talks".
  const owner = groups.find((g) => g.to <= head.from && head.from - g.to <= 5 && ownsNoun(scene, g, head.from, head.frame));
  if (owner) encounter.left = owner;
  // "between A and B", "with B", "of A and B".
  const between = objectOf(scene, head.to, groups, [words.between, words.among, words.involving], false);
  const partner = between ? null : objectOf(scene, head.to, groups, [words.with], false);
  const from = objectOf(scene, head.to, groups, [words.from], false);
  // "a meeting Orban held with Putin".
  const holder = groups.find((g) => g.from >= head.to && g.from <= head.to + 1 && !g.possessive);
  if (!between && holder && doc.isOf(holder.to, D['light-verb'])) {
    encounter.left = holder;
    encounter.right = objectOf(scene, holder.to, groups, [words.with], false);
    return encounter;
  }
  if (between) {
    encounter.left = between;
    const third = lightSubject(scene, head, groups);
    if (third && third !== between && isBroker(scene, third.to, head.from)) encounter.others.push(third);
    const second = groups[groups.indexOf(between) + 1];
    if (second && doc.key(second.from - 1) === words.and && second.from - between.to <= 2) encounter.right = second;
    return encounter;
  }
  const addressee = head.frame === 'letter' ? objectOf(scene, head.to, groups, [words.to], false) : null;
  if (partner ?? addressee) encounter.right = partner ?? addressee;
  else if (head.id === 'courtesy') encounter.right = objectOf(scene, head.to, groups, [words.on], false);
  else if ((head.id === 'call' || head.frame === 'letter') && from && from.from - head.to < 6) encounter.right = from;
  if (!encounter.left) encounter.left = lightSubject(scene, head, groups);
  if (!encounter.right && encounter.left) encounter.right = toldIn(scene, head, groups, encounter.left);
  if (head.frame === 'visit') {
    const target = objectOf(scene, head.to, groups, [words.to], false);
    if (target && target.states.length > 0) encounter.destination = target.states;
    encounter.destination.push(...placeCountries(scene, doc.key(head.to) === words.to ? head.to + 1 : head.to));
    const visitor = objectOf(scene, head.to, groups, [words.of, words.by], false);
    if (visitor && visitor.from - head.to < 3 && !encounter.left?.possessive && (visitor.people.length > 0 || visitor.unnamed)) encounter.left = visitor;
  }
  if (!partner && (head.frame === 'mutual' || head.frame === 'gather')) {
    const of = objectOf(scene, head.to, groups, [words.of], false);
    if (of && of.people.length + of.states.length > 1 && of.from - head.to <= 3) encounter.left = of;
  }
  // A letter is from one to another; messages of other kinds are none.
  if (head.frame === 'letter' && !encounter.right?.people.length && !isPlural(encounter.left)) return null;
  if (head.id === 'joint-appearance' && !encounter.right && !isPlural(encounter.left)) return null;
  if (encounter.left && isHosted(scene, head)) encounter.host = 'left';
  // "a state dinner for B", "a ceremonial welcome by B".
  if (head.id === 'reception') {
    encounter.right ??= objectOf(scene, head.to, groups, [words.for], false);
    const giver = objectOf(scene, head.to, groups, [words.by], false);
    if (giver) {
      encounter.right = giver;
      encounter.host = 'right';
    }
  }
  // "The summit was attended by A, B and C".
  if (!encounter.left && !encounter.right) {
    const guests = objectOf(scene, head.to, groups, [words.by], false);
    if (guests && doc.isOf(guests.from - 2, D.joining)) encounter.left = guests;
  }
  return encounter.left || encounter.right ? encounter : null;
}

/** "A told B in a meeting": whom the words go to. */
function toldIn(scene: Scene, head: Head, groups: Group[], speaker: Group): Group | null {
  return (
    groups.find(
      (g) => g.from >= speaker.to && g.to <= head.from && g.people.length > 0 && !g.possessive && spokenTo(scene, g, groups),
    ) ?? null
  );
}

/** "after talks", "following a call". */
function isAfter(scene: Scene, noun: number): boolean {
  const { doc } = scene.reading;
  for (let k = noun - 1; k >= noun - 4 && doc.sameSentence(k, noun); k--) {
    if (/^(after|following)$/.test(doc.fold(k))) return true;
    if (!doc.flag(k, F.Word | F.Joiner) || doc.is(k, C.preposition | C.auxiliary)) return false;
  }
  return false;
}

/** "mediated talks between A and B", "hosted talks between A and B": somebody between the two. */
function isBroker(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) if (doc.isOf(k, D.brokering)) return true;
  return false;
}

/** "hosted talks", "is hosting a summit". */
function isHosted(scene: Scene, head: Head): boolean {
  const { doc } = scene.reading;
  for (let k = head.from - 1; k >= head.from - 5 && doc.sameSentence(k, head.from); k--) {
    const match = longest(scene.reading, k, KIND.encounter);
    if (match) return match.senses.some((s) => doc.dictionary.encounters.at(senseRef(s)).frame === 'host');
  }
  return false;
}

/** Whether a group before a noun is its owner: a possessive, a hyphenated pair or a name right before it. */
function ownsNoun(scene: Scene, group: Group, noun: number, frame: Frame): boolean {
  const { doc } = scene.reading;
  let at = group.to;
  if (group.possessive && doc.flag(at, F.Possessive)) at++;
  else if (!group.possessive && !isPlural(group) && !(frame === 'gather' && group.states.length > 0)) return false;
  for (; at < noun; at++)
    if (!doc.flag(at, F.Word | F.Number | F.Joiner) || doc.is(at, C.preposition | C.auxiliary | C.conjunction | C.say))
      return false;
  return true;
}

/** "A held talks", "A will have a meeting"; and in front: "During a meeting with B, A said". */
function lightSubject(scene: Scene, head: Head, groups: Group[]): Group | null {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[doc.sentence[head.from] as number] as number;
  const fronted =
    (doc.isOf(start, D.fronting) || doc.is(start, C.preposition) || /ing$/.test(doc.fold(start))) &&
    !groups.some((g) => g.to <= head.from && !g.aside && g.preposition < 0 && !g.possessive);
  if (fronted) {
    const main = groups.find((g) => g.from > head.to && !g.aside && g.preposition < 0 && !g.possessive);
    if (main) return main;
  }
  const nearest = subjectOf(scene, head.from, groups, true);
  if (!isAfter(scene, head.from)) return nearest;
  // "A announces that the tariffs of C would rest, after a call with B": somebody who holds an office.
  const able = groups.filter((g) => g.to <= head.from && !g.aside && !g.possessive && g.preposition < 0);
  const official = able.findLast((g) => g.people.some((p) => (scene.profiles.get(p)?.roles.size ?? 0) > 0));
  return official ?? able.findLast((g) => g.people.length === 0 && g.states.length > 0) ?? nearest;
}
