// Who else was in the room: "accompanied by", "also attended by", "led the Thai delegation", "in the presence of",
// "for his part" — people whom a sentence adds to the meeting spoken of before it.

import type { Draft } from '../entities/registry.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { groupsOf, type Scene } from './groups.ts';

const COMMA = 44;
const SEMICOLON = 59;

export interface Attendance {
  people: Draft[];
  /** Country of the delegation that they are said to belong to. */
  side: string | null;
}

export function attendanceIn(scene: Scene, sentence: number): Attendance[] {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const found: Attendance[] = [];
  for (let i = from; i < to; i++) {
    // "invited him to attend": nobody is there yet.
    if (!doc.isOf(i, D.joining) || (doc.key(i - 1) === scene.words.to && !doc.isOf(i - 2, D['planned-cue']))) continue;
    const leads = doc.isOf(i, D.leading);
    const of = doc.key(i + 1) === scene.words.of && /^(presence|participation)$/.test(doc.fold(i));
    const at = byBehind(scene, i);
    const by = at > 0;
    let people: Draft[] = [];
    const list = listBehind(scene, i, to);
    if (list > 0) people = peopleBehind(scene, list, to);
    else if (of && !leads) people = peopleBehind(scene, i + 2, to);
    else if (by && (!leads || eventBefore(scene, i, from) || eventBehind(scene, at, to)))
      people = peopleBehind(scene, at, to);
    else if (
      doc.fold(i) === 'attendance' ||
      (doc.fold(i) === 'present' && doc.isOf(i - 1, D.be)) ||
      (!by && !of && eventBehind(scene, i + 1, i + 7))
    )
      people = peopleBefore(scene, i, from);
    // "A, B and C attended, together with D.": the meeting is the one spoken of.
    else if (standsAlone(scene, i, to)) people = [...peopleBefore(scene, i, from), ...peopleBehind(scene, i + 1, to)];
    if (people.length > 0) found.push({ people, side: sideNear(scene, i, from, to) });
  }
  const turn = inTurn(scene, sentence);
  if (turn) found.push({ people: [turn], side: null });
  return found;
}

/** "attended" without an object, before a mark or "together with", "as well". */
function standsAlone(scene: Scene, i: number, to: number): boolean {
  const { doc } = scene.reading;
  if (doc.fold(i) !== 'attended' || doc.isOf(i - 1, D.be)) return false;
  const at = doc.isMark(i + 1, COMMA) ? i + 2 : i + 1;
  return (
    at >= to - 1 || /^(together|along|alongside|too|also)$/.test(doc.fold(at)) || (at === i + 1 && doc.flag(at, F.Mark))
  );
}

/** Behind the verb of "among those present were", "participants included", "also attending was"; 0 for none. */
function listBehind(scene: Scene, i: number, to: number): number {
  const { doc } = scene.reading;
  if (!doc.isOf(i, D['present-cue'])) return 0;
  for (let k = i + 1; k < Math.min(to, i + 6); k++) {
    if (scene.linking.at(k)?.draft.type === 'person') return 0;
    if (doc.isOf(k, D.be) || /^includ(ed|es?)$/.test(doc.fold(k))) return k + 1;
    if (doc.isMark(k, COMMA) || doc.is(k, C.say)) return 0;
  }
  return 0;
}

/** Behind "by" in "accompanied by", "accompanied on the trip by"; 0 for none. */
function byBehind(scene: Scene, i: number): number {
  const { doc } = scene.reading;
  for (let k = i + 1; k < i + 6 && doc.sameSentence(k, i); k++) {
    if (doc.key(k) === scene.words.by) return k + 1;
    if (doc.is(k, C.auxiliary | C.conjunction | C.say) || doc.isMark(k, COMMA)) return 0;
  }
  return 0;
}

/** People named from `from` on, until another statement begins. */
function peopleBehind(scene: Scene, from: number, to: number): Draft[] {
  const { doc } = scene.reading;
  const found: Draft[] = [];
  for (let i = from; i < to; i++) {
    if (doc.is(i, C.say) && !doc.flag(i, F.Capital)) break;
    if (doc.key(i) === scene.words.who || doc.key(i) === scene.words.which || doc.key(i) === scene.words.that) break;
    if (doc.isOf(i, D.joining) && i > from) break;
    const linked = scene.linking.at(i);
    if (linked?.draft.type !== 'person') continue;
    // "on behalf of X", "X's proposal" tell of somebody who is not there.
    const sent = doc.isOf(linked.span.from - 2, D.sender) || doc.isOf(linked.span.from - 3, D.sender);
    if (!sent && !doc.flag(linked.span.to, F.Possessive) && !found.includes(linked.draft)) found.push(linked.draft);
    i = linked.span.to - 1;
  }
  return found;
}

/** The subject that ends before `i`: names joined by "and" and commas, with their titles. */
function peopleBefore(scene: Scene, i: number, from: number): Draft[] {
  const { doc } = scene.reading;
  const found: Draft[] = [];
  for (let k = i - 1; k >= from; k--) {
    const linked = scene.linking.at(k);
    if (linked?.draft.type === 'person' && !doc.flag(linked.span.to, F.Possessive) && !found.includes(linked.draft))
      found.push(linked.draft);
    if (doc.fold(k) === 'while' || doc.isMark(k, SEMICOLON) || doc.key(k) === scene.words.that) break;
    if (doc.is(k, C.say) && !doc.flag(k, F.Capital)) break;
  }
  return found;
}

/** A meeting, delegation or side within the clause before `i`. */
function eventBefore(scene: Scene, i: number, from: number): boolean {
  const { doc } = scene.reading;
  for (let k = i - 1; k >= Math.max(from, i - 9); k--) {
    if (doc.isOf(k, D['event-noun'] | D['delegation-noun'])) return true;
    if (doc.isMark(k, SEMICOLON)) return false;
  }
  return false;
}

function eventBehind(scene: Scene, i: number, to: number): boolean {
  const { doc } = scene.reading;
  for (let k = i; k < to; k++) {
    if (!doc.sameSentence(k, i)) return false;
    if (doc.isOf(k, D['event-noun']) || (doc.isOf(k, D['delegation-noun']) && doc.key(k + 1) !== scene.words.to))
      return true;
  }
  return false;
}

/** The country named right before "delegation", "side" or "team". */
function sideNear(scene: Scene, i: number, from: number, to: number): string | null {
  const { doc } = scene.reading;
  for (let k = Math.max(from, i - 9); k < Math.min(to, i + 10); k++) {
    if (!/^(delegation|side|team)$/.test(doc.fold(k))) continue;
    for (let p = k - 1; p >= Math.max(from, k - 3); p--) {
      const linked = scene.linking.at(p);
      if (linked?.draft.type === 'country') return linked.draft.id;
    }
  }
  return null;
}

/** "For his part, B said": B answers somebody who sits opposite. */
function inTurn(scene: Scene, sentence: number): Draft | null {
  const { doc } = scene.reading;
  const { words } = scene;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  for (let i = from; i < Math.min(to, from + 30); i++) {
    const own = doc.key(i + 1) === words.his || doc.key(i + 1) === words.her;
    const turn =
      (doc.key(i) === words.for && own && doc.fold(i + 2) === 'part') ||
      (doc.key(i) === words.in && (doc.fold(i + 1) === 'turn' || (own && doc.fold(i + 2) === 'turn')));
    if (!turn) continue;
    const speaker = groupsOf(scene, sentence).find((g) => g.people.length === 1 && !g.possessive && !g.pronoun);
    return speaker?.people[0] ?? null;
  }
  return null;
}
