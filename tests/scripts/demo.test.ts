// @vitest-environment jsdom
// The demonstration articles and their page.
import { describe, expect, it } from 'vitest';
import { DEMO_ARTICLES } from '../../scripts/demo/articles.ts';
import { demoPage, demoPath } from '../../scripts/demo/page.ts';

describe.each(DEMO_ARTICLES.map((article) => [article.slug, article] as const))(
  'the demonstration article %s',
  (_slug, article) => {
    const page = new DOMParser().parseFromString(demoPage(article), 'text/html');

    it('is as long as a news article', () => {
      const words = article.body
        .map((part) => (typeof part === 'string' ? part : part.heading))
        .join(' ')
        .split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(350);
      expect(words).toBeLessThanOrEqual(600);
    });

    it('says in plain sight, outside the article, that it was made up', () => {
      expect(page.querySelector('[role=note]')?.textContent).toMatch(/Demonstration\..*made up/s);
      expect(page.querySelector('article [role=note]')).toBeNull();
    });

    it('has its text, its date and its links in the page, and loads nothing', () => {
      expect(page.querySelectorAll('article p').length).toBeGreaterThan(10);
      expect(page.querySelector('time')?.getAttribute('datetime')).toBe(article.published);
      const links = [...page.querySelectorAll('.more a')].map((a) => a.getAttribute('href'));
      expect(links).toEqual(DEMO_ARTICLES.filter((other) => other !== article).map(demoPath));
      expect(page.querySelectorAll('script, img, iframe, link[rel=stylesheet]')).toHaveLength(0);
    });
  },
);
