// Builds the extension into dist/extension: the bundles of the rooms, their pages and styles, the compiled dictionary,
// and the manifest with the news hosts filled in. One folder serves Chromium and Firefox, and tests load it unmodified.
// `build()` does nothing when no input has changed, and swaps the finished folder in whole.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildFailure, type BuildOptions, build as bundle } from 'esbuild';
import { buildDictionary } from './dictionary-files.ts';
import { FLAGS, flagSheet } from './flags.ts';
import { licencesOf, packagesOf } from './licences.ts';
import { projectRoot } from './paths.ts';
import { matchPattern, readSites } from './sites.ts';
import { Trouble } from './trouble.ts';

export interface Built {
  /** Absolute path of the unpacked extension. */
  folder: string;
  version: string;
  /** False when the last build was still good. */
  fresh: boolean;
}

/** Where each room starts, and what its bundle is called in the extension. */
const BUNDLES = {
  page: 'src/page/main.ts',
  background: 'src/background/main.ts',
  popup: 'src/popup/main.tsx',
};
const STYLES = { page: 'src/page/page.css', popup: 'src/popup/popup.css' };
const PAGES = ['src/popup/popup.html'];

/** What the build reads; a change in any of it makes the last build old. */
const INPUTS = [
  'src',
  'icons',
  'scripts/lib',
  'LICENSE',
  'manifest.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = 'dist/extension.hash';

export async function build(): Promise<Built> {
  const root = projectRoot();
  const folder = join(root, 'dist/extension');
  const stamp = join(root, STAMP);
  const hash = await hashInputs(root);
  const version = await versionOf(root);
  if (existsSync(folder) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) {
    return { folder, version, fresh: false };
  }
  const beside = `${folder}.${process.pid}`;
  try {
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside, { recursive: true });
    await Promise.all([
      bundleRooms(root, beside),
      copyFiles(root, beside),
      buildDictionary(true).then((bytes) => writeFile(join(beside, 'dictionary.bin'), bytes)),
    ]);
    await writeManifest(root, beside, version);
    await swap(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw asTrouble(error);
  }
  await writeFile(stamp, hash);
  return { folder, version, fresh: true };
}

async function bundleRooms(root: string, out: string): Promise<void> {
  const missing = [...Object.values(BUNDLES), ...Object.values(STYLES), ...PAGES].find(
    (p) => !existsSync(join(root, p)),
  );
  if (missing) throw new Trouble(`The extension cannot be built: ${missing} is missing.`);
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    outdir: out,
    target: ['chrome121', 'firefox140'],
    tsconfig: join(root, 'tsconfig.json'),
    // Extensions may be shown to reviewers, and pages may be in any encoding: the bundles hold ASCII only.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
  };
  const [{ metafile }] = await Promise.all([
    bundle({
      ...common,
      metafile: true,
      entryPoints: BUNDLES,
      format: 'iife',
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    bundle({ ...common, entryPoints: STYLES, external: ['*.png', '*.svg'] }),
  ]);
  const packages = packagesOf([...Object.keys(metafile.inputs), FLAGS]);
  await writeFile(join(out, 'licences.txt'), await licencesOf(root, packages));
}

async function copyFiles(root: string, out: string): Promise<void> {
  for (const page of PAGES) await cp(join(root, page), join(out, page.slice(page.lastIndexOf('/') + 1)));
  const isPartOfExtension = (path: string) => !/screenshot|\.svg$/.test(path);
  await cp(join(root, 'icons'), join(out, 'icons'), { recursive: true, filter: isPartOfExtension });
  await writeFile(join(out, 'flags.svg'), await flagSheet(root));
  const locales = join(root, 'src/_locales');
  if (existsSync(locales)) await cp(locales, join(out, '_locales'), { recursive: true });
}

async function writeManifest(root: string, out: string, version: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
  if (manifest.version !== version) {
    throw new Trouble(`manifest.json says version ${manifest.version}, package.json says ${version}: make them one.`);
  }
  manifest.content_scripts[0].matches = (await readSites()).map((site) => matchPattern(site.host));
  for (const path of filesNamed(manifest)) {
    if (!existsSync(join(out, path))) throw new Trouble(`manifest.json names ${path}, which the build does not make.`);
  }
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Every string in the manifest that looks like a file of the extension. */
function filesNamed(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w/.-]+\.(js|css|html|png|svg)$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filesNamed) : [];
}

/** A folder cannot be renamed over another one, so the old one steps aside first. */
async function swap(from: string, to: string): Promise<void> {
  const old = `${to}.${process.pid}.old`;
  if (existsSync(to)) await rename(to, old);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

async function versionOf(root: string): Promise<string> {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version;
}

async function hashInputs(root: string): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string) => hash.update(`${path}\0`).update(await readFile(join(root, path)));
  for (const input of INPUTS) {
    if (!existsSync(join(root, input))) continue;
    if ((await stat(join(root, input))).isFile()) {
      await add(input);
      continue;
    }
    const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true });
    const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(root.length + 1));
    for (const file of files.sort()) await add(file);
  }
  return hash.digest('hex');
}

/** The bundler's first error as a sentence; its own stack would tell nothing. */
function asTrouble(error: unknown): unknown {
  if (/^(Breach|Dictionary)Error$/.test((error as Error).name))
    return new Trouble(`The dictionary does not compile. ${(error as Error).message}`);
  const first = (error as BuildFailure).errors?.[0];
  if (!first) return error;
  const at = first.location ? `${first.location.file}:${first.location.line}: ` : '';
  return new Trouble(`The extension does not compile. ${at}${first.text}`);
}
