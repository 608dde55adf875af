// Changing the data files: a record goes to its place by id, one record a line, the rest of the file untouched.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../lib/trouble.ts';
import { type Kind, keyOf, type Records, type Sources, toLine } from './records.ts';

export interface Placed {
  file: string;
  /** Counted from 1. */
  line: number;
  /** The whole file with the record in it. */
  text: string;
  replaced: boolean;
}

/**
 * Puts a record before the first line whose key is greater, or in the place of the one with the same key.
 * @throws Trouble when a line of the file is not JSON
 */
export function place(sources: Sources, file: string, kind: Kind, record: Record<string, unknown>): Placed {
  const lines = (sources[file] ?? '').split('\n').filter((line) => line.trim() !== '');
  const key = keyOf(kind, record);
  const keys = lines.map((line, i) => {
    try {
      return keyOf(kind, JSON.parse(line));
    } catch {
      throw new Trouble(`${file}:${i + 1}: this line is not JSON; mend it first (npm run dictionary -- check).`);
    }
  });
  const same = keys.indexOf(key);
  const after = keys.findIndex((k) => k > key);
  const index = same >= 0 ? same : after >= 0 ? after : lines.length;
  lines.splice(index, same >= 0 ? 1 : 0, toLine(kind, record));
  return { file, line: index + 1, text: `${lines.join('\n')}\n`, replaced: same >= 0 };
}

/**
 * The file a record belongs to. People stand in one file a region: where most people of the same country stand.
 * @throws Trouble when no file is known for the person's country
 */
export function fileFor(records: Records, kind: Kind, record: Record<string, unknown>): string {
  if (kind !== 'people') return `${kind}.jsonl`;
  const known = records.people.find(({ record: r }) => r.id === record.id);
  if (known) return known.file;
  const counts = new Map<string, number>();
  for (const { record: r, file } of records.people) {
    if (r.country === record.country) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (best) return best[0];
  const files = [...new Set(records.people.map(({ file }) => file))].sort().join(', ');
  throw new Trouble(
    `No person of ${record.country ?? 'no country'} is there yet: name the file with --file (there are ${files}).`,
  );
}

export async function save(folder: string, placed: Placed): Promise<void> {
  await writeFile(join(folder, placed.file), placed.text);
}

/** @throws Trouble when the file cannot be read or holds no JSON */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Trouble(`${path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Trouble(`${path}: this is not JSON (${(error as Error).message}).`);
  }
}
