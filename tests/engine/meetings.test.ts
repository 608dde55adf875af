// Who met whom in every kind of sentence that tells of it: active, passive, by a noun, in headlines, with attendants,
// several meetings in a row, planned, called off and denied. Names, offices, countries and days are random.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import { cast, fill, PUBLISHED } from './cast.ts';
import { loadWorld, read } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

type Status = 'held' | 'planned' | 'cancelled' | 'denied';
/** Status, who takes part (indices into the people), template; and what else must hold. */
type Row = [Status, number[], string, { host?: number; place?: number; date?: 'day' | 'next'; kind?: string }?];

const ROWS: Row[] = [
  // Verbs.
  [
    'held',
    [0, 1],
    '{a0} {T0} {0} and his {a1} counterpart, {1}, met in {k2} on {day} to discuss trade.',
    { place: 2, date: 'day' },
  ],
  [
    'held',
    [0, 1],
    '{a1} President {1} on {day} hosted {a0} Prime Minister {0} at the palace in {k1}.',
    { host: 1, date: 'day' },
  ],
  [
    'held',
    [0, 1],
    "{c0}'s Prime Minister {0} was welcomed by {a1} President {1} upon his arrival in {k1} on {day}.",
    { host: 1 },
  ],
  ['held', [0, 1], '{a0} {T0} {0} travelled to {k1} on {day} to meet {a1} President {1}.', { host: 1, place: 1 }],
  [
    'held',
    [0, 1],
    '{a1} {T1} {1} discussed military cooperation with his {a0} counterpart {0} on {day}.',
    { date: 'day' },
  ],
  ['held', [0, 1], '{0}, the {t0} of {c0}, and {1}, his {a1} counterpart, met in {k2} on {day}.', { place: 2 }],
  [
    'held',
    [0, 1],
    "{0}, {c0}'s {t0}, met on {day} in {k2} with {1}, {c1}'s president, for the first time since the war began.",
    { date: 'day' },
  ],
  ['held', [0, 1], '{a0} {T0} {0} met with {1}, who is the {t1} of {c1}, in {k2} on {day}.'],
  [
    'held',
    [0, 1],
    '{a0} {T0} {0}, who is on a tour of the region, met {a1} President {1} in {k1} on {day}.',
    { host: 1 },
  ],
  [
    'held',
    [0, 1],
    'The summit in {k2} on {day} brought together {a0} Prime Minister {0} and {a1} President {1}.',
    { place: 2 },
  ],
  // Nouns.
  [
    'held',
    [0, 1],
    '{a1} President {1} said on {day} after a meeting with {a0} Prime Minister {0} that ties were strong.',
  ],
  [
    'held',
    [0, 1],
    'Talks in {k2} between the foreign ministers of {c0} and {c1}, {0} and {1}, ended on {day} without a result.',
    { place: 2 },
  ],
  [
    'held',
    [0, 1],
    'The meeting between {a0} {T0} {0} and {a1} {T1} {1} on {day} could open the way to a deal.',
    { date: 'day' },
  ],
  [
    'held',
    [0, 1],
    'At their meeting in {k1} on {day}, {a0} {T0} {0} and {a1} President {1} discussed trade.',
    { place: 1, host: 1 },
  ],
  [
    'held',
    [0, 1],
    '{a0} {T0} {0} told {a1} President {1} on {day} in a meeting in {k1} that {c0} would help.',
    { place: 1 },
  ],
  [
    'held',
    [0, 1],
    'Speaking at a joint press conference with {a0} Prime Minister {0} in {k1} on {day}, {a1} President {1} praised the ties.',
  ],
  ['held', [0, 1], '{a0} Ambassador to {c1} {0} paid a courtesy call on {a1} {T1} {1} on {day}.', { host: 1 }],
  ['held', [0, 1], "{c0}'s {t0} {0} wrapped up two days of talks with {a1} President {1} on {day}."],
  ['held', [0, 1], '{a1} President {1} hosted a state dinner for {a0} President {0} on {day}.', { host: 1 }],
  // Headlines.
  [
    'held',
    [0, 1],
    '{s1}, {s0} discuss grain deal\n{a1} President {1} and {a0} Prime Minister {0} discussed a grain deal on {day}.',
  ],
  [
    'planned',
    [0, 1],
    '{s0} to meet {s1} in {k2} on {next}\n{a0} {T0} {0} is due to hold talks with {a1} {T1} {1} in {k2} on {next}.',
    { date: 'next', place: 2 },
  ],
  // Calls and letters.
  ['held', [0, 1], '{a0} {T0} {0} telephoned his {a1} counterpart {1} on {day}.', { kind: 'call' }],
  [
    'held',
    [0, 1],
    'In a phone call on {day}, {a0} {T0} {0} and {a1} {T1} {1} discussed trade.',
    { kind: 'call', date: 'day' },
  ],
  ['held', [0, 1], '{a0} {T0} {0} received a phone call from his {a1} counterpart {1} on {day}.', { kind: 'call' }],
  ['held', [0, 1], '{a0} Prime Minister {0} and {a1} President {1} spoke by video link on {day}.', { kind: 'video' }],
  ['held', [0, 1], '{a1} President {1} received a letter from {a0} Prime Minister {0} on {day}.', { kind: 'letter' }],
  [
    'held',
    [0, 1, 2],
    '{a0} {T0} {0} held separate phone calls with {a1} {T1} {1} and {a2} {T2} {2} on {day}.',
    { kind: 'call' },
  ],
  ['held', [0, 1], '{a0} Prime Minister {0} called and congratulated {a1} President {1} on {day}.', { kind: 'call' }],
  // Over sentences.
  [
    'held',
    [0, 1],
    '{a0} Prime Minister {0} arrived in {k1} on {day} for a three-day visit. He held talks with President {1} of {c1}.',
    { host: 1, place: 1 },
  ],
  ['held', [0, 1], '{a0} {T0} {0} flew to {k1} on {day}. There he conferred with {1}, the {a1} {t1}.', { host: 1 }],
  ['held', [0, 1, 2], '{a0} {T0} {0} met {a1} President {1} on {day}.\nHe also met with {a1} {T2} {2}.'],
  [
    'held',
    [0, 1, 2],
    '{a0} {T0} {0} met {a1} President {1} in {k1} on {day}, and later held talks with {a1} {T2} {2}.',
  ],
  // Who is the subject.
  [
    'held',
    [0, 1],
    '{a0} Prime Minister {0} announced that the tariffs of {c2} would rest, following a call with {a1} President {1} on {day}.',
    { kind: 'call' },
  ],
  [
    'held',
    [0, 1],
    'Crowds lined the streets to see {a0} President {0}, who met {a1} President {1} in {k2} on {day}.',
    { place: 2 },
  ],
  [
    'held',
    [0, 1],
    '{a0} President {0} met {a1} President {1} in {k2} on {day}, weeks after he met {a2} President {2}.',
    { place: 2 },
  ],
  [
    'held',
    [0, 1, 2],
    '{a0} Prime Minister {0} met {a1} President {1} in {k1} on {day}.\nDuring the meeting, {a1} {T2} {2} presented a plan.',
    { place: 1 },
  ],
  // Attendants.
  [
    'held',
    [0, 1, 2],
    '{a1} President {1} met {a0} Prime Minister {0} on {day}. The talks were also attended by {a1} {T2} {2}.',
  ],
  ['held', [0, 1, 2], '{a0} Prime Minister {0}, accompanied by {a0} {T2} {2}, met {a1} President {1} on {day}.'],
  [
    'held',
    [0, 1, 2],
    '{a0} Prime Minister {0} met {a1} President {1} in {k1} on {day}.\nAmong those present was {a1} {T2} {2}.',
  ],
  [
    'held',
    [0, 1, 2],
    '{a0} Prime Minister {0} met {a1} President {1} in {k1} on {day}.\n{a1} {T2} {2}, who took part in the talks, called them a success.',
  ],
  [
    'held',
    [0, 1],
    '{c0} and {c1} held consultations on {day}. The {a0} delegation was headed by {T0} {0}, the {a1} side by {T1} {1}.',
  ],
  ['held', [0, 1], 'A {a0} delegation led by {T0} {0} met {a1} officials headed by {T1} {1} in {k1} on {day}.'],
  // Three parties.
  [
    'held',
    [0, 1, 2],
    '{a2} {T2} {2} mediated talks between {a0} {T0} {0} and {a1} {T1} {1} in {k2} on {day}.',
    { place: 2 },
  ],
  ['held', [0, 1, 2], 'The leaders of {c0}, {c1} and {c2}, {0}, {1} and {2}, met in {k2} on {day}.', { place: 2 }],
  [
    'held',
    [0, 1, 2],
    'The summit in {k2} on {day} was attended by {a0} Prime Minister {0}, {a1} President {1} and {a2} Prime Minister {2}.',
  ],
  // As news agencies write.
  [
    'held',
    [0, 1],
    '{a1} President {1} received at the State House on {day} {a0} Prime Minister {0} and his accompanying delegation on the occasion of his official visit.',
    { host: 1 },
  ],
  [
    'held',
    [0, 1],
    '{a0} {T0} {0} held a session of official talks with his {a1} counterpart {1} in {k0} on {day}.',
    { host: 0 },
  ],
  [
    'held',
    [0, 1],
    'A telephone conversation took place between {a0} {T0} {0} and {a1} {T1} {1} on {day}.',
    { kind: 'call' },
  ],
  [
    'held',
    [0, 1],
    '{c0} and {c1} held a round of consultations in {k0} on {day}.\nThe two sides were represented by Deputy Foreign Ministers {0} and {1}.',
    { place: 0 },
  ],
  ['held', [0, 1], 'The Ambassador of {c1} to {c0}, {1}, has held a meeting with the Minister of Trade, {0}.'],
  ['held', [0, 1], "{a1} President {1}'s office said he met with {a0} {T0} {0} on {day}.", { date: 'day' }],
  ['held', [0, 1], 'Relations were the focus as {a0} Prime Minister {0} sat down with {a1} President {1} on {day}.'],
  [
    'held',
    [0, 1, 2],
    '{a0} {T0} {0} met in {k1} on {day} with {a1} President {1} and separately with {T2} {2}.',
    { place: 1 },
  ],
  [
    'held',
    [0, 1, 2],
    '{a0} Prime Minister {0} spoke with {a1} President {1} and with {a2} Prime Minister {2} on {day}.',
    { kind: 'call' },
  ],
  [
    'held',
    [0, 1, 2],
    'A trilateral meeting of the foreign ministers of {c0}, {c1} and {c2} took place in {k2} on {day}.\n{0}, {1} and {2} discussed trade, the {a2} ministry said.',
    { place: 2 },
  ],
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0} embarks on a visit to {c1} on {next}, during which he will hold talks with President {1}.',
    { host: 1 },
  ],
  [
    'planned',
    [0, 1],
    '"I will be speaking to President {1} of {c1} on {next}," {a0} Prime Minister {0} told reporters.',
    { kind: 'call' },
  ],
  [
    'planned',
    [0, 1],
    '{c1} said on {day} that President {1} would travel to {k0} on {next} for a summit with {a0} Prime Minister {0}.',
    { date: 'next', place: 0 },
  ],
  [
    'planned',
    [0, 1],
    '{a1} President {1} will arrive in {c0} on {next}.\nTies have improved since Prime Minister {0} of {c0} took office.',
    { host: 0 },
  ],
  // Planned.
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0} is scheduled to travel to {k1} next week, where he is expected to meet {a1} President {1}.',
    { host: 1 },
  ],
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0}, who wants a deal, will meet {a1} President {1} in {k2} on {next}.',
    { date: 'next', place: 2 },
  ],
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0} said on {day} he would meet {a1} President {1} in {k2} on {next}.',
    { date: 'next' },
  ],
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0} and {a1} President {1} have agreed to meet in {k2} on {next}.',
    { date: 'next' },
  ],
  [
    'planned',
    [0, 1],
    "{a0} Prime Minister {0}'s meeting with {a1} President {1} will take place in {k2} on {next}.",
    { date: 'next' },
  ],
  [
    'planned',
    [0, 1],
    'Ahead of a meeting with {a1} President {1} on {next}, {a0} Prime Minister {0} said he expected progress.',
    { date: 'next' },
  ],
  [
    'planned',
    [0, 1],
    'Trade will top the agenda when {a0} Prime Minister {0} meets {a1} President {1} in {k2} on {next}.',
    { place: 2 },
  ],
  [
    'planned',
    [0, 1],
    '{a0} Prime Minister {0} will raise the case with {a1} President {1} when the two leaders meet on {next}.',
  ],
  [
    'planned',
    [0, 1],
    '{a1} President {1} will visit {k0} next week at the invitation of {a0} Prime Minister {0}.',
    { host: 0 },
  ],
  ['planned', [0, 1], '{a0} {T0} {0} left for {k1} on {day} for talks with his {a1} counterpart {1}.', { host: 1 }],
  // Called off, denied.
  [
    'cancelled',
    [0, 1],
    '{a0} Prime Minister {0} has called off a meeting with {a1} President {1} that was planned for {next}.',
    { date: 'next' },
  ],
  ['cancelled', [0, 1], 'A meeting between {a0} {T0} {0} and {a1} {T1} {1} has been postponed, a ministry said.'],
  [
    'cancelled',
    [0, 1],
    '{a1} President {1} cancelled his planned trip to {k0}, where he was to meet {a0} Prime Minister {0}.',
    { host: 0 },
  ],
  ['denied', [0, 1], '{a0} Prime Minister {0} has no plans to meet {a1} President {1}, his spokesman said.'],
  ['denied', [0, 1], '{a0} Prime Minister {0} ruled out a meeting with {a1} President {1}.'],
];

const QUIET = [
  '{a0} Prime Minister {0} said {a1} President {1} should be ready to negotiate.',
  '{a0} Prime Minister {0} urged {a1} President {1} to meet opposition leaders.',
  '{a0} Prime Minister {0} is ready to meet {a1} President {1}.',
  '{a0} Prime Minister {0} proposed a meeting with {a1} President {1}.',
  '{a0} Prime Minister {0} said a meeting with {a1} President {1} was possible.',
  '{a0} Prime Minister {0} may meet {a1} President {1}, a newspaper said.',
  '{a0} Prime Minister {0} did not say whether he would meet {a1} President {1}.',
  '{a1} President {1} welcomed the decision of {a0} Prime Minister {0}.',
  '{a0} Prime Minister {0} called {a1} President {1} a liar on {day}.',
  '{a1} President {1} congratulated {a0} Prime Minister {0} on his election.',
  '{a0} {T0} {0} rejected talks with {c1} on {day}.',
  '{a0} Prime Minister {0} met with {a0} {T1} {1} in {k0} on {day}.',
  '{a0} Prime Minister {0} met with {1}, president of the car maker Jaluna Motors, in {k0} on {day}.',
  "{c1}'s parliament met on {day} to discuss a bill of President {1}.",
  '{a1} troops met resistance near the border of {c2}, General {0} said.',
];

const RUNS = { numRuns: 12, seed: 11 };

describe('sentences that tell of a meeting', () => {
  for (const [status, participants, template, more = {}] of ROWS)
    it(template, () => {
      fc.assert(
        fc.property(cast, (c) => {
          const text = fill(template, c);
          const result = read(dictionary, text, PUBLISHED);
          expect([...result.participants].sort(), text).toEqual(participants.map((i) => c.people[i]).sort());
          const news = result.analysis.meetings.filter((m) => !m.background);
          expect(news[0]?.status, text).toBe(status);
          if (more.kind) expect(news[0]?.kind, text).toBe(more.kind);
          if (more.place !== undefined) expect(news[0]?.place, text).toBe(c.countries[more.place]?.capital);
          if (more.host !== undefined)
            expect(news[0]?.host && result.nameOf(news[0].host), text).toBe(c.people[more.host]);
          if (more.date) expect(news[0]?.date, text).toBe(more.date === 'day' ? c.day[1] : c.ahead[1]);
        }),
        RUNS,
      );
    });
});

describe('sentences that tell of none', () => {
  for (const template of QUIET)
    it(template, () => {
      fc.assert(
        fc.property(cast, (c) => {
          const text = fill(template, c);
          const { analysis } = read(dictionary, text, PUBLISHED);
          expect(
            analysis.meetings.filter((m) => !m.background),
            text,
          ).toEqual([]);
        }),
        RUNS,
      );
    });
});
