import { describe, expect, it } from 'vitest';
import type { Analysis, Entity, EntityType, Mention } from '../../src/engine/analysis.ts';
import { fitsBlocks, markingsOf } from '../../src/page/marking.ts';

const entity = (id: string, type: EntityType, country: string | null = null): Entity => ({
  id,
  type,
  name: id,
  known: true,
  country,
  office: null,
  wikidata: null,
  mentions: 1,
});
const mention = (entity: string, block: number, start: number): Mention => ({
  entity,
  block,
  start,
  end: start + 2,
  form: 'name',
});

const analysis: Analysis = {
  article: { url: null, title: '', source: null, language: null, published: null },
  entities: [
    entity('ann', 'person', 'NO'),
    entity('bob', 'person', 'CL'),
    entity('eve', 'person', 'FR'),
    entity('NO', 'country', 'NO'),
    entity('CL', 'country', 'CL'),
    entity('FR', 'country', 'FR'),
    entity('asean', 'organization'),
    entity('un', 'organization'),
  ],
  mentions: [
    mention('ann', 0, 0),
    mention('NO', 0, 4),
    mention('eve', 0, 8),
    mention('bob', 2, 0),
    mention('FR', 2, 4),
    mention('asean', 2, 8),
    mention('un', 2, 12),
    mention('CL', 2, 16),
  ],
  meetings: [
    {
      kind: 'in-person',
      format: 'multilateral',
      status: 'held',
      background: false,
      participants: [
        { entity: 'ann', title: null, party: 'NO' },
        { entity: 'bob', title: null, party: null },
      ],
      parties: ['NO', 'asean'],
      host: 'ann',
      place: null,
      date: null,
      evidence: [],
    },
    {
      kind: 'call',
      format: 'bilateral',
      status: 'held',
      background: true,
      participants: [{ entity: 'eve', title: null, party: 'FR' }],
      parties: ['FR'],
      host: null,
      place: null,
      date: null,
      evidence: [],
    },
  ],
  participants: ['ann', 'bob'],
  topics: [],
  dictionary: { version: '1', asOf: '2026-11-01' },
};
const marked = (mode: Parameters<typeof markingsOf>[1]): string[] =>
  markingsOf(analysis, mode, 3).flatMap((block, b) =>
    block.map(({ start }) => analysis.mentions.find((m) => m.block === b && m.start === start)!.entity),
  );

describe('what is marked', () => {
  it.each([
    ['all', ['ann', 'NO', 'eve', 'bob', 'FR', 'asean', 'un', 'CL']],
    ['people', ['ann', 'eve', 'bob']],
    ['countries', ['NO', 'FR', 'CL']],
    ['organizations', ['asean', 'un']],
    ['off', []],
    // The participants of the news, their countries, and what is a party to it; nobody of a meeting that is past.
    ['meeting', ['ann', 'NO', 'bob', 'asean', 'CL']],
  ] as const)('%s', (mode, ids) => expect(marked(mode)).toEqual(ids));

  it('has a list for every block, and passes over blocks that are not there', () => {
    expect(markingsOf(analysis, 'all', 1)).toHaveLength(1);
    expect(markingsOf(analysis, 'off', 3)).toEqual([[], [], []]);
  });
});

describe('an analysis of another text', () => {
  const fits = (changed: Partial<Mention>) =>
    fitsBlocks({ ...analysis, mentions: [{ ...mention('ann', 0, 0), ...changed }] }, ['Ann spoke']);
  it('is told by its offsets', () => {
    expect(fits({})).toBe(true);
    expect(fits({ end: 9 })).toBe(true);
    expect(fits({ end: 10 })).toBe(false);
    expect(fits({ start: -1 })).toBe(false);
    expect(fits({ start: 2, end: 2 })).toBe(false);
    expect(fits({ block: 1 })).toBe(false);
    expect(fits({ start: Number.NaN })).toBe(false);
  });
});
