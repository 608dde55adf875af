// `npm run dictionary -- add`: asks for a record field by field, refuses an answer that the schema refuses, and hands
// back the record. The fields asked for come from the schema, so that a new field is asked for without a change here.
import * as v from 'valibot';
import { OfficeRecord as Office, type OfficeRecord, ORGANIZATION_KINDS, ROLES } from '../../src/dictionary/schema.ts';
import { Trouble } from '../lib/trouble.ts';
import { fold, SCHEMAS } from './records.ts';

/** Shows a question and hands back the answer; null when there are no more answers. */
export type Ask = (question: string) => Promise<string | null>;

export const ADDED = ['people', 'organizations', 'countries', 'places'] as const;
export type AddedKind = (typeof ADDED)[number];

const HELP: Record<string, string> = {
  aliases: 'other names, parted by semicolons',
  family: 'the part that later mentions use alone',
  short: 'other parts that later mentions use alone, parted by semicolons',
  native: 'in its own script',
  gender: 'f or m',
  country: 'country code, or - for none',
  wikidata: 'Wikidata id, only where known for certain',
  title: 'in lower case, as in "secretary of the Security Council"',
  of: 'country code or organization id',
  role: ROLES.join(', '),
  from: 'YYYY, YYYY-MM or YYYY-MM-DD, or - where it is not known',
  to: 'the same, or - while it lasts',
  asOf: 'the day up to which the source vouches for it, YYYY-MM-DD',
  source: 'where it was read',
};
const LISTS = new Set([
  'aliases',
  'former',
  'short',
  'acronyms',
  'members',
  'needs',
  'adjectives',
  'nationals',
  'prefixes',
  'metonyms',
  'seats',
]);

/** "Sergei Shoigu" → "sergei-shoigu" */
export function slug(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** @throws Trouble when the answers end before the record is whole */
export async function interview(
  kind: AddedKind,
  ask: Ask,
  tell: (text: string) => void,
): Promise<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  const entries = SCHEMAS[kind].entries as Record<string, v.GenericSchema>;
  // The name comes first: it suggests the id.
  const fields = ['name', ...Object.keys(entries).filter((field) => field !== 'name')];
  for (const field of fields) {
    if (field === 'offices') record.offices = await offices(ask, tell);
    else {
      const suggestion = field === 'id' && kind !== 'countries' ? slug(String(record.name)) : '';
      const value = await answer(field, entries[field] as v.GenericSchema, ask, tell, { suggestion, of: kind });
      if (value !== undefined) record[field] = value;
    }
  }
  return record;
}

async function offices(ask: Ask, tell: (text: string) => void): Promise<OfficeRecord[]> {
  const list: OfficeRecord[] = [];
  for (;;) {
    const more = await ask(
      list.length === 0 ? 'Does the person hold or did they hold an office? (y/n) ' : 'Another office? (y/n) ',
    );
    if (more === null) throw ended();
    if (!/^y/i.test(more)) return list;
    const office: Record<string, unknown> = {};
    for (const [field, entry] of Object.entries(Office.entries)) {
      office[field] = await answer(field, entry as v.GenericSchema, ask, tell, { suggestion: '', of: 'office' });
    }
    list.push(office as unknown as OfficeRecord);
  }
}

/** Asks until the schema takes the answer. An empty answer takes the suggestion, or leaves out what may be left out. */
async function answer(
  field: string,
  schema: v.GenericSchema,
  ask: Ask,
  tell: (text: string) => void,
  context: { suggestion: string; of: string },
): Promise<unknown> {
  const help = field === 'kind' && context.of === 'organizations' ? ORGANIZATION_KINDS.join(', ') : HELP[field];
  const question = `${field}${help ? ` (${help})` : ''}${context.suggestion ? ` [${context.suggestion}]` : ''}: `;
  for (;;) {
    const text = await ask(question);
    if (text === null) throw ended();
    const value = parse(field, text.trim() || context.suggestion);
    const result = v.safeParse(schema, value);
    if (result.success) return value;
    const issue = result.issues[0];
    const right =
      issue.type === 'regex' || issue.type === 'min_length' ? issue.message : (issue.expected ?? issue.message);
    tell(`  ${field}: expected ${right}, got ${value === undefined ? 'nothing' : `"${text.trim()}"`}.`);
  }
}

function parse(field: string, text: string): unknown {
  if (text === '-') return null;
  if (text === '') return undefined;
  if (!LISTS.has(field)) return text;
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const ended = (): Trouble => new Trouble('The answers ended before the record was whole; nothing was added.');
