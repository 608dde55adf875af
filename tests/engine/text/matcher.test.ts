// The trie over the tokens: which terms of a dictionary stand in a text, where they end, and what their case allows.
import { beforeAll, describe, expect, it } from 'vitest';
import { compileDictionary, type DictionarySources } from '../../../src/dictionary/compile.ts';
import { KIND, senseKind, senseRef } from '../../../src/dictionary/format.ts';
import { type Dictionary, loadDictionary } from '../../../src/dictionary/load.ts';
import { Doc } from '../../../src/engine/document.ts';
import { articleFromText } from '../../../src/engine/plain-text.ts';
import { matchTerms } from '../../../src/engine/text/matcher.ts';

const line = (...records: unknown[]): string => records.map((r) => JSON.stringify(r)).join('\n');
const country = (id: string, name: string, more = {}) => ({ id, name, kind: 'state', ...more });
const body = (id: string, name: string, more = {}) => ({ id, name, kind: 'international', country: null, ...more });
const SOURCES: DictionarySources = {
  'countries.jsonl': line(
    country('CG', 'Congo'),
    country('CD', 'Democratic Republic of the Congo', { aliases: ['D.R. Congo', 'DRC'] }),
    country('CI', "Côte d'Ivoire"),
    country('CC', 'Cocos (Keeling) Islands'),
    country('KR', 'South Korea', { adjectives: ['South Korean'] }),
    country('US', 'United States', { aliases: ['US', 'U.S.'] }),
  ),
  'organizations.jsonl': line(
    body('afdb', 'African Development Bank', { acronyms: ['AfDB'] }),
    body('who', 'World Health Organization', { acronyms: ['WHO'] }),
    body('women', "Women's Union", { acronyms: [] }),
    body('at-t', 'Arms & Trade Council', { acronyms: [] }),
    body('nato', 'North Atlantic Treaty Organization', { acronyms: ['NATO'] }),
  ),
  'people/all.jsonl': line(
    { id: 'park', name: 'Park Geun-hye', family: 'Park', country: 'KR', offices: [] },
    { id: 'sharaa', name: 'Ahmed al-Sharaa', family: 'al-Sharaa', country: null, offices: [] },
  ),
  'words.jsonl': line(
    { id: 'common', words: 'who us bank' },
    { id: 'preposition', words: 'of' },
    { id: 'determiner', words: 'the' },
    { id: 'conjunction', words: 'and' },
    { id: 'particle', words: 'al' },
  ),
};

let dictionary: Dictionary;
beforeAll(() => {
  dictionary = loadDictionary(compileDictionary(SOURCES, '1.2.3'));
});

/** Every match as "surface = id". */
function found(text: string): string[] {
  const doc = new Doc(articleFromText(text).article, dictionary);
  const records = {
    [KIND.country]: dictionary.countries,
    [KIND.organization]: dictionary.organizations,
    [KIND.person]: dictionary.people,
  };
  return matchTerms(doc).flatMap((list) =>
    (list ?? []).flatMap((match) =>
      match.senses.map(
        (sense) =>
          `${doc.text(match.from, match.to)} = ${records[senseKind(sense) as 0 | 1 | 2].at(senseRef(sense)).id}`,
      ),
    ),
  );
}

describe('terms in a text', () => {
  it.each([
    [
      'every term at a place, longest first',
      'the Democratic Republic of the Congo',
      ['Democratic Republic of the Congo = CD', 'Congo = CG'],
    ],
    ['capitals asked for', 'the congo and Congo', ['Congo = CG']],
    ['small words inside', 'Democratic Republic Of The Congo', ['Democratic Republic Of The Congo = CD', 'Congo = CG']],
    ['no small word that is none', 'Democratic republic of the Congo', ['Congo = CG']],
    ['acronyms in their own case', 'Who asked the WHO, or the who?', ['WHO = who']],
    ['full stops fall out', 'the U.S. and the US, not us', ['U.S. = US', 'US = US']],
    ['mixed case', 'the AfDB, the AFDB, the afdb', ['AfDB = afdb', 'AFDB = afdb']],
    ['pronounced acronyms', 'NATO and Nato, not nato', ['NATO = nato', 'Nato = nato']],
    [
      'accents and apostrophes',
      "Côte d'Ivoire, Cote d’Ivoire, COTE D’IVOIRE",
      ["Côte d'Ivoire = CI", 'Cote d’Ivoire = CI', 'COTE D’IVOIRE = CI'],
    ],
    [
      'brackets',
      'the Cocos (Keeling) Islands, the Cocos Keeling Islands',
      ['Cocos (Keeling) Islands = CC', 'Cocos Keeling Islands = CC'],
    ],
    [
      'hyphens',
      'Park Geun-hye, Park Geun-Hye and Park Geun Hye',
      [
        'Park Geun-hye = park',
        'Park = park',
        'Park Geun-Hye = park',
        'Park = park',
        'Park Geun Hye = park',
        'Park = park',
      ],
    ],
    [
      'particles',
      'Ahmed al-Sharaa; Al-Sharaa',
      ['Ahmed al-Sharaa = sharaa', 'al-Sharaa = sharaa', 'Al-Sharaa = sharaa'],
    ],
    ['possessives within', 'the Women’s Union and the Women Union', ['Women’s Union = women']],
    [
      'ampersand and "and"',
      'Arms & Trade Council, Arms and Trade Council',
      ['Arms & Trade Council = at-t', 'Arms and Trade Council = at-t'],
    ],
    ['adjectives', 'South Korean South-Korean', ['South Korean = KR', 'South-Korean = KR']],
    ['soft hyphens and no-break spaces', 'South\u00a0Ko\u00adrea', ['South\u00a0Ko\u00adrea = KR']],
    ['not over the end of a sentence', 'He went South. Korea stayed.', []],
    ['not over a line', 'South\nKorea', []],
    ['not over a comma', 'South, Korea', []],
    ['nor over half a bracket', 'Cocos (Keeling Islands, Cocos Keeling) Islands', []],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));
});
