import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const lines = readFileSync(join(import.meta.dirname, '../../src/page/sites.jsonl'), 'utf8')
  .trim()
  .split('\n');

describe('the list of sites', () => {
  it('has one site a line, each host once, sorted', () => {
    const sites = lines.map((line) => JSON.parse(line) as { host: string; name: string; region: string });
    const hosts = sites.map(({ host }) => host);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts).toEqual([...hosts].sort());
    expect(hosts.length).toBeGreaterThanOrEqual(60);
    for (const site of sites) {
      expect(Object.keys(site)).toEqual(['host', 'name', 'region']);
      expect(site.host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      expect(site.name.trim()).toBe(site.name);
    }
    const regions = ['Africa', 'Asia', 'Europe', 'Middle East', 'North America', 'Oceania', 'South America', 'World'];
    expect([...new Set(sites.map(({ region }) => region))].sort()).toEqual(regions);
  });
});
