// The dictionary's data files as the maintainers' tools see them: every record with the file and the line it stands on,
// and every breach of a schema told as file, line, field and what would be right.
import * as v from 'valibot';
import * as schema from '../../src/dictionary/schema.ts';

/** The text of each data file by its name under src/dictionary/: "countries.jsonl", "people/europe.jsonl". */
export type Sources = Record<string, string>;

export interface Finding {
  /** An error must be mended, a warning looked at. */
  level: 'error' | 'warning';
  file: string;
  /** Counted from 1; 0 where the whole file is meant. */
  line: number;
  message: string;
}

export interface Located<T> {
  file: string;
  line: number;
  record: T;
}

/** All records by kind; those that break their schema are left out. */
export interface Records {
  countries: Located<schema.CountryRecord>[];
  organizations: Located<schema.OrganizationRecord>[];
  people: Located<schema.PersonRecord>[];
  topics: Located<schema.TopicRecord>[];
  places: Located<schema.PlaceRecord>[];
  names: Located<schema.NameListRecord>[];
  ambiguity: Located<schema.AmbiguityRecord>[];
  titles: Located<schema.TitleRecord>[];
  words: Located<schema.WordClassRecord>[];
  bodies: Located<schema.BodyRecord>[];
  encounters: Located<schema.EncounterRecord>[];
}

export type Kind = keyof Records;

export const SCHEMAS = {
  countries: schema.Country,
  organizations: schema.Organization,
  people: schema.Person,
  topics: schema.TopicRecord,
  places: schema.Place,
  names: schema.NameList,
  ambiguity: schema.Ambiguity,
  titles: schema.Title,
  words: schema.WordClass,
  bodies: schema.Body,
  encounters: schema.Encounter,
} satisfies Record<Kind, v.GenericSchema>;

export const KINDS = Object.keys(SCHEMAS) as Kind[];

/** "people/europe.jsonl" → "people"; null for a file that no schema covers. */
export function kindOfFile(file: string): Kind | null {
  const name = file.replace(/\.jsonl$/, '').split('/')[0] as Kind;
  return file.endsWith('.jsonl') && KINDS.includes(name) ? name : null;
}

/** Reads all data files. What cannot be read becomes an error in `findings`; the rest is still read. */
export function readRecords(sources: Sources): { records: Records; findings: Finding[] } {
  const records = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Records;
  const findings: Finding[] = [];
  for (const file of Object.keys(sources).sort()) {
    const kind = kindOfFile(file);
    if (kind === null) {
      findings.push({
        level: 'error',
        file,
        line: 0,
        message: `no schema covers this file; there are ${KINDS.join(', ')}`,
      });
      continue;
    }
    const into = records[kind] as Located<unknown>[];
    (sources[file] ?? '').split('\n').forEach((text, index) => {
      if (text.trim() === '') return;
      const line = index + 1;
      const { record, problems } = readLine(kind, text);
      for (const message of problems) findings.push({ level: 'error', file, line, message });
      if (record !== undefined) into.push({ file, line, record });
    });
  }
  return { records, findings };
}

/** One line against the schema of its kind. */
export function readLine(kind: Kind, text: string): { record?: unknown; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [`not a JSON object on one line: ${(error as Error).message}`] };
  }
  return validate(kind, value);
}

export function validate(kind: Kind, value: unknown): { record?: unknown; problems: string[] } {
  const schemaOfKind: v.GenericSchema = SCHEMAS[kind];
  const result = v.safeParse(schemaOfKind, value);
  return result.success ? { record: result.output, problems: [] } : { problems: result.issues.map(problem) };
}

/** An issue as a sentence part: the field, what would be right, what stands there. */
function problem(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? 'record';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${field}: there is no such field`;
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `${field}: this field is missing`;
  const right =
    issue.type === 'regex' || issue.type === 'min_length' ? issue.message : (issue.expected ?? issue.message);
  return `${field}: expected ${right}, got ${issue.received}`;
}

/** A record as its line: the fields in the schema's order, empty lists and absent fields left out. */
export function toLine(kind: Kind, record: Record<string, unknown>): string {
  const entries = (SCHEMAS[kind] as { entries: Record<string, unknown> }).entries;
  const keep = (value: unknown, key: string): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0 && key !== 'offices');
  const fields = Object.keys(entries).filter((key) => keep(record[key], key));
  return JSON.stringify(Object.fromEntries(fields.map((key) => [key, record[key]])));
}

/** What a record is filed under: its id, or its name where it has none. */
export function keyOf(kind: Kind, record: unknown): string {
  const fields = record as Record<string, string>;
  if (kind === 'names') return `${fields.kind} ${fields.culture} ${fields.also ?? ''}`.trim();
  if (kind === 'encounters') return `${fields.id} ${fields.part}`;
  return fields.id ?? fields.name ?? fields.text ?? fields.title ?? fields.body ?? '';
}

/**
 * A name for comparing: without case, accents, apostrophes, hyphens and full stops, so that "Sana'a", "sanaa" and
 * "Abdel-Fattah", "Abdel Fattah" are one.
 */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıŁłøđß]/gu, (c) => ({ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss' })[c] ?? c)
    .replace(/['’‘ʼ`.]/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[-–—\s]+/gu, ' ')
    .trim();
}
