// Who else was in the room: "accompanied by", "also attended by", "led the Thai delegation", "in the presence of".

import type { Draft } from '../entities/registry.ts';
import { C, D } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Scene } from './groups.ts';

/** People whom a sentence adds to the meeting spoken of before it. */
export function attendantsOf(scene: Scene, sentence: number): Draft[] {
  const { doc } = scene.reading;
  const from = doc.sentenceStart[sentence] as number;
  const to = doc.sentenceStart[sentence + 1] as number;
  const found: Draft[] = [];
  for (let i = from; i < to; i++) {
    if (!doc.isOf(i, D.joining)) continue;
    const word = doc.fold(i);
    if (['accompanied', 'attended', 'joined', 'flanked'].includes(word)) {
      if (doc.key(i + 1) === scene.words.by) collect(scene, i + 2, to, found);
      // "The meeting was also attended by …" has its people behind; "A and B attended the meeting" before.
      else if (word === 'attended' && meetingBehind(scene, i + 1)) collect(scene, from, i, found);
    } else if (word === 'presence' && doc.key(i + 1) === scene.words.of) collect(scene, i + 2, to, found);
    else if (word === 'participation' && doc.key(i + 1) === scene.words.of) collect(scene, i + 2, to, found);
  }
  for (let i = from + 1; i < to; i++) {
    // "Present were A and B"; "A led the Thai delegation".
    if (doc.key(i) !== scene.words.led && doc.key(i) !== scene.words.headed) continue;
    if (delegationBehind(scene, i + 1)) collectBack(scene, i, from, found);
  }
  return found;
}

/** People named from `from` on, until another statement begins. */
function collect(scene: Scene, from: number, to: number, found: Draft[]): void {
  const { doc } = scene.reading;
  for (let i = from; i < to; i++) {
    if (doc.is(i, C.say) && !doc.flag(i, F.Capital)) return;
    if (doc.key(i) === scene.words.who || doc.key(i) === scene.words.which || doc.key(i) === scene.words.that) return;
    const linked = scene.linking.at(i);
    if (linked?.draft.type === 'person' && !doc.flag(linked.span.to, F.Possessive) && !found.includes(linked.draft))
      found.push(linked.draft);
  }
}

/** The subject group that ends before `i`: names joined by "and" and commas, with their titles. */
function collectBack(scene: Scene, i: number, from: number, found: Draft[]): void {
  const { doc } = scene.reading;
  for (let k = i - 1; k >= from; k--) {
    const linked = scene.linking.at(k);
    if (linked?.draft.type === 'person' && !found.includes(linked.draft)) found.push(linked.draft);
    if (doc.fold(k) === 'while' || doc.isMark(k, 59)) return;
  }
}

function meetingBehind(scene: Scene, i: number): boolean {
  const { doc } = scene.reading;
  for (let k = i; k < i + 5; k++)
    if (['meeting', 'talks', 'negotiations', 'session', 'discussions', 'consultations'].includes(doc.fold(k)))
      return true;
  return false;
}

function delegationBehind(scene: Scene, i: number): boolean {
  const { doc } = scene.reading;
  for (let k = i; k < i + 5; k++) if (['delegation', 'side', 'team'].includes(doc.fold(k))) return true;
  return false;
}
