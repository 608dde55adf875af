// Whether a capital or a palace stands for its government ("Moscow said", "pressure on Beijing") or is only a place
// ("in Moscow on Sunday"). What stands directly before and behind decides; the word classes are data (words.jsonl).
import { FORM, KIND, senseForm } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, before, isNameToken, longest, type Reading } from './cover.ts';

const COMMA = 44;
const QUOTES = [34, 0x201c];
const CLOSING_QUOTES = [34, 0x201d, 0x2019];
/** Hyphen, en dash, em dash. */
const DASHES = [45, 0x2013, 0x2014];
/** Tokens of an aside between a subject and its verb. */
const ASIDE = 10;

export function actsAsGovernment(reading: Reading, from: number, to: number): boolean {
  const { doc } = reading;
  if (doc.flag(from - 1, F.Joiner) || doc.flag(to, F.Joiner)) return actsInPair(reading, from, to);
  const seat = isSeat(reading, from);
  if (!seat && isPlaceWithCountry(reading, from, to)) return false;
  if (isPartOfName(reading, from, to)) return false;
  if (signsHeadline(doc, from, to)) return true;
  const p = before(doc, from);
  const governing = doc.is(p, C.determiner) ? before(doc, p) : p;
  // "after Ottawa accused", "as Beijing vies": a clause begins.
  const opener = doc.isOf(p, D['clause-opener']) || doc.isOf(governing, D['clause-opener']);
  if (opener && (looksLikeVerb(reading, to) || asideAndVerb(doc, to) || withOthers(doc, to))) return true;
  const placed = doc.is(governing, C['place-preposition']) && doc.is(governing, C.preposition);
  if (doc.flag(to, F.Possessive) && (!placed || isWord(doc, governing, 'from') || isWord(doc, governing, 'to')))
    return !doc.is(to + 1, C['place-head']);
  if (doc.is(governing, C.preposition)) return actsBehindPreposition(doc, governing, seat);
  if (doc.isOf(p, D['place-verb'])) return false;
  if (subjectVerb(doc, to)) return true;
  // "Senior White House officials": a palace is a government unless a preposition makes it a place.
  if (seat) return !doc.is(to, C['place-head']);
  if (p < 0 && (looksLikeVerb(reading, to) || asideAndVerb(doc, to) || withOthers(doc, to))) return true;
  if (doc.is(p, C.say | C.act) || isParticiple(doc, p) || isPastVerb(doc, p)) return true;
  const coordinated = actsInCoordination(reading, p, to);
  if (coordinated !== null) return coordinated;
  if (isWord(doc, before(doc, p), 'capital')) return false;
  if (doc.blockOf(from).kind === 'title' || doc.styleAt(from) === 'title')
    return doc.flag(from, F.SentenceStart) && doc.flag(to, F.Word);
  // "the Washington agreement", "the Moscow talks": named for where it was made.
  if (doc.is(p, C.determiner) && doc.is(to, C['government-noun'])) return false;
  const office = longest(reading, to, KIND.title);
  return doc.is(to, C['government-noun']) || (office !== null && !doc.flag(to, F.Capital) && !isWord(doc, to, 'mayor'));
}

/** "Ministers Discuss Cooperation - Moscow": who says what a headline tells. */
function signsHeadline(doc: Doc, from: number, to: number): boolean {
  const block = doc.tokens.block[from];
  if (block !== 0 || doc.tokens.block[to] === block) return false;
  return DASHES.some((dash) => doc.isMark(from - 1, dash)) && doc.flag(from - 1, F.SpaceBefore);
}

/** "pro-Moscow", "Beijing-backed", "Moscow-Beijing ties"; but "Geneva-based". */
function actsInPair(reading: Reading, from: number, to: number): boolean {
  const { doc } = reading;
  if (doc.flag(to, F.Joiner)) return doc.isOf(to + 1, D.backing) || longest(reading, to + 1, KIND.country) !== null;
  const left = from - 2;
  return isWord(doc, left, 'pro') || isWord(doc, left, 'anti') || longest(reading, left, KIND.country) !== null;
}

/** "in Beijing, China": a place named with its country, and no subject of the sentence. */
function isPlaceWithCountry(reading: Reading, from: number, to: number): boolean {
  const { doc } = reading;
  if (!doc.isMark(to, COMMA) || subjectVerb(doc, to)) return false;
  const country = longest(reading, to + 1, KIND.country);
  if (!country?.senses.some((sense) => senseForm(sense) === FORM.name)) return false;
  return doc.isMark(country.to, COMMA) || !doc.is(before(doc, from), C.conjunction);
}

/** "Paris Saint-Germain", "Université Paris": beside another capital that is no everyday word. */
function isPartOfName(reading: Reading, from: number, to: number): boolean {
  const { doc, cover } = reading;
  if (doc.styleAt(from) !== 'running') return false;
  const right = !doc.flag(to, F.Possessive) && isNameToken(doc, to) && adjacent(doc, to - 1) && !doc.is(to, C.common);
  const p = from - 1;
  const left =
    doc.sameSentence(p, from) &&
    isNameToken(doc, p) &&
    !doc.flag(p, F.SentenceStart) &&
    !cover.at(p) &&
    adjacent(doc, p);
  return right || left;
}

const PATHS = ['for', 'on', 'over', 'toward', 'towards'];

function actsBehindPreposition(doc: Doc, preposition: number, seat: boolean): boolean {
  let noun = before(doc, preposition);
  if (doc.flag(noun, F.Mark) && CLOSING_QUOTES.includes(doc.key(noun))) noun = before(doc, noun);
  // "left for Beijing", "flew over Moscow", "descended on Manila": somebody or something on the way.
  if (doc.isOf(noun, D['place-verb']) && PATHS.includes(doc.fold(preposition))) return false;
  if (isWord(doc, preposition, 'to')) return doc.isOf(noun, D['sent-to-government']);
  if (isWord(doc, preposition, 'from')) return seat || doc.isOf(noun, D['come-from-government']);
  if (isWord(doc, preposition, 'of'))
    return !doc.isOf(noun, D['part-of-place']) && (seat || doc.is(noun, C.say | C.act));
  return doc.isOf(preposition, D['government-preposition']);
}

/** "Moscow and Kyiv": what is said of one is said of the other. Null when the name stands alone. */
function actsInCoordination(reading: Reading, p: number, to: number): boolean | null {
  const { doc, cover } = reading;
  const and = doc.dictionary.idOf('and');
  const end = listEnd(reading, to);
  if (end > to && looksLikeVerb(reading, end)) return true;
  // "Both Moscow and Washington express": unless "in both".
  if (end > to && isWord(doc, p, 'both')) return !doc.is(before(doc, p), C['place-preposition']);
  if (p > 0 && (doc.key(p) === and || doc.isMark(p, COMMA))) {
    const left = cover.at(p - 1);
    if (left?.type === 'country') return left.form === 'metonym' || subjectVerb(doc, to);
  }
  return null;
}

/** Where "…, Doha and Cairo", ", Manila, and other claimants" ends behind the name that ends at `to`; `to` for no list. */
function listEnd(reading: Reading, to: number): number {
  const { doc } = reading;
  const and = doc.dictionary.idOf('and');
  let end = to;
  for (;;) {
    let next = end;
    if (doc.isMark(next, COMMA) || DASHES.some((dash) => doc.isMark(next, dash))) next++;
    if (doc.key(next) === and) next++;
    if (next === end || !doc.sameSentence(next, to)) return end;
    const other = longest(reading, next, KIND.country);
    if (other) end = other.to;
    else return end > to && isWord(doc, next, 'other') && doc.key(next - 1) === and ? next + 2 : end;
  }
}

/** "angered Moscow", "informed Luanda": a finite verb takes an object; "the occupied city" has an article before it. */
function isPastVerb(doc: Doc, i: number): boolean {
  return (
    doc.flag(i, F.Word) &&
    !doc.flag(i, F.Capital) &&
    /\p{L}{2}ed$/u.test(doc.text(i)) &&
    !doc.is(i, C.preposition | C['title-modifier']) &&
    !doc.is(before(doc, i), C.determiner | C.preposition | C.conjunction)
  );
}

/** "granting Belgrade", "accusing Kyiv": a participle takes an object. */
function isParticiple(doc: Doc, i: number): boolean {
  return doc.flag(i, F.Word) && /\p{L}{3}ing$/u.test(doc.text(i)) && !doc.is(i, C.preposition);
}

/** A verb of saying, deciding or doing, or an auxiliary, right behind: the name is its subject. */
function subjectVerb(doc: Doc, to: number): boolean {
  const verb = C.say | C.act | C.auxiliary;
  if (doc.is(to, verb)) return true;
  const later = overDay(doc, to);
  if (later > to) return doc.is(later, verb);
  if (doc.isMark(to, COMMA))
    return isWord(doc, to + 1, 'which') || isWord(doc, to + 1, 'whose') || isWord(doc, to + 1, 'who');
  const adverb =
    doc.isOf(to, D['between-subject-and-verb']) ||
    (doc.flag(to, F.Word) && !doc.flag(to, F.Capital) && doc.text(to).endsWith('ly'));
  return adverb && doc.is(to + 1, verb);
}

/** Behind "on Monday", "Thursday" between a subject and its verb. */
function overDay(doc: Doc, to: number): number {
  const day = isWord(doc, to, 'on') ? to + 1 : to;
  return doc.is(day, C.weekday) && doc.sameSentence(day, to - 1) ? day + 1 : to;
}

/** "Moscow and partners", "Moscow and other regional capitals": with others that act. */
function withOthers(doc: Doc, to: number): boolean {
  if (doc.key(to) !== doc.dictionary.idOf('and')) return false;
  for (let k = to + 1; k < to + 4 && doc.sameSentence(k, to - 1) && !doc.flag(k, F.Capital | F.Mark); k++)
    if (doc.isOf(k, D['sides-noun'])) return true;
  return false;
}

/** ", in its new status, will": a phrase in small letters between commas, and a verb of the subject before it. */
function asideAndVerb(doc: Doc, to: number): boolean {
  const from = to + 1;
  if (!doc.isMark(to, COMMA) || doc.flag(from, F.Capital)) return false;
  if (!doc.is(from, C.preposition) && !isWord(doc, from, 'according')) return false;
  for (let k = from; k < from + ASIDE && doc.sameSentence(k, to); k++)
    if (doc.isMark(k, COMMA)) return doc.is(k + 1, C.say | C.act | C.auxiliary);
  return false;
}

/** A verb by its place and make: a small word with a finite ending that is no preposition and no noun of governments. */
function looksLikeVerb(reading: Reading, to: number): boolean {
  const { doc } = reading;
  if (subjectVerb(doc, to)) return true;
  const later = overDay(doc, to);
  if (later > to) return looksLikeVerb(reading, later);
  if (QUOTES.includes(doc.key(to)) && doc.flag(to, F.Mark))
    return looksLikeVerb(reading, to + 1) || looksLikeVerb(reading, to + 2);
  const small = doc.flag(to, F.Word) && !doc.flag(to, F.Capital);
  if (!small || doc.is(to, C.preposition | C.conjunction | C['government-noun'] | C['title-word'])) return false;
  return (
    /(ed|[^s]s)$/.test(doc.text(to)) && longest(reading, to, KIND.title) === null && !doc.isOf(to, D['part-of-place'])
  );
}

function isWord(doc: Doc, i: number, word: string): boolean {
  return i >= 0 && doc.key(i) === doc.dictionary.idOf(word);
}

/** A palace or office rather than a city: "Kremlin", "White House". */
function isSeat(reading: Reading, from: number): boolean {
  return longest(reading, from, KIND.country)?.senses.some((sense) => senseForm(sense) === FORM.seat) ?? false;
}
