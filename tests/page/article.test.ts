// What is read of a page: the whole way from a document to the article in it, on the fixtures.
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/page/article.ts';
import { computedLooks, declaredLooks } from '../../src/page/looks.ts';
import { Slices } from '../../src/page/slices.ts';
import { expectedOf, fixtures, goldText, load, wordF1 } from './fixtures.ts';

describe.each(fixtures('articles'))('$name', (fixture) => {
  it('is read as its readers read it', async () => {
    const { window } = load(fixture);
    const { document } = window;
    const before = document.documentElement.outerHTML;
    const reading = await readArticle(document, computedLooks(window as unknown as Window), new Slices());
    if (!reading.ok) throw new Error(reading.reason);
    const { title, published, source, language, blocks } = reading.article;
    expect({ title, published, source, language }).toEqual(expectedOf(document));
    const body = blocks.filter((block) => block.kind !== 'title').map((block) => block.text);
    const score = wordF1(goldText(document), body.join('\n'));
    if (score < 0.97) expect(body.join('\n')).toBe(goldText(document));
    expect(score).toBeGreaterThanOrEqual(0.97);
    expect(blocks.filter((block) => block.kind === 'title')).toHaveLength(1);
    expect(document.documentElement.outerHTML).toBe(before);
    window.close();
  });
});

describe.each(fixtures('others'))('$name', (fixture) => {
  it('is no article', async () => {
    for (const looks of ['computed', 'declared']) {
      const { window } = load(fixture, fixture.name === 'front-page.html' ? 'https://news.example/' : undefined);
      const reading = await readArticle(
        window.document,
        looks === 'computed' ? computedLooks(window as unknown as Window) : declaredLooks,
        new Slices(),
      );
      expect(reading).toEqual({
        ok: false,
        reason: /^(?:empty|app-shell)/.test(fixture.name) ? 'empty' : 'no-article',
      });
      window.close();
    }
  });
});
