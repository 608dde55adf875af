// Reads the dictionary's data files and compiles them.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileDictionary, type DictionarySources } from '../../src/dictionary/compile.ts';

/** The data files' folder, seen from the project's root, where every script runs. */
export const DICTIONARY_FOLDER = join('src', 'dictionary');

export const TAGGER_FILE = join(DICTIONARY_FOLDER, 'tagger.bin');

export async function readDictionaryFiles(folder = DICTIONARY_FOLDER): Promise<DictionarySources> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl')).sort();
  const sources: DictionarySources = {};
  for (const name of names) sources[name.replaceAll('\\', '/')] = await readFile(join(folder, name), 'utf8');
  return sources;
}

/** The trained weights; nothing before the first `npm run train`. */
async function readTagger(): Promise<Uint8Array> {
  return existsSync(TAGGER_FILE) ? new Uint8Array(await readFile(TAGGER_FILE)) : new Uint8Array(0);
}

/** @throws BreachError when a line of a data file breaks its schema. */
export async function buildDictionary(): Promise<Uint8Array> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  return compileDictionary(await readDictionaryFiles(), version, await readTagger());
}
