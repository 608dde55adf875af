// The flags as one file, flags.svg: a <symbol> for each country of the dictionary and for the European Union, named by
// its code. One by one the same flags weigh almost twice as much in the zip, since many share their stars and stripes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from './trouble.ts';

/** Where the package keeps them, below the project's folder. */
export const FLAGS = 'node_modules/country-flag-icons/3x2';

/** The whole text of flags.svg. Throws a {@link Trouble} for a country without a flag, and for one that cannot be put in. */
export async function flagSheet(root: string): Promise<string> {
  const countries = await readFile(join(root, 'src/dictionary/countries.jsonl'), 'utf8');
  const ids = countries.split('\n').flatMap((line) => (line.trim() ? [String(JSON.parse(line).id)] : []));
  // States of the past go by other ids than codes, and have no flag here.
  const codes = new Set([...ids.filter((id) => /^[A-Z]{2}$/.test(id)), 'EU']);
  const symbols = await Promise.all(
    [...codes].sort().map(async (code) => {
      const svg = await readFile(join(root, FLAGS, `${code}.svg`), 'utf8').catch(() => {
        throw new Trouble(`src/dictionary/countries.jsonl names ${code}, of which ${FLAGS} has no flag.`);
      });
      return symbolOf(code, svg);
    }),
  );
  // Drawings of one length are often alike; side by side they pack better.
  symbols.sort((a, b) => a.length - b.length);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

/** One flag as a symbol. Ids and styles would reach into the other flags; the package draws without them. */
export function symbolOf(code: string, svg: string): string {
  const [, attributes = '', drawing] = /^\s*<svg\s([^>]*)>(.*)<\/svg>\s*$/s.exec(svg) ?? [];
  const viewBox = /\bviewBox="([^"]+)"/.exec(attributes)?.[1];
  if (!drawing || !viewBox) throw new Trouble(`The flag of ${code} is no drawing with a viewBox.`);
  const shared = /\sid=|\sstyle=|<style|\bhref=|url\(/.exec(drawing)?.[0];
  if (shared) throw new Trouble(`The flag of ${code} holds "${shared.trim()}", which would reach into other flags.`);
  return `<symbol id="${code}" viewBox="${viewBox}">${drawing}</symbol>`;
}
