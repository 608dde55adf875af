// Where a title begins that leads to a name: "State Councilor and Foreign Minister Wang Yi", "Special Representative for
// Afghanistan Thomas West".
import { KIND, senseRef } from '../../dictionary/format.ts';
import { longest, type Reading } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Linking } from './link.ts';

/** Tokens; a longer row of titles is a list. */
const LONGEST_TITLE = 32;

/** First token of the title, modifiers and country before a name; the name's own first token when there are none. */
export function titleStart(reading: Reading, from: number): number {
  const { doc } = reading;
  let title = from;
  while (from - title < LONGEST_TITLE) {
    let next = -1;
    for (let k = title - 1; k >= Math.max(0, title - 6) && doc.sameSentence(k, from); k--) {
      const match = longest(reading, k, KIND.title);
      if (!match) continue;
      // "State Councilor and Foreign Minister Wang Yi" is one; "the Under Secretary and President Geingob" are two.
      const over =
        match.to === title - 1 && doc.key(match.to) === doc.dictionary.idOf('and') && !doc.is(k - 1, C.determiner);
      if (match.to === title || over) next = k;
    }
    if (
      next < 0 &&
      doc.is(title - 1, C.honorific | C['title-modifier'] | C['title-word']) &&
      doc.sameSentence(title - 1, from)
    )
      next = title - 1;
    // "deputy prime minister and foreign minister": a title before "and".
    if (next < 0) break;
    title = next;
  }
  return title;
}

/** What a title is of, before the name. */
const LEADS_ON = new Set(['of', 'for', 'to', 'on']);

/**
 * First token of a title that leads to a name over what it is of: "Special Representative for Afghanistan Thomas West",
 * "Permanent Secretary of the Ministry of Defense General Warakiat Rattananont"; else the title right before the name.
 */
export function titlePhraseStart(reading: Reading, linking: Linking, name: number): number {
  const { doc } = reading;
  const title = titleStart(reading, name);
  if (doc.styleAt(name) !== 'running') return title;
  const and = doc.dictionary.idOf('and');
  let found = title;
  for (let k = title - 1; k >= Math.max(0, title - 16) && doc.sameSentence(k, name); k--) {
    if (linking.at(k)?.draft.type === 'person') break;
    if (doc.key(k) === and && k === title - 1) break;
    const match = longest(reading, k, KIND.title);
    // "an envoy of President B" is somebody else than B.
    if (match && doc.fold(match.to) === 'of' && title < name && !isRank(reading, title)) break;
    if (match && match.to < title && LEADS_ON.has(doc.fold(match.to))) found = titleStart(reading, match.to);
    const small = doc.is(k, C.preposition | C.determiner) || doc.key(k) === and;
    const mark = doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive);
    if (mark || (!small && !doc.flag(k, F.Capital | F.Joiner | F.Possessive))) break;
  }
  return found;
}

/** "General", "Ambassador", "Dr": worn beside an office. */
function isRank({ doc, matches }: Reading, title: number): boolean {
  const worn = matches[title]?.[0]?.senses.filter((sense) => (sense & 7) === KIND.title) ?? [];
  if (worn.length === 0) return true;
  return worn.some((sense) =>
    ['military-chief', 'ambassador'].includes(doc.dictionary.titles.at(senseRef(sense)).role),
  );
}
