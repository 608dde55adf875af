// Whose office speaks for a state, though the article does not say for which: "Foreign Minister X".
import type { Role } from '../../dictionary/schema.ts';
import type { Draft } from '../entities/registry.ts';
import type { Scene } from './groups.ts';
import { partiesOf, partyIn, type Side } from './sides.ts';
import type { Telling } from './tellings.ts';

const STATE_OFFICES: Role[] = [
  'head-of-state',
  'head-of-government',
  'deputy-head-of-government',
  'vice-president',
  'foreign-minister',
  'deputy-foreign-minister',
  'defence-minister',
  'minister',
  'national-security-adviser',
  'security-council-secretary',
  'special-envoy',
  'ambassador',
  'royal',
  'speaker',
];

/** Offices whose holders meet foreigners above all. */
const ABROAD: Role[] = [
  'head-of-state',
  'head-of-government',
  'vice-president',
  'foreign-minister',
  'deputy-foreign-minister',
  'special-envoy',
  'ambassador',
  'royal',
  'speaker',
];
const LEADERS: Role[] = ['head-of-state', 'head-of-government', 'vice-president'];

export function isStateOffice(scene: Scene, person: Draft, offices = STATE_OFFICES): boolean {
  const profile = scene.profiles.get(person);
  if (profile?.business) return false;
  const roles = profile?.roles;
  return offices.some((role) => roles?.has(role));
}

/** A side whose country the article does not tell, but whose office speaks for one, met another's. */
export function facesStranger(scene: Scene, tellings: Telling[], parties: string[]): boolean {
  if (parties.length === 0) return false;
  return tellings.some(({ sides: [left, right] }) => {
    const speaks = (side: Side): boolean =>
      side.people.some((p) => partyIn(scene, p) === null && isStateOffice(scene, p, ABROAD)) ||
      (side.office?.some((role) => LEADERS.includes(role)) ?? false);
    return (speaks(left) && partiesOf(scene, right).length > 0) || (speaks(right) && partiesOf(scene, left).length > 0);
  });
}
