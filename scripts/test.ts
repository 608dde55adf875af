// npm test [-- --unit]
// Type check, lint and unit tests, then the browser tests in real Chromium and real Firefox with the unmodified build;
// `--unit` leaves out the browsers and the slow unit tests. Ends with a line that sums all tests.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './lib/build.ts';
import { needBrowser } from './lib/find-browser.ts';
import { projectRoot } from './lib/paths.ts';
import { seconds, withProgress } from './lib/progress.ts';
import { closingLine, type Tally, tallyOf } from './lib/tally.ts';
import { Trouble } from './lib/trouble.ts';

interface Step {
  name: string;
  /** What went wrong, in a sentence, when it fails. */
  failure: string;
  run(): Promise<Tally>;
  /** True when nothing that comes after makes sense without it. */
  needed?: boolean;
}

const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--unit');
if (unknown) throw new Trouble(`"${unknown}" is unknown; npm test knows --unit.`);
/** The quick half: no browsers, and none of the slow unit tests. */
const unitOnly = args.includes('--unit');
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

const quick: Step[] = [
  { name: 'Type check', failure: 'the types do not fit', run: () => command('typescript/bin/tsc', ['--noEmit']) },
  { name: 'Lint', failure: 'the linter objects', run: () => command('@biomejs/biome/bin/biome', ['check', '.']) },
  {
    name: 'Unit tests',
    failure: 'a unit test fails',
    run: () => vitest([], unitOnly ? { ATTACHE_QUICK_TESTS: '1' } : {}),
  },
];
const browsers: Step[] = [
  { name: 'Build', failure: 'the extension cannot be built', needed: true, run: () => build().then(() => NOTHING) },
  {
    name: 'Browsers',
    failure: 'a browser is missing',
    needed: true,
    run: async () => {
      for (const kind of ['chromium', 'firefox'] as const) await needBrowser(kind);
      return NOTHING;
    },
  },
  {
    name: 'Browser tests',
    failure: 'a browser test fails',
    run: () => vitest(['tests/browser'], { ATTACHE_BROWSER_TESTS: '1' }),
  },
];

const total = { ...NOTHING };
for (const step of unitOnly ? quick : [...quick, ...browsers]) {
  const began = Date.now();
  const tally = await withProgress(step.name, step.run).catch((error: Error): Tally => {
    console.log(error.message);
    return { ...NOTHING, failed: 1 };
  });
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  const count = tally.passed > 0 ? `, ${tally.passed} passed` : '';
  const verdict = tally.failed > 0 ? `FAILED: ${step.failure}` : 'ok';
  console.log(`${step.name}: ${verdict} (${seconds(Date.now() - began)}${count})`);
  if (step.needed && tally.failed > 0) {
    console.log('The browser tests were not run.');
    break;
  }
}
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs a package's command in Node. What it printed is shown when it fails, which counts as one failed test. */
async function command(script: string, args: string[], env: Record<string, string> = {}): Promise<Tally> {
  const { status, output } = await spawned(script, args, env);
  if (status === 0) return NOTHING;
  throw new Error(output.trim() || `${script} ended with ${status}.`);
}

async function vitest(filters: string[], env: Record<string, string>): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status, output } = await spawned('vitest/vitest.mjs', args, env);
    const json = await readFile(report, 'utf8').catch(() => null);
    const tally = json === null ? { ...NOTHING, failed: 1 } : tallyOf(JSON.parse(json), status);
    if (tally.failed > 0) console.log(output.trim());
    // What browser tests measure is worth reading each time.
    else for (const line of output.split('\n')) if (line.startsWith('measured: ')) console.log(`  ${line}`);
    return tally;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function spawned(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ status: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(projectRoot(), 'node_modules', script), ...args], {
      cwd: projectRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    const take = (data: Buffer) => {
      output += data;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', failed);
    child.on('close', (code) => done({ status: code ?? 1, output }));
  });
}
