// The day of publication as a page states it, from machine-readable dates and from dates in words. Never shifted into
// another time zone: what the page calls 1 February stays 1 February.

// By month, the names and abbreviations in the languages of the larger international press.
const MONTHS = [
  'january jan januar janvier janv enero ene gennaio gen janeiro ocak января янв січня stycznia يناير ژانویه',
  'february feb februar février févr fevrier febrero febbraio fevereiro fev şubat февраля фев лютого lutego فبراير فوریه',
  'march mar märz maerz mars marzo março marco mart марта мар березня marca مارس',
  'april apr avril avr abril abr aprile nisan апреля апр квітня kwietnia أبريل ابريل آوریل',
  'may mai mayo maggio mag maio mayıs мая травня maja مايو مه',
  'june jun juni juin junio giugno giu junho haziran июня июн червня czerwca يونيو ژوئن',
  'july jul juli juillet juil julio luglio lug julho temmuz июля июл липня lipca يوليو ژوئیه',
  'august aug août aout agosto ago ağustos августа авг серпня sierpnia أغسطس اغسطس اوت',
  'september sep sept septembre septiembre settembre set setembro eylül сентября сен вересня września سبتمبر سپتامبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out ekim октября окт жовтня października أكتوبر اكتوبر اکتبر',
  'november nov novembre noviembre novembro kasım ноября ноя листопада listopada نوفمبر نوامبر',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro aralık декабря дек грудня grudnia ديسمبر دسامبر',
];

/** 1 to 12; 0 when it is the name of no month. */
function monthOf(name: string): number {
  const wanted = ` ${name.toLowerCase()} `;
  return MONTHS.findIndex((names) => ` ${names} `.includes(wanted)) + 1;
}

function iso(year: number, month: number, day: number): string | null {
  if (!(year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ISO 8601 date of a machine-readable value (ISO in any of its forms, RFC 2822, seconds or milliseconds); else null. */
export function dateOf(value: string): string | null {
  const text = value.trim();
  const dashed =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(text);
  if (dashed) return iso(Number(dashed[1]), Number(dashed[2]), Number(dashed[3]));
  const plain = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)/.exec(text);
  if (plain) return iso(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  if (/^\d{10}(\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return iso(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  }
  return dateInWords(text);
}

/** The first full date in a line of words and figures; null when there is none, or day and month cannot be told apart. */
export function dateInWords(line: string): string | null {
  const text = westernDigits(line.slice(0, 400));
  const east = /((?:19|20)\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (east) return iso(Number(east[1]), Number(east[2]), Number(east[3]));
  const dashed = /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (dashed) return iso(Number(dashed[1]), Number(dashed[2]), Number(dashed[3]));
  // "2 February 2026", "2nd of Feb., 2026", "2 de febrero de 2026", "2. Februar 2026", "Mon, 02 Feb 2026"
  const dayFirst =
    /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s\-–]*(?:of |de |d')?\s*(\p{L}{3,}|مه)\.?,?[\s\-–]*(?:de |del )?((?:19|20)\d{2})(?!\d)/giu;
  for (const match of text.matchAll(dayFirst)) {
    const month = monthOf(match[2]!);
    if (month) return iso(Number(match[3]), month, Number(match[1]));
  }
  // "February 2, 2026", "Feb. 2nd, 2026"
  const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/giu;
  for (const match of text.matchAll(monthFirst)) {
    const month = monthOf(match[1]!);
    if (month) return iso(Number(match[3]), month, Number(match[2]));
  }
  const figures = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/.exec(text);
  if (figures) {
    const [first, second, year] = [Number(figures[1]), Number(figures[3]), Number(figures[4])];
    // With full stops the day goes first everywhere; with slashes only where no month could stand.
    if (figures[2] === '.' || first > 12 || first === second) return iso(year, second, first);
    if (second > 12) return iso(year, first, second);
  }
  return null;
}

/** The date in an address like /2026/02/02/… or /2026-02-02-…; null when there is none. */
export function dateInPath(path: string): string | null {
  const match =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(path) ??
    /[/_-]((?:20)\d{2})(\d{2})(\d{2})(?=[/_.-]|t\d|$)/i.exec(path) ??
    /[/-]((?:20)\d{2})-(\d{2})-(\d{2})(?=[/_.-]|$)/.exec(path);
  if (match) return iso(Number(match[1]), Number(match[2]), Number(match[3]));
  const named = /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/i.exec(path);
  const month = named ? monthOf(named[2]!) : 0;
  return named && month ? iso(Number(named[1]), month, Number(named[3])) : null;
}

/** Arabic and Persian figures as European ones. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
