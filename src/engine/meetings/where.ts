// Where a meeting was: the place that its sentence gives behind "in" or "at", as the text has it, and whose country it is.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { isPartyBody } from '../entities/profiles.ts';
import { isNameToken, longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Scene } from './groups.ts';
import type { Head } from './heads.ts';

export interface Place {
  text: string;
  country: string | null;
  /** A city, a building: more than a country. */
  exact: boolean;
}

/** The place nearest to the head of an encounter in its sentence: behind it first, then before. */
export function placeIn(scene: Scene, sentence: number, head: Head): Place | null {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  // "the Paris talks".
  const own = head.noun ? placeBefore(scene, head.from, from) : null;
  if (own) return own;
  let best: (Place & { at: number }) | null = null;
  for (let i = from; i < to - 1; i++) {
    if (!isIn(scene, i, head)) continue;
    const place = placeAt(scene, nameBehind(scene, i + 1, to), to, doc.key(i) === scene.words.at);
    if (!place) continue;
    const distance = (n: number): number => (n >= head.to ? n - head.to : (head.from - n) * 1.5 + 4);
    if (!best || distance(i) < distance(best.at)) best = { ...place, at: i };
  }
  if (!best || best.at - head.to > 30 || head.from - best.at > 22) return null;
  return { text: best.text, country: best.country, exact: best.exact };
}

/** The city that names a meeting: "the Doha talks". */
function placeBefore(scene: Scene, head: number, start: number): Place | null {
  const { reading, linking } = scene;
  const { doc } = reading;
  let k = head - 1;
  while (k > start && k > head - 4 && doc.flag(k, F.Word) && !doc.flag(k, F.Capital) && !doc.is(k, ENDS)) k--;
  const span = reading.cover.at(k);
  if (span?.type !== 'other' || linking.at(k) || !doc.is(span.from - 1, C.determiner)) return null;
  const place = placeAt(scene, span.from, head, false);
  return place?.exact && place.country ? place : null;
}

const ENDS = C.determiner | C.preposition | C.auxiliary | C.conjunction | C.say;

/** Over "the Chinese capital", "the nation's capital", "the city of" to the name of a place. */
function nameBehind(scene: Scene, from: number, to: number): number {
  const { reading, linking, words } = scene;
  const { doc } = reading;
  const first = doc.is(from, C.determiner) ? from + 1 : from;
  for (let k = first; k < Math.min(to, first + 7); k++) {
    if (doc.isOf(k, D['part-of-place']) && !doc.flag(k, F.Capital))
      return doc.key(k + 1) === words.of ? k + 2 : doc.flag(k + 1, F.Capital) ? k + 1 : first;
    const linked = linking.at(k);
    const inside = doc.flag(k, F.Word | F.Possessive | F.Joiner) && !doc.is(k, ENDS);
    if (!inside && linked?.draft.type !== 'country') return first;
  }
  return first;
}

/** "Before he left for Amman, A called on B": the place of a clause in front. */
function isOfFrontClause(doc: Doc, i: number, head: number): boolean {
  const start = doc.sentenceStart[doc.sentence[i] as number] as number;
  if (!/^(before|after|since|until)$/.test(doc.fold(start))) return false;
  for (let k = i; k < head; k++) if (doc.isMark(k, 44)) return true;
  return false;
}

function isIn(scene: Scene, i: number, head: Head): boolean {
  const { doc } = scene.reading;
  const { words } = scene;
  const key = doc.key(i);
  if (i < head.from && isOfFrontClause(doc, i, head.from)) return false;
  if (key === words.in || key === words.at) return !doc.flag(i, F.Mark);
  // "visited Baku".
  if ((head.frame === 'visit' || head.frame === 'travel') && !head.noun && i === head.to - 1) return true;
  // "travelled to Ankara", "visit to Beijing", "welcomed him to the Pentagon".
  if (key === words.for) return doc.isOf(i - 1, D['on-the-way']);
  return (
    key === words.to &&
    (head.frame === 'visit' || head.frame === 'travel' || head.frame === 'host' || doc.isOf(i - 1, D['on-the-way']))
  );
}

function placeAt(scene: Scene, at: number, end: number, inside: boolean): Place | null {
  const { reading, linking } = scene;
  const { doc } = reading;
  const span = reading.cover.at(at);
  const linked = linking.at(at);
  if (linked?.draft.type === 'country' && linked.span.form === 'name')
    return { text: doc.text(linked.span.from, linked.span.to), country: linked.draft.id, exact: false };
  if (linked?.draft.type === 'country' && linked.span.form === 'metonym')
    return { text: doc.text(linked.span.from, linked.span.to), country: linked.draft.id, exact: true };
  // "at the Ministry of Foreign Affairs"; but "at the UN General Assembly" is an occasion.
  if (linked?.draft.type === 'organization' && inside && !isPartyBody(linked.draft))
    return { text: doc.text(linked.span.from, linked.span.to), country: linked.draft.country, exact: true };
  if (linked) return null;
  if (span?.type === 'other') {
    const match = longest(reading, at, KIND.country);
    const metonym = match?.senses.find((s) => senseForm(s) === FORM.metonym || senseForm(s) === FORM.seat);
    const text = doc.text(span.from, span.to);
    if (metonym !== undefined) return { text, country: doc.dictionary.countries.at(senseRef(metonym)).id, exact: true };
    const place = longest(reading, at, KIND.place);
    const known = place ? doc.dictionary.places.at(senseRef(place.senses[0] as number)) : null;
    if (known?.kind === 'water' || (known && known.country === null && known.kind !== 'building')) return null;
    return { text, country: known?.country ?? null, exact: known !== null && known.kind !== 'region' };
  }
  if (!isNameToken(doc, at) || doc.is(at, C.month | C.weekday | C.common | C.honorific) || doc.flag(at, F.HasDigit))
    return null;
  // A place that the dictionary does not know.
  let to = at;
  while (to < end && (isNameToken(doc, to) || doc.flag(to, F.Joiner | F.Possessive)) && !linking.at(to)) to++;
  if (to === at || doc.is(to - 1, C['event-head'])) return null;
  const next = doc.isMark(to, 44) ? linking.at(to + 1) : undefined;
  return {
    text: doc.text(at, to),
    country: next?.draft.type === 'country' ? next.draft.id : null,
    exact: doc.is(to - 1, C['place-head']) || next !== undefined,
  };
}
