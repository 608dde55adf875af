// A page from a file of this machine, ready to be served as if it came from a news host.

import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Answer } from './proxy.ts';
import { Trouble } from './trouble.ts';

const TYPES: Record<string, string> = {
  '.htm': 'text/html',
  '.html': 'text/html',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
};

/** `name` is what the file is called in the address. Throws a {@link Trouble} when it cannot be read. */
export async function localPage(path: string): Promise<{ name: string; answer: Answer }> {
  const type = TYPES[extname(path).toLowerCase()] ?? 'text/html';
  let body: Buffer;
  try {
    if ((await stat(path)).isDirectory()) throw new Trouble(`${path} is a folder, not a page.`);
    body = await readFile(path);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Trouble(code === 'ENOENT' ? `${path}: there is no such file.` : `${path} cannot be read: ${message}.`);
  }
  // A file says its encoding itself, if at all; what is valid UTF-8 is UTF-8.
  const charset = type !== 'application/pdf' && isUtf8(body) ? '; charset=utf-8' : '';
  return { name: encodeURIComponent(basename(path)), answer: { body, type: type + charset } };
}
