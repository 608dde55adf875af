// What the article is about: phrases of the dictionary's topics, weighed by where and how often they stand, main ones first,
// each with the article's own words as evidence.
import { KIND, senseKind, senseRef } from '../../dictionary/format.ts';
import type { Meeting, Span, Topic } from '../analysis.ts';
import type { Doc } from '../document.ts';
import type { Reading } from '../names/cover.ts';
import { D } from '../text/classes.ts';

/** How much more a phrase counts in the headline, and in the first paragraphs where the news is told. */
const IN_TITLE = 2.5;
const IN_LEAD = 1.6;
const LEAD_BLOCKS = 3;
/** In a sentence that tells of a meeting. */
const IN_TALKS = 1.25;
/** A topic is told when it reaches this share of the strongest, and this much in all. */
/** What the weights of the data are worth: a hint little, a phrase that is about nothing else much. */
const STRENGTH = [0, 0.5, 1.5, 3];
const SHARE = 0.2;
const LEAST = 4.5;
const MOST = 6;
/** Added to the relations of the two sides when a bilateral meeting is the news. */
const BILATERAL_NEWS = 4;
const EVIDENCE = 8;
/** Tokens that are looked back over: the text of a table or a bad scan may have no full stop in a megabyte. */
const LONGEST_SENTENCE = 100;

interface Tally {
  topic: number;
  score: number;
  phrases: Map<number, number>;
  evidence: { span: Span; weight: number }[];
}

export function readTopics(reading: Reading, meetings: Meeting[]): Topic[] {
  const { doc } = reading;
  const table = doc.dictionary.topics;
  const tallies = new Map<number, Tally>();
  // Of overlapping phrases of one topic the longest counts; a phrase of two topics counts for both.
  const until = new Map<number, number>();
  // What a phrase finds in a block holds for the whole of it.
  const neighbours = new Map<string, boolean>();
  const isMeant = (i: number, phrase: number, near: number[]): boolean => {
    if (near.length === 0) return true;
    const key = `${doc.tokens.block[i]} ${phrase}`;
    const known = neighbours.get(key) ?? hasNeighbour(doc, i, near);
    neighbours.set(key, known);
    return known;
  };
  for (let i = 0; i < doc.count; i++)
    for (const match of reading.matches[i] ?? [])
      for (const sense of match.senses) {
        if (senseKind(sense) !== KIND.topic) continue;
        const phrase = table.phrases[senseRef(sense)];
        if (!phrase || (until.get(phrase.topic) ?? 0) > i || !isMeant(i, senseRef(sense), phrase.near)) continue;
        until.set(phrase.topic, match.to);
        count(doc, tallies, senseRef(sense), match.from, match.to);
      }
  // Where two sides met, their relations are among the subjects whatever the phrases say.
  const bilateral = [...tallies.values()].find((tally) => table.topics[tally.topic]?.id === 'bilateral-relations');
  if (bilateral && meetings.some((m) => !m.background && m.format === 'bilateral')) bilateral.score += BILATERAL_NEWS;
  const ranked = [...tallies.values()].sort((a, b) => b.score - a.score || a.topic - b.topic);
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter((tally) => tally.score >= LEAST && tally.score >= best * SHARE)
    .slice(0, MOST)
    .map((tally) => {
      const { id, label } = table.topics[tally.topic] as { id: string; label: string };
      return { id, label, score: Math.round((tally.score / best) * 100) / 100, evidence: told(tally.evidence) };
    });
}

/** The article's words that tell most, in the order of the text: hints only where nothing says more. */
function told(evidence: Tally['evidence']): Span[] {
  const strong = evidence.filter(({ weight }) => weight > 1);
  return (strong.length > 0 ? strong : evidence).slice(0, EVIDENCE).map(({ span }) => span);
}

function count(doc: Doc, tallies: Map<number, Tally>, phrase: number, from: number, to: number): void {
  const { topic, weight } = doc.dictionary.topics.phrases[phrase] as { topic: number; weight: number };
  let tally = tallies.get(topic);
  if (!tally) {
    tally = { topic, score: 0, phrases: new Map(), evidence: [] };
    tallies.set(topic, tally);
  }
  const seen = tally.phrases.get(phrase) ?? 0;
  tally.phrases.set(phrase, seen + 1);
  // The same phrase again says less each time.
  tally.score +=
    ((STRENGTH[weight] ?? 1) * (doc.dictionary.topics.topics[topic]?.scale ?? 1) * placeOf(doc, from)) / (1 + seen);
  tally.evidence.push({ span: doc.span(from, to), weight });
}

function placeOf(doc: Doc, i: number): number {
  const block = doc.tokens.block[i] as number;
  const { kind } = doc.blockOf(i);
  if (kind === 'title') return IN_TITLE;
  const titled = doc.article.blocks[0]?.kind === 'title' ? 1 : 0;
  const base = block - titled < LEAD_BLOCKS ? IN_LEAD : 1;
  return tellsOfTalks(doc, i) ? base * IN_TALKS : base;
}

/** Whether the sentence of token `i` is one of talks: "discussed", "held". */
function tellsOfTalks(doc: Doc, i: number): boolean {
  const discussed = doc.dictionary.idOf('discussed');
  const first = Math.max(doc.sentenceStart[doc.sentence[i] as number] as number, i - LONGEST_SENTENCE);
  for (let k = i - 1; k >= first; k--)
    if (doc.key(k) === discussed || doc.isOf(k, D['light-verb'])) return doc.key(k) === discussed;
  return false;
}

/** Whether one of these words stands in the same block. */
function hasNeighbour(doc: Doc, i: number, near: number[]): boolean {
  const block = doc.tokens.block[i] as number;
  for (let k = doc.blockStart[block] as number; k < (doc.blockStart[block + 1] as number); k++)
    if (near.includes(doc.key(k))) return true;
  return false;
}
