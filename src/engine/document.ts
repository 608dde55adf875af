// An article as the engine reads it: the tokens of all blocks in one row, their word classes, sentences, and how each
// block is written (running text, a headline in title case, capitals throughout).
import type { Dictionary } from '../dictionary/load.ts';
import type { Article, Block, Span } from './analysis.ts';
import { C } from './text/classes.ts';
import { F, Tokens, tokenize } from './text/tokens.ts';

/** How a block is written. In `title` case a capital says nothing; in `caps` not even an acronym's. */
export type Style = 'running' | 'title' | 'caps';

const STOP = 46;
const ENDS = new Set([STOP, 33, 63, 0x2026, 0x3002, 0xff01, 0xff1f, 0x061f]);
const CLOSERS = new Set([34, 39, 41, 93, 0x201d, 0x2019, 0xbb]);

export class Doc {
  readonly tokens: Tokens;
  /** Word-class bits (`C`) of each token. */
  readonly classes: Uint32Array;
  /** Sentence number of each token; sentences are numbered over the whole article. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and the token count at the end. */
  readonly sentenceStart: number[] = [];
  readonly styles: Style[] = [];
  /** First token of each block, and the token count at the end. */
  readonly blockStart: number[] = [];

  constructor(
    readonly article: Article,
    readonly dictionary: Dictionary,
  ) {
    const length = article.blocks.reduce((sum, block) => sum + block.text.length, 0);
    this.tokens = new Tokens((length >> 2) + 64);
    article.blocks.forEach((block, index) => {
      this.blockStart.push(this.tokens.count);
      tokenize(block.text, index, this.tokens, dictionary.characters, dictionary);
    });
    this.blockStart.push(this.tokens.count);
    const n = this.tokens.count;
    this.classes = new Uint32Array(n);
    for (let i = 0; i < n; i++)
      if (!((this.tokens.flags[i] as number) & F.Mark))
        this.classes[i] = dictionary.classesOf(this.tokens.key[i] as number);
    this.sentence = new Int32Array(n);
    this.splitSentences();
    article.blocks.forEach((block, index) => {
      this.styles.push(this.styleOf(block, index));
    });
  }

  get count(): number {
    return this.tokens.count;
  }

  flag(i: number, bits: number): boolean {
    return i >= 0 && i < this.tokens.count && ((this.tokens.flags[i] as number) & bits) !== 0;
  }

  is(i: number, bits: number): boolean {
    return i >= 0 && i < this.tokens.count && ((this.classes[i] as number) & bits) !== 0;
  }

  /** Whether token `i` is of one of the classes `D`. */
  isOf(i: number, bits: number): boolean {
    if (i < 0 || i >= this.tokens.count || (this.tokens.flags[i] as number) & F.Mark) return false;
    return (this.dictionary.classes2Of(this.tokens.key[i] as number) & bits) !== 0;
  }

  key(i: number): number {
    return i >= 0 && i < this.tokens.count ? (this.tokens.key[i] as number) : -2;
  }

  /** Whether token `i` is the mark with this UTF-16 code. */
  isMark(i: number, code: number): boolean {
    return this.flag(i, F.Mark) && this.tokens.key[i] === code;
  }

  blockOf(i: number): Block {
    return this.article.blocks[this.tokens.block[i] as number] as Block;
  }

  styleAt(i: number): Style {
    return this.styles[this.tokens.block[i] as number] as Style;
  }

  text(from: number, to = from + 1): string {
    return this.blockOf(from).text.slice(this.tokens.start[from], this.tokens.end[to - 1]);
  }

  span(from: number, to: number): Span {
    return {
      block: this.blockOf(from).id,
      start: this.tokens.start[from] as number,
      end: this.tokens.end[to - 1] as number,
    };
  }

  /** Folded form of one token: lower case, no accents, no marks. */
  fold(i: number): string {
    if (i < 0 || i >= this.tokens.count) return '';
    const text = this.text(i);
    let folded = '';
    for (let k = 0; k < text.length; k++) folded += this.dictionary.characters.foldOf(text.charCodeAt(k));
    return folded;
  }

  foldRange(from: number, to: number): string {
    let folded = '';
    for (let i = from; i < to; i++) if (!this.flag(i, F.Mark)) folded += (folded ? ' ' : '') + this.fold(i);
    return folded;
  }

  sameSentence(i: number, j: number): boolean {
    return i >= 0 && j >= 0 && i < this.count && j < this.count && this.sentence[i] === this.sentence[j];
  }

  private splitSentences(): void {
    const { flags, key, block, count } = this.tokens;
    let sentence = -1;
    let ended = true;
    for (let i = 0; i < count; i++) {
      const mark = ((flags[i] as number) & F.Mark) !== 0;
      const fresh = i === 0 || block[i] !== block[i - 1];
      const broken = ((flags[i] as number) & F.NewlineBefore) !== 0 && !fresh;
      if (
        fresh ||
        broken ||
        (ended && !(mark && CLOSERS.has(key[i] as number) && !((flags[i] as number) & F.SpaceBefore)))
      ) {
        this.sentenceStart.push(i);
        sentence++;
        ended = false;
        this.startSentence(i);
      }
      this.sentence[i] = sentence;
      if (mark && ENDS.has(key[i] as number)) ended = true;
      else if (((flags[i] as number) & (F.Dotted | F.Abbreviation)) !== 0) ended = this.stopsAfter(i);
    }
    this.sentenceStart.push(count);
  }

  /** The first word of the sentence that begins at `i`, behind opening quotes and brackets. */
  private startSentence(i: number): void {
    const { flags, count } = this.tokens;
    let j = i;
    while (j < count && (flags[j] as number) & F.Mark && j < i + 4) j++;
    if (j < count) flags[j] = (flags[j] as number) | F.SentenceStart;
  }

  /** Whether the full stop of "U.S." or "Inc." ends the sentence too: when a small word that begins sentences follows. */
  private stopsAfter(i: number): boolean {
    const j = i + 1;
    if (!this.flag(j, F.Capital) || !this.flag(j, F.SpaceBefore) || this.flag(i, F.Abbreviation)) return false;
    return this.is(j, C.determiner | C.pronoun | C.conjunction | C.preposition) && !this.flag(j, F.Caps);
  }

  private styleOf(block: Block, index: number): Style {
    const from = this.blockStart[index] as number;
    const to = this.blockStart[index + 1] as number;
    let words = 0;
    let capitals = 0;
    let caps = 0;
    let all = 0;
    for (let i = from; i < to; i++) {
      if (!this.flag(i, F.Word) || this.flag(i, F.Dotted)) continue;
      const letters = (this.tokens.end[i] as number) - (this.tokens.start[i] as number);
      if (letters > 1) all++;
      if (this.flag(i, F.Caps) && letters > 1) caps++;
      if (letters < 4 || this.is(i, C.preposition | C.determiner | C.conjunction)) continue;
      words++;
      if (this.flag(i, F.Capital)) capitals++;
    }
    // "WHO TOLD US": short words count as well when every one of them is in capitals.
    if ((words > 2 && caps >= words * 0.7) || (all > 3 && caps === all)) return 'caps';
    if (
      words > 2 &&
      to - from < 40 &&
      capitals >= words * 0.8 &&
      (block.kind === 'title' || block.kind === 'heading' || !this.endsLikeText(to))
    )
      return 'title';
    return 'running';
  }

  private endsLikeText(to: number): boolean {
    return this.isMark(to - 1, STOP);
  }
}
