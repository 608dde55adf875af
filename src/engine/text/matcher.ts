// The trie over the tokens: every term of the dictionary that stands in the text, at every place where one begins.
// Hyphens inside names are passed over ("Kim Jong-un" is "Kim Jong Un"), and so are brackets that a name holds ("Cocos
// (Keeling) Islands"); a possessive is a word of its own ("'s").
import { CASE, senseCase } from '../../dictionary/format.ts';
import type { Dictionary } from '../../dictionary/load.ts';
import type { Doc } from '../document.ts';
import { C } from './classes.ts';
import { F } from './tokens.ts';

/** A term of the dictionary in the text: tokens `from` up to `to`, and the senses that its case allows. */
export interface Match {
  from: number;
  to: number;
  senses: number[];
}

const AMPERSAND = 38;
const OPENING = 40;
const CLOSING = 41;

/** Matches by token at which they begin, longest first. */
export function matchTerms(doc: Doc): (Match[] | undefined)[] {
  const { tokens, dictionary } = doc;
  const found: (Match[] | undefined)[] = new Array(tokens.count);
  const possessive = dictionary.idOf("'s");
  const and = dictionary.idOf('and');
  for (let i = 0; i < tokens.count; i++) {
    const first = tokens.key[i] as number;
    if ((tokens.flags[i] as number) & F.Mark || first < 0) continue;
    let node = dictionary.trie.rootChild[first] as number;
    if (node === 0) continue;
    let list: Match[] | undefined;
    const sentence = doc.sentence[i];
    let j = i + 1;
    let open = false;
    for (;;) {
      if (open && doc.isMark(j, CLOSING)) {
        open = false;
        j++;
      }
      const from = dictionary.trie.senseFrom(node);
      const to = dictionary.trie.senseTo(node);
      if (to > from && !open) {
        const senses = allowed(doc, i, j, from, to, dictionary);
        if (senses) {
          list ??= [];
          list.unshift({ from: i, to: j, senses });
        }
      }
      while (j < tokens.count && (tokens.flags[j] as number) & F.Joiner) j++;
      if (!open && doc.isMark(j, OPENING)) {
        open = true;
        j++;
      }
      if (j >= tokens.count || doc.sentence[j] !== sentence) break;
      const flags = tokens.flags[j] as number;
      const key =
        flags & F.Possessive
          ? possessive
          : flags & F.Mark
            ? tokens.key[j] === AMPERSAND
              ? and
              : -1
            : (tokens.key[j] as number);
      node = key < 0 ? 0 : dictionary.trie.step(node, key);
      if (node === 0) break;
      j++;
    }
    if (list) found[i] = list;
  }
  return found;
}

function allowed(doc: Doc, i: number, j: number, from: number, to: number, dictionary: Dictionary): number[] | null {
  let senses: number[] | null = null;
  let capital = -1;
  for (let s = from; s < to; s++) {
    const sense = dictionary.trie.senses[s] as number;
    const rule = senseCase(sense);
    let ok = rule === CASE.any;
    if (rule === CASE.capital) {
      if (capital < 0) capital = hasCapitals(doc, i, j) ? 1 : 0;
      ok = capital === 1;
    } else if (rule === CASE.caps) ok = isAcronym(doc, i, j);
    else if (rule === CASE.mixed) ok = hasOneCapital(doc, i, j);
    if (ok) {
      senses ??= [];
      senses.push(sense);
    }
  }
  return senses;
}

const SMALL = C.particle | C.preposition | C.determiner | C.conjunction;

/** Every word begins with a capital, but for small words, particles and second syllables ("Park Geun-hye"). */
function hasCapitals(doc: Doc, i: number, j: number): boolean {
  let capitals = 0;
  for (let k = i; k < j; k++) {
    if (doc.flag(k, F.Mark | F.Number)) continue;
    if (doc.flag(k, F.Capital)) capitals++;
    else if (!doc.is(k, SMALL) && !doc.flag(k, F.HasDigit) && !(k > i && doc.flag(k - 1, F.Joiner))) return false;
  }
  return capitals > 0;
}

function isAcronym(doc: Doc, i: number, j: number): boolean {
  for (let k = i; k < j; k++) {
    if (doc.flag(k, F.Mark | F.Number)) continue;
    if (!doc.flag(k, F.Caps) && !(doc.flag(k, F.HasDigit) && doc.flag(k, F.Capital))) return false;
    // Where everything is set in capitals, "US" may be "us".
    if (doc.styleAt(k) === 'caps' && !doc.flag(k, F.Dotted) && doc.is(k, C.common | C.pronoun | C.auxiliary))
      return false;
  }
  return true;
}

function hasOneCapital(doc: Doc, i: number, j: number): boolean {
  for (let k = i; k < j; k++) if (doc.flag(k, F.Capital | F.Mixed)) return true;
  return false;
}
