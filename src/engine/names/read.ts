// Reads all names of an article, in the order in which they are surest: what is never tagged, organizations, people of the
// dictionary, countries, people that only the grammar knows; then the short forms by which people are called later.
import { KIND, senseKind, senseRef } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import type { Tagger } from '../tagger/model.ts';
import { retag } from '../tagger/retag.ts';
import { matchTerms } from '../text/matcher.ts';
import { readBodies } from './bodies.ts';
import { readCountries } from './countries.ts';
import { type Context, Cover, type Reading } from './cover.ts';
import { readCredits } from './credits.ts';
import { readOrganizations } from './organizations.ts';
import { readOthers } from './others.ts';
import { type Run, readKnownPeople, readUnknownPeople } from './people.ts';

/** A second opinion on runs that the grammar leaves open: which of these texts are people's names. */
export type SecondOpinion = (sentences: { text: string; from: number; to: number }[]) => boolean[];

/** `tagger`: null for the grammar alone; without it, the dictionary's own. */
export function readNames(
  doc: Doc,
  opinion: SecondOpinion | null,
  tagger: Tagger | null | undefined = doc.dictionary.tagger,
): Reading {
  const matches = matchTerms(doc);
  const reading: Reading = { doc, matches, cover: new Cover(doc.sentence), context: contextOf(doc, matches) };
  readCredits(reading);
  readOrganizations(reading);
  readBodies(reading);
  readKnownPeople(reading);
  readOthers(reading);
  readCountries(reading);
  const open = readUnknownPeople(reading);
  if (opinion && open.length > 0) askOpinion(reading, open, opinion);
  if (tagger) retag(reading, tagger);
  return reading;
}

function askOpinion(reading: Reading, open: Run[], opinion: SecondOpinion): void {
  const { doc, cover } = reading;
  const asked = open.map((run) => {
    const sentence = doc.sentence[run.from] as number;
    const first = doc.sentenceStart[sentence] as number;
    const last = (doc.sentenceStart[sentence + 1] as number) - 1;
    const base = doc.tokens.start[first] as number;
    return {
      text: doc.text(first, last + 1),
      from: (doc.tokens.start[run.from] as number) - base,
      to: (doc.tokens.end[run.to - 1] as number) - base,
    };
  });
  opinion(asked).forEach((person, i) => {
    const run = open[i] as Run;
    if (person)
      cover.claim({ from: run.from, to: run.to, type: 'person', form: 'name', senses: [], source: 'opinion' });
  });
}

/** What stands in the article, for names that need a context: country codes and folded words or phrases. */
function contextOf(doc: Doc, matches: Reading['matches']): Context {
  const codes = new Set<string>();
  for (const list of matches)
    for (const match of list ?? [])
      for (const sense of match.senses)
        if (senseKind(sense) === KIND.country) codes.add(doc.dictionary.countries.at(senseRef(sense)).id);
  let words: string | null = null;
  /** Whole words as the tokenizer folds them: "Dominica" is not in "Dominican", "Déby" is "Deby". */
  const folded = (text: string): string =>
    text
      .split(/[\s\-–]+/)
      .map((word) => Array.from(word, (c) => doc.dictionary.characters.foldOf(c.charCodeAt(0))).join(''))
      .join(' ');
  const answers = new Map<string, boolean>();
  return {
    has(need) {
      const known = answers.get(need);
      if (known !== undefined) return known;
      words ??= ` ${doc.foldRange(0, doc.count)} `;
      const answer = /^([A-Z]{2}|x-[a-z-]+)$/.test(need)
        ? codes.has(need)
        : ['', 's'].some((plural) => words?.includes(` ${folded(need)}${plural} `));
      answers.set(need, answer);
      return answer;
    },
  };
}
