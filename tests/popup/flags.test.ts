// The sheet of flags that the build makes is the one that the popup points into.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLAGS, flagSheet, symbolOf } from '../../scripts/lib/flags.ts';
import { projectRoot } from '../../scripts/lib/paths.ts';
import { flagOf } from '../../src/popup/view.ts';

const root = projectRoot();

describe('the sheet of flags', () => {
  it('holds the flag of every country of the dictionary and of the Union, once, whole', async () => {
    const sheet = await flagSheet(root);
    const countries = readFileSync(join(root, 'src/dictionary/countries.jsonl'), 'utf8').trim().split('\n');
    const flags = [...countries.map((line) => JSON.parse(line).id as string), 'european-union'].flatMap(
      (id) => flagOf(id)?.replace('flags.svg#', '') ?? [],
    );
    expect(flags.length).toBeGreaterThan(240);
    for (const code of flags) {
      const [symbol, ...others] = sheet.split(`<symbol id="${code}"`).slice(1);
      expect(others, code).toEqual([]);
      const file = readFileSync(join(root, FLAGS, `${code}.svg`), 'utf8').trim();
      const drawing = file.slice(file.indexOf('>') + 1, -'</svg>'.length);
      expect(symbol?.slice(0, symbol.indexOf('</symbol>')), code).toContain(`>${drawing}`);
    }
    expect(sheet.match(/\sid="/g)).toHaveLength(flags.length);
  });

  it('takes no flag that would reach into others, and nothing that is no drawing', () => {
    const flag = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2">${inside}</svg>`;
    expect(symbolOf('CN', flag('<path d="M0 0h3"/>'))).toBe(
      '<symbol id="CN" viewBox="0 0 3 2"><path d="M0 0h3"/></symbol>',
    );
    for (const inside of ['<g id="a"/>', '<style>g{}</style>', '<use href="#a"/>', '<g fill="url(#a)"/>']) {
      expect(() => symbolOf('CN', flag(inside)), inside).toThrow(/flag of CN/);
    }
    for (const text of ['', 'not found', '<svg width="3"><path/></svg>']) {
      expect(() => symbolOf('CN', text), text).toThrow(/no drawing/);
    }
  });
});
