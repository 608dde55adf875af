// Datelines and credit lines, whose agencies and cities name nobody.
import type { Reading } from './cover.ts';

/** "BEIJING, Feb. 1 (Xinhua) --", "/TASS/.", "(Reporting by …)": datelines and credit lines name nobody. */
export function readCredits(reading: Reading): void {
  const { doc, cover } = reading;
  for (const start of doc.blockStart) {
    for (let i = start; i < Math.min(start + 14, doc.count) && doc.tokens.block[i] === doc.tokens.block[start]; i++) {
      const opens = doc.isMark(i, 40) || doc.isMark(i, 47);
      if (!opens) continue;
      let close = i + 1;
      while (close < i + 6 && !doc.isMark(close, 41) && !doc.isMark(close, 47)) close++;
      const dash =
        doc.isMark(close + 1, 45) ||
        doc.isMark(close + 1, 0x2013) ||
        doc.isMark(close + 1, 0x2014) ||
        doc.isMark(close + 1, 45);
      const line = doc.isMark(close, 47) || dash;
      if (close > i + 1 && line)
        cover.claim({ from: i + 1, to: close, type: 'other', form: 'name', senses: [], source: 'grammar' });
      break;
    }
  }
}
