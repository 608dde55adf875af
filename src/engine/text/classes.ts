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

/** The second word of bits: what tells an encounter's status, its means and who joins it. */
export const WORD_CLASSES_2 = [
  'be',
  'have',
  'negation',
  'planned-cue',
  'wish-cue',
  'cancelled-cue',
  'denied-cue',
  'light-verb',
  'phone-cue',
  'video-cue',
  'fronting',
  'joining',
  'sender',
  'government-preposition',
  'clause-opener',
  'backing',
  'sent-to-government',
  'come-from-government',
  'part-of-place',
  'place-verb',
  'between-subject-and-verb',
  'delegation-noun',
  'sides-noun',
  'leading',
  'event-noun',
  'recurrence-cue',
  'on-the-way',
  'commissive',
  'present-cue',
  'brokering',
  'other-walk',
] as const;

export type WordClassName = (typeof WORD_CLASSES)[number];
export type WordClassName2 = (typeof WORD_CLASSES_2)[number];

const bitsOf = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((name, i) => [name, (2 ** i) | 0])) as Record<T, number>;

/** The bit of each class in `Dictionary.classesOf`. */
export const C = bitsOf(WORD_CLASSES);
/** The bit of each class in `Dictionary.classes2Of`. */
export const D = bitsOf(WORD_CLASSES_2);
