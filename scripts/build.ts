// `npm run build`: builds the extension, packs it into dist/attache-VERSION.zip, tells what it weighs, and fails when
// it weighs more than it may.
import { rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from './lib/build.ts';
import { kb, overBudget, pack, type Weight } from './lib/package.ts';
import { projectRoot } from './lib/paths.ts';
import { Trouble } from './lib/trouble.ts';

/** Bytes. The whole is what a store would hand out. */
const CONTENT_SCRIPT_BUDGET = 40 * 1024;
const ZIP_BUDGET = 700 * 1024;

const root = projectRoot();
const { folder, version, fresh } = await build();
const { zip, files } = await pack(folder);
const zipPath = join(root, `dist/attache-${version}.zip`);
await rm(zipPath, { force: true });
await writeFile(zipPath, zip);

console.log(`${fresh ? 'Built' : 'Nothing has changed in'} ${relative(root, folder)}`);
for (const file of summed(files)) {
  console.log(`  ${file.path.padEnd(24)} ${kb(file.raw).padStart(10)} ${kb(file.gzipped).padStart(10)} gzipped`);
}
console.log(`Packed ${relative(root, zipPath)}: ${kb(zip.length)}`);

const complaints = overBudget(files, [{ path: 'page.js', gzipped: CONTENT_SCRIPT_BUDGET }]);
if (zip.length > ZIP_BUDGET) complaints.push(`The zip weighs ${kb(zip.length)}; its budget is ${kb(ZIP_BUDGET)}.`);
if (complaints.length > 0) throw new Trouble(complaints.join('\n'));

/** Folders of many small files are told as one line. */
function summed(weights: Weight[]): Weight[] {
  const sums = new Map<string, Weight>();
  for (const { path, raw, gzipped } of weights) {
    const name = path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/` : path;
    const sum = sums.get(name) ?? { path: name, raw: 0, gzipped: 0 };
    sums.set(name, { path: name, raw: sum.raw + raw, gzipped: sum.gzipped + gzipped });
  }
  return [...sums.values()].sort((a, b) => b.gzipped - a.gzipped);
}
