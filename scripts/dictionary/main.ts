// npm run dictionary -- check | report | find NAME | add [KIND] | diff OLD NEW | import FILE | accept PROPOSALS
// The tools of those who carry the dictionary on. All work without a network; what import reads is downloaded before.
import { parseArgs } from 'node:util';
import { readDictionaryFiles } from '../lib/dictionary-files.ts';
import { fromCaller } from '../lib/paths.ts';
import { Trouble } from '../lib/trouble.ts';
import { accept, add, check, differ, importResult, search, tell } from './commands.ts';

const USAGE = `npm run dictionary -- COMMAND
  check                 schema, order, duplicates, references, terms of office, names that collide; ends with 1 on errors
  report [--limit N]    counts by kind, country and role; offices that nobody vouched for in the past year
  find NAME             everything that bears a name, and where it stands
  add [KIND]            asks for a record of people, organizations, countries or places and puts it into its place
  diff OLD NEW          what changed between two folders with data files or two git revisions
  import FILE           proposes changes from a Wikidata query result (scripts/dictionary/officials.rq is the query)
  accept PROPOSALS      carries out the proposals that say "accept": true
Options: --folder FOLDER (data files, src/dictionary by default), --file FILE (where add and accept put new people),
  --out FILE (where import writes its proposals), --as-of YYYY-MM-DD (the day of the query, today by default),
  --today YYYY-MM-DD, --strict (check ends with 1 on warnings too)
`;

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    folder: { type: 'string' },
    file: { type: 'string' },
    out: { type: 'string' },
    'as-of': { type: 'string' },
    today: { type: 'string' },
    limit: { type: 'string' },
    strict: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const [command, ...names] = positionals;
const day = (value: string | undefined, option: string): string => {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw new Trouble(`--${option}: expected a day as YYYY-MM-DD, got "${value}".`);
  return value;
};
const one = (what: string): string => {
  if (names.length === 0) throw new Trouble(`${command} needs ${what}.`);
  return names.join(' ');
};
const folder = values.folder === undefined ? 'src/dictionary' : fromCaller(values.folder);
const context = {
  folder,
  file: values.file,
  today: day(values.today, 'today'),
  asOf: day(values['as-of'], 'as-of'),
  limit: Number(values.limit ?? 40),
  print: (text: string): void => void process.stdout.write(text),
};
if (!Number.isInteger(context.limit) || context.limit < 1)
  throw new Trouble(`--limit: expected a number, got "${values.limit}".`);

const sources = (): Promise<Record<string, string>> =>
  readDictionaryFiles(folder).catch(() => {
    throw new Trouble(`${folder}: there is no folder with data files.`);
  });

switch (values.help ? undefined : command) {
  case 'check':
    process.exitCode = check(await sources(), context, values.strict) ? 0 : 1;
    break;
  case 'report':
    tell(await sources(), context);
    break;
  case 'find':
    process.exitCode = search(await sources(), one('a name'), context) ? 0 : 1;
    break;
  case 'add':
    process.exitCode = (await add(await sources(), names[0], context)) ? 0 : 1;
    break;
  case 'diff':
    if (names.length !== 2) throw new Trouble('diff needs an old and a new state: two folders or two git revisions.');
    await differ(names[0] as string, names[1] as string, context);
    break;
  case 'import':
    await importResult(
      await sources(),
      fromCaller(one('a file')),
      fromCaller(values.out ?? 'dictionary-proposals.json'),
      context,
    );
    break;
  case 'accept':
    process.exitCode = (await accept(await sources(), fromCaller(one('a file with proposals')), context)) ? 0 : 1;
    break;
  default:
    process.stdout.write(USAGE);
    if (!values.help) {
      if (command) process.stderr.write(`There is no command "${command}".\n`);
      process.exitCode = 1;
    }
}
