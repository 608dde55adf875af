// The background from its entry: a request in, an answer of the real engine with a real dictionary out.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildDictionary } from '../../scripts/lib/dictionary-files.ts';
import type { AnalyzeReply } from '../../src/messages.ts';
import { analysisOf, blocksOf } from '../popup/fixtures.ts';
import { oneMeeting } from '../popup/stories.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../../src/browser.ts', () => fake);

const fetched = vi.spyOn(globalThis, 'fetch');
const article = { ...analysisOf(oneMeeting).article, blocks: blocksOf(oneMeeting) };

beforeEach(async () => {
  Object.assign(fake.browser, fakeBrowser());
  fetched.mockReset();
  vi.resetModules();
  await import('../../src/background/main.ts');
});

afterEach(() => void vi.clearAllMocks());

const analyze = () =>
  fake.browser.runtime.onMessage.fire({ type: 'analyze', article }, { id: 'attache' })[0] as Promise<AnalyzeReply>;

it('reads nothing before the first article', () => {
  expect(fetched).not.toHaveBeenCalled();
  expect(fake.browser.runtime.onMessage.listeners.size).toBe(1);
});

it('answers with the dictionary of the extension, fetched once', async () => {
  const bytes = await buildDictionary();
  fetched.mockImplementation(async () => new Response(new Uint8Array(bytes)));
  const replies = await Promise.all([analyze(), analyze()]);
  for (const reply of replies) {
    expect(reply.ok && reply.analysis.entities.map((entity) => entity.id)).toEqual(
      expect.arrayContaining(['KE', 'NL']),
    );
  }
  expect(fetched).toHaveBeenCalledOnce();
  expect(fetched).toHaveBeenCalledWith('moz-extension://attache/dictionary.bin');
});

it('says that the dictionary is damaged, and tries again at the next request', async () => {
  fetched.mockImplementation(async () => new Response(new Uint8Array([1, 2, 3, 4])));
  for (const time of [1, 2]) {
    expect(await analyze()).toEqual({ ok: false, message: expect.stringMatching(/dictionary/i) });
    expect(fetched).toHaveBeenCalledTimes(time);
  }
});
