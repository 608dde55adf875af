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
const PEERS: Role[] = ['head-of-state', 'head-of-government', 'foreign-minister', 'royal'];

const POSTED: Role[] = ['ambassador', 'foreign-minister'];
const MINISTERS: Role[] = ['minister', 'defence-minister', 'finance-minister', 'trade-minister', 'interior-minister'];

/** Ministers too; but where they are called secretaries, they meet their own president's guests. */
function facesAbroad(scene: Scene, person: Draft): boolean {
  if (isStateOffice(scene, person, ABROAD)) return true;
  const profile = scene.profiles.get(person);
  return isStateOffice(scene, person, MINISTERS) && !/secretar/i.test(profile?.title ?? '');
}

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
    const met = (side: Side, other: Side): boolean => {
      if (partiesOf(scene, other).length === 0) return false;
      const posted = other.people.some((p) => isStateOffice(scene, p, POSTED));
      const stranger = side.people.some(
        (p) => partyIn(scene, p) === null && (facesAbroad(scene, p) || (posted && isStateOffice(scene, p))),
      );
      // "The President spoke with Prime Minister B": leaders speak with leaders.
      const leader = side.office?.some((role) => LEADERS.includes(role)) ?? false;
      return stranger || (leader && other.people.some((p) => isStateOffice(scene, p, PEERS)));
    };
    return met(left, right) || met(right, left);
  });
}
