// Dates as the reader's language writes them. All are ISO 8601: a day, a month or a year, without a time zone, so they
// are read and written in UTC and never slip by a day.

const DAY_MS = 86_400_000;

/** "Sunday, 1 February 2026", "February 2026" or "2026"; what is no ISO date comes back as it is. */
export function tellDate(iso: string, locale: string, style: 'full' | 'short' | 'month' = 'full'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso) ?? [];
  const at = startOf(iso);
  if (!year || at === null) return iso;
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) format.month = 'long';
  if (day && style !== 'month') format.day = 'numeric';
  if (day && style === 'full') format.weekday = 'long';
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** Days from `from` to `to`, negative when `to` is earlier; null when one of them is no date. */
export function daysBetween(from: string, to: string): number | null {
  const start = startOf(from);
  const end = startOf(to);
  return start === null || end === null ? null : Math.round((end - start) / DAY_MS);
}

/** Milliseconds since 1970 at which the day, month or year begins in UTC. */
function startOf(iso: string): number | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso) ?? [];
  const at = year ? Date.parse(`${year}-${month}-${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
