import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDictionaryFiles, TAGGER_FILE } from '../../../scripts/lib/dictionary-files.ts';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { type Dictionary, loadDictionary } from '../../../src/dictionary/load.ts';
import { analyze } from '../../../src/engine/analyze.ts';
import { articleFromText } from '../../../src/engine/plain-text.ts';

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = loadDictionary(
    compileDictionary(await readDictionaryFiles(), '0', new Uint8Array(readFileSync(TAGGER_FILE))),
  );
});

function names(text: string, grammarAlone = false): string[] {
  const { article } = articleFromText(text);
  const { mentions, entities } = analyze(article, dictionary, grammarAlone ? { tagger: null } : {});
  const types = new Map(entities.map((e) => [e.id, e.type]));
  return mentions.map((m) => `${types.get(m.entity)} ${article.blocks[m.block]?.text.slice(m.start, m.end)}`);
}

describe('the tagger beside the grammar', () => {
  it('stays below 300 KB and comes with the dictionary', () => {
    expect(readFileSync(TAGGER_FILE).length).toBeLessThan(300_000);
    expect(dictionary.tagger?.featureCount).toBeGreaterThan(1000);
  });

  it('reads people whom nothing but their name and place tells', () => {
    for (const [text, name] of [
      ['He thanked Oluwakemi Brathwurst and Tjernvik Salomonde for their patience.', 'person Oluwakemi Brathwurst'],
      ['The mill belongs to Tjernvik Salomonde, who inherited it.', 'person Tjernvik Salomonde'],
    ] as const) {
      expect(names(text, true)).not.toContain(name);
      expect(names(text)).toContain(name);
    }
  });

  it('leaves what the dictionary is sure of', () => {
    const text =
      'Sergey Lavrov met Antonio Guterres in Geneva. The United Nations and Russia will meet again, the Foreign Ministry said.';
    const sure = names(text, true);
    expect(sure).toContain('person Sergey Lavrov');
    expect(sure).toContain('organization United Nations');
    for (const name of sure) expect(names(text)).toContain(name);
  });

  it('keeps a country apart from the body behind it', () => {
    expect(names('The Czech Senate voted on Tuesday.')).toEqual(['country Czech', 'organization Senate']);
  });

  it('says nothing new of a text without capitals', () => {
    const text = 'the ministers met in the morning and parted in the evening without a word.';
    expect(names(text)).toEqual([]);
  });

  it('gives sorted mentions without overlap on any text', () => {
    const word = fc.constantFrom(
      'Varno',
      'Putin',
      'the',
      'of',
      'Ministry',
      '(',
      ')',
      ',',
      'UN',
      'al-',
      'Bank',
      '’s',
      '.',
      'said',
      'China',
      '-',
      'J.',
      '\n',
      'Zürich',
      '\u200b',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { article } = articleFromText(words.join(' '));
        const { mentions } = analyze(article, dictionary);
        mentions.forEach((m, i) => {
          const last = mentions[i - 1];
          expect(m.end).toBeGreaterThan(m.start);
          if (last) expect(m.block > last.block || m.start >= last.end).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });
});
