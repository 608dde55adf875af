// Parts of a person's name that are no plain capitals: particles, second syllables, family names that are small words too,
// nicknames in quotes.
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { adjacent, isNameToken, type Reading } from './cover.ts';
import { titleEndsAt } from './people.ts';

/** "al-Sharaa", "bin Salman", "de la Espriella": small particles that begin a name. */
export function isParticleBefore(reading: Reading, i: number): boolean {
  const { doc } = reading;
  if (!doc.is(i, C.particle) || !doc.flag(i, F.Word) || doc.is(i, C.common | C.preposition)) return false;
  const next = doc.flag(i + 1, F.Joiner) ? i + 2 : i + 1;
  return doc.flag(i + 1, F.Joiner) && isNameToken(doc, next) && !doc.is(next, C.common);
}

/** The small second half of a Korean or Chinese given name: "Kim Jong-un", "Tsai Ing-wen". */
export function isSmallSyllable(reading: Reading, i: number): boolean {
  const { doc } = reading;
  return (
    doc.flag(i, F.Word) &&
    !doc.flag(i, F.Capital) &&
    (doc.tokens.end[i] as number) - (doc.tokens.start[i] as number) <= 5 &&
    !doc.is(i, C.common | C['government-noun'] | C.preposition | C.act | C.say)
  );
}

/** "Deputy Foreign Minister Do Hung Viet": a family name that is a small word too, between a title and more of the name. */
export function isSmallFamily(reading: Reading, i: number): boolean {
  const { doc } = reading;
  return (
    doc.flag(i, F.Capital) &&
    doc.is(i, C.auxiliary | C.preposition | C.conjunction | C.pronoun) &&
    !doc.flag(i, F.SentenceStart) &&
    doc.styleAt(i) === 'running' &&
    isNameToken(doc, i + 1) &&
    adjacent(doc, i) &&
    titleEndsAt(reading, i) !== null
  );
}

/** A nickname in quotes between two parts of a name. */
export function isQuoted(reading: Reading, i: number): boolean {
  const { doc } = reading;
  const quotes = [34, 0x201c, 0x201d, 39, 0x2018, 0x2019];
  return (
    doc.flag(i, F.Mark) &&
    quotes.includes(doc.key(i)) &&
    isNameToken(doc, i + 1) &&
    doc.flag(i + 2, F.Mark) &&
    quotes.includes(doc.key(i + 2)) &&
    isNameToken(doc, i + 3) &&
    !doc.is(i + 3, C.common)
  );
}
