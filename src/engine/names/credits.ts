// Datelines and credit lines, whose agencies and cities name nobody.
import { KIND } from '../../dictionary/format.ts';
import { longest, type Reading } from './cover.ts';

/** "(Reporting by …; editing by …)": who wrote the article, in a block of its own. */
const CREDIT =
  /^\(?(additional |with )?(reporting|writing|editing|compiled|written|edited|translated|photographs?|photos?)( and [a-z]+)? by /i;

/** Hyphen, en dash, em dash. */
const DASHES = [45, 0x2013, 0x2014];

/** "BEIJING, Feb. 1 (Xinhua) --", "/TASS/.", "(Reporting by …)": datelines and credit lines name nobody. */
export function readCredits(reading: Reading): void {
  const { doc, cover } = reading;
  doc.article.blocks.forEach(({ text }, index) => {
    if (CREDIT.test(text))
      leaveCountries(reading, doc.blockStart[index] as number, doc.blockStart[index + 1] as number);
  });
  for (const start of doc.blockStart) {
    for (let i = start; i < Math.min(start + 14, doc.count) && doc.tokens.block[i] === doc.tokens.block[start]; i++) {
      const opens = doc.isMark(i, 40) || doc.isMark(i, 47);
      if (!opens) continue;
      let close = i + 1;
      while (close < i + 6 && !doc.isMark(close, 41) && !doc.isMark(close, 47)) close++;
      const next = doc.isMark(close + 1, 46) ? close + 2 : close + 1;
      const dash = DASHES.some((mark) => doc.isMark(next, mark));
      const line = doc.isMark(close, 47) || dash;
      if (close > i + 1 && line)
        cover.claim({ from: i + 1, to: close, type: 'other', form: 'name', senses: [], source: 'grammar' });
      break;
    }
  }
}

/** Nothing in these tokens is a name but a country. */
function leaveCountries(reading: Reading, start: number, end: number): void {
  let from = start;
  for (let i = start; i <= end; i++) {
    const country = i < end ? longest(reading, i, KIND.country) : null;
    if (!country && i < end) continue;
    reading.cover.claim({ from, to: i, type: 'other', form: 'name', senses: [], source: 'grammar' });
    if (country) i = country.to - 1;
    from = i + 1;
  }
}
