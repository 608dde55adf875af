import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetText } from '../../src/page/shadow.ts';

const css = readFileSync(join(import.meta.dirname, '../../src/page/page.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

function rules(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, names, body] of text.matchAll(/((?:::highlight\([\w-]+\)[,\s]*)+)\{([^}]*)\}/g)) {
    for (const [name] of names!.matchAll(/attache-\w+/g)) found[name] = body!.replace(/\s+/g, ' ').trim();
  }
  return found;
}

/** Relative luminance of WCAG 2. */
function luminance([r, g, b]: number[]): number {
  const linear = [r!, g!, b!].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('the styles', () => {
  const screen = rules(css.slice(0, css.indexOf('@media')));
  const types = ['attache-person', 'attache-country', 'attache-organization'];

  it('are the same in shadow trees', () => {
    expect(rules(sheetText())).toEqual(screen);
    expect(Object.keys(screen).sort()).toEqual([...types, 'attache-flash'].sort());
  });

  it('tell the types apart without colour, and draw lines that are seen on white and on black', () => {
    expect(new Set(types.map((type) => /underline (\w+)/.exec(screen[type]!)![1])).size).toBe(3);
    for (const type of types) {
      const color = /underline \w+ rgb\((\d+) (\d+) (\d+)\)/.exec(screen[type]!)!.slice(1).map(Number);
      expect(contrast(luminance(color), 1)).toBeGreaterThan(3.5);
      expect(contrast(luminance(color), 0)).toBeGreaterThan(3.5);
      expect(screen[type]).not.toMatch(/(?:^|; )color:/);
    }
  });

  it('know forced colours and print', () => {
    expect(css).toMatch(/@media \(forced-colors: active\)/);
    expect(rules(css.slice(css.indexOf('@media print')))['attache-person']).toContain('text-decoration: none');
  });
});
