// Asks the background for an analysis. It may be killed at any moment, also between a request and its reply.
import { browser } from '../browser.ts';
import type { Article } from '../engine/analysis.ts';
import { type AnalyzeReply, sendToBackground } from '../messages.ts';

/** The first answer of a cold background takes a second or two on a slow machine; megabytes of text much longer. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 300;

/** False once the extension was updated, reloaded or removed while its script lived on in the page. */
export function alive(): boolean {
  try {
    return typeof browser.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** Asks, and once more if the background died over it. Never rejects: what went wrong is said in a sentence. */
export async function requestAnalysis(article: Article): Promise<AnalyzeReply> {
  for (let attempt = 0; ; attempt++) {
    try {
      const reply: unknown = await inTime(sendToBackground({ type: 'analyze', article }));
      if (reply === LATE) return { ok: false, message: 'Attaché’s background is taking too long over this page.' };
      if (isReply(reply)) return reply;
      // Chrome answers with nothing when the worker went away, instead of rejecting.
      if (reply !== undefined && reply !== null)
        return { ok: false, message: 'Attaché got an answer that it does not understand.' };
    } catch {
      if (!alive()) return { ok: false, message: 'Attaché was updated. Reload the page to use it here.' };
    }
    if (attempt === 1)
      return { ok: false, message: 'Attaché’s background did not answer. Reload the page to try again.' };
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Tells the badge; whether it is heard matters to nobody. */
export function sendBadge(badge: number | null): void {
  try {
    sendToBackground({ type: 'stateChanged', badge }).catch(() => {});
  } catch {
    // The extension is gone.
  }
}

const LATE = Symbol('late');

/** A background that died rejects at once; one that is silent for long is at work, and asking again would double it. */
function inTime<T>(promise: Promise<T>): Promise<T | typeof LATE> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(LATE), PATIENCE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The parts that painting relies on. The rest is the popup's, and comes from our own background. */
function isReply(reply: unknown): reply is AnalyzeReply {
  if (typeof reply !== 'object' || reply === null) return false;
  const { ok, message, analysis } = reply as { ok?: unknown; message?: unknown; analysis?: Record<string, unknown> };
  if (ok === false) return typeof message === 'string';
  const lists = ['mentions', 'entities', 'meetings', 'participants', 'topics'];
  return ok === true && typeof analysis === 'object' && lists.every((list) => Array.isArray(analysis?.[list]));
}
