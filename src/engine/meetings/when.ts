// When a meeting was: weekdays and relative dates of its sentence against the article's date, by chrono-node.
import { casual } from 'chrono-node/en';
import type { Scene } from './groups.ts';

/** ISO 8601 date (a day, or a month or year where the text has no more), null where the text does not allow one. */
export function dateIn(scene: Scene, sentence: number, near: number, future: boolean): string | null {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const { published } = doc.article;
  const text = doc.text(from, to);
  const base = doc.tokens.start[from] as number;
  const reference = published && /^\d{4}-\d{2}-\d{2}$/.test(published) ? new Date(`${published}T12:00:00Z`) : null;
  const at = (doc.tokens.start[near] as number) - base;
  const results = casual.parse(text, { instant: reference ?? new Date(0), timezone: 0 }, { forwardDate: future });
  const found = results
    .filter(
      (r) =>
        !/^(now|this|the)$/i.test(r.text) &&
        (r.start.isCertain('day') ||
          r.start.isCertain('weekday') ||
          r.start.isCertain('month') ||
          r.start.isCertain('year') ||
          /today|yesterday|tomorrow|tonight|day/i.test(r.text)),
    )
    .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))[0];
  if (!found) return null;
  const { start } = found;
  const absolute = start.isCertain('year');
  if (!reference && !(absolute && (start.get('year') ?? 0) > 1970)) return null;
  const pad = (n: number | null): string => String(n ?? 1).padStart(2, '0');
  let year = start.get('year') ?? 0;
  const month = start.get('month') ?? 1;
  const day = start.get('day') ?? 1;
  const dayKnown =
    start.isCertain('day') || start.isCertain('weekday') || /today|yesterday|tomorrow|tonight/i.test(found.text);
  if (!start.isCertain('month') && !dayKnown && absolute) return String(year);
  if (!dayKnown) return `${year}-${pad(month)}`;
  let date = `${year}-${pad(month)}-${pad(day)}`;
  // "on Sunday" in a report of Monday is the day before; chrono takes the nearest, also ahead.
  if (reference && start.isCertain('weekday') && !start.isCertain('day') && !future) {
    const ahead = (Date.parse(`${date}T12:00:00Z`) - reference.getTime()) / 86_400_000;
    if (ahead > 0 && !/next|coming/i.test(found.text))
      date = new Date(Date.parse(`${date}T12:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
  }
  // A day and month without a year lie near the article's date, not months ahead of it.
  if (reference && !absolute && start.isCertain('month') && !future) {
    const ahead = (Date.parse(`${date}T12:00:00Z`) - reference.getTime()) / 86_400_000;
    if (ahead > 45) {
      year -= 1;
      date = `${year}-${pad(month)}-${pad(day)}`;
    }
  }
  return date;
}
