// What the reader may change. Only what was changed is stored; defaults and migrations apply when it is read.
import type { EntityType } from './engine/analysis.ts';

export const HIGHLIGHT_MODES = ['all', 'people', 'countries', 'organizations', 'meeting', 'off'] as const;
/** `meeting` marks the participants and their countries only. */
export type HighlightMode = (typeof HIGHLIGHT_MODES)[number];

export interface Settings {
  mode: HighlightMode;
}

export const DEFAULTS: Settings = { mode: 'all' };

/** Under this key of `storage.local` lie the changed settings, as one object. */
export const SETTINGS_KEY = 'settings';

/** Defaults with the stored changes laid over them; whatever is not understood is passed over. */
export function readSettings(stored: unknown): Settings {
  const changed = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const mode = HIGHLIGHT_MODES.find((m) => m === changed.mode);
  return { ...DEFAULTS, ...(mode ? { mode } : {}) };
}

export function nextMode(mode: HighlightMode): HighlightMode {
  return HIGHLIGHT_MODES[(HIGHLIGHT_MODES.indexOf(mode) + 1) % HIGHLIGHT_MODES.length] ?? DEFAULTS.mode;
}

const TYPES_OF: Record<HighlightMode, EntityType[]> = {
  all: ['person', 'country', 'organization'],
  people: ['person'],
  countries: ['country'],
  organizations: ['organization'],
  meeting: ['person', 'country', 'organization'],
  off: [],
};

export const typesOf = (mode: HighlightMode): EntityType[] => TYPES_OF[mode];
