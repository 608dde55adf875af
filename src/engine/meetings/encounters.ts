// Reads the encounters of one sentence: verbs and nouns that say that somebody met, received, phoned or wrote to somebody,
// with who stands on either side. Whether it took place is status.ts's question, which meeting it was is records.ts's.
import { INFLECTION, KIND, senseForm } from '../../dictionary/format.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';
import { type Head, headsOf } from './heads.ts';
import { readNoun } from './nouns.ts';
import { objectOf, placeCountries } from './objects.ts';
import { isPlural, subjectOf } from './subjects.ts';

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
      if (head.id === 'call' && (encounter.right.people.length === 0 || namedSomething(scene, encounter.right)))
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
