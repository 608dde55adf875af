// Topics as the engine weighs them: by phrase, by place, with the article's own words as evidence. What each topic's phrases
// are is tested beside the data (tests/dictionary/topics.test.ts).
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { Article, Topic } from '../../src/engine/analysis.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { loadWorld } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

function articleOf(title: string, ...paragraphs: string[]): Article {
  return {
    url: null,
    title,
    source: null,
    language: null,
    published: '2026-05-05',
    blocks: [title, ...paragraphs].map((text, id) => ({ id, kind: id === 0 ? 'title' : 'paragraph', text })),
  };
}
const topicsOf = (article: Article): Topic[] => analyze(article, dictionary).topics;
const ids = (article: Article): string[] => topicsOf(article).map((topic) => topic.id);

const TARIFFS = 'The two sides discussed tariffs, import duties and a free trade agreement.';
const GRAIN = 'They also spoke of food security and grain exports.';
const DULL = 'The guests walked through the garden and looked at the roses.';

describe('topics', () => {
  it('main ones first, scored from 1 down, at most six', () => {
    const many = articleOf(
      'Trade War Over Tariffs',
      TARIFFS,
      GRAIN,
      'Sanctions, the gas pipeline and oil exports were on the list.',
      'So were climate change and emissions, human rights and political prisoners, and cyber attacks.',
      'The refugees at the border, the migrants, and drug trafficking were mentioned; so was the nuclear deal with Iran.',
    );
    const found = topicsOf(many);
    expect(found[0]).toMatchObject({ id: 'trade-tariffs', score: 1 });
    expect(found.length).toBeGreaterThan(2);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.map((t) => t.score)).toEqual(found.map((t) => t.score).sort((a, b) => b - a));
    expect(new Set(found.map((t) => t.id)).size).toBe(found.length);
  });

  it('none for an article that fits none', () => {
    expect(topicsOf(articleOf('A Walk in the Garden', DULL, 'It rained later.'))).toEqual([]);
    expect(topicsOf({ ...articleOf(''), blocks: [] })).toEqual([]);
  });

  it('with the words of the article as evidence', () => {
    const article = articleOf('Talks Held', TARIFFS, GRAIN);
    const trade = topicsOf(article).find((t) => t.id === 'trade-tariffs');
    const words = trade?.evidence.map((s) => article.blocks[s.block]?.text.slice(s.start, s.end));
    expect(words).toEqual(expect.arrayContaining(['tariffs', 'import duties']));
  });

  it('a headline weighs more than a last paragraph', () => {
    const filler = [DULL, DULL, DULL, DULL];
    const first = ids(articleOf('Grain Exports and Food Security on the Table', ...filler, TARIFFS));
    const second = ids(articleOf('Tariffs and a Free Trade Agreement on the Table', ...filler, GRAIN));
    expect(first[0]).toBe('food-security');
    expect(second[0]).toBe('trade-tariffs');
  });

  it('the same word over and over does not drown the others', () => {
    const often = Array.from({ length: 30 }, () => 'grain exports').join(', ');
    const found = topicsOf(articleOf('Talks Held', `They named ${often}.`, TARIFFS));
    expect(found.map((t) => t.id)).toContain('trade-tariffs');
  });

  it('a word that means several things counts only beside its neighbours', () => {
    const water = ids(
      articleOf(
        'Talks Held',
        'Tankers in the strait were escorted by warships; the shipping lanes and the navy were discussed.',
        'Freedom of navigation matters.',
      ),
    );
    expect(water).toContain('maritime-security');
    expect(water).not.toContain('taiwan');
    const taiwan = ids(
      articleOf(
        'Talks Held',
        'Taiwan and the strait were discussed; both spoke of the one-China principle and of Taiwan independence.',
      ),
    );
    expect(taiwan[0]).toBe('taiwan');
  });

  it('in any case of letters, with any hyphen', () => {
    expect(
      ids(articleOf('Talks Held', 'THE ONE‑CHINA PRINCIPLE AND TAIWAN INDEPENDENCE WERE NAMED, SAID THE ENVOY.')),
    ).toContain('taiwan');
  });
});
