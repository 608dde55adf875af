// The list of news hosts: its lines are read, or refused with a sentence.
import { describe, expect, it } from 'vitest';
import { matchPattern, parseSites } from '../../scripts/lib/sites.ts';

const line = (host: string) => JSON.stringify({ host, name: 'A paper', region: 'Europe' });

describe('the site list', () => {
  it('is read line by line, blank lines passed over', () => {
    expect(parseSites(`${line('a.example.org')}\n\n${line('b.org')}\n`).map((site) => site.host)).toEqual([
      'a.example.org',
      'b.org',
    ]);
  });

  it.each([
    ['{', /line 1 is no JSON/],
    [`${line('a.org')}\n${line('https://b.org')}`, /line 2: "host" is wrong: is no host name/],
    [line('A.org'), /line 1: "host"/],
    ['{"host":"a.org","region":"Asia"}', /line 1: "name"/],
    [`${line('a.org')}\n${line('a.org')}`, /names a\.org twice/],
    ['', /names no site/],
  ])('%j is refused with a sentence', (text, sentence) => {
    expect(() => parseSites(text)).toThrow(sentence);
  });

  it('stands for http and https of that host alone', () => {
    expect(matchPattern('www.a.org')).toBe('*://www.a.org/*');
  });
});
