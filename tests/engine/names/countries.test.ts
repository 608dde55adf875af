// Countries in running text: what is one, in which form, where it ends, and what is none though a country stands in it.
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
  'the longest name': [
    'The [Democratic Republic of the Congo|CD] and the [Republic of the Congo|CG] share a river.',
    "Letters went to the [Republic of Korea|KR] and the [Democratic People's Republic of Korea|KP].",
    '[Papua New Guinea|PG], [Guinea-Bissau|GW], [Guinea|GN] and [Equatorial Guinea|GQ] are four states.',
    '[Saint Kitts and Nevis|KN] joined [Antigua and Barbuda|AG] and [Bosnia and Herzegovina|BA].',
    'The [United States of America|US], the [United Kingdom|GB] and the [United Arab Emirates|AE] voted.',
    'A [North Korean|KP.a] launch worried [South Korea|KR] and many [South Koreans|KR.a].',
    '[South Sudan|SS] and [Sudan|SD] parted; [Timor-Leste|TL] sent observers.',
    'The [Central African Republic|CF] and the [Dominican Republic|DO] took their seats.',
  ],
  'none inside a longer name': [
    'The [Bank of Ghana|o] kept its rate.',
    'The [Communist Party of Vietnam|o] opened its congress.',
    'Both papers, the [New York Times|o] and the [Times of India|o], carried it.',
    'Ships crossed the South China Sea and the Sea of Japan.',
    'The Gulf of Mexico and the Gulf of Oman were calm.',
    'The Indian Ocean island asked for help.',
    'The Paris Agreement and the Budapest Memorandum were named.',
    'The Korean War ended in an armistice.',
    'The Russo-Ukrainian War has lasted for years.',
    'The Panama Canal was closed for a day.',
    'Delegates from Northern Ireland and Western Canada took part.',
    'The Treaty of Friendship and Cooperation was signed by [Norway|NO] and [Chile|CL].',
    'Four Latin American and three South American delegates came.',
  ],
  'a possessive and "the" outside': [
    "[Norway|NO]'s envoy praised [Chile|CL]’s plan and the [Philippines|PH]' offer.",
    "The [U.A.E.|AE]'s minister and the [UAE|AE]’s envoy spoke with the [Netherlands|NL].",
    "[Côte d’Ivoire|CI]'s president and [Cote d'Ivoire|CI]’s minister travelled.",
    "The [Maldives|MV]' foreign policy and [Laos|LA]'s dams were discussed.",
  ],
  'written in many ways': [
    'The [U.S.|US] side, the [US|US] side and [America|US] agreed.',
    'The [D.P.R.K.|KP] and the [R.O.K.|KR] traded words; the [DPRK|KP] went further.',
    '[Türkiye|TR], [Turkiye|TR] and [Turkey|TR] are one.',
    '[Czechia|CZ] and the [Czech Republic|CZ] are one; so are [Eswatini|SZ] and [Swaziland|SZ].',
    '[Burma|MM] is called [Myanmar|MM], and [Cape Verde|CV] is [Cabo Verde|CV].',
    '[São Tomé and Príncipe|ST] wrote to [Curaçao|CW] and [Réunion|RE].',
    'The [Holy See|VA] and the [Vatican|VA] are one.',
    'The [Soviet Union|x-soviet-union] and [Yugoslavia|x-yugoslavia] are no more.',
    '[Kosovo|XK] and [Taiwan|TW] sent delegates; so did [Palestine|PS].',
  ],
  'adjectives and nationals': [
    'The [Danish|DK.a] and [Swiss|CH.a] sides met three [Spaniards|ES.a] and a [Dutchman|NL.a].',
    '[Russians|RU.a] and [Ukrainians|UA.a] live in the border town.',
    '[Saudi Arabian|SA.a] and [South African|ZA.a] troops trained together.',
    'The [Swedish|SE.a] kronor fell against the [Japanese|JP.a] yen.',
    'The [Burmese|MM.a], [Emirati|AE.a] and [Nigerien|NE.a] delegates left.',
  ],
  'prefixes and pairs': [
    'The [Sino|CN.a]-[Vietnamese|VN.a] border is quiet.',
    '[Franco|FR.a]-[Moroccan|MA.a] and [Anglo|GB.a]-[Irish|IE.a] talks went on.',
    '[China|CN]-[Russia|RU] relations and the [US|US]-led coalition were discussed.',
    'The [Russia|RU]-[Ukraine|UA] war was the subject.',
    'A [Japan|JP]–[Philippines|PH] exercise followed the [India|IN]—[Oman|OM] accord.',
    'The [Ukraine|UA] war and the [Rwandan|RW.a] genocide were remembered.',
    'pro-[Russian|RU.a] officials and anti-[Israel|IL] marchers gathered.',
  ],
  'languages are none': [
    'She speaks Turkish and Spanish.',
    'He answered in Portuguese, and later wrote in Vietnamese.',
    'The text was read out in Arabic and French.',
    'An official fluent in Russian took notes.',
    'The word was translated from Persian.',
  ],
  'money of the dollar kind is none': ['It cost US$40 million and, later, US$3.5 billion.'],
  'missions and governments': [
    'The [US|US] Embassy and the Embassy of [Peru|PE] were closed.',
    'The Government of [Yemen|YE] thanked the [French|FR.a] government.',
    'The Special Envoy for [Yemen|YE] will travel again.',
    'The Consulate General of [Fiji|FJ] moved.',
  ],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences) it(sentence, () => void expectMarked(dictionary, sentence));
  });

describe('every country of the dictionary', () => {
  /** What a sentence around a name says the name is. */
  function readIn(sentence: (name: string) => string, name: string): string[] {
    const { article } = articleFromText(sentence(name));
    return analyze(article, dictionary).mentions.map(
      (m) => `${article.blocks[m.block]?.text.slice(m.start, m.end)} ${m.entity}`,
    );
  }

  it('is found by its name, whatever stands around it', () => {
    const missed: string[] = [];
    for (let i = 0; i < dictionary.countries.length; i++) {
      const { id, name } = dictionary.countries.at(i);
      for (const sentence of [
        (n: string) => `The delegation of ${n} arrived on Monday.`,
        (n: string) => `${n} signed the accord.`,
        (n: string) => `The accord with ${n}, reached in May, was signed.`,
        (n: string) => `They thanked ${n}’s ambassador (and others).`,
      ])
        if (!readIn(sentence, name).includes(`${name} ${id}`))
          missed.push(`${sentence(name)} → ${readIn(sentence, name).join(', ')}`);
    }
    expect(missed).toEqual([]);
  });
});
