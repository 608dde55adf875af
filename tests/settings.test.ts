import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange,
  changeSettings,
  DEFAULTS,
  HIGHLIGHT_MODES,
  loadSettings,
  nextMode,
  readSettings,
  SETTINGS_KEY,
  typesOf,
} from '../src/settings.ts';

function area(stored: Record<string, unknown> = {}) {
  return {
    stored,
    get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}),
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  };
}

describe('readSettings', () => {
  it('gives the defaults for whatever is no object', () => {
    for (const stored of [undefined, null, 1, 'people', [], ['people']]) expect(readSettings(stored)).toEqual(DEFAULTS);
  });

  it('lays a known change over the defaults and passes over an unknown one', () => {
    expect(readSettings({ mode: 'people' })).toEqual({ mode: 'people' });
    expect(readSettings({ mode: 'everything', other: 1 })).toEqual(DEFAULTS);
  });

  it('always gives complete settings', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(HIGHLIGHT_MODES).toContain(readSettings(stored).mode);
      }),
    );
  });
});

describe('changes', () => {
  it('stores only what differs from the defaults', () => {
    expect(applyChange({}, { mode: 'off' })).toEqual({ mode: 'off' });
    expect(applyChange({ mode: 'off' }, { mode: 'all' })).toEqual({});
  });

  it('keeps what a newer version stored', () => {
    expect(applyChange({ density: 2, mode: 'off' }, { mode: 'people' })).toEqual({ density: 2, mode: 'people' });
  });

  it('reads back what was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HIGHLIGHT_MODES), fc.anything(), async (mode, before) => {
        const local = area({ [SETTINGS_KEY]: before });
        expect(await changeSettings(local, { mode })).toEqual({ mode });
        expect(await loadSettings(local)).toEqual({ mode });
      }),
    );
  });

  it('hands the present settings to a change that needs them', async () => {
    const local = area({ [SETTINGS_KEY]: { mode: 'people' } });
    await changeSettings(local, ({ mode }) => ({ mode: nextMode(mode) }));
    expect(local.stored).toEqual({ [SETTINGS_KEY]: { mode: 'countries' } });
  });

  it('gives the defaults where nothing was ever stored', async () => {
    expect(await loadSettings(area())).toEqual(DEFAULTS);
  });
});

describe('modes', () => {
  it('go round through all of them', () => {
    const seen = [DEFAULTS.mode];
    for (let i = 1; i < HIGHLIGHT_MODES.length; i++) seen.push(nextMode(seen.at(-1)!));
    expect([...seen].sort()).toEqual([...HIGHLIGHT_MODES].sort());
    expect(nextMode(seen.at(-1)!)).toBe(seen[0]);
  });

  it('know the types they mark', () => {
    expect(typesOf('off')).toEqual([]);
    expect(typesOf('people')).toEqual(['person']);
    expect(typesOf('meeting')).toEqual(typesOf('all'));
  });
});
