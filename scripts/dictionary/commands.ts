// The commands of `npm run dictionary`: each reads the data files' texts, says what it found, and writes only when told to.
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { Person } from '../../src/dictionary/schema.ts';
import { checkDictionary } from '../lib/dictionary-check.ts';
import { Trouble } from '../lib/trouble.ts';
import { ADDED, type AddedKind, type Ask, interview } from './add.ts';
import { diff } from './diff.ts';
import { fileFor, place, readJson, save } from './files.ts';
import { describe, find } from './find.ts';
import { type Proposal, propose } from './propose.ts';
import { type Finding, type Records, readRecords, type Sources, toLine, validate } from './records.ts';
import { report } from './report.ts';
import { readState } from './states.ts';
import { readResult } from './wikidata.ts';

export interface Context {
  folder: string;
  /** The people's file that a new person goes to. */
  file: string | undefined;
  /** ISO 8601 days. */
  today: string;
  asOf: string;
  limit: number;
  print: (text: string) => void;
}

const show = (f: Finding): string => `${f.level}: ${f.file}${f.line ? `:${f.line}` : ''}: ${f.message}\n`;
const number = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** @returns whether all is well */
export function check(sources: Sources, { today, print }: Context, strict: boolean): boolean {
  const findings = checkDictionary(sources, { today });
  for (const finding of findings) print(show(finding));
  const errors = findings.filter(({ level }) => level === 'error').length;
  const files = number(Object.keys(sources).length, 'file');
  print(`${files}: ${number(errors, 'error')}, ${number(findings.length - errors, 'warning')}.\n`);
  return strict ? findings.length === 0 : errors === 0;
}

export function tell(sources: Sources, { today, limit, print }: Context): void {
  print(report(readRecords(sources).records, { today, limit }));
}

/** @returns whether anything was found */
export function search(sources: Sources, name: string, { limit, print }: Context): boolean {
  const found = find(readRecords(sources).records, name);
  for (const each of found.slice(0, limit)) print(`${describe(each)}\n`);
  if (found.length > limit) print(`… and ${found.length - limit} more (--limit ${found.length} shows all)\n`);
  if (found.length === 0) print(`Nothing bears the name "${name}".\n`);
  return found.length > 0;
}

export async function differ(older: string, newer: string, { print }: Context): Promise<void> {
  const states = await Promise.all([readState(older), readState(newer)]);
  const [before, after] = states.map((sources) => readRecords(sources).records) as [Records, Records];
  const lines = diff(before, after);
  print(lines.length > 0 ? `${lines.join('\n')}\n` : 'Nothing changed.\n');
}

/** @returns whether the record was added */
export async function add(sources: Sources, kind: string | undefined, context: Context): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator]();
  const ask: Ask = async (question) => {
    context.print(question);
    const next = await lines.next();
    return next.done ? null : next.value;
  };
  try {
    return await addWith(sources, kind, context, ask);
  } finally {
    await lines.return?.();
  }
}

export async function addWith(
  sources: Sources,
  kind: string | undefined,
  context: Context,
  ask: Ask,
): Promise<boolean> {
  const chosen = kind ?? (await ask(`What? (${ADDED.join(', ')}) `)) ?? '';
  if (!ADDED.includes(chosen as AddedKind)) throw new Trouble(`"${chosen}" cannot be added; ${ADDED.join(', ')} can.`);
  const of = chosen as AddedKind;
  const record = await interview(of, ask, (text) => context.print(`${text}\n`));
  const file = context.file ?? fileFor(readRecords(sources).records, of, record);
  const placed = place(sources, file, of, record);
  if (placed.replaced)
    throw new Trouble(`${file}:${placed.line}: "${record.id ?? record.name}" is there already; nothing was added.`);

  const fresh = newFindings(sources, { ...sources, [file]: placed.text }, context.today);
  for (const finding of fresh) context.print(show(finding));
  if (fresh.some(({ level }) => level === 'error')) {
    context.print('Nothing was added: the errors above would be new.\n');
    return false;
  }
  context.print(`${toLine(of, record)}\n`);
  const answer = await ask(`Put it into ${file} as line ${placed.line}? (y/n) `);
  if (!/^y/i.test(answer ?? '')) {
    context.print('Nothing was added.\n');
    return false;
  }
  await save(context.folder, placed);
  context.print(`Added to ${file}:${placed.line}.\n`);
  return true;
}

/** What a change would bring up, lines that only moved left aside. */
function newFindings(before: Sources, after: Sources, today: string): Finding[] {
  const key = (f: Finding): string => `${f.level} ${f.file} ${f.message.replace(/\.jsonl:\d+/g, '.jsonl')}`;
  const known = new Set(checkDictionary(before, { today }).map(key));
  return checkDictionary(after, { today }).filter((finding) => !known.has(key(finding)));
}

export async function importResult(
  sources: Sources,
  path: string,
  out: string,
  { asOf, print }: Context,
): Promise<void> {
  const proposals = propose(readResult(await readJson(path)), readRecords(sources).records, asOf);
  for (const { id, changes, notes } of proposals) {
    print(`${id}\n`);
    for (const change of changes) print(`  ${change}\n`);
    for (const note of notes) print(`  ? ${note}\n`);
  }
  const useful = proposals.filter(({ changes }) => changes.length > 0);
  if (useful.length === 0) {
    print('Nothing to change.\n');
    return;
  }
  await writeFile(out, `${JSON.stringify(useful, null, 2)}\n`);
  print(
    `${number(useful.length, 'proposal')} in ${out}. Set "accept" to true where it is right, then: npm run dictionary -- accept ${out}\n`,
  );
}

const Proposals = v.array(v.looseObject({ accept: v.boolean(), was: v.nullable(Person), record: Person }));

/** @returns whether all that was accepted could be carried out */
export async function accept(sources: Sources, path: string, context: Context): Promise<boolean> {
  const result = v.safeParse(Proposals, await readJson(path));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Trouble(
      `${path}: ${v.getDotPath(issue) ?? 'file'}: expected ${issue.expected ?? 'another value'}, got ${issue.received}. Nothing was changed.`,
    );
  }
  const accepted = (result.output as unknown as Proposal[]).filter((proposal) => proposal.accept);
  let state = sources;
  const touched = new Set<string>();
  for (const { record, was } of accepted) {
    const { records } = readRecords(state);
    const now = records.people.find((located) => located.record.id === record.id)?.record ?? null;
    if (JSON.stringify(now) !== JSON.stringify(was && validate('people', was).record)) {
      throw new Trouble(
        `${record.id}: the dictionary has changed since this was proposed; import again. Nothing was changed.`,
      );
    }
    const file = was === null && context.file ? context.file : fileFor(records, 'people', record);
    state = { ...state, [file]: place(state, file, 'people', record).text };
    touched.add(file);
  }
  const fresh = newFindings(sources, state, context.today);
  for (const finding of fresh) context.print(show(finding));
  if (fresh.some(({ level }) => level === 'error')) {
    context.print('Nothing was changed: the errors above would be new.\n');
    return false;
  }
  for (const file of touched)
    await save(context.folder, { file, line: 1, text: state[file] as string, replaced: true });
  context.print(
    `${number(accepted.length, 'proposal')} carried out, ${result.output.length - accepted.length} left.\n`,
  );
  return true;
}
