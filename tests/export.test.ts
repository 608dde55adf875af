import { describe, expect, it } from 'vitest';
import { evidenceOf, partyName, textOf, toCsv, toJson, toMarkdown } from '../src/export.ts';
import { analysisOf, blocksOf, type Story } from './popup/fixtures.ts';
import { longSummit, noMeeting, nothing, oneMeeting, threeMeetings } from './popup/stories.ts';

const markdown = (story: Story) => toMarkdown(analysisOf(story), blocksOf(story));

describe('Markdown', () => {
  it('reports the article from the headline to the dictionary', () => {
    expect(markdown(oneMeeting)).toBe(`# Dutch and Kenyan foreign ministers agree on port security

The Example Gazette, 2026-11-16, <https://news.example.org/world/story>

## Meeting: in-person, bilateral, held

- **Joseph Otieno Mbarua** (Kenya), cabinet secretary for foreign affairs
- **Ilse Vanderhagen** (Netherlands), foreign minister, host
- Where: The Hague
- When: 2026-11-16

## Topics

- Maritime security: “port security”, “shipping”, “patrols”
- Treaties and agreements: “memorandum”

## People

- Ilse Vanderhagen, minister of foreign affairs (5)
- Joseph Otieno Mbarua, cabinet secretary for foreign affairs (4)
- Pieter Roosdaal (1, not in the dictionary)

## Countries

- Kenya (4)
- Netherlands (3)

## Organizations

- International Maritime Organization (1)

Attaché dictionary 2026.11.20, facts as of 2026-10-14.
`);
  });

  it('tells background meetings apart, and names parties without a person', () => {
    const text = markdown(threeMeetings);
    expect(text).toContain(
      '## Meeting: video, bilateral, planned\n\n- **Aino Tolvanen** (Finland), president\n- Norway\n',
    );
    expect(text.match(/^## Also mentioned: in-person, bilateral, (held|cancelled)$/gm)).toHaveLength(2);
    expect(markdown(longSummit)).toContain('- European Union\n- World Meteorological Organization\n');
  });

  it('leaves out what is not there', () => {
    expect(markdown(noMeeting)).not.toContain('## Meeting');
    expect(markdown(noMeeting)).not.toContain('## Organizations');
    expect(markdown(nothing).split('\n\n')).toHaveLength(3);
  });

  it('does not let a page’s text turn into Markdown', () => {
    const text = markdown({
      ...nothing,
      title: '# *Bold* [link](javascript:x) <b> `code`',
      people: [
        ['a', '- 1', null],
        ['b', '12. Snow_man_', null],
      ],
    });
    expect(text).toContain('# \\# \\*Bold\\* \\[link\\](javascript:x) \\<b\\> \\`code\\`\n');
    expect(text).toContain('- \\- 1 (1)\n- 12\\. Snow\\_man\\_ (1)');
  });
});

describe('CSV', () => {
  const csv = (story: Story) => toCsv(analysisOf(story)).split('\r\n');

  it('has a line for each entity', () => {
    expect(csv(oneMeeting)).toEqual([
      'type,name,mentions,participant,country,office,office_as_of,in_dictionary,wikidata',
      'person,Ilse Vanderhagen,5,yes,NL,minister of foreign affairs,2026-10-01,yes,',
      'person,Joseph Otieno Mbarua,4,yes,KE,cabinet secretary for foreign affairs,2026-10-01,yes,',
      'person,Pieter Roosdaal,1,no,NL,,,no,',
      'country,Kenya,4,no,KE,,,yes,',
      'country,Netherlands,3,no,NL,,,yes,',
      'organization,International Maritime Organization,1,no,,,,yes,',
      '',
    ]);
  });

  it('quotes what must be, and lets nothing become a formula', () => {
    const names: [string, string, null][] = [
      ['a', 'Doe, "Jo"', null],
      ['b', '=HYPERLINK("x")', null],
      ['c', '@sum', null],
    ];
    expect(csv({ ...nothing, people: names }).slice(1, 4)).toEqual([
      'person,"Doe, ""Jo""",1,no,,,,yes,',
      `person,"'=HYPERLINK(""x"")",1,no,,,,yes,`,
      `person,'@sum,1,no,,,,yes,`,
    ]);
  });
});

describe('JSON', () => {
  it('gives names for ids and words for offsets', () => {
    const report = JSON.parse(toJson(analysisOf(oneMeeting), blocksOf(oneMeeting)));
    expect(report.participants).toEqual(['Joseph Otieno Mbarua', 'Ilse Vanderhagen']);
    expect(report.meetings).toEqual([
      {
        kind: 'in-person',
        format: 'bilateral',
        status: 'held',
        background: false,
        participants: [
          { id: 'mbarua', name: 'Joseph Otieno Mbarua', title: 'cabinet secretary for foreign affairs', party: 'KE' },
          { id: 'vanderhagen', name: 'Ilse Vanderhagen', title: 'foreign minister', party: 'NL' },
        ],
        parties: ['KE', 'NL'],
        host: 'Ilse Vanderhagen',
        place: 'The Hague',
        date: '2026-11-16',
        evidence: [oneMeeting.paragraphs[0]],
      },
    ]);
    expect(report.topics[0]).toEqual({
      id: 'maritime-security',
      label: 'Maritime security',
      score: 1,
      words: ['port security', 'shipping', 'patrols'],
    });
    expect(report.entities).toHaveLength(6);
  });
});

describe('words and names', () => {
  it('counts the same words once, without regard to case and spacing', () => {
    const story: Story = {
      title: 'Grid',
      paragraphs: ['The grid. the\u00a0 grid. The Grid'],
      topics: [['energy', 'Energy', []]],
    };
    const blocks = blocksOf(story);
    const at = (start: number, end: number) => ({ block: 1, start, end });
    const topic = {
      ...analysisOf(story).topics[0]!,
      evidence: [at(0, 8), at(10, 19), at(21, 29), at(8, 8), { block: 9, start: 0, end: 4 }],
    };
    expect(evidenceOf(topic, blocks)).toEqual([{ words: 'The grid', spans: [at(0, 8), at(10, 19), at(21, 29)] }]);
    expect(textOf({ block: 9, start: 0, end: 4 }, blocks)).toBe('');
  });

  it('names parties by the article, the region, or their id', () => {
    const analysis = analysisOf(oneMeeting);
    expect(partyName('imo', analysis)).toBe('International Maritime Organization');
    expect(partyName('FR', analysis)).toBe('France');
    expect(partyName('x-east-germany', analysis)).toBe('East Germany');
  });
});
