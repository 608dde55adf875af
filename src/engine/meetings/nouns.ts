// Encounters told by a noun: "talks between A and B", "A's visit to C", "during a meeting with B, A said".
import { KIND, senseRef } from '../../dictionary/format.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Encounter } from './encounters.ts';
import type { Group, Scene } from './groups.ts';
import type { Frame, Head } from './heads.ts';
import { objectOf, placeCountries } from './objects.ts';
import { isPlural, spokenTo, subjectOf } from './subjects.ts';

export function readNoun(scene: Scene, sentence: number, head: Head, groups: Group[]): Encounter | null {
  const { reading, words } = scene;
  const { doc } = reading;
  const encounter: Encounter = { head, sentence, left: null, right: null, others: [], host: null, destination: [] };
  // Whose: "Trump's meeting", "the Xi-Putin summit", "China-Russia talks", "his talks".
  const owner = groups.find(
    (g) => g.to <= head.from && head.from - g.to <= 5 && ownsNoun(scene, g, head.from, head.frame),
  );
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
    if (
      visitor &&
      visitor.from - head.to < 3 &&
      !encounter.left?.possessive &&
      (visitor.people.length > 0 || visitor.unnamed)
    )
      encounter.left = visitor;
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
      (g) =>
        g.from >= speaker.to && g.to <= head.from && g.people.length > 0 && !g.possessive && spokenTo(scene, g, groups),
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
