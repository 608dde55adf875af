// The records of the dictionary: what a line of each data file holds, and what is refused.
// Data files are JSON Lines under src/dictionary/: one record a line, sorted by id.
import * as v from 'valibot';

/** ISO 8601 date of a day, a month or a year. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD'),
);
const Day = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day as YYYY-MM-DD'));
/** ISO 3166-1 alpha-2, XK for Kosovo, or an `x-` id of our own for a state that is no more. */
export const CountryId = v.pipe(
  v.string(),
  v.regex(/^([A-Z]{2}|x-[a-z-]+)$/, 'a country code such as FR, XK or x-soviet-union'),
);
const Slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and single hyphens'),
);
const Name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a name'),
  v.regex(/^\S(.*\S)?$/su, 'a name without white space around it'),
);
const Names = v.optional(v.array(Name), []);
const Qid = v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'a Wikidata id such as Q148')));

/** A sovereign state, a territory with an ISO code of its own, Kosovo, or a state that is no more. */
export const Country = v.strictObject({
  id: CountryId,
  /** As news in English has it. */
  name: Name,
  official: v.optional(Name),
  aliases: Names,
  /** Names it no longer bears. */
  former: Names,
  adjectives: Names,
  /** What its people are called, singular and plural. */
  nationals: Names,
  /** Combining forms that stand before a hyphen: "Sino", "Franco". */
  prefixes: Names,
  capital: v.optional(Name),
  /** Cities that stand for the government where they act: the capital and its spellings, a second seat. */
  metonyms: Names,
  /** Palaces, streets and offices that do so more often than not: "Kremlin", "White House", "Downing Street". */
  seats: Names,
  kind: v.picklist(['state', 'territory', 'former']),
  /** Of a territory: the state it belongs to. Of a former state: none. */
  parent: v.optional(CountryId),
  wikidata: Qid,
});

/** What an office is in the run of a state or body, whatever it is called there. */
export const ROLES = [
  'head-of-state',
  'head-of-government',
  'deputy-head-of-government',
  'vice-president',
  'foreign-minister',
  'deputy-foreign-minister',
  'defence-minister',
  'finance-minister',
  'trade-minister',
  'interior-minister',
  'minister',
  'national-security-adviser',
  'security-council-secretary',
  'intelligence-chief',
  'military-chief',
  'speaker',
  'chief-justice',
  'central-bank-governor',
  'spokesperson',
  'special-envoy',
  'ambassador',
  'un-ambassador',
  'head-of-body',
  'deputy-head-of-body',
  'party-leader',
  'opposition-leader',
  'royal',
  'religious-leader',
  'armed-group-leader',
  'business',
  'legislator',
  'other',
] as const;

/** An office and its term. `to` is null while it lasts; `asOf` is the day up to which the source vouches for it. */
export const OfficeRecord = v.strictObject({
  /** In lower case unless the word is a name: "secretary of the Security Council", "president". */
  title: Name,
  /** Country code or organization id. */
  of: v.pipe(
    v.string(),
    v.regex(/^([A-Z]{2}|x-[a-z-]+|[a-z0-9]+(-[a-z0-9]+)*)$/, 'a country code or an organization id'),
  ),
  role: v.picklist(ROLES),
  from: v.nullable(PartialDate),
  to: v.nullable(PartialDate),
  asOf: Day,
  /** Where it was read, short: "CIA World Factbook", "UN General Debate speakers", "public record". */
  source: Name,
});

export const Person = v.strictObject({
  id: Slug,
  /** As news in English has it most often. */
  name: Name,
  /** Other full names: transliterations, other order, with middle names, patronymics or particles. */
  aliases: Names,
  /** The part that later mentions use alone: "Shoigu", "Wang", "Kim", "López Obrador", "al-Sharaa". */
  family: Name,
  /** Other parts that later mentions use alone: "Anwar", "MBS", "Lula". */
  short: Names,
  native: v.optional(Name),
  gender: v.optional(v.picklist(['f', 'm'])),
  /** The country whose offices or citizenship make the person news. */
  country: v.nullable(CountryId),
  offices: v.array(OfficeRecord),
  wikidata: Qid,
});

export const ORGANIZATION_KINDS = [
  'international',
  'organ',
  'mission',
  'court',
  'alliance',
  'forum',
  'treaty-body',
  'ministry',
  'parliament',
  'security-council',
  'agency',
  'central-bank',
  'armed-forces',
  'armed-group',
  'party',
  'media',
  'company',
  'think-tank',
  'ngo',
  'university',
  'religious',
  'sports',
  'other',
] as const;

export const Organization = v.strictObject({
  id: Slug,
  name: Name,
  aliases: Names,
  /** Matched in just this case: "UN", "WHO", "AfDB". */
  acronyms: Names,
  former: Names,
  native: v.optional(Name),
  kind: v.picklist(ORGANIZATION_KINDS),
  /** The country it belongs to; null for an international body. */
  country: v.nullable(CountryId),
  /** Organization id of the body that it is part of. */
  parent: v.optional(Slug),
  members: v.optional(v.array(CountryId), []),
  seat: v.optional(Name),
  /**
   * For names that mean other things too ("AU", "National Assembly"): words of which one must stand in the article,
   * or a country's code whose name, adjective or capital must.
   */
  needs: Names,
  wikidata: Qid,
});

/** What the talks, or the article, are about. */
export const TopicRecord = v.strictObject({
  id: Slug,
  label: Name,
  /** What its phrases are worth against those of others; 1 when absent. */
  scale: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(5)), 1),
  phrases: v.array(
    v.strictObject({
      /** Matched without regard to case, plural -s and hyphens. */
      text: Name,
      /** 1 hints, 2 speaks for it, 3 is about nothing else. */
      weight: v.picklist([1, 2, 3]),
      /** Words of which one must stand in the same paragraph. */
      near: Names,
    }),
  ),
});

/** A city, region, sea or other place that is never tagged, so that nobody takes it for a person or a body. */
export const Place = v.strictObject({
  name: Name,
  aliases: Names,
  kind: v.picklist(['city', 'region', 'water', 'building', 'land']),
  country: v.nullable(CountryId),
});

export type CountryRecord = v.InferOutput<typeof Country>;
export type PersonRecord = v.InferOutput<typeof Person>;
export type OrganizationRecord = v.InferOutput<typeof Organization>;
export type OfficeRecord = v.InferOutput<typeof OfficeRecord>;
export type TopicRecord = v.InferOutput<typeof TopicRecord>;
export type PlaceRecord = v.InferOutput<typeof Place>;
export type Role = (typeof ROLES)[number];

/** A class of words that the grammar knows by name ("say", "org-head"); the words in one string, lower case, parted by spaces. */
export const WordClass = v.strictObject({ id: Slug, words: Name });

/** A title as it stands before or behind a name, lower case. What stands around it says of what. */
export const Title = v.strictObject({
  title: Name,
  role: v.picklist(ROLES),
  aliases: Names,
  /** Says what somebody is to somebody else ("counterpart", "host", "widow"), which is no title of his own. */
  relational: v.optional(v.boolean(), false),
});

/** Material of names in one culture: what people are called. `also: word` when the names are everyday English words as well. */
export const NameList = v.strictObject({
  kind: v.picklist(['given', 'family', 'particle']),
  culture: Name,
  also: v.optional(v.picklist(['word', 'place'])),
  names: v.array(Name),
});

export type TitleRecord = v.InferOutput<typeof Title>;
export type WordClassRecord = v.InferOutput<typeof WordClass>;
export type NameListRecord = v.InferOutput<typeof NameList>;

/** What many states have under one name: "foreign ministry", "senate". With its country it is an organization of that country. */
export const Body = v.strictObject({
  body: Name,
  aliases: Names,
  /** Whether it counts in small letters too, beside its country: "the Spanish foreign ministry". */
  small: v.boolean(),
});
export type BodyRecord = v.InferOutput<typeof Body>;

/**
 * A word for an encounter. The frame tells its roles: `mutual` (A meets with B; talks between A and B), `host` (A receives B),
 * `visit` (A visits a country), `travel` (A goes to a place), `object` (A phones B), `gather` (many come together),
 * `letter` (A's letter to B). `kind` is null where the word does not tell. Compare PLOVER's modes of CONSULT: visit, meet,
 * phone, third-party.
 */
export const Encounter = v.strictObject({
  id: Slug,
  part: v.picklist(['verb', 'noun']),
  frame: v.picklist(['mutual', 'host', 'visit', 'travel', 'object', 'gather', 'letter']),
  kind: v.nullable(v.picklist(['in-person', 'call', 'video', 'letter'])),
  base: Names,
  third: Names,
  past: Names,
  gerund: Names,
  noun: Names,
});
export type EncounterRecord = v.InferOutput<typeof Encounter>;

/**
 * A word that names a country and something else too. The reading that its surroundings speak for holds: a word directly
 * `before` or `after` settles it, else the reading with most of its `near` words in the article, else `otherwise`.
 */
export const Ambiguity = v.strictObject({
  text: Name,
  readings: v.array(
    v.strictObject({
      /** Country code or organization id; null for a reading that is not tagged, told in `what`. */
      means: v.nullable(Name),
      what: v.optional(Name),
      near: Names,
      before: Names,
      after: Names,
    }),
  ),
  /** What it means when nothing speaks; null for nothing tagged. */
  otherwise: v.nullable(Name),
});
export type AmbiguityRecord = v.InferOutput<typeof Ambiguity>;
