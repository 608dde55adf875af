// The annotated rows that `evaluate` and `train` read, in both formats, and what the engine says of the same text, side by side.
import { readFile } from 'node:fs/promises';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { MeetingKind, MeetingStatus } from '../../src/engine/analysis.ts';
import { type AnalyzeOptions, analyze } from '../../src/engine/analyze.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';
import { tagOf } from '../lib/tag-output.ts';
import { Trouble } from '../lib/trouble.ts';

export const KINDS = ['person', 'organization', 'country', 'adjective', 'metonym'] as const;
export type Kind = (typeof KINDS)[number];

/** A mention in the row's own text, in UTF-16 code units, without a leading "the" and a trailing possessive. */
export interface Marked {
  start: number;
  end: number;
  kind: Kind;
  /** As the corpus or the engine calls it; null where the corpus does not tell. */
  form: string | null;
  /** Entity's name, or a country's code. */
  entity: string | null;
  /** Counts neither way: the annotation leaves it open. */
  open?: boolean;
}

export interface GoldMeeting {
  kind: MeetingKind;
  status: MeetingStatus;
  background: boolean;
  participants: string[];
  parties: string[];
  host: string | null;
  place: string | null;
  date: string | null;
}

export interface Row {
  id: string;
  text: string;
  published: string | null;
  marks: Marked[];
  /** Null when the corpus tells nothing of meetings. */
  meetings: GoldMeeting[] | null;
  /** Which kinds the corpus marks at all; metonyms and adjectives are missing from some. */
  kinds: ReadonlySet<Kind>;
}

export interface Told {
  marks: Marked[];
  meetings: (GoldMeeting & { evidence: string[] })[];
}

interface RawEntity {
  name: string;
  soft?: boolean;
  softSurfaces?: string[];
}
interface RawRow {
  id: string | number;
  text: string;
  published?: string | null;
  date?: string | null;
  spans?: [number, number, string, ...unknown[]][];
  entities?: RawEntity[];
  meetings?: GoldMeeting[];
}

/** @throws Trouble with the line's number when a line is no row of an annotated corpus. */
export function parseCorpus(text: string, name: string): Row[] {
  const raw: RawRow[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    let row: RawRow;
    try {
      row = JSON.parse(line) as RawRow;
    } catch {
      throw new Trouble(`${name}:${i + 1} is not JSON.`);
    }
    if (typeof row?.text !== 'string' || !(Array.isArray(row.spans) || Array.isArray(row.meetings)))
      throw new Trouble(`${name}:${i + 1} is no annotated row: it needs "text" and "spans".`);
    raw.push(row);
  });
  const rows = raw.map((row, i) => rowOf(row, `${name}:${i + 1}`));
  const kinds = new Set(rows.flatMap((row) => row.marks.map((mark) => mark.kind)));
  return rows.map((row) => ({ ...row, kinds }));
}

export async function readCorpus(path: string): Promise<Row[]> {
  try {
    return parseCorpus(await readFile(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Trouble(`There is no file ${path}.`);
    throw error;
  }
}

function rowOf(raw: RawRow, id: string): Row {
  const soft = (entity: unknown, surface: string): boolean =>
    (raw.entities ?? []).some((e) => e.name === entity && (e.soft === true || e.softSurfaces?.includes(surface)));
  const marks: Marked[] = [];
  for (const [start, end, type, entity, form] of raw.spans ?? []) {
    const kind = kindOf(type, typeof form === 'string' ? form : null);
    const bare = trim(raw.text, start, end);
    const open = type === 'unknown' || form === 'optional' || soft(entity, raw.text.slice(start, end));
    if (kind || open)
      marks.push({
        ...bare,
        kind: kind ?? 'organization',
        form: typeof form === 'string' ? form : null,
        entity: typeof entity === 'string' ? entity : null,
        ...(open ? { open } : {}),
      });
  }
  return {
    id: String(raw.id ?? id),
    text: raw.text,
    published: raw.published ?? raw.date ?? null,
    marks: marks.sort((a, b) => a.start - b.start),
    meetings: raw.meetings ?? null,
    kinds: new Set(),
  };
}

function kindOf(type: string, form: string | null): Kind | null {
  if (type === 'person' || type === 'organization') return type;
  if (type === 'demonym') return 'adjective';
  if (type !== 'country') return null;
  return form === 'adjective' || form === 'metonym' ? form : 'country';
}

/** Without a leading "the" and a trailing possessive. */
export function trim(text: string, start: number, end: number): { start: number; end: number } {
  const the = /^the\s+/i.exec(text.slice(start, end));
  const from = start + (the ? the[0].length : 0);
  const possessive = /['’]s?$/.exec(text.slice(from, end));
  return { start: from, end: end - (possessive ? possessive[0].length : 0) };
}

/** What the engine says of a row's text. */
export function articleOf(
  row: Pick<Row, 'id' | 'text' | 'published'>,
  dictionary: Dictionary,
  options: AnalyzeOptions = {},
): Told {
  const plain = articleFromText(row.text, row.published);
  const { output } = tagOf(row.id, plain, analyze(plain.article, dictionary, options));
  const { mentions, meetings } = output as {
    mentions: { start: number; end: number; type: string; form: string; name: string; country?: string }[];
    meetings: (Omit<GoldMeeting, 'evidence'> & { evidence: { start: number; end: number }[] })[];
  };
  return {
    marks: mentions.map(({ start, end, type, form, name, country }) => ({
      ...trim(row.text, start, end),
      kind: kindOf(type, form) as Kind,
      form,
      entity: country ?? name,
    })),
    meetings: meetings.map((meeting) => ({
      ...meeting,
      evidence: meeting.evidence.map(({ start, end }) => row.text.slice(start, end)),
    })),
  };
}
