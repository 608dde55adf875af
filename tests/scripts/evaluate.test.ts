import { describe, expect, it } from 'vitest';
import { type Marked, parseCorpus, type Row, type Told, trim } from '../../scripts/evaluate/corpus.ts';
import { MeetingTally } from '../../scripts/evaluate/meetings.ts';
import { pageOf } from '../../scripts/evaluate/page.ts';
import { reportOf } from '../../scripts/evaluate/report.ts';
import { scoresOf, Tally } from '../../scripts/evaluate/tally.ts';

const TEXT = 'Ada Brook met the Harbour Council in Norway’s north. Oslo said <nothing>.';
const at = (part: string, kind: Marked['kind'], entity: string | null = null): Marked => {
  const start = TEXT.indexOf(part);
  return { start, end: start + part.length, kind, form: null, entity };
};
const row = (marks: Marked[], kinds: Marked['kind'][] = ['person', 'organization', 'country', 'metonym']): Row => ({
  id: 'a1',
  text: TEXT,
  published: null,
  marks,
  meetings: null,
  kinds: new Set(kinds),
});
const GOLD = [
  at('Ada Brook', 'person'),
  at('Harbour Council', 'organization'),
  at('Norway', 'country'),
  at('Oslo', 'metonym'),
];
const told = (marks: Marked[]): Told => ({ marks, meetings: [] });

describe('parseCorpus', () => {
  it('reads articles with forms and rows with spans alone', () => {
    const article = {
      id: 'n1',
      text: 'The Danish king and the Danes',
      spans: [
        [4, 10, 'country', 'DK', 'adjective'],
        [20, 29, 'country', 'DK', 'adjective'],
      ],
      entities: [],
      meetings: [],
    };
    const spans = {
      id: 7,
      text: 'the Left Party’s plan',
      spans: [
        [0, 16, 'organization', null, 'party'],
        [17, 21, 'other'],
      ],
    };
    const [first, second] = parseCorpus(`${JSON.stringify(article)}\n\n${JSON.stringify(spans)}\n`, 'x.jsonl');
    expect(first?.marks.map((m) => [m.start, m.end, m.kind])).toEqual([
      [4, 10, 'adjective'],
      [24, 29, 'adjective'],
    ]);
    expect(second?.marks).toEqual([{ start: 4, end: 14, kind: 'organization', form: 'party', entity: null }]);
    expect(second?.meetings).toBeNull();
  });

  it('leaves open what the annotation calls soft', () => {
    const text = 'Blue Table met.';
    const [read] = parseCorpus(
      JSON.stringify({
        id: 's',
        text,
        spans: [[0, 10, 'organization', 'Blue Table', 'name']],
        entities: [{ name: 'Blue Table', soft: true }],
      }),
      'x',
    );
    const tally = new Tally();
    tally.add(read as Row, told([]));
    tally.add(read as Row, told([{ start: 0, end: 10, kind: 'person', form: null, entity: null }]));
    expect(tally.errors).toEqual([]);
    expect(tally.kinds.person.found).toBe(0);
  });

  it('names the line that it cannot read', () => {
    expect(() => parseCorpus('{"text":"a","spans":[]}\n{oops', 'c.jsonl')).toThrow('c.jsonl:2 is not JSON');
    expect(() => parseCorpus('{"words":[]}', 'c.jsonl')).toThrow('needs "text"');
  });

  it('drops the article and the possessive, of either apostrophe', () => {
    const text = "the Council's, The Board’";
    expect(trim(text, 0, 13)).toEqual({ start: 4, end: 11 });
    expect(trim(text, 15, 25)).toEqual({ start: 19, end: 24 });
  });
});

describe('Tally', () => {
  it('counts right, found and marked by kind', () => {
    const tally = new Tally();
    tally.add(row(GOLD), told([at('Ada Brook', 'person'), at('Harbour', 'organization'), at('Oslo', 'country')]));
    expect(tally.kinds.person).toEqual({ right: 1, found: 1, marked: 1 });
    expect(tally.kinds.organization).toEqual({ right: 0, found: 1, marked: 1 });
    expect(tally.kinds.metonym).toEqual({ right: 0, found: 0, marked: 1 });
    expect(scoresOf(tally.micro(['person', 'organization', 'country'])).f1).toBeCloseTo(100 / 3);
  });

  it('names the class of every error and counts none twice', () => {
    const tally = new Tally();
    tally.add(
      row(GOLD),
      told([
        at('Ada', 'person'),
        at('the Harbour Council in', 'organization'),
        at('Oslo', 'country'),
        at('nothing', 'person'),
      ]),
    );
    expect(tally.classes().map(([name, list]) => [name, list.length])).toEqual([
      ['country for metonym', 1],
      ['extra person', 1],
      ['missed country', 1],
      ['organization reaches too far', 1],
      ['person cut short', 1],
    ]);
    expect(tally.confusion.get('metonym')?.get('country')).toBe(1);
    expect(tally.confusion.get('country')?.get('nothing')).toBe(1);
  });

  it('holds no metonym against a corpus that marks none', () => {
    const tally = new Tally();
    tally.add(row([], ['person']), told([at('Oslo', 'metonym')]));
    expect(tally.errors).toEqual([]);
  });
});

describe('MeetingTally', () => {
  const meeting = {
    kind: 'call' as const,
    status: 'held' as const,
    background: false,
    participants: ['Ada Brook', 'Lars Holm'],
    parties: ['NO', 'DK'],
    host: null,
    place: 'Oslo',
    date: '2026-01-02',
  };

  it('compares field by field and tells the sentence that decided', () => {
    const tally = new MeetingTally();
    tally.add(
      { ...row([]), meetings: [meeting] },
      { marks: [], meetings: [{ ...meeting, status: 'planned', participants: ['Brook'], evidence: ['They spoke.'] }] },
    );
    expect(tally.fields.status).toEqual({ right: 0, of: 1 });
    expect(tally.fields.place).toEqual({ right: 1, of: 1 });
    expect(tally.fields.host.of).toBe(0);
    expect(tally.errors.find((e) => e.what === 'status')).toEqual({
      row: 'a1',
      what: 'status',
      wanted: 'held',
      got: 'planned',
      evidence: 'They spoke.',
    });
    expect(tally.errors.map((e) => e.what)).toEqual(['participants', 'status']);
  });

  it('leaves background meetings out and counts false ones', () => {
    const tally = new MeetingTally();
    tally.add(
      { ...row([]), meetings: [{ ...meeting, background: true }] },
      { marks: [], meetings: [{ ...meeting, evidence: [] }] },
    );
    expect([tally.marked, tally.told, tally.matched]).toEqual([0, 1, 0]);
    expect(tally.errors[0]?.what).toBe('extra');
  });
});

describe('what is shown', () => {
  const tally = new Tally();
  const found = told([at('Ada Brook', 'person'), at('Harbour', 'organization'), at('nothing', 'person')]);
  tally.add(row(GOLD), found);

  it('is a report with as many errors of a class as asked for', () => {
    expect(reportOf(tally, new MeetingTally(), 1)).toContain('[Harbour Council]');
    expect(reportOf(tally, new MeetingTally(), 0)).not.toContain('[Harbour Council]');
  });

  it('is a page that marks every mention and lets no markup of the text through', () => {
    const html = pageOf('corpus', tally, new MeetingTally(), [{ row: row(GOLD), told: found }]);
    expect(html).toContain('<mark>Ada Brook<sup>p</sup></mark>');
    expect(html).toContain('<mark class="missed">Norway<sup>c</sup></mark>');
    expect(html).toContain(
      '<mark class="wrong">Harbour<sup>oo</sup></mark><mark class="missed"> Council<sup>o</sup></mark>',
    );
    expect(html).toContain('&#60;<mark class="extra">nothing<sup>p</sup></mark>&#62;');
    expect(html).not.toContain('<nothing>');
  });
});
