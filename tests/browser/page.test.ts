// The page in real Chromium and real Firefox, with the unmodified build: fixtures under a host of the site list, what
// pages do to us while we are there, and that they find nothing changed.
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pause } from '../../scripts/lib/reading.ts';
import { type HighlightMode, SETTINGS_KEY } from '../../src/settings.ts';
import { expectedOf, fixtures, goldText, load, wordF1 } from '../page/fixtures.ts';
import { inEachBrowser, type Ready } from './harness.ts';
import * as pages from './page-samples.ts';

const names = (read: Ready): string[] => read.analysis.entities.filter((e) => e.type === 'country').map((e) => e.name);

/** All our marks as the page sees them. */
const marked = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes = ['person', 'country', 'organization'].map((type) => CSS.highlights.get(`attache-${type}`)?.size ?? 0);
    return sizes.reduce((a, b) => a + b, 0);
  });

/** Addresses that the page itself asks for. */
const ownRequests = (page: Page): Promise<string[]> =>
  page.evaluate(() => [location.href, ...[...document.images].map((image) => image.src)]);

inEachBrowser('the page', (stage) => {
  it.each(fixtures('articles'))('$name is read, marked and left as it is', async ({ html, type }) => {
    const { document } = load({ html, type }).window;
    const page = await stage().open({ body: html, type: `${type}; charset=utf-8` });
    const { analysis, blocks, painted } = await stage().ready(page);
    const { title, published, source, language } = analysis.article;
    expect({ title, published, source, language }).toEqual(expectedOf(document));
    const text = blocks.filter((block) => block.kind !== 'title').map((block) => block.text);
    expect(wordF1(goldText(document), text.join('\n'))).toBeGreaterThanOrEqual(0.97);
    expect(painted).toBe(analysis.mentions.length);
    expect(await marked(page)).toBeGreaterThanOrEqual(painted);
    await pause(100);
    await stage().expectQuiet(page, await ownRequests(page));
  });

  it.each(fixtures('others'))('$name is left alone', async ({ name, html }) => {
    const address = `http://${stage().host}${name === 'front-page.html' ? '/' : `/others/${name}`}`;
    stage().proxy.serve(address, { body: html });
    const page = await stage().open(address);
    expect((await stage().read(page))?.state).toBe('none');
    expect(await marked(page)).toBe(0);
    await stage().expectQuiet(page, await ownRequests(page));
  });

  it('marks the words that the analysis names, over tags and soft hyphens', async () => {
    const first =
      'The <b>Nor</b>wegian minis&shy;ter left <i>Nor<wbr>way</i> for   Chi&shy;le,<br>and spoke about ships with all who would listen to her there.';
    const page = await stage().open(pages.article([first, ...pages.TALKS]));
    const { analysis, blocks } = await stage().ready(page);
    const texts = analysis.mentions.map((m) => blocks[m.block]!.text.slice(m.start, m.end));
    expect(texts).toEqual(expect.arrayContaining(['Norwegian', 'Norway', 'Chile']));
    if (stage().kind === 'firefox') return; // It throws when a highlight is iterated.
    const shown = await page.evaluate(() => {
      const ranges = ['person', 'country', 'organization'].flatMap((type) => {
        const highlight = CSS.highlights.get(`attache-${type}`) as unknown as Iterable<StaticRange> | undefined;
        return highlight ? [...highlight] : [];
      });
      return ranges.map((range) => range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset));
    });
    expect(shown).toEqual(expect.arrayContaining(['Nor', 'wegian', 'Nor', 'way', 'Chi\u00adle']));
  });

  it('repaints at once when the mode changes', async () => {
    const choose = (mode: HighlightMode) =>
      stage().extension.evaluate(
        async (key, value) => {
          const { chrome } = globalThis as unknown as {
            chrome: { storage: { local: { set(items: object): unknown } } };
          };
          await chrome.storage.local.set({ [key]: { mode: value } });
        },
        SETTINGS_KEY,
        mode,
      );
    const page = await stage().open(pages.article(pages.TALKS));
    const all = (await stage().ready(page)).painted;
    await choose('off');
    await stage().readyWhen(page, ({ painted }) => painted === 0);
    expect(await marked(page)).toBe(0);
    await choose('countries');
    await stage().readyWhen(page, ({ painted }) => painted > 0);
    await choose('all');
    await stage().readyWhen(page, ({ painted }) => painted === all);
  });

  it('follows a paragraph that changes, one that is added, and text nodes that are replaced', async () => {
    const page = await stage().open(pages.article(pages.TALKS));
    await stage().ready(page);
    await page.evaluate(() => {
      document.querySelectorAll('p')[1]!.firstChild!.nodeValue =
        'Samoa and Fiji sent envoys to the talks, which went on until late in the evening.';
    });
    await stage().readyWhen(page, (read) => names(read).includes('Samoa') && !names(read).includes('Kenya'));
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent =
        'Later in the day Portugal joined the talks as well, and Paraguay sent a letter of good wishes to the host.';
      document.querySelector('article')!.append(paragraph);
    });
    const grown = await stage().readyWhen(page, (read) => names(read).includes('Paraguay'));
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('p')) paragraph.replaceChildren(paragraph.textContent!);
    });
    await pause(800);
    expect((await stage().ready(page)).painted).toBe(grown.painted);
    expect(await marked(page)).toBe(grown.painted);
  });

  it('follows a single-page site from article to article, and to a page without one', async () => {
    const page = await stage().open(pages.article(pages.TALKS));
    await stage().ready(page);
    await page.evaluate((html) => {
      history.pushState({}, '', '/test/railway');
      document.querySelector('main')!.innerHTML = html;
    }, pages.body(pages.RAILWAY));
    const next = await stage().readyWhen(page, (read) => names(read).includes('Mongolia'));
    expect(next.analysis.article.url).toBe(`http://${stage().host}/test/railway`);
    await page.evaluate(() => {
      document.querySelector('main')!.innerHTML = '<p>Nothing here.</p>';
      history.pushState({}, '', '/test/nothing');
    });
    await pause(1000);
    expect(await stage().read(page)).toMatchObject({ state: 'none' });
    expect(await marked(page)).toBe(0);
  });

  it('rests while the article is out of sight, and catches up when it is back', async () => {
    const page = await stage().open(pages.article(pages.TALKS));
    await stage().ready(page);
    await page.evaluate(() => {
      document.body.style.paddingBottom = '6000px';
      window.scrollTo(0, 5000);
    });
    await pause(400);
    await page.evaluate(() => {
      document.querySelectorAll('p')[1]!.firstChild!.nodeValue =
        'Samoa and Fiji sent envoys to the talks, which went on until late in the evening.';
    });
    await pause(700);
    expect(names(await stage().ready(page))).not.toContain('Samoa');
    await page.evaluate(() => window.scrollTo(0, 0));
    await stage().readyWhen(page, (read) => names(read).includes('Samoa'));
  });

  it('finds an article that comes late', async () => {
    const page = await stage().open(pages.late(pages.TALKS, 1200));
    expect(await stage().read(page)).toMatchObject({ state: 'none' });
    await stage().readyWhen(page, (read) => names(read).includes('Chile'));
  });

  it('is there again after the way back', async () => {
    const page = await stage().open(pages.article(pages.TALKS));
    await stage().ready(page);
    const other = `http://${stage().host}/test/other`;
    stage().proxy.serve(other, { body: pages.article(pages.RAILWAY) });
    await page.goto(other);
    await stage().readyWhen(page, (read) => names(read).includes('Mongolia'));
    await page.goBack();
    const back = await stage().readyWhen(page, (read) => names(read).includes('Chile'));
    expect(await marked(page)).toBe(back.painted);
  });

  it('is set again where the page cleared the registry', async () => {
    const page = await stage().open(
      pages.article([...pages.TALKS, ...pages.RAILWAY, ...pages.TALKS, ...pages.RAILWAY]),
    );
    const { painted } = await stage().ready(page);
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.body.style.paddingBottom = '3000px';
    });
    expect(await marked(page)).toBe(0);
    await pause(1100);
    await page.evaluate(() => window.scrollTo(0, 200));
    await pause(300);
    expect(await marked(page)).toBe(painted);
  });

  it('gets its answer from a background that was killed', async () => {
    const page = await stage().open(pages.article(pages.TALKS));
    await stage().ready(page);
    await stage().extension.stopBackground();
    await page.evaluate(() => {
      document.querySelectorAll('p')[1]!.firstChild!.nodeValue =
        'Samoa and Fiji sent envoys to the talks, which went on until late in the evening.';
    });
    await stage().readyWhen(page, (read) => names(read).includes('Samoa'));
  });

  it('works on pages that patch what they can reach', async () => {
    const page = await stage().open(pages.hostile(pages.TALKS));
    expect(names(await stage().ready(page))).toContain('Chile');
  });

  it('works under the strictest policy', async () => {
    const page = await stage().open(pages.strict(pages.TALKS));
    const { painted } = await stage().ready(page);
    expect(await marked(page)).toBe(painted);
  });

  it('jumps to a mention far down the page and flashes it', async () => {
    const idle = 'Nothing of note was said in this part of the long day, which went by without a word for the press.';
    const page = await stage().open(pages.article([...Array.from({ length: 60 }, () => idle), ...pages.TALKS]));
    const { analysis } = await stage().ready(page);
    const chile = analysis.entities.find((entity) => entity.name === 'Chile')!;
    const jumped = await stage().extension.ask(page, { type: 'jump', target: { entity: chile.id } });
    expect(jumped).toEqual({ at: 1, of: chile.mentions });
    await pause(900);
    const seen = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent!.includes('Chile'))!;
      const { top, bottom } = paragraph.getBoundingClientRect();
      return {
        inSight: top >= 0 && bottom <= innerHeight,
        flash: CSS.highlights.get('attache-flash')?.size ?? 0,
      };
    });
    expect(seen).toEqual({ inSight: true, flash: 1 });
    await pause(1500);
    expect(await page.evaluate(() => CSS.highlights.has('attache-flash'))).toBe(false);
  });
});
