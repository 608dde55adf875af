// Text → tokens: words, numbers and marks with exact UTF-16 offsets, and a key for every word of the dictionary's vocabulary.
// One set of flat arrays holds the tokens of all blocks of an article, so that the passes after it touch no strings.
import { Char, type CharacterTable } from './characters.ts';

/** What kind of token it is and how it is written; bits of `Tokens.flags`. */
export const F = {
  Word: 1,
  Number: 2,
  Mark: 4,
  /** First letter is a capital, be it behind an elided particle: "d'Ivoire". */
  Capital: 8,
  /** Two letters or more, all capitals. */
  Caps: 16,
  /** Written with full stops between capitals: "U.S." */
  Dotted: 32,
  /** A capital after a small letter: "McCain", "AfDB". */
  Mixed: 64,
  /** 's or a closing apostrophe after a name. */
  Possessive: 128,
  /** A hyphen or dash that joins two words without space. */
  Joiner: 256,
  SpaceBefore: 512,
  NewlineBefore: 1024,
  SentenceStart: 2048,
  /** A single capital with a full stop: "J." */
  Initial: 4096,
  /** The word's full stop belongs to it: "Mr.", "Gen." */
  Abbreviation: 8192,
  HasDigit: 16384,
} as const;

/** Looks words up by two 32-bit hashes of their folded characters; -1 for a word it does not know. */
export interface Vocabulary {
  find(hash1: number, hash2: number): number;
  /** Whether a full stop behind the capitalised word belongs to it: "Gen.", "Inc." */
  isAbbreviation(word: number): boolean;
}

export const HASH_SEED_1 = 0x811c9dc5;
export const HASH_SEED_2 = 0x9e3779b9;
export const mix1 = (h: number, code: number): number => Math.imul(h ^ code, 0x01000193);
export const mix2 = (h: number, code: number): number => {
  const x = Math.imul(h ^ code, 0x85ebca6b);
  return x ^ (x >>> 13);
};

export class Tokens {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  /** Vocabulary id of a word, -1 when unknown; for a mark its UTF-16 code. */
  key: Int32Array;
  flags: Uint16Array;
  block: Int32Array;
  /** Hash of a word's folded characters, known to the vocabulary or not; for a mark its UTF-16 code. */
  hash: Int32Array;

  constructor(capacity: number) {
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.key = new Int32Array(capacity);
    this.flags = new Uint16Array(capacity);
    this.block = new Int32Array(capacity);
    this.hash = new Int32Array(capacity);
  }

  push(start: number, end: number, key: number, flags: number, block: number, hash = key): void {
    const i = this.count++;
    if (i >= this.start.length) this.grow();
    this.start[i] = start;
    this.end[i] = end;
    this.key[i] = key;
    this.flags[i] = flags;
    this.block[i] = block;
    this.hash[i] = hash;
  }

  private grow(): void {
    const size = this.start.length * 2 + 64;
    const wider = <T extends Int32Array | Uint16Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.start = wider(this.start, new Int32Array(size));
    this.end = wider(this.end, new Int32Array(size));
    this.key = wider(this.key, new Int32Array(size));
    this.flags = wider(this.flags, new Uint16Array(size));
    this.block = wider(this.block, new Int32Array(size));
    this.hash = wider(this.hash, new Int32Array(size));
  }
}

const FULL_STOP = 46;
const PLUS = 43;

/** Appends the tokens of one block's text to `tokens`. */
export function tokenize(
  text: string,
  block: number,
  tokens: Tokens,
  table: CharacterTable,
  vocabulary: Vocabulary,
): void {
  const n = text.length;
  let i = 0;
  let gap: number = F.NewlineBefore;
  while (i < n) {
    const cls = table.classOf(text.charCodeAt(i));
    if (cls === Char.Space) {
      gap |= F.SpaceBefore;
      i++;
    } else if (cls === Char.Newline) {
      gap |= F.NewlineBefore;
      i++;
    } else if (cls === Char.Silent) {
      i++;
    } else if (cls <= Char.Digit) {
      i = word(text, i, block, tokens, table, vocabulary, gap);
      gap = 0;
    } else {
      i = mark(text, i, cls, block, tokens, table, gap);
      gap = 0;
    }
  }
}

/** Reads a word or number from `i`, with the possessive ending as a token of its own; returns where it ends. */
function word(
  text: string,
  i: number,
  block: number,
  tokens: Tokens,
  table: CharacterTable,
  vocabulary: Vocabulary,
  gap: number,
): number {
  const dotted = dottedCapitals(text, i, table);
  const n = text.length;
  let h1 = HASH_SEED_1;
  let h2 = HASH_SEED_2;
  let letters = 0;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  let mixed = false;
  let firstUpper = false;
  let j = i;
  let possessiveAt = -1;
  /** Letters before the apostrophe of an elided particle: one or two, all small. */
  let elided = 0;
  const stop = dotted > 0 ? dotted : n;
  let lastSolid = i;
  while (j < stop) {
    const code = text.charCodeAt(j);
    const cls = table.classOf(code);
    if (cls <= Char.Digit) {
      if (cls === Char.Digit) digits++;
      else {
        letters++;
        if (cls === Char.Upper) {
          if ((letters === 1 && digits === 0) || (elided > 0 && letters === elided + 1)) firstUpper = true;
          if (lowers > 0) mixed = true;
          uppers++;
        } else if (cls === Char.Lower) lowers++;
      }
      if (code < 128) {
        const c = code >= 65 && code <= 90 ? code | 32 : code;
        h1 = mix1(h1, c);
        h2 = mix2(h2, c);
      } else {
        const folded = table.foldOf(code);
        for (let k = 0; k < folded.length; k++) {
          const c = folded.charCodeAt(k);
          h1 = mix1(h1, c);
          h2 = mix2(h2, c);
        }
      }
      lastSolid = ++j;
    } else if (cls === Char.Silent) {
      j++;
    } else if (cls === Char.Apostrophe) {
      const next = j + 1 < n ? table.classOf(text.charCodeAt(j + 1)) : Char.Other;
      if (next === Char.Other || next > Char.Digit || next === Char.Digit) break;
      if (isPossessive(text, j, table)) {
        possessiveAt = j;
        break;
      }
      if (letters <= 2 && letters === lowers) elided = letters;
      j++;
    } else if (code === FULL_STOP && dotted > 0) {
      lastSolid = ++j;
    } else if ((code === FULL_STOP || code === 44) && letters === 0 && isDigit(text, j + 1, table)) {
      lastSolid = ++j;
    } else if (code === PLUS && digits > 0 && letters > 0 && isDigit(text, j + 1, table)) {
      h1 = mix1(h1, PLUS);
      h2 = mix2(h2, PLUS);
      lastSolid = ++j;
    } else break;
  }
  let end = Math.max(lastSolid, i + 1);
  let flags = gap;
  if (letters > 0) {
    flags |= F.Word;
    if (firstUpper) flags |= F.Capital;
    if (uppers >= 2 && lowers === 0) flags |= F.Caps;
    if (mixed) flags |= F.Mixed;
    // "a.m.", "e.g." are no acronyms of names.
    if (dotted > 0) flags |= F.Dotted | (uppers > 0 ? F.Caps : 0) | (firstUpper ? F.Capital : 0);
    if (digits > 0) flags |= F.HasDigit;
  } else flags |= F.Number;
  const single = letters === 1 && uppers === 1 && digits === 0;
  if (single && text.charCodeAt(end) === FULL_STOP && dotted === 0) {
    flags |= F.Initial;
    end++;
  }
  const key = vocabulary.find(h1, h2);
  if (
    firstUpper &&
    key >= 0 &&
    text.charCodeAt(end) === FULL_STOP &&
    dotted === 0 &&
    !single &&
    vocabulary.isAbbreviation(key)
  ) {
    flags |= F.Abbreviation;
    end++;
  }
  tokens.push(i, end, key, flags, block, h1);
  // "the U.S.'s": behind a full stop that belongs to the word.
  if (text.charCodeAt(end - 1) === FULL_STOP && isPossessive(text, end, table)) possessiveAt = end;
  if (possessiveAt >= 0) {
    tokens.push(possessiveAt, possessiveAt + 2, 39, F.Mark | F.Possessive, block);
    return possessiveAt + 2;
  }
  return end;
}

/** Where "U.S." or "D.C." that begins at `i` ends; 0 when none does. */
function dottedCapitals(text: string, i: number, table: CharacterTable): number {
  let j = i;
  let pairs = 0;
  while (j + 1 < text.length) {
    const cls = table.classOf(text.charCodeAt(j));
    if ((cls !== Char.Upper && cls !== Char.Lower) || text.charCodeAt(j + 1) !== FULL_STOP) break;
    pairs++;
    j += 2;
  }
  if (pairs === 0) return 0;
  const next = j < text.length ? table.classOf(text.charCodeAt(j)) : Char.Other;
  const letterFollows = next === Char.Upper || next === Char.Lower || next === Char.Letter;
  // "U.S" without its last stop; but "J.Smith" is an initial before a name.
  if (letterFollows) {
    const after = j + 1 < text.length ? table.classOf(text.charCodeAt(j + 1)) : Char.Other;
    if (after <= Char.Digit && after !== Char.Unknown) return pairs >= 2 ? j : 0;
    return j + 1;
  }
  return pairs >= 2 ? j : 0;
}

/** Whether "'s" stands at `i` and ends there. */
function isPossessive(text: string, i: number, table: CharacterTable): boolean {
  if (i + 1 >= text.length || table.classOf(text.charCodeAt(i)) !== Char.Apostrophe) return false;
  if ((text.charCodeAt(i + 1) | 32) !== 115) return false;
  return i + 2 >= text.length || table.classOf(text.charCodeAt(i + 2)) > Char.Digit;
}

function isDigit(text: string, i: number, table: CharacterTable): boolean {
  return i < text.length && table.classOf(text.charCodeAt(i)) === Char.Digit;
}

function mark(
  text: string,
  i: number,
  cls: number,
  block: number,
  tokens: Tokens,
  table: CharacterTable,
  gap: number,
): number {
  const code = text.charCodeAt(i);
  let flags = F.Mark | gap;
  const joined =
    tokens.count > 0 && gap === 0 && i + 1 < text.length && table.classOf(text.charCodeAt(i + 1)) <= Char.Digit;
  if (cls === Char.Hyphen && joined) flags |= F.Joiner;
  // "states' rights": an apostrophe that closes a word with s.
  if (cls === Char.Apostrophe && gap === 0 && tokens.count > 0) {
    const previous = text.charCodeAt(i - 1) | 32;
    if (previous === 115) flags |= F.Possessive;
  }
  const width =
    code >= 0xd800 && code <= 0xdbff && i + 1 < text.length && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
  tokens.push(i, i + width, code, flags, block);
  return i + width;
}
