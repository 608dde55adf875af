import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/page/metadata.ts';
import { load } from './fixtures.ts';

const read = (head: string, url?: string) =>
  readMetadata(
    load({ html: `<!doctype html><html><head>${head}</head><body></body></html>`, type: 'text/html' }, url).window
      .document,
  );
const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('what a page says about itself', () => {
  it('is nothing on a bare page', () => {
    expect(read('')).toEqual({
      says: 'nothing',
      title: null,
      description: null,
      published: null,
      source: null,
      language: null,
    });
  });

  it('takes the date of publication, never that of a change', () => {
    expect(read('<meta property="article:modified_time" content="2026-02-09">').published).toBeNull();
    expect(
      read(jsonLd({ '@type': 'NewsArticle', dateModified: '2026-02-09', datePublished: '2026-02-01T01:00+09:00' }))
        .published,
    ).toBe('2026-02-01');
    expect(read(jsonLd({ '@type': 'NewsArticle' }), 'https://a.example/2026/02/03/x').published).toBe('2026-02-03');
  });

  it('finds the article in graphs, lists and main entities', () => {
    const article = { '@type': ['NewsArticle'], headline: 'Ministers meet', datePublished: '2026-02-01' };
    for (const data of [
      article,
      [article],
      { '@graph': [{ '@type': 'WebSite' }, article] },
      { '@type': 'WebPage', mainEntity: article },
    ]) {
      expect(read(jsonLd(data))).toMatchObject({ says: 'article', title: 'Ministers meet', published: '2026-02-01' });
    }
  });

  it('mends JSON with markers and raw line breaks, and passes over what is none', () => {
    expect(
      read('<script type="application/ld+json">\n<!--\n{"@type":"Article","headline":"Two\nlines"}\n--></script>')
        .title,
    ).toBe('Two lines');
    expect(read('<script type="application/ld+json">{"@type":"Article",</script>').says).toBe('nothing');
    expect(
      read('<script type="application/ld+json">null</script><script type="application/ld+json">[1,"a",[]]</script>')
        .says,
    ).toBe('nothing');
    expect(
      read(jsonLd({ '@type': 'Article', headline: 5, datePublished: {}, publisher: 'x', inLanguage: [] })).title,
    ).toBeNull();
  });

  it('takes a page with several articles for a list, unless one is the page itself', () => {
    const articles = [1, 2, 3].map((n) => ({
      '@type': 'NewsArticle',
      headline: `Story ${n}`,
      url: `https://a.example/${n}`,
    }));
    expect(read(jsonLd(articles)).says).toBe('other');
    expect(read(jsonLd(articles), 'https://a.example/2')).toMatchObject({ says: 'article', title: 'Story 2' });
  });

  it('undoes entities in JSON', () => {
    expect(read(jsonLd({ '@type': 'Article', headline: 'Q&amp;A: &#8220;Why&#x201D;' })).title).toBe('Q&A: “Why”');
  });

  it('names the outlet and the language as the page does', () => {
    expect(read('<title>Ministers meet | The Example</title>').source).toBe('The Example');
    expect(read('<title>Ministers meet</title>').source).toBeNull();
    expect(
      read('<meta property="og:site_name" content="Example"><meta property="og:locale" content="pt_BR">'),
    ).toMatchObject({ source: 'Example', language: 'pt-BR' });
    expect(read('<meta http-equiv="content-language" content="not a tag!">').language).toBeNull();
  });

  it('knows shops, forums and videos', () => {
    for (const type of ['Product', 'DiscussionForumPosting', 'SearchResultsPage'])
      expect(read(jsonLd({ '@type': type })).says).toBe('other');
    expect(read('<meta property="og:type" content="video.other">').says).toBe('other');
  });
});
