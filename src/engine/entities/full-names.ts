// What a person's full name says: whether two are one person's, whose it is in the dictionary, and by what short names its
// bearer is called later.
import { FORM, KIND, senseForm, senseKind, senseRef } from '../../dictionary/format.ts';
import type { PersonRecord } from '../../dictionary/schema.ts';
import type { Doc } from '../document.ts';
import { longest, type NameSpan, type Reading } from '../names/cover.ts';
import { titleEndsAt } from '../names/people.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Draft } from './registry.ts';

/** Two full names of one person: the same words, or one's words within the other's with the same first and last. */
export function sameFullName(a: string[], b: string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length > 1 && short[0] === long[0] && short.at(-1) === long.at(-1) && short.every((w) => long.includes(w))
  );
}

/** "Wang Yi, a chef from Ohio": what the article says of the bearer fits nobody of the dictionary. */
export function isOfOtherWalk(reading: Reading, span: NameSpan): boolean {
  const { doc } = reading;
  if (span.to - span.from < 2 || titleEndsAt(reading, span.from) !== null) return false;
  const before = span.from - 1;
  if (doc.sameSentence(before, span.from) && doc.isOf(before, D['other-walk'])) return true;
  if (!doc.isMark(span.to, 44) || !doc.is(span.to + 1, C.determiner) || !/^an?$/.test(doc.fold(span.to + 1)))
    return false;
  // "a former actor", "a comedian who became president" are words about those in office, too.
  for (let k = span.to + 2; k < span.to + 6 && doc.sameSentence(k, before + 1); k++) {
    if (doc.flag(k, F.Mark) || doc.is(k, C['title-modifier']) || longest(reading, k, KIND.title)) return false;
    if (doc.isOf(k, D['other-walk'])) return !['who', 'turned'].includes(doc.fold(k + 1));
  }
  return false;
}

const folded = (doc: Doc, name: string): string => {
  let out = '';
  for (const part of name.split(/[\s-]+/)) {
    let word = '';
    for (let k = 0; k < part.length; k++) word += doc.dictionary.characters.foldOf(part.charCodeAt(k));
    if (word) out += (out ? ' ' : '') + word;
  }
  return out;
};

/** By what an article that has named this person in full calls him later, folded. */
export function shortNames({ person, words }: Draft, doc: Doc): Set<string> {
  const names = new Set<string>();
  for (const name of person ? [person.family, ...person.short] : []) {
    const text = folded(doc, name);
    names.add(text).add(text.replace(/^al /, ''));
  }
  if (words.length < 2) return names.add(words.join(' '));
  for (let k = 1; k < words.length; k++) names.add(words.slice(k).join(' '));
  for (let k = 2; k < words.length; k++) names.add(words.slice(0, k).join(' '));
  if ((words[0] ?? '').length > 1) names.add(words[0] ?? '');
  return names;
}

/** The one person of the dictionary whose full name these tokens are. */
export function namedBy(doc: Doc, tokens: number[]): PersonRecord | null {
  const { trie, people } = doc.dictionary;
  let node = 0;
  tokens.forEach((token, i) => {
    const key = doc.key(token);
    node = key < 0 ? 0 : i === 0 ? (trie.rootChild[key] ?? 0) : node && trie.step(node, key);
  });
  if (node === 0) return null;
  const found = new Set<number>();
  for (let s = trie.senseFrom(node); s < trie.senseTo(node); s++) {
    const sense = trie.senses[s] as number;
    if (senseKind(sense) === KIND.person && senseForm(sense) === FORM.name) found.add(senseRef(sense));
  }
  return found.size === 1 ? people.at([...found][0] as number) : null;
}
