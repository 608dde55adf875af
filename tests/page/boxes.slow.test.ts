// Pages that are large, deep, strange or change while they are read.
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/page/article.ts';
import { MAX_LENGTH, readBoxes } from '../../src/page/boxes.ts';
import { computedLooks, declaredLooks } from '../../src/page/looks.ts';
import { Slices, Stopped } from '../../src/page/slices.ts';
import { load } from './fixtures.ts';

const SENTENCE =
  'The minister received her colleague on Monday, and both spoke about ships, fish and the price of grain. ';
const page = (body: string, type: 'text/html' | 'application/xhtml+xml' = 'text/html') =>
  load({
    html: `<!doctype html><html><head><title>Talks on ships</title><meta property="og:type" content="article"/></head><body>${body}</body></html>`,
    type,
  }).window.document;
const read = (document: Document) => readArticle(document, declaredLooks, new Slices());

describe('a page', () => {
  it('of another kind is not read', async () => {
    const svg = load({
      html: '<svg xmlns="http://www.w3.org/2000/svg"><text>Norway</text></svg>',
      type: 'application/xhtml+xml',
    }).window.document;
    expect(await read(svg)).toEqual({ ok: false, reason: 'empty' });
    const pdf = page('<embed type="application/pdf">');
    Object.defineProperty(pdf, 'contentType', { value: 'application/pdf' });
    expect(await read(pdf)).toEqual({ ok: false, reason: 'not-html' });
    expect(
      await read(page('').implementation.createDocument('http://www.w3.org/2000/svg', 'svg', null) as Document),
    ).toEqual({ ok: false, reason: 'not-html' });
  });

  it('nested 5,000 deep is read', async () => {
    const document = page('');
    // In pieces: jsdom attaches by recursion.
    let at: Element = document.body;
    for (let piece = 0; piece < 10; piece++) {
      const chain = document.createElement('div');
      let inner: Element = chain;
      for (let i = 1; i < 500; i++) inner = inner.appendChild(document.createElement('div'));
      at.append(chain);
      at = inner;
    }
    at.innerHTML = `<h1>Talks on ships</h1>${`<p>${SENTENCE}</p>`.repeat(4)}`;
    const reading = await read(document);
    expect(reading.ok && reading.article.blocks.map((block) => block.kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('of 50,000 text nodes in one paragraph is read', async () => {
    const document = page('<article><h1>Talks on ships</h1><p></p></article>');
    const paragraph = document.querySelector('p')!;
    for (let i = 0; i < 50_000; i++) paragraph.append(document.createTextNode(i % 9 ? 'ship ' : 'Norway, '));
    const reading = await read(document);
    expect(reading.ok && reading.article.blocks[1]!.text.length).toBeGreaterThan(250_000);
    const stretches = reading.ok ? reading.sources[1]!.text.stretches(0, 11) : [];
    expect(stretches.map(({ node, from, to }) => node.data.slice(from, to))).toEqual(['Norway, ', 'shi']);
  });

  it('of 2 MB is read whole, one of more than we bear is called too long', async () => {
    const count = 2000;
    const reading = await read(
      page(`<article><h1>Talks on ships</h1>${`<p>${SENTENCE.repeat(10)}</p>`.repeat(count)}</article>`),
    );
    expect(reading.ok && reading.article.blocks).toHaveLength(count + 1);
    expect(reading.ok && reading.root.localName).toBe('article');
    const tooLong = page('<article><h1>Talks on ships</h1><p></p><p></p></article>');
    for (const paragraph of tooLong.querySelectorAll('p'))
      paragraph.textContent = 'ships and fish '.repeat(MAX_LENGTH / 25);
    expect(await read(tooLong)).toEqual({ ok: false, reason: 'too-long' });
  });

  it('that changes while it is read does no harm', async () => {
    const document = page(`<article><h1>Talks on ships</h1>${`<p>${SENTENCE}</p>`.repeat(80)}</article>`);
    const slices = new Slices(undefined, 0);
    const reading = readArticle(document, declaredLooks, slices);
    setTimeout(() => document.querySelector('article')!.replaceChildren(), 5);
    const result = await reading;
    expect(result.ok === false || result.sources.some((source) => !source.text.fits())).toBe(true);
  });

  it('that goes away ends the reading', async () => {
    const controller = new AbortController();
    const document = page(`<article><h1>Talks on ships</h1>${`<p>${SENTENCE}</p>`.repeat(80)}</article>`);
    const reading = readBoxes(document.body, declaredLooks, new Slices(controller.signal, 0));
    controller.abort();
    await expect(reading).rejects.toThrow(Stopped);
  });

  it('is read without what its styles hide', async () => {
    const { window } = load({
      type: 'text/html',
      html: `<!doctype html><html><head><style>.a{display:none}.b{visibility:hidden}.c{position:absolute;left:-9999px}.d{position:absolute;clip-path:inset(50%)}.e{display:block}.f{white-space:pre-line}.g{float:left}</style></head>
      <body><p>one<span class="a">x</span><span class="b">x</span><span class="c">x</span><span class="d">x</span> two</p><span class="e">three</span><span class="e">four</span><p class="f">five
six</p><p><span class="g">S</span>even</p></body></html>`,
    });
    const boxes = await readBoxes(window.document.body, computedLooks(window as unknown as Window), new Slices());
    expect(boxes!.runs.map((run) => run.text.text)).toEqual(['one two', 'three', 'four', 'five\nsix', 'Seven']);
  });

  it('with text in open shadow trees and slots is read as it is shown', async () => {
    const document = page('<x-story><b slot="b">two</b><i>never shown</i></x-story>');
    const host = document.querySelector('x-story')!;
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<p>one <slot name="b">none</slot></p><p><slot name="c">three</slot></p>';
    const boxes = await readBoxes(document.body, declaredLooks, new Slices());
    expect(boxes!.runs.map((run) => run.text.text)).toEqual(['one two', 'three']);
    expect(boxes!.shadowRoots).toEqual([host.shadowRoot]);
  });

  it('with right-to-left text keeps its order', async () => {
    const document = page('<p dir="rtl">وزير <b>الخارجية</b> (UN)</p>');
    const boxes = await readBoxes(document.body, declaredLooks, new Slices());
    expect(boxes!.runs[0]!.text.text).toBe('وزير الخارجية (UN)');
  });
});
