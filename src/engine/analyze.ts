// The one door of the engine: an article and a dictionary in, an analysis out. Pure: no DOM, no clock, no I/O, no state.
import type { Dictionary } from '../dictionary/load.ts';
import type { Analysis, Article, Mention } from './analysis.ts';
import { Doc } from './document.ts';
import { linkNames } from './entities/link.ts';
import { readMeetings } from './meetings/records.ts';
import { readNames, type SecondOpinion } from './names/read.ts';
import type { Tagger } from './tagger/model.ts';
import { readTopics } from './topics/topics.ts';

export type { SecondOpinion } from './names/read.ts';

export interface AnalyzeOptions {
  /** Asked about capitalised runs that dictionary and grammar leave open. */
  secondOpinion?: SecondOpinion;
  /** In place of the dictionary's own tagger; null for the grammar alone. */
  tagger?: Tagger | null;
}

/**
 * Reads an article. Offsets are UTF-16 code units in the blocks' texts; mentions are sorted and do not overlap.
 * Never throws on any text.
 */
export function analyze(article: Article, dictionary: Dictionary, options: AnalyzeOptions = {}): Analysis {
  const doc = new Doc(article, dictionary);
  const reading = readNames(doc, options.secondOpinion ?? null, options.tagger);
  const linking = linkNames(reading);
  const mentions: Mention[] = linking.links.map(({ span, draft }) => ({
    ...doc.span(span.from, span.to),
    entity: draft.id,
    form: span.form,
  }));
  const { meetings, participants } = readMeetings(reading, linking);
  const { blocks: _, ...about } = article;
  return {
    article: about,
    mentions,
    entities: linking.registry.entities(article.published),
    meetings,
    participants,
    topics: readTopics(reading, meetings),
    dictionary: { version: dictionary.version, asOf: dictionary.asOf },
  };
}
