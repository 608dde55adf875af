// The one door: everything that an analysis holds, on one article of our own; and what the article brings along.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../src/dictionary/load.ts';
import type { Analysis, Article } from '../../src/engine/analysis.ts';
import { analyze } from '../../src/engine/analyze.ts';
import { loadWorld } from './world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const article = (more: Partial<Article> = {}): Article => ({
  url: 'https://news.example/a',
  title: 'Oslo Hosts Chinese Envoy',
  source: 'News Example',
  language: 'en',
  published: '2026-05-05',
  blocks: [
    { id: 3, kind: 'title', text: 'Norwegian Minister Receives Wang Yi' },
    {
      id: 5,
      kind: 'paragraph',
      text: 'Norwegian Foreign Minister Helena Ostrogan received Chinese Foreign Minister Wang Yi in Oslo on Monday.',
    },
    {
      id: 9,
      kind: 'paragraph',
      text: 'They discussed tariffs, gas pipelines and sanctions. President Anton Varkonda sent his greetings, Ostrogan said.',
    },
  ],
  ...more,
});

const nameOf = (analysis: Analysis, id: string): string => analysis.entities.find((e) => e.id === id)?.name ?? id;

describe('an article', () => {
  it('comes back without its blocks, with the dictionary that it was read by', () => {
    const analysis = analyze(article(), dictionary);
    const { blocks: _, ...about } = article();
    expect(analysis.article).toEqual(about);
    expect(analysis.dictionary).toEqual({ version: dictionary.version, asOf: dictionary.asOf });
  });

  it('names its blocks by their ids', () => {
    const analysis = analyze(article(), dictionary);
    expect([...new Set(analysis.mentions.map((m) => m.block))]).toEqual([3, 5, 9]);
    for (const meeting of analysis.meetings)
      for (const span of meeting.evidence) expect([3, 5, 9]).toContain(span.block);
  });

  it('tells who took part, and not who only sent greetings', () => {
    const analysis = analyze(article(), dictionary);
    expect(analysis.participants.map((id) => nameOf(analysis, id)).sort()).toEqual(['Helena Ostrogan', 'Wang Yi']);
    const meeting = analysis.meetings.find((m) => !m.background);
    expect(meeting).toMatchObject({
      kind: 'in-person',
      format: 'bilateral',
      status: 'held',
      place: 'Oslo',
      date: '2026-05-04',
    });
    expect([...(meeting?.parties ?? [])].sort()).toEqual(['CN', 'NO']);
    expect(nameOf(analysis, meeting?.host ?? '')).toBe('Helena Ostrogan');
  });

  it('resolves weekdays against its date, and leaves them open without one', () => {
    const dated = (published: string | null) =>
      analyze(article({ published }), dictionary).meetings.find((m) => !m.background)?.date;
    expect(dated('2026-05-07')).toBe('2026-05-04');
    expect(dated('2026-05-11')).toBe('2026-05-11');
    expect(dated(null)).toBeNull();
  });

  it('takes a date that is none for no date', () => {
    for (const published of ['', 'yesterday', '2026-99-99', '0000-00-00'])
      expect(() => analyze(article({ published }), dictionary)).not.toThrow();
  });
});

describe('a second opinion', () => {
  const text = 'It was Grunvald Pettersholm again, and Grunvald Pettersholm alone.';
  const open = article({ blocks: [{ id: 0, kind: 'paragraph', text }] });

  it('is asked about capitals that are left open, with exact offsets, and only about those', () => {
    const asked: string[] = [];
    analyze(open, dictionary, {
      tagger: null,
      secondOpinion: (runs) =>
        runs.map(({ text: sentence, from, to }) => {
          asked.push(sentence.slice(from, to));
          return false;
        }),
    });
    for (const run of asked) expect(run).toBe('Grunvald Pettersholm');
    const sober = article({ blocks: [{ id: 0, kind: 'paragraph', text: 'Norway and Chile signed.' }] });
    analyze(sober, dictionary, {
      tagger: null,
      secondOpinion: () => {
        throw new Error('there was nothing to ask');
      },
    });
  });
});
