// What a body's name takes in behind its head: "of Foreign Affairs and Trade", "for Arms Control, Verification and
// Compliance" — and where it ends: before a country that stands apart, a title, a person.
import { KIND } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, isNameToken, longest, type Reading } from './cover.ts';

const ON_THE_RIGHT = ['of', 'for', 'on', 'against', 'in', 'to'];

/** Takes in "of Foreign Affairs and Trade", "for the Coordination of Humanitarian Affairs". */
export function extendRight(reading: Reading, h: number): number {
  const { doc } = reading;
  let to = h + 1;
  // "Council President", "Party Congress": heads in a row on the right.
  while (to < doc.count && adjacent(doc, to - 1) && doc.is(to, C['org-head']) && isNameToken(doc, to)) to++;
  for (let rounds = 0; rounds < 4; rounds++) {
    let p = to;
    if (p >= doc.count || doc.sentence[p] !== doc.sentence[h] || !adjacent(doc, p - 1)) break;
    const word = doc.flag(p, F.Word) && !doc.flag(p, F.Capital) ? doc.fold(p) : '';
    const of = ON_THE_RIGHT.indexOf(word);
    if (of < 0) break;
    if (of > 2 && !doc.is(to - 1, C['org-head'] | C.common)) break;
    if (of > 3) break;
    p++;
    if (doc.is(p, C.determiner) && !doc.flag(p, F.Capital)) p++;
    if (!isNameToken(doc, p)) break;
    const country = longest(reading, p, KIND.country);
    if (country && of === 0) {
      // "Ministry of Foreign Affairs of Estonia": apart; "Bank of China": within.
      if (doc.is(h, C['org-head-apart'])) break;
      to = country.to;
      continue;
    }
    if (of === 2 && country) break;
    const end = phraseEnd(reading, p);
    if (end <= p) break;
    to = end;
  }
  return to;
}

/** The end of a capitalised phrase from `p`: "Foreign Affairs and Trade", "Arms Control, Verification and Compliance". */
function phraseEnd(reading: Reading, p: number): number {
  const { doc } = reading;
  const and = doc.dictionary.idOf('and');
  let i = p;
  while (i < doc.count && doc.sentence[i] === doc.sentence[p]) {
    if (i > p && doc.flag(i, F.NewlineBefore)) break;
    if (isNameToken(doc, i)) {
      const person = longest(reading, i, KIND.person);
      if (i > p && person && person.to - person.from > 1) break;
      if (i > p && doc.is(i, C['title-word'] | C.honorific) && !doc.is(i, C['org-head'])) {
        // "Council of Foreign Ministers" is made of them, "Ministry of Foreign Affairs Spokespersons" only has them.
        if (isPlural(doc, i) && !isPlural(doc, i - 1)) i++;
        break;
      }
      // "Ministry of Foreign Affairs Thani Thongphakdi": a person's name begins behind plain words.
      if (i > p && doc.is(i - 1, C.common) && beginsPerson(reading, i)) break;
      i++;
    } else if (doc.flag(i, F.Joiner)) i += doc.is(i + 1, C.common) ? 2 : 1;
    else if (
      doc.key(i) === and &&
      isNameToken(doc, i + 1) &&
      doc.is(i + 1, C.common) &&
      doc.is(i - 1, C.common) &&
      !doc.is(i + 1, C['org-head'])
    )
      i++;
    else if (doc.isMark(i, 44) && isNameToken(doc, i + 1) && doc.is(i + 1, C.common) && listGoesOn(reading, i + 1)) i++;
    else break;
  }
  while (i > p && doc.flag(i - 1, F.Mark)) i--;
  return i;
}

function isPlural(doc: Doc, i: number): boolean {
  return doc.fold(i).endsWith('s');
}

/** A given name or an unknown word before another capital that is no everyday word. */
export function beginsPerson(reading: Reading, i: number): boolean {
  const { doc } = reading;
  if (doc.is(i, C['org-head'] | C['place-head'] | C.direction) || (doc.is(i, C.common) && !doc.is(i, C['given-name'])))
    return false;
  const given = doc.is(i, C['given-name']) || doc.key(i) < 0;
  const next = doc.flag(i + 1, F.Joiner) ? i + 2 : i + 1;
  return (
    given &&
    isNameToken(doc, next) &&
    adjacent(doc, next - 1) &&
    !doc.is(next, C['org-head']) &&
    (doc.flag(next, F.Initial) || !doc.is(next, C.common) || doc.is(next, C['family-name']))
  );
}

/** "Control, Verification and Compliance": a comma inside a name is followed by one word and "and". */
function listGoesOn(reading: Reading, i: number): boolean {
  const { doc } = reading;
  const and = doc.dictionary.idOf('and');
  for (let k = i; k < i + 4; k++) {
    if (doc.key(k) === and || (doc.isMark(k, 44) && doc.key(k + 1) === and))
      return (
        isNameToken(doc, doc.key(k) === and ? k + 1 : k + 2) && doc.is(doc.key(k) === and ? k + 1 : k + 2, C.common)
      );
    if (!isNameToken(doc, k) || !doc.is(k, C.common)) return false;
  }
  return false;
}
