// Names that two records share, so that the engine could not tell which is meant. A collision is settled where
// ambiguity.jsonl lists the word, or where an organization says by `needs` when it is meant.
import { type Finding, fold, type Located, type Records } from '../dictionary/records.ts';

interface Bearer {
  located: Located<unknown>;
  type: 'country' | 'organization' | 'person' | 'place';
  /** Id, or the name of a place. */
  id: string;
  name: string;
  /** It tells by itself when it is meant. */
  settled: boolean;
}

export function checkNames(records: Records): Finding[] {
  const findings: Finding[] = [];
  const listed = new Set(records.ambiguity.map(({ record }) => fold(record.text)));
  for (const [key, bearers] of bearersByName(records)) {
    if (bearers.length < 2 || listed.has(key.replace(/^=/, '').toLowerCase())) continue;
    bearers.forEach((bearer, i) => {
      const other = bearers.slice(0, i).find((b) => b.type !== bearer.type || b.id !== bearer.id);
      if (!other || bearer.settled || other.settled) return;
      const level = severity(bearer, other);
      if (level) {
        const where = `${other.located.file}:${other.located.line}`;
        const message = `"${bearer.name}" is also the ${other.type} ${other.id} (${where}); list it in ambiguity.jsonl or say more`;
        findings.push({ level, file: bearer.located.file, line: bearer.located.line, message });
      }
    });
  }
  for (const located of records.names) {
    const seen = new Set<string>();
    for (const name of located.record.names) {
      if (seen.has(fold(name))) {
        findings.push({
          level: 'warning',
          file: located.file,
          line: located.line,
          message: `names: "${name}" stands in it twice`,
        });
      }
      seen.add(fold(name));
    }
  }
  return findings;
}

/** Of one kind an error, of two a warning: the longest match and the grammar tell most of those apart. */
function severity(a: Bearer, b: Bearer): Finding['level'] | null {
  if (a.type === 'place' && b.type === 'place') return null;
  return a.type === b.type ? 'error' : 'warning';
}

function bearersByName(records: Records): Map<string, Bearer[]> {
  const byName = new Map<string, Bearer[]>();
  const add = (key: string, bearer: Bearer): void => {
    const bearers = byName.get(key);
    if (bearers) bearers.push(bearer);
    else byName.set(key, [bearer]);
  };
  for (const located of records.countries) {
    const r = located.record;
    const names = [
      r.name,
      r.official ?? r.name,
      ...r.aliases,
      ...r.former,
      ...r.adjectives,
      ...r.nationals,
      ...r.metonyms,
      ...r.seats,
    ];
    for (const name of new Set(names)) add(fold(name), { located, type: 'country', id: r.id, name, settled: false });
  }
  for (const located of records.organizations) {
    const r = located.record;
    const settled = r.needs.length > 0;
    for (const name of new Set([r.name, ...r.aliases, ...r.former]))
      add(fold(name), { located, type: 'organization', id: r.id, name, settled });
    // Acronyms are matched in just their case, so they meet only each other.
    for (const name of new Set(r.acronyms)) add(`=${name}`, { located, type: 'organization', id: r.id, name, settled });
  }
  for (const located of records.people) {
    const r = located.record;
    for (const name of new Set([r.name, ...r.aliases]))
      add(fold(name), { located, type: 'person', id: r.id, name, settled: false });
  }
  for (const located of records.places) {
    const r = located.record;
    for (const name of new Set([r.name, ...r.aliases]))
      add(fold(name), { located, type: 'place', id: r.name, name, settled: false });
  }
  return byName;
}
