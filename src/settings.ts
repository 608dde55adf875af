// What the reader may change. Only what was changed is stored; defaults and migrations apply when it is read.
// Nothing here imports the browser: whoever reads or writes hands in its `storage.local`.
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

/** The part of `storage.local` that settings need. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Defaults with the stored changes laid over them; whatever is not understood is passed over. */
export function readSettings(stored: unknown): Settings {
  const mode = HIGHLIGHT_MODES.find((m) => m === asObject(stored).mode);
  return { ...DEFAULTS, ...(mode ? { mode } : {}) };
}

/**
 * What is to be stored after `change`: a setting at its default is left out, so that a later, better default reaches
 * those who never chose; settings that a newer version stored stay.
 */
export function applyChange(stored: unknown, change: Partial<Settings>): Record<string, unknown> {
  const next: Record<string, unknown> = { ...asObject(stored), ...change };
  for (const [name, value] of Object.entries(DEFAULTS)) if (next[name] === value) delete next[name];
  return next;
}

export async function loadSettings(area: SettingsArea): Promise<Settings> {
  return readSettings((await area.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** Stores what `change` makes of the present settings, and gives the settings that hold from now on. */
export async function changeSettings(
  area: SettingsArea,
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<Settings> {
  const stored = (await area.get(SETTINGS_KEY))[SETTINGS_KEY];
  const next = applyChange(stored, typeof change === 'function' ? change(readSettings(stored)) : change);
  await area.set({ [SETTINGS_KEY]: next });
  return readSettings(next);
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

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
