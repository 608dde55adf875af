// The news hosts on which the content script runs by itself: src/page/sites.jsonl, one
// {"host":"www.reuters.com","name":"Reuters","region":"…"} a line. The build writes them into the manifest.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { projectRoot } from './paths.ts';
import { Trouble } from './trouble.ts';

const Site = v.object({
  host: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is no host name in lower case')),
  name: v.pipe(v.string(), v.minLength(1)),
  region: v.pipe(v.string(), v.minLength(1)),
});
export type Site = v.InferOutput<typeof Site>;

export function parseSites(text: string): Site[] {
  const sites = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `src/page/sites.jsonl, line ${index + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      throw new Trouble(`${where} is no JSON.`);
    }
    const site = v.safeParse(Site, json);
    if (!site.success) {
      const issue = site.issues[0];
      throw new Trouble(`${where}: "${v.getDotPath(issue) ?? 'the line'}" is wrong: ${issue.message}.`);
    }
    return [site.output];
  });
  const twice = sites.find((site, index) => sites.findIndex((other) => other.host === site.host) !== index);
  if (twice) throw new Trouble(`src/page/sites.jsonl names ${twice.host} twice.`);
  if (sites.length === 0) throw new Trouble('src/page/sites.jsonl names no site.');
  return sites;
}

export async function readSites(root = projectRoot()): Promise<Site[]> {
  return parseSites(await readFile(join(root, 'src/page/sites.jsonl'), 'utf8'));
}

/** http and https both; a host stands for itself alone. */
export const matchPattern = (host: string): string => `*://${host}/*`;
