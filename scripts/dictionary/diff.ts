// What changed between two states of the dictionary, told record by record and office by office.
import { isDeepStrictEqual } from 'node:util';
import type { OfficeRecord } from '../../src/dictionary/schema.ts';
import { officeLine } from './find.ts';
import { KINDS, type Kind, keyOf, type Located, type Records } from './records.ts';

/** One line a change, by kind; empty when both are the same. */
export function diff(older: Records, newer: Records): string[] {
  return KINDS.flatMap((kind) => {
    const before = byKey(kind, older[kind]);
    const after = byKey(kind, newer[kind]);
    const lines: string[] = [];
    for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const a = before.get(key);
      const b = after.get(key);
      if (a === undefined && b !== undefined) lines.push(`+ ${key}: ${summary(b)}`);
      else if (b === undefined && a !== undefined) lines.push(`- ${key}: ${summary(a)}`);
      else if (a !== undefined && b !== undefined) lines.push(...changes(a, b).map((change) => `~ ${key}: ${change}`));
    }
    return lines.map((line) => `${kind}  ${line}`);
  });
}

type Fields = Record<string, unknown>;

function byKey(kind: Kind, located: Located<unknown>[]): Map<string, Fields> {
  const country = (record: Fields): string => (kind === 'places' ? ` (${record.country})` : '');
  return new Map(located.map(({ record }) => [`${keyOf(kind, record)}${country(record as Fields)}`, record as Fields]));
}

function summary(record: Fields): string {
  const offices = (record.offices as OfficeRecord[] | undefined) ?? [];
  const last = offices.at(-1);
  return [record.name ?? record.label, last && officeLine(last)].filter(Boolean).join('; ') || 'record';
}

function changes(a: Fields, b: Fields): string[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return fields.flatMap((field) => {
    const [x, y] = [a[field], b[field]];
    if (isDeepStrictEqual(x, y)) return [];
    if (field === 'offices') return officeChanges(x as OfficeRecord[], y as OfficeRecord[]);
    if (Array.isArray(x) && Array.isArray(y)) return [`${field} ${listChange(x, y)}`];
    return [`${field} ${show(x)} → ${show(y)}`];
  });
}

/** Offices are the same office when title, body and beginning are. */
function officeChanges(before: OfficeRecord[], after: OfficeRecord[]): string[] {
  const key = (o: OfficeRecord): string => `${o.title}|${o.of}|${o.from}`;
  const old = new Map(before.map((o) => [key(o), o]));
  const fresh = new Map(after.map((o) => [key(o), o]));
  const lines: string[] = [];
  for (const [k, o] of fresh) {
    const was = old.get(k);
    if (!was) lines.push(`office + ${officeLine(o)}`);
    else if (was.to !== o.to) lines.push(`office ends: ${o.title} of ${o.of}, ${was.to ?? 'now'} → ${o.to ?? 'now'}`);
    else if (!isDeepStrictEqual(was, o)) lines.push(`office ~ ${officeLine(o)}`);
  }
  for (const [k, o] of old) if (!fresh.has(k)) lines.push(`office - ${officeLine(o)}`);
  return lines;
}

function listChange(x: unknown[], y: unknown[]): string {
  const added = y.filter((item) => !x.some((other) => isDeepStrictEqual(item, other)));
  const gone = x.filter((item) => !y.some((other) => isDeepStrictEqual(item, other)));
  const parts = [...added.map((item) => `+ ${show(item)}`), ...gone.map((item) => `- ${show(item)}`)];
  return parts.length > 0 ? parts.join(', ') : 'in another order';
}

const show = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));
