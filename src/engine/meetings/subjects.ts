// Who is the subject of a word: the nearest group on the left that nothing else governs.
import { INFLECTION, KIND, senseForm } from '../../dictionary/format.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Group, Scene } from './groups.ts';

/** Several, or a body, whose members meet: "ASEAN ministers". */
export function isPlural(group: Group | null): boolean {
  if (group === null) return false;
  const { both, people, states } = group;
  return both || people.length + states.length > 1 || states.some((state) => !/^([A-Z]{2}|x-)/.test(state));
}

/** The group that is the subject of the word at `h`: the nearest on the left that no preposition governs and that is no aside. */
export function subjectOf(scene: Scene, h: number, groups: Group[], reachesOver: boolean): Group | null {
  const { reading, words } = scene;
  const { doc } = reading;
  const relative = antecedent(scene, h, groups);
  if (relative) return relative;
  let fallback: Group | null = null;
  for (let g = groups.length - 1; g >= 0; g--) {
    const group = groups[g] as Group;
    if (group.to > h || group.aside) continue;
    // "after he met", "as Beijing and Kyiv hold talks": a clause of its own.
    if (doc.isOf(group.from - 1, D['clause-opener']) && !group.possessive && onlyVerbs(scene, group.to, h))
      return group;
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
export function spokenTo(scene: Scene, group: Group, groups: Group[]): boolean {
  const { doc } = scene.reading;
  const say = group.from - 1;
  if (!doc.is(say, C.say)) return false;
  const speaker = groups.findLast((g) => g.to <= say && !g.possessive && !g.aside);
  if (!speaker || say - speaker.to > 4) return false;
  for (let k = speaker.to; k < say; k++) if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner)) return false;
  return true;
}

/** Auxiliaries and adverbs, which part a subject from its verb. */
export function isVerbal(scene: Scene, k: number): boolean {
  const { doc } = scene.reading;
  return (
    doc.is(k, C.auxiliary) ||
    doc.key(k) === scene.words.to ||
    doc.isOf(k, D['light-verb'] | D['between-subject-and-verb'] | D['planned-cue']) ||
    /ly$/.test(doc.fold(k))
  );
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
  return match?.senses.some((s) => senseForm(s) !== INFLECTION.noun) ?? false;
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
