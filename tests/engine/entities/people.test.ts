// One person, one entity: who is meant by a surname, a given name, a style; and two people who share one.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/dictionary/load.ts';
import { expectMarked } from '../marked.ts';
import { loadWorld } from '../world.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await loadWorld();
});

const CASES: Record<string, string[]> = {
  'later by surname': [
    'Minister [Helena Ostrogan|p:helena-ostrogan.n] arrived. [Ostrogan|p:helena-ostrogan.s] spoke; [Ostrogan|p:helena-ostrogan]’s aide left.',
    '[Wang Yi|p:wang-yi] arrived in Oslo. [Wang|p:wang-yi.s] spoke first.',
    'Minister [Karim al-Haddawi|p:karim-al-haddawi] spoke. Later [al-Haddawi|p:karim-al-haddawi.s] left.',
    'Minister [Pieter van der Lindqvarn|p:pieter-van-der-lindqvarn] spoke. [Lindqvarn|p:pieter-van-der-lindqvarn.s] then left.',
  ],
  'surname before the full name': [
    'Envoy [Belisarov|p:tomasz-belisarov] Ends Long Tour of Capitals¶Special envoy [Tomasz Belisarov|p:tomasz-belisarov.n] ended his tour on Monday.',
    'President [Ostrogan|p:helena-ostrogan] spoke.¶It was [Helena Ostrogan|p:helena-ostrogan.n]’s first speech.',
  ],
  'two of one surname': [
    'Minister [Anton Varkonda|p:anton-varkonda] met his cousin, the banker [Leila Varkonda|p:leila-varkonda]. [Leila Varkonda|p:leila-varkonda] smiled.',
    'President [Luis Marquenza|p:luis-marquenza] spoke first.¶Senator [Sofia Marquenza|p:sofia-marquenza] answered. [Marquenza|p:sofia-marquenza.s] was brief.',
  ],
  'one person, spelt in full twice': [
    '[John J. Ostrogan|p:john-j-ostrogan] came. Senator [John Ostrogan|p:john-j-ostrogan] voted.',
    'Minister [Chiara Lindqvarn|p:chiara-lindqvarn] came. Minister [Chiara Lindqvarn|p:chiara-lindqvarn] left.',
  ],
  'in part, or with middle names': [
    'President [Hassan Sheikh Mohamud|p:hassan-sheikh-mohamud] spoke. [Hassan Sheikh|p:hassan-sheikh-mohamud] then left.',
    '[Kenyan|KE.a] President [William Oduya Ruto|p:william-ruto] came.',
    'They slept at Fort William in the rain.',
  ],
  'the X administration': [
    'The [Trump|p:donald-trump.s] administration answered.',
    'Minister [Helena Ostrogan|p:helena-ostrogan] won. The [Ostrogan|p:helena-ostrogan.s] government will take office.',
  ],
  'the great by surname alone': [
    '[Putin|p:vladimir-putin.s] spoke in Sochi, and [Macron|p:emmanuel-macron.s] answered.',
    'In [Russia|RU], President [Putin|p:vladimir-putin.s] signed the law.',
  ],
  'surnames that are everyday words': [
    'On Friday and on Monday the power was out.',
    'In May the cook bought rice; hope and costa are words.',
    'Mr [Friday|p] spoke on Friday.',
    'The price rose, and the banks of the river were high.',
  ],
};

for (const [name, sentences] of Object.entries(CASES))
  describe(name, () => {
    for (const sentence of sentences)
      it(sentence, () => void expectMarked(dictionary, sentence, { published: '2025-06-10' }));
  });

describe('counts and records', () => {
  it('counts every mention of each entity', () => {
    const { entities } = expectMarked(
      dictionary,
      '[Norway|NO] and [Chile|CL] talked. [Norwegian|NO.a] Minister [Helena Ostrogan|p] and [Ostrogan|p]’s aide came to [Chile|CL] and [Chile|CL].',
    );
    expect(Object.fromEntries(entities.map((e) => [e.name, e.mentions]))).toEqual({
      Norway: 2,
      Chile: 3,
      'Helena Ostrogan': 2,
    });
  });

  it('tells what the dictionary knows from what the engine alone recognized', () => {
    const { entities } = expectMarked(
      dictionary,
      '[Wang Yi|p:wang-yi] met Minister [Helena Ostrogan|p] of the [Northern Trawling Commission|o] and [NATO|o:nato].',
    );
    const known = Object.fromEntries(entities.map((e) => [e.name, e.known]));
    expect(known['Helena Ostrogan']).toBe(false);
    expect(known['Northern Trawling Commission']).toBe(false);
    expect(entities.find((e) => e.id === 'wang-yi')?.known).toBe(true);
    expect(entities.find((e) => e.id === 'nato')?.known).toBe(true);
  });

  it('gives an unknown person the country of the words around the name', () => {
    const { entities } = expectMarked(
      dictionary,
      '[Kenyan|KE.a] Foreign Minister [Helena Ostrogan|p] met the trade minister of [Peru|PE], [Anton Varkonda|p].',
    );
    expect(entities.find((e) => e.name === 'Helena Ostrogan')?.country).toBe('KE');
  });

  it('does not take a namesake from another walk of life for the minister', () => {
    const { entities } = expectMarked(dictionary, '[Wang Yi|p], a chef from Ohio, opened a restaurant.');
    expect(entities.find((e) => e.name === 'Wang Yi')?.known).toBe(false);
  });
});
