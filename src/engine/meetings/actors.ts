// Who stands in a sentence as somebody that can meet: people with their titles, states and bodies, "the Russian president",
// "he", "the two ministers" — in groups, as "A, B and C" are one subject or one object.
import { KIND, senseRef } from '../../dictionary/format.ts';
import type { Role } from '../../dictionary/schema.ts';
import type { Linked, Linking } from '../entities/link.ts';
import { countryBefore } from '../names/bodies.ts';
import { isPartyBody, type Profile, titleStart } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import { longest, type Reading } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';

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
}

/** Ids of the small words that the grammar of encounters asks for. */
export type Words = ReturnType<typeof smallWords>;

export function smallWords(id: (word: string) => number) {
  const names = [
    'and',
    'of',
    'with',
    'between',
    'to',
    'by',
    'from',
    'the',
    'two',
    'three',
    'both',
    'in',
    'on',
    'at',
    'that',
    'who',
    'which',
    'he',
    'she',
    'they',
    'his',
    'her',
    'their',
    'as',
    'for',
    'visit',
    'not',
    'after',
    'before',
    'sides',
    'side',
    'countries',
    'nations',
    'leaders',
    'ministers',
    'presidents',
    'officials',
    'parties',
    'diplomats',
    'pair',
    'duo',
    'men',
    'states',
    'counterparts',
    'led',
    'headed',
    'today',
    'here',
    'another',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, id(name)])) as Record<(typeof names)[number], number>;
}

/** What "the two" and "both" are of. */
const SIDES = [
  'sides',
  'countries',
  'nations',
  'leaders',
  'ministers',
  'presidents',
  'officials',
  'parties',
  'diplomats',
  'men',
  'states',
  'counterparts',
] as const;

export function groupsOf(scene: Scene, sentence: number): Group[] {
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
  const groups = join(scene, atoms);
  nameReferences(scene, groups);
  markAsides(scene, groups, from, to);
  return groups;
}

const group = (from: number, to: number): Group => ({
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
  const { reading, linking, words } = scene;
  const { doc } = reading;
  const linked = linking.at(i);
  if (linked?.draft.type === 'person') {
    const begin = leftEdge(scene, linked.span.from, start);
    const atom = group(begin, linked.span.to);
    atom.people.push(linked.draft);
    return finish(scene, ofCountry(scene, atom), end);
  }
  const reference = referenceAt(scene, i, end);
  if (reference) return finish(scene, reference, end);
  const state = linked ? stateOf(linked) : null;
  if (linked && state) {
    // "US President Donald Trump": the name behind the title is the actor.
    const person = personBehind(scene, linked.span.to, end);
    if (person) return null;
    const reference = referenceAt(scene, linked.span.from, end);
    if (reference) return finish(scene, reference, end);
    const atom = group(doc.key(i - 1) === words.the && i > start ? i - 1 : i, linked.span.to);
    atom.states.push(state);
    return finish(scene, atom, end);
  }
  const key = doc.key(i);
  // "his German counterpart Johann Wadephul": the name takes the pronoun with it.
  if (
    (key === words.his || key === words.her || key === words.their) &&
    personBehind(scene, adjectiveEnd(scene, i + 1), end)
  )
    return null;
  if (key === words.he || key === words.she || ((key === words.his || key === words.her) && !doc.flag(i - 1, F.Mark))) {
    const atom = group(i, i + 1);
    atom.pronoun = true;
    atom.possessive = key === words.his || key === words.her;
    return finish(scene, atom, end);
  }
  if (key === words.they || key === words.both || (key === words.their && encounterWithin(scene, i + 1, 3))) {
    const atom = group(i, i + 1);
    atom.both = true;
    return finish(scene, atom, end);
  }
  if (key === words.the && (doc.key(i + 1) === words.two || doc.key(i + 1) === words.three)) {
    const noun = SIDES.some((side) => doc.key(i + 2) === words[side]);
    const atom = group(i, noun ? i + 3 : i + 2);
    atom.both = true;
    return finish(scene, atom, end);
  }
  if (
    key === words.the &&
    [words.leaders, words.ministers, words.presidents, words.pair, words.sides, words.officials].includes(
      doc.key(i + 1),
    ) &&
    doc.key(i + 2) !== words.of
  ) {
    const atom = group(i, i + 2);
    atom.both = true;
    return finish(scene, atom, end);
  }
  return null;
}

/** Organs of a state that meet in its name. */
const ORGANS = new Set(['ministry', 'parliament', 'security-council', 'armed-forces']);

/** The party that a country's or body's name stands for where it acts; null for adjectives, companies, media and the like. */
function stateOf({ draft, span }: Linked): string | null {
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

/** Where a name with its titles, country and article begins. */
function leftEdge(scene: Scene, name: number, start: number): number {
  const { reading, linking } = scene;
  const { doc } = reading;
  let from = titleStart(reading, name).title;
  for (let steps = 0; steps < 4 && from > start; steps++) {
    const left = linking.at(from - (doc.flag(from - 1, F.Possessive) ? 2 : 1));
    if (left && (left.draft.type === 'country' || left.draft.type === 'organization')) from = left.span.from;
    else if (doc.is(from - 1, C['title-modifier'] | C.honorific) && !doc.is(from - 1, C.preposition)) from--;
    else break;
  }
  if (from > start && doc.is(from - 1, C.determiner)) from--;
  return from;
}

/** Whether titles lead from `i` to a person's name: then the words before belong to that name. */
function personBehind(scene: Scene, i: number, end: number): boolean {
  const { reading, linking } = scene;
  const { doc } = reading;
  let at = doc.flag(i, F.Possessive) ? i + 1 : i;
  for (let steps = 0; steps < 7 && at < end; steps++) {
    if (linking.at(at)?.draft.type === 'person')
      return at > i || doc.flag(i, F.Possessive) || steps > 0 || !doc.flag(i, F.Mark);
    const title = longest(reading, at, KIND.title);
    if (title) at = title.to;
    else if (
      doc.is(at, C['title-modifier'] | C['title-word'] | C.honorific) ||
      (doc.flag(at, F.Word) && doc.is(at, C.common) && longest(reading, at + 1, KIND.title))
    )
      at++;
    else return false;
  }
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

/** "the Russian president", "Iran's foreign minister", "the foreign minister of Egypt", "his Turkish counterpart". */
function referenceAt(scene: Scene, i: number, end: number): Group | null {
  const { reading, linking, words } = scene;
  const { doc } = reading;
  let at = i;
  const determined = doc.is(at, C.determiner);
  if (determined) at++;
  let country: string | null = null;
  const owner = linking.at(at);
  if (owner?.draft.type === 'country') {
    country = owner.draft.id;
    at = owner.span.to;
    if (doc.flag(at, F.Possessive)) at++;
  } else if (owner) return null;
  if (!determined && country === null) return null;
  while (at < end && doc.is(at, C['title-modifier']) && !longest(reading, at, KIND.title)) at++;
  const title = longest(reading, at, KIND.title);
  if (!title || title.to > end) return null;
  if (linking.at(title.to)?.draft.type === 'person' || personBehind(scene, title.to, end)) return null;
  const atom = group(i, title.to);
  if (country === null && doc.key(title.to) === words.of) {
    const behind = linking.at(doc.is(title.to + 1, C.determiner) ? title.to + 2 : title.to + 1);
    if (behind?.draft.type === 'country') {
      country = behind.draft.id;
      atom.to = behind.span.to;
    }
  }
  country ??= countryBefore(reading, at);
  const roles = title.senses.map((sense) => doc.dictionary.titles.at(senseRef(sense)).role);
  const named = whoIs(scene, country, roles, doc.foldRange(title.from, title.to));
  if (named) atom.people.push(named);
  else atom.unnamed = { country, roles };
  return atom;
}

/** The person of the article whom a title without a name means: called so before, else in that role for that country. */
function whoIs(scene: Scene, country: string | null, roles: Role[], title: string): Draft | null {
  const fits = [...scene.profiles.values()].filter(({ draft, country: told }) => {
    const own = told ?? draft.country;
    return country === null || (own !== null && own === country);
  });
  const called = fits.filter(({ titles }) => titles.has(title));
  if (called.length === 1) return called[0]?.draft ?? null;
  const telling = roles.filter((role) => role !== 'other' && role !== 'head-of-body');
  const inRole = fits.filter(({ draft, roles: held }) =>
    telling.some(
      (role) => held.has(role) || (held.size === 0 && (draft.person?.offices ?? []).some((o) => o.role === role)),
    ),
  );
  return inRole.length === 1 ? (inRole[0]?.draft ?? null) : null;
}

function finish(scene: Scene, atom: Group, end: number): Group {
  const { doc } = scene.reading;
  const p = atom.from - 1;
  if (p >= 0 && doc.sameSentence(p, atom.from) && doc.is(p, C.preposition)) atom.preposition = doc.key(p);
  if (atom.to < end && doc.flag(atom.to, F.Possessive)) atom.possessive = true;
  return atom;
}

/** "A, B and C", "A and B", "A-B": atoms that nothing but commas, "and" and hyphens parts. */
function join(scene: Scene, atoms: Group[]): Group[] {
  const { reading, words } = scene;
  const { doc } = reading;
  const joined: Group[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (
      last &&
      !last.possessive &&
      !last.both &&
      !atom.both &&
      !last.pronoun &&
      !atom.pronoun &&
      connects(scene, last, atom, atoms)
    ) {
      last.people.push(...atom.people.filter((p) => !last.people.includes(p)));
      last.states.push(...atom.states.filter((s) => !last.states.includes(s)));
      last.unnamed ??= atom.unnamed;
      last.possessive = atom.possessive;
      last.to = atom.to;
    } else joined.push({ ...atom, people: [...atom.people], states: [...atom.states] });
  }
  for (const g of joined) if (g.possessive && doc.key(g.to) === words.and) g.possessive = true;
  return joined;
}

function connects(scene: Scene, left: Group, right: Group, atoms: Group[]): boolean {
  const { reading, words } = scene;
  const { doc } = reading;
  let at = left.to;
  if (doc.flag(at, F.Joiner) && at + 1 === right.from) return true;
  let comma = false;
  let and = false;
  while (at < right.from) {
    if (doc.isMark(at, 44)) comma = true;
    else if (doc.key(at) === words.and || doc.isMark(at, 38)) and = true;
    else if (!doc.is(at, C.determiner)) return false;
    at++;
  }
  if (and) return true;
  if (!comma) return false;
  // A bare comma joins only where the list goes on to an "and", or in headlines: "Lavrov, Fidan discuss Syria".
  if (doc.styleAt(left.from) !== 'running' || doc.blockOf(left.from).kind === 'title') return true;
  const next = atoms.find((a) => a.from >= right.to);
  if (!next) return false;
  for (let k = right.to; k < next.from; k++)
    if (!doc.isMark(k, 44) && doc.key(k) !== words.and && !doc.is(k, C.determiner)) return false;
  return true;
}

/** "the Deputy Minister of International Relations, Jennelly Matundu": the name behind the comma is whom the title means. */
function nameReferences(scene: Scene, groups: Group[]): void {
  const { doc } = scene.reading;
  groups.forEach((group, i) => {
    if (!group.unnamed || group.people.length > 0) return;
    for (const next of groups.slice(i + 1, i + 3)) {
      const comma = next.from - 1;
      if (
        next.people.length === 1 &&
        doc.isMark(comma, 44) &&
        next.from - group.to < 14 &&
        !hasVerb(scene, group.to, comma)
      ) {
        group.people = next.people;
        group.unnamed = null;
        next.aside = true;
        return;
      }
      if (next.preposition < 0 || next.people.length > 0) return;
    }
  });
}

function hasVerb(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++)
    if (doc.is(k, C.auxiliary | C.say) || doc.isMark(k, 59) || longest(scene.reading, k, KIND.encounter)) return true;
  return false;
}

/** Marks what stands in brackets, between dashes, and in appositions or relative clauses between commas. */
function markAsides(scene: Scene, groups: Group[], from: number, to: number): void {
  const { reading, words } = scene;
  const { doc } = reading;
  const aside = (a: number, b: number): void => {
    for (const g of groups) if (g.from >= a && g.to <= b) g.aside = true;
  };
  for (let i = from; i < to; i++) {
    if (doc.isMark(i, 40)) {
      let k = i;
      while (k < to && !doc.isMark(k, 41)) k++;
      aside(i, k);
      i = k;
    }
  }
  for (const g of groups) {
    if (!doc.isMark(g.to, 44)) continue;
    const first = g.to + 1;
    const relative = doc.key(first) === words.who || doc.key(first) === words.which;
    const apposition =
      doc.is(first, C.determiner | C['title-modifier']) ||
      longest(reading, first, KIND.title) !== null ||
      reading.cover.at(first)?.type === 'country';
    if (!relative && !apposition) continue;
    // "In a meeting with Prime Minister A, Secretary B said": another name behind the comma is no apposition.
    const next = groups.find((other) => other.from >= first - 1 && other.from <= first + 1);
    if (!relative && next && next.people.some((p) => !g.people.includes(p)) && !next.possessive) continue;
    let close = first;
    while (close < to && !doc.isMark(close, 44)) close++;
    if (close < to || relative) aside(first, close);
  }
}
