// Reads the dictionary's data files and compiles them. What was compiled is kept beside the other caches, under the hash of
// all that went into it, so that `tag` need not compile anew.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BreachError, compileDictionary, type DictionarySources } from '../../src/dictionary/compile.ts';
import { checkDictionary } from './dictionary-check.ts';

/** The data files' folder, seen from the project's root, where every script runs. */
export const DICTIONARY_FOLDER = join('src', 'dictionary');

export const TAGGER_FILE = join(DICTIONARY_FOLDER, 'tagger.bin');

const CACHE = join('node_modules', '.cache', 'attache');
/** Folders whose code decides what the compiled form is. */
const CODE = [DICTIONARY_FOLDER, join('src', 'engine', 'text')];

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

/**
 * `checked`: refuse collisions that no rule settles too, as the extension's build does.
 * @throws BreachError when a line of a data file breaks its schema, or two records collide.
 */
export async function buildDictionary(checked = false): Promise<Uint8Array> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const sources = await readDictionaryFiles();
  const tagger = await readTagger();
  const hash = createHash('sha256').update(version).update(tagger);
  for (const [name, text] of Object.entries(sources)) hash.update(name).update(text);
  for (const folder of CODE)
    for (const name of (await readdir(folder)).sort())
      if (name.endsWith('.ts')) hash.update(await readFile(join(folder, name)));
  const cached = join(CACHE, `dictionary-${hash.digest('hex').slice(0, 24)}.bin`);
  if (checked) refuseCollisions(sources);
  if (existsSync(cached)) return new Uint8Array(await readFile(cached));
  const bytes = compileDictionary(sources, version, tagger);
  // Written beside and renamed, so that nobody meets half a file.
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${cached}.${process.pid}`, bytes);
  await rename(`${cached}.${process.pid}`, cached);
  return bytes;
}

function refuseCollisions(sources: DictionarySources): void {
  const today = new Date().toISOString().slice(0, 10);
  const errors = checkDictionary(sources, { today }).filter((finding) => finding.level === 'error');
  if (errors.length > 0) throw new BreachError(errors);
}
