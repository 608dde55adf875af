// @vitest-environment jsdom
// The life of a page against a background that answers late, wrongly, or not at all.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis, Article } from '../../src/engine/analysis.ts';
import type { PageState } from '../../src/messages.ts';

// The polyfill only loads in an extension; what it wraps is stubbed for each test.
vi.mock('../../src/browser.ts', () => ({
  get browser() {
    return (globalThis as { browser?: unknown }).browser;
  },
}));

type Listener = (message: unknown, sender: { id: string }) => Promise<unknown> | undefined;

const SENTENCES = [
  'The minister of Norway received her colleague from Chile on Monday, and both spoke at length about ships.',
  'Kenya and Uganda sent envoys to the talks, which went on until the evening and ended without a paper.',
  'A third round is planned for the spring, when Ireland takes the chair, an official said on Monday.',
];

function analyze({ blocks, ...article }: Article): Analysis {
  const mentions = blocks.flatMap((block) =>
    [...block.text.matchAll(/Norway|Chile|Kenya|Uganda|Ireland/g)].map((match) => ({
      block: block.id,
      start: match.index,
      end: match.index + match[0].length,
      entity: match[0],
      form: 'name' as const,
    })),
  );
  const entities = [...new Set(mentions.map((mention) => mention.entity))].map((id) => ({
    id,
    type: 'country' as const,
    name: id,
    known: true,
    country: null,
    office: null,
    wikidata: null,
    mentions: 1,
  }));
  return {
    article,
    mentions,
    entities,
    meetings: [],
    participants: [],
    topics: [],
    dictionary: { version: '1', asOf: '2026-11-01' },
  };
}

let listeners: Listener[];
let storageListeners: ((changes: object, area: string) => void)[];
let asked: Article[];
let badges: (number | null)[];
let answer: (article: Article) => unknown;
let runtime: { id: string | undefined };
let controller: AbortController;

beforeEach(() => {
  listeners = [];
  storageListeners = [];
  asked = [];
  badges = [];
  answer = (article) => ({ ok: true, analysis: analyze(article) });
  runtime = { id: 'us' };
  const remove = <T>(list: T[], item: T) => list.splice(list.indexOf(item), 1);
  vi.stubGlobal('browser', {
    runtime: Object.assign(runtime, {
      sendMessage: async (message: { type: string; article: Article; badge: number | null }) => {
        if (message.type === 'stateChanged') return void badges.push(message.badge);
        asked.push(message.article);
        return answer(message.article);
      },
      onMessage: {
        addListener: (l: Listener) => listeners.push(l),
        removeListener: (l: Listener) => remove(listeners, l),
      },
    }),
    storage: {
      local: { get: async () => ({}) },
      onChanged: {
        addListener: (l: never) => storageListeners.push(l),
        removeListener: (l: never) => remove(storageListeners, l),
      },
    },
  });
  vi.stubGlobal('CSS', { supports: () => false, highlights: new Map() });
  vi.stubGlobal(
    'Highlight',
    class extends Set {
      priority = 0;
      constructor(...ranges: unknown[]) {
        super(ranges);
      }
    },
  );
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  // The root of a site is its front page, which is held to more.
  history.replaceState(null, '', '/world/talks-on-ships');
  document.title = 'Talks on ships';
  document.body.innerHTML = `<article><h1>Talks on ships</h1>${SENTENCES.map((text) => `<p>${text}</p>`).join('')}</article>`;
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300, 10, 10);
});

afterEach(() => controller.abort());

async function open(): Promise<void> {
  controller = new AbortController();
  const { openSession } = await import('../../src/page/session.ts');
  await openSession(window, controller);
}

async function ask<T>(message: object): Promise<T> {
  for (const listener of listeners) {
    const reply = listener(message, { id: 'us' });
    if (reply) return reply as Promise<T>;
  }
  throw new Error('Nobody answers.');
}

async function settled(patience = 3000): Promise<PageState> {
  const until = performance.now() + patience;
  for (;;) {
    const state = await ask<PageState>({ type: 'pageState' });
    if (state.state !== 'reading' || performance.now() > until) return state;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const painted = (name = 'attache-country'): number =>
  (CSS.highlights.get(name) as unknown as Set<unknown> | undefined)?.size ?? 0;

describe('a page', () => {
  it('is read, analyzed and painted', async () => {
    await open();
    const state = await settled();
    expect(state).toMatchObject({ state: 'ready', painted: 5 });
    expect(asked).toHaveLength(1);
    expect(asked[0]!.blocks.map((block) => block.text)).toEqual(['Talks on ships', ...SENTENCES]);
    expect(painted()).toBe(5);
    expect(badges.at(-1)).toBe(5);
  });

  it('repaints in another mode without asking again', async () => {
    await open();
    await settled();
    for (const listener of storageListeners) listener({ settings: { newValue: { mode: 'off' } } }, 'local');
    await later(30);
    expect(painted()).toBe(0);
    for (const listener of storageListeners) listener({ settings: { newValue: { mode: 'nonsense' } } }, 'local');
    await later(30);
    expect(painted()).toBe(5);
    expect(asked).toHaveLength(1);
  });

  it('asks again when the background died over the request', async () => {
    let deaths = 1;
    answer = (article) =>
      deaths-- > 0 ? Promise.reject(new Error('port closed')) : { ok: true, analysis: analyze(article) };
    await open();
    expect(await settled()).toMatchObject({ state: 'ready', painted: 5 });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['is dead', () => Promise.reject(new Error('no receiver')), /did not answer/, 2],
    ['says nothing', () => undefined, /did not answer/, 2],
    ['answers something else', () => ({ ok: true, analysis: { mentions: 'many' } }), /does not understand/, 1],
    ['has an error', () => ({ ok: false, message: 'The dictionary is corrupted.' }), /dictionary is corrupted/, 1],
    [
      'answers about another text',
      (article: Article) => {
        const analysis = analyze(article);
        analysis.mentions[0]!.end = 9999;
        return { ok: true, analysis };
      },
      /another text/,
      2,
    ],
  ])('has a plain error when the background %s', async (_, reply, message, times) => {
    answer = reply;
    await open();
    const state = await settled();
    expect(state.state === 'error' && state.message).toMatch(message);
    expect(asked).toHaveLength(times);
    expect(badges.at(-1)).toBeNull();
    expect(painted()).toBe(0);
  });

  it('recovers from an error when it is read again', async () => {
    answer = () => ({ ok: false, message: 'Not yet.' });
    await open();
    await settled();
    answer = (article) => ({ ok: true, analysis: analyze(article) });
    await ask({ type: 'reread' });
    await later(400);
    expect(await settled()).toMatchObject({ state: 'ready', painted: 5 });
  });

  it('is taken down quietly when the extension was updated', async () => {
    await open();
    await settled();
    runtime.id = undefined;
    document.querySelector('p')!.firstChild!.nodeValue = 'Norway and Chile and nobody else.';
    await later(500);
    expect(controller.signal.aborted).toBe(true);
    expect(CSS.highlights.size).toBe(0);
    expect(listeners).toEqual([]);
    expect(storageListeners).toEqual([]);
  });

  it('is painted anew where a framework replaced the text nodes, without asking again', async () => {
    await open();
    await settled();
    const paragraph = document.querySelectorAll('p')[1]!;
    paragraph.textContent = SENTENCES[1]!;
    await later(500);
    const ranges = [...(CSS.highlights.get('attache-country') as unknown as Set<StaticRange>)];
    expect(ranges).toHaveLength(5);
    expect(ranges.every((range) => range.startContainer.isConnected)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('is analyzed again when a paragraph says something else', async () => {
    await open();
    await settled();
    document.querySelectorAll('p')[1]!.firstChild!.nodeValue =
      'Kenya alone sent an envoy to the talks, which went on until the evening.';
    await later(500);
    expect(asked).toHaveLength(2);
    expect(painted()).toBe(4);
    expect(await settled()).toMatchObject({ state: 'ready', painted: 4 });
  });

  it('does not paint by offsets of a text that changed while it was analyzed', async () => {
    let first = true;
    answer = async (article) => {
      if (first)
        document.querySelectorAll('p')[0]!.firstChild!.nodeValue =
          'Now Norway and Chile met in quite another place, says the page, which changed its mind about all of it.';
      first = false;
      await later(20);
      return { ok: true, analysis: analyze(article) };
    };
    await open();
    await later(700);
    expect(asked).toHaveLength(2);
    for (const range of CSS.highlights.get('attache-country') as unknown as Set<StaticRange>) {
      expect(range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset)).toMatch(
        /^(?:Norway|Chile|Kenya|Uganda|Ireland)$/,
      );
    }
    expect(painted()).toBe(5);
  });

  it('jumps from mention to mention and round again', async () => {
    document.querySelectorAll('p')[2]!.append(' Norway agreed.');
    await open();
    await settled();
    const jump = (target: object) => ask({ type: 'jump', target });
    expect(await jump({ entity: 'Norway' })).toEqual({ at: 1, of: 2 });
    expect(painted('attache-flash')).toBe(1);
    expect(await jump({ entity: 'Norway' })).toEqual({ at: 2, of: 2 });
    expect(await jump({ entity: 'Norway' })).toEqual({ at: 1, of: 2 });
    expect(await jump({ entity: 'Atlantis' })).toBeNull();
    expect(await jump({ span: { block: 1, start: 4, end: 12 } })).toEqual({ at: 1, of: 1 });
    expect(await jump({ span: { block: 99, start: 0, end: 1 } })).toBeNull();
  });

  it('leaves nothing behind when it is taken down', async () => {
    const before = document.documentElement.outerHTML;
    const names = Object.getOwnPropertyNames(window).length;
    await open();
    await settled();
    await ask({ type: 'jump', target: { entity: 'Norway' } });
    controller.abort();
    expect(CSS.highlights.size).toBe(0);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(Object.getOwnPropertyNames(window)).toHaveLength(names);
  });

  it('without an article says so', async () => {
    document.body.innerHTML = '<p>Nothing here.</p>';
    await open();
    expect(await settled()).toEqual({ state: 'none', reason: 'no-article' });
    expect(asked).toEqual([]);
    expect(badges.at(-1)).toBeNull();
  });
});
