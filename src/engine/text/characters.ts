// What a character is to the tokenizer, and what it folds to: case, accents, full width and typographic variants gone,
// so that "Erdoğan", "ERDOGAN" and "Ｅｒｄｏｇａｎ" are one key. Answers are remembered in a table that its owner keeps.

/** Classes in an order that matters: up to Digit a character makes words. */
export const Char = {
  Unknown: 0,
  Lower: 1,
  Upper: 2,
  /** A letter of a script without case. */
  Letter: 3,
  Digit: 4,
  /** Combining marks, soft hyphens, zero-width characters: part of the word, absent from its key. */
  Silent: 5,
  Apostrophe: 6,
  Space: 7,
  Newline: 8,
  Hyphen: 9,
  Other: 10,
} as const;

/** Letters that NFKD leaves whole but that news in English writes without their stroke. */
const STROKES: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
};

const APOSTROPHES = "'’‘ʼʻʹ`´＇ʾʿ";
const HYPHENS = '-‐‑–−﹣－';
const SILENT = /[\p{M}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]/u;

/** Class and folded form of every UTF-16 code unit, found when first asked for. */
export class CharacterTable {
  private readonly classes = new Uint8Array(0x10000);
  private readonly folds: string[] = [];

  classOf(code: number): number {
    return this.classes[code] || this.learn(code);
  }

  /** Folded form: lower case, no accents; empty for what is silent. */
  foldOf(code: number): string {
    if (!this.classes[code]) this.learn(code);
    return this.folds[code] ?? '';
  }

  private learn(code: number): number {
    const char = String.fromCharCode(code);
    const found = classify(char, code);
    this.classes[code] = found;
    if (found <= Char.Digit) {
      const lower = char.toLowerCase();
      const bare = lower
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
      this.folds[code] = [...bare].map((c) => STROKES[c] ?? (APOSTROPHES.includes(c) ? '' : c)).join('');
    }
    return found;
  }
}

function classify(char: string, code: number): number {
  if (char === '\n' || char === '\r' || code === 0x2028 || code === 0x2029) return Char.Newline;
  if (APOSTROPHES.includes(char)) return Char.Apostrophe;
  if (HYPHENS.includes(char)) return Char.Hyphen;
  if (SILENT.test(char)) return Char.Silent;
  if (/\s/.test(char)) return Char.Space;
  if (/\p{Nd}/u.test(char)) return Char.Digit;
  if (/\p{L}/u.test(char)) {
    const lower = char.toLowerCase();
    const upper = char.toUpperCase();
    if (lower === upper) return Char.Letter;
    return char === lower ? Char.Lower : Char.Upper;
  }
  return Char.Other;
}
