// Whether an encounter took place: held, planned, cancelled, denied — or only proposed, demanded, refused, which is none.

import { INFLECTION, KIND } from '../../dictionary/format.ts';
import type { MeetingKind, MeetingStatus } from '../analysis.ts';
import { longest } from '../names/cover.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Encounter } from './encounters.ts';
import type { Scene } from './groups.ts';

/** Tokens before and behind an encounter in which its status is told; far behind it only behind "is" and "been". */
const COMMA = 44;
const WINDOW = 9;
const FAR = 30;

/** Null for an encounter that the sentence only wishes for, asks for or imagines. */
export function statusOf(scene: Scene, encounter: Encounter): MeetingStatus | null {
  const { reading, words } = scene;
  const { doc } = reading;
  const { head } = encounter;
  const start = doc.sentenceStart[encounter.sentence] as number;
  const end = doc.sentenceStart[encounter.sentence + 1] as number;
  let planned = false;
  let wished = false;
  let negated = false;
  let denied = false;
  // The words before the head in its clause; "during a meeting" is a fact, whatever stands before "during".
  const settled = head.noun ? settledBy(scene, head.from, start) : -1;
  // Once its verb is finite, what stands before "and", "who" or a comma governs another verb.
  let finite = !head.noun && (head.inflection === INFLECTION.past || head.inflection === INFLECTION.third);
  for (let k = head.from - 1; k >= Math.max(start, head.from - WINDOW); k--) {
    if (k === settled) {
      planned = willBe(scene, k, start);
      break;
    }
    if (scene.linking.at(k)) continue;
    if (doc.isMark(k, 59) || (doc.isMark(k, 44) && (finite || (head.from - k > 3 && doc.is(k + 1, C.conjunction)))))
      break;
    if (doc.isOf(k, D['cancelled-cue']) || isCalledOff(scene, k)) return 'cancelled';
    if (doc.isOf(k, D['denied-cue'])) denied = true;
    if (doc.isOf(k, D['planned-cue']) || (doc.key(k) === words.to && doc.isOf(k + 1, D.be))) planned = true;
    // "said he would meet B" is a plan in reported speech.
    if (doc.fold(k) === 'would' && saysBefore(scene, k, start)) planned = true;
    else if (doc.isOf(k, D['wish-cue'])) wished = true;
    if (doc.isOf(k, D['wish-cue']) && doc.is(k, C.conjunction)) return null;
    // "before any talks": nobody knows of one.
    if (head.noun && doc.fold(k) === 'any') return null;
    if (doc.isOf(k, D.negation)) negated = true;
    if (doc.isOf(k, D['light-verb']) && !head.noun && k < head.from - 2) break;
    if (finite && doc.is(k, C.conjunction)) break;
    finite ||= doc.is(k, C.auxiliary) && !doc.isOf(k - 1, D.be);
  }
  // And behind it: "talks have been postponed", "a meeting is planned", "the summit scheduled for May".
  for (let k = head.to; k < Math.min(end, head.to + FAR); k++) {
    const near = k < head.to + WINDOW + 3 || doc.isOf(k - 1, D.be);
    if (doc.isMark(k, 44) && doc.key(k + 1) === words.which) continue;
    if (doc.isMark(k, 59) || doc.isMark(k, 44) || doc.key(k) === words.that) break;
    if (scene.linking.at(k)) continue;
    if (!near && !(isCalledOff(scene, k) && doc.isOf(k - 2, D.be))) continue;
    if ((doc.isOf(k, D['cancelled-cue']) || isCalledOff(scene, k)) && head.noun) return 'cancelled';
    if (head.noun && doc.isOf(k, D['planned-cue'])) planned = true;
    if (
      head.noun &&
      doc.isOf(k, D['wish-cue']) &&
      (doc.is(k, C.auxiliary) ? takesPlace(scene, k) : doc.isOf(k - 1, D.be))
    )
      wished = true;
    if (doc.is(k, C.say)) break;
  }
  if (head.noun && settled < 0 && isBefore(scene, head.from, start)) planned = true;
  if (head.noun && isPurpose(scene, head.from, start)) planned = true;
  const infinitive = head.noun ? lightInfinitive(scene, head.from, start) : -1;
  if (infinitive >= 0) planned ||= infinitiveIsPlan(scene, infinitive, start);
  if (doc.key(head.from - 1) === words.to && !head.noun) planned ||= infinitiveIsPlan(scene, head.from, start);
  if (denied && (negated || head.noun || wished)) return 'denied';
  if (negated) return planned ? 'denied' : null;
  if (wished) return null;
  if (planned) return 'planned';
  if (
    !head.noun &&
    head.inflection === INFLECTION.base &&
    !plural(scene, encounter) &&
    doc.key(head.from - 1) !== words.to &&
    !doc.is(head.from - 1, C.auxiliary)
  )
    return null;
  // "when A meets B on Friday".
  const opener = encounter.left ? doc.fold(encounter.left.from - 1) : '';
  if (!head.noun && head.inflection !== INFLECTION.past && /^(when|before|until|once)$/.test(opener)) return 'planned';
  return 'held';
}

/** The preposition that takes an encounter as a fact: "during", "at", "in", "following" before the noun and its adjectives; -1 for none. */
function settledBy(scene: Scene, at: number, start: number): number {
  const { doc } = scene.reading;
  for (let k = at - 1; k >= Math.max(start, at - 6); k--) {
    if (doc.isOf(k, D.fronting)) return ['ahead', 'before', 'prior'].includes(doc.fold(k)) ? -1 : k;
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive)) return -1;
    if (doc.is(k, C.auxiliary | C.preposition | C.conjunction)) return -1;
  }
  return -1;
}

/** "will touch upon it at his meeting with B": the clause of a settled encounter is a plan itself. */
function willBe(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  for (let k = at - 1; k >= start; k--) {
    if (doc.is(k, C.say) || doc.flag(k, F.Mark)) return false;
    if (doc.isOf(k, D['planned-cue']) && doc.is(k, C.auxiliary)) return true;
  }
  return false;
}

/** Whether an encounter told as held is told by a verb in the past, and not only named. */
export function isCertain(scene: Scene, { head }: Encounter): boolean {
  const { doc } = scene.reading;
  if (!head.noun) return head.inflection === INFLECTION.past;
  for (let k = head.from - 1; k >= head.from - 6 && doc.sameSentence(k, head.from); k--) {
    if (doc.isOf(k, D['light-verb'])) return /(d|began|made|took|led|sent)$/.test(doc.fold(k));
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive)) break;
  }
  // "talks between A and B took place".
  for (let k = head.to; k < head.to + 20 && doc.sameSentence(k, head.from); k++) {
    if (doc.isMark(k, 44) || doc.isMark(k, 59) || doc.is(k, C.say)) return false;
    if (doc.isOf(k, D['light-verb'])) return /(d|began|took)$/.test(doc.fold(k));
  }
  return false;
}

/** "A and B meet": a base form is a finite verb behind several subjects, and in headlines. */
function plural(scene: Scene, { left, head }: Encounter): boolean {
  const { doc } = scene.reading;
  return (
    left !== null &&
    (left.people.length + left.states.length > 1 ||
      left.both ||
      andBetween(scene, left.to, head.from) ||
      doc.blockOf(head.from).kind === 'title')
  );
}

/** "called off", "put off". */
function isCalledOff(scene: Scene, k: number): boolean {
  const { doc } = scene.reading;
  return doc.fold(k) === 'off' && /^(call(s|ed|ing)?|put(s|ting)?)$/.test(doc.fold(k - 1));
}

/** "Days before his meeting with B, A said": still to come. */
function isBefore(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  // Behind a comma another clause tells: "Before he left, A called on B".
  for (let k = start; k < at; k++) if (doc.isMark(k, COMMA)) return false;
  for (let k = start; k < Math.min(at, start + 4); k++) if (/^(before|prior)$/.test(doc.fold(k))) return true;
  return false;
}

/** "arrived in Beijing for talks with B", "left for a meeting": on the way to it. */
function isPurpose(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  let k = at - 1;
  while (k > start && k > at - 6 && !doc.is(k, C.preposition | C.auxiliary | C.conjunction) && !doc.flag(k, F.Mark))
    k--;
  if (doc.key(k) !== scene.words.for) return false;
  for (let p = k - 1; p >= start; p--) if (doc.isOf(p, D['on-the-way'])) return true;
  return false;
}

/** "could take place", "may be held"; but talks that "could lead to a deal" are held. */
function takesPlace(scene: Scene, modal: number): boolean {
  const { doc } = scene.reading;
  for (let k = modal + 1; k < modal + 5; k++)
    if (/^(held|place|happen|occur|begin|start|resume|follow)$/.test(doc.fold(k))) return true;
  return false;
}

function saysBefore(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  for (let k = at - 1; k >= start; k--) if (doc.is(k, C.say)) return true;
  return false;
}

/** "A and several other leaders meet". */
function andBetween(scene: Scene, from: number, to: number): boolean {
  const { doc } = scene.reading;
  return doc.key(from) === scene.words.and && to - from < 8;
}

/** The verb of "to hold talks", "to pay a visit"; -1 for none. */
function lightInfinitive(scene: Scene, at: number, start: number): number {
  const { doc } = scene.reading;
  for (let k = at - 1; k > Math.max(start, at - 8); k--) {
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Joiner | F.Possessive)) return -1;
    if (doc.isOf(k, D['light-verb'])) return doc.key(k - 1) === scene.words.to ? k : -1;
  }
  return -1;
}

/** "Putin to meet Xi" is a plan, "travelled to Beijing to meet Xi" is not only one. */
function infinitiveIsPlan(scene: Scene, at: number, start: number): boolean {
  const { doc } = scene.reading;
  for (let k = at - 2; k >= Math.max(start, at - FAR); k--) {
    if (doc.isOf(k, D.commissive)) return true;
    if (doc.flag(k, F.Word) && /(ed|came|went|flew|left|led)$/.test(doc.fold(k))) return false;
    if (doc.isOf(k, D['light-verb']) && !doc.is(k, C.auxiliary)) return false;
    if (longest(scene.reading, k, KIND.encounter)) return false;
  }
  return true;
}

/** How they met: what the head says, unless the sentence tells of a telephone or a screen. */
export function kindOf(scene: Scene, encounter: Encounter): MeetingKind | null {
  const { doc } = scene.reading;
  const start = doc.sentenceStart[encounter.sentence] as number;
  const end = doc.sentenceStart[encounter.sentence + 1] as number;
  const { head } = encounter;
  if (head.kind === 'video' || head.kind === 'letter') return head.kind;
  for (let k = Math.max(start, head.from - 10); k < Math.min(end, head.to + 16); k++) {
    if (scene.linking.at(k)) continue;
    if (doc.isOf(k, D['video-cue']) && k < head.to + 8) return 'video';
    if (
      doc.isOf(k, D['phone-cue']) &&
      doc.key(k) !== doc.key(head.from) &&
      (head.kind === null || head.frame === 'mutual') &&
      doc.fold(k) !== 'call'
    )
      return 'call';
  }
  return head.kind;
}
