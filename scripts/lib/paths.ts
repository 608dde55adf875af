// Where things are. A command runs as a bundle in node_modules/.cache, a test from its own file: both find the
// project by walking up to its package.json.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder.includes('node_modules') || !existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('Attaché runs from its own folder: no package.json was found above this file.');
    folder = above;
  }
  return folder;
}

/** A path that a person typed: relative to the folder they stand in, which npm tells in INIT_CWD. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
