// Pages that are no plain article: each ends quietly, with a state that the popup can tell.
import { expect, it } from 'vitest';
import type { DemoArticle } from '../../scripts/demo/articles.ts';
import { demoPage } from '../../scripts/demo/page.ts';
import { reception } from '../../scripts/demo/reception.ts';
import { inEachBrowser } from './harness.ts';

const article = (paragraphs: string[], attributes = 'lang="en"', title = 'A meeting in Oslo') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
  <body><main><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}</article></main></body></html>`;

const PLAIN = [
  'The foreign minister of Norway received his Finnish counterpart in Oslo on Monday for talks about the rescue of ships in the Barents Sea.',
  'They agreed that Norway and Finland would hold an exercise in the spring, and asked Sweden to send observers, the ministry in Oslo said.',
  'Denmark and Iceland have both said that they would follow the exercise with interest, and the European Union may pay for a part of it.',
  'A second round of talks is planned for the summer, when the two governments want to look at the cables on the floor of the Baltic Sea.',
];

inEachBrowser('pages that are no plain article', (stage) => {
  it('about:blank has no content script, and the popup says so', async () => {
    const page = await stage().open('about:blank');
    expect(await stage().read(page)).toBeNull();
    const popup = await stage().popupSaying(page, /\w{3}/);
    expect(await popup.text()).not.toMatch(/error|undefined|\[object/i);
    await popup.close();
    expect(await stage().extension.errors()).toEqual([]);
  });

  it.each([
    [
      'an SVG image',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><title>France</title><text y="20">France</text></svg>',
    ],
    ['plain text', 'text/plain; charset=utf-8', PLAIN.join('\n\n')],
    ['an empty page', 'text/html; charset=utf-8', ''],
    [
      'a front page',
      'text/html; charset=utf-8',
      `<!doctype html><title>News</title><ul>${'<li><a href="#">Talks in France</a></li>'.repeat(60)}</ul>`,
    ],
    ['data', 'application/json', '{"country":"France"}'],
  ])('%s is no article', async (_name, type, body) => {
    const page = await stage().open({ type, body });
    const state = await stage().read(page);
    expect(state?.state ?? 'none').toBe('none');
    expect(await stage().extension.errors()).toEqual([]);
    const popup = await stage().popupSaying(page, /\w{3}/);
    expect(await popup.text()).not.toMatch(/undefined|\[object/i);
    await popup.close();
  });

  it('a PDF is left alone', async () => {
    const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>`;
    const page = await stage().open({ type: 'application/pdf', body: pdf });
    expect((await stage().read(page))?.state ?? 'none').toBe('none');
    expect(await stage().extension.errors()).toEqual([]);
  });

  it('XHTML is read like HTML', async () => {
    const body = article(PLAIN, 'xmlns="http://www.w3.org/1999/xhtml" lang="en"')
      .replace('<!doctype html>', '<?xml version="1.0" encoding="utf-8"?>')
      .replace(/<meta [^>]+>/, '')
      .replace(/<link ([^>]+)>/, '<link $1/>');
    const page = await stage().open({ type: 'application/xhtml+xml; charset=utf-8', body });
    const { analysis } = await stage().ready(page);
    expect(analysis.entities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Norway', 'Finland', 'European Union']),
    );
    expect(await stage().marked(page, 'country')).toBeGreaterThan(4);
    await stage().expectQuiet(page);
  });

  it('right-to-left text is read without harm', async () => {
    const hebrew =
      'שר החוץ נפגש אתמול עם עמיתו במשרד החוץ, והשניים דנו ביחסים בין שתי המדינות ובמצב באזור כולו לאורך זמן רב.';
    const body = article(
      [hebrew, hebrew, `${hebrew} (France, NATO)`, hebrew, hebrew],
      'lang="he" dir="rtl"',
      'פגישה בין שרי החוץ',
    );
    const page = await stage().open(body);
    const state = await stage().read(page);
    expect(state?.state).toMatch(/^(ready|none)$/);
    await stage().expectQuiet(page);
  });

  it('an article of two megabytes is read or refused, and the page stays usable', async () => {
    const long: DemoArticle = { ...reception, body: Array.from({ length: 760 }, () => reception.body).flat() };
    const html = demoPage(long);
    expect(html.length).toBeGreaterThan(2_000_000);
    const page = await stage().open(html);
    const state = await stage().read(page);
    if (state?.state === 'ready')
      console.log(`measured: ${stage().kind}, ${html.length} characters: ${JSON.stringify(state.timings)}`);
    else expect(state).toEqual({ state: 'none', reason: 'too-long' });
    expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBeGreaterThan(7000);
    await stage().expectQuiet(page);
  }, 60_000);

  it('an article that changes while it is read ends marked as it then stands', async () => {
    const script = `<script>
      const add = () => {
        const p = document.createElement('p');
        p.textContent = 'Later in the day the prime minister of Portugal called the foreign minister of Chile about the same ships.';
        document.querySelector('article').append(p);
      };
      for (const ms of [0, 20, 60, 120, 400]) setTimeout(add, ms);
      setTimeout(() => { document.querySelector('article p').textContent = 'The talks in Oslo were put off, Estonia said.'; }, 90);
    </script>`;
    const page = await stage().open(article(PLAIN).replace('</body>', `${script}</body>`));
    const has =
      (name: string, mentions: number) => (state: { analysis: { entities: { name: string; mentions: number }[] } }) =>
        state.analysis.entities.some((entity) => entity.name === name && entity.mentions === mentions);
    await stage().readyWhen(page, has('Portugal', 5));
    const { analysis, painted } = await stage().readyWhen(page, has('Estonia', 1));
    expect(painted).toBe(analysis.mentions.length);
    expect(await stage().extension.errors()).toEqual([]);
  });
});
