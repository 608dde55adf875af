// Opens the whole popup from its entry for a unit test, with a stand-in for the browser at the edge and a page that
// answers what the test says. Used inside a file that mocks src/browser.ts with the same `fake`.
import { afterEach, beforeEach, vi } from 'vitest';
import type { PageState } from '../../src/messages.ts';
import { type FakeBrowser, fakeBrowser } from '../background/fake-browser.ts';

export const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');

export interface PopupDriver {
  /** What the page answers to `pageState`; an Error when nobody is there. Tests change it while the popup is open. */
  page: PageState | Error | undefined;
  jumpReply: unknown;
  /** Targets that the page was asked to jump to. */
  jumps: unknown[];
  rereads: number;
  /** Opens the popup over a page in this state. `prepare` changes the browser beforehand. */
  open(page: PopupDriver['page'], prepare?: (browser: FakeBrowser) => void): Promise<FakeBrowser>;
  /** Opens the popup again in the same browser. */
  reopen(): Promise<void>;
}

export function popupDriver(fake: { browser: FakeBrowser }): PopupDriver {
  const driver: PopupDriver = {
    page: undefined,
    jumpReply: null,
    jumps: [],
    rereads: 0,
    async open(page, prepare) {
      driver.page = page;
      const browser: FakeBrowser = Object.assign(fake.browser, fakeBrowser());
      browser.tabs.sendMessage.mockImplementation(async (_tab, message) => {
        const request = message as { type: string; target?: unknown };
        if (driver.page instanceof Error) throw driver.page;
        if (request.type === 'pageState') return driver.page;
        if (request.type === 'reread') driver.rereads += 1;
        if (request.type === 'jump') driver.jumps.push(request.target);
        return request.type === 'jump' ? driver.jumpReply : null;
      });
      prepare?.(browser);
      await driver.reopen();
      return browser;
    },
    async reopen() {
      document.documentElement.lang = 'en';
      document.title = 'Attaché';
      document.body.replaceChildren(Object.assign(document.createElement('div'), { id: 'popup' }));
      vi.resetModules();
      await import('../../src/popup/main.tsx');
      await pass(0);
    },
  };
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(driver, { jumps: [], rereads: 0, jumpReply: { at: 2, of: 5 } });
  });
  afterEach(() => {
    dispatchEvent(new Event('pagehide'));
    vi.useRealTimers();
  });
  return driver;
}

/** Lets time go by, in milliseconds, and everything that waits for it happen. */
export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

export const $ = (selector: string) => document.querySelector<HTMLElement>(selector);
export const $$ = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const text = (selector: string) => $$(selector).map((element) => element.textContent);

export function button(label: string): HTMLElement {
  const found = $$('button').find((element) => element.textContent?.startsWith(label));
  if (!found) throw new Error(`There is no button "${label}".`);
  return found;
}

export async function click(element: HTMLElement): Promise<void> {
  element.click();
  await pass(0);
}
