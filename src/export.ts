// What was read from an article, for use elsewhere: Markdown for notes, CSV for a sheet, JSON for a program.
// Pure: the analysis and the article's blocks in, a text out.
import type { Analysis, Block, Entity, Meeting, Span, Topic } from './engine/analysis.ts';

export interface Evidence {
  /** The article's own words. */
  words: string;
  spans: Span[];
}

/** The article's words for a topic, each once without regard to case, with all the places where they stand. */
export function evidenceOf(topic: Topic, blocks: Block[]): Evidence[] {
  const byWords = new Map<string, Evidence>();
  for (const span of topic.evidence) {
    const words = oneLine(textOf(span, blocks));
    if (words === '') continue;
    const key = words.toLowerCase();
    const known = byWords.get(key);
    byWords.set(key, { words: known?.words ?? words, spans: [...(known?.spans ?? []), span] });
  }
  return [...byWords.values()];
}

/** The text of a span; empty when its block is not there. */
export function textOf(span: Span, blocks: Block[]): string {
  return blocks.find((block) => block.id === span.block)?.text.slice(span.start, span.end) ?? '';
}

/** The name of a country code or organization id, also when the article never mentions it. */
export function partyName(id: string, analysis: Analysis): string {
  const entity = analysis.entities.find((each) => each.id === id);
  if (entity) return entity.name;
  if (/^[A-Z]{2}$/.test(id)) return new Intl.DisplayNames(['en'], { type: 'region' }).of(id) ?? id;
  const words = id.replace(/^x-/, '').split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** A report of the article in Markdown. */
export function toMarkdown(analysis: Analysis, blocks: Block[]): string {
  const { title, source, published, url } = analysis.article;
  const by = [source && escapeMarkdown(source), published, url && `<${url}>`].filter(Boolean).join(', ');
  const meetings = analysis.meetings.filter((meeting) => !meeting.background);
  const asides = analysis.meetings.filter((meeting) => meeting.background);
  return [
    `# ${escapeMarkdown(title || 'Untitled article')}`,
    by,
    ...meetings.map((meeting) => meetingSection('## Meeting', meeting, analysis)),
    ...asides.map((meeting) => meetingSection('## Also mentioned', meeting, analysis)),
    list(
      '## Topics',
      analysis.topics.map((topic) => topicLine(topic, blocks)),
    ),
    list('## People', entitiesOf('person', analysis).map(entityLine)),
    list('## Countries', entitiesOf('country', analysis).map(entityLine)),
    list('## Organizations', entitiesOf('organization', analysis).map(entityLine)),
    `Attaché dictionary ${analysis.dictionary.version}, facts as of ${analysis.dictionary.asOf}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function meetingSection(heading: string, meeting: Meeting, analysis: Analysis): string {
  const who = meeting.participants.map(({ entity, title, party }) => {
    const name = `**${escapeMarkdown(nameOf(entity, analysis))}**`;
    const of = party ? ` (${escapeMarkdown(partyName(party, analysis))})` : '';
    return name + of + (title ? `, ${escapeMarkdown(title)}` : '') + (meeting.host === entity ? ', host' : '');
  });
  const named = new Set(meeting.participants.map(({ party }) => party));
  const unnamed = meeting.parties.filter((party) => !named.has(party));
  const facts = [
    ...unnamed.map((party) => escapeMarkdown(partyName(party, analysis)) + (meeting.host === party ? ', host' : '')),
    ...(meeting.place ? [`Where: ${escapeMarkdown(meeting.place)}`] : []),
    ...(meeting.date ? [`When: ${meeting.date}`] : []),
  ];
  return list(`${heading}: ${meeting.kind}, ${meeting.format}, ${meeting.status}`, [...who, ...facts], true);
}

function topicLine(topic: Topic, blocks: Block[]): string {
  const words = evidenceOf(topic, blocks).map((evidence) => `“${escapeMarkdown(evidence.words)}”`);
  return escapeMarkdown(topic.label) + (words.length > 0 ? `: ${words.join(', ')}` : '');
}

function entityLine(entity: Entity): string {
  const title = entity.office ? `, ${escapeMarkdown(entity.office.title)}` : '';
  return `${escapeMarkdown(entity.name)}${title} (${entity.mentions}${entity.known ? '' : ', not in the dictionary'})`;
}

const list = (heading: string, lines: string[], keepEmpty = false): string =>
  lines.length === 0 && !keepEmpty ? '' : [heading, '', ...lines.map((line) => `- ${line}`)].join('\n').trimEnd();

/** The entities as comma-separated values (RFC 4180), one a line, most mentioned first within each type. */
export function toCsv(analysis: Analysis): string {
  const head = [
    'type',
    'name',
    'mentions',
    'participant',
    'country',
    'office',
    'office_as_of',
    'in_dictionary',
    'wikidata',
  ];
  const rows = (['person', 'country', 'organization'] as const).flatMap((type) =>
    entitiesOf(type, analysis).map((entity) => [
      type,
      entity.name,
      entity.mentions,
      analysis.participants.includes(entity.id) ? 'yes' : 'no',
      entity.country ?? '',
      entity.office?.title ?? '',
      entity.office?.asOf ?? '',
      entity.known ? 'yes' : 'no',
      entity.wikidata ?? '',
    ]),
  );
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Names come from other people's pages: a cell must not become a formula in a spreadsheet. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The analysis with names for ids and words for offsets, indented. */
export function toJson(analysis: Analysis, blocks: Block[]): string {
  const report = {
    article: analysis.article,
    meetings: analysis.meetings.map(({ evidence, ...meeting }) => ({
      ...meeting,
      participants: meeting.participants.map(({ entity, title, party }) => ({
        id: entity,
        name: nameOf(entity, analysis),
        title,
        party,
      })),
      host: meeting.host === null ? null : nameOf(meeting.host, analysis),
      evidence: evidence.map((span) => oneLine(textOf(span, blocks))),
    })),
    participants: analysis.participants.map((id) => nameOf(id, analysis)),
    topics: analysis.topics.map((topic) => ({
      id: topic.id,
      label: topic.label,
      score: topic.score,
      words: evidenceOf(topic, blocks).map(({ words }) => words),
    })),
    entities: analysis.entities,
    dictionary: analysis.dictionary,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The entities of a type, most mentioned first; those mentioned as often stay in the article's order. */
export function entitiesOf(type: Entity['type'], analysis: Analysis): Entity[] {
  return analysis.entities.filter((entity) => entity.type === type).sort((a, b) => b.mentions - a.mentions);
}

const nameOf = (id: string, analysis: Analysis): string => partyName(id, analysis);
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Text of a page that must not turn into Markdown: a name with asterisks, a headline that starts like a list. */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
