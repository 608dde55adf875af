// The command line as it is fixed: one JSON line a document, in order, with offsets in the document's own text; what cannot
// be read gets one line on standard error, the rest is still done, and the status tells.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Mention {
  start: number;
  end: number;
  text: string;
  type: string;
  form: string;
  entity: string;
  name: string;
}
interface Line {
  id: string;
  text?: string;
  mentions: Mention[];
  entities: { id: string; office: { title: string } | null }[];
  meetings: {
    kind: string;
    participants: string[];
    parties: string[];
    host: string | null;
    place: string | null;
    date: string | null;
  }[];
  participants: string[];
  topics: string[];
}

function tag(
  args: string[],
  input: string | Buffer = '',
  cwd = ROOT,
): Promise<{ lines: Line[]; out: string; err: string; status: number | null }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env };
    delete env.INIT_CWD;
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'tag', ...args], { cwd, env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      out += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      err += data;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      const lines = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line);
      resolve({ lines, out, err, status });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const TITLE = 'Norwegian Minister Receives Wang Yi 🇳🇴';
const LEAD = 'Norwegian Foreign Minister Helena Ostrogan received Chinese Foreign Minister Wang Yi in Oslo on Monday.';
const MORE = 'Ostrogan said Côte d’Ivoire and the “European Union” would be told.';
const ARTICLE = `${TITLE}\n\n${LEAD}\n\n${MORE}\n`;
const PARAGRAPHS = [
  LEAD,
  MORE,
  'They spoke at length about fisheries, shipping and the two countries’ trade, and agreed to meet again in the spring.',
  'A joint declaration will be published next week, the two delegations said after the talks had ended late in the evening.',
];
const PAGE = `<!doctype html><html lang="en"><head><title>${TITLE}</title><meta property="article:published_time" content="2026-05-05T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><main><article><h1>${TITLE}</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('\n')}</article></main></body></html>`;

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attache-tag-'));
  writeFileSync(file('article.txt'), ARTICLE);
  writeFileSync(file('windows.txt'), `\ufeff${ARTICLE.replaceAll('\n', '\r\n')}`);
  writeFileSync(file('page.html'), PAGE);
  writeFileSync(
    file('shop.html'),
    '<!doctype html><title>Shop</title><nav><a href="/a">Boots</a> <a href="/b">Hats</a></nav>',
  );
  writeFileSync(file('empty.txt'), ' \n');
  writeFileSync(file('binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  writeFileSync(file('latin1.txt'), Buffer.from('Der Minister für Äußeres traf Wang Yi.', 'latin1'));
  mkdirSync(file('folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every mention's text stands where its offsets say. */
function checkOffsets(line: Line | undefined, text: string): void {
  expect(line?.mentions.length).toBeGreaterThan(3);
  for (const { start, end, text: said } of line?.mentions ?? []) expect(text.slice(start, end)).toBe(said);
}

describe.concurrent('files', () => {
  it('reads what it can, in order, and says in a line each what it cannot', async () => {
    const names = [
      'article.txt',
      'missing.txt',
      'folder',
      'binary.txt',
      'page.html',
      'latin1.txt',
      'empty.txt',
      'shop.html',
      'windows.txt',
    ];
    // Paths are read against the folder where the person stands.
    const { lines, err, status } = await tag(names, '', folder);
    expect(status).toBe(1);
    expect(lines.map((line) => line.id)).toEqual(['article.txt', 'page.html', 'windows.txt']);
    const told = err.trimEnd().split('\n');
    expect(told.map((line) => line.replace(/^tag: (\S+): .*$/, '$1'))).toEqual([
      'missing.txt',
      'folder',
      'binary.txt',
      'latin1.txt',
      'empty.txt',
      'shop.html',
    ]);
    for (const [i, word] of ['no such file', 'folder', 'zero bytes', 'not UTF-8', 'empty', 'no article'].entries())
      expect(told[i]).toContain(word);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);

    const [plain, page, windows] = lines;
    checkOffsets(plain, ARTICLE);
    expect(plain).not.toHaveProperty('text');
    checkOffsets(windows, ARTICLE.replaceAll('\n', '\r\n'));
    expect(windows?.mentions.map((m) => m.text)).toEqual(plain?.mentions.map((m) => m.text));
    checkOffsets(page, page?.text ?? '');
    expect(page?.text).toContain(LEAD);
    expect(page?.text).not.toContain('Home');

    expect(plain?.mentions.map((m) => `${m.text} ${m.type} ${m.form}`)).toContain('Côte d’Ivoire country name');
    expect(plain?.mentions.find((m) => m.text === 'Wang Yi')).toMatchObject({
      type: 'person',
      form: 'name',
      entity: 'wang-yi',
      name: 'Wang Yi',
    });
    expect(plain?.participants.sort()).toEqual(['Helena Ostrogan', 'Wang Yi']);
    expect(plain?.meetings[0]).toMatchObject({
      kind: 'in-person',
      format: 'bilateral',
      status: 'held',
      background: false,
      host: 'Helena Ostrogan',
      place: 'Oslo',
    });
    expect([...(plain?.meetings[0]?.parties ?? [])].sort()).toEqual(['CN', 'NO']);
    // The page tells its date, the text file does not.
    expect(page?.meetings[0]?.date).toBe('2026-05-04');
    expect(plain?.meetings[0]?.date).toBeNull();
  });

  it('status 0 and nothing on standard error when all went well; --published dates them', async () => {
    const { lines, err, status } = await tag(['--json', '--published', '2026-05-05', '-'], ARTICLE);
    expect([err, status]).toEqual(['', 0]);
    expect(lines).toHaveLength(1);
    checkOffsets(lines[0], ARTICLE);
    expect(lines[0]?.meetings[0]?.date).toBe('2026-05-04');
  });
});

describe.concurrent('lines of JSON', () => {
  it('one document a line, in order, from standard input; bad lines are told by number and the rest is done', async () => {
    const office = 'Sergei Shoigu spoke to reporters.';
    const rows: (string | Buffer)[] = [
      JSON.stringify({ id: 'a', text: office, published: '2023-03-10' }),
      '',
      '{"id": "b", "text": ',
      JSON.stringify({ id: 'c', title: 'no text' }),
      '[]',
      'null',
      Buffer.from('{"id":"d","text":"Zürich"}', 'latin1'),
      JSON.stringify({ id: 'e', text: office, published: '2026-03-10T09:30:00Z' }),
      JSON.stringify({ id: 7, text: '' }),
      JSON.stringify({ text: 'Wang Yi, 🇨🇳 Chile \ud83d Norway.', published: 'yesterday' }),
      JSON.stringify({ id: 'last', text: 'Chile’s envoy.', extra: true }),
    ];
    const input = Buffer.concat(
      rows.flatMap((row, i) => [Buffer.from(row), Buffer.from(i === rows.length - 1 ? '' : i % 2 ? '\r\n' : '\n')]),
    );
    const { lines, err, status } = await tag(['--jsonl', '-'], input);
    expect(status).toBe(1);
    expect(lines.map((line) => line.id)).toEqual(['a', 'e', '7', 'standard input:10', 'last']);
    expect(err.trimEnd().split('\n')).toEqual([
      'tag: standard input:3: this line is not JSON',
      'tag: standard input:4: this line has no "text"',
      'tag: standard input:5: this line has no "text"',
      'tag: standard input:6: this line has no "text"',
      'tag: standard input:7: this is not UTF-8',
      expect.stringContaining('tag: standard input:10: "published" is no date'),
    ]);
    const [a, e, seven, odd] = lines;
    expect(a?.entities.find((x) => x.id === 'sergei-shoigu')?.office?.title).toMatch(/defen[cs]e/);
    expect(e?.entities.find((x) => x.id === 'sergei-shoigu')?.office?.title).toMatch(/Security Council/);
    expect(seven).toMatchObject({ mentions: [], entities: [], meetings: [], participants: [], topics: [] });
    expect(odd?.mentions.map((m) => [m.text, m.start])).toEqual([
      ['Wang Yi', 0],
      ['Chile', 14],
      ['Norway', 22],
    ]);
  });
});

describe.concurrent('the way it is called', () => {
  it.each([
    ['nothing to read', []],
    ['an option that there is not', ['--colour', 'a.txt']],
    ['a date that is none', ['--published', 'soon', 'a.txt']],
  ])('%s: how to call it, and status 2', async (_, args) => {
    const { out, err, status } = await tag(args);
    expect([out, status]).toEqual(['', 2]);
    expect(err).toMatch(/^(tag: .*\n)?usage: npm run --silent tag -- FILE… \| - /);
    expect(err.split('\n').length).toBeLessThanOrEqual(3);
  });
});
