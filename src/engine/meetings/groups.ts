// Who stands in a sentence as somebody that can meet: people with their titles, states and bodies, "the Russian president",
// "an Egyptian delegation", "he", "the two ministers" — in groups, as "A, B and C" are one subject or one object.
import type { ParsedResult } from 'chrono-node/en';
import { KIND } from '../../dictionary/format.ts';
import type { Role } from '../../dictionary/schema.ts';
import type { Linked, Linking } from '../entities/link.ts';
import { isPartyBody, type Profile } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import { longest, type Reading } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { join, markAsides, nameReferences } from './lists.ts';
import { delegationAt, leftEdge, personBehind, referenceAt } from './references.ts';
import type { Words } from './small-words.ts';

export interface Group {
  /** Tokens, with titles, articles and "of COUNTRY". */
  from: number;
  to: number;
  people: Draft[];
  /** Country codes and organization ids named as such. */
  states: string[];
  /** "the two sides", "both leaders", "they": whoever the last meeting was between. */
  both: boolean;
  /** "he", "she", "his": the last person that was a subject. */
  pronoun: boolean;
  /** A title without a name that nobody in the article could be found for, with its country. */
  unnamed: { country: string | null; roles: Role[] } | null;
  /** In brackets, between dashes, or in an apposition or relative clause between commas. */
  aside: boolean;
  /** Key of the preposition right before the group, -1 for none. */
  preposition: number;
  /** Followed by a possessive: "Shoigu's visit". */
  possessive: boolean;
}

export interface Scene {
  reading: Reading;
  linking: Linking;
  profiles: Map<Draft, Profile>;
  words: Words;
  /** Groups of each sentence, once read. */
  groups: Map<number, Group[]>;
  /** Dates of each sentence, once read: of a plan by its number `n`, else by `-1 - n`. */
  dates: Map<number, ParsedResult[]>;
}

export function groupsOf(scene: Scene, sentence: number): Group[] {
  const known = scene.groups.get(sentence);
  if (known) return known;
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const atoms: Group[] = [];
  for (let i = from; i < to; ) {
    const atom = atomAt(scene, i, from, to);
    if (atom) {
      atoms.push(atom);
      i = Math.max(atom.to, i + 1);
    } else i++;
  }
  nameReferences(scene, atoms);
  const groups = join(scene, atoms);
  markAsides(scene, groups, from, to);
  scene.groups.set(sentence, groups);
  return groups;
}

export const group = (from: number, to: number): Group => ({
  from,
  to,
  people: [],
  states: [],
  both: false,
  pronoun: false,
  unnamed: null,
  aside: false,
  preposition: -1,
  possessive: false,
});

function atomAt(scene: Scene, i: number, start: number, end: number): Group | null {
  const { linking, words } = scene;
  const { doc } = scene.reading;
  const linked = linking.at(i);
  if (linked?.draft.type === 'person') {
    const atom = group(leftEdge(scene, linked.span.from, start), linked.span.to);
    atom.people.push(linked.draft);
    return finish(scene, ofCountry(scene, atom), end);
  }
  const reference = referenceAt(scene, i, end) ?? delegationAt(scene, i, end);
  if (reference) return finish(scene, reference, end);
  const state = linked ? stateOf(linked) : null;
  if (linked && state) {
    // "US President Donald Trump": the name behind the title is the actor.
    if (personBehind(scene, linked.span.to, end)) return null;
    const reference = referenceAt(scene, linked.span.from, end);
    if (reference) return finish(scene, reference, end);
    const atom = group(doc.key(i - 1) === words.the && i > start ? i - 1 : i, linked.span.to);
    atom.states.push(state);
    // "Taliban representatives", "Hamas leaders".
    if (doc.isOf(atom.to, D['delegation-noun']) && !doc.flag(atom.to, F.Capital)) atom.to++;
    return finish(scene, atom, end);
  }
  return pronounAt(scene, i, end);
}

/** "he", "they", "both sides", "the two ministers". */
function pronounAt(scene: Scene, i: number, end: number): Group | null {
  const { words } = scene;
  const { doc } = scene.reading;
  const key = doc.key(i);
  const possessive = key === words.his || key === words.her;
  // "HE Foreign Minister B", "His Royal Highness".
  if (doc.flag(i, F.Caps) && doc.styleAt(i) !== 'caps' && key !== words.i) return null;
  if (possessive && (doc.is(i + 1, C.honorific) || doc.is(i + 2, C.honorific)) && doc.flag(i + 1, F.Capital))
    return null;
  // "his German counterpart Johann Wadephul": the name takes the pronoun with it.
  if ((possessive || key === words.their) && personBehind(scene, adjectiveEnd(scene, i + 1), end)) return null;
  if (
    key === words.he ||
    key === words.she ||
    key === words.him ||
    key === words.i ||
    (possessive && !doc.flag(i - 1, F.Mark))
  ) {
    const atom = group(i, i + 1);
    atom.pronoun = true;
    atom.possessive = possessive;
    return finish(scene, atom, end);
  }
  const to = bothEnd(scene, i);
  if (to < 0) return null;
  const atom = group(i, to);
  atom.both = true;
  return finish(scene, atom, end);
}

/** Where "the two sides", "both leaders", "they", "the ministers" ends that begins at `i`; -1 when none does. */
function bothEnd(scene: Scene, i: number): number {
  const { words } = scene;
  const { doc } = scene.reading;
  const key = doc.key(i);
  if (key === words.they) return i + 1;
  if (key === words.their) return encounterWithin(scene, i + 1, 3) ? i + 1 : -1;
  const counted = key === words.the && [words.two, words.three, words.four, words.five].includes(doc.key(i + 1));
  if (!counted && key !== words.both && key !== words.the) return -1;
  let at = counted ? i + 2 : i + 1;
  if (doc.flag(at, F.Joiner)) return -1;
  for (let steps = 0; steps < 3; steps++, at++) {
    if (doc.isOf(at, D['sides-noun']))
      return key === words.the && !counted && doc.key(at + 1) === words.of ? -1 : at + 1;
    if (!doc.is(at, C['title-modifier']) && scene.linking.at(at)?.span.form !== 'adjective' && steps > 0) break;
    if (key === words.the && !counted) break;
  }
  // "the two discussed"; but "the two issues", "both China and Russia".
  const next = counted ? i + 2 : i + 1;
  if (key === words.the && !counted) return -1;
  if (scene.linking.at(next) || /s$/.test(doc.fold(next))) return -1;
  return next;
}

/** Organs of a state that meet in its name. */
const ORGANS = new Set(['ministry', 'parliament', 'security-council', 'armed-forces']);

/** The party that a country's or body's name stands for where it acts; null for adjectives, companies, media and the like. */
export function stateOf({ draft, span }: Linked): string | null {
  if (draft.type === 'country') return span.form === 'adjective' ? null : draft.id;
  if (draft.type !== 'organization') return null;
  if (isPartyBody(draft)) return draft.id;
  return draft.organization && ORGANS.has(draft.organization.kind) ? draft.country : null;
}

/** Behind a country's adjective at `i`, or `i`. */
function adjectiveEnd(scene: Scene, i: number): number {
  const linked = scene.linking.at(i);
  return linked?.draft.type === 'country' ? linked.span.to : i;
}

function encounterWithin(scene: Scene, i: number, steps: number): boolean {
  for (let k = i; k < i + steps; k++) if (longest(scene.reading, k, KIND.encounter)) return true;
  return false;
}

/** Takes in ", of Estonia" behind a name. */
function ofCountry(scene: Scene, atom: Group): Group {
  const { reading, linking, words } = scene;
  const { doc } = reading;
  if (doc.key(atom.to) !== words.of) return atom;
  const at = doc.is(atom.to + 1, C.determiner) ? atom.to + 2 : atom.to + 1;
  const linked = linking.at(at);
  if (linked && linked.draft.type !== 'person' && doc.sameSentence(at, atom.from)) atom.to = linked.span.to;
  return atom;
}

function finish(scene: Scene, atom: Group, end: number): Group {
  const { doc } = scene.reading;
  let p = atom.from - 1;
  if (doc.isMark(p, 91)) p--;
  if (p >= 0 && doc.sameSentence(p, atom.from) && doc.is(p, C.preposition)) atom.preposition = doc.key(p);
  if (atom.to < end && doc.flag(atom.to, F.Possessive)) atom.possessive = true;
  return atom;
}
