// Every request that crosses from one room to another, and its reply. Both ends derive their types from this map.
// Requests of a type that nobody knows end in `receive`; the background, which is sent whole articles, checks the
// shape of the rest as well (src/background/requests.ts).
import { browser, type Runtime } from './browser.ts';
import type { Analysis, Article, Block, Span } from './engine/analysis.ts';

/** Milliseconds, measured in the page. */
export interface Timings {
  /** Finding the article and its text. */
  articleMs: number;
  /** From the request to the background until its answer. */
  analyzeMs: number;
  paintMs: number;
  /** Longest task of the extension in the page. */
  longestTaskMs: number;
}

/** What a tab's content script knows. The page owns it; nobody else keeps a copy. */
export type PageState =
  | { state: 'reading' }
  | { state: 'none'; reason: 'no-article' | 'empty' | 'not-html' | 'too-long' }
  | { state: 'error'; message: string }
  | { state: 'ready'; analysis: Analysis; blocks: Block[]; painted: number; timings: Timings };

/** What a reader may jump to: the mentions of an entity, one by one, or one stretch of text. */
export type JumpTarget = { entity: string } | { span: Span };

export interface Requests {
  /** Page → background. */
  analyze: { params: { article: Article }; reply: AnalyzeReply };
  /** Page → background, when its state changed: the badge follows. An open popup hears it too and asks again. */
  stateChanged: { params: { badge: number | null }; reply: null };
  /** Popup, background, `inspect` → page. */
  pageState: { params: Record<never, never>; reply: PageState };
  /** Popup → page. The reply says which mention of how many is shown now, 1-based; null when it is gone. */
  jump: { params: { target: JumpTarget }; reply: { at: number; of: number } | null };
  /** Popup, background → page: read the article again. */
  reread: { params: Record<never, never>; reply: null };
}

export type AnalyzeReply = { ok: true; analysis: Analysis } | { ok: false; message: string };

export type RequestType = keyof Requests;
export type Request<T extends RequestType = RequestType> = { [K in T]: { type: K } & Requests[K]['params'] }[T];
export type Reply<T extends RequestType> = Requests[T]['reply'];
export type Handlers = {
  [T in RequestType]?: (request: Request<T>, sender: Runtime.MessageSender) => Reply<T> | Promise<Reply<T>>;
};

export function sendToBackground<T extends RequestType>(request: Request<T>): Promise<Reply<T>> {
  return browser.runtime.sendMessage(request) as Promise<Reply<T>>;
}

export function sendToTab<T extends RequestType>(tab: number, request: Request<T>): Promise<Reply<T>> {
  return browser.tabs.sendMessage(tab, request, { frameId: 0 }) as Promise<Reply<T>>;
}

/**
 * The one dispatcher of a context. Requests that are none of `handlers` are left to other listeners: the listener
 * returns undefined for them, since an async listener would answer messages that are not its own.
 */
export function receive(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const type = (message as { type?: unknown } | null)?.type;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    const handler = handlers[type as RequestType] as (request: unknown, sender: Runtime.MessageSender) => unknown;
    return Promise.resolve().then(() => handler(message, sender));
  };
  // The polyfill's type knows only listeners that always answer.
  const callback = listener as unknown as Runtime.OnMessageListenerAsync;
  browser.runtime.onMessage.addListener(callback);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(callback));
}

/**
 * Hears requests of a type that others answer, and answers none: an open popup learns so that a page's state changed.
 */
export function overhear<T extends RequestType>(
  type: T,
  heard: (request: Request<T>, sender: Runtime.MessageSender) => void,
  signal?: AbortSignal,
): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.id !== browser.runtime.id) return;
    if ((message as { type?: unknown } | null)?.type === type) heard(message as Request<T>, sender);
  };
  const callback = listener as unknown as Runtime.OnMessageListenerAsync;
  browser.runtime.onMessage.addListener(callback);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(callback));
}
