// Ids of the small words that the grammar of encounters asks for one by one; classes of words are data (words.jsonl).

const SMALL_WORDS = [
  'and',
  'of',
  'with',
  'between',
  'among',
  'involving',
  'to',
  'by',
  'from',
  'the',
  'two',
  'three',
  'four',
  'five',
  'both',
  'in',
  'on',
  'at',
  'that',
  'who',
  'which',
  'he',
  'she',
  'him',
  'i',
  'they',
  'his',
  'her',
  'their',
  'as',
  'for',
  'representing',
  'today',
] as const;

export type Words = Record<(typeof SMALL_WORDS)[number], number>;

export function smallWords(id: (word: string) => number): Words {
  return Object.fromEntries(SMALL_WORDS.map((name) => [name, id(name)])) as Words;
}
