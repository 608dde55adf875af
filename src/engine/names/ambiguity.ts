// Words that name a country and something else too ("Georgia", "Congo", "Turkey"): the readings are data
// (ambiguity.jsonl), here is how their surroundings decide between them.
import type { AmbiguityRecord } from '../../dictionary/schema.ts';
import type { Reading } from './cover.ts';

/**
 * What the word at these tokens means: a country's code, null for nothing that is tagged, undefined when it is not among
 * the ambiguous words. A word directly before or after settles it; else the reading with most of its words in the article.
 */
export function meaningOf(reading: Reading, from: number, to: number): string | null | undefined {
  const { doc } = reading;
  const record = doc.dictionary.ambiguities.get(doc.foldRange(from, to));
  if (!record) return undefined;
  const before = doc.text(Math.max(from - 3, doc.sentenceStart[doc.sentence[from] as number] as number), from + 1);
  const lead = before.slice(0, before.length - doc.text(from).length).trimEnd();
  const last = Math.min(to + 3, doc.sentenceStart[(doc.sentence[from] as number) + 1] as number);
  const behind = to < last ? doc.text(to, last) : '';
  for (const { means, before: words, after } of record.readings) {
    if (words?.some((word) => lead.endsWith(word) && !/[\p{L}\p{N}]/u.test(lead.at(-word.length - 1) ?? '')))
      return means;
    if (after?.some((word) => behind.startsWith(word) && !/[\p{L}\p{N}]/u.test(behind[word.length] ?? '')))
      return means;
  }
  let best: AmbiguityRecord['readings'][number] | null = null;
  let most = 0;
  for (const candidate of record.readings) {
    const count = (candidate.near ?? []).filter((word) => reading.context.has(word)).length;
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best ? best.means : record.otherwise;
}
