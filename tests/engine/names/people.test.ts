// People that no dictionary foresees: told by titles, by what they do, by the make of names of many cultures.
import { beforeAll, describe, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CASES: Record<string, string[]> = {
  'titles before': [
    '[Norwegian|NO.a] Deputy Foreign Minister [Ingrid Solbergen|p] chaired the meeting.',
    'Prime Minister [Tomas Varkonda|p] thanked President [Helena Ostrogan|p].',
    "[Kenya|KE]'s acting defence minister [Kofi Ngwenara|p] resigned.",
    'Former Secretary of State [Luis Marquenza|p] wrote the preface.',
    'The report by Dr [Priya Castellvar|p] and Mr [Belisarov|p] was read.',
    'Ambassador-designate [Chiara Lindqvarn|p] presented her papers.',
    'Counter-Terrorism Commissioner [Farid Haddawi|p] spoke last.',
    'Foreign Minister of [Estonia|EE] [Andrei Petrosyk|p] agreed.',
  ],
  'titles behind': [
    '[Omar Rahimoud|p], diplomatic adviser to the [Qatari|QA.a] prime minister, flew home.',
    '[Elena Kuznarov|p], the [Bulgarian|BG.a] trade minister, was absent.',
    '[Joao Delacroux|p] (the head of the mission) signed.',
    "The [Peruvian|PE.a] president's envoy, [Sofia Amirzani|p], called.",
  ],
  lists: [
    'Foreign ministers [Anton Varkonda|p], [Mariam Okonjira|p] and [Luis Lindqvarn|p] signed.',
    'The delegation included [Bjorn Solbergen|p], head of the trade office, and [Leila Tashkiani|p].',
  ],
  particles: [
    'Minister [Karim al-Haddawi|p] met Sheikh [Rashid bin Tarif Al Nahwani|p].',
    'Defence Minister [Pieter van der Lindqvarn|p] spoke.',
    'Senator [Carlos de la Marquenza|p] voted.',
    'President [Mohamed Ould Varkoun|p] travelled.',
  ],
  'initials, generations, numbers': [
    'Senator [John J. Ostrogan|p] and [Peter Q. Lindqvarn Jr.|p] voted.',
    'Ambassador [A. K. Belisarov|p] left.',
    'King [Haakon|p] received them, and King [Abdullah II|p] wrote.',
  ],
  'nicknames in quotes': ['General [Marko "Bear" Varkonda|p] gave up.'],
  'hyphens and apostrophes': [
    'Minister [Anne-Marie Delacroux-Lindqvarn|p] spoke.',
    "Foreign Minister [Brian O'Ostrogan|p] spoke.",
    "President [Valérie d'Ostrogan|p] spoke.",
  ],
  'East and Southeast Asia': [
    '[South Korean|KR.a] Foreign Minister [Park Jin-woo|p] met [Chinese|CN.a] Vice Minister [Hua Jianming|p].',
    '[Vietnamese|VN.a] Trade Minister [Nguyen Thanh Khoa|p] was there.',
    '[Japanese|JP.a] envoy [Nakagawa Haruto|p] and State Minister [Kenji Moriyama|p] spoke.',
    '[Indonesian|ID.a] Foreign Minister [Widodo Santosa|p] and [Myanmar|MM] Minister [U Tin Maung Latt|p] spoke.',
  ],
  'the rest of the world': [
    '[Portuguese|PT.a] Foreign Minister [João Miguel Sousa Tavarinho|p] spoke.',
    '[Spanish|ES.a] Trade Minister [María Isabel Garrido Peñalba|p] spoke.',
    '[Icelandic|IS.a] Foreign Minister [Þórdís Gunnarsdóttir|p] spoke.',
    '[Ethiopian|ET.a] Minister [Tesfaye Bekelu|p] spoke.',
    '[Nigerian|NG.a] Foreign Minister [Chukwuemeka Obianujo|p] spoke.',
    '[Sri Lankan|LK.a] Foreign Minister [Ranjan Wickremanayaka|p] spoke.',
  ],
  'styles of courts and churches': [
    'Crown Prince [Tariq bin Nawaf|p] and Queen [Margarethe|p] dined.',
    'Archbishop [Paul Okonjira|p] prayed; Cardinal [Luigi Castellvar|p] did too.',
  ],
  'what they say and do': [
    '[Tomasz Belisarov|p], who led the talks, said: "We are done."',
    '"It is late," said [Helena Varkonda|p].',
    '[Anton Lindqvarn|p], 54, was born in the mountains.',
  ],
  'possessives are outside': [
    "President [Helena Ostrogan|p]'s visit was short.",
    "Minister [Luis Marquez|p]' plan failed.",
  ],
  'named like things, which they are not': [
    'In May the rice harvest was good, and hope grew.',
    'On Friday and in March, the price of power rose.',
    'The ban will mark a change of cost.',
    'Mark my words, the Power of Siberia pipeline will open.',
  ],
  none: [
    'The minister and the ambassador met the secretary.',
    'Victoria Falls and Lake Victoria are far apart.',
    'The Nobel Peace Prize was awarded.',
  ],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences) it(sentence, () => void expectMarked(dictionary, sentence));
  });
