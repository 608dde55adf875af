// Where a meeting was: the place that its sentence gives behind "in" or "at", as the text has it, and whose country it is.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import { isNameToken, longest } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Scene } from './groups.ts';
import type { Head } from './encounters.ts';

export interface Place {
  text: string;
  country: string | null;
}

/** The place nearest to the head of an encounter in its sentence: behind it first, then before. */
export function placeIn(scene: Scene, sentence: number, head: Head): Place | null {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  let best: (Place & { at: number }) | null = null;
  for (let i = from; i < to - 1; i++) {
    if (!isIn(scene, i, head)) continue;
    const at = doc.is(i + 1, C.determiner) ? i + 2 : i + 1;
    const place = placeAt(scene, at, to);
    if (!place) continue;
    const distance = (n: number): number => (n >= head.to ? n - head.to : (head.from - n) * 1.5 + 4);
    if (!best || distance(i) < distance(best.at)) best = { ...place, at: i };
  }
  if (!best || best.at - head.to > 30 || head.from - best.at > 22) return null;
  return { text: best.text, country: best.country };
}

function isIn(scene: Scene, i: number, head: Head): boolean {
  const { doc } = scene.reading;
  const { words } = scene;
  const key = doc.key(i);
  if (key === words.in || key === words.at) return !doc.flag(i, F.Mark);
  // "travelled to Ankara", "visit to Beijing".
  return (
    key === words.to &&
    (head.frame === 'visit' ||
      head.frame === 'travel' ||
      (doc.is(i - 1, C.common) &&
        ['visit', 'trip', 'arrived', 'travelled', 'traveled', 'flew'].includes(doc.fold(i - 1))))
  );
}

function placeAt(scene: Scene, at: number, end: number): Place | null {
  const { reading, linking } = scene;
  const { doc } = reading;
  const span = reading.cover.at(at);
  const linked = linking.at(at);
  if (linked?.draft.type === 'country' && linked.span.form === 'name')
    return { text: doc.text(linked.span.from, linked.span.to), country: linked.draft.id };
  if (linked?.draft.type === 'country' && linked.span.form === 'metonym')
    return { text: doc.text(linked.span.from, linked.span.to), country: linked.draft.id };
  if (linked) return null;
  if (span?.type === 'other') {
    const match = longest(reading, at, KIND.country);
    const metonym = match?.senses.find((s) => senseForm(s) === FORM.metonym || senseForm(s) === FORM.seat);
    if (metonym !== undefined)
      return { text: doc.text(span.from, span.to), country: doc.dictionary.countries.at(senseRef(metonym)).id };
    const place = longest(reading, at, KIND.place);
    const country = place ? doc.dictionary.places.at(senseRef(place.senses[0] as number)).country : null;
    if (place && doc.dictionary.places.at(senseRef(place.senses[0] as number)).kind === 'water') return null;
    return { text: doc.text(span.from, span.to), country };
  }
  if (!isNameToken(doc, at) || doc.is(at, C.month | C.weekday | C.common) || doc.flag(at, F.HasDigit)) return null;
  // The "capital Doha", or a place that the dictionary does not know.
  let to = at;
  while (to < end && (isNameToken(doc, to) || doc.flag(to, F.Joiner)) && !linking.at(to)) to++;
  if (to === at) return null;
  const next = doc.isMark(to, 44) ? linking.at(to + 1) : undefined;
  return { text: doc.text(at, to), country: next?.draft.type === 'country' ? next.draft.id : null };
}
