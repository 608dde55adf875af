// Which mentions are marked in which mode.
import type { Analysis, EntityType, Mention } from '../engine/analysis.ts';
import { type HighlightMode, typesOf } from '../settings.ts';
import type { Marking } from './paint.ts';

/** The markings of each block, by its id; blocks without any are empty. */
export function markingsOf(analysis: Analysis, mode: HighlightMode, blocks: number): Marking[][] {
  const types = new Map(analysis.entities.map((entity) => [entity.id, entity.type]));
  const shown = new Set<EntityType>(typesOf(mode));
  const only = mode === 'meeting' ? meetingEntities(analysis) : null;
  const markings: Marking[][] = Array.from({ length: blocks }, () => []);
  for (const { block, start, end, entity } of analysis.mentions) {
    const type = types.get(entity);
    if (type && shown.has(type) && (!only || only.has(entity))) markings[block]?.push({ start, end, type });
  }
  return markings;
}

/** Who takes part in the meetings that are the article's news, and the countries that they stand for. */
function meetingEntities({ entities, meetings, participants }: Analysis): Set<string> {
  const ids = new Set(participants);
  const countries = new Set<string>();
  for (const meeting of meetings) {
    if (meeting.background) continue;
    for (const party of meeting.parties) countries.add(party);
    for (const { entity, party } of meeting.participants) {
      ids.add(entity);
      if (party) countries.add(party);
    }
  }
  for (const { id, type, country } of entities) {
    if (type === 'person' && participants.includes(id) && country) countries.add(country);
  }
  for (const { id, type, country } of entities) {
    if (type === 'person') continue;
    // An organization that is a party is named by its id, a country by its code, which may be its id as well.
    if (countries.has(id) || (type === 'country' && country !== null && countries.has(country))) ids.add(id);
  }
  return ids;
}

/**
 * Whether the analysis can be of these blocks: each mention inside a block's text. One that is not comes from another
 * reading, or from a broken background, and nothing of it can be trusted.
 */
export function fitsBlocks(analysis: Analysis, texts: readonly string[]): boolean {
  return analysis.mentions.every((mention: Mention) => {
    const length = texts[mention.block]?.length ?? -1;
    return mention.start >= 0 && mention.start < mention.end && mention.end <= length;
  });
}
