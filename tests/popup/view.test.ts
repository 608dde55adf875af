import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/engine/analysis.ts';
import { barrierOf, isListed } from '../../src/popup/barrier.ts';
import { daysBetween, tellDate } from '../../src/popup/dates.ts';
import { countryOf, flagOf, isDictionaryStale, sidesOf, sitFaceToFace, sourceOf } from '../../src/popup/view.ts';
import { analysisOf, blocksOf, officeOf, type Story } from './fixtures.ts';
import { hardCases, longSummit, oneMeeting, threeMeetings } from './stories.ts';

const sides = (story: Story, index = 0) => {
  const analysis = analysisOf(story);
  return sidesOf(analysis.meetings[index]!, analysis, blocksOf(story));
};

describe('the table', () => {
  it('seats the host’s side first, whatever the order of the parties', () => {
    const seated = sides(oneMeeting);
    expect(seated.map((side) => side.party?.name)).toEqual(['Netherlands', 'Kenya']);
    expect(seated.map((side) => side.seats.map((seat) => [seat.entity.name, seat.isHost]))).toEqual([
      [['Ilse Vanderhagen', true]],
      [['Joseph Otieno Mbarua', false]],
    ]);
  });

  it('keeps a party that nobody is named for, and names one that the article does not mention', () => {
    expect(sides(threeMeetings, 2).map((side) => [side.party?.name, side.seats.length])).toEqual([
      ['Finland', 1],
      ['Norway', 0],
    ]);
    const unmentioned = sides({
      ...oneMeeting,
      meetings: [{ parties: ['XK', 'x-soviet-union', 'african-union-commission'] }],
    });
    expect(unmentioned.map((side) => [side.party?.name, side.party?.entity])).toEqual([
      ['Kosovo', null],
      ['Soviet Union', null],
      ['African Union Commission', null],
    ]);
  });

  it('marks a country that is the host itself', () => {
    const hosted = sides({ ...oneMeeting, meetings: [{ parties: ['KE', 'NL'], host: 'NL' }] });
    expect(hosted.map((side) => [side.party?.id, side.party?.isHost])).toEqual([
      ['NL', true],
      ['KE', false],
    ]);
  });

  it('gives participants without a party a side of their own', () => {
    expect(sides(hardCases).at(-1)).toMatchObject({ party: null, seats: [{ entity: { name: 'Q. Marr' } }] });
  });

  it('passes over a participant that the analysis does not know', () => {
    const story = {
      ...oneMeeting,
      meetings: [{ parties: ['KE'], participants: [{ entity: 'x', title: null, party: 'KE' }] }],
    };
    expect(sides(story)).toMatchObject([{ seats: [] }]);
  });

  it('is face to face for two sides that are not crowded', () => {
    expect(sitFaceToFace(sides(oneMeeting))).toBe(true);
    expect(sitFaceToFace(sides(longSummit))).toBe(false);
    const crowd = Array.from({ length: 4 }, () => ({ entity: 'mbarua', title: null, party: 'KE' }));
    expect(sitFaceToFace(sides({ ...oneMeeting, meetings: [{ parties: ['KE', 'NL'], participants: crowd }] }))).toBe(
      false,
    );
  });
});

describe('an office’s date', () => {
  const told = (published: string, asOf: string, text: string, title = 'minister of ports') =>
    sides({
      title: 'Talks',
      published,
      paragraphs: [text],
      people: [['ana', 'Ana Silveira', 'PT', null, { office: officeOf('minister of ports', 'PT', asOf) }]],
      meetings: [{ parties: ['PT'], participants: [{ entity: 'ana', title, party: 'PT' }] }],
    })[0]?.seats[0];

  it('is told when the dictionary’s word is more than a year older than the article', () => {
    expect(told('2026-11-16', '2025-03-01', 'Ana Silveira came.')).toMatchObject({ asOf: '2025-03-01' });
    expect(told('2026-11-16', '2026-03-01', 'Ana Silveira came.')).toMatchObject({ asOf: null });
  });

  it('is left out when the article itself gives the title', () => {
    expect(told('2026-11-16', '2025-03-01', 'Minister  of Ports Ana Silveira came.')).toMatchObject({ asOf: null });
    expect(told('2026-11-16', '2025-03-01', 'x', 'prime minister')).toMatchObject({
      title: 'prime minister',
      asOf: null,
    });
  });
});

describe('the sheet', () => {
  const about = (change: Partial<Analysis['article']>) => {
    const analysis = analysisOf(oneMeeting);
    return { ...analysis, article: { ...analysis.article, ...change } };
  };

  it('names the outlet, else the host of the address, else nothing', () => {
    expect(sourceOf(about({}))).toBe('The Example Gazette');
    expect(sourceOf(about({ source: null, url: 'https://www.example.org/a' }))).toBe('example.org');
    expect(sourceOf(about({ source: null, url: 'no address' }))).toBeNull();
    expect(sourceOf(about({ source: null, url: null }))).toBeNull();
  });

  it('calls the dictionary old beside a much newer article, or today for an undated one', () => {
    expect(isDictionaryStale(about({ published: '2027-03-01' }), '2020-01-01')).toBe(false);
    expect(isDictionaryStale(about({ published: '2027-05-01' }), '2020-01-01')).toBe(true);
    expect(isDictionaryStale(about({ published: null }), '2027-05-01')).toBe(true);
    expect(isDictionaryStale(about({ published: '2019-01-01' }), '2027-05-01')).toBe(false);
  });

  it('has flags for country codes and the European Union only', () => {
    expect(flagOf('CN')).toBe('flags.svg#CN');
    expect(flagOf('european-union')).toBe('flags.svg#EU');
    for (const id of ['x-soviet-union', 'asean', '../CN', 'cn', null]) expect(flagOf(id)).toBeNull();
  });
});

describe('a person’s flag', () => {
  it('is the dictionary’s, else that of the party that the article seats them with', () => {
    const analysis = analysisOf({
      ...oneMeeting,
      people: [
        ['mbarua', 'Joseph Otieno Mbarua', 'KE'],
        ['vanderhagen', 'Ilse Vanderhagen', 'KE', null, { known: false }],
        ['roosdaal', 'Pieter Roosdaal', 'NL', null, { known: false }],
        ['stranger', 'A. Stranger', null, null, { known: false }],
      ],
    });
    expect(analysis.entities.slice(0, 4).map((person) => countryOf(person, analysis))).toEqual([
      'KE',
      'NL',
      'NL',
      null,
    ]);
  });
});

describe('dates', () => {
  it('are told in the reader’s language, as exactly as they are known', () => {
    expect(tellDate('2026-02-01', 'en-US')).toBe('Sunday, February 1, 2026');
    expect(tellDate('2026-02-01', 'de')).toBe('Sonntag, 1. Februar 2026');
    expect(tellDate('2026-02-01', 'en-US', 'short')).toBe('February 1, 2026');
    expect(tellDate('2026-02-01', 'en-US', 'month')).toBe('February 2026');
    expect(tellDate('2026-02', 'en-GB')).toBe('February 2026');
    expect(tellDate('2026', 'en-GB')).toBe('2026');
  });

  it('that are none are told as they are', () => {
    for (const text of ['next week', '2026-13-40', '']) expect(tellDate(text, 'en-GB')).toBe(text);
    expect(daysBetween('soon', '2026-01-01')).toBeNull();
  });

  it('are counted in days', () => {
    expect(daysBetween('2026-01-01', '2026-03-01')).toBe(59);
    expect(daysBetween('2026-03', '2026-01')).toBe(-59);
  });
});

describe('barriers', () => {
  it.each([
    ['about:config', 'browser'],
    ['chrome://extensions/', 'browser'],
    ['view-source:https://example.org/', 'browser'],
    ['moz-extension://abc/options.html', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['https://example.org/communique.PDF?page=2', 'pdf'],
    ['file:///tmp/communique.pdf', 'pdf'],
    ['file:///tmp/story.html', 'file'],
    ['https://example.org/', 'unknown'],
    ['not an address', 'unknown'],
    [null, 'unknown'],
  ] as const)('%s: %s', (url, barrier) => {
    expect(barrierOf(url)).toBe(barrier);
  });

  it('knows the listed hosts from the manifest’s patterns', () => {
    const patterns = ['*://news.example.org/*', 'https://*.example.net/*', '<all_urls>'];
    for (const url of [
      'http://news.example.org/a',
      'https://news.example.org:8443/',
      'https://a.example.net/',
      'https://example.net/',
    ]) {
      expect(isListed(url, patterns), url).toBe(true);
    }
    for (const url of [
      'https://example.org/',
      'https://xnews.example.org/',
      'http://a.example.net/',
      'ftp://news.example.org/',
      'https://badexample.net/',
      null,
      '',
    ]) {
      expect(isListed(url, patterns), String(url)).toBe(false);
    }
  });
});
