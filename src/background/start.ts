// Ties the background's parts to the browser's events. The background may be killed at any moment and started again by
// any event, so every listener is registered in one synchronous go, and nothing is kept but the opened dictionary.
import { browser } from '../browser.ts';
import { receive } from '../messages.ts';
import { changeSettings, loadSettings, nextMode, readSettings, SETTINGS_KEY, type SettingsArea } from '../settings.ts';
import { answerAnalyze, type Reader } from './answer.ts';
import { showBadge } from './badge.ts';
import { createMenus, modeOfItem, tickMenu } from './menus.ts';
import { checkRequest } from './requests.ts';

export interface Background {
  /** Resolves when what the last event started has been done; for tests. */
  settled(): Promise<void>;
}

export function startBackground(read: Reader): Background {
  const area = browser.storage.local as SettingsArea;
  // One after the other: two quick key presses go two modes on, and a menu is never made twice at once.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): void => {
    queue = queue.then(work).catch((error: unknown) => console.error(error));
  };
  const makeMenus = () => inTurn(async () => createMenus((await loadSettings(area)).mode));

  receive({
    analyze: (request) => answerAnalyze(request, read),
    stateChanged: async (request, sender) => {
      const { badge } = checkRequest('stateChanged', request);
      if (sender.tab?.id !== undefined) await showBadge(sender.tab.id, badge);
      return null;
    },
  });
  browser.runtime.onInstalled.addListener(makeMenus);
  browser.runtime.onStartup.addListener(makeMenus);
  browser.contextMenus.onClicked.addListener((info) => {
    const mode = modeOfItem(info.menuItemId);
    if (mode) inTurn(() => changeSettings(area, { mode }));
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'cycle-mode') inTurn(() => changeSettings(area, ({ mode }) => ({ mode: nextMode(mode) })));
  });
  browser.storage.onChanged.addListener((changes, areaName) => {
    const change = areaName === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change) inTurn(() => tickMenu(readSettings(change.newValue).mode));
  });
  return {
    async settled() {
      for (let seen: unknown = null; seen !== queue; ) {
        seen = queue;
        await queue;
      }
    },
  };
}
