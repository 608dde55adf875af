// The one door to every command: `node scripts/run.mjs NAME ARGUMENTS…`, which is what `npm run NAME` calls.
// It installs the packages when they are missing or older than the lock file, bundles scripts/NAME.ts (or
// scripts/NAME/main.ts) and runs it in this same process. Plain Node without a dependency, since it comes before them.
// Whatever it says goes to standard error: standard output belongs to the command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SCRIPTS = join(ROOT, 'scripts');
const STAMP = join(ROOT, 'node_modules', '.attache-lock');
const CACHE = join(ROOT, 'node_modules', '.cache', 'attache');

/** Something the person at the terminal can act on: told as one sentence, without a stack (see scripts/lib/trouble.ts). */
class Trouble extends Error {
  name = 'Trouble';
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Trouble(`Attaché needs Node 20.19 or newer, this is ${process.versions.node}.`);
  }
}

function entryOf(name) {
  const known = readdirSync(SCRIPTS, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile() && entry.name.endsWith('.ts')) return [[entry.name.slice(0, -3), join(SCRIPTS, entry.name)]];
    const main = join(SCRIPTS, entry.name, 'main.ts');
    return entry.isDirectory() && existsSync(main) ? [[entry.name, main]] : [];
  });
  const entry = new Map(known).get(name);
  if (entry) return entry;
  const names = known.map(([known]) => known).join(', ');
  throw new Trouble(name ? `There is no command "${name}"; there are ${names}.` : `Which command? There are ${names}.`);
}

/** True when what lies in node_modules is what the lock file asks for, whoever installed it. */
function installedMatches(lock) {
  try {
    const installed = JSON.parse(readFileSync(join(ROOT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
      if (path === '') return true;
      // Packages of other platforms are optional and rightly absent.
      if (!installed[path]) return wanted.optional === true;
      return installed[path].version === wanted.version && existsSync(join(ROOT, path));
    });
  } catch {
    return false;
  }
}

async function installPackages() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (!installedMatches(lock)) await npmCi();
  writeFileSync(STAMP, hash);
}

/** Runs `npm ci` and shows that it goes on: a counting line on a terminal, a line every ten seconds elsewhere. */
async function npmCi() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const terminal = process.stderr.isTTY;
  const label = 'Installing packages';
  process.stderr.write(`${label}…${terminal ? '' : '\n'}`);
  const ticker = setInterval(
    () => process.stderr.write(terminal ? `\r${label}… ${seconds()} s` : `${label}… ${seconds()} s\n`),
    terminal ? 1000 : 10_000,
  );
  // No package's own script runs: none needs to (esbuild's only saves a few milliseconds), and newer npm holds them back.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  const child = npm?.endsWith('js')
    ? spawn(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const status = await new Promise((done) => {
    child.on('error', (error) => {
      output += error.message;
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
  clearInterval(ticker);
  if (terminal) process.stderr.write('\r\x1b[K');
  if (status !== 0)
    throw new Trouble(`The packages could not be installed (npm ci ended with ${status}):\n${output.trim()}`);
  process.stderr.write(`${label}: done in ${seconds()} s.\n`);
}

/** Bundles the command's own code; packages stay where they are. Written beside and renamed, so that two runs do not meet. */
async function bundle(name, entry) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    outfile: join(CACHE, `${name}.mjs`),
    absWorkingDir: ROOT,
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'silent',
  }).catch((error) => {
    const first = error.errors?.[0];
    if (!first) throw error;
    const at = first.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw new Trouble(`The command "${name}" does not compile. ${at}${first.text}`);
  });
  mkdirSync(CACHE, { recursive: true });
  const path = join(CACHE, `${name}.mjs`);
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, result.outputFiles[0].contents);
  renameSync(beside, path);
  return path;
}

const [name = '', ...args] = process.argv.slice(2);
try {
  checkNode();
  const entry = entryOf(name);
  await installPackages();
  const path = await bundle(name, entry);
  // Commands run in the project's folder; paths that a person typed are read against where they stood (lib/paths.ts).
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(ROOT);
  process.argv = [process.execPath, path, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path).href);
} catch (error) {
  process.stderr.write(error?.name === 'Trouble' ? `${error.message}\n` : `${error?.stack ?? error}\n`);
  process.exitCode = 1;
}
