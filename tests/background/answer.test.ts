import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerAnalyze } from '../../src/background/answer.ts';
import { dictionarySource, readExtensionFile } from '../../src/background/dictionary.ts';
import { checkRequest, RequestError } from '../../src/background/requests.ts';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { Article } from '../../src/engine/analysis.ts';
import { analysisOf, blocksOf } from '../popup/fixtures.ts';
import { oneMeeting } from '../popup/stories.ts';

const analysis = analysisOf(oneMeeting);
const article: Article = { ...analysis.article, blocks: blocksOf(oneMeeting) };

afterEach(() => void vi.restoreAllMocks());

describe('analyze', () => {
  it('hands the article on and the analysis back', async () => {
    const read = vi.fn(async () => analysis);
    expect(await answerAnalyze({ type: 'analyze', article }, read)).toEqual({ ok: true, analysis });
    expect(read).toHaveBeenCalledWith(article);
  });

  it('answers a failure with its sentence', async () => {
    const reply = await answerAnalyze({ type: 'analyze', article }, async () => {
      throw new Error('The dictionary is damaged. Install Attaché again.');
    });
    expect(reply).toEqual({ ok: false, message: 'The dictionary is damaged. Install Attaché again.' });
  });

  it('wraps an error of the program in a sentence and logs it', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reply = await answerAnalyze({ type: 'analyze', article }, async () => {
      throw new TypeError('x is undefined');
    });
    expect(reply).toEqual({ ok: false, message: 'Attaché stumbled over this article (x is undefined).' });
    expect(logged).toHaveBeenCalledOnce();
  });

  const wrong: [string, unknown][] = [
    ['nothing', undefined],
    ['no article', { type: 'analyze' }],
    ['null', { type: 'analyze', article: null }],
    ['no blocks', { type: 'analyze', article: { ...article, blocks: undefined } }],
    ['a block without text', { type: 'analyze', article: { ...article, blocks: [{ id: 0, kind: 'title' }] } }],
    ['a kind unheard of', { type: 'analyze', article: { ...article, blocks: [{ id: 0, kind: 'aside', text: '' }] } }],
    ['an id twice', { type: 'analyze', article: { ...article, blocks: [article.blocks[0], article.blocks[0]] } }],
    ['half an id', { type: 'analyze', article: { ...article, blocks: [{ id: 0.5, kind: 'title', text: '' }] } }],
    ['a date in words', { type: 'analyze', article: { ...article, published: 'last Monday' } }],
    ['a number for a title', { type: 'analyze', article: { ...article, title: 7 } }],
  ];
  it.each(wrong)('refuses %s in a plain sentence, without reading', async (_, request) => {
    const read = vi.fn(async () => analysis);
    const reply = await answerAnalyze(request, read);
    expect(reply.ok).toBe(false);
    expect(reply).toHaveProperty(
      'message',
      expect.stringMatching(/^Attaché got an? "analyze" request that it does not/),
    );
    expect(read).not.toHaveBeenCalled();
  });

  it('says where a request is wrong', () => {
    const blocks = [{ id: 0, kind: 'title', text: 3 }];
    expect(() => checkRequest('analyze', { type: 'analyze', article: { ...article, blocks } })).toThrow(
      /article\.blocks\.0\.text/,
    );
    expect(() => checkRequest('stateChanged', { type: 'stateChanged', badge: -1 })).toThrow(RequestError);
  });
});

describe('the dictionary', () => {
  const opened = { version: '2026.11.20', asOf: '2026-10-14' } as Dictionary;

  it('is opened once for requests at the same time and later', async () => {
    const open = vi.fn(async () => opened);
    const source = dictionarySource(open);
    expect(open).not.toHaveBeenCalled();
    expect(await Promise.all([source(), source()])).toEqual([opened, opened]);
    await source();
    expect(open).toHaveBeenCalledOnce();
  });

  it('is tried again after a failure', async () => {
    const open = vi
      .fn<() => Promise<Dictionary>>()
      .mockRejectedValueOnce(new Error('damaged'))
      .mockResolvedValue(opened);
    const source = dictionarySource(open);
    await expect(source()).rejects.toThrow('damaged');
    expect(await source()).toBe(opened);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('that is missing or unreadable is told in a sentence', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(readExtensionFile('x:/dictionary.bin')).rejects.toThrow(/missing from the extension/);
    fetched.mockResolvedValueOnce(new Response(null, { status: 404 }));
    await expect(readExtensionFile('x:/dictionary.bin')).rejects.toThrow(/status 404/);
    fetched.mockResolvedValueOnce(new Response(new Uint8Array([1, 2])));
    expect(await readExtensionFile('x:/dictionary.bin')).toEqual(new Uint8Array([1, 2]));
  });
});
