// Whether an encounter came before the one that is the news: "last month", "had met", a date long ago, "after he met B".
import { C, D } from '../text/classes.ts';
import type { Encounter } from './encounters.ts';
import type { Scene } from './groups.ts';

/** "last month", "earlier this year", "in 2019", "had met": a meeting before the one that is the news. */
export function isPast(scene: Scene, encounter: Encounter): boolean {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[encounter.sentence] as number;
  const { head } = encounter;
  for (let k = Math.max(start, head.from - 8); k < head.to + 18 && doc.sameSentence(k, head.from); k++) {
    if (doc.isMark(k, 44) && k > head.to) break;
    const word = doc.fold(k);
    if (['last', 'previous', 'ago'].includes(word)) return true;
    if (doc.isOf(k, D['recurrence-cue']) && !(word === 'earlier' && doc.is(k + 1, C.weekday))) {
      if (word !== 'earlier' || !['today', 'on', 'in'].includes(doc.fold(k + 1))) return true;
    }
    if (word === 'had' && !head.noun && k < head.from && head.from - k < 3 && !isReported(scene, k, start)) return true;
  }
  return false;
}

const DAY = 86_400_000;
/** Days after which a meeting is no news any more. */
const STALE = 21;

export function isLongAgo(date: string | null, published: string | null): boolean {
  if (date === null || published === null) return false;
  if (date.length < 10) return date < published.slice(0, date.length);
  return Date.parse(published) - Date.parse(date) > STALE * DAY;
}

/** "said that he had been received": the tense of reported speech. */
export function isReported(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  for (let k = at - 1; k >= start; k--) if (doc.key(k) === scene.words.that || doc.is(k, C.say)) return true;
  return false;
}

/** An encounter whose subject stands behind "after" or "since". */
export function isAfterthought(scene: Scene, { left }: Encounter): boolean {
  if (!left) return false;
  const { doc } = scene.reading;
  const word = left.from > 0 && doc.sameSentence(left.from - 1, left.from) ? doc.fold(left.from - 1) : '';
  return word === 'after' || word === 'since';
}
