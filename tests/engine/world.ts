// The compiled dictionary and short-hand for the engine's tests.
import { buildDictionary } from '../../scripts/lib/dictionary-files.ts';
import { type Dictionary, loadDictionary } from '../../src/dictionary/load.ts';
import type { Analysis, Mention } from '../../src/engine/analysis.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';

/** The dictionary as it ships, with the trained tagger. */
export async function loadWorld(): Promise<Dictionary> {
  return loadDictionary(await buildDictionary());
}

export interface Read {
  analysis: Analysis;
  /** Each mention as "text → name (type form)". */
  said: string[];
  textOf(mention: Mention): string;
  nameOf(entity: string): string;
  participants: string[];
}

export function read(dictionary: Dictionary, text: string, published: string | null = null): Read {
  const { article } = articleFromText(text, published);
  const analysis = analyze(article, dictionary);
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const textOf = (m: Mention): string => (article.blocks[m.block]?.text ?? '').slice(m.start, m.end);
  const nameOf = (id: string): string => names.get(id)?.name ?? id;
  return {
    analysis,
    said: analysis.mentions.map((m) => `${textOf(m)} → ${nameOf(m.entity)} (${names.get(m.entity)?.type} ${m.form})`),
    textOf,
    nameOf,
    participants: analysis.participants.map(nameOf),
  };
}
