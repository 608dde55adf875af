// From an analysis to what the popup shows: who sits on which side, and which office is told with which date.
// Pure: no DOM, no browser.
import type { Analysis, Block, Entity, Meeting, Participant } from '../engine/analysis.ts';
import { partyName } from '../export.ts';
import { daysBetween } from './dates.ts';

export interface Party {
  /** Country code or organization id. */
  id: string;
  name: string;
  /** The party as the article mentions it, if it does: only then can one jump to it. */
  entity: Entity | null;
  isHost: boolean;
}

export interface Seat {
  entity: Entity;
  title: string | null;
  /** ISO 8601; told when the office comes from the dictionary and was last checked long before the article. */
  asOf: string | null;
  isHost: boolean;
}

/** One party's side of the table. `party` is null for participants that the article gives no party. */
export interface Side {
  party: Party | null;
  seats: Seat[];
}

const YEAR = 365;
/** Days by which an article may be newer than the dictionary before the reader is told. */
const STALE_AFTER = 183;

/** The sides of a meeting, the host's first, then as the meeting lists its parties. */
export function sidesOf(meeting: Meeting, analysis: Analysis, blocks: Block[]): Side[] {
  const ids = new Set<string | null>(meeting.parties);
  for (const participant of meeting.participants) ids.add(participant.party);
  const sides = [...ids].map((id) => {
    const seats = meeting.participants.filter((participant) => participant.party === id);
    return {
      party: id === null ? null : partyOf(id, meeting, analysis),
      seats: seats.flatMap((participant) => seatOf(participant, meeting, analysis, blocks) ?? []),
    };
  });
  const isHost = (side: Side) => side.party?.isHost || side.seats.some((seat) => seat.isHost);
  return [...sides.filter(isHost), ...sides.filter((side) => !isHost(side))];
}

/** Whether the sides fit face to face: two of them, neither crowded. Others are listed one below the other. */
export const sitFaceToFace = (sides: Side[]): boolean =>
  sides.length === 2 && sides.every((side) => side.seats.length <= 3);

function partyOf(id: string, meeting: Meeting, analysis: Analysis): Party {
  const entity = entityOf(id, analysis);
  return { id, name: partyName(id, analysis), entity, isHost: meeting.host === id };
}

function seatOf(participant: Participant, meeting: Meeting, analysis: Analysis, blocks: Block[]): Seat | null {
  const entity = entityOf(participant.entity, analysis);
  if (!entity) return null;
  const title = participant.title ?? entity.office?.title ?? null;
  return { entity, title, asOf: asOfTold(entity, title, analysis, blocks), isHost: meeting.host === entity.id };
}

/** The office's date, unless the article itself gives the title or the dictionary's word for it is recent enough. */
export function asOfTold({ office }: Entity, title: string | null, analysis: Analysis, blocks: Block[]): string | null {
  const { published } = analysis.article;
  if (!title || !office || !published || !sameWords(title, office.title)) return null;
  if (blocks.some((block) => fold(block.text).includes(fold(title)))) return null;
  const age = daysBetween(office.asOf, published);
  return age !== null && age > YEAR ? office.asOf : null;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
const sameWords = (a: string, b: string): boolean => fold(a) === fold(b);

/**
 * The organization that a person's office is of, by its name in the article: without it a director general stands beside
 * a flag as if serving that country. Null for offices of countries, and where the title names the organization itself.
 */
export function bodyOf({ office }: Entity, analysis: Analysis): string | null {
  const body = office && analysis.entities.find(({ id, type }) => id === office.of && type === 'organization');
  return body && !fold(office.title).includes(fold(body.name)) ? body.name : null;
}

export const entityOf = (id: string, analysis: Analysis): Entity | null =>
  analysis.entities.find((e) => e.id === id) ?? null;

/** The outlet, or the host of the article's address. */
export function sourceOf(analysis: Analysis): string | null {
  const { source, url } = analysis.article;
  if (source) return source;
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** Whether the dictionary is so much older than the article, or than `today` for one without a date, that it matters. */
export function isDictionaryStale(analysis: Analysis, today: string): boolean {
  const age = daysBetween(analysis.dictionary.asOf, analysis.article.published ?? today);
  return age !== null && age > STALE_AFTER;
}

/**
 * Whose flag stands beside a person. What the article says of a participant goes before what the engine gathered about
 * somebody whom the dictionary does not know.
 */
export function countryOf(person: Entity, analysis: Analysis): string | null {
  if (person.known && person.country) return person.country;
  const seats = analysis.meetings.flatMap((meeting) => meeting.participants);
  return seats.find((seat) => seat.entity === person.id)?.party ?? person.country;
}

/** Address of the flag for a country code or an organization that has one; null where there is none. */
export function flagOf(id: string | null): string | null {
  if (id === 'european-union' || id === 'eu') return 'flags.svg#EU';
  return id !== null && /^[A-Z]{2}$/.test(id) ? `flags.svg#${id}` : null;
}
