// Analyses to draw, made from texts of our own. The people are invented, so that no fixture ages or says something of
// a real person; offsets are found in the text, so that they are never off.
import type { Analysis, Block, Entity, EntityType, Meeting, Office, Span, Topic } from '../../src/engine/analysis.ts';
import type { PageState } from '../../src/messages.ts';

export interface Story {
  title: string;
  source?: string | null;
  published?: string | null;
  paragraphs: string[];
  people?: [id: string, name: string, country: string | null, title?: string | null, change?: Partial<Entity>][];
  countries?: [code: string, name: string, mentions?: number][];
  organizations?: [id: string, name: string, change?: Partial<Entity>][];
  meetings?: Partial<Meeting>[];
  topics?: [id: string, label: string, words: string[]][];
}

export type Ready = Extract<PageState, { state: 'ready' }>;

export function blocksOf(story: Story): Block[] {
  return [story.title, ...story.paragraphs].map((text, id) => ({ id, kind: id === 0 ? 'title' : 'paragraph', text }));
}

/** Every place where `words` stands in the blocks. */
export function spansOf(words: string, blocks: Block[]): Span[] {
  return blocks.flatMap((block) => {
    const spans: Span[] = [];
    for (let at = block.text.indexOf(words); at >= 0; at = block.text.indexOf(words, at + 1)) {
      spans.push({ block: block.id, start: at, end: at + words.length });
    }
    return spans;
  });
}

export function officeOf(title: string, of: string, asOf = '2026-10-01'): Office {
  return { title, of, from: null, to: null, asOf };
}

const MEETING: Meeting = {
  kind: 'in-person',
  format: 'bilateral',
  status: 'held',
  background: false,
  participants: [],
  parties: [],
  host: null,
  place: null,
  date: null,
  evidence: [],
};

export function analysisOf(story: Story): Analysis {
  const blocks = blocksOf(story);
  const entity = (type: EntityType, id: string, name: string, change: Partial<Entity>): Entity => ({
    id,
    type,
    name,
    known: true,
    country: null,
    office: null,
    wikidata: null,
    mentions: Math.max(1, spansOf(name, blocks).length),
    ...change,
  });
  const entities = [
    ...(story.people ?? []).map(([id, name, country, title, change]) =>
      entity('person', id, name, {
        country,
        office: title ? officeOf(title, country ?? 'united-nations') : null,
        ...change,
      }),
    ),
    ...(story.countries ?? []).map(([code, name, mentions]) =>
      entity('country', code, name, { country: code, ...(mentions ? { mentions } : {}) }),
    ),
    ...(story.organizations ?? []).map(([id, name, change]) => entity('organization', id, name, change ?? {})),
  ];
  const meetings = (story.meetings ?? []).map((meeting) => ({ ...MEETING, ...meeting }));
  return {
    article: {
      url: 'https://news.example.org/world/story',
      title: story.title,
      source: story.source === undefined ? 'The Example Gazette' : story.source,
      language: 'en',
      published: story.published === undefined ? '2026-11-16' : story.published,
    },
    mentions: entities.flatMap(({ id, name }) =>
      spansOf(name, blocks).map((span) => ({ ...span, entity: id, form: 'name' as const })),
    ),
    entities,
    meetings,
    participants: [
      ...new Set(meetings.filter((m) => !m.background).flatMap((m) => m.participants.map((p) => p.entity))),
    ],
    topics: (story.topics ?? []).map(
      ([id, label, words], index): Topic => ({
        id,
        label,
        score: 1 / (index + 1),
        evidence: words.flatMap((each) => spansOf(each, blocks)),
      }),
    ),
    dictionary: { version: '2026.11.20', asOf: '2026-10-14' },
  };
}

export function readyOf(story: Story): Ready {
  const analysis = analysisOf(story);
  const timings = { articleMs: 12, analyzeMs: 40, paintMs: 5, longestTaskMs: 14 };
  return { state: 'ready', analysis, blocks: blocksOf(story), painted: analysis.mentions.length, timings };
}
