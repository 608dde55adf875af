// A browser under our control with the extension in it, the same to its users whether it is Chromium or Firefox.
// `openSession` starts one; chromium.ts and firefox.ts say how each does what is promised here.
import type { Browser, Page } from 'puppeteer-core';
import type { Reply, Request, RequestType } from '../../src/messages.ts';
import type { BrowserKind, FoundBrowser } from './find-browser.ts';

export interface SessionOptions {
  /** Port of a {@link LocalProxy} (proxy.ts) on this machine, through which every request of the browser goes. */
  proxyPort: number;
  headless: boolean;
  /** CSS pixels. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Opens a tab and brings it to the front. */
  newPage(): Promise<Page>;
  /** Loads an unpacked extension; once in a session. */
  install(folder: string): Promise<Extension>;
  close(): Promise<void>;
}

export interface Extension {
  readonly id: string;
  /** With a slash at its end. */
  readonly origin: string;
  /** Runs a function in an extension page and returns what it resolves to. It sees nothing of its surroundings but `args`. */
  evaluate<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Sends a request to the content script of the tab, as popup and background do. Rejects when the tab has none. */
  ask<T extends RequestType>(page: Page, request: Request<T>): Promise<Reply<T>>;
  /** Clicks on the toolbar button, which lets the extension into the tab and opens the real popup over it. */
  openPopup(page: Page): Promise<Popup>;
  /** Kills the background, as the browser does to save memory. It starts again when it is next needed. */
  stopBackground(): Promise<void>;
  /** Uncaught errors and console errors of the background and of extension pages so far. */
  errors(): Promise<string[]>;
}

export interface Popup {
  /** As a reader sees it. */
  text(): Promise<string>;
  evaluate<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function openSession(found: FoundBrowser, options: SessionOptions): Promise<Session> {
  if (found.kind === 'firefox') return (await import('./firefox.ts')).openFirefox(found, options);
  return (await import('./chromium.ts')).openChromium(found, options);
}

/** Runs `make` when first asked, and then gives the same to everybody. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** In a window that a person looks at, the empty tab that the browser starts with; else a new one. */
export async function nextPage(browser: Browser, { headless }: SessionOptions): Promise<Page> {
  const [first, ...others] = headless ? [] : await browser.pages();
  return first && others.length === 0 && first.url() === 'about:blank' ? first : browser.newPage();
}
