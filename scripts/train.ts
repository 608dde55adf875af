// npm run train -- FOLDER [--folds 5]
// Trains the tagger on the annotated texts in FOLDER (news.train.jsonl, and beside it whatever of the other training corpora is
// there) and writes src/dictionary/tagger.bin. The same texts and the same dictionary give the same bytes.
// With --folds nothing is written: the news are parted by article, and each part is read by a tagger trained on the others.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compileDictionary } from '../src/dictionary/compile.ts';
import { type Dictionary, loadDictionary } from '../src/dictionary/load.ts';
import { packWeights, Tagger } from '../src/engine/tagger/model.ts';
import { articleOf, parseCorpus, type Row } from './evaluate/corpus.ts';
import { Tally, table } from './evaluate/tally.ts';
import { readDictionaryFiles, TAGGER_FILE } from './lib/dictionary-files.ts';
import { fromCaller } from './lib/paths.ts';
import { Trouble } from './lib/trouble.ts';
import { type Example, randomFrom, type TrainOptions, train } from './train/crf.ts';
import { examplesOf, withoutSome } from './train/material.ts';

/** What each corpus counts beside the news, whose annotation follows the specification to the letter. */
const CORPORA: { file: string; weight: number }[] = [
  { file: 'news.train.jsonl', weight: 1 },
  { file: 'crossner-politics.train.jsonl', weight: 0.5 },
];
/** Dictionaries that lack half of the people and bodies: so many, each with other gaps. */
const VARIANTS = 2;
const SHARE = 0.5;
const OPTIONS: TrainOptions = { epochs: 8, rate: 0.05, sparsity: 0.0001, minimum: 2, seed: 1 };

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { folds: { type: 'string' } },
});
const folder = positionals[0];
if (folder === undefined) {
  process.stderr.write('usage: npm run train -- FOLDER [--folds N]\n');
  process.exit(2);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function readCorpus(file: string): Promise<Row[]> {
  const path = join(fromCaller(folder as string), file);
  if (!existsSync(path)) {
    if (file.startsWith('news')) throw new Trouble(`${path} is missing: without it there is nothing to train on.`);
    say(`${file}: not there, left out`);
    return [];
  }
  return parseCorpus(await readFile(path, 'utf8'), path);
}

const sources = await readDictionaryFiles();
const load = (share: number, seed: number): Dictionary =>
  loadDictionary(compileDictionary(share > 0 ? withoutSome(sources, share, randomFrom(seed)) : sources, '0'));
const dictionaries = [load(0, 0), ...Array.from({ length: VARIANTS }, (_, i) => load(SHARE, 11 + i))];

const examples = (row: Row, weight: number): Example[] =>
  dictionaries.flatMap((dictionary, i) => examplesOf(row, dictionary, i === 0 ? weight : weight / VARIANTS));

const [news = [], ...others] = await Promise.all(CORPORA.map(({ file }) => readCorpus(file)));
const ofNews = news.map((row) => examples(row, 1));
const beside = others.flatMap((rows, i) => rows.flatMap((row) => examples(row, CORPORA[i + 1]?.weight ?? 1)));
say(`${ofNews.flat().length} stretches of news, ${beside.length} of other texts`);

if (values.folds === undefined) {
  const began = Date.now();
  const progress = (epoch: number, loss: number) => say(`round ${epoch + 1}: loss ${loss.toFixed(4)}`);
  const packed = packWeights(train([...ofNews.flat(), ...beside], { ...OPTIONS, progress }));
  await writeFile(TAGGER_FILE, packed);
  const kilobytes = (gzipSync(packed, { level: 9 }).length / 1000).toFixed(1);
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`${TAGGER_FILE}: ${new Tagger(packed).featureCount} features, ${kilobytes} KB gzipped, ${seconds} s`);
} else crossValidate(Number(values.folds));

function crossValidate(folds: number): void {
  if (!(folds >= 2)) throw new Trouble('--folds needs a number from 2 on.');
  const full = new Tally();
  const thin = new Tally();
  const alone = new Tally();
  const halved = load(SHARE, 99);
  for (let k = 0; k < folds; k++) {
    const material = [...ofNews.filter((_, i) => i % folds !== k).flat(), ...beside];
    const tagger = new Tagger(packWeights(train(material, OPTIONS)));
    for (const row of news.filter((_, i) => i % folds === k)) {
      full.add(row, articleOf(row, dictionaries[0] as Dictionary, { tagger }));
      thin.add(row, articleOf(row, halved, { tagger }));
      alone.add(row, articleOf(row, dictionaries[0] as Dictionary, { tagger: null }));
    }
    say(`part ${k + 1} of ${folds} read`);
  }
  process.stdout.write(
    `Grammar alone\n${table(alone)}\n\nWith the tagger\n${table(full)}\n\nWith the tagger, half of the dictionary withheld\n${table(thin)}\n`,
  );
}
