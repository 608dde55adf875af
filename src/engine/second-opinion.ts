// compromise as a second opinion: whether a run of capitals that dictionary and grammar leave open names a person.
// It is slow and heavy to start (its lexicon is unpacked on import), so it is loaded when first asked. Its tagger
// (`compromise/two`) is enough: the third part, with its phrases, would double the weight for the same answers.
import nlp from 'compromise/two';
import type { SecondOpinion } from './names/read.ts';

export function secondOpinion(): SecondOpinion {
  return (asked) =>
    asked.map(({ text, from, to }) => {
      const people = nlp(text).match('(#Person|#FirstName|#LastName)+ #ProperNoun?').json({ offset: true }) as {
        offset?: { start: number; length: number };
      }[];
      return people.some(({ offset }) => offset && offset.start <= from + 1 && offset.start + offset.length >= to - 1);
    });
}
