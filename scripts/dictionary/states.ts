// A state of the dictionary: a folder with data files, or a revision in git ("HEAD", "v1.0", "a1b2c3d").
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { readDictionaryFiles } from '../lib/dictionary-files.ts';
import { fromCaller } from '../lib/paths.ts';
import { Trouble } from '../lib/trouble.ts';
import type { Sources } from './records.ts';

const run = promisify(execFile);
const IN_GIT = 'src/dictionary';
const MAX_BYTES = 64 * 1024 * 1024;

/** @throws Trouble when it is neither */
export async function readState(name: string): Promise<Sources> {
  const folder = fromCaller(name);
  if (await isFolder(folder)) return readDictionaryFiles(folder);
  if (name.startsWith('-')) throw new Trouble(`${name}: a folder or a revision was expected.`);
  try {
    const listing = await git(['ls-tree', '-r', '--name-only', name, '--', IN_GIT]);
    const files = listing.split('\n').filter((file) => file.endsWith('.jsonl'));
    const sources: Sources = {};
    for (const file of files) sources[file.slice(IN_GIT.length + 1)] = await git(['show', `${name}:${file}`]);
    return sources;
  } catch {
    throw new Trouble(`${name}: this is neither a folder with data files nor a revision in git.`);
  }
}

async function git(args: string[]): Promise<string> {
  return (await run('git', args, { maxBuffer: MAX_BYTES })).stdout;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isDirectory(),
    () => false,
  );
}
