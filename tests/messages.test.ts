import { beforeEach, describe, expect, it, vi } from 'vitest';
import { overhear, receive, sendToBackground, sendToTab } from '../src/messages.ts';
import { type FakeBrowser, fakeBrowser } from './background/fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../src/browser.ts', () => fake);

beforeEach(() => void Object.assign(fake.browser, fakeBrowser()));

const ours = { id: 'attache', tab: { id: 7 } };
const fire = (message: unknown, sender: unknown = ours) => fake.browser.runtime.onMessage.fire(message, sender);

describe('receive', () => {
  it('answers a request that it has a handler for, synchronous or not', async () => {
    receive({ reread: () => null, jump: async () => ({ at: 1, of: 3 }) });
    expect(await fire({ type: 'reread' })[0]).toBeNull();
    expect(await fire({ type: 'jump', target: { entity: 'x' } })[0]).toEqual({ at: 1, of: 3 });
  });

  it('leaves requests of others to them, by returning undefined at once', () => {
    receive({ reread: () => null });
    for (const message of [{ type: 'analyze' }, { type: 'toString' }, { type: 1 }, {}, null, 'reread', undefined]) {
      expect(fire(message)).toEqual([undefined]);
    }
  });

  it('does not answer another extension', () => {
    const reread = vi.fn(() => null);
    receive({ reread });
    expect(fire({ type: 'reread' }, { id: 'someone-else' })).toEqual([undefined]);
    expect(reread).not.toHaveBeenCalled();
  });

  it('tells the sender of a handler that throws', async () => {
    receive({
      reread: () => {
        throw new Error('no page');
      },
    });
    await expect(fire({ type: 'reread' })[0]).rejects.toThrow('no page');
  });

  it('goes silent when its signal is aborted', () => {
    const controller = new AbortController();
    receive({ reread: () => null }, controller.signal);
    controller.abort();
    expect(fire({ type: 'reread' })).toEqual([]);
  });
});

describe('overhear', () => {
  it('hears and never answers', () => {
    const heard = vi.fn();
    overhear('stateChanged', heard);
    expect(fire({ type: 'stateChanged', badge: 2 })).toEqual([undefined]);
    expect(heard).toHaveBeenCalledWith({ type: 'stateChanged', badge: 2 }, ours);
  });

  it('hears neither other types nor other extensions, and nothing after the end', () => {
    const heard = vi.fn();
    const controller = new AbortController();
    overhear('stateChanged', heard, controller.signal);
    fire({ type: 'reread' });
    fire(null);
    fire({ type: 'stateChanged', badge: 2 }, { id: 'someone-else' });
    controller.abort();
    fire({ type: 'stateChanged', badge: 2 });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('sending', () => {
  it('goes to the background, or to the top frame of a tab', async () => {
    fake.browser.runtime.sendMessage.mockResolvedValue(null);
    fake.browser.tabs.sendMessage.mockResolvedValue({ state: 'reading' });
    expect(await sendToBackground({ type: 'stateChanged', badge: 1 })).toBeNull();
    expect(await sendToTab(7, { type: 'pageState' })).toEqual({ state: 'reading' });
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'pageState' }, { frameId: 0 });
  });
});
