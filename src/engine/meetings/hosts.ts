// Who hosted a meeting where the text does not say so outright: those in whose country it was, those whom the other side
// visited or is posted to, and at last those of the dateline's country.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { Draft } from '../entities/registry.ts';
import { longest } from '../names/cover.ts';
import type { Scene } from './groups.ts';
import type { MeetingRecord } from './record.ts';
import { partyIn } from './sides.ts';

export function hostOf(scene: Scene, record: MeetingRecord): Draft | null {
  const { people } = record;
  const places = record.places().map(({ country }) => country);
  const visited = record.visits.flatMap((visit) => visit.sides[1].states);
  for (const country of [...places, ...visited]) {
    const host = country ? ofCountry(scene, people, country) : undefined;
    if (host) return host;
  }
  // "a visit to C, during which he will meet President B": B, of whose country nothing else is told.
  const [visit] = record.visits.filter((v) => v.sides[1].states.length > 0);
  const other = visit && people.find((p) => !visit.people.includes(p) && partyIn(scene, p) === null);
  if (other) return other;
  // A meeting told to be somewhere else has no host of the two.
  if (places.some((country) => country !== null) || record.parties.length > 2) return null;
  const guest = people.find((p) => isGuest(scene, p));
  if (guest) return people.find((p) => partyIn(scene, p) !== partyIn(scene, guest)) ?? null;
  const country = datelineCountry(scene);
  return (country ? ofCountry(scene, people, country) : null) ?? null;
}

function ofCountry(scene: Scene, people: Draft[], country: string): Draft | undefined {
  return people.find((p) => partyIn(scene, p) === country);
}

/** An ambassador, or "the visiting minister". */
function isGuest(scene: Scene, person: Draft): boolean {
  const profile = scene.profiles.get(person);
  return (profile?.roles.has('ambassador') ?? false) || /\b(visiting|ambassador)\b/i.test(profile?.title ?? '');
}

/** The country whose capital stands before the text: "SEOUL — ", "Beirut: ". */
function datelineCountry({ reading }: Scene): string | null {
  const { doc } = reading;
  const body = doc.article.blocks.findIndex((block) => block.kind !== 'title');
  const first = doc.blockStart[Math.max(body, 0)] ?? 0;
  const match = longest(reading, first, KIND.country);
  if (!match || !/^[\p{Lu}\p{L} ]{3,20}(,|:| [-–—(/])/u.test(doc.blockOf(first).text)) return null;
  const seat = match.senses.find((s) => senseForm(s) === FORM.metonym);
  return seat === undefined ? null : doc.dictionary.countries.at(senseRef(seat)).id;
}
