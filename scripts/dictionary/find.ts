// Everything that bears a name, with the line where it stands: exact matches first, then beginnings, then parts.
import type { OfficeRecord } from '../../src/dictionary/schema.ts';
import { fold, type Kind, keyOf, type Located, type Records } from './records.ts';

const LOOKED_THROUGH = [
  'people',
  'countries',
  'organizations',
  'places',
  'topics',
  'ambiguity',
  'titles',
  'bodies',
] as const satisfies Kind[];

export interface Found {
  kind: Kind;
  located: Located<unknown>;
  /** The name that matched. */
  name: string;
}

export function find(records: Records, name: string): Found[] {
  const wanted = fold(name);
  const found: (Found & { rank: number })[] = [];
  for (const kind of LOOKED_THROUGH) {
    for (const located of records[kind] as Located<Record<string, unknown>>[]) {
      let best: { name: string; rank: number } | null = null;
      for (const candidate of namesOf(located.record)) {
        const rank = rankOf(fold(candidate), wanted);
        if (rank !== null && (best === null || rank < best.rank)) best = { name: candidate, rank };
      }
      if (best) found.push({ kind, located, ...best });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ kind, located, name }) => ({ kind, located, name }));
}

function rankOf(name: string, wanted: string): number | null {
  if (name === wanted) return 0;
  if (name.startsWith(`${wanted} `)) return 1;
  if (` ${name} `.includes(` ${wanted} `)) return 2;
  return wanted.length >= 4 && name.includes(wanted) ? 3 : null;
}

function namesOf(record: Record<string, unknown>): string[] {
  const fields = [
    'id',
    'name',
    'official',
    'native',
    'family',
    'capital',
    'wikidata',
    'title',
    'body',
    'text',
    'label',
  ];
  const lists = ['aliases', 'former', 'adjectives', 'nationals', 'acronyms', 'short', 'metonyms', 'seats'];
  const phrases = (record.phrases as { text: string }[] | undefined)?.map(({ text }) => text) ?? [];
  return [
    ...fields.map((f) => record[f]).filter((x): x is string => typeof x === 'string'),
    ...lists.flatMap((f) => (record[f] as string[] | undefined) ?? []),
    ...phrases,
  ];
}

export function describe({ kind, located, name }: Found): string {
  const record = located.record as Record<string, unknown>;
  const main = String(record.name ?? record.label ?? keyOf(kind, record));
  const also = name === main || name === record.id ? '' : ` (as "${name}")`;
  const about = ['kind', 'country', 'role', 'wikidata'].map((f) => record[f]).filter((x) => typeof x === 'string');
  const head = `${main}${also}: ${[kind, record.id, ...about].filter(Boolean).join(', ')}  ${located.file}:${located.line}`;
  const offices = (record.offices as OfficeRecord[] | undefined) ?? [];
  return [head, ...offices.map((o) => `  ${officeLine(o)}`)].join('\n');
}

/** "secretary of the Security Council of RU, 2024-05-12 to now (as of 2026-10-10, public record)" */
export function officeLine(office: OfficeRecord): string {
  return `${office.title} of ${office.of}, ${office.from ?? '?'} to ${office.to ?? 'now'} (as of ${office.asOf}, ${office.source})`;
}
