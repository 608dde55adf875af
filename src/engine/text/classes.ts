// The word classes that the grammar asks for by name. Their words are data (words.jsonl, names.jsonl); here are only the
// bits under which the compiled dictionary keeps them. A new class goes to the end: compiled files hold the positions.

export const WORD_CLASSES = [
  'determiner',
  'preposition',
  'place-preposition',
  'conjunction',
  'pronoun',
  'auxiliary',
  'say',
  'act',
  'honorific',
  'title-modifier',
  'title-word',
  'org-head',
  'org-head-weak',
  'company-suffix',
  'event-head',
  'place-head',
  'media-head',
  'particle',
  'month',
  'weekday',
  'direction',
  'abbreviation',
  'org-head-apart',
  'government-noun',
  'mission-head',
  'language-cue',
  'generational',
  'common',
  'given-name',
  'family-name',
  'given-and-word',
  'treaty-head',
] as const;

export type WordClassName = (typeof WORD_CLASSES)[number];

/** The bit of each class in `Dictionary.classesOf`. */
export const C = Object.fromEntries(WORD_CLASSES.map((name, i) => [name, 2 ** i | 0])) as Record<WordClassName, number>;
