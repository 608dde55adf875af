// The whole engine on texts that nobody would write: whatever comes, it does not throw, its offsets are exact and its parts
// agree with one another.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { Analysis, Article, Block, Span } from '../../src/engine/analysis.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { articleFromText } from '../../src/engine/plain-text.ts';
import { loadWorld } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

/** What must hold of every analysis of every article. */
function checkWhole(article: Article, analysis: Analysis): void {
  const blocks = new Map(article.blocks.map((block) => [block.id, block]));
  const order = new Map(article.blocks.map((block, i) => [block.id, i]));
  const inside = (span: Span): void => {
    const block = blocks.get(span.block);
    expect(block).toBeDefined();
    expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(block?.text.length ?? -1);
  };
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  expect(entities.size).toBe(analysis.entities.length);
  const counts = new Map<string, number>();
  let last: Span = { block: article.blocks[0]?.id ?? 0, start: 0, end: 0 };
  for (const mention of analysis.mentions) {
    inside(mention);
    const text = blocks.get(mention.block)?.text.slice(mention.start, mention.end) ?? '';
    expect(text.trim()).toBe(text);
    const [a, b] = [order.get(last.block) ?? 0, order.get(mention.block) ?? 0];
    expect(b > a || (b === a && mention.start >= last.end)).toBe(true);
    last = mention;
    expect(entities.has(mention.entity)).toBe(true);
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
  }
  for (const entity of analysis.entities) expect(entity.mentions).toBe(counts.get(entity.id));
  for (const id of analysis.participants) expect(entities.get(id)?.type).toBe('person');
  for (const meeting of analysis.meetings) {
    meeting.evidence.forEach(inside);
    for (const { entity } of meeting.participants) expect(entities.get(entity)?.type).toBe('person');
    if (meeting.host !== null) expect(entities.has(meeting.host)).toBe(true);
    if (meeting.date !== null) expect(meeting.date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
  }
  expect(new Set(analysis.participants).size).toBe(analysis.participants.length);
  for (const topic of analysis.topics) {
    topic.evidence.forEach(inside);
    expect(topic.score).toBeGreaterThanOrEqual(0);
    expect(topic.score).toBeLessThanOrEqual(1);
  }
  expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
}

function articleOf(texts: string[], kinds: Block['kind'][] = []): Article {
  return {
    url: null,
    title: '',
    source: null,
    language: null,
    published: '2026-05-04',
    blocks: texts.map((text, id) => ({ id, kind: kinds[id] ?? 'paragraph', text })),
  };
}

function check(article: Article): Analysis {
  const analysis = analyze(article, dictionary);
  checkWhole(article, analysis);
  return analysis;
}

/** Words that the grammar, the dictionary and the tagger care for, with marks and noise between them. */
const PARTS = [
  ...[
    'Foreign Minister',
    'President',
    'Mr.',
    'Gen.',
    'the',
    'of',
    'and',
    'for',
    'said',
    'met',
    'with',
    'in',
    'to',
    'al-',
    'bin',
    'van',
  ],
  ...[
    'China',
    'Russian',
    'U.S.',
    'US',
    'Sino',
    'Guinea',
    'Moscow',
    'White House',
    'Georgia',
    'South',
    'Korea',
    'Congo',
  ],
  ...[
    'Wang Yi',
    'Putin',
    'Lavrov',
    'Ostrogan',
    'Helena',
    'Kim',
    'Jong-un',
    'May',
    'Friday',
    'WHO',
    'IS',
    'EU',
    'UN',
    'NATO',
  ],
  ...[
    'Ministry',
    'Council',
    'Party',
    'Bank',
    'United Nations',
    '(UN)',
    'Security',
    'Treaty',
    'Sea',
    'University',
    'Ltd',
  ],
  ...[
    "'s",
    '’',
    "s'",
    '-',
    '–',
    '—',
    ',',
    '.',
    '; ',
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\n',
    '(',
    ')',
    '“',
    '"',
    '!',
    '/',
    '&',
    '$',
    '…',
  ],
  ...[
    '\u00ad',
    '\u200b',
    '\u202f',
    '\ud83d',
    '\ude00',
    '🇨🇳',
    'é',
    '\u0301',
    'Ｃｈｉｎａ',
    '中国',
    'روسيا',
    'Россия',
    '9',
    '2,500',
    'C5+1',
    'İ',
    'ß',
  ],
];
const salad = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom('', ' ', ' ')), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));
const kind = fc.constantFrom<Block['kind']>('title', 'heading', 'paragraph', 'list', 'caption', 'quote');

const SOBER = `[TITLE]
Norwegian Foreign Minister Helena Ostrogan met Chinese counterpart Wang Yi in Oslo on Monday. They discussed trade, the United Nations (UN) Security Council and the Northern Trawling Commission (NTC).
Ostrogan said the U.S. and the EU would join; Moscow's envoy, Anton Varkonda, was told by phone.`.replace(
  '[TITLE]',
  'Oslo Hosts Chinese Envoy',
);

describe('any text', () => {
  it('of any characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 4 }),
        (texts) => void check(articleOf(texts)),
      ),
      { numRuns: 150 },
    );
  });

  it('of any code units, halves of characters among them', () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
      .map((c) => String.fromCharCode(...c));
    fc.assert(
      fc.property(fc.array(units, { maxLength: 3 }), (texts) => void check(articleOf(texts))),
      { numRuns: 150 },
    );
  });

  it('of names, titles and marks in any order, in any kind of block', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(salad, kind), { maxLength: 4 }), (blocks) => {
        check(
          articleOf(
            blocks.map(([text]) => text),
            blocks.map(([, k]) => k),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('with ids of blocks that are not their positions', () => {
    const article = articleOf(SOBER.split('\n'));
    article.blocks.forEach((block, i) => {
      block.id = 40 - i * 7;
    });
    expect(check(article).mentions.length).toBeGreaterThan(5);
  });

  it('with no blocks, empty blocks and blank ones', () => {
    for (const texts of [[], [''], ['', ''], [' \n ', '\u00a0'], ['\u200b']])
      expect(check(articleOf(texts)).mentions).toEqual([]);
  });
});

describe('a sober article, damaged', () => {
  const damage: [string, (text: string) => string][] = [
    ['all capitals', (t) => t.toUpperCase()],
    ['all small letters', (t) => t.toLowerCase()],
    ['without spaces', (t) => t.replaceAll(' ', '')],
    ['decomposed', (t) => t.normalize('NFD')],
    ['soft hyphens everywhere', (t) => t.replace(/(?<=\p{L})(?=\p{L})/gu, '\u00ad')],
    ['zero-width everywhere', (t) => [...t].join('\u200b')],
    ['no-break spaces', (t) => t.replaceAll(' ', '\u00a0')],
    ['broken at line ends', (t) => t.replace(/(.{37})/g, '$1-\n')],
    ['OCR noise', (t) => t.replaceAll('l', '1').replaceAll('O', '0').replaceAll('n', 'ri')],
    ['half words', (t) => t.replace(/(\w{3})\w+/g, '$1')],
    ['backwards', (t) => [...t].reverse().join('')],
    ['full width', (t) => t.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['look-alikes of another script', (t) => t.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('o', 'о')],
    ['curly and straight mixed', (t) => t.replaceAll("'", '’').replaceAll('-', '–')],
    ['surrogates cut in two', (t) => t.replaceAll(' ', ' \ud83d')],
  ];
  for (const [name, change] of damage) it(name, () => void check(articleFromText(change(SOBER), '2026-05-04').article));

  it('reads the same names through soft hyphens, no-break spaces and decomposed letters', () => {
    const names = (text: string): string[] =>
      check(articleFromText(text, '2026-05-04').article).mentions.map((m) => m.entity);
    const plain = names(SOBER);
    expect(plain.length).toBeGreaterThan(8);
    for (const change of ['no-break spaces', 'decomposed', 'soft hyphens everywhere'])
      expect(names((damage.find(([name]) => name === change)?.[1] ?? String)(SOBER)), change).toEqual(plain);
  });

  it('finds nothing in text without a capital', () => {
    expect(check(articleFromText(SOBER.toLowerCase(), null).article).mentions).toEqual([]);
  });
});

describe('sameness', () => {
  it('the same article gives the same analysis, whatever was read before', () => {
    fc.assert(
      fc.property(salad, salad, (text, other) => {
        const first = analyze(articleOf([text]), dictionary);
        analyze(articleOf([other]), dictionary);
        expect(analyze(articleOf([text]), dictionary)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('does not change the article', () => {
    const article = articleFromText(SOBER, '2026-05-04').article;
    const before = structuredClone(article);
    analyze(article, dictionary);
    expect(article).toEqual(before);
  });

  // What a name *means* may change with what follows (a surname finds its full name, "Georgia" its neighbours, a body its
  // acronym, the tagger the case in which a word is written elsewhere). Boundaries of names that stand in full may not.
  it('paragraphs about other things change no boundary in those before them', () => {
    const bounds = (texts: string[], count: number): string[] =>
      analyze(articleOf(texts), dictionary)
        .mentions.filter((m) => m.block < count)
        .map((m) => `${m.block}:${m.start}-${m.end}`);
    const first = [
      'Norwegian Foreign Minister Helena Ostrogan met Chinese counterpart Wang Yi in Oslo on Monday.',
      "The European Union and Japan's Defense Ministry praised the United Nations (UN) Security Council.",
    ];
    const unrelated = fc.array(
      fc.constantFrom(
        'The harvest was poor, and the price of bread rose again in the autumn.',
        'Trade Minister Luis Marquenza of Peru opened a bridge.',
        'In Nairobi, Kenyan officials counted the votes until late at night.',
        'It rained for a week. Nobody complained.',
        'Shares of the Bank of Ghana fell by 2.5 percent.',
        'THE LIBRARY WILL STAY OPEN ALL NIGHT',
      ),
      { minLength: 1, maxLength: 5 },
    );
    const alone = bounds(first, 2);
    expect(alone).toHaveLength(8);
    fc.assert(
      fc.property(unrelated, (more) => {
        expect(bounds([...first, ...more], 2)).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });
});

describe('long texts of one thing', () => {
  const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const MEGABYTE = 1_000_000;
  // What is heavy for a character is shorter, so that the tests stay quick; `npm run bench` reads a megabyte of each.
  const LONG = 60_000;
  const worst: [string, string, number][] = [
    ['one word without end', 'a', MEGABYTE],
    ['one capital without end', 'A', MEGABYTE],
    ['brackets', '(', MEGABYTE],
    ['soft hyphens', '\u00ad', MEGABYTE],
    ['apostrophes', "d'", MEGABYTE],
    ['full stops', 'U.S.', MEGABYTE],
    ['capitals', 'OSLO WILL ', LONG * 2],
    ['brackets that open', 'United (', LONG],
    ['names, never a full stop', 'Ostrogan Varkonda ', LONG],
    ['titles', 'Foreign Minister ', LONG],
    ['countries in a row', 'China-', LONG],
    ['initials', 'J. ', LONG],
    ['a body without end', 'Ministry of Trade and ', LONG],
    ['line ends', 'a\n', LONG],
    ['quotes and commas', '“Oslo”, ', LONG],
    ['particles', 'al-', LONG],
  ];
  for (const [name, unit, size] of worst)
    it(name, () => {
      const text = fill(unit, size);
      const began = Date.now();
      const { mentions } = analyze(articleOf([text]), dictionary);
      expect(Date.now() - began).toBeLessThan(20_000);
      let last = 0;
      for (const { start, end } of mentions) {
        if (start < last || end <= start || end > size) throw new Error(`${last} ${start} ${end}`);
        last = end;
      }
    }, 60_000);
});
