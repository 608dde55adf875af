// Atoms → features: what the tagger weighs at one position, as 26-bit hashes. Words and endings stand in them only as hashes, so
// the weights hold no text.

import type { Reading } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { Atoms, MARGIN } from './atoms.ts';
import type { Stretch } from './stretches.ts';

/** Which kinds of features are made: for measuring what each is worth. */
export const FEATURES = { lexical: 1, dictionary: 2, grammar: 4, all: 7 } as const;
export const MAX_FEATURES = 160;
export const FEATURE_BITS = 26;

const CLASS_BITS = Object.values(C);
/** Classes that tell of names; the rest of a word's classes are everyday grammar. */
const NAMING =
  C.honorific |
  C['title-modifier'] |
  C['title-word'] |
  C['org-head'] |
  C['org-head-weak'] |
  C['company-suffix'] |
  C['event-head'] |
  C['place-head'] |
  C['media-head'] |
  C['org-head-apart'] |
  C['mission-head'] |
  C.common |
  C['given-name'] |
  C['family-name'] |
  C['given-and-word'] |
  C['treaty-head'] |
  C.direction |
  C.month |
  C.weekday |
  C.particle |
  C.generational;
const GLUE =
  C.determiner |
  C.preposition |
  C['place-preposition'] |
  C.conjunction |
  C.pronoun |
  C.auxiliary |
  C.say |
  C.act |
  C['government-noun'];

const T = (template: number): number => Math.imul(template + 1, 0x9e3779b1);

export class FeatureReader {
  readonly out = new Int32Array(MAX_FEATURES);
  private n = 0;
  private readonly atoms: Atoms;
  private stretch: Stretch = { from: 0, to: 0 };
  /** For each position of the stretch, where its run of capitals begins and ends. */
  private runFrom = new Int32Array(64);
  private runTo = new Int32Array(64);
  private readonly folded: number[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly kinds: number = FEATURES.all,
  ) {
    this.atoms = new Atoms(reading);
  }

  open(stretch: Stretch): void {
    this.stretch = stretch;
    this.atoms.open(stretch);
    const length = stretch.to - stretch.from;
    if (length > this.runFrom.length) {
      this.runFrom = new Int32Array(length * 2);
      this.runTo = new Int32Array(length * 2);
    }
    const { doc } = this.reading;
    for (let k = 0; k < length; k++) {
      let end = k + 1;
      if (this.inRun(stretch.from + k)) while (end < length && this.inRun(stretch.from + end)) end++;
      while (end > k + 1 && doc.flag(stretch.from + end - 1, F.Mark)) end--;
      this.runFrom.fill(k, k, end);
      this.runTo.fill(end, k, end);
      k = end - 1;
    }
  }

  /** Capitals that stand side by side, with hyphens and particles between. */
  private inRun(i: number): boolean {
    const { doc } = this.reading;
    return (
      doc.flag(i, F.Capital | F.Mixed | F.Joiner) ||
      (doc.is(i, C.particle) && !doc.is(i, C.preposition | C.determiner | C.conjunction))
    );
  }

  /** The features of the stretch's `k`th token; they stand in `out`. Returns how many. */
  at(k: number): number {
    this.n = 0;
    const p = k + MARGIN;
    if (this.kinds & FEATURES.lexical) this.lexical(k, p);
    if (this.kinds & FEATURES.dictionary) this.fromDictionary(k, p);
    if (this.kinds & FEATURES.grammar) this.fromGrammar(p);
    return this.n;
  }

  private add(template: number, a: number, b = 0, c = 0): void {
    let h = T(template) ^ Math.imul(a, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ Math.imul(c, 0x27d4eb2f);
    h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
    this.out[this.n++] = (h ^ (h >>> 15)) >>> (32 - FEATURE_BITS);
  }

  private lexical(k: number, p: number): void {
    const { word, shape } = this.atoms;
    const w = (o: number): number => word[p + o] as number;
    const s = (o: number): number => shape[p + o] as number;
    const { doc } = this.reading;
    const i = this.stretch.from + k;
    this.add(0, 0);
    this.add(1, w(0));
    this.add(2, w(-1));
    this.add(3, w(1));
    this.add(4, w(-2));
    this.add(5, w(2));
    this.add(6, w(-1), w(0));
    this.add(7, w(0), w(1));
    this.add(8, s(0));
    this.add(9, s(-1), s(0));
    this.add(10, s(0), s(1));
    this.add(11, s(-1), s(0), s(1));
    this.add(12, s(-2), s(-1), s(0));
    this.add(13, s(0), s(1), s(2));
    const style = doc.styleAt(i);
    const styled = style === 'running' ? 0 : style === 'title' ? 1 : 2;
    if (styled) this.add(14, styled, s(0));
    this.affixes(i);
    const from = this.runFrom[k] as number;
    const to = this.runTo[k] as number;
    const length = Math.min(to - from, 6);
    const place = Math.min(k - from, 3) * 8 + Math.min(to - 1 - k, 3);
    this.add(15, length, k - from);
    this.add(16, place, s(0));
    this.add(17, length, word[to + MARGIN] as number);
    this.add(18, length, word[from + MARGIN - 1] as number);
    this.add(19, word[to - 1 + MARGIN] as number, place & 7);
    this.add(20, shape[to + MARGIN] as number, place);
    this.add(21, shape[from + MARGIN - 1] as number, place);
  }

  private affixes(i: number): void {
    const { doc } = this.reading;
    if (!doc.flag(i, F.Word)) return;
    const { characters } = doc.dictionary;
    const text = doc.blockOf(i).text;
    const folded = this.folded;
    folded.length = 0;
    const end = Math.min(doc.tokens.end[i] as number, (doc.tokens.start[i] as number) + 40);
    for (let at = doc.tokens.start[i] as number; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code >= 97 && code <= 122) folded.push(code);
      else if (code < 128) {
        if (code >= 65 && code <= 90) folded.push(code | 32);
        else if (code >= 48 && code <= 57) folded.push(code);
      } else {
        const bare = characters.foldOf(code);
        for (let j = 0; j < bare.length; j++) folded.push(bare.charCodeAt(j));
      }
    }
    let head = 7;
    let tail = 11;
    for (let n = 1; n <= 4 && n < folded.length; n++) {
      head = Math.imul(head, 31) + (folded[n - 1] as number);
      tail = Math.imul(tail, 31) + (folded[folded.length - n] as number);
      if (n > 1) this.add(24, head, n);
      if (n > 1) this.add(25, tail, n);
    }
    this.add(26, Math.min(folded.length, 10));
  }

  private fromDictionary(k: number, p: number): void {
    const a = this.atoms;
    const naming = (o: number): number => (a.classes[p + o] as number) & NAMING;
    const s = a.shape[p] as number;
    for (let o = -2; o <= 2; o++) this.bits(32 + o, a.classes[p + o] as number);
    this.add(40, naming(0), s);
    this.add(41, naming(-1), naming(0));
    this.add(42, naming(0), naming(1));
    this.add(43, (a.classes[p - 1] as number) & GLUE, naming(0));
    this.add(44, naming(0), (a.classes[p + 1] as number) & GLUE);
    for (let o = -1; o <= 1; o++) {
      const at = p + o;
      if (a.person[at]) this.add(46 + o, a.person[at] as number);
      if (a.organization[at]) this.add(49 + o, a.organization[at] as number);
      if (a.country[at]) this.add(52 + o, a.country[at] as number);
      if (a.place[at]) this.add(55 + o, a.place[at] as number);
      if (a.title[at]) this.add(58 + o, a.title[at] as number);
    }
    this.add(
      60,
      a.person[p] as number,
      a.organization[p] as number,
      ((a.country[p] as number) << 6) | (a.place[p] as number),
    );
    this.add(61, a.title[p - 1] as number, naming(0), s);
    this.add(62, a.country[p - 1] as number, naming(0));
    const from = this.runFrom[k] as number;
    const to = this.runTo[k] as number;
    const place = Math.min(k - from, 3) * 8 + Math.min(to - 1 - k, 3);
    const last = (a.classes[to - 1 + MARGIN] as number) & NAMING;
    const first = (a.classes[from + MARGIN] as number) & NAMING;
    const ahead = a.classes[to + MARGIN] as number;
    const ago = a.classes[from + MARGIN - 1] as number;
    this.add(63, last, place);
    this.add(64, first, place);
    this.bits(65, ahead & (GLUE | NAMING), to - 1 - k === 0 ? 1 : 0);
    this.bits(66, ago & (GLUE | NAMING), k === from ? 1 : 0);
    this.add(67, a.title[from + MARGIN - 1] as number, place);
    this.add(68, a.country[from + MARGIN - 1] as number, place);
    this.add(69, a.title[to + MARGIN + 1] as number, a.shape[to + MARGIN] as number, Math.min(k - from, 1));
    // A head of bodies further along in the run, and how far.
    for (let j = k; j < to && j < k + 6; j++)
      if ((a.classes[j + MARGIN] as number) & (C['org-head'] | C['company-suffix'] | C['media-head'])) {
        this.add(70, j - k, naming(0));
        this.add(71, (a.classes[j + MARGIN] as number) & NAMING, Math.min(j - k, 2));
        break;
      }
    for (let j = k; j >= 0 && j > k - 6; j--)
      if ((a.classes[j + MARGIN] as number) & C['org-head']) {
        this.add(72, k - j, naming(0), a.shape[p] as number);
        break;
      }
  }

  private bits(template: number, bits: number, with_ = 0): void {
    for (let b = 0; bits !== 0; b++, bits >>>= 1) if (bits & 1) this.add(73 + template, CLASS_BITS[b] as number, with_);
  }

  private fromGrammar(p: number): void {
    const a = this.atoms;
    const g = (o: number): number => a.grammar[p + o] as number;
    const s = a.shape[p] as number;
    const naming = (a.classes[p] as number) & NAMING;
    const e = a.elsewhere[p] as number;
    this.add(150, g(0));
    this.add(151, g(-1), g(0));
    this.add(152, g(0), g(1));
    this.add(153, g(-1));
    this.add(154, g(1));
    this.add(155, g(-2), g(-1), a.shape[p - 1] as number);
    this.add(156, g(0), s);
    this.add(157, g(0), naming);
    this.add(158, g(0), a.word[p] as number);
    this.add(159, g(0), a.person[p] as number, a.organization[p] as number);
    this.add(160, e, s);
    this.add(161, e, g(0));
    this.add(162, g(0), a.word[p - 1] as number);
    this.add(163, g(0), a.word[p + 1] as number);
    this.add(164, g(-1), a.shape[p] as number, naming);
    this.add(165, g(1), a.shape[p] as number, naming);
    this.add(166, g(2));
    this.add(167, g(-2));
  }
}
