// What every state has one of — foreign ministry, senate, supreme court — and the country beside it, whose it is.
import { KIND, senseRef } from '../../dictionary/format.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { longest, type Reading } from './cover.ts';

/** "the Iranian foreign ministry": what every state has, in small letters, beside its country; in capitals also alone. */
export function readBodies(reading: Reading): void {
  const { doc, cover } = reading;
  for (let i = 0; i < doc.count; i++) {
    const body = longest(reading, i, KIND.body);
    if (!body || !cover.isFree(body.from, body.to)) continue;
    const capital = doc.flag(i, F.Capital) && doc.flag(body.to - 1, F.Capital);
    const words = body.to - body.from;
    const countryBefore = endsWithCountry(reading, i);
    if (
      capital
        ? words > 1 ||
          countryBefore ||
          (!doc.flag(i, F.SentenceStart) && doc.styleAt(i) === 'running' && !doc.is(i + 1, C['title-word']))
        : words > 1 &&
          countryBefore &&
          doc.styleAt(i) === 'running' &&
          body.senses.some((sense) => doc.dictionary.bodies.at(senseRef(sense)).small)
    )
      cover.claim({ from: body.from, to: body.to, type: 'organization', form: 'name', senses: [], source: 'grammar' });
  }
}

/** Whether a country's name, adjective or possessive ends right before token `i`. */
export function endsWithCountry(reading: Reading, i: number): boolean {
  const { doc } = reading;
  let end = i;
  if (doc.flag(end - 1, F.Possessive)) end--;
  for (let from = end - 1; from >= Math.max(0, end - 5); from--) {
    const country = longest(reading, from, KIND.country);
    if (country && country.to === end && doc.sentence[from] === doc.sentence[i]) return true;
  }
  return false;
}

/** Code of the country whose name, adjective or possessive ends right before token `i`. */
export function countryBefore(reading: Reading, i: number): string | null {
  const { doc } = reading;
  if (!endsWithCountry(reading, i)) return null;
  const end = doc.flag(i - 1, F.Possessive) ? i - 1 : i;
  for (let from = Math.max(0, end - 5); from < end; from++) {
    const match = longest(reading, from, KIND.country);
    if (match && match.to === end) return doc.dictionary.countries.at(senseRef(match.senses[0] as number)).id;
  }
  return null;
}

/** Code of the country in "of COUNTRY" from token `i`. */
export function countryBehind(reading: Reading, i: number): string | null {
  const { doc } = reading;
  if (!doc.is(i, C.preposition)) return null;
  const at = doc.is(i + 1, C.determiner) ? i + 2 : i + 1;
  const match = longest(reading, at, KIND.country);
  return match ? doc.dictionary.countries.at(senseRef(match.senses[0] as number)).id : null;
}
