// Reads what the Wikidata query service gives for officials.rq, in either of the forms that it offers for download:
// "JSON file (verbose)", which is application/sparql-results+json, and the plain "JSON file".
import * as v from 'valibot';
import type { Role } from '../../src/dictionary/schema.ts';
import { Trouble } from '../lib/trouble.ts';

/** One term of office of one person. */
export interface WikidataTerm {
  qid: string;
  name: string;
  family: string | null;
  gender: 'f' | 'm' | null;
  aliases: string[];
  /** Country code. */
  country: string;
  title: string;
  role: Role;
  /** Partial ISO 8601 dates. */
  from: string | null;
  to: string | null;
}

const Verbose = v.object({
  head: v.object({ vars: v.array(v.string()) }),
  results: v.object({ bindings: v.array(v.record(v.string(), v.object({ value: v.string() }))) }),
});
const Plain = v.array(v.record(v.string(), v.string()));
const NEEDED = ['person', 'personLabel', 'iso', 'officeLabel'];

/** @throws Trouble when it is no result of the query or a column is missing */
export function readResult(value: unknown): WikidataTerm[] {
  const rows = rowsOf(value);
  const terms: WikidataTerm[] = [];
  for (const row of rows) {
    const qid = /\/(Q[1-9]\d*)$/.exec(row.person ?? '')?.[1];
    // A person without an English label bears the id as its label: nothing that a reader could check.
    if (!qid || !row.personLabel || row.personLabel === qid || !row.iso || !row.officeLabel) continue;
    const role = roleOf(row.officeLabel);
    terms.push({
      qid,
      name: row.personLabel,
      family: row.familyLabel || null,
      gender: genderOf(row.gender),
      aliases: (row.aliases ?? '').split('|').filter((alias) => alias !== '' && alias !== row.personLabel),
      country: row.iso,
      role,
      title: titleOf(row.officeLabel, role),
      from: dateOf(row.start, row.startPrecision),
      to: dateOf(row.end, row.endPrecision),
    });
  }
  return terms;
}

function rowsOf(value: unknown): Record<string, string>[] {
  const verbose = v.safeParse(Verbose, value);
  const plain = v.safeParse(Plain, value);
  const rows = verbose.success
    ? verbose.output.results.bindings.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.value])),
      )
    : plain.success
      ? plain.output
      : null;
  if (rows === null) {
    throw new Trouble(
      'This is no result of the Wikidata query service: it was expected to hold "head" and "results", or a list of rows.',
    );
  }
  const columns = new Set(verbose.success ? verbose.output.head.vars : rows.flatMap((row) => Object.keys(row)));
  const missing = rows.length > 0 || verbose.success ? NEEDED.filter((column) => !columns.has(column)) : [];
  if (missing.length > 0)
    throw new Trouble(
      `The result lacks the columns ${missing.join(', ')}; the query is in scripts/dictionary/officials.rq.`,
    );
  return rows;
}

function genderOf(uri: string | undefined): 'f' | 'm' | null {
  if (uri?.endsWith('/Q6581072')) return 'f';
  return uri?.endsWith('/Q6581097') ? 'm' : null;
}

/** "2024-05-12T00:00:00Z" and precision 9 (year), 10 (month) or 11 (day) → "2024", "2024-05" or "2024-05-12". */
function dateOf(time: string | undefined, precision: string | undefined): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(time ?? '')?.[1];
  if (!day) return null;
  const digits = { 9: 4, 10: 7, 11: 10 }[Number(precision ?? 11)];
  return digits === undefined ? null : day.slice(0, digits);
}

const ROLE_PATTERNS: [RegExp, Role][] = [
  [/\b(deputy|vice|assistant|first deputy)\b.*\bforeign\b/i, 'deputy-foreign-minister'],
  [/\bdeputy (prime minister|chancellor)|\bvice[- ](premier|chancellor)/i, 'deputy-head-of-government'],
  [/\bvice[- ]president/i, 'vice-president'],
  [/\bpermanent representative\b.*\bunited nations|\bambassador\b.*\bunited nations/i, 'un-ambassador'],
  [/\bambassador\b/i, 'ambassador'],
  [/\b(foreign|external) (affairs|relations|minister)|\bforeign (secretary|ministry)/i, 'foreign-minister'],
  [/\bdefen[cs]e\b|\barmed forces minister/i, 'defence-minister'],
  [/\b(finance|treasury|chancellor of the exchequer)\b/i, 'finance-minister'],
  [/\b(interior|internal affairs|home (secretary|affairs))\b/i, 'interior-minister'],
  [/\bnational security advis/i, 'national-security-adviser'],
  [/\bsecretary\b.*\bsecurity council/i, 'security-council-secretary'],
  [
    /\b(prime minister|premier|chancellor|taoiseach|head of government|president of the government|chief of the cabinet)\b/i,
    'head-of-government',
  ],
  [/\bminister\b/i, 'minister'],
  [
    /\b(president|monarch|king|queen|emperor|emir|sultan|grand duke|head of state|supreme leader|governor-general)\b/i,
    'head-of-state',
  ],
];

export function roleOf(label: string): Role {
  return ROLE_PATTERNS.find(([pattern]) => pattern.test(label))?.[1] ?? 'other';
}

const PLAIN_TITLES: Partial<Record<Role, string>> = {
  'foreign-minister': 'foreign minister',
  'defence-minister': 'defence minister',
  'finance-minister': 'finance minister',
  'interior-minister': 'interior minister',
};
const OWN_WORD =
  /\b(prime minister|president|chancellor|king|queen|emperor|emir|sultan|grand duke|taoiseach|supreme leader)\b/i;

/** "Minister of Foreign Affairs of Ukraine" → "foreign minister"; what has no plain title keeps its label. */
function titleOf(label: string, role: Role): string {
  const own =
    role === 'head-of-state' || role === 'head-of-government' ? OWN_WORD.exec(label)?.[1]?.toLowerCase() : undefined;
  return PLAIN_TITLES[role] ?? own ?? label;
}
