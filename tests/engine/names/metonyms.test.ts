// Capitals and seats: the government in one sentence, the place in the next. A dozen of each, in the same kinds of sentences.
import { beforeAll, describe, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CAPITALS: [string, string][] = [
  ['Moscow', 'RU'],
  ['Beijing', 'CN'],
  ['Tehran', 'IR'],
  ['Kyiv', 'UA'],
  ['Ankara', 'TR'],
  ['Berlin', 'DE'],
  ['Seoul', 'KR'],
  ['Warsaw', 'PL'],
  ['Cairo', 'EG'],
  ['Hanoi', 'VN'],
  ['Ottawa', 'CA'],
  ['Islamabad', 'PK'],
];

const GOVERNMENT: [string, (name: string) => string][] = [
  ['says', (n) => `${n} said the offer came too late.`],
  ['has said', (n) => `On Tuesday ${n} has again rejected the plan.`],
  ['warns with an adverb', (n) => `${n} repeatedly warned the neighbours.`],
  ['possessive', (n) => `The envoy explained ${n}'s position.`],
  ['between two', (n) => `Relations between ${n} and [Lisbon|PT.m] have cooled.`],
  ['object of pressure', (n) => `The union put pressure on ${n} last month.`],
  ['after a comma clause', (n) => `As talks stalled, ${n} accused the others of delay.`],
  ['a day before the verb', (n) => `${n} on Monday informed the neighbours of its plan.`],
  ['an aside before the verb', (n) => `Few doubted that ${n}, for all its haste, would sign.`],
  ['in a list', (n) => `${n}, [Lisbon|PT.m] and other claimants have asked for time.`],
  ['both', (n) => `Both ${n} and [Lisbon|PT.m] hope for an answer.`],
  ['object of a verb', (n) => `The remark angered ${n} at once.`],
  ['backed by', (n) => `Rebels took the ${n}-backed militia by surprise.`],
];

const PLACE: [string, (name: string) => string][] = [
  ['in, with a day', (n) => `The ministers met in ${n} on Sunday.`],
  ['travels to', (n) => `She travelled to ${n} by train.`],
  ['arrives in', (n) => `The delegation arrived in ${n} late at night.`],
  ['streets of', (n) => `Crowds filled the streets of ${n} again.`],
  ['airport', (n) => `They landed at ${n} airport in the rain.`],
  ['outside', (n) => `A villa outside ${n} served as the venue.`],
  ['resident', (n) => `He has lived in ${n} since his youth.`],
  ['left for', (n) => `The envoy left for ${n} before dawn.`],
  ['over', (n) => `Two aircraft flew over ${n} at noon.`],
  ['named for a place', (n) => `Nobody kept the ${n} agreement for long.`],
  ['based', (n) => `The ${n}-based firm declined to answer.`],
];

describe('capitals as governments', () => {
  for (const [kind, sentence] of GOVERNMENT)
    it(kind, () => {
      for (const [name, code] of CAPITALS) expectMarked(dictionary, sentence(`[${name}|${code}.m]`));
    });
});

describe('capitals as places', () => {
  for (const [kind, sentence] of PLACE)
    it(kind, () => {
      for (const [name] of CAPITALS) expectMarked(dictionary, sentence(name));
    });
});

const SEATS: [string, string][] = [
  ['the Kremlin', 'RU'],
  ['the White House', 'US'],
  ['Downing Street', 'GB'],
  ['the Élysée', 'FR'],
];

describe('seats', () => {
  const government: ((name: string) => string)[] = [
    (n) => `On Friday ${n} said the plan was dead.`,
    (n) => `Nobody knew ${n}'s reasons.`,
    (n) => `A spokesman for ${n} declined to comment.`,
    (n) => `Officials of ${n} were not told.`,
  ];
  for (const [name, code] of SEATS)
    it(`${name} acts`, () => {
      const marked = name.replace(
        /^(the )?(.*)$/,
        (_, the: string | undefined, bare: string) => `${the ?? ''}[${bare}|${code}.m]`,
      );
      for (const sentence of government) expectMarked(dictionary, sentence(marked));
    });
  for (const [name] of SEATS)
    it(`${name} as a building`, () => {
      expectMarked(dictionary, `The guests dined at ${name} until midnight.`);
      expectMarked(dictionary, `They were photographed outside ${name} in the rain.`);
    });
});

describe('never', () => {
  for (const sentence of [
    'Brussels said the tariffs were lawful.',
    'The capital, Warsaw, was quiet.',
    'The treaty was signed in Vienna, [Austria|AT], in May.',
    'They flew from Doha to Muscat and then home.',
  ])
    it(sentence, () => void expectMarked(dictionary, sentence));
});
