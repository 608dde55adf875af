// `npm run inspect` as its users call it: a real process, one JSON object on standard output.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ARTICLES } from '../../scripts/demo/articles.ts';
import { demoPage } from '../../scripts/demo/page.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function inspect(...args: string[]): Promise<{ status: number | null; out: string; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'inspect', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('close', (status) => done({ status, out, said }));
  });
}

async function fileOf(name: string, html: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, html);
  return path;
}

describe.each(['chromium', 'firefox'].filter((kind) => (process.env.ATTACHE_BROWSER ?? kind) === kind))(
  'in %s',
  (browser) => {
    it('tells what the extension made of an article', async () => {
      const screenshot = join(folder, `${browser}.png`);
      const file = await fileOf('demo.html', demoPage(DEMO_ARTICLES[0]));
      const { status, out } = await inspect(file, '--browser', browser, '--screenshot', screenshot);
      expect(status).toBe(0);
      const told = JSON.parse(out);
      expect(Object.keys(told)).toEqual([
        'analysis',
        'articleText',
        'painted',
        'timings',
        'domUnchanged',
        'pageErrors',
        'requests',
      ]);
      expect(told).toMatchObject({ domUnchanged: true, pageErrors: [], requests: [] });
      expect(told.analysis.article.published).toBe('2026-10-09');
      expect(told.analysis.participants).toHaveLength(2);
      expect(told.articleText).toContain('\n\nWadephul, who arrived late on Wednesday');
      expect(told.painted).toBe(told.analysis.mentions.length);
      expect(Object.keys(told.timings)).toEqual(['articleMs', 'analyzeMs', 'paintMs', 'longestTaskMs']);
      expect((await readFile(screenshot)).subarray(1, 4).toString()).toBe('PNG');
    }, 60_000);

    it('does not blame the extension for what the page does itself', async () => {
      const restless = `<script>
      setTimeout(() => { throw new Error('of the page: ' + Math.random()); }, 0);
      setTimeout(() => { throw new Error('of the page'); }, 0);
      fetch('/nothing-here').catch(() => {});
      setInterval(() => { document.querySelector('footer').dataset.clock = Date.now(); }, 100);
    </script>`;
      const file = await fileOf(
        'restless.html',
        demoPage(DEMO_ARTICLES[1]!).replace('</footer>', `</footer>${restless}`),
      );
      const { status, out } = await inspect(file, '--browser', browser);
      expect(status).toBe(0);
      const told = JSON.parse(out);
      expect(told).toMatchObject({ domUnchanged: true, requests: [] });
      expect(told.pageErrors).not.toContain('of the page');
      expect(told.painted).toBeGreaterThan(20);
    }, 60_000);

    it('tells of a page without an article', async () => {
      const { status, out } = await inspect(
        await fileOf('no.html', '<!doctype html><title>Hello</title><p>Hello.'),
        '--browser',
        browser,
      );
      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ analysis: null, articleText: '', painted: 0, domUnchanged: true });
    }, 60_000);
  },
);

describe('what cannot be inspected', () => {
  it.each([
    [['no-such-file.html'], /no-such-file\.html: there is no such file\.\n$/],
    [['scripts'], /scripts is a folder, not a page\.\n$/],
    [['gopher://example.org'], /only http and https addresses and files/],
    [['--browser', 'lynx', 'README.md'], /--browser is chromium or firefox/],
    [['--nonsense'], /Unknown option '--nonsense'/],
    [[], /Which page\?/],
    [['http://127.0.0.1:49999/nobody'], /^http:\/\/127\.0\.0\.1:49999\/nobody could not be opened: .*ECONNREFUSED/m],
  ])(
    '%j',
    async (args, sentence) => {
      const { status, out, said } = await inspect(...args);
      expect(said).toMatch(sentence);
      expect(
        said
          .trim()
          .split('\n')
          .filter((line) => !line.includes('…')),
      ).toHaveLength(1);
      expect(out).toBe('');
      expect(status).toBe(1);
    },
    30_000,
  );
});
