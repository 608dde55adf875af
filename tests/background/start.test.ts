import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Background, startBackground } from '../../src/background/start.ts';
import { HIGHLIGHT_MODES, SETTINGS_KEY } from '../../src/settings.ts';
import { analysisOf, blocksOf } from '../popup/fixtures.ts';
import { oneMeeting } from '../popup/stories.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../../src/browser.ts', () => fake);

const analysis = analysisOf(oneMeeting);
const article = { ...analysis.article, blocks: blocksOf(oneMeeting) };
const page = { id: 'attache', tab: { id: 7 } };
let background: Background;

/** A worker that starts: listeners anew, storage and menus as they were left. */
function wake(stored: Record<string, unknown> = {}): FakeBrowser {
  Object.assign(fake.browser, fakeBrowser(stored));
  background = startBackground(async () => analysis);
  return fake.browser;
}

beforeEach(() => void wake());

const ticked = () => [...fake.browser.menus.values()].filter((item) => item.checked).map((item) => item.id);
const send = (message: unknown, sender: unknown = page) =>
  fake.browser.runtime.onMessage.fire(message, sender)[0] as Promise<unknown>;

describe('a start', () => {
  it('has every listener in place synchronously, and asks nothing of the browser', () => {
    const { runtime, contextMenus, commands, storage } = fake.browser;
    const events = [
      runtime.onMessage,
      runtime.onInstalled,
      runtime.onStartup,
      contextMenus.onClicked,
      commands.onCommand,
      storage.onChanged,
    ];
    expect(events.map((event) => event.listeners.size)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(storage.local.get).not.toHaveBeenCalled();
    expect(contextMenus.create).not.toHaveBeenCalled();
  });
});

describe('messages', () => {
  it('analyze is answered', async () => {
    expect(await send({ type: 'analyze', article })).toEqual({ ok: true, analysis });
    expect(await send({ type: 'analyze' })).toMatchObject({ ok: false });
  });

  it('stateChanged puts the number on the badge of its tab', async () => {
    const { action } = fake.browser;
    for (const [badge, text] of [
      [2, '2'],
      [0, ''],
      [null, ''],
      [1200, '999+'],
    ] as const) {
      expect(await send({ type: 'stateChanged', badge })).toBeNull();
      expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text });
    }
    expect(action.setBadgeTextColor).toHaveBeenCalledWith({ tabId: 7, color: '#ffffff' });
  });

  it('stateChanged of a wrong shape is refused, and changes no badge', async () => {
    await expect(send({ type: 'stateChanged', badge: 'two' })).rejects.toThrow(/does not understand \(badge/);
    expect(fake.browser.action.setBadgeText).not.toHaveBeenCalled();
  });

  it('stateChanged of a tab that is gone ends quietly', async () => {
    fake.browser.action.setBadgeText.mockRejectedValue(new Error('No tab with id: 7.'));
    expect(await send({ type: 'stateChanged', badge: 2 })).toBeNull();
    expect(await send({ type: 'stateChanged', badge: 2 }, { id: 'attache' })).toBeNull();
  });
});

describe('the context menu', () => {
  it('holds the modes as radio items, the present one ticked', async () => {
    wake({ [SETTINGS_KEY]: { mode: 'countries' } });
    fake.browser.runtime.onInstalled.fire({ reason: 'install' });
    await background.settled();
    const radios = [...fake.browser.menus.values()].filter((item) => item.type === 'radio');
    expect(radios.map((item) => item.id)).toEqual(HIGHLIGHT_MODES.map((mode) => `mode-${mode}`));
    expect(ticked()).toEqual(['mode-countries']);
  });

  it('is made anew without an error when install and start come together', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    fake.browser.runtime.onInstalled.fire({ reason: 'update' });
    fake.browser.runtime.onStartup.fire();
    await background.settled();
    expect(fake.browser.menus.size).toBe(HIGHLIGHT_MODES.length + 1);
    expect(logged).not.toHaveBeenCalled();
  });

  it('changes the mode by a click, and follows a change from elsewhere', async () => {
    fake.browser.runtime.onInstalled.fire({ reason: 'install' });
    fake.browser.contextMenus.onClicked.fire({ menuItemId: 'mode-people' });
    await background.settled();
    expect(fake.browser.stored).toEqual({ [SETTINGS_KEY]: { mode: 'people' } });
    await fake.browser.storage.local.set({ [SETTINGS_KEY]: { mode: 'off' } });
    await background.settled();
    expect(ticked()).toEqual(['mode-off']);
  });

  it('is made when a mode is to be ticked and there is no menu', async () => {
    await fake.browser.storage.local.set({ [SETTINGS_KEY]: { mode: 'meeting' } });
    await background.settled();
    expect(ticked()).toEqual(['mode-meeting']);
  });

  it('ignores items that are not its own and settings that are none', async () => {
    fake.browser.contextMenus.onClicked.fire({ menuItemId: 'highlights' });
    await fake.browser.storage.local.set({ other: 1 });
    fake.browser.storage.onChanged.fire({ [SETTINGS_KEY]: { newValue: { mode: 'off' } } }, 'sync');
    await background.settled();
    expect(fake.browser.stored).toEqual({ other: 1 });
    expect(fake.browser.contextMenus.update).not.toHaveBeenCalled();
  });
});

describe('the keyboard command', () => {
  it('goes one mode on for each press, however quick', async () => {
    fake.browser.commands.onCommand.fire('cycle-mode');
    fake.browser.commands.onCommand.fire('cycle-mode');
    fake.browser.commands.onCommand.fire('another');
    await background.settled();
    expect(fake.browser.stored).toEqual({ [SETTINGS_KEY]: { mode: HIGHLIGHT_MODES[2] } });
  });

  it('goes on after a failure of the storage', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    fake.browser.storage.local.set.mockRejectedValueOnce(new Error('disk full'));
    fake.browser.commands.onCommand.fire('cycle-mode');
    fake.browser.commands.onCommand.fire('cycle-mode');
    await background.settled();
    expect(fake.browser.stored).toEqual({ [SETTINGS_KEY]: { mode: HIGHLIGHT_MODES[1] } });
  });

  it('does the same after the worker was killed in between', async () => {
    fake.browser.commands.onCommand.fire('cycle-mode');
    await background.settled();
    wake(fake.browser.stored);
    fake.browser.commands.onCommand.fire('cycle-mode');
    await background.settled();
    expect(fake.browser.stored).toEqual({ [SETTINGS_KEY]: { mode: HIGHLIGHT_MODES[2] } });
  });
});
