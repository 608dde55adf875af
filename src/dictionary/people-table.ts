// People in the compiled dictionary: a line each, without what can be derived, their offices' titles and dates as places in
// shared tables. What only those who keep the data need (aliases, native names, sources) stays in the data files.
import { type OfficeRecord, type PersonRecord, ROLES } from './schema.ts';

/** [title, of (0: the person's country), role, from, to, asOf] */
type PackedOffice = [number, string | 0, number, string | 0, string | 0, number];
/** [name, id or 0, family or 0, other short names or 0, gender or 0, country, offices, Wikidata id] */
type PackedPerson = [string, string | 0, string | 0, string[] | 0, string | 0, string | 0, PackedOffice[], string?];

/** The first line holds the tables: titles of offices, and the days up to which sources vouch. */
export function packPeople(people: PersonRecord[]): string[] {
  const titles = frequent(people.flatMap((p) => p.offices.map((o) => o.title)));
  const days = frequent(people.flatMap((p) => p.offices.map((o) => o.asOf)));
  const titleAt = new Map(titles.map((title, i) => [title, i]));
  const dayAt = new Map(days.map((day, i) => [day, i]));
  const lines = people.map((person): string => {
    const packed: PackedPerson = [
      person.name,
      person.id === slugOf(person.name) ? 0 : person.id,
      person.family === lastWord(person.name) ? 0 : person.family,
      person.short.length > 0 ? person.short : 0,
      person.gender ?? 0,
      person.country ?? 0,
      person.offices.map((o) => [
        titleAt.get(o.title) ?? 0,
        o.of === person.country ? 0 : o.of,
        ROLES.indexOf(o.role),
        o.from ?? 0,
        o.to ?? 0,
        dayAt.get(o.asOf) ?? 0,
      ]),
    ];
    if (person.wikidata) packed.push(person.wikidata);
    return JSON.stringify(packed);
  });
  return [JSON.stringify({ titles, days }), ...lines];
}

export interface PeopleTables {
  titles: string[];
  days: string[];
}

export function unpackPerson(line: string, tables: PeopleTables): PersonRecord {
  const [name, id, family, short, gender, country, offices, wikidata] = JSON.parse(line) as PackedPerson;
  return {
    id: id || slugOf(name),
    name,
    aliases: [],
    family: family || lastWord(name),
    short: short || [],
    ...(gender ? { gender: gender as 'f' | 'm' } : {}),
    country: country || null,
    offices: offices.map(
      ([title, of, role, from, to, asOf]): OfficeRecord => ({
        title: tables.titles[title] ?? '',
        of: of || (country as string),
        role: ROLES[role] ?? 'other',
        from: from || null,
        to: to || null,
        asOf: tables.days[asOf] ?? '',
        source: '',
      }),
    ),
    ...(wikidata ? { wikidata } : {}),
  };
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** The id that most people have: their name in plain letters. */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function frequent(values: string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}
