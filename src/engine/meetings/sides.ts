// Who is on either side of an encounter, and for whom: groups resolved over "he", "his", "their" and "the two".
import type { Role } from '../../dictionary/schema.ts';
import { isPartyBody, partyOf } from '../entities/profiles.ts';
import type { Draft } from '../entities/registry.ts';
import { C } from '../text/classes.ts';
import type { Encounter } from './encounters.ts';
import { type Group, groupsOf, type Scene } from './groups.ts';
import { isReported } from './past.ts';

export interface Side {
  people: Draft[];
  states: string[];
  /** A title without a name and a country: "the President". */
  office?: Role[];
}

/** The party that a person stands for: country code or organization id; null where neither text nor dictionary tells. */
export function partyIn(scene: Scene, person: Draft): string | null {
  const profile = scene.profiles.get(person);
  if (!profile) return person.country;
  return partyOf(profile, scene.reading.doc.article.published, (id) => {
    const draft = scene.linking.registry.drafts.get(id);
    return draft !== undefined && isPartyBody(draft);
  });
}

export function partiesOf(scene: Scene, { people, states }: Side): string[] {
  return unique([...states, ...people.map((p) => partyIn(scene, p)).filter((p): p is string => p !== null)]);
}

/** Whom the sentences before were about. */
export interface Before {
  /** For "he". */
  subject: Draft | null;
  /** For "they". */
  several: Draft[];
  /** Whether a meeting is spoken of that "the two" can be the sides of. */
  open: boolean;
}

/** Whom "his" and "he" mean: the sentence's own subject before them. */
export function mainSubject(scene: Scene, { sentence, left, right }: Encounter): Draft | null {
  const pronoun = left?.pronoun ? left : right?.pronoun ? right : null;
  if (!pronoun) return null;
  const own = groupsOf(scene, sentence).find(
    (g) =>
      g.to <= pronoun.from && !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1 && !g.pronoun,
  );
  if (own) return own.people[0] ?? null;
  if (scene.reading.doc.key(pronoun.from) === scene.words.i) return speakerIn(scene, sentence);
  // "Days before his meeting with B, A said".
  if (pronoun.possessive && pronoun.from - (scene.reading.doc.sentenceStart[sentence] as number) < 6) {
    const later = groupsOf(scene, sentence).find(
      (g) => g.from > pronoun.to && !g.aside && !g.possessive && g.preposition < 0 && g.people.length === 1,
    );
    if (later) return later.people[0] ?? null;
  }
  // "President B's office said she met A".
  const owner = groupsOf(scene, sentence).findLast(
    (g) => g.to <= pronoun.from && !g.aside && g.possessive && !g.pronoun && g.people.length === 1,
  );
  return owner?.people[0] ?? null;
}

/** Who says "I" in a sentence: "…," A told reporters. */
function speakerIn(scene: Scene, sentence: number): Draft | null {
  const { doc } = scene.reading;
  const speaker = groupsOf(scene, sentence).find(
    (g) => g.people.length === 1 && !g.possessive && (doc.is(g.to, C.say) || doc.is(g.from - 1, C.say)),
  );
  return speaker?.people[0] ?? null;
}

/** The two people whom the sentence of an encounter names before it. */
export function pairBefore(scene: Scene, { sentence, head }: Encounter): Draft[] {
  const named = groupsOf(scene, sentence).filter((g) => g.to <= head.from && !g.aside && !g.possessive);
  const people = unique(named.flatMap((g) => g.people));
  return people.length === 2 ? people : [];
}

export function isHosting(scene: Scene, { head, others }: Encounter): boolean {
  const { doc } = scene.reading;
  for (let k = others[0]?.to ?? head.from; k < head.from; k++) if (/^host/.test(doc.fold(k))) return true;
  return false;
}

/** The side or sides that are the sentence's subject before "their". */
export function sideBefore(scene: Scene, { sentence, left }: Encounter): string[] {
  const own = groupsOf(scene, sentence).find(
    (g) => g.to <= (left?.from ?? 0) && g.states.length > 0 && g.preposition < 0 && !g.possessive && !g.aside,
  );
  return own && (own.states.length > 1 || (own.states[0] ?? '').length > 2) ? own.states : [];
}

/** "C said that the visit of the Saudi speaker and his meeting with B": the country of an owner without a name. */
export function ownerBefore(scene: Scene, { sentence, left }: Encounter): string | null {
  const before = groupsOf(scene, sentence).filter((g) => g.to <= (left?.from ?? 0) && !g.aside);
  const owner = before.findLast((g) => g.unnamed?.country);
  const person = before.findLast((g) => g.people.length === 1);
  if (!owner?.unnamed?.country || !left?.possessive) return null;
  return !person || isReported(scene, owner.from, person.to) ? owner.unnamed.country : null;
}

export function sideOf(group: Group | null, subject: Draft | null): Side {
  if (!group) return { people: [], states: [] };
  const people = [...group.people];
  if (group.pronoun && subject) people.push(subject);
  const states = [...group.states];
  if (group.unnamed?.country && people.length === 0) states.push(group.unnamed.country);
  if (group.unnamed && !group.unnamed.country && people.length === 0)
    return { people, states, office: group.unnamed.roles };
  return { people, states };
}

/** The two countries that the sentence of an encounter names before it; none where it names more or fewer. */
export function statesBefore(scene: Scene, { head }: Encounter): string[] {
  const { doc } = scene.reading;
  const states = new Set<string>();
  for (let s = doc.sentence[head.from] as number; s >= 0 && states.size === 0; s--) {
    for (let k = doc.sentenceStart[s] as number; k < Math.min(head.from, doc.sentenceStart[s + 1] as number); k++) {
      const linked = scene.linking.at(k);
      if (linked?.draft.type === 'country') states.add(linked.draft.id);
    }
    if (doc.sentence[head.from] !== s) break;
  }
  return states.size === 2 ? [...states] : [];
}

export const unique = <T>(items: T[]): T[] => [...new Set(items)];
