// Texts that are no articles, and articles that go on for ever: no error, bounded time, no invented meeting.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import { cast, fill, PUBLISHED } from './cast.ts';
import { loadWorld, read } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

/** Milliseconds that a text of some thousand words may take, on a slow machine. */
const BOUND = 4000;

const news = (text: string) => {
  const start = performance.now();
  const result = read(dictionary, text, PUBLISHED);
  expect(performance.now() - start).toBeLessThan(BOUND);
  return result.analysis.meetings.filter((m) => !m.background);
};

const runs = { numRuns: 8, seed: 5 };
const invented = (template: string): void => {
  fc.assert(
    fc.property(cast, (c) => {
      const text = fill(template, c);
      expect(news(text), text).toEqual([]);
    }),
    runs,
  );
};

describe('no invented meeting', () => {
  it('a list of names under a headline with "meet"', () =>
    invented('Ministers to meet the press\n- {0}, {t0}, {c0}\n- {1}, {t1}, {c1}\n- {2}, {t2}, {c2}\n- {3}'));
  it('names without a verb', () => invented('{a0} {T0} {0}\n{a1} {T1} {1}\n{k2}\n{day}'));
  it('a table', () => invented('Name\tOffice\tCountry\n{0}\t{t0}\t{c0}\n{1}\t{t1}\t{c1}\n{2}\t{t2}\t{c2}'));
  it('an interview', () =>
    invented(
      'Question: What do you think of {1}?\n{0}: I have read what the {a1} president says.\nQuestion: And of {c2}?\n{0}: Ask {2}.',
    ));
  it('a quiz', () => invented('Who is the {t0} of {c0}?\nA. {0}\nB. {1}\nC. {2}\nD. {3}'));
  it('one word', () => expect(news('Meeting')).toEqual([]));
  it('nothing', () => expect(news('')).toEqual([]));
  it('marks only', () => expect(news('… — “”" «» ()[]{} ;;; ,,, ??? !!!')).toEqual([]));
});

describe('a meeting all the same', () => {
  const met = (wrap: (meeting: string) => string): void => {
    fc.assert(
      fc.property(cast, (c) => {
        const text = fill(wrap('{a0} {T0} {0} met {a1} {T1} {1} in {k2} on {day}.'), c);
        const result = read(dictionary, text, PUBLISHED);
        expect([...result.participants].sort(), text).toEqual([c.people[0], c.people[1]].sort());
      }),
      runs,
    );
  };
  it('in a live blog', () => met((m) => `10:02 Good morning.\n10:15 ${m}\n10:40 Markets open.\n11:00 More soon.`));
  it('behind a quote that is never closed', () => met((m) => `${m} “We agreed on many things, he said, and more`));
  it('before another article', () => met((m) => `${m}\nAdvertisement\nTen recipes for autumn\nTake two onions.`));
});

describe('long sentences', () => {
  it('of 3,000 words', () => {
    const c = fc.sample(cast, { numRuns: 1, seed: 3 })[0];
    if (!c) throw new Error('no cast');
    const clause = fill('and {a0} {T0} {0} met {a1} {T1} {1} and {2} said that talks with {c2} would go on, ', c);
    expect(() => news(clause.repeat(160))).not.toThrow();
  });
  it('of names alone', () => {
    const c = fc.sample(cast, { numRuns: 1, seed: 4 })[0];
    if (!c) throw new Error('no cast');
    expect(() => news(fill('{a0} {T0} {0}, {a1} {T1} {1}, ', c).repeat(300))).not.toThrow();
  });
  it('of the word "meeting" alone', () => {
    expect(news('meeting '.repeat(3000))).toEqual([]);
  });
});
