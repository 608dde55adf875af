// The office is told as of the article's date: the holders of great offices in articles of four dates, through `analyze`.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import type { OfficeRecord } from '../../../src/dictionary/schema.ts';
import type { Office } from '../../../src/engine/analysis.ts';
import { analyze } from '../../../src/engine/analyze.ts';
import { holds } from '../../../src/engine/entities/offices.ts';
import { articleFromText } from '../../../src/engine/plain-text.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

function officeIn(name: string, published: string | null): Office | null {
  const { article } = articleFromText(`${name} spoke to reporters in the capital.`, published);
  const found = analyze(article, dictionary, { tagger: null }).entities.filter((e) => e.type === 'person');
  expect(
    found.map((e) => e.known),
    `${name} in an article of ${published}`,
  ).toEqual([true]);
  return found[0]?.office ?? null;
}

const DATES = ['2015-06-15', '2020-06-15', '2023-06-15', '2026-10-15'] as const;

/** Office (words of its title, whose), and its holders at the four dates; null where it is left open here. */
const GREAT: [string, RegExp, string, (string | null)[]][] = [
  ['President of the United States', /^president/, 'US', ['Barack Obama', 'Donald Trump', 'Joe Biden', 'Donald Trump']],
  ['US Secretary of State', /secretary of state/, 'US', ['John Kerry', 'Mike Pompeo', 'Antony Blinken', 'Marco Rubio']],
  ['President of Russia', /^president/, 'RU', ['Vladimir Putin', 'Vladimir Putin', 'Vladimir Putin', 'Vladimir Putin']],
  ['Foreign minister of Russia', /foreign/, 'RU', ['Sergei Lavrov', 'Sergei Lavrov', 'Sergei Lavrov', 'Sergei Lavrov']],
  ['President of China', /president/, 'CN', ['Xi Jinping', 'Xi Jinping', 'Xi Jinping', 'Xi Jinping']],
  ['Foreign minister of China', /foreign/, 'CN', ['Wang Yi', 'Wang Yi', 'Qin Gang', 'Wang Yi']],
  ['Premier of China', /premier/, 'CN', ['Li Keqiang', 'Li Keqiang', 'Li Qiang', 'Li Qiang']],
  ['Chancellor of Germany', /chancellor/, 'DE', ['Angela Merkel', 'Angela Merkel', 'Olaf Scholz', 'Friedrich Merz']],
  [
    'President of France',
    /^president/,
    'FR',
    ['François Hollande', 'Emmanuel Macron', 'Emmanuel Macron', 'Emmanuel Macron'],
  ],
  ['UK prime minister', /prime minister/, 'GB', ['David Cameron', 'Boris Johnson', 'Rishi Sunak', null]],
  ['Prime minister of Japan', /prime minister/, 'JP', ['Shinzo Abe', 'Shinzo Abe', 'Fumio Kishida', null]],
  [
    'Prime minister of India',
    /prime minister/,
    'IN',
    ['Narendra Modi', 'Narendra Modi', 'Narendra Modi', 'Narendra Modi'],
  ],
  [
    'External affairs minister of India',
    /external affairs|foreign/,
    'IN',
    ['Sushma Swaraj', 'S. Jaishankar', 'S. Jaishankar', 'S. Jaishankar'],
  ],
  [
    'President of Turkey',
    /^president/,
    'TR',
    ['Recep Tayyip Erdoğan', 'Recep Tayyip Erdoğan', 'Recep Tayyip Erdoğan', 'Recep Tayyip Erdoğan'],
  ],
  [
    'Foreign minister of Turkey',
    /foreign/,
    'TR',
    ['Mevlüt Çavuşoğlu', 'Mevlüt Çavuşoğlu', 'Hakan Fidan', 'Hakan Fidan'],
  ],
  [
    'President of Ukraine',
    /^president/,
    'UA',
    ['Petro Poroshenko', 'Volodymyr Zelenskyy', 'Volodymyr Zelenskyy', 'Volodymyr Zelenskyy'],
  ],
  ['President of Iran', /^president/, 'IR', ['Hassan Rouhani', 'Hassan Rouhani', 'Ebrahim Raisi', 'Masoud Pezeshkian']],
  [
    'Foreign minister of Iran',
    /foreign/,
    'IR',
    ['Mohammad Javad Zarif', 'Mohammad Javad Zarif', 'Hossein Amir-Abdollahian', 'Abbas Araghchi'],
  ],
  [
    'Prime minister of Israel',
    /prime minister/,
    'IL',
    ['Benjamin Netanyahu', 'Benjamin Netanyahu', 'Benjamin Netanyahu', null],
  ],
  [
    'President of Egypt',
    /^president/,
    'EG',
    ['Abdel Fattah el-Sisi', 'Abdel Fattah el-Sisi', 'Abdel Fattah el-Sisi', 'Abdel Fattah el-Sisi'],
  ],
  [
    'President of South Africa',
    /^president/,
    'ZA',
    ['Jacob Zuma', 'Cyril Ramaphosa', 'Cyril Ramaphosa', 'Cyril Ramaphosa'],
  ],
  ['President of South Korea', /^president/, 'KR', ['Park Geun-hye', 'Moon Jae-in', 'Yoon Suk Yeol', 'Lee Jae Myung']],
  [
    'President of Brazil',
    /^president/,
    'BR',
    ['Dilma Rousseff', 'Jair Bolsonaro', 'Luiz Inácio Lula da Silva', 'Luiz Inácio Lula da Silva'],
  ],
  [
    'Prime minister of Canada',
    /prime minister/,
    'CA',
    ['Stephen Harper', 'Justin Trudeau', 'Justin Trudeau', 'Mark Carney'],
  ],
  [
    'Prime minister of Australia',
    /prime minister/,
    'AU',
    ['Tony Abbott', 'Scott Morrison', 'Anthony Albanese', 'Anthony Albanese'],
  ],
  [
    'UN Secretary-General',
    /secretary-general/,
    'un',
    ['Ban Ki-moon', 'António Guterres', 'António Guterres', 'António Guterres'],
  ],
  [
    'NATO Secretary General',
    /secretary[- ]general/,
    'nato',
    ['Jens Stoltenberg', 'Jens Stoltenberg', 'Jens Stoltenberg', 'Mark Rutte'],
  ],
  [
    'President of the European Commission',
    /president/,
    'eu|european-commission',
    ['Jean-Claude Juncker', 'Ursula von der Leyen', 'Ursula von der Leyen', 'Ursula von der Leyen'],
  ],
];

describe('great offices at four dates', () => {
  for (const [office, title, of, holders] of GREAT)
    describe(office, () => {
      holders.forEach((holder, i) => {
        const date = DATES[i] as string;
        if (holder === null) return;
        it(`${date.slice(0, 4)}: ${holder}`, () => {
          const found = officeIn(holder, date);
          expect(found?.title ?? 'no office').toMatch(title);
          expect(of.split('|')).toContain(found?.of);
          expect((found?.from ?? '') <= date).toBe(true);
          expect(found?.to === null || (found?.to ?? '') >= date.slice(0, (found?.to ?? '').length)).toBe(true);
        });
      });
    });
});

describe('one person, two dates', () => {
  it('Sergei Shoigu: minister of defence in 2023, secretary of the Security Council in 2026', () => {
    expect(officeIn('Sergei Shoigu', '2023-03-10')?.title).toMatch(/defen[cs]e/);
    expect(officeIn('Sergei Shoigu', '2026-03-10')?.title).toMatch(/secretary of the Security Council/);
  });

  it('Mark Rutte: prime minister in 2020, secretary general of NATO in 2026', () => {
    expect(officeIn('Mark Rutte', '2020-03-10')).toMatchObject({ of: 'NL' });
    expect(officeIn('Mark Rutte', '2026-03-10')).toMatchObject({ of: 'nato' });
  });

  it('an article without a date takes the newest', () => {
    expect(officeIn('Sergei Shoigu', null)).toEqual(officeIn('Sergei Shoigu', '2026-10-15'));
    expect(officeIn('Mark Rutte', null)).toMatchObject({ of: 'nato' });
  });

  it('somebody out of office is told with the last office and its end', () => {
    const office = officeIn('Angela Merkel', '2026-01-01');
    expect(office?.of).toBe('DE');
    expect(office?.to).not.toBeNull();
  });
});

describe('holds', () => {
  const office = (from: string | null, to: string | null): OfficeRecord => ({
    title: 'minister',
    of: 'NO',
    role: 'minister',
    from,
    to,
    asOf: '2026-10-01',
    source: 'public record',
  });

  it('counts the first and the last day', () => {
    const term = office('2020-05-10', '2023-05-10');
    expect(['2020-05-09', '2020-05-10', '2023-05-10', '2023-05-11'].map((d) => holds(term, d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('takes a year or a month for the whole of it', () => {
    const term = office('2020', '2022-03');
    expect(['2019-12-31', '2020-01-01', '2022-03-31', '2022-04-01'].map((d) => holds(term, d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holds(term, '2022')).toBe(true);
    expect(holds(term, '2022-04')).toBe(false);
  });

  it('an open end goes on, an open beginning reaches back', () => {
    expect(holds(office('2020', null), '2030-01-01')).toBe(true);
    expect(holds(office(null, '2020'), '1999-01-01')).toBe(true);
    expect(holds(office('2020', '2021'), null)).toBe(false);
    expect(holds(office('2020', null), null)).toBe(true);
  });
});
