// Sentences with the names marked in them as they should be read: "[Norway|NO]'s [foreign ministry|o] praised [Kyiv|UA.m]".
// Behind the bar: a country's code with `.a` (adjective) or `.m` (metonym), `p` for a person, `o` for an organization. `:id`
// asks for that entity ("[Wang|p:wang-yi]"), `.s` for a surname, `.y` for an acronym. "¶" parts paragraphs.
import { expect } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { Analysis, EntityType, MentionForm } from '../../src/engine/analysis.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';

interface Expected {
  start: number;
  text: string;
  type: EntityType;
  id: string | null;
  form: MentionForm | null;
}

const FORMS: Record<string, MentionForm> = { a: 'adjective', m: 'metonym', s: 'surname', y: 'acronym', n: 'name' };
const MARK = /\[([^[\]|]+)\|([^\]]+)\]/g;

function parse(marked: string): { text: string; expected: Expected[] } {
  const whole = marked.replaceAll('¶', '\n');
  const expected: Expected[] = [];
  let text = '';
  let last = 0;
  for (const match of whole.matchAll(MARK)) {
    text += whole.slice(last, match.index);
    last = match.index + match[0].length;
    const [, name = '', tag = ''] = match;
    const [, what = '', id, form] = /^([^.:]+)(?::([^.]+))?(?:\.(\w))?$/.exec(tag) ?? [];
    const country = what !== 'p' && what !== 'o';
    expected.push({
      start: text.length,
      text: name,
      type: country ? 'country' : what === 'p' ? 'person' : 'organization',
      id: country ? what : (id ?? null),
      form: form ? (FORMS[form] ?? null) : country ? 'name' : null,
    });
    text += name;
  }
  return { text: text + whole.slice(last), expected };
}

export interface Options {
  published?: string;
  /** Dictionary and grammar alone. */
  grammar?: boolean;
}

/** Reads the sentence without its marks and expects just the marked names, no more and no fewer. */
export function expectMarked(dictionary: Dictionary, marked: string, options: Options = {}): Analysis {
  const { text, expected } = parse(marked);
  const { article, offsets } = articleFromText(text, options.published ?? null);
  const analysis = analyze(article, dictionary, options.grammar ? { tagger: null } : {});
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const found = analysis.mentions.map((mention) => {
    const start = (offsets[mention.block] ?? 0) + mention.start;
    const want = expected.find((e) => e.start === start);
    return line({
      start,
      text: text.slice(start, (offsets[mention.block] ?? 0) + mention.end),
      type: entities.get(mention.entity)?.type as EntityType,
      // What the marks leave open is not compared.
      id: want && want.id === null ? null : mention.entity,
      form: want && want.form === null ? null : mention.form,
    });
  });
  expect(found.join('\n'), text).toBe(expected.map(line).join('\n'));
  return analysis;
}

const line = (e: Expected): string => `${e.start} "${e.text}" ${e.type} ${e.id ?? ''} ${e.form ?? ''}`.trim();
