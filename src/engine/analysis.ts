// The words that every room of Attaché speaks: what an article is, and what the engine says about it.
// Offsets are UTF-16 code units in the text of the block they name; dates are ISO 8601 (YYYY-MM-DD, YYYY-MM or YYYY).

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'list' | 'caption' | 'quote';

/** A stretch of the article that is read as one text: a headline, a paragraph, an item of a list. */
export interface Block {
  id: number;
  kind: BlockKind;
  text: string;
}

export interface Article {
  url: string | null;
  title: string;
  /** The outlet, as the page names it. */
  source: string | null;
  /** BCP 47, as the page names it. */
  language: string | null;
  /** ISO 8601 date of publication; weekdays and offices are read against it. */
  published: string | null;
  blocks: Block[];
}

export type EntityType = 'person' | 'country' | 'organization';
export type MentionForm = 'name' | 'surname' | 'acronym' | 'adjective' | 'metonym';

/** A stretch of text. `start` and `end` count UTF-16 code units in the block's text. */
export interface Span {
  block: number;
  start: number;
  end: number;
}

export interface Mention extends Span {
  /** Id of an entity of the same analysis. */
  entity: string;
  form: MentionForm;
}

/** An office as it stood at the article's date. */
export interface Office {
  title: string;
  /** ISO 3166-1 alpha-2 (or XK) of a country, or the id of an organization. */
  of: string;
  from: string | null;
  to: string | null;
  /** The day up to which the dictionary's source vouches for it. */
  asOf: string;
}

export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  /** In the dictionary; false when the engine alone recognized it. */
  known: boolean;
  /** ISO 3166-1 alpha-2, XK, or an `x-` id of our own for a former state. */
  country: string | null;
  office: Office | null;
  wikidata: string | null;
  /** How many mentions the article has. */
  mentions: number;
}

export interface Participant {
  entity: string;
  /** As the article gives it, else as the dictionary has it. */
  title: string | null;
  /** Country code or organization id that the participant stands for. */
  party: string | null;
}

export type MeetingKind = 'in-person' | 'call' | 'video' | 'letter';
export type MeetingStatus = 'held' | 'planned' | 'cancelled' | 'denied';

export interface Meeting {
  kind: MeetingKind;
  format: 'bilateral' | 'multilateral';
  status: MeetingStatus;
  /** True when the article only mentions it; false when it is the article's news. */
  background: boolean;
  participants: Participant[];
  /** Country codes and organization ids. */
  parties: string[];
  /** Entity id of the host. */
  host: string | null;
  /** As the text has it. */
  place: string | null;
  date: string | null;
  evidence: Span[];
}

export interface Topic {
  id: string;
  label: string;
  /** 0 to 1. */
  score: number;
  evidence: Span[];
}

export interface Analysis {
  article: Omit<Article, 'blocks'>;
  /** Sorted by block, then start; without overlap. */
  mentions: Mention[];
  entities: Entity[];
  meetings: Meeting[];
  /** Entity ids: who takes part in the meetings that are the article's news. */
  participants: string[];
  topics: Topic[];
  dictionary: { version: string; asOf: string };
}
