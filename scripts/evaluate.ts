// npm run evaluate -- CORPUS.jsonl… [--html FILE] [--errors N] [--grammar]
// Holds what the engine says against annotated texts: scores by kind and form, what was taken for what, the errors by class
// with the words around them, and meetings field by field with the sentence that decided. --html writes the same as a page
// with every mention marked over the annotation; --errors tells how many of each class are shown (5); --grammar leaves the tagger out.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDictionary } from '../src/dictionary/load.ts';
import { articleOf, readCorpus } from './evaluate/corpus.ts';
import { MeetingTally } from './evaluate/meetings.ts';
import { type Judged, pageOf } from './evaluate/page.ts';
import { reportOf } from './evaluate/report.ts';
import { Tally } from './evaluate/tally.ts';
import { buildDictionary } from './lib/dictionary-files.ts';
import { fromCaller } from './lib/paths.ts';
import { Trouble } from './lib/trouble.ts';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { html: { type: 'string' }, errors: { type: 'string', default: '5' }, grammar: { type: 'boolean' } },
});
if (positionals.length === 0) {
  process.stderr.write('usage: npm run evaluate -- CORPUS.jsonl… [--html FILE] [--errors N] [--grammar]\n');
  process.exit(2);
}
const shown = Number(values.errors);
if (!Number.isInteger(shown) || shown < 0) throw new Trouble('--errors needs a whole number.');

const dictionary = loadDictionary(await buildDictionary());
const tally = new Tally();
const meetings = new MeetingTally();
const judged: Judged[] = [];
for (const path of positionals) {
  for (const row of await readCorpus(fromCaller(path))) {
    const told = articleOf(row, dictionary, values.grammar ? { tagger: null } : {});
    tally.add(row, told);
    meetings.add(row, told);
    judged.push({ row, told });
  }
}
process.stdout.write(reportOf(tally, meetings, shown));
if (values.html !== undefined) {
  const path = fromCaller(values.html);
  const name = positionals.map((p) => basename(p, '.jsonl')).join(', ');
  await writeFile(path, pageOf(name, tally, meetings, judged));
  process.stderr.write(`${path}\n`);
}
