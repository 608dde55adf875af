// Waits for the extension to have read a page, as a reader would wait for the marks.
import type { Page } from 'puppeteer-core';
import type { PageState } from '../../src/messages.ts';
import type { Extension } from './session.ts';

/** Milliseconds between two looks. */
const INTERVAL = 60;
/** Milliseconds after which a page that answers nothing has no content script: it runs right after the document is there. */
const SILENCE = 2500;

export type Read = Exclude<PageState, { state: 'reading' }>;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * The state of the page once it is no longer being read; null when no content script runs there.
 * Throws when the page is still being read after `patience` milliseconds.
 */
export async function readingOf(extension: Extension, page: Page, patience = 30_000): Promise<Read | null> {
  const began = Date.now();
  let answered = false;
  while (Date.now() - began < (answered ? patience : SILENCE)) {
    const state = await extension.ask(page, { type: 'pageState' }).catch(() => null);
    if (state && state.state !== 'reading') return state;
    answered ||= state !== null;
    await pause(INTERVAL);
  }
  if (answered) throw new Error(`The page was still being read after ${Math.round(patience / 1000)} s.`);
  return null;
}
