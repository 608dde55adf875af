// When a meeting was: weekdays and relative dates of its sentence against the article's date, by chrono-node.
import { casual, type ParsedResult } from 'chrono-node/en';
import { C } from '../text/classes.ts';
import type { Scene } from './groups.ts';

const DAY = 86_400_000;
/** What a date is worth that tells when somebody spoke: "said on Monday that he would meet B on Friday". */
const SAID = 1000;
/** Days by which a date without a year may lie ahead of the article's. */
const AHEAD = 45;

/** A sentence without any of these has no date. */
const HINT =
  /\d|day|night|morning|evening|week|month|year|tomorrow|ago|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Sept\./i;

const NAMED_DAY = /today|yesterday|tomorrow|tonight|this (morning|afternoon|evening)/i;

/** ISO 8601 date (a day, or a month or year where the text has no more), null where the text does not allow one. */
export function dateIn(scene: Scene, sentence: number, near: number, future: boolean): string | null {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const { published } = doc.article;
  const reference = published && /^\d{4}-\d{2}-\d{2}$/.test(published) ? new Date(`${published}T12:00:00Z`) : null;
  const base = doc.tokens.start[from] as number;
  const at = (doc.tokens.start[near] as number) - base;
  const results = datesOf(scene, sentence, reference, future);
  const far = (result: ParsedResult): number =>
    Math.abs(result.index - at) + (isSaid(scene, sentence, base + result.index, result.text.length) ? SAID : 0);
  const [found] = results
    .filter((r) => isDate(r) && !isLimit(scene, sentence, base + r.index))
    .sort((a, b) => far(a) - far(b));
  // Of a plan, the day on which it was told says nothing.
  if (!found || (future && far(found) >= SAID)) return null;
  return isoOf(found, reference, future);
}

/** All dates of a sentence; parsing is dear, and a sentence may tell of several encounters. */
function datesOf(scene: Scene, sentence: number, reference: Date | null, future: boolean): ParsedResult[] {
  const { doc } = scene.reading;
  const key = future ? sentence : -1 - sentence;
  const known = scene.dates.get(key);
  if (known) return known;
  const text = doc.text(doc.sentenceStart[sentence] as number, doc.sentenceStart[sentence + 1] as number);
  const results = HINT.test(text)
    ? casual.parse(text, { instant: reference ?? new Date(0), timezone: 0 }, { forwardDate: future })
    : [];
  scene.dates.set(key, results);
  return results;
}

function isDate({ start, text }: ParsedResult): boolean {
  if (/^(now|this|the)$/i.test(text) || /\bweeks?\b/i.test(text)) return false;
  // "after nine years", "for 25 years": how long, not when.
  if (/\b(day|month|year)s\b/i.test(text) && !/\b(ago|last|next|this|earlier|later|coming)\b/i.test(text)) return false;
  const told =
    start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month') || start.isCertain('year');
  return told || NAMED_DAY.test(text) || /day/i.test(text);
}

/** "until April 2", "starting August 1", "by Friday": how far something else goes. */
function isLimit(scene: Scene, sentence: number, start: number): boolean {
  const { doc } = scene.reading;
  const to = doc.sentenceStart[sentence + 1] as number;
  let first = doc.sentenceStart[sentence] as number;
  while (first < to && (doc.tokens.end[first] as number) <= start) first++;
  return /^(until|till|by|since|starting|beginning|effective|through)$/.test(doc.fold(first - 1));
}

/** Whether a date stands beside a verb of saying. */
function isSaid(scene: Scene, sentence: number, start: number, length: number): boolean {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  let first = from;
  while (first < to && (doc.tokens.end[first] as number) <= start) first++;
  let last = first;
  while (last < to && (doc.tokens.start[last] as number) < start + length) last++;
  while (first > from && doc.is(first - 1, C.preposition | C.determiner)) first--;
  return (doc.is(first - 1, C.say) && first > from) || (last < to && doc.is(last, C.say));
}

function isoOf({ start, text }: ParsedResult, reference: Date | null, future: boolean): string | null {
  const absolute = start.isCertain('year');
  if (!reference && !(absolute && (start.get('year') ?? 0) > 1970)) return null;
  const pad = (n: number | null): string => String(n ?? 1).padStart(2, '0');
  let year = start.get('year') ?? 0;
  const dayKnown = start.isCertain('day') || start.isCertain('weekday') || NAMED_DAY.test(text);
  if (!start.isCertain('month') && !dayKnown && absolute && !/month/i.test(text)) return String(year);
  const month = `${year}-${pad(start.get('month'))}`;
  if (!dayKnown || (/\bmonths?\b/i.test(text) && !start.isCertain('weekday'))) return month;
  let date = `${month}-${pad(start.get('day'))}`;
  if (!reference) return date;
  const ahead = (): number => (Date.parse(`${date}T12:00:00Z`) - reference.getTime()) / DAY;
  const shift = (days: number): string =>
    new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  if (start.isCertain('weekday') && !start.isCertain('day') && !/next|coming/i.test(text)) {
    // "on Sunday" in a report of Monday is the day before, "will meet on Monday" may be the same day.
    if (!future && ahead() > 0) date = shift(-7);
    if (future && ahead() >= 7) date = shift(-7);
  }
  // A day and month without a year lie near the article's date, not months ahead of it.
  if (!absolute && start.isCertain('month') && !future && ahead() > AHEAD) {
    year -= 1;
    date = `${year}${date.slice(4)}`;
  }
  return date;
}
