// The stories that tests and screenshots of the popup draw: one meeting, three, a summit of eight, none, and hard cases.
import type { Participant } from '../../src/engine/analysis.ts';
import { blocksOf, officeOf, type Story, spansOf } from './fixtures.ts';

const seat = (entity: string, title: string | null, party: string | null): Participant => ({ entity, title, party });

const RECEPTION = [
  'Foreign Minister Ilse Vanderhagen received her Kenyan counterpart, Joseph Otieno Mbarua, in The Hague on Monday.',
  'The two signed a memorandum on port security and spoke about the Red Sea, where shipping remains at risk.',
  'Vanderhagen said the Netherlands would back the regional force. Mbarua thanked Prime Minister Pieter Roosdaal.',
  'Both underlined that port security needs patrols as well as courts. Kenya takes over a seat at the IMO in January.',
];

/** One meeting, the host known, offices from the article and from the dictionary. */
export const oneMeeting: Story = {
  title: 'Dutch and Kenyan foreign ministers agree on port security',
  paragraphs: RECEPTION,
  people: [
    ['vanderhagen', 'Ilse Vanderhagen', 'NL', 'minister of foreign affairs', { mentions: 5 }],
    ['mbarua', 'Joseph Otieno Mbarua', 'KE', 'cabinet secretary for foreign affairs', { mentions: 4 }],
    ['roosdaal', 'Pieter Roosdaal', 'NL', null, { known: false }],
  ],
  countries: [
    ['KE', 'Kenya', 4],
    ['NL', 'Netherlands', 3],
  ],
  organizations: [['imo', 'International Maritime Organization']],
  meetings: [
    {
      participants: [
        seat('mbarua', 'cabinet secretary for foreign affairs', 'KE'),
        seat('vanderhagen', 'foreign minister', 'NL'),
      ],
      parties: ['KE', 'NL'],
      host: 'vanderhagen',
      place: 'The Hague',
      date: '2026-11-16',
      evidence: [{ block: 1, start: 0, end: RECEPTION[0]?.length ?? 0 }],
    },
  ],
  topics: [
    ['maritime-security', 'Maritime security', ['port security', 'shipping', 'patrols']],
    ['treaties-agreements', 'Treaties and agreements', ['memorandum']],
  ],
};

/** Three meetings of a round, one of them called off, and one that is only mentioned. */
export const threeMeetings: Story = {
  title: 'On the margins of the lake summit, Tolvanen speaks to three neighbours in a day',
  source: 'Northern Wire',
  paragraphs: [
    'President Aino Tolvanen met Prime Minister Edgars Liepkalns of Latvia in Helsinki on Saturday.',
    'She then spoke by phone with Chancellor Greta Holzmann of Germany; a video call with Norway is set for Tuesday.',
    'A visit by Estonia’s Rasmus Kivirand was called off because of the storm. In May the two had met in Tartu.',
    'Energy links and the grid were on the table in each of the talks, Tolvanen said.',
  ],
  people: [
    ['tolvanen', 'Aino Tolvanen', 'FI', 'president', { mentions: 6 }],
    ['liepkalns', 'Edgars Liepkalns', 'LV', 'prime minister', { mentions: 3 }],
    ['holzmann', 'Greta Holzmann', 'DE', 'chancellor', { mentions: 2 }],
    ['kivirand', 'Rasmus Kivirand', 'EE', 'prime minister', { mentions: 2 }],
  ],
  countries: [
    ['FI', 'Finland', 3],
    ['LV', 'Latvia', 2],
    ['DE', 'Germany', 2],
    ['NO', 'Norway', 1],
    ['EE', 'Estonia', 2],
  ],
  meetings: [
    {
      participants: [seat('tolvanen', 'president', 'FI'), seat('liepkalns', 'prime minister', 'LV')],
      parties: ['FI', 'LV'],
      host: 'tolvanen',
      place: 'Helsinki',
      date: '2026-11-14',
      evidence: [{ block: 1, start: 0, end: 40 }],
    },
    {
      kind: 'call',
      participants: [seat('tolvanen', 'president', 'FI'), seat('holzmann', 'chancellor', 'DE')],
      parties: ['FI', 'DE'],
      date: '2026-11-14',
      evidence: [{ block: 2, start: 0, end: 40 }],
    },
    {
      kind: 'video',
      status: 'planned',
      participants: [seat('tolvanen', 'president', 'FI')],
      parties: ['FI', 'NO'],
      date: '2026-11-17',
      evidence: [{ block: 2, start: 60, end: 90 }],
    },
    {
      status: 'cancelled',
      background: true,
      participants: [seat('tolvanen', 'president', 'FI'), seat('kivirand', 'prime minister', 'EE')],
      parties: ['FI', 'EE'],
    },
    {
      background: true,
      participants: [seat('tolvanen', 'president', 'FI'), seat('kivirand', 'prime minister', 'EE')],
      parties: ['FI', 'EE'],
      place: 'Tartu',
      date: '2026-05',
      evidence: [{ block: 3, start: 0, end: 20 }],
    },
  ],
  topics: [['energy', 'Energy', ['Energy links', 'the grid']]],
};

const LEADERS: [string, string, string, string][] = [
  [
    'al-qasimrani',
    'Mohammed bin Abdulrahman bin Jassim Al Qasimrani',
    'QA',
    'prime minister and minister of foreign affairs',
  ],
  ['okwuosa', 'Ngozi Okwuosa-Adebayo', 'NG', 'minister of finance and coordinating minister of the economy'],
  ['de-la-vega', 'María Fernanda de la Vega y Montesinos', 'PE', 'minister of foreign affairs'],
  [
    'rajapaksera',
    'Wijesinghe Rajapaksera Mudiyanselage Tilakaratne Bandara',
    'LK',
    'state minister for regional cooperation',
  ],
  ['nguyen', 'Nguyễn Thị Minh Khánh', 'VN', 'deputy prime minister'],
  ['haraldsdottir', 'Þórunn Haraldsdóttir', 'IS', 'minister for foreign affairs'],
  ['bagrationi', 'Tamar Bagrationishvili', 'GE', 'speaker of the parliament'],
  ['lindqvist', 'Bo Lindqvist', 'SE', 'minister'],
];

/** Eight participants with long names, organizations as parties, many entities. */
export const longSummit: Story = {
  title:
    'Leaders of eight states and two organizations pledge a common fund for early warning after floods, cyclones and a ' +
    'summer of drought, leaving the question of who pays for it to a meeting of finance ministers in the spring',
  source: 'Permanent Secretariat of the Conference on Disaster Preparedness: Newsroom',
  paragraphs: ['They gathered in Colombo under a declaration on early warning and disaster relief funds.'],
  people: LEADERS.map(([id, name, country, title], index) => [id, name, country, title, { mentions: 9 - index }]),
  countries: LEADERS.map(([, , code], index) => [
    code,
    new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code,
    index + 1,
  ]),
  organizations: [
    ['european-union', 'European Union', { mentions: 4 }],
    ['wmo', 'World Meteorological Organization', { mentions: 3 }],
    ['commission', 'Intergovernmental Coordination Commission for Hydrometeorological Early Warning', { known: false }],
    ...Array.from({ length: 7 }, (_, n): [string, string] => [`office-${n}`, `Regional Office Number ${n + 1}`]),
  ],
  meetings: [
    {
      format: 'multilateral',
      participants: LEADERS.map(([id, , party, title]) => seat(id, title, party)),
      parties: [...LEADERS.map(([, , party]) => party), 'european-union', 'wmo'],
      host: 'rajapaksera',
      place: 'Colombo',
      date: '2026-11-12',
      evidence: [{ block: 1, start: 0, end: 26 }],
    },
  ],
  topics: [
    ['disaster-relief', 'Disaster relief', ['early warning', 'disaster relief funds']],
    ['multilateralism', 'Multilateralism', ['declaration']],
  ],
};

export const noMeeting: Story = {
  title: 'Chile publishes its strategy for critical minerals',
  source: null,
  paragraphs: ['Chile wants to refine more lithium at home, a white paper says. Argentina and Bolivia plan the same.'],
  people: [['ruizmonte', 'Carla Ruizmonte', 'CL', 'minister of mining']],
  countries: [
    ['CL', 'Chile', 5],
    ['AR', 'Argentina'],
    ['BO', 'Bolivia'],
  ],
  topics: [['critical-minerals', 'Critical minerals', ['lithium', 'white paper']]],
};

/** Nothing of diplomacy at all. */
export const nothing: Story = {
  title: 'How to prune an apple tree',
  paragraphs: ['Start in late winter.'],
  published: null,
};

/** Right to left, a party without a flag, a participant without a party, a denied meeting, an old dictionary. */
export const hardCases: Story = {
  title: 'لقاء في مسقط بين وزيرين ينفيه الطرفان',
  source: 'جريدة المثال',
  published: '2027-08-02',
  paragraphs: ['التقى الوزير سالم الحارثاني نظيره في مسقط لبحث الأمن البحري.'],
  people: [
    [
      'harithani',
      'سالم الحارثاني',
      'OM',
      'minister of the navy',
      { office: officeOf('minister of the navy', 'OM', '2025-03-01') },
    ],
    ['unnamed-envoy', 'Q. Marr', null, null, { known: false }],
    [
      'old-hand',
      'Viktor Starodub',
      'x-soviet-union',
      'ambassador',
      { office: officeOf('ambassador', 'x-soviet-union', '1990-01-01') },
    ],
  ],
  countries: [['OM', 'Oman', 2]],
  meetings: [
    {
      status: 'denied',
      participants: [
        seat('harithani', 'minister of the navy', 'OM'),
        seat('old-hand', 'ambassador', 'x-soviet-union'),
        seat('unnamed-envoy', null, null),
      ],
      parties: ['OM', 'x-soviet-union'],
      place: 'مسقط',
      evidence: spansOf('التقى', blocksOf({ title: '', paragraphs: ['التقى الوزير'] })),
    },
  ],
  topics: [['maritime-security', 'Maritime security', ['الأمن البحري']]],
};
