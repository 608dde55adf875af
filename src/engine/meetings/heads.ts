// The words of a sentence that say that somebody met, received, phoned or wrote to somebody: verbs and nouns of the lexicon.
import { INFLECTION, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { EncounterRecord } from '../../dictionary/schema.ts';
import type { MeetingKind } from '../analysis.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Scene } from './groups.ts';

export type Frame = EncounterRecord['frame'];

/** A word or phrase of an encounter in the text. */
export interface Head {
  from: number;
  to: number;
  frame: Frame;
  kind: MeetingKind | null;
  noun: boolean;
  inflection: number;
  id: string;
}

export function headsOf(scene: Scene, sentence: number): Head[] {
  const { reading } = scene;
  const { doc } = reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const heads: Head[] = [];
  for (let i = from; i < to; i++) {
    const match = longest(reading, i, KIND.encounter);
    if (!match || reading.cover.at(i)) continue;
    // "call for a truce", "call on Israel" asks; it does not telephone.
    if (match.to - i === 1 && ['for', 'on'].includes(doc.fold(match.to)) && /^call/.test(doc.fold(i))) continue;
    const noun = isNoun(scene, match.from, match.to, match.senses);
    const senses = match.senses.filter((s) => (senseForm(s) === INFLECTION.noun) === noun);
    const sense = senses[0];
    if (sense === undefined) continue;
    const record = doc.dictionary.encounters.at(senseRef(sense));
    heads.push({
      from: i,
      to: match.to,
      frame: record.frame,
      kind: record.kind,
      noun,
      inflection: senseForm(sense),
      id: record.id,
    });
    i = match.to - 1;
  }
  return heads;
}

/** Whether "meeting", "call", "visit", "talks" is a noun here. */
function isNoun(scene: Scene, from: number, to: number, senses: number[]): boolean {
  const { reading, words } = scene;
  const { doc } = reading;
  const nouns = senses.filter((s) => senseForm(s) === INFLECTION.noun);
  if (nouns.length === 0) return false;
  if (nouns.length === senses.length) return true;
  const p = from - 1;
  if (!doc.sameSentence(p, from) && !senses.some((s) => senseForm(s) === INFLECTION.gerund)) return true;
  if (!doc.sameSentence(p, from))
    return doc.key(to) === words.between || doc.key(to) === words.with || doc.key(to) === words.of;
  if (
    doc.is(p, C.determiner) ||
    doc.flag(p, F.Possessive) ||
    doc.isOf(p, D['light-verb']) ||
    doc.key(p) === words.his ||
    doc.key(p) === words.her ||
    doc.key(p) === words.their
  )
    return true;
  const gerund = senses.some((s) => senseForm(s) === INFLECTION.gerund);
  if (doc.is(p, C.preposition) && doc.key(p) !== words.to)
    return !gerund || doc.key(to) === words.between || doc.key(to) === words.of;
  if (doc.key(p) === words.to || doc.is(p, C.auxiliary | C.pronoun)) return false;
  const owner = scene.linking.at(p);
  if (owner)
    return (
      owner.span.form === 'adjective' ||
      doc.flag(owner.span.from - 1, F.Joiner) ||
      doc.key(to) === words.with ||
      doc.key(to) === words.between
    );
  return !doc.is(p, C.conjunction);
}
