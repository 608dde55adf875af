// People: full names of the dictionary; names that a title, an honorific, a given name or what they do tells; and, once
// the full names of an article are known, the surnames and given names by which it calls them later.
import { FORM, KIND, senseForm } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, isNameToken, longest, type Reading } from './cover.ts';
import { isParticleBefore, isQuoted, isSmallFamily, isSmallSyllable } from './name-parts.ts';
import { beginsPerson } from './organization-tails.ts';

/** Full names that the dictionary has. */
export function readKnownPeople(reading: Reading): void {
  const { doc, cover } = reading;
  for (let i = 0; i < doc.count; i++) {
    const match = longest(reading, i, KIND.person);
    if (!match || match.to - match.from < 2) continue;
    const senses = match.senses.filter(
      (s) => senseForm(s) !== FORM.family || match.to - match.from > 2 || titleEndsAt(reading, i) !== null,
    );
    if (senses.length === 0 || !cover.isFree(match.from, match.to)) continue;
    // "Park Jin-woo" is not Park Jin.
    if (doc.flag(match.to, F.Joiner) && isSmallSyllable(reading, match.to + 1)) continue;
    const full = senses.some((s) => senseForm(s) === FORM.name);
    // "Kim Il Sung University": an organization's head right behind.
    if (
      doc.is(match.to, C['org-head'] | C['place-head']) &&
      doc.flag(match.to, F.Capital) &&
      adjacent(doc, match.to - 1) &&
      doc.styleAt(i) === 'running' &&
      !doc.is(match.to, C['title-word'])
    )
      continue;
    const to = withGeneration(doc, withParticles(reading, match.to));
    // Styles that some records hold in a name: "Sheikh Zayed", "Sultan Qaboos", "Pope Francis".
    let from = i;
    while (from < match.to - 1 && isStyle(reading, from, match.to)) from++;
    cover.claim({ from, to, type: 'person', form: full ? 'name' : 'surname', senses, source: 'dictionary' });
  }
}

/** A style before the rest of a name; but "Amir Khan Muttaqi" is a given name where no name is known without it. */
function isStyle(reading: Reading, i: number, to: number): boolean {
  const { doc } = reading;
  if (doc.is(i, C.honorific)) return true;
  if (!doc.is(i, C['title-word']) || !longest(reading, i, KIND.title)) return false;
  const rest = longest(reading, i + 1, KIND.person);
  return !doc.is(i, C['given-name']) || to - i === 2 || rest?.to === to;
}

/** Takes in "bin Abdullah" behind a known name. */
function withParticles({ doc, cover }: Reading, to: number): number {
  const joined = doc.flag(to + 1, F.Joiner) ? to + 2 : to + 1;
  const fits =
    doc.is(to, C.particle) &&
    !doc.is(to, C.preposition | C.common) &&
    isNameToken(doc, joined) &&
    doc.sameSentence(joined, to - 1) &&
    !cover.at(joined);
  return fits ? joined + 1 : to;
}

/** Takes in "Jr.", ", Sr.", "III" behind a name that ends at `to`. */
function withGeneration(doc: Doc, to: number): number {
  const at = doc.isMark(to, 44) ? to + 1 : to;
  return doc.is(at, C.generational) &&
    doc.flag(at, F.Capital) &&
    doc.sameSentence(at, to - 1) &&
    !(at > to && doc.flag(at, F.Caps))
    ? at + 1
    : to;
}

/** A run of capitals that may be a person's name, and what speaks for it. */
export interface Run {
  from: number;
  to: number;
  score: number;
}

/** At this score a run is a person; between OPEN and this, a second opinion is asked. */
export const SURE = 2;
export const OPEN = 0.5;

/** Names that only the grammar knows. Returns the runs that it leaves open. */
export function readUnknownPeople(reading: Reading): Run[] {
  const { doc, cover } = reading;
  const open: Run[] = [];
  for (let i = 0; i < doc.count; i++) {
    const small = isSmallFamily(reading, i);
    if (cover.at(i) || !(small || isNameToken(doc, i) || isParticleBefore(reading, i))) continue;
    let [from, to] = runFrom(reading, i);
    const end = to;
    from = behindTitles(reading, from, to);
    to = beforeTitle(reading, from, to);
    // "Human Rights Rina Amiri", "Affairs Daniel Kritenbrink": the tail of a title or body before a name.
    const first = from;
    while (!small && from < to - 2 && doc.is(from, C.common) && !doc.is(from, C['given-name'] | C['family-name']))
      from++;
    if (from > first && !beginsPerson(reading, from)) from = first;
    if (from < to) {
      const run = { from, to, score: score(reading, from, to) };
      if (run.score >= SURE)
        cover.claim({
          from,
          to: to - from > 1 ? withGeneration(doc, to) : to,
          type: 'person',
          form: to - from > 1 ? 'name' : 'surname',
          senses: sensesOf(reading, from, to),
          source: 'grammar',
        });
      else if (run.score >= OPEN && to - from > 1) open.push(run);
    }
    i = Math.max(i, end - 1);
  }
  return open;
}

function sensesOf(reading: Reading, from: number, to: number): number[] {
  const match = longest(reading, from, KIND.person);
  return match && match.to === to ? match.senses : [];
}

/** The capitals from `i` on, with initials, hyphens, particles and regnal numbers between or behind them. */
function runFrom(reading: Reading, i: number): [number, number] {
  const { doc, cover } = reading;
  let to = i + 1;
  while (to < doc.count && doc.sentence[to] === doc.sentence[i] && !doc.flag(to, F.NewlineBefore)) {
    if (cover.at(to)) break;
    if (
      doc.flag(to, F.Joiner) &&
      !cover.at(to + 1) &&
      (isNameToken(doc, to + 1) || doc.is(to + 1, C.particle) || isSmallSyllable(reading, to + 1))
    )
      to += 2;
    else if (doc.flag(to, F.Word) && (isNameToken(doc, to) || (doc.is(to, C.generational) && doc.flag(to, F.Capital))))
      to++;
    else if (doc.is(to, C.particle) && !doc.flag(to, F.Capital) && !doc.flag(to, F.Mark)) {
      // "bin", "van der", "de la", "al-": one to three particles, then a capital.
      let k = to;
      while (k < to + 4 && doc.sameSentence(k, i) && (doc.is(k, C.particle) || doc.flag(k, F.Joiner))) k++;
      if (k > to && isNameToken(doc, k) && doc.sameSentence(k, i) && !cover.at(k) && !doc.is(to, C.preposition))
        to = k + 1;
      else break;
    } else if (isQuoted(reading, to)) to += 3;
    else break;
  }
  // A sentence's first word is a name only if what follows agrees: "Meanwhile Putin" begins at Putin.
  let from = i;
  if (
    doc.flag(from, F.SentenceStart) &&
    to - from > 1 &&
    doc.is(from, C.common) &&
    !doc.is(from, C['given-name'] | C['family-name'] | C['title-word'] | C['title-modifier'])
  )
    from++;
  return [from, to];
}

/** Moves behind titles, honorifics and modifiers at the beginning of a run: "Deputy Foreign Minister Sergei Ryabkov". */
function behindTitles(reading: Reading, start: number, to: number): number {
  const { doc } = reading;
  let from = start;
  for (;;) {
    const title = longest(reading, from, KIND.title);
    const named =
      doc.is(from, C['given-name']) &&
      !doc.is(from, C['title-word'] | C.honorific) &&
      !doc.flag(from, F.Abbreviation) &&
      isNameToken(doc, from + 1) &&
      from + 1 < to &&
      doc.is(from + 1, C['family-name']);
    if (title && title.to <= to && !named) from = title.to;
    else if (doc.is(from, C.honorific | C['title-modifier']) && !named && from < to) from++;
    else if (doc.is(from, C['title-word']) && !doc.is(from, C['given-name'] | C['family-name']) && from < to) from++;
    // "Finance Minister", "Counter-Terrorism Commissioner": plain words before a title.
    else if (doc.is(from, C.common) && from < to && titleWithin(reading, from, to) > from)
      from = titleWithin(reading, from, to);
    else break;
    while (from < to && doc.flag(from, F.Mark)) from++;
  }
  return from;
}

/** "Tom Tugendhat MP", "Wayne Munroe Minister of …": a title behind a full name ends it. */
function beforeTitle(reading: Reading, from: number, to: number): number {
  const { doc } = reading;
  for (let k = from + 2; k < to; k++)
    if (longest(reading, k, KIND.title) && !doc.is(k, C['given-name'] | C['family-name']) && !doc.flag(k - 1, F.Mark))
      return k;
  return to;
}

function titleWithin(reading: Reading, from: number, to: number): number {
  const { doc } = reading;
  for (let k = from + 1; k < Math.min(to, from + 5); k++) {
    if (!doc.is(k - 1, C.common) && !doc.flag(k - 1, F.Mark)) return -1;
    const title = longest(reading, k, KIND.title);
    if (title && title.to <= to) return title.to;
  }
  return -1;
}

/** Where the title before token `i` begins; null when none stands there. Looks over "of COUNTRY". */
export function titleEndsAt(reading: Reading, i: number): number | null {
  const { doc } = reading;
  let end = i;
  while (end > 0 && doc.sentence[end - 1] === doc.sentence[i] && doc.is(end - 1, C.honorific)) end--;
  // The longest: "Foreign Minister", not the "Minister" in it.
  let begins = end < i ? end : null;
  for (let from = end - 1; from >= Math.max(0, end - 6) && doc.sentence[from] === doc.sentence[i]; from--)
    if (longest(reading, from, KIND.title)?.to === end) begins = from;
  return begins;
}

function score(reading: Reading, from: number, to: number): number {
  const { doc, cover } = reading;
  const words: number[] = [];
  for (let k = from; k < to; k++) if (!doc.flag(k, F.Mark)) words.push(k);
  const first = words[0] as number;
  const last = words[words.length - 1] as number;
  const headline = doc.styleAt(from) !== 'running';
  let sum = 0;
  const titled = titleEndsAt(reading, from) !== null;
  if (titled) sum += 3;
  if (doc.is(from - 1, C.honorific) && doc.sameSentence(from - 1, from)) sum += 3;
  if (!titled && ofCountryTitle(reading, from)) sum += 2;
  if (doc.isMark(from - 1, 44) && titleEndsAt(reading, from - 1) !== null && words.length > 1) sum += 2;
  if (words.length > 1 && doc.is(first, C['given-name'])) sum += doc.is(first, C['given-and-word'] | C.common) ? 1 : 2;
  if (words.length > 1 && doc.is(last, C['family-name'])) sum += doc.is(last, C.common) ? 0.5 : 1.5;
  // Family name first: "Kishida Fumio", "Nguyen Phu Trong".
  if (words.length > 1 && doc.is(first, C['family-name']) && !doc.is(first, C.common)) sum += 1;
  if (words.some((k) => k > from && k < to - 1 && doc.is(k, C.particle) && !doc.flag(k, F.Capital))) sum += 1.5;
  if (words.some((k) => doc.flag(k, F.Initial))) sum += 1.5;
  if (doc.is(to, C.say) && !doc.flag(to, F.Capital)) sum += words.length > 1 ? 1.5 : 0.8;
  if (appositionFollows(reading, to)) sum += words.length > 1 ? 2 : 1;
  if (doc.isMark(from - 1, 44) || doc.is(from - 1, C.conjunction)) {
    const neighbour = cover.at(from - 2);
    if (neighbour?.type === 'person') sum += 1;
  }
  const by = doc.key(from - 1);
  if (by === doc.dictionary.idOf('by') || by === doc.dictionary.idOf('named')) sum += 0.5;
  for (const k of words) {
    const everyday = doc.is(k, C.common) && !doc.is(k, C['given-name'] | C['family-name']);
    if (everyday) sum -= headline ? 2 : 1.2;
    if (
      doc.is(k, C['org-head'] | C['place-head'] | C['event-head'] | C['media-head'] | C['treaty-head']) &&
      !doc.is(k, C['given-name'] | C['family-name'])
    )
      sum -= 2.5;
    if (doc.is(k, C.direction)) sum -= 1.5;
    if (doc.key(k) < 0 && words.length > 1) sum += 0.4;
    if (
      doc.flag(k, F.Caps) &&
      !headline &&
      doc.styleAt(k) === 'running' &&
      !doc.flag(k, F.Initial | F.Dotted) &&
      words.length === 1
    )
      sum -= 2;
    if (doc.flag(k, F.HasDigit)) sum -= 3;
  }
  if (doc.is(from - 1, C.determiner)) sum -= 2.5;
  if (words.length === 1) sum -= titled ? 0.5 : 1;
  if (words.length > 4) sum -= words.length - 4;
  if (longest(reading, from, KIND.place)) sum -= 2;
  if (doc.is(from - 1, C['place-preposition']) && !titled) sum -= 1;
  if (doc.flag(from, F.SentenceStart) && words.length === 1) sum -= 1;
  if (headline && words.length > 1) sum -= 0.5;
  return sum;
}

/** "Minister of Foreign Affairs of Estonia Margus Tsahkna": a title reaches the name over its country. */
function ofCountryTitle(reading: Reading, from: number): boolean {
  const { doc, cover } = reading;
  const left = cover.at(from - 1);
  if (!left || (left.type !== 'country' && left.type !== 'organization') || left.to !== from) return false;
  if (left.form === 'adjective') return false;
  let p = left.from - 1;
  if (doc.is(p, C.determiner)) p--;
  return doc.is(p, C.preposition) && titleEndsAt(reading, p) !== null;
}

/** ", the Iranian foreign minister", ", 45,", ", who": what is said of people. */
function appositionFollows(reading: Reading, to: number): boolean {
  const { doc } = reading;
  if (!doc.isMark(to, 44) && !doc.isMark(to, 40)) return false;
  let k = to + 1;
  if (doc.flag(k, F.Number) && doc.isMark(k + 1, 44)) return true;
  if (doc.flag(k, F.Word) && ['who', 'whose'].includes(doc.fold(k))) return true;
  for (let steps = 0; steps < 7 && k < doc.count && doc.sentence[k] === doc.sentence[to]; steps++, k++) {
    const title = longest(reading, k, KIND.title);
    if (title) return !doc.flag(title.to, F.Capital) || doc.is(title.to, C.preposition);
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive)) return false;
    if (doc.is(k, C.auxiliary | C.say | C.conjunction | C.pronoun)) return false;
  }
  return false;
}
