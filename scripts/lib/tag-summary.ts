// What `tag` says to people on a terminal: a meeting card, topics, and who is named how often.
import type { Entity } from '../../src/engine/analysis.ts';
import type { Tagged } from './tag-output.ts';

const paint = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const bold = paint(1);
const dim = paint(2);
const COLOURS: Record<Entity['type'], (text: string) => string> = {
  person: paint(35),
  country: paint(34),
  organization: paint(32),
};
const KINDS = { 'in-person': 'In person', call: 'By telephone', video: 'By video', letter: 'By letter' };

export function summarize({ analysis, plain, output }: Tagged): string {
  const lines = [bold(plain.article.title || String(output.id))];
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
  for (const meeting of analysis.meetings) {
    const about = [
      KINDS[meeting.kind],
      meeting.status,
      meeting.place,
      meeting.date,
      meeting.background ? 'background' : null,
    ]
      .filter(Boolean)
      .join(' · ');
    lines.push('', dim(about));
    for (const { entity, title, party } of meeting.participants)
      lines.push(
        `  ${COLOURS.person(names.get(entity) ?? entity)}${title ? `, ${title}` : ''}${party ? dim(` (${party})`) : ''}${meeting.host === entity ? dim(' host') : ''}`,
      );
    if (meeting.participants.length === 0) lines.push(`  ${meeting.parties.map((p) => names.get(p) ?? p).join(' – ')}`);
  }
  if (analysis.topics.length > 0) lines.push('', `Topics: ${analysis.topics.map((topic) => topic.label).join(', ')}`);
  for (const [type, title] of [
    ['person', 'People'],
    ['country', 'Countries'],
    ['organization', 'Organizations'],
  ] as const) {
    const found = analysis.entities.filter((entity) => entity.type === type).sort((a, b) => b.mentions - a.mentions);
    if (found.length > 0)
      lines.push(
        `${title}: ${found.map((e) => `${COLOURS[type](e.name)}${e.mentions > 1 ? dim(` ${e.mentions}`) : ''}`).join(', ')}`,
      );
  }
  return `${lines.join('\n')}\n\n`;
}
