// An analysis as the command line prints it (DESIGN: fixed): offsets in the document's own text, names for people to read.
import type { Analysis } from '../../src/engine/analysis.ts';
import type { PlainArticle } from '../../src/engine/plain-text.ts';

export interface Tagged {
  analysis: Analysis;
  plain: PlainArticle;
  output: Record<string, unknown>;
}

export function tagOf(id: string, plain: PlainArticle, analysis: Analysis, text?: string): Tagged {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const nameOf = (entity: string): string => entities.get(entity)?.name ?? entity;
  const blocks = new Map(
    plain.article.blocks.map((block, index) => [block.id, { block, base: plain.offsets[index] ?? 0 }]),
  );
  const output = {
    id,
    ...(text === undefined ? {} : { text }),
    mentions: analysis.mentions.map((mention) => {
      const { block, base } = blocks.get(mention.block) ?? { block: { text: '' }, base: 0 };
      const entity = entities.get(mention.entity);
      return {
        start: base + mention.start,
        end: base + mention.end,
        text: block.text.slice(mention.start, mention.end),
        type: entity?.type,
        form: mention.form,
        entity: mention.entity,
        name: nameOf(mention.entity),
        ...(entity?.type === 'country' ? { country: entity.id } : {}),
      };
    }),
    entities: analysis.entities,
    meetings: analysis.meetings.map((meeting) => ({
      ...meeting,
      participants: meeting.participants.map((p) => nameOf(p.entity)),
      titles: meeting.participants.map((p) => p.title),
      host: meeting.host === null ? null : nameOf(meeting.host),
      evidence: meeting.evidence.map((span) => ({
        start: (blocks.get(span.block)?.base ?? 0) + span.start,
        end: (blocks.get(span.block)?.base ?? 0) + span.end,
      })),
    })),
    participants: analysis.participants.map(nameOf),
    topics: analysis.topics.map((topic) => topic.id),
    dictionary: analysis.dictionary,
  };
  return { analysis, plain, output };
}
