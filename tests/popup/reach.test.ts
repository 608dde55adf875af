// @vitest-environment jsdom
// How the popup gets to the page: while it reads, where the content script is missing, where it may not go, at the end.
import { describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../background/fake-browser.ts';
import { $, $$, button, click, NOBODY, pass, popupDriver } from './driver.ts';
import { readyOf } from './fixtures.ts';
import { noMeeting, oneMeeting } from './stories.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../../src/browser.ts', () => fake);
const popup = popupDriver(fake);

describe('while the page reads', () => {
  it('asks gently, and shows the article when it is there', async () => {
    const browser = await popup.open({ state: 'reading' });
    expect($('h1')?.textContent).toBe('Reading the article');
    await pass(3_000);
    expect(browser.tabs.sendMessage.mock.calls.length).toBeLessThan(9);
    popup.page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
    const asked = browser.tabs.sendMessage.mock.calls.length;
    await pass(10_000);
    expect(browser.tabs.sendMessage.mock.calls.length).toBe(asked);
  });

  it('is told of a change, and heeds only its own tab', async () => {
    const browser = await popup.open(readyOf(noMeeting));
    popup.page = readyOf(oneMeeting);
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: 1 }, { id: 'attache', tab: { id: 8 } });
    await pass(0);
    expect($('h1')?.textContent).toBe(noMeeting.title);
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: 1 }, { id: 'attache', tab: { id: 7 } });
    await pass(0);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('keeps an article on show through a quick second reading, and says when it becomes a long one', async () => {
    const browser = await popup.open(readyOf(oneMeeting));
    popup.page = { state: 'reading' };
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: null }, { id: 'attache', tab: { id: 7 } });
    await pass(500);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
    await pass(2_000);
    expect($('h1')?.textContent).toBe('Reading the article');
    await pass(8_000);
    expect($('h1')?.textContent).toBe('Still reading');
  });
});

describe('a page without the content script', () => {
  it('gets it by the click that opened the popup, and is read', async () => {
    const browser = await popup.open(NOBODY);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
    expect(browser.scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page.js'] });
    expect(browser.scripting.insertCSS).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page.css'] });
    popup.page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });

  it('is waited for while a listed host still loads, without bringing the script twice', async () => {
    const browser = await popup.open(NOBODY);
    // The popup above has brought it, since the tab had loaded. A tab that loads:
    browser.tab.status = 'loading';
    browser.scripting.executeScript.mockClear();
    await popup.reopen();
    await pass(20_000);
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
    expect($('h1')?.textContent).toBe('Still reading');
    popup.page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('gets it at once while a host that is not listed still loads', async () => {
    const browser = await popup.open(NOBODY);
    Object.assign(browser.tab, { status: 'loading', url: 'https://elsewhere.example.com/story' });
    browser.scripting.executeScript.mockClear();
    await popup.reopen();
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });

  it('that does not finish loading is waited for, and says that it takes long', async () => {
    let letIn: (results: never[]) => void = () => undefined;
    const entry = new Promise<never[]>((resolve) => {
      letIn = resolve;
    });
    const browser = await popup.open(NOBODY, (browser) => {
      browser.scripting.executeScript.mockReturnValue(entry);
    });
    await pass(3_000);
    expect($('h1')?.textContent).toBe('Reading the article');
    await pass(20_000);
    expect($('h1')?.textContent).toBe('Still reading');
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
    popup.page = readyOf(oneMeeting);
    letIn([]);
    await pass(2_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it.each([
    ['https://addons.mozilla.org/', 'Closed to extensions', false],
    ['https://example.org/a.pdf', 'A PDF', false],
    ['file:///tmp/a.html', 'A file of this computer', true],
    [undefined, 'Closed to extensions', true],
  ])('that may not have it (%s) is told why', async (url, title, again) => {
    await popup.open(NOBODY, (browser) => {
      browser.tab.url = url as string;
      browser.scripting.executeScript.mockRejectedValue(new Error('Missing host permission for the tab'));
    });
    expect($('h1')?.textContent).toBe(title);
    expect($$('.button')).toHaveLength(again ? 1 : 0);
  });

  it('that is the browser’s own is known by its address, without trying', async () => {
    const browser = await popup.open(NOBODY, (browser) => {
      browser.tab.url = 'about:addons';
    });
    expect($('h1')?.textContent).toBe('A page of the browser');
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
  });

  it('that stays silent becomes an error, and “Read again” brings the script anew', async () => {
    const browser = await popup.open(NOBODY);
    await pass(15_000);
    expect($('h1')?.textContent).toBe('This did not work');
    popup.page = readyOf(oneMeeting);
    browser.tabs.sendMessage.mockRejectedValueOnce(NOBODY).mockRejectedValueOnce(NOBODY);
    await click(button('Read again'));
    expect(browser.scripting.executeScript).toHaveBeenCalledTimes(2);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('has no active tab', async () => {
    await popup.open(NOBODY, (browser) => {
      browser.tabs.query.mockResolvedValue([]);
    });
    expect($('h1')?.textContent).toBe('Closed to extensions');
  });
});

describe('a page that cannot be told about', () => {
  it.each([
    [{ state: 'none', reason: 'no-article' }, 'No article here', true],
    [{ state: 'none', reason: 'empty' }, 'An empty page', true],
    [{ state: 'none', reason: 'not-html' }, 'Not a web page', false],
    [{ state: 'none', reason: 'too-long' }, 'Too long to read', false],
    [{ state: 'error', message: 'The dictionary is damaged.' }, 'This did not work', true],
  ] as const)('%o: says so', async (state, title, again) => {
    await popup.open(state);
    expect($('h1')?.textContent).toBe(title);
    expect($$('.button')).toHaveLength(again ? 1 : 0);
    if (state.state === 'error') expect($('main p')?.textContent).toBe(state.message);
  });

  it('is read again on demand', async () => {
    await popup.open({ state: 'error', message: 'The dictionary is damaged.' });
    popup.page = readyOf(oneMeeting);
    await click(button('Read again'));
    expect(popup.rereads).toBe(1);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('is read again without showing the old failure in between, until the new one is told', async () => {
    const browser = await popup.open({ state: 'error', message: 'The dictionary is damaged.' });
    await click(button('Read again'));
    await pass(1_000);
    expect($('h1')?.textContent).toBe('Reading the article');
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: null }, { id: 'attache', tab: { id: 7 } });
    await pass(0);
    expect($('h1')?.textContent).toBe('This did not work');
    await click(button('Read again'));
    await pass(3_000);
    expect($('h1')?.textContent).toBe('This did not work');
  });

  it('answers with something else: that is nobody', async () => {
    const browser = await popup.open(undefined);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });
});

it('ends with the popup: no question and no drawing after that', async () => {
  const browser = await popup.open({ state: 'reading' });
  dispatchEvent(new Event('pagehide'));
  const asked = browser.tabs.sendMessage.mock.calls.length;
  await pass(5_000);
  expect(browser.tabs.sendMessage.mock.calls.length).toBe(asked);
  expect(browser.runtime.onMessage.listeners.size).toBe(0);
  expect(browser.storage.onChanged.listeners.size).toBe(0);
});
