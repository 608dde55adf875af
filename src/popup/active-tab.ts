// The popup's line to the page in the active tab: asks what it knows, and brings the content script to pages that are
// not on the list of news hosts. Opening the popup is the click that `activeTab` grants this access for.
import { browser } from '../browser.ts';
import { type JumpTarget, type PageState, type Reply, sendToTab } from '../messages.ts';
import { type Barrier, barrierOf, isListed } from './barrier.ts';

/** `silent`: the content script is there, or was brought there, and does not answer (yet). */
export type PageAnswer = PageState | { state: 'barred'; barrier: Barrier } | { state: 'silent' };

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
  let brought = false;
  return {
    id,
    async ask() {
      const answer = await answerOf(id);
      if (answer) return answer;
      if (brought) return { state: 'silent' };
      const tab = await browser.tabs.get(id);
      const url = tab.url ?? null;
      // On a listed host the script comes by itself once the page has loaded. When it has loaded and nobody answers,
      // the tab is older than the extension, or its script was left behind by an update.
      if (tab.status === 'loading' && isListed(url, listedHosts())) return { state: 'reading' };
      try {
        await bringScript(id);
      } catch {
        return { state: 'barred', barrier: barrierOf(url) };
      }
      brought = true;
      return (await answerOf(id)) ?? { state: 'silent' };
    },
    retry() {
      brought = false;
    },
    jump: (target) => sendToTab(id, { type: 'jump', target }),
    async reread() {
      await sendToTab(id, { type: 'reread' });
    },
  };
}

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
