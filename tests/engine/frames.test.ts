// The same structures with other names: random people, offices, countries and places in the kinds of sentences that tell
// of a meeting. Participants and those who are only mentioned must be told apart in all of them.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import { COUNTRIES, DAYS, FAMILY, GIVEN, PUBLISHED } from './cast.ts';
import { loadWorld, read } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const TITLES = [
  'foreign minister',
  'defence minister',
  'trade minister',
  'national security adviser',
  'deputy foreign minister',
  'energy minister',
  'special envoy',
];

const capitalised = (title: string): string => title.replace(/\b\p{L}/gu, (c) => c.toUpperCase());

interface Cast {
  people: { given: string; family: string; full: string }[];
  countries: typeof COUNTRIES;
  titles: string[];
  day: [string, string];
}

const cast: fc.Arbitrary<Cast> = fc.record({
  people: fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...GIVEN), { minLength: 4, maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(...FAMILY), { minLength: 4, maxLength: 4 }),
    )
    .map(([given, family]) => given.map((g, i) => ({ given: g, family: family[i] ?? '', full: `${g} ${family[i]}` }))),
  countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 3, maxLength: 3, selector: (c) => c.id }),
  titles: fc.uniqueArray(fc.constantFrom(...TITLES), { minLength: 3, maxLength: 3 }),
  day: fc.constantFrom(...DAYS),
});

/** A frame: the text, who takes part (indices into the cast's people), and what else is told. */
interface Frame {
  name: string;
  text(c: Required<Cast>): string;
  participants: number[];
  host?: number;
  kind?: string;
  status?: string;
  /** Index of the country whose capital is the place. */
  place?: number;
  dated?: boolean;
}

type Slots = { p: Cast['people']; c: typeof COUNTRIES; t: string[]; T: string[]; day: string };
const slots = ({ people, countries, titles, day }: Cast): Slots => ({
  p: people,
  c: countries,
  t: titles,
  T: titles.map(capitalised),
  day: day[0],
});

const frame = (
  name: string,
  participants: number[],
  text: (s: never) => string,
  more: Omit<Frame, 'name' | 'participants' | 'text'> = {},
): Frame => ({
  name,
  participants,
  text: (c) => (text as unknown as (s: Slots) => string)(slots(c)),
  ...more,
});

const FRAMES: Frame[] = [
  frame(
    'received, sender named',
    [0, 1],
    (({ p, c, t, T, day }: Slots) =>
      `${c[0]!.name}'s ${t[0]} ${p[0]!.full} received ${p[1]!.full}, ${t[1]} of ${c[1]!.name}, in ${c[0]!.capital} on ${day}.\n${p[0]!.family} welcomed ${p[1]!.family}'s visit, which was arranged at the wish of ${c[1]!.adjective} President ${p[2]!.full}.\n${p[1]!.family} said the two sides had much to do. ${T[0]} ${p[0]!.family} agreed.`) as never,
    { host: 0, place: 0, dated: true, kind: 'in-person', status: 'held' },
  ),
  frame(
    'met with, third quoted from afar',
    [0, 1],
    (({ p, c, T, day }: Slots) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} met with ${c[1]!.adjective} ${T[1]} ${p[1]!.full} in ${c[1]!.capital} on ${day}.\nThey spoke of trade and energy. In a separate statement, ${c[2]!.adjective} ${T[2]} ${p[2]!.full} said that ${c[2]!.name} would watch the talks closely.`) as never,
    { host: 1, place: 1, dated: true, kind: 'in-person', status: 'held' },
  ),
  frame(
    'passive',
    [0, 1],
    (({ p, c, T, t, day }: Slots) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} was received by ${p[1]!.full}, the ${t[1]} of ${c[1]!.name}, in ${c[1]!.capital} on ${day}.\nA proposal by ${c[2]!.adjective} ${T[2]} ${p[2]!.full} was among the subjects.`) as never,
    { host: 1, place: 1, dated: true, status: 'held' },
  ),
  frame(
    'nominal, between',
    [0, 1],
    (({ p, c, T, day }: Slots) =>
      `Talks between ${c[0]!.adjective} ${T[0]} ${p[0]!.full} and ${c[1]!.adjective} ${T[1]} ${p[1]!.full} took place in ${c[2]!.capital} on ${day}.\n${c[2]!.adjective} President ${p[2]!.full} was not in the capital.`) as never,
    { place: 2, dated: true, status: 'held' },
  ),
  frame(
    'held talks, reciprocal',
    [0, 1],
    (({ p, c, T, day }: Slots) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} and ${c[1]!.adjective} ${T[1]} ${p[1]!.full} held talks in ${c[0]!.capital} on ${day}.\n${p[1]!.family} later gave an interview about the late ${p[2]!.full}.`) as never,
    { host: 0, place: 0, dated: true, status: 'held' },
  ),
  frame(
    'call',
    [0, 1],
    (({ p, c, T, day }: Slots) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} spoke by phone with ${c[1]!.adjective} ${T[1]} ${p[1]!.full} on ${day}.\nThe two discussed a letter from President ${p[2]!.full} of ${c[2]!.name} to the general assembly.`) as never,
    { kind: 'call', dated: true, status: 'held' },
  ),
  frame(
    'planned',
    [0, 1],
    (({ p, c, T }: Slots) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} will meet ${c[1]!.adjective} ${T[1]} ${p[1]!.full} in ${c[2]!.capital} next week.\nThe announcement was made by government spokesman ${p[2]!.full}.`) as never,
    { place: 2, status: 'planned' },
  ),
  frame(
    'possessive noun',
    [0, 1],
    (({ p, c, T, t, day }: Slots) =>
      `During a meeting with ${c[1]!.adjective} ${T[1]} ${p[1]!.full} in ${c[0]!.capital} on ${day}, ${c[0]!.adjective} ${T[0]} ${p[0]!.full} praised the ties between the two countries.\nHe also spoke of the ${t[2]}, ${p[2]!.full}.`) as never,
    { host: 0, place: 0, dated: true, status: 'held' },
  ),
];

const QUIET: { name: string; text: (s: Slots) => string }[] = [
  {
    name: 'statement',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} said on Tuesday that ${c[1]!.name} must answer for its actions.\n${c[1]!.adjective} ${T[1]} ${p[1]!.full} rejected the charge.`,
  },
  {
    name: 'call for talks',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} called for talks between ${c[1]!.name} and ${c[2]!.name}.`,
  },
  {
    name: 'offer',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} offered to meet ${c[1]!.adjective} ${T[1]} ${p[1]!.full}.`,
  },
  {
    name: 'refusal',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} refused to meet ${c[1]!.adjective} ${T[1]} ${p[1]!.full}.`,
  },
  {
    name: 'domestic',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} met with opposition leader ${p[1]!.full} in ${c[0]!.capital} on Monday, ${c[0]!.adjective} media said.`,
  },
  {
    name: 'summons',
    text: ({ p, c, T }) =>
      `${c[0]!.adjective} ${T[0]} ${p[0]!.full} summoned the ambassador of ${c[1]!.name}, ${p[1]!.full}, to protest.`,
  },
];

const RUNS = 60;

describe('frames with random names', () => {
  for (const f of FRAMES)
    it(f.name, () => {
      fc.assert(
        fc.property(cast, (c) => {
          const text = f.text(c);
          const result = read(dictionary, text, PUBLISHED);
          expect([...result.participants].sort(), text).toEqual(f.participants.map((i) => c.people[i]?.full).sort());
          const meeting = result.analysis.meetings.find((m) => !m.background);
          if (f.status) expect(meeting?.status, text).toBe(f.status);
          if (f.kind) expect(meeting?.kind, text).toBe(f.kind);
          if (f.host !== undefined)
            expect(meeting?.host && result.nameOf(meeting.host), text).toBe(c.people[f.host]?.full);
          if (f.place !== undefined) expect(meeting?.place, text).toBe(c.countries[f.place]?.capital);
          if (f.dated) expect(meeting?.date, text).toBe(c.day[1]);
          for (const person of c.people.slice(0, 3))
            expect(
              result.said.some((s) => s.startsWith(`${person.full} →`)),
              `${person.full} in: ${text}`,
            ).toBe(true);
        }),
        { numRuns: RUNS, seed: 7, endOnFailure: true, includeErrorInReport: true },
      );
    });
});

describe('no meeting', () => {
  for (const q of QUIET)
    it(q.name, () => {
      fc.assert(
        fc.property(cast, (c) => {
          const text = q.text(slots(c));
          expect(read(dictionary, text, PUBLISHED).participants, text).toEqual([]);
        }),
        { numRuns: RUNS, seed: 7, endOnFailure: true, includeErrorInReport: true },
      );
    });
});
