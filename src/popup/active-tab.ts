// The popup's line to the page in the active tab: asks what it knows, and brings the content script to pages that are
// not on the list of news hosts. Opening the popup is the click that `activeTab` grants this access for.
import { browser } from '../browser.ts';
import { type JumpTarget, type PageState, type Reply, sendToTab } from '../messages.ts';
import { type Barrier, barrierOf, isListed } from './barrier.ts';

/** `silent`: the content script is there, or was brought there, and does not answer (yet). */
export type PageAnswer = PageState | { state: 'barred'; barrier: Barrier } | { state: 'silent' };

/** Milliseconds for which an answer waits for the script to be let into the page. */
const PATIENCE = 500;

export interface ActiveTab {
  id: number;
  ask(): Promise<PageAnswer>;
  /** Brings the content script anew, when `ask` has to, even if this was done before. */
  retry(): void;
  jump(target: JumpTarget): Promise<Reply<'jump'>>;
  reread(): Promise<void>;
}

/** The active tab of the window that the popup belongs to; null when there is none. */
export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return lineTo(tab.id);
}

function lineTo(id: number): ActiveTab {
  /** How bringing the script went; null before that. */
  let brought: Promise<'done' | 'refused'> | null = null;

  const ask = async (): Promise<PageAnswer> => {
    const state = await answerOf(id);
    if (state) return state;
    const tab = await browser.tabs.get(id);
    const url = tab.url ?? null;
    // On a listed host the script comes by itself once the page has loaded. When it has loaded and nobody answers, the
    // tab is older than the extension, or its script was left behind by an update.
    if (!brought && tab.status === 'loading' && isListed(url, listedHosts())) return { state: 'reading' };
    // Known beforehand: Firefox neither lets a script into such a page nor ever says that it does not.
    if (barrierOf(url) === 'browser') return { state: 'barred', barrier: 'browser' };
    brought ??= bringScript(id).then(
      () => 'done' as const,
      () => 'refused' as const,
    );
    // Browsers hold a script back until the page's text is there, which a page that never finishes never gives them.
    const outcome = await Promise.race([brought, pause(PATIENCE)]);
    if (outcome === 'refused') return { state: 'barred', barrier: barrierOf(url) };
    if (outcome === 'done') return (await answerOf(id)) ?? { state: 'silent' };
    return { state: 'reading' };
  };

  return {
    id,
    ask,
    retry() {
      brought = null;
    },
    jump: (target) => sendToTab(id, { type: 'jump', target }),
    async reread() {
      await sendToTab(id, { type: 'reread' });
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Null when nobody is there to answer. */
async function answerOf(id: number): Promise<PageState | null> {
  try {
    const state: unknown = await sendToTab(id, { type: 'pageState' });
    return typeof state === 'object' && state !== null && 'state' in state ? (state as PageState) : null;
  } catch {
    return null;
  }
}

async function bringScript(tabId: number): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  const target = { tabId };
  await browser.scripting.insertCSS({ target, files: script?.css ?? ['page.css'] });
  await browser.scripting.executeScript({ target, files: script?.js ?? ['page.js'] });
}

function listedHosts(): string[] {
  return browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
}
