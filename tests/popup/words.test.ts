// The popup's words that depend on something: titles as they stand under a name, and how a meeting stands.
import { describe, expect, it } from 'vitest';
import { tellStatus, tellTitle } from '../../src/popup/words.ts';

describe('a title', () => {
  it.each([
    ['foreign minister', 'Foreign Minister'],
    ['deputy prime minister and minister of foreign affairs', 'Deputy Prime Minister and Minister of Foreign Affairs'],
    ['secretary-general', 'Secretary-General'],
    ['chairman of the Sovereignty Council', 'Chairman of the Sovereignty Council'],
    ['chargé d’affaires ad interim', 'Chargé d’affaires ad interim'],
    ['US special envoy for the Middle East', 'US Special Envoy for the Middle East'],
    ['the king', 'The King'],
    ['première ministre', 'Première Ministre'],
    ['وزير الخارجية', 'وزير الخارجية'],
    ['外交部长', '外交部长'],
    ['', ''],
  ])('%s stands as %s', (title, told) => {
    expect(tellTitle(title)).toBe(told);
  });

  it('is left alone when it has its capitals', () => {
    const title = 'Minister of Foreign Affairs and Expatriates';
    expect(tellTitle(title)).toBe(title);
    expect(tellTitle(tellTitle('élysée adviser'))).toBe('Élysée Adviser');
  });
});

describe('how a meeting stands', () => {
  it('is told as fits its kind', () => {
    expect(tellStatus({ kind: 'call', status: 'held' })).toBe('Held');
    expect(tellStatus({ kind: 'letter', status: 'held' })).toBe('Sent');
    expect(tellStatus({ kind: 'letter', status: 'denied' })).toBe('Denied');
    expect(tellStatus({ kind: 'in-person', status: 'cancelled' })).toBe('Called off');
  });
});
