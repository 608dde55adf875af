// Collects the words of the dictionary while it is compiled: folded as the engine's tokenizer folds them, with their classes.
import { CharacterTable } from '../engine/text/characters.ts';
import { F, Tokens, tokenize } from '../engine/text/tokens.ts';

export class VocabularyBuilder {
  private readonly low = new Map<string, number>();
  private readonly high = new Map<string, number>();
  private readonly table = new CharacterTable();

  add(word: string): void {
    if (!this.low.has(word)) this.low.set(word, 0);
  }

  /** Adds class bits: `low` of `C`, `high` of `D`. */
  mark(word: string, low: number, high = 0): void {
    this.low.set(word, (this.low.get(word) ?? 0) | low);
    if (high !== 0) this.high.set(word, (this.high.get(word) ?? 0) | high);
  }

  classesOf(word: string): number {
    return this.low.get(word) ?? 0;
  }

  classes2Of(word: string): number {
    return this.high.get(word) ?? 0;
  }

  /** The keys of a term's tokens, as the engine's tokenizer makes them. Possessives are "'s"; hyphens and full stops fall out. */
  split(text: string): string[] {
    const tokens = new Tokens(8);
    tokenize(text, 0, tokens, this.table, { find: () => -1, isAbbreviation: () => false });
    const keys: string[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const flags = tokens.flags[i] ?? 0;
      if (flags & F.Word || flags & F.Number) keys.push(this.fold(text.slice(tokens.start[i], tokens.end[i])));
      else if (flags & F.Possessive) keys.push("'s");
      else if (text[tokens.start[i] ?? 0] === '&') keys.push('and');
    }
    return keys;
  }

  /** All words in order of their code units; a word's place in it is its id. */
  sorted(): { words: string[]; idOf: (word: string) => number } {
    const words = [...this.low.keys()].sort();
    const ids = new Map(words.map((word, i) => [word, i]));
    return { words, idOf: (word) => ids.get(word) ?? -1 };
  }

  private fold(text: string): string {
    let folded = '';
    for (let i = 0; i < text.length; i++) folded += text[i] === '+' ? '+' : this.table.foldOf(text.charCodeAt(i));
    return folded;
  }
}

const FIRST_CODE = 33;
const MOST_SHARED = 80;

/** Each word as how many code units it shares with the one before (one character from "!" on) and the rest, one a line. */
export function packWords(words: string[]): Uint8Array {
  let before = '';
  const lines = words.map((word) => {
    let shared = 0;
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared++;
    before = word;
    return `${String.fromCharCode(FIRST_CODE + shared)}${word.slice(shared)}\n`;
  });
  return new TextEncoder().encode(lines.join(''));
}

/** Tells the code units of each packed word: how many stay from the word before, then those that follow. */
export function unpackWords(bytes: Uint8Array, onWord: (shared: number, rest: number[]) => void): void {
  const rest: number[] = [];
  let shared = -1;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (shared < 0) {
      shared = byte - FIRST_CODE;
    } else if (byte === 10) {
      onWord(shared, rest);
      rest.length = 0;
      shared = -1;
    } else if (byte < 0x80) {
      rest.push(byte);
    } else {
      i += pushUtf8(bytes, i, rest);
    }
  }
}

/** Appends the UTF-16 code units of the character at `i`; returns how many more bytes it took. */
function pushUtf8(bytes: Uint8Array, i: number, units: number[]): number {
  const lead = bytes[i] as number;
  const next = (n: number): number => (bytes[i + n] ?? 0) & 63;
  if (lead >= 0xf0) {
    const point = (((lead & 7) << 18) | (next(1) << 12) | (next(2) << 6) | next(3)) - 0x10000;
    units.push(0xd800 + (point >> 10), 0xdc00 + (point & 0x3ff));
    return 3;
  }
  if (lead >= 0xe0) {
    units.push(((lead & 15) << 12) | (next(1) << 6) | next(2));
    return 2;
  }
  units.push(((lead & 31) << 6) | next(1));
  return 1;
}
