// Countries: names, adjectives and nationals, prefixes before a hyphen, and capitals and seats that stand for a government.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { meaningOf } from './ambiguity.ts';
import { adjacent, before, behind, longest, type Reading } from './cover.ts';
import { actsAsGovernment } from './metonyms.ts';

/** Reads the tokens from `start` up to `end` that nobody has claimed. */
export function readCountries(reading: Reading, start = 0, end = reading.doc.count): void {
  const { doc, cover } = reading;
  const leave = (from: number, to: number, senses: number[] = []): void => {
    cover.claim({ from, to, type: 'other', form: 'name', senses, source: 'dictionary' });
  };
  for (let i = start; i < end; i++) {
    if (cover.at(i)) continue;
    const match = longest(reading, i, KIND.country);
    if (!match || !cover.isFree(match.from, match.to)) continue;
    const meant = meaningOf(reading, match.from, match.to);
    if (meant === null) {
      leave(match.from, match.to);
      continue;
    }
    if (meant !== undefined) {
      const fitting = match.senses.filter((s) => doc.dictionary.countries.at(senseRef(s)).id === meant);
      // "Guinea" beside "Guinea-Bissau": a reading that the dictionary has no name for leaves what it has.
      if (fitting.length > 0) match.senses = fitting;
    }
    const forms = new Set(match.senses.map(senseForm));
    const of = (form: number): number[] => match.senses.filter((s) => senseForm(s) === form);
    const claim = (form: 'name' | 'adjective' | 'metonym', code: number): void => {
      cover.claim({ from: match.from, to: match.to, type: 'country', form, senses: of(code), source: 'dictionary' });
    };
    if (partOfPersonName(reading, match.from, match.to)) continue;
    if (forms.has(FORM.name) && isMoney(doc, match.to)) {
      leave(match.from, match.to);
    } else if (forms.has(FORM.name)) {
      // "Saudi", "UAE", "Soviet" may be both: before a word that takes an adjective it is one only if it is no acronym.
      claim('name', FORM.name);
    } else if (forms.has(FORM.adjective)) {
      if (!isLanguage(doc, match.from, match.to)) claim('adjective', FORM.adjective);
      else leave(match.from, match.to);
    } else if (forms.has(FORM.prefix)) {
      if (doc.flag(match.to, F.Joiner)) claim('adjective', FORM.prefix);
    } else if (forms.has(FORM.metonym) || forms.has(FORM.seat)) {
      const form = forms.has(FORM.seat) ? FORM.seat : FORM.metonym;
      if (actsAsGovernment(reading, match.from, match.to)) claim('metonym', form);
      else leave(match.from, match.to, of(form));
    }
    i = match.to - 1;
  }
}

/** "Israel Katz", "Jordan Henderson", "Michael Jordan": a given name or surname that a country has too. */
function partOfPersonName(reading: Reading, from: number, to: number): boolean {
  const { doc } = reading;
  if (to - from > 1) return false;
  const person = longest(reading, from, KIND.person);
  if (person && person.to > to && person.senses.some((s) => senseForm(s) === FORM.name)) return true;
  // A given name before a capital that is no everyday word: "Sofia Ostrogan", "Jordan Henderson".
  const surname =
    doc.flag(to, F.Capital) &&
    !doc.flag(to, F.Caps) &&
    // "German Chancellor": a title is no surname.
    !doc.is(to, C.common | C['title-word'] | C.honorific) &&
    longest(reading, to, KIND.country) === null;
  if (doc.is(from, C['given-name']) && surname && adjacent(doc, to - 1) && doc.styleAt(from) === 'running') return true;
  const left = from - 1;
  return (
    left >= 0 &&
    doc.is(from, C['family-name']) &&
    adjacent(doc, left) &&
    doc.flag(left, F.Capital) &&
    doc.is(left, C['given-name'] | C.honorific) &&
    !doc.is(left, C['given-and-word'])
  );
}

/** "US$40 million", "NZ$5": the currency, which is no mention. */
function isMoney(doc: Doc, to: number): boolean {
  return doc.isMark(to, 36) && !doc.flag(to, F.SpaceBefore);
}

/** "speaks Turkish", "in Arabic and French", "Turkish-language": the language, which is no mention. */
function isLanguage(doc: Doc, from: number, to: number): boolean {
  if (doc.is(behind(doc, to - 1), C['language-cue'])) return true;
  let p = before(doc, from);
  // "in Arabic and French": what the first is, the others are; it may be a language of no country.
  while ((doc.is(p, C.conjunction) || doc.isMark(p, 44)) && doc.flag(p - 1, F.Capital) && doc.sameSentence(p - 2, from))
    p -= 2;
  if (doc.is(p, C['language-cue'])) return true;
  const inWord = doc.key(p) === doc.dictionary.idOf('in');
  if (inWord && doc.is(p - 1, C['language-cue'])) return true;
  const next = behind(doc, to - 1);
  return (
    inWord &&
    (next < 0 || doc.flag(next, F.Mark) || doc.is(next, C.conjunction | C.preposition)) &&
    !doc.text(from, to).endsWith('s')
  );
}
