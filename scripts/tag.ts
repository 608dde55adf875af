// npm run --silent tag -- FILE… | -   [--jsonl] [--json] [--published YYYY-MM-DD]
// Reads articles and prints what the engine says of them: one JSON line a document, or a summary for people on a terminal.
// A file that cannot be read gets one line on standard error, the others are still done, and the exit status is 1.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Dictionary, loadDictionary } from '../src/dictionary/load.ts';
import { analyze } from '../src/engine/analyze.ts';
import { articleFromText } from '../src/engine/plain-text.ts';
import { secondOpinion } from '../src/engine/second-opinion.ts';
import { buildDictionary } from './lib/dictionary-files.ts';
import { readHtmlArticle } from './lib/html-article.ts';
import { fromCaller } from './lib/paths.ts';
import { type Tagged, tagOf } from './lib/tag-output.ts';
import { summarize } from './lib/tag-summary.ts';

const USAGE = 'usage: npm run --silent tag -- FILE… | -  [--jsonl] [--json] [--published YYYY-MM-DD]\n';

function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { jsonl: { type: 'boolean' }, json: { type: 'boolean' }, published: { type: 'string' } },
    });
  } catch (error) {
    process.stderr.write(`tag: ${(error as Error).message.split('\n')[0]}\n${USAGE}`);
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
if (positionals.length === 0 || (values.published !== undefined && dateOf(values.published) === null)) {
  process.stderr.write(USAGE);
  process.exit(2);
}

/** The day (or month, or year) of an ISO 8601 date or time; null for anything else. */
function dateOf(text: string): string | null {
  const match = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|T)/.exec(text.trim());
  return match ? match[0] : null;
}

// A reader that has seen enough (`| head`) ends the work, and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

let failed = false;
function complain(what: string, why: string): void {
  failed = true;
  process.stderr.write(`tag: ${what}: ${why}\n`);
}

const forPeople = !values.json && !values.jsonl && process.stdout.isTTY;
const opinion = secondOpinion();

async function print(tagged: Tagged): Promise<void> {
  const line = forPeople ? summarize(tagged) : `${JSON.stringify(tagged.output)}\n`;
  // Wait for a slow reader, so that a long corpus does not pile up in memory.
  if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function tagText(
  id: string,
  text: string,
  published: string | null,
  titleFirst: boolean,
  dictionary: Dictionary,
): Tagged {
  const plain = articleFromText(text, published, titleFirst);
  return tagOf(id, plain, analyze(plain.article, dictionary, { secondOpinion: opinion }));
}

/** The lines of a stream of bytes. They are cut as bytes, so that one that is no UTF-8 spoils no other. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  for await (const chunk of input) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield Buffer.concat([...open, bytes.subarray(from, end)]);
      open = [];
      from = end + 1;
    }
    open.push(bytes.subarray(from));
  }
  yield Buffer.concat(open);
}

async function tagLines(name: string, input: NodeJS.ReadableStream, dictionary: Dictionary): Promise<void> {
  let number = 0;
  for await (const bytes of linesOf(input)) {
    number++;
    let row: { id?: unknown; text?: unknown; published?: unknown };
    try {
      const line = decode(bytes);
      if (line.trim() === '') continue;
      row = JSON.parse(line) as typeof row;
    } catch (error) {
      complain(`${name}:${number}`, error instanceof SyntaxError ? 'this line is not JSON' : sentenceOf(error));
      continue;
    }
    if (typeof row !== 'object' || row === null || typeof row.text !== 'string') {
      complain(`${name}:${number}`, 'this line has no "text"');
      continue;
    }
    const id = typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : `${name}:${number}`;
    const published = typeof row.published === 'string' ? dateOf(row.published) : null;
    if (published === null && row.published !== undefined && row.published !== null)
      complain(`${name}:${number}`, '"published" is no date as YYYY-MM-DD; the line is read without');
    await print(tagText(id, row.text, published ?? dateOf(values.published ?? ''), false, dictionary));
  }
}

/** @throws Error with a sentence when the file cannot be read as text. */
async function readText(path: string): Promise<string> {
  const file = fromCaller(path);
  if ((await stat(file)).isDirectory()) throw new Error('this is a folder; name the files in it');
  return decode(await readFile(file));
}

function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Error('this is no text (it holds zero bytes)');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('this is not UTF-8');
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decode(Buffer.concat(chunks));
}

function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this file may not be read';
  return message;
}

async function tagFile(path: string, dictionary: Dictionary): Promise<void> {
  if (values.jsonl) {
    if (path !== '-' && (await stat(fromCaller(path))).isDirectory())
      throw new Error('this is a folder; name the files in it');
    return tagLines(
      path === '-' ? 'standard input' : path,
      path === '-' ? process.stdin : createReadStream(fromCaller(path)),
      dictionary,
    );
  }
  const text = path === '-' ? await readStandardInput() : await readText(path);
  if (/\.x?html?$/i.test(path) || /^\s*<(!doctype|html)/i.test(text)) {
    const found = await readHtmlArticle(text);
    if (!found) throw new Error('there is no article in this page');
    const article = { ...found.article, published: values.published ?? found.article.published };
    return print(
      tagOf(
        path,
        { article, offsets: found.offsets },
        analyze(article, dictionary, { secondOpinion: opinion }),
        found.text,
      ),
    );
  }
  if (text.trim() === '') throw new Error('this file is empty');
  return print(tagText(path, text, values.published ?? null, true, dictionary));
}

const dictionary = loadDictionary(await buildDictionary());
for (const path of positionals) {
  try {
    await tagFile(path, dictionary);
  } catch (error) {
    complain(path === '-' ? 'standard input' : path, sentenceOf(error));
  }
}
process.exitCode = failed ? 1 : 0;
