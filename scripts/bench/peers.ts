// The other tools that read names, each asked for what it can: compromise and wink-nlp whole, an Aho–Corasick library, one
// large regular expression and compromise's lexicon for matching alone.

import nlp from 'compromise';
import AhoCorasick from 'modern-ahocorasick';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** People, places and organizations of a text, as compromise finds them; the number found keeps the work from being idle. */
export function compromiseNames(text: string): number {
  const doc = nlp(text);
  return doc.people().length + doc.places().length + doc.organizations().length;
}

/** Entities of wink-nlp's web model: it knows dates, numbers and the like, no people or organizations. */
export function winkEntities(): (text: string) => number {
  const wink = winkNLP(model);
  return (text) => wink.readDoc(text).entities().length();
}

export function ahoCorasick(names: string[]): (text: string) => number {
  const matcher = new AhoCorasick(names);
  return (text) => matcher.search(text).length;
}

export function largeExpression(names: string[]): (text: string) => number {
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    let found = 0;
    for (const _ of text.matchAll(expression)) found++;
    return found;
  };
}

export function compromiseLexicon(names: string[]): (text: string) => number {
  const lexicon = Object.fromEntries(names.map((name) => [name.toLowerCase(), 'Person']));
  // Handed over once, as its documentation asks; a lexicon given with each text is unpacked each time.
  nlp.addWords(lexicon);
  return (text) => nlp.tokenize(text).length;
}
