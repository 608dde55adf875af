// What a Wikidata result would change in the dictionary: one proposal a person, which somebody reads and accepts.
// It fills gaps; where both sides have a date and they differ, ours stays and the proposal says so.
import type { OfficeRecord, PersonRecord } from '../../src/dictionary/schema.ts';
import { slug } from './add.ts';
import { officeLine } from './find.ts';
import { fold, type Records } from './records.ts';
import type { WikidataTerm } from './wikidata.ts';

export interface Proposal {
  /** False until a person has read it and says true. */
  accept: boolean;
  id: string;
  /** What would change, in words. */
  changes: string[];
  /** What differs and is left as it is. */
  notes: string[];
  /** The record as it was; null for a new person. */
  was: PersonRecord | null;
  record: PersonRecord;
}

export const SOURCE = 'Wikidata';

/** @param asOf the day of the query, ISO 8601 */
export function propose(terms: WikidataTerm[], records: Records, asOf: string): Proposal[] {
  const people = records.people.map(({ record }) => record);
  const countries = new Set(records.countries.map(({ record }) => record.id));
  const ids = new Set(people.map((person) => person.id));
  const byQid = new Map<string, WikidataTerm[]>();
  for (const term of terms) {
    if (countries.has(term.country)) byQid.set(term.qid, [...(byQid.get(term.qid) ?? []), term]);
  }
  const proposals: Proposal[] = [];
  for (const own of byQid.values()) {
    const was = match(people, own);
    const proposal = was ? amended(was, own, asOf) : fresh(own, ids, asOf);
    ids.add(proposal.id);
    if (proposal.changes.length > 0 || proposal.notes.length > 0) proposals.push(proposal);
  }
  return proposals.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** By Wikidata id; else by full name and country, unless that record bears another id. */
function match(people: PersonRecord[], terms: WikidataTerm[]): PersonRecord | null {
  const [first] = terms as [WikidataTerm];
  const byId = people.find((person) => person.wikidata === first.qid);
  if (byId) return byId;
  const names = new Set([first.name, ...first.aliases].map(fold));
  const candidates = people.filter(
    (person) =>
      person.wikidata === undefined &&
      terms.some((term) => term.country === person.country) &&
      [person.name, ...person.aliases].some((name) => names.has(fold(name))),
  );
  return candidates.length === 1 ? (candidates[0] as PersonRecord) : null;
}

function fresh(terms: WikidataTerm[], ids: Set<string>, asOf: string): Proposal {
  const [first] = terms as [WikidataTerm];
  const plain = slug(first.name);
  const id = ids.has(plain) ? `${plain}-${first.country.toLowerCase()}` : plain;
  const record: PersonRecord = {
    id,
    name: first.name,
    aliases: first.aliases.filter((alias) => alias.includes(' ') && fold(alias) !== fold(first.name)),
    family: first.family ?? (first.name.split(' ').at(-1) as string),
    short: [],
    ...(first.gender ? { gender: first.gender } : {}),
    country: first.country,
    offices: terms.map((term) => officeOf(term, asOf)),
    wikidata: first.qid,
  };
  const notes = first.family ? [] : [`family: "${record.family}" is a guess, Wikidata tells none`];
  return {
    accept: false,
    id,
    changes: ['new person', ...record.offices.map((o) => `office + ${officeLine(o)}`)],
    notes,
    was: null,
    record,
  };
}

function officeOf(term: WikidataTerm, asOf: string): OfficeRecord {
  return { title: term.title, of: term.country, role: term.role, from: term.from, to: term.to, asOf, source: SOURCE };
}

function amended(was: PersonRecord, terms: WikidataTerm[], asOf: string): Proposal {
  const [first] = terms as [WikidataTerm];
  const changes: string[] = [];
  const notes: string[] = [];
  const record: PersonRecord = { ...was, offices: was.offices.map((office) => ({ ...office })) };
  if (!was.wikidata) {
    record.wikidata = first.qid;
    changes.push(`wikidata: ${first.qid}`);
  }
  const known = new Set([was.name, ...was.aliases].map(fold));
  const aliases = [first.name, ...first.aliases].filter((alias) => alias.includes(' ') && !known.has(fold(alias)));
  if (aliases.length > 0) {
    record.aliases = [...was.aliases, ...aliases];
    changes.push(`aliases + ${aliases.join('; ')}`);
  }
  for (const term of terms) {
    const office = record.offices.find((o) => sameOffice(o, term));
    if (office) mergeTerm(office, term, asOf, changes, notes);
    else {
      const added = officeOf(term, asOf);
      record.offices.push(added);
      changes.push(`office + ${officeLine(added)}`);
    }
  }
  record.offices.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return { accept: false, id: was.id, changes, notes, was, record };
}

/** The same post at a time that fits: beginnings agree as far as both tell, or the terms overlap. */
function sameOffice(office: OfficeRecord, term: WikidataTerm): boolean {
  if (office.of !== term.country) return false;
  const many = office.role === 'minister' || office.role === 'ambassador' || office.role === 'other';
  if (office.role !== term.role || (many && fold(office.title) !== fold(term.title))) return false;
  if (office.from === null || term.from === null || agree(office.from, term.from)) return true;
  const ends = (to: string | null): string => to ?? '9999';
  return office.from < ends(term.to) && term.from < ends(office.to);
}

/** "2024" and "2024-05-12" tell the same as far as both tell. */
const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function mergeTerm(office: OfficeRecord, term: WikidataTerm, asOf: string, changes: string[], notes: string[]): void {
  const post = `${office.title} of ${office.of}`;
  for (const field of ['from', 'to'] as const) {
    const ours = office[field];
    const theirs = term[field];
    if (theirs === null) {
      if (field === 'to' && ours !== null) notes.push(`${post}: ended ${ours} with us, lasts on Wikidata`);
    } else if (ours === null || (agree(ours, theirs) && theirs.length > ours.length)) {
      office[field] = theirs;
      changes.push(`${post}: ${field} ${ours ?? (field === 'to' ? 'now' : '?')} → ${theirs}`);
      // Only an end tells that somebody looked: a beginning says nothing of today.
      if (field === 'to' && asOf > office.asOf) office.asOf = asOf;
    } else if (!agree(ours, theirs)) {
      notes.push(`${post}: ${field} ${ours} with us, ${theirs} on Wikidata`);
    }
  }
}
