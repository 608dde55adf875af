// People and sides who are not called by name: "the Russian president", "Egypt's foreign minister", "US and Qatari
// mediators", "representatives from France"; and where a name with its titles begins.
import { KIND, senseRef } from '../../dictionary/format.ts';
import type { Role } from '../../dictionary/schema.ts';
import type { Draft } from '../entities/registry.ts';
import { titlePhraseStart } from '../entities/titles.ts';
import { countryBefore } from '../names/bodies.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { type Group, group, type Scene, stateOf } from './groups.ts';

/** Where a name with its titles, country and article begins. */
export function leftEdge(scene: Scene, name: number, start: number): number {
  const { reading, linking, words } = scene;
  const { doc } = reading;
  let from = titlePhraseStart(reading, linking, name);
  for (let steps = 0; steps < 4 && from > start; steps++) {
    const left = linking.at(from - (doc.flag(from - 1, F.Possessive) ? 2 : 1));
    if (left && (left.draft.type === 'country' || left.draft.type === 'organization')) from = left.span.from;
    else if (doc.is(from - 1, C['title-modifier'] | C.honorific) && !doc.is(from - 1, C.preposition)) from--;
    else break;
  }
  if (from > start && doc.is(from - 1, C.determiner) && doc.key(from - 1) !== words.that) from--;
  return from;
}

/** Whether titles lead from `i` to a person's name: then the words before belong to that name. */
export function personBehind(scene: Scene, i: number, end: number): boolean {
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

/** "the Russian president", "Iran's foreign minister", "the foreign minister of Egypt", "his Turkish counterpart". */
export function referenceAt(scene: Scene, i: number, end: number): Group | null {
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
  // "a major step", "an official": anybody.
  if (country === null && ![words.the, words.his, words.her, words.their].includes(doc.key(i))) return null;
  // "the officials of the two countries": the two.
  if (country === null && doc.key(title.to) === words.of && doc.isOf(title.to + 3, D['sides-noun'])) return null;
  const roles = title.senses.map((sense) => doc.dictionary.titles.at(senseRef(sense)).role);
  const named = whoIs(scene, country, roles, doc.foldRange(title.from, title.to));
  if (named) atom.people.push(named);
  else atom.unnamed = { country, roles };
  return atom;
}

/** Whom "leader" may mean. */
const LEADERS: Role[] = ['head-of-state', 'head-of-government', 'royal'];

/** The person of the article whom a title without a name means: called so before, else in that role for that country. */
function whoIs(scene: Scene, country: string | null, roles: Role[], title: string): Draft | null {
  const fits = [...scene.profiles.values()].filter(({ draft, country: told }) => {
    const own = told ?? draft.country;
    return country === null || (own !== null && own === country);
  });
  const called = fits.filter(({ titles }) => titles.has(title));
  if (called.length === 1) return called[0]?.draft ?? null;
  const leads = roles.includes('party-leader') && country !== null;
  const telling = leads ? LEADERS : roles.filter((role) => role !== 'other' && role !== 'head-of-body');
  const inRole = fits.filter(({ draft, roles: held }) =>
    telling.some(
      (role) => held.has(role) || (held.size === 0 && (draft.person?.offices ?? []).some((o) => o.role === role)),
    ),
  );
  return inRole.length === 1 ? (inRole[0]?.draft ?? null) : null;
}

/** "a Taliban delegation", "US, Egyptian and Qatari mediators", "Governments of Bahrain", "representatives from Italy". */
export function delegationAt(scene: Scene, i: number, end: number): Group | null {
  const { doc } = scene.reading;
  if (doc.flag(i, F.Mark)) return null;
  const at = doc.is(i, C.determiner) ? i + 1 : i;
  return adjectiveDelegation(scene, i, at, end) ?? nounDelegation(scene, i, at, end);
}

function adjectiveDelegation(scene: Scene, from: number, start: number, end: number): Group | null {
  const { linking, words } = scene;
  const { doc } = scene.reading;
  const states: string[] = [];
  let adjective = false;
  let at = start;
  // No list of states before one noun is longer: a row of a thousand countries is read once, not once for each.
  while (at < end && states.length < 12) {
    const linked = linking.at(at);
    if (linked?.draft.type !== 'country') break;
    states.push(linked.draft.id);
    adjective ||= linked.span.form === 'adjective';
    at = linked.span.to;
    if (doc.isMark(at, 44) || doc.flag(at, F.Joiner)) at++;
    if (doc.key(at) === words.and) at++;
  }
  if (states.length === 0 || (!adjective && states.length === 1 && at === start)) return null;
  for (let steps = 0; steps < 4 && at < end; steps++, at++) {
    if (doc.isOf(at, D['delegation-noun'])) break;
    if (!doc.flag(at, F.Word | F.Joiner) || linking.at(at) || doc.is(at, ENDS_NOUN)) return null;
  }
  if (!doc.isOf(at, D['delegation-noun'])) return null;
  // "Saudi, Iranian foreign ministers": those of the article that hold the office.
  const title = [at - 2, at - 1, at].map((k) => longest(scene.reading, k, KIND.title)).find((m) => m?.to === at + 1);
  const roles = title ? title.senses.map((sense) => doc.dictionary.titles.at(senseRef(sense)).role) : [];
  const atom = group(from, at + 1);
  for (const state of new Set(states)) {
    const person = title ? whoIs(scene, state, roles, doc.foldRange(title.from, title.to)) : null;
    if (person) atom.people.push(person);
    else atom.states.push(state);
  }
  return atom;
}

const ENDS_NOUN = C.auxiliary | C.preposition | C.conjunction | C.say | C.pronoun;

function nounDelegation(scene: Scene, from: number, start: number, end: number): Group | null {
  const { linking, words } = scene;
  const { doc } = scene.reading;
  let at = start;
  while (at < start + 3 && at < end && !doc.isOf(at, D['delegation-noun'])) {
    if (!doc.flag(at, F.Word | F.Joiner) || doc.is(at, ENDS_NOUN | C.act | C.determiner) || linking.at(at)) return null;
    if (longest(scene.reading, at, KIND.encounter)) return null;
    at++;
  }
  if (!doc.isOf(at, D['delegation-noun'])) return null;
  const link = doc.key(at + 1);
  if (link !== words.of && link !== words.from && link !== words.representing) return null;
  for (let k = at + 2; k < Math.min(end, at + 7); k++) {
    const linked = linking.at(k);
    const state = linked ? stateOf(linked) : null;
    if (linked && state) {
      if (doc.flag(linked.span.to, F.Possessive)) return null;
      const atom = group(from, linked.span.to);
      atom.states.push(state);
      return atom;
    }
    if (linked || !doc.flag(k, F.Word) || doc.is(k, C.auxiliary | C.say | C.conjunction)) return null;
  }
  return null;
}
