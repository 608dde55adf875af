// Packing and weighing the extension, and the licences it carries.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { licencesOf, packagesOf } from '../../scripts/lib/licences.ts';
import { overBudget, pack } from '../../scripts/lib/package.ts';
import { projectRoot } from '../../scripts/lib/paths.ts';

const folders: string[] = [];
async function folderWith(files: Record<string, string>, time: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
    await utimes(join(folder, path), time, time);
  }
  return folder;
}
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

describe('packing', () => {
  it('gives the same bytes for the same files, whenever they were written', async () => {
    const one = await pack(await folderWith({ 'b.js': 'b', 'a/c.txt': 'c' }, 1_000_000_000));
    const other = await pack(await folderWith({ 'a/c.txt': 'c', 'b.js': 'b' }, 1_700_000_000));
    expect(other.zip).toEqual(one.zip);
    expect(Object.keys(unzipSync(one.zip))).toEqual(['a/c.txt', 'b.js']);
  });

  it('weighs files and holds them against their budgets', async () => {
    const noise = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(33 + ((i * 7919) % 89))).join('');
    const { files } = await pack(await folderWith({ 'page.js': noise, 'small.js': '1' }, 1_000_000_000));
    expect(files[0]).toMatchObject({ path: 'page.js', raw: 3000 });
    expect(overBudget(files, [{ path: 'page.js', gzipped: 3000 }])).toEqual([]);
    expect(overBudget(files, [{ path: 'page.js', gzipped: 10 }])[0]).toMatch(
      /^page\.js weighs .* its budget is 0\.0 KB\.$/,
    );
    expect(overBudget(files, [{ path: 'gone.js', gzipped: 10 }])).toEqual(['gone.js is missing from the extension.']);
  });
});

describe('licences', () => {
  it('go by the packages that bundled files belong to', () => {
    const paths = [
      'src/a.ts',
      'node_modules/b/x.js',
      'node_modules/@c/d/e.js',
      'node_modules/b/node_modules/f/g.js',
      'node_modules/b/y.js',
    ];
    expect(packagesOf(paths)).toEqual(['@c/d', 'b', 'f']);
  });

  it('are told with the package and its version', async () => {
    expect(await licencesOf(projectRoot(), ['preact'])).toMatch(
      /^Attaché\n[\s\S]*MIT License[\s\S]*\npreact 10\.\d+\.\d+ \(MIT\)\n\nThe MIT License/,
    );
  });
});
