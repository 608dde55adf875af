// @vitest-environment jsdom
// What the popup shows of an article and what clicks in it do; and what axe has to say about every state.
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../src/messages.ts';
import { HIGHLIGHT_MODES, SETTINGS_KEY } from '../../src/settings.ts';
import type { FakeBrowser } from '../background/fake-browser.ts';
import { $, $$, button, click, pass, popupDriver, text } from './driver.ts';
import { officeOf, readyOf, type Story } from './fixtures.ts';
import { hardCases, longSummit, noMeeting, nothing, oneMeeting, threeMeetings } from './stories.ts';

const fake = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('../../src/browser.ts', () => fake);
const popup = popupDriver(fake);

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
    await popup.open(readyOf(oneMeeting));
    expect(text('h1')).toEqual(['Dutch and Kenyan foreign ministers agree on port security']);
    expect(text('.dateline > *')).toEqual(['The Example Gazette', '16 November 2026']);
    expect(text('.card-how > *')).toEqual(['In person, bilateral', 'Held']);
    expect(text('.side .party')).toEqual(['Netherlands Host', 'Kenya']);
    expect(text('.side .seat')).toEqual([
      'Ilse VanderhagenForeign Minister',
      'Joseph Otieno MbaruaCabinet Secretary for Foreign Affairs',
    ]);
    expect($('.card time')?.getAttribute('datetime')).toBe('2026-11-16');
    expect(text('.card dd')[0]).toBe('The Hague');
    expect($$('.card .flag use').map((use) => use.getAttribute('href'))).toEqual(['flags.svg#NL', 'flags.svg#KE']);
    expect($('.imprint')?.textContent).toContain('Dictionary 2026.11.20, facts as of 14 October 2026.');
  });

  it('shows the meetings that are news as cards, and folds away those only mentioned', async () => {
    await popup.open(readyOf(threeMeetings));
    expect($$('.card')).toHaveLength(3);
    expect(text('.card .status')).toEqual(['Held', 'Held', 'Planned']);
    expect($$('.aside')).toHaveLength(2);
    expect(($('details') as HTMLDetailsElement).open).toBe(false);
    expect($('.aside')?.textContent).toBe('Aino Tolvanen · Rasmus KivirandIn person, called off');
  });

  it('says that there is no meeting, and still lists everyone', async () => {
    await popup.open(readyOf(noMeeting));
    expect($('.no-meeting')?.textContent).toBe('This article is not about a meeting.');
    expect(text('.chip .name')).toEqual(['Chile', 'Argentina', 'Bolivia']);
    expect(text('.dateline > *')[0]).toBe('news.example.org');
  });

  it('says that there is nothing', async () => {
    await popup.open(readyOf(nothing));
    expect($('.no-meeting')?.textContent).toMatch(/^No person, country or organization/);
    expect($$('.part')).toHaveLength(0);
  });

  it('opens the meetings only mentioned where there is no other', async () => {
    const aside = { ...threeMeetings, meetings: threeMeetings.meetings?.filter((meeting) => meeting.background) ?? [] };
    await popup.open(readyOf(aside));
    expect(($('details') as HTMLDetailsElement).open).toBe(true);
  });

  it('isolates text of another direction, dates an old office, and warns of an old dictionary', async () => {
    await popup.open(readyOf(hardCases));
    expect($('h1')?.dir).toBe('auto');
    expect($$('.name, .word bdi').every((name) => name.dir === 'auto')).toBe(true);
    expect(text('.card .as-of')).toEqual([', as of March 2025', ', as of January 1990']);
    expect($('.stale')?.textContent).toMatch(/older than this article/);
    expect($('.legend')).not.toBeNull();
    expect($('[data-known="false"] .sr')?.textContent).toBe(', not in the dictionary');
  });

  it('shows a plain emblem where there is no flag', async () => {
    await popup.open(readyOf(hardCases));
    expect($$('.card .flag').map((flag) => flag.matches('.flag-none'))).toEqual([false, true]);
  });

  it('names the body of an office that is of no country, unless the title does, and dates an old office', async () => {
    const director = (id: string, title: string, asOf = '2026-10-01') =>
      [id, `Head ${id}`, 'CL', null, { office: officeOf(title, 'wmo', asOf) }] as NonNullable<Story['people']>[number];
    await popup.open(
      readyOf({
        ...noMeeting,
        people: [
          director('A', 'secretary-general'),
          director('B', 'envoy of the World Meteorological Organization'),
          director('C', 'deputy director', '2025-03-01'),
        ],
        organizations: [['wmo', 'World Meteorological Organization']],
      }),
    );
    expect(text('.row .office')).toEqual([
      'Secretary-General, World Meteorological Organization',
      'Envoy of the World Meteorological Organization',
      'Deputy Director, World Meteorological Organization, as of March 2025',
    ]);
  });

  it('shows a long list in part until asked for all of it', async () => {
    await popup.open(readyOf(longSummit));
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
    await popup.open(readyOf(oneMeeting));
    await click(button('Kenya'));
    expect(popup.jumps).toEqual([{ entity: 'KE' }]);
    expect($('.chip[data-here="true"]')?.textContent).toBe('Kenya2 of 5');
    expect(text('[role="status"]')).toContain('Mention 2 of 5');
    expect($('.chip[data-here="false"]')?.textContent).toBe('Netherlands3 mentions');
  });

  it('on the words of a topic goes from one place to the next', async () => {
    const ready = readyOf(oneMeeting);
    await popup.open(ready);
    const spans = ready.analysis.topics[0]!.evidence.slice(0, 3);
    for (let i = 0; i < 4; i++) await click($('.word')!);
    expect(popup.jumps).toEqual([...spans, spans[0]].map((span) => ({ span })));
    expect($('.word')?.dataset.here).toBe('true');
  });

  it('on a card shows where the article tells of the meeting', async () => {
    popup.jumpReply = { at: 1, of: 1 };
    await popup.open(readyOf(oneMeeting));
    await click(button('Show in text'));
    expect(popup.jumps).toEqual([{ span: readyOf(oneMeeting).analysis.meetings[0]!.evidence[0] }]);
    expect(text('[role="status"]')).toContain('Shown in the article');
  });

  it('on a name that has gone says so, and asks the page anew', async () => {
    await popup.open(readyOf(oneMeeting));
    popup.jumpReply = null;
    popup.page = readyOf(noMeeting);
    await click(button('Kenya'));
    expect(text('[role="status"]')).toContain('No longer in the article');
    expect($('h1')?.textContent).toBe(noMeeting.title);
  });

  it('copies the report in the format asked for, and tells when it cannot', async () => {
    const writeText = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await popup.open(readyOf(oneMeeting));
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
    const browser = await popup.open(readyOf(oneMeeting), (fresh) => {
      fresh.stored[SETTINGS_KEY] = { mode: 'people' };
    });
    expect(text('.mode')).toHaveLength(HIGHLIGHT_MODES.length);
    expect($('fieldset.modes > legend')?.textContent).toBe('Marked in the page');
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['people']);
    await click($('input[value="off"]')!);
    expect(browser.stored).toEqual({ [SETTINGS_KEY]: { mode: 'off' } });
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['off']);
  });

  it('follows a change from elsewhere', async () => {
    const browser = await popup.open(readyOf(oneMeeting));
    await browser.storage.local.set({ [SETTINGS_KEY]: { mode: 'meeting' } });
    await pass(0);
    expect(checked().map((input) => input.getAttribute('value'))).toEqual(['meeting']);
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
    await popup.open(state);
    const details = $('details') as HTMLDetailsElement | null;
    if (details) details.open = true;
    expect(await violations()).toEqual([]);
  });
});
