// What each character is to the tokenizer, and what it folds to.
import { describe, expect, it } from 'vitest';
import { Char, CharacterTable } from '../../../src/engine/text/characters.ts';

const table = new CharacterTable();
const classOf = (char: string): number => table.classOf(char.charCodeAt(0));
const fold = (text: string): string => Array.from(text, (c) => table.foldOf(c.charCodeAt(0))).join('');

describe('classes', () => {
  it.each([
    ['a', Char.Lower],
    ['é', Char.Lower],
    ['Å', Char.Upper],
    ['Ж', Char.Upper],
    ['中', Char.Letter],
    ['ب', Char.Letter],
    ['7', Char.Digit],
    ['٣', Char.Digit],
    ['\u0301', Char.Silent],
    ['\u00ad', Char.Silent],
    ['\u200b', Char.Silent],
    ['\ufe0f', Char.Silent],
    ["'", Char.Apostrophe],
    ['’', Char.Apostrophe],
    ['ʼ', Char.Apostrophe],
    [' ', Char.Space],
    ['\u00a0', Char.Space],
    ['\u202f', Char.Space],
    ['\n', Char.Newline],
    ['\u2029', Char.Newline],
    ['-', Char.Hyphen],
    ['–', Char.Hyphen],
    ['—', Char.Other],
    ['‑', Char.Hyphen],
    ['.', Char.Other],
    ['“', Char.Other],
    ['\ud83d', Char.Other],
  ])('%j', (char, expected) => expect(classOf(char)).toBe(expected));
});

describe('folding', () => {
  it.each([
    ['Erdoğan', 'erdogan'],
    ['ÇAVUŞOĞLU', 'cavusoglu'],
    ['Þórdís', 'thordis'],
    ['Søren', 'soren'],
    ['Wałęsa', 'walesa'],
    ['Đuka', 'duka'],
    ['Əliyev', 'aliyev'],
    ['Weiß', 'weiss'],
    ['Ｏｓｌｏ', 'oslo'],
    ['İstanbul', 'istanbul'],
    ['Ángel', 'angel'],
    ['Nguyễn', 'nguyen'],
  ])('%s', (text, expected) => expect(fold(text)).toBe(expected));

  it('is the same for composed and decomposed writing of every Latin letter', () => {
    for (let code = 0xc0; code < 0x250; code++) {
      const char = String.fromCharCode(code);
      if (!/\p{L}/u.test(char)) continue;
      expect(fold(char.normalize('NFD')), char).toBe(fold(char));
      expect(fold(fold(char)), char).toBe(fold(char));
    }
  });
});
