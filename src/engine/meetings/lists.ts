// Who stands together: "A, B and C" is one subject or one object; "the deputy minister, C" is C; and what stands in
// brackets, appositions and relative clauses is aside.
import { KIND } from '../../dictionary/format.ts';
import { longest } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Group, Scene } from './groups.ts';

const COMMA = 44;
const SEMICOLON = 59;
const AMPERSAND = 38;

/** "A, B and C", "A and B", "A-B": atoms that nothing but commas, "and" and hyphens parts. */
export function join(scene: Scene, atoms: Group[]): Group[] {
  const { words } = scene;
  const { doc } = scene.reading;
  const joined: Group[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    const apart = !last || last.aside || atom.aside || last.possessive || last.both || atom.both || atom.pronoun;
    if (!apart && connects(scene, last, atom, atoms)) {
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

/** What joins a list like "and". */
const LINKS = new Set(['as well as', 'along with', 'together with']);

function connects(scene: Scene, left: Group, right: Group, atoms: Group[]): boolean {
  const { reading, words } = scene;
  const { doc } = reading;
  let at = left.to;
  if (doc.flag(at, F.Joiner) && at + 1 === right.from) return true;
  let comma = false;
  let and = false;
  while (at < right.from) {
    if (doc.isMark(at, COMMA)) comma = true;
    else if (doc.key(at) === words.and || doc.isMark(at, AMPERSAND)) and = true;
    else if (LINKS.has(doc.foldRange(at, at + 3)) || LINKS.has(doc.foldRange(at, at + 2))) {
      and = true;
      at += LINKS.has(doc.foldRange(at, at + 3)) ? 2 : 1;
    } else if (!doc.is(at, C.determiner)) return false;
    at++;
  }
  if (and) return true;
  if (!comma) return false;
  // A bare comma joins only where the list goes on to an "and", or in headlines: "Lavrov, Fidan discuss Syria".
  if (doc.styleAt(left.from) !== 'running' || doc.blockOf(left.from).kind === 'title') return true;
  const next = atoms.find((a) => a.from >= right.to);
  // "Russia, the US and four European countries".
  if (doc.key(right.to) === words.and && (!next || next.from > right.to + 2)) return left.states.length > 0;
  if (!next) return false;
  for (let k = right.to; k < next.from; k++)
    if (!doc.isMark(k, COMMA) && doc.key(k) !== words.and && !doc.is(k, C.determiner)) return false;
  return true;
}

/** "the Deputy Minister of International Relations, Jennelly Matundu": the name behind the comma is whom the title means. */
export function nameReferences(scene: Scene, groups: Group[]): void {
  const { doc } = scene.reading;
  nameSeveral(scene, groups);
  groups.forEach((group, i) => {
    if (!group.unnamed || group.people.length > 0) return;
    for (const next of groups.slice(i + 1, i + 3)) {
      if (next.people.length === 0 && next.states.length > 0) continue;
      const comma = next.from - 1;
      if (
        next.people.length === 1 &&
        doc.isMark(comma, COMMA) &&
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

/** "the foreign ministers of Portugal and Kenya, A and B": as many names behind the comma as countries before it. */
function nameSeveral(scene: Scene, atoms: Group[]): void {
  const { doc } = scene.reading;
  atoms.forEach((title, i) => {
    if (!title.unnamed?.country) return;
    let k = i + 1;
    while (atoms[k] && (atoms[k] as Group).states.length > 0 && (atoms[k] as Group).people.length === 0) k++;
    const countries = k - i;
    const names = atoms.slice(k, k + countries);
    const first = names[0];
    if (countries < 2 || names.length < countries || !first || !doc.isMark(first.from - 1, COMMA)) return;
    if (names.some((n) => n.people.length !== 1)) return;
    const states = [title.unnamed.country, ...atoms.slice(i + 1, k).map((a) => a.states[0] ?? null)];
    title.people = names.flatMap((n) => n.people);
    title.people.forEach((person, n) => {
      const profile = scene.profiles.get(person);
      if (profile && !person.person) profile.country = states[n] ?? null;
    });
    title.unnamed = null;
    for (const n of names) n.aside = true;
  });
}

function hasVerb(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = from; k < to; k++)
    if (doc.is(k, C.auxiliary | C.say) || doc.isMark(k, SEMICOLON) || longest(scene.reading, k, KIND.encounter))
      return true;
  return false;
}

/** Marks what stands in brackets, between dashes, and in appositions or relative clauses between commas. */
export function markAsides(scene: Scene, groups: Group[], from: number, to: number): void {
  const { reading, words } = scene;
  const { doc } = reading;
  const aside = (a: number, b: number): void => {
    for (const g of groups) if (g.from >= a && g.to <= b) g.aside = true;
  };
  for (let i = from; i < to; i++) {
    if (!doc.isMark(i, 40)) continue;
    let k = i;
    while (k < to && !doc.isMark(k, 41)) k++;
    aside(i, k);
    i = k;
  }
  for (const g of groups) {
    if (!doc.isMark(g.to, COMMA)) continue;
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
    while (close < to && !doc.isMark(close, COMMA)) close++;
    if (close < to || relative) aside(first, close);
  }
}
