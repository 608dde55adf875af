// What happens between opening the popup and closing it: asks the page until it has an answer, hears when that changes,
// follows the settings, and carries the reader's clicks out. It keeps the last answer for drawing and nothing else.
import { browser } from '../browser.ts';
import type { Span } from '../engine/analysis.ts';
import { overhear } from '../messages.ts';
import {
  changeSettings,
  DEFAULTS,
  type HighlightMode,
  loadSettings,
  readSettings,
  SETTINGS_KEY,
  type SettingsArea,
} from '../settings.ts';
import { findActiveTab, type PageAnswer } from './active-tab.ts';
import { SILENT } from './words.ts';

/** Milliseconds between questions while the page reads: quick at first, then gentle. */
const PAUSES = [100, 150, 250, 400, 700];
const LAST_PAUSE = 1000;
/** Milliseconds after which reading counts as slow, and after which a page that does not answer is given up. */
const SLOW_AFTER = 8_000;
const SILENT_AFTER = 12_000;
/** Milliseconds for which the last reading stays on show while the page reads again by itself. */
const KEPT_FOR = 1_500;
/** Milliseconds for which a page that was told to read again may still give the answer of before. */
const GRACE = 1_500;

export type PageView = Exclude<PageAnswer, { state: 'silent' | 'reading' }> | { state: 'reading'; slow: boolean };

/** Where the last jump went; `at` and `of` are null when its target has gone from the page. */
export interface Jumped {
  key: string;
  at: number | null;
  of: number | null;
}

export interface PopupState {
  /** Null until the first answer. */
  page: PageView | null;
  mode: HighlightMode;
  jumped: Jumped | null;
}

export interface Actions {
  jumpToEntity(entity: string): void;
  jumpToSpan(key: string, span: Span): void;
  setMode(mode: HighlightMode): void;
  readAgain(): void;
}

/** Starts a session and tells `draw` each time that there is something new to show. `signal` ends it. */
export function openSession(draw: (state: PopupState) => void, signal: AbortSignal): Actions {
  const area = browser.storage.local as SettingsArea;
  const tab = findActiveTab();
  let state: PopupState = { page: null, mode: DEFAULTS.mode, jumped: null };
  let round = 0;

  const update = (change: Partial<PopupState>): void => {
    if (signal.aborted) return;
    state = { ...state, ...change };
    draw(state);
  };

  /**
   * Asks until the page has read its article. A later call makes an earlier one stop. For `grace` milliseconds a
   * failure counts as one of before; a page tells of a new one by itself.
   */
  const follow = async (grace = 0): Promise<void> => {
    round += 1;
    const mine = round;
    const current = () => mine === round && !signal.aborted;
    try {
      const line = await tab;
      const began = performance.now();
      for (let turn = 0; current(); turn += 1) {
        const answer: PageAnswer = line ? await line.ask() : { state: 'barred', barrier: 'unknown' };
        if (!current()) return;
        const waited = performance.now() - began;
        const isOld = waited < grace && (answer.state === 'none' || answer.state === 'error');
        if (answer.state !== 'silent' && answer.state !== 'reading' && !isOld) return update({ page: answer });
        if (answer.state === 'silent' && waited > SILENT_AFTER) throw new Error(SILENT);
        // A quick second reading, after the page changed, replaces the first without a flicker in between.
        const keepShown = state.page?.state === 'ready' && waited < KEPT_FOR;
        if (!keepShown) update({ page: { state: 'reading', slow: waited > SLOW_AFTER } });
        await pause(PAUSES[turn] ?? LAST_PAUSE);
      }
    } catch (error) {
      if (current())
        update({ page: { state: 'error', message: error instanceof Error ? error.message : String(error) } });
    }
  };

  const jump = async (key: string, target: { entity: string } | { span: Span }): Promise<void> => {
    const line = await tab;
    const shown = await line?.jump(target).catch(() => null);
    update({ jumped: { key, at: shown?.at ?? null, of: shown?.of ?? null } });
    // Gone: the article has changed since the popup asked.
    if (!shown) await follow();
  };

  const readAgain = async (): Promise<void> => {
    update({ page: { state: 'reading', slow: false }, jumped: null });
    const line = await tab;
    line?.retry();
    // Without a script in the page there is nobody to tell; `follow` then brings one.
    await line?.reread().catch(() => undefined);
    await follow(GRACE);
  };

  overhear(
    'stateChanged',
    async (_, sender) => {
      if (sender.tab?.id !== undefined && sender.tab.id === (await tab)?.id) await follow();
    },
    signal,
  );
  const onStored = (changes: Record<string, { newValue?: unknown }>, areaName: string): void => {
    const change = areaName === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change) update({ mode: readSettings(change.newValue).mode });
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored));

  void loadSettings(area).then(({ mode }) => update({ mode }));
  void follow();

  return {
    jumpToEntity: (entity) => void jump(entity, { entity }),
    jumpToSpan: (key, span) => void jump(key, { span }),
    setMode: (mode) => {
      update({ mode });
      void changeSettings(area, { mode });
    },
    readAgain: () => void readAgain(),
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
