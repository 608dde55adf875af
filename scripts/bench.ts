// npm run bench [-- TEXT.txt… | CORPUS.jsonl…] [--quick]
// How fast the engine is, from one run and as ratios: beside compromise and wink-nlp on the same texts, loading beside building
// from JSON, matching beside other matchers at today's size and at ten times, time against length, and the worst inputs.
import { parseArgs } from 'node:util';
import { compileDictionary } from '../src/dictionary/compile.ts';
import { loadDictionary } from '../src/dictionary/load.ts';
import { analyze } from '../src/engine/analyze.ts';
import { Doc } from '../src/engine/document.ts';
import { matchTerms } from '../src/engine/text/matcher.ts';
import { buildFromJson, surfacesOf, syntheticNames, withPeople } from './bench/names.ts';
import { ahoCorasick, compromiseLexicon, compromiseNames, largeExpression, winkEntities } from './bench/peers.ts';
import { articleOf, demoTexts, readTexts, stretched, worstInputs } from './bench/texts.ts';
import { rate, row, timeOf } from './bench/timing.ts';
import { buildDictionary, readDictionaryFiles } from './lib/dictionary-files.ts';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { quick: { type: 'boolean' } },
});
const texts = positionals.length > 0 ? await readTexts(positionals) : demoTexts();
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

const sources = await readDictionaryFiles();
const bytes = await buildDictionary();
const dictionary = loadDictionary(bytes);

say(
  `${texts.length} texts, ${characters} characters; Node ${process.versions.node}; dictionary ${(bytes.byteLength / 1e6).toFixed(2)} MB`,
);
analysis();
loading();
matching();
lengths();
worst();

function analysis(): void {
  const articles = texts.map(articleOf);
  const ours = timeOf(() => articles.map((article) => analyze(article, dictionary)), { warm: 1500 });
  const grammar = timeOf(() => articles.map((article) => analyze(article, dictionary, { tagger: null })), {
    warm: 1500,
  });
  const theirs = timeOf(() => texts.map(compromiseNames), { warm: 1500, least: 3 });
  const wink = winkEntities();
  const winks = timeOf(() => texts.map(wink), { warm: 1500, least: 3 });
  say();
  say(row('Whole analysis', 'ms', 'characters/s', 'Attaché is'));
  say(row('Attaché', ours.toFixed(1), rate(characters, ours), '1 ×'));
  say(
    row(
      'Attaché without its tagger',
      grammar.toFixed(1),
      rate(characters, grammar),
      `${(grammar / ours).toFixed(2)} ×`,
    ),
  );
  say(
    row(
      'compromise: people, places, organizations',
      theirs.toFixed(1),
      rate(characters, theirs),
      `${(theirs / ours).toFixed(1)} ×`,
    ),
  );
  say(row('wink-nlp: its entities', winks.toFixed(1), rate(characters, winks), `${(winks / ours).toFixed(1)} ×`));
}

function loading(): void {
  const ours = timeOf(() => loadDictionary(bytes), { warm: 200 });
  const json = timeOf(() => buildFromJson(sources), { warm: 300 });
  const compile = timeOf(() => loadDictionary(compileDictionary(sources, '0')), { warm: 0, least: 1, enough: 0 });
  say();
  say(row('Dictionary', 'ms', '', 'loading is'));
  say(row('loaded from the compiled file', ours.toFixed(1), '', '1 ×'));
  say(row('names from JSON into nested maps', json.toFixed(1), '', `${(json / ours).toFixed(1)} ×`));
  say(row('checked and compiled, then loaded', compile.toFixed(1), '', `${(compile / ours).toFixed(1)} ×`));
}

function matching(): void {
  const own = surfacesOf(sources);
  const more = values.quick ? [] : syntheticNames(own.length * 9);
  // Article by article: some of the others slow down on long texts.
  const articles = texts.map(articleOf);
  for (const names of more.length > 0 ? [own, [...own, ...more]] : [own]) {
    const added = names.slice(own.length);
    const large = added.length === 0 ? dictionary : loadDictionary(compileDictionary(withPeople(sources, added), '0'));
    const over = (find: (text: string) => number): number => timeOf(() => texts.map(find), { warm: 100, least: 3 });
    const measures: [string, number][] = [
      [
        'Attaché: tokens and matches',
        timeOf(() => articles.map((article) => matchTerms(new Doc(article, large))), { warm: 500 }),
      ],
      ['modern-ahocorasick', over(ahoCorasick(names))],
      ['one regular expression', over(largeExpression(names))],
      ["compromise's lexicon", over(compromiseLexicon(names))],
    ];
    const [, ours = 0] = measures[0] ?? [];
    say();
    say(row(`Matching ${names.length} names`, '', 'characters/s', 'Attaché is'));
    for (const [name, ms] of measures) say(row(name, '', rate(characters, ms), `${(ms / ours).toFixed(1)} ×`));
  }
}

function lengths(): void {
  say();
  say(row('Length', 'ms', 'characters/s', 'per character'));
  let base = 0;
  for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
    const article = articleOf(stretched(texts, length));
    const ms = timeOf(() => analyze(article, dictionary), { warm: 500 });
    // Held against 10 KB: an article's length, and long enough for the clock.
    if (length === 10_000) base = ms / length;
    const ratio = length < 10_000 ? '' : `${(ms / length / base).toFixed(2)} ×`;
    say(row(`${length / 1000} KB`, ms.toFixed(2), rate(length, ms), ratio));
  }
}

function worst(): void {
  const full = 1_000_000;
  const ordinary = timeOf(once(stretched(texts, full)), { warm: 0, least: 3 }) / full;
  say();
  say(row('Worst inputs, 1 MB each', 'ms', 'characters/s', 'of ordinary'));
  for (const [name, text] of worstInputs(texts, full)) {
    // A tenth first: should it grow faster than the text, the whole would never end.
    const tenth = text.slice(0, full / 10);
    const probe = timeOf(once(tenth), { warm: 0, least: 1, enough: 0 });
    const whole = probe > 2000 ? null : timeOf(once(text), { warm: 0, least: 1, enough: 0 });
    const ms = whole ?? probe;
    const length = whole === null ? tenth.length : text.length;
    say(
      row(
        whole === null ? `${name} (a tenth)` : name,
        ms.toFixed(0),
        rate(length, ms),
        `${(ms / length / ordinary).toFixed(2)} ×`,
      ),
    );
  }
}

function once(text: string): () => unknown {
  const article = articleOf(text);
  return () => analyze(article, dictionary);
}
