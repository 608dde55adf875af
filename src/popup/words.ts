// The popup's own words, in one place, so that they can be read through at once and translated one day.
import type { Meeting, MeetingKind, MeetingStatus } from '../engine/analysis.ts';
import type { PageState } from '../messages.ts';
import type { HighlightMode } from '../settings.ts';
import type { Barrier } from './barrier.ts';

export const MODE: Record<HighlightMode, string> = {
  all: 'All',
  people: 'People',
  countries: 'Countries',
  organizations: 'Organizations',
  meeting: 'Meeting',
  off: 'Off',
};

export const KIND: Record<MeetingKind, string> = {
  'in-person': 'In person',
  call: 'Phone call',
  video: 'Video call',
  letter: 'Letter',
};

export const FORMAT: Record<Meeting['format'], string> = { bilateral: 'bilateral', multilateral: 'multilateral' };

const STATUS: Record<MeetingStatus, string> = {
  held: 'Held',
  planned: 'Planned',
  cancelled: 'Called off',
  denied: 'Denied',
};

/** How a meeting of a kind stands: talks are held, a letter is sent. */
export const tellStatus = ({ kind, status }: Pick<Meeting, 'kind' | 'status'>): string =>
  kind === 'letter' && status === 'held' ? 'Sent' : STATUS[status];

const SMALL_WORDS = new Set(
  'a ad an and as at by de del des di du e et for from in interim la of on the to und von with y'.split(' '),
);

/**
 * A title as it stands under a name: "foreign minister" becomes "Foreign Minister", so that titles look alike wherever
 * they come from. Articles capitalize them before a name and nowhere else, the dictionary never does.
 */
export function tellTitle(title: string): string {
  return title.replace(/[\p{L}\p{M}\p{N}'’.]+/gu, (word, at: number) =>
    // A word with capitals of its own, or with an article before its apostrophe (d'affaires), is as it should be.
    word !== word.toLowerCase() || /^\p{L}['’]/u.test(word) || (at > 0 && SMALL_WORDS.has(word))
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

export interface Notice {
  title: string;
  text: string;
  /** Whether asking the page to read again can help. */
  again: boolean;
}

type NoneReason = Extract<PageState, { state: 'none' }>['reason'];

export const NONE: Record<NoneReason, Notice> = {
  'no-article': {
    title: 'No article here',
    text: 'Attaché reads single news stories. Open one, and who met whom stands here.',
    again: true,
  },
  empty: {
    title: 'An empty page',
    text: 'There is no text here yet. If the page is still loading, try again.',
    again: true,
  },
  'not-html': {
    title: 'Not a web page',
    text: 'This tab shows a document that is no web page, such as an image, a PDF or plain data. Attaché reads web pages.',
    again: false,
  },
  'too-long': {
    title: 'Too long to read',
    text: 'This page is longer than any news story. Open one of its articles instead.',
    again: false,
  },
};

export const BARRIER: Record<Barrier, Notice> = {
  browser: {
    title: 'A page of the browser',
    text: 'Extensions have no access to the browser’s own pages. Open a news article in this tab.',
    again: false,
  },
  store: {
    title: 'Closed to extensions',
    text: 'Browsers keep extensions out of their add-on stores. Open a news article in this tab.',
    again: false,
  },
  pdf: {
    title: 'A PDF',
    text: 'Extensions cannot look into the browser’s PDF viewer. If the story has a web page too, open that one.',
    again: false,
  },
  file: {
    title: 'A file of this computer',
    text: 'To read local files, allow “access to file URLs” for Attaché on the browser’s extensions page.',
    again: true,
  },
  unknown: {
    title: 'Closed to extensions',
    text: 'The browser does not let Attaché read this page. It may be one of its own, or an add-on store.',
    again: true,
  },
};

export const READING: Notice = { title: 'Reading the article', text: '', again: false };

export const SLOW: Notice = {
  title: 'Still reading',
  text: 'This takes longer than usual. The page may still be loading.',
  again: true,
};

export const SILENT = 'The page does not answer. Reload the tab and open this window again.';
