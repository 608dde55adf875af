// The tokenizer: exact UTF-16 offsets on every kind of writing that news has, and on any string at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharacterTable } from '../../../src/engine/text/characters.ts';
import { F, HASH_SEED_1, HASH_SEED_2, mix1, mix2, Tokens, tokenize } from '../../../src/engine/text/tokens.ts';

const table = new CharacterTable();

/** Knows the words given, by the hashes of their folded form; of these, those with a full stop are abbreviations. */
function vocabularyOf(words: string[]) {
  const ids = new Map<string, number>();
  words.forEach((word, i) => {
    let h1 = HASH_SEED_1;
    let h2 = HASH_SEED_2;
    for (const c of word.replace('.', '')) {
      h1 = mix1(h1, c.charCodeAt(0));
      h2 = mix2(h2, c.charCodeAt(0));
    }
    ids.set(`${h1} ${h2}`, i);
  });
  return {
    find: (h1: number, h2: number) => ids.get(`${h1} ${h2}`) ?? -1,
    isAbbreviation: (word: number) => words[word]?.endsWith('.') ?? false,
  };
}

const WORDS = [
  'st.',
  'gen.',
  'mr.',
  'erdogan',
  'us',
  'un',
  'dc',
  'uae',
  'c5+1',
  'g20',
  'f16',
  'cote',
  'koln',
  'xi',
  'al',
];

function read(text: string, words = WORDS) {
  const tokens = new Tokens(4);
  tokenize(text, 0, tokens, table, vocabularyOf(words));
  return Array.from({ length: tokens.count }, (_, i) => ({
    text: text.slice(tokens.start[i], tokens.end[i]),
    start: tokens.start[i] as number,
    end: tokens.end[i] as number,
    key: tokens.key[i] as number,
    flags: tokens.flags[i] as number,
    has: (bits: number) => ((tokens.flags[i] as number) & bits) !== 0,
  }));
}
const textsOf = (text: string): string[] => read(text).map((t) => t.text);
const only = (text: string) => {
  const tokens = read(text);
  expect(tokens.map((t) => t.text)).toHaveLength(1);
  return tokens[0] as (typeof tokens)[number];
};
const idOf = (word: string): number => WORDS.indexOf(word);

describe('words and their edges', () => {
  it.each([
    ['The talks ended.', ['The', 'talks', 'ended', '.']],
    ['U.S. envoys', ['U.S.', 'envoys']],
    ['in Washington, D.C., on', ['in', 'Washington', ',', 'D.C.', ',', 'on']],
    ["the U.A.E.'s plan", ['the', 'U.A.E.', "'s", 'plan']],
    ['the U.N.-led talks', ['the', 'U.N.', '-', 'led', 'talks']],
    ['the U.S side', ['the', 'U.S', 'side']],
    ['George W. Bush', ['George', 'W.', 'Bush']],
    ['J.K. Rowling', ['J.K.', 'Rowling']],
    ['St. Lucia', ['St.', 'Lucia']],
    ['St Lucia', ['St', 'Lucia']],
    ['Mr. Gen. X', ['Mr.', 'Gen.', 'X']],
    ["Norway's and Chile’s", ['Norway', "'s", 'and', 'Chile', '’s']],
    ["the Philippines' offer, Laos’ dams", ['the', 'Philippines', "'", 'offer', ',', 'Laos', '’', 'dams']],
    ['China-Russia', ['China', '-', 'Russia']],
    ['China–Russia—US', ['China', '–', 'Russia', '—', 'US']],
    ['2,500 troops and 3.5 million', ['2,500', 'troops', 'and', '3.5', 'million']],
    ['in 2024, 500 came', ['in', '2024', ',', '500', 'came']],
    ['the C5+1 and the G20', ['the', 'C5+1', 'and', 'the', 'G20']],
    ['an F-16 jet', ['an', 'F', '-', '16', 'jet']],
    ["Côte d'Ivoire", ['Côte', "d'Ivoire"]],
    ["O’Brien isn't", ['O’Brien', "isn't"]],
    ['(AP) “yes”', ['(', 'AP', ')', '“', 'yes', '”']],
    ['AT&T', ['AT', '&', 'T']],
    ['1990s', ['1990s']],
    ['end.Start', ['end', '.', 'Start']],
    ['', []],
    [' \t\n\u00a0', []],
  ])('%s', (text, expected) => expect(textsOf(text)).toEqual(expected));

  it.each([
    ['no-break space', 'New\u00a0York', ['New', 'York']],
    ['narrow no-break space', '5\u202f000', ['5', '000']],
    ['ideographic space', 'Kim\u3000Jong', ['Kim', 'Jong']],
    ['line separator', 'one\u2028two', ['one', 'two']],
    ['soft hyphen inside', 'Erdo\u00adgan', ['Erdo\u00adgan']],
    ['zero-width space inside', 'Erdo\u200bgan', ['Erdo\u200bgan']],
    ['byte order mark before', '\ufeffErdogan', ['Erdogan']],
    ['direction marks around', '\u200eErdogan\u200f,', ['Erdogan', ',']],
    ['emoji', 'Xi 🇨🇳 met', ['Xi', '🇨', '🇳', 'met']],
    ['lone high surrogate', 'a \ud83d b', ['a', '\ud83d', 'b']],
    ['lone low surrogate', 'a \ude00 b', ['a', '\ude00', 'b']],
    ['lone surrogate at the end', 'a \ud83d', ['a', '\ud83d']],
  ])('%s', (_, text, expected) => expect(textsOf(text)).toEqual(expected));
});

describe('keys', () => {
  it.each([
    ['as in the dictionary', 'Erdogan'],
    ['NFC', 'Erdoğan'.normalize('NFC')],
    ['NFD', 'Erdoğan'.normalize('NFD')],
    ['capitals', 'ERDOĞAN'],
    ['full width', 'Ｅｒｄｏｇａｎ'],
    ['soft hyphen', 'Er\u00addo\u00adgan'],
    ['zero-width joiner', 'Erdo\u200dgan'],
    ['stacked marks', 'E\u0301\u0323rdogan'],
    ['dotless i has no part in it', 'Erdogan'],
  ])('%s', (_, text) => expect(only(text).key).toBe(idOf('erdogan')));

  it('passes over full stops between capitals', () => {
    expect(read('U.S.')[0]?.key).toBe(idOf('us'));
    expect(read('U.S')[0]?.key).toBe(idOf('us'));
    expect(read('D.C.')[0]?.key).toBe(idOf('dc'));
    expect(read("U.A.E.'s")[0]?.key).toBe(idOf('uae'));
  });

  it('keeps figures and plus signs', () => {
    expect(only('C5+1').key).toBe(idOf('c5+1'));
    expect(only('G20').key).toBe(idOf('g20'));
  });

  it('has none for a word that is unknown, and the code for a mark', () => {
    expect(only('Zzyx').key).toBe(-1);
    expect(only('“').key).toBe('“'.charCodeAt(0));
  });
});

describe('flags', () => {
  const flagged = (text: string, bits: number): string[] =>
    read(text)
      .filter((t) => t.has(bits))
      .map((t) => t.text);

  it('tells how a word is written', () => {
    expect(flagged("Oslo oslo Éire d'Ivoire 5G", F.Capital)).toEqual(['Oslo', 'Éire', "d'Ivoire"]);
    expect(flagged('NATO Nato U.S. A ÉU G7 a.m. e.g.', F.Caps)).toEqual(['NATO', 'U.S.', 'ÉU']);
    expect(flagged('McCain AfDB Oslo', F.Mixed)).toEqual(['McCain', 'AfDB']);
    expect(flagged('U.S. J. US', F.Dotted)).toEqual(['U.S.']);
    expect(flagged('J. Smith, a. b', F.Initial)).toEqual(['J.']);
    expect(flagged('Mr. X met St. Y. It end.', F.Abbreviation)).toEqual(['Mr.', 'St.']);
    expect(flagged('G20 2,500 ten', F.HasDigit)).toEqual(['G20']);
    expect(flagged('G20 2,500 ten', F.Number)).toEqual(['2,500']);
  });

  it('tells what a mark does', () => {
    expect(flagged("Oslo's Laos' don't", F.Possessive)).toEqual(["'s", "'"]);
    expect(flagged('China-Russia, yes - no, pre- war', F.Joiner)).toEqual(['-']);
  });

  it('tells what stands before', () => {
    expect(flagged('a b\u00a0c,d', F.SpaceBefore)).toEqual(['b', 'c']);
    expect(flagged('a\nb c', F.NewlineBefore)).toEqual(['a', 'b']);
  });
});

describe('any string', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom(
          'U.S.',
          "'s",
          '’',
          '-',
          '–',
          '\u00ad',
          '\u200b',
          'a',
          'A',
          '9',
          '.',
          ',',
          '+',
          ' ',
          '\n',
          'é',
          '\u0301',
          '\ud83d',
          'İ',
          'ß',
          'ﬁ',
          'Ǆ',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('gives tokens inside the text, sorted, without overlap, none empty, and leaves out only what is blank or silent', () => {
    fc.assert(
      fc.property(noise, (text) => {
        let last = 0;
        let left = '';
        for (const token of read(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          left += text.slice(last, token.start);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        left += text.slice(last);
        expect(left).toMatch(/^[\s\p{M}\p{Cf}\u2028\u2029]*$/u);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same tokens twice, and the same after a space as after nothing', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const once = read(text);
        expect(read(text).map(({ has: _, ...t }) => t)).toEqual(once.map(({ has: _, ...t }) => t));
        expect(textsOf(` ${text}`)).toEqual(once.map((t) => t.text));
      }),
      { numRuns: 100 },
    );
  });
});
