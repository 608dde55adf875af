// @vitest-environment jsdom
// The whole popup from its entry, with a stand-in for the browser at the edge: every state, what clicks do, and axe.
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../src/messages.ts';
import { HIGHLIGHT_MODES, SETTINGS_KEY } from '../../src/settings.ts';
import { type FakeBrowser, fakeBrowser } from '../background/fake-browser.ts';
import { readyOf } from './fixtures.ts';
import { hardCases, longSummit, noMeeting, nothing, oneMeeting, threeMeetings } from './stories.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../../src/browser.ts', () => fake);

const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');

/** What the page answers to `pageState`; an Error when nobody is there. Tests change it while the popup is open. */
let page: PageState | Error | undefined;
let jumps: unknown[] = [];
let rereads = 0;
let jumpReply: unknown = { at: 2, of: 5 };

async function open(state: typeof page, stored: Record<string, unknown> = {}): Promise<FakeBrowser> {
  page = state;
  const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser(stored));
  browser.tabs.sendMessage.mockImplementation(async (_tab, message) => {
    const request = message as { type: string; target?: unknown };
    if (page instanceof Error) throw page;
    if (request.type === 'pageState') return page;
    if (request.type === 'reread') rereads += 1;
    if (request.type === 'jump') jumps.push(request.target);
    return request.type === 'jump' ? jumpReply : null;
  });
  await mount();
  return browser;
}

async function mount(): Promise<void> {
  document.documentElement.lang = 'en';
  document.title = 'Attaché';
  document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'popup' }));
  vi.resetModules();
  await import('../../src/popup/main.tsx');
  await pass(0);
}

/** Lets time go by, in milliseconds, and everything that waits for it happen. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  jumps = [];
  rereads = 0;
  jumpReply = { at: 2, of: 5 };
});

afterEach(() => {
  dispatchEvent(new Event('pagehide'));
  vi.useRealTimers();
});

const $ = (selector: string) => document.querySelector<HTMLElement>(selector);
const $$ = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => $$(selector).map((element) => element.textContent);
const button = (label: string): HTMLElement => {
  const found = $$('button').find((element) => element.textContent?.startsWith(label));
  if (!found) throw new Error(`There is no button "${label}".`);
  return found;
};
const click = async (element: HTMLElement) => {
  element.click();
  await pass(0);
};

/** What axe finds, in words. Colours are checked in real browsers, since jsdom lays nothing out. */
async function violations(): Promise<string[]> {
  vi.useRealTimers();
  // axe draws letters to tell icon fonts apart; jsdom has no canvas and says so each time.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' ')}`);
}

describe('an article that has been read', () => {
  it('says who sat at the table, where, when and how', async () => {
    await open(readyOf(oneMeeting));
    expect(text('h1')).toEqual(['Dutch and Kenyan foreign ministers agree on port security']);
    expect(text('.dateline > *')).toEqual(['The Example Gazette', '16 November 2026']);
    expect(text('.card-how > *')).toEqual(['In person, bilateral', 'Held']);
    expect(text('.side .party')).toEqual(['Netherlands Host', 'Kenya']);
    expect(text('.side .seat')).toEqual([
      'Ilse Vanderhagenforeign minister',
      'Joseph Otieno Mbaruacabinet secretary for foreign affairs',
    ]);
    expect($('.card time')?.getAttribute('datetime')).toBe('2026-11-16');
    expect(text('.card dd')[0]).toBe('The Hague');
    expect($$('.card .flag').map((flag) => flag.getAttribute('src'))).toEqual(['flags/NL.svg', 'flags/KE.svg']);
    expect($('.imprint')?.textContent).toContain('Dictionary 2026.11.20, facts as of 14 October 2026.');
  });

  it('shows the meetings that are news as cards, and folds away those only mentioned', async () => {
    await open(readyOf(threeMeetings));
    expect($$('.card')).toHaveLength(3);
    expect(text('.card .status')).toEqual(['Held', 'Held', 'Planned']);
    expect($$('.aside')).toHaveLength(2);
    expect(($('details') as HTMLDetailsElement).open).toBe(false);
    expect($('.aside')?.textContent).toBe('Aino Tolvanen · Rasmus KivirandIn person, called off');
  });

  it('says that there is no meeting, and still lists everyone', async () => {
    await open(readyOf(noMeeting));
    expect($('.no-meeting')?.textContent).toBe('This article is not about a meeting.');
    expect(text('.chip .name')).toEqual(['Chile', 'Argentina', 'Bolivia']);
    expect(text('.dateline > *')[0]).toBe('news.example.org');
  });

  it('says that there is nothing', async () => {
    await open(readyOf(nothing));
    expect($('.no-meeting')?.textContent).toMatch(/^No person, country or organization/);
    expect($$('.part')).toHaveLength(0);
  });

  it('opens the meetings only mentioned where there is no other', async () => {
    const aside = { ...threeMeetings, meetings: threeMeetings.meetings?.filter((meeting) => meeting.background) ?? [] };
    await open(readyOf(aside));
    expect(($('details') as HTMLDetailsElement).open).toBe(true);
  });

  it('isolates text of another direction, dates an old office, and warns of an old dictionary', async () => {
    await open(readyOf(hardCases));
    expect($('h1')?.dir).toBe('auto');
    expect($$('.name, .word bdi').every((name) => name.dir === 'auto')).toBe(true);
    expect(text('.as-of')).toEqual([', as of March 2025', ', as of January 1990']);
    expect($('.stale')?.textContent).toMatch(/older than this article/);
    expect($('.legend')).not.toBeNull();
    expect($('[data-known="false"] .sr')?.textContent).toBe(', not in the dictionary');
  });

  it('shows a plain emblem where a flag is missing', async () => {
    await open(readyOf(oneMeeting));
    $('.card img')?.dispatchEvent(new Event('error'));
    await pass(0);
    expect($$('.card img')).toHaveLength(1);
    expect($$('.card .flag-none')).toHaveLength(1);
  });

  it('shows a long list in part until asked for all of it', async () => {
    await open(readyOf(longSummit));
    const list = () => $$('#items-organization .name').length;
    expect(list()).toBe(8);
    const more = button('Show all 10');
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await click(more);
    expect(list()).toBe(10);
    expect(more.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a click', () => {
  it('on a name jumps to its next mention and tells which it is', async () => {
    await open(readyOf(oneMeeting));
    await click(button('Kenya'));
    expect(jumps).toEqual([{ entity: 'KE' }]);
    expect($('.chip[data-here="true"]')?.textContent).toBe('Kenya2 of 5');
    expect(text('[role="status"]')).toContain('Mention 2 of 5');
    expect($('.chip[data-here="false"]')?.textContent).toBe('Netherlands3 mentions');
  });

  it('on the words of a topic goes from one place to the next', async () => {
    const ready = readyOf(oneMeeting);
    await open(ready);
    const spans = ready.analysis.topics[0]!.evidence.slice(0, 3);
    for (let i = 0; i < 4; i++) await click($('.word')!);
    expect(jumps).toEqual([...spans, spans[0]].map((span) => ({ span })));
    expect($('.word')?.dataset.here).toBe('true');
  });

  it('on a card shows where the article tells of the meeting', async () => {
    jumpReply = { at: 1, of: 1 };
    await open(readyOf(oneMeeting));
    await click(button('Show in text'));
    expect(jumps).toEqual([{ span: readyOf(oneMeeting).analysis.meetings[0]!.evidence[0] }]);
    expect(text('[role="status"]')).toContain('Shown in the article');
  });

  it('on a name that has gone says so, and asks the page anew', async () => {
    await open(readyOf(oneMeeting));
    jumpReply = null;
    page = readyOf(noMeeting);
    await click(button('Kenya'));
    expect(text('[role="status"]')).toContain('No longer in the article');
    expect($('h1')?.textContent).toBe(noMeeting.title);
  });

  it('copies the report in the format asked for, and tells when it cannot', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await open(readyOf(oneMeeting));
    await click(button('Markdown'));
    expect(writeText.mock.lastCall?.[0]).toMatch(/^# Dutch and Kenyan/);
    expect($('.told')?.textContent).toBe('Copied as Markdown');
    await click(button('JSON'));
    expect(JSON.parse(writeText.mock.lastCall?.[0] ?? '')).toHaveProperty('meetings');
    writeText.mockRejectedValue(new Error('not allowed'));
    await click(button('CSV'));
    expect($('.told')?.textContent).toMatch(/refused/);
    vi.unstubAllGlobals();
  });
});

describe('the mode', () => {
  const checked = () => $$('.modes input').flatMap((input) => ((input as HTMLInputElement).checked ? [input] : []));

  it('is read from the settings, and stored when it is changed', async () => {
    const browser = await open(readyOf(oneMeeting), { [SETTINGS_KEY]: { mode: 'people' } });
    expect(text('.mode')).toHaveLength(HIGHLIGHT_MODES.length);
    expect($('fieldset.modes > legend')?.textContent).toBe('Marked in the page');
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['people']);
    await click($('input[value="off"]')!);
    expect(browser.stored).toEqual({ [SETTINGS_KEY]: { mode: 'off' } });
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['off']);
  });

  it('follows a change from elsewhere', async () => {
    const browser = await open(readyOf(oneMeeting));
    await browser.storage.local.set({ [SETTINGS_KEY]: { mode: 'meeting' } });
    await pass(0);
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['meeting']);
  });
});

describe('while the page reads', () => {
  it('asks gently, and shows the article when it is there', async () => {
    const browser = await open({ state: 'reading' });
    expect($('h1')?.textContent).toBe('Reading the article');
    await pass(3_000);
    expect(browser.tabs.sendMessage.mock.calls.length).toBeLessThan(9);
    page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
    const asked = browser.tabs.sendMessage.mock.calls.length;
    await pass(10_000);
    expect(browser.tabs.sendMessage.mock.calls.length).toBe(asked);
  });

  it('is told of a change, and heeds only its own tab', async () => {
    const browser = await open(readyOf(noMeeting));
    page = readyOf(oneMeeting);
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: 1 }, { id: 'attache', tab: { id: 8 } });
    await pass(0);
    expect($('h1')?.textContent).toBe(noMeeting.title);
    browser.runtime.onMessage.fire({ type: 'stateChanged', badge: 1 }, { id: 'attache', tab: { id: 7 } });
    await pass(0);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('keeps an article on show through a quick second reading, and says when it becomes a long one', async () => {
    const browser = await open(readyOf(oneMeeting));
    page = { state: 'reading' };
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
    const browser = await open(NOBODY);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
    expect(browser.scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page.js'] });
    expect(browser.scripting.insertCSS).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['page.css'] });
    page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });

  it('is waited for while a listed host still loads, without bringing the script twice', async () => {
    const browser = await open(NOBODY);
    // The popup above has brought it, since the tab had loaded. A tab that loads:
    browser.tab.status = 'loading';
    browser.scripting.executeScript.mockClear();
    await mount();
    await pass(20_000);
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
    expect($('h1')?.textContent).toBe('Still reading');
    page = readyOf(oneMeeting);
    await pass(1_000);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('gets it at once while a host that is not listed still loads', async () => {
    const browser = await open(NOBODY);
    Object.assign(browser.tab, { status: 'loading', url: 'https://elsewhere.example.com/story' });
    browser.scripting.executeScript.mockClear();
    await mount();
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });

  it('that does not finish loading is waited for, and says that it takes long', async () => {
    let letIn: (results: never[]) => void = () => undefined;
    const entry = new Promise<never[]>((resolve) => {
      letIn = resolve;
    });
    page = NOBODY;
    const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser());
    browser.scripting.executeScript.mockReturnValue(entry);
    browser.tabs.sendMessage.mockImplementation(async () => {
      if (page instanceof Error) throw page;
      return page;
    });
    await mount();
    await pass(3_000);
    expect($('h1')?.textContent).toBe('Reading the article');
    await pass(20_000);
    expect($('h1')?.textContent).toBe('Still reading');
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
    page = readyOf(oneMeeting);
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
    page = NOBODY;
    const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser());
    browser.tab.url = url as string;
    browser.scripting.executeScript.mockRejectedValue(new Error('Missing host permission for the tab'));
    await mount();
    expect($('h1')?.textContent).toBe(title);
    expect($$('.button')).toHaveLength(again ? 1 : 0);
  });

  it('that is the browser’s own is known by its address, without trying', async () => {
    page = NOBODY;
    const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser());
    browser.tab.url = 'about:addons';
    await mount();
    expect($('h1')?.textContent).toBe('A page of the browser');
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
  });

  it('that stays silent becomes an error, and “Read again” brings the script anew', async () => {
    const browser = await open(NOBODY);
    await pass(15_000);
    expect($('h1')?.textContent).toBe('This did not work');
    page = readyOf(oneMeeting);
    browser.tabs.sendMessage.mockRejectedValueOnce(NOBODY).mockRejectedValueOnce(NOBODY);
    await click(button('Read again'));
    expect(browser.scripting.executeScript).toHaveBeenCalledTimes(2);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('has no active tab', async () => {
    page = NOBODY;
    const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser());
    browser.tabs.query.mockResolvedValue([]);
    await mount();
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
    await open(state);
    expect($('h1')?.textContent).toBe(title);
    expect($$('.button')).toHaveLength(again ? 1 : 0);
    if (state.state === 'error') expect($('main p')?.textContent).toBe(state.message);
  });

  it('is read again on demand', async () => {
    await open({ state: 'error', message: 'The dictionary is damaged.' });
    page = readyOf(oneMeeting);
    await click(button('Read again'));
    expect(rereads).toBe(1);
    expect($('h1')?.textContent).toBe(oneMeeting.title);
  });

  it('is read again without showing the old failure in between, until the new one is told', async () => {
    const browser = await open({ state: 'error', message: 'The dictionary is damaged.' });
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
    const browser = await open(undefined);
    expect(browser.scripting.executeScript).toHaveBeenCalledOnce();
  });
});

describe('axe finds nothing', () => {
  it.each([
    ['one meeting', readyOf(oneMeeting)],
    ['three meetings', readyOf(threeMeetings)],
    ['a long summit', readyOf(longSummit)],
    ['no meeting', readyOf(noMeeting)],
    ['nothing', readyOf(nothing)],
    ['hard cases', readyOf(hardCases)],
    ['reading', { state: 'reading' }],
    ['no article', { state: 'none', reason: 'no-article' }],
    ['an error', { state: 'error', message: 'The dictionary is damaged.' }],
  ] as [string, PageState][])('in: %s', async (_, state) => {
    await open(state);
    const details = $('details') as HTMLDetailsElement | null;
    if (details) details.open = true;
    expect(await violations()).toEqual([]);
  });
});

it('ends with the popup: no question and no drawing after that', async () => {
  const browser = await open({ state: 'reading' });
  dispatchEvent(new Event('pagehide'));
  const asked = browser.tabs.sendMessage.mock.calls.length;
  await pass(5_000);
  expect(browser.tabs.sendMessage.mock.calls.length).toBe(asked);
  expect(browser.runtime.onMessage.listeners.size).toBe(0);
  expect(browser.storage.onChanged.listeners.size).toBe(0);
});
