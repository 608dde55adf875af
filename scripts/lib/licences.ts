// The licences of the packages whose code is in the extension, as their authors ask for: one text file beside the bundles.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages that the paths of bundled files belong to, in order of their names. */
export function packagesOf(paths: string[]): string[] {
  const names = paths.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

export async function licencesOf(root: string, packages: string[]): Promise<string> {
  const parts = [`Attaché\n\n${await readFile(join(root, 'LICENSE'), 'utf8')}`];
  for (const name of packages) {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = existsSync(folder) ? (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry)) : undefined;
    const text = file ? await readFile(join(folder, file), 'utf8') : 'Its package brings no text of the licence.\n';
    parts.push(`${name} ${version} (${license})\n\n${text}`);
  }
  return parts
    .map((part) => part.trim())
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}
