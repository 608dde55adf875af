// Who stands on the right of a word: its object, or whom a preposition behind it leads to, with the rest of their list.
import { INFLECTION, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Group, Scene } from './groups.ts';
import { isVerbal } from './subjects.ts';

const MAX_REACH = 28;

/** The group on the right that the word before it takes: directly (`direct`) or behind one of `prepositions`. */
export function objectOf(
  scene: Scene,
  from: number,
  groups: Group[],
  prepositions: number[],
  direct: boolean,
): Group | null {
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
      // "met in Singapore": where, not whom.
      (direct &&
        ![scene.words.in, scene.words.at].includes(group.preposition) &&
        onlyAdverbs(scene, from, group.from)) ||
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
      doc.fold(before) === 'including' ||
      (doc.key(before) === scene.words.with && andBefore(scene, last.to, before));
    if (first.people.length === 0 || !listed || next.from - last.to > 14) break;
    if (isClause(scene, last.to, next.from) || isVerbal(scene, next.to) || doc.is(next.to, C.say | C.act)) break;
    if (longest(scene.reading, next.to, KIND.encounter)) break;
    people.push(...next.people.filter((p) => !people.includes(p)));
    last = next;
  }
  return last === first ? first : { ...first, people };
}

/** "with A and separately with B". */
function andBefore(scene: Scene, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (scene.reading.doc.key(k) === scene.words.and) return true;
  return false;
}

function isClause(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  const { words } = scene;
  for (let k = from; k < to; k++) {
    if ([words.who, words.which, words.that].includes(doc.key(k))) return true;
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive) && !doc.isMark(k, 44) && !doc.isMark(k, 59))
      return true;
    if (doc.is(k, C.auxiliary) || (doc.is(k, C.say | C.act) && !doc.flag(k, F.Capital))) return true;
    if (
      (doc.isOf(k, D['clause-opener']) && doc.key(k) !== words.and) ||
      doc.isOf(k, D.joining) ||
      longest(scene.reading, k, KIND.encounter)
    )
      return true;
  }
  return false;
}

function clauseEnds(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) {
    if (doc.isMark(k, 59) || doc.isMark(k, 58)) return true;
    const second = k - 1 === from && doc.key(from) === scene.words.and;
    if (doc.is(k, C.say) && !second && !doc.flag(k, F.Capital) && !doc.is(k - 1, C.determiner)) return true;
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
    if (senses?.some((s) => senseForm(s) === INFLECTION.noun) && doc.key(k - 1) !== scene.words.and && k > from)
      return true;
  }
  return false;
}

function onlyAdverbs(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++) {
    const place = doc.is(k, C.preposition) ? /^(in|at|on)$/.test(doc.fold(k)) : doc.flag(k, F.Capital);
    // "called and congratulated B".
    const second = doc.key(k) === scene.words.and ? doc.is(k + 1, C.say) : doc.is(k, C.say) && k > from;
    const fine =
      place ||
      second ||
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
export function placeCountries(scene: Scene, from: number): string[] {
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
