// What looks like a name but is never tagged: treaties, wars, fairs, seas, regions, streets — and the countries inside them.
import { FORM, KIND, senseForm } from '../../dictionary/format.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, isNameToken, longest, type Reading } from './cover.ts';

export function readOthers(reading: Reading): void {
  const { doc, cover } = reading;
  for (let i = 0; i < doc.count; i++) {
    if (cover.at(i) || !doc.flag(i, F.Capital)) continue;
    const end = electionOf(reading, i) ?? treatyOrPlace(reading, i) ?? regionOf(reading, i) ?? placeName(reading, i);
    // "Saudi Arabia": a place that ends a country's name is none.
    const country = end === null ? longest(reading, i, KIND.country) : null;
    if (country) i = country.to - 1;
    if (end !== null && cover.isFree(i, end))
      cover.claim({ from: i, to: end, type: 'other', form: 'name', senses: [], source: 'grammar' });
  }
}

/** Tokens beyond which no treaty's or place's name reaches: a page of capitals is read in proportion to its length. */
const REACH = 16;

const HEADS_FIRST = ['fort', 'camp', 'mount', 'lake', 'cape'];

/**
 * "2001 United Kingdom general election": a country's full name between a year and the vote is the name of the event. In
 * running English it would be an adjective or an acronym ("the British election", "the 2024 US election"), which count.
 */
function electionOf(reading: Reading, i: number): number | null {
  const { doc } = reading;
  if (!doc.flag(i - 1, F.Number) || !/^(1[89]|20)\d\d$/.test(doc.text(i - 1)) || doc.flag(i, F.Caps)) return null;
  const country = longest(reading, i, KIND.country);
  if (!country?.senses.some((sense) => senseForm(sense) === FORM.name)) return null;
  for (let k = country.to; k < country.to + 3; k++) {
    if (!doc.sameSentence(k, i) || !doc.flag(k, F.Word) || doc.flag(k, F.Capital)) return null;
    if (/^(elections?|referendum)$/.test(doc.fold(k))) return country.to;
  }
  return null;
}

/** A run of capitals from `i` whose last word is the head of a treaty, war or place, with "of …" behind it. */
function treatyOrPlace(reading: Reading, i: number): number | null {
  const { doc, cover } = reading;
  if (doc.styleAt(i) !== 'running' || !isNameToken(doc, i)) return null;
  // "the NPT", "an MoU": a treaty by its acronym.
  if (doc.flag(i, F.Caps | F.Mixed) && doc.is(i, C['treaty-head']) && !isNameToken(doc, i + 1)) return i + 1;
  // "Fort William", "Lake Victoria", "Camp David": the head before a name.
  const named = isNameToken(doc, i + 1) && adjacent(doc, i) && !doc.is(i + 1, C['org-head'] | C['title-word']);
  if (
    named &&
    HEADS_FIRST.includes(doc.fold(i)) &&
    !longest(reading, i, KIND.person) &&
    !longest(reading, i, KIND.country)
  )
    return i + 2;
  // "Head of State of the Republic of Niger": a title's last word heads no place.
  if (longest(reading, i - 2, KIND.title)?.to === i + 1) return null;
  // "Ivory Coast", "Marshall Islands", "State of Palestine": a country by its whole name.
  const whole = longest(reading, i, KIND.country);
  let j = i;
  let end: number | null = null;
  while (j < doc.count && j - i < REACH && !cover.at(j) && doc.sentence[j] === doc.sentence[i]) {
    if (doc.flag(j, F.Joiner)) {
      j++;
      continue;
    }
    if (!isNameToken(doc, j) && !(doc.flag(j, F.Word) && doc.flag(j, F.Caps))) break;
    if (j > i && doc.flag(j, F.NewlineBefore)) break;
    if (longest(reading, j, KIND.person)?.senses.some((s) => senseForm(s) === FORM.name)) return end;
    j++;
    if (j - 1 > i && doc.is(j - 1, C['treaty-head'] | C['place-head'])) end = j;
  }
  // "Sea of Japan", "Treaty of Friendship and Cooperation", "Gulf of Oman": the head first.
  const head = end ?? i + 1;
  if (doc.is(head - 1, C['treaty-head'] | C['place-head']) && doc.flag(head - 1, F.Capital)) {
    const of = doc.dictionary.idOf('of');
    const on = doc.dictionary.idOf('on');
    if (
      (doc.key(head) === of || (doc.key(head) === on && doc.is(head - 1, C['treaty-head']))) &&
      adjacent(doc, head - 1)
    ) {
      let k = head + 1;
      if (doc.is(k, C.determiner)) k++;
      const start = k;
      // "Gulf of Oman" holds a country, "Ituri Province of the Congo" has it behind.
      if (head - i > 1 && doc.is(head - 1, C['place-head']) && longest(reading, k, KIND.country))
        return kept(end, whole);
      while (
        k < doc.count &&
        (isNameToken(doc, k) ||
          doc.flag(k, F.Joiner) ||
          (k > start && doc.is(k, C.conjunction) && isNameToken(doc, k + 1) && doc.is(k + 1, C.common))) &&
        doc.sentence[k] === doc.sentence[i]
      )
        k++;
      if (k > start) end = k;
    }
  }
  return kept(end, whole);
}

/** What a country's whole name reaches as far as is that country. */
const kept = (end: number | null, country: { to: number } | null): number | null =>
  end !== null && country !== null && country.to >= end ? null : end;

/** "Western Canada", "New Mexico", "Southern Lebanon": a direction in capitals makes a region of a country. */
function regionOf(reading: Reading, i: number): number | null {
  const { doc } = reading;
  const isNew = doc.key(i) === doc.dictionary.idOf('new');
  if (!doc.is(i, C.direction) && !isNew) return null;
  if (doc.flag(i, F.SentenceStart) || longest(reading, i, KIND.country)) return null;
  let j = i + 1;
  if (doc.flag(j, F.Joiner)) j++;
  const country = longest(reading, j, KIND.country);
  if (!country || doc.sentence[i] !== doc.sentence[j]) return null;
  if (isNew && country.senses.every((s) => senseForm(s) === FORM.adjective)) return null;
  return country.senses.some((s) => senseForm(s) === FORM.name) ? country.to : null;
}

/** A place of the dictionary, when no country's name is as long. */
function placeName(reading: Reading, i: number): number | null {
  const { doc } = reading;
  const place = longest(reading, i, KIND.place);
  if (!place) return null;
  const country = longest(reading, i, KIND.country);
  if (country && country.to >= place.to) return null;
  const person = longest(reading, i, KIND.person);
  if (person && person.to > place.to) return null;
  // "Lourdes Leon", "Milan Kovač": a given name before a capital that is no everyday word.
  const one = place.to - i === 1;
  if (
    one &&
    doc.is(i, C['given-name']) &&
    isNameToken(doc, place.to) &&
    adjacent(doc, i) &&
    !doc.is(place.to, C.common)
  )
    return null;
  // "Mary Lloyd", "Mr Austin": a surname behind a given name or an honorific.
  if (
    one &&
    doc.is(i, C['family-name']) &&
    doc.flag(i - 1, F.Capital) &&
    adjacent(doc, i - 1) &&
    (doc.is(i - 1, C['given-name'] | C.honorific) || doc.flag(i - 1, F.Initial))
  )
    return null;
  return place.to;
}
