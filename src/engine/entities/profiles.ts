// What the article itself says of each person: title, role, country or body, read from the words before and behind the name.
import { KIND, senseRef } from '../../dictionary/format.ts';
import type { Role } from '../../dictionary/schema.ts';
import { countryBefore } from '../names/bodies.ts';
import { longest, type Reading } from '../names/cover.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import type { Linked, Linking } from './link.ts';
import { holds } from './offices.ts';
import type { Draft } from './registry.ts';
import { titlePhraseStart, titleStart } from './titles.ts';

export interface Profile {
  draft: Draft;
  /** As the article gives it, at its fullest. */
  title: string | null;
  roles: Set<Role>;
  /** Folded titles by which the article calls him: "foreign minister", "deputy secretary". */
  titles: Set<string>;
  /** Country code that the article's words give. */
  country: string | null;
  /** Code of the country that he is sent to: "Ambassador to Yemen". */
  abroad: string | null;
  /** Heads a company, a bank, a university: no state's office, whatever the title. */
  business: boolean;
  /** Id of an organization that the article's words give: "NATO Secretary-General", "EU foreign policy chief". */
  body: string | null;
}

/** Kinds of organizations that meet as a party of their own. */
const PARTIES = new Set([
  'international',
  'organ',
  'alliance',
  'forum',
  'mission',
  'court',
  'armed-group',
  'treaty-body',
]);

const BUSINESS = new Set(['company', 'bank', 'university', 'media', 'ngo', 'team']);

export function isPartyBody(draft: Draft): boolean {
  const { organization } = draft;
  if (organization === null) return false;
  // A state's own organ stands for the state; a movement stands for itself, wherever it sits.
  if (organization.country !== null) return organization.kind === 'armed-group';
  return PARTIES.has(organization.kind) || organization.kind === 'agency';
}

export function readProfiles(reading: Reading, linking: Linking): Map<Draft, Profile> {
  const profiles = new Map<Draft, Profile>();
  for (const linked of linking.links) {
    if (linked.draft.type !== 'person') continue;
    let profile = profiles.get(linked.draft);
    if (!profile) {
      profile = {
        draft: linked.draft,
        title: null,
        roles: new Set(),
        titles: new Set(),
        country: null,
        abroad: null,
        business: false,
        body: null,
      };
      profiles.set(linked.draft, profile);
    }
    readBefore(reading, linking, linked, profile);
    readBehind(reading, linking, linked, profile);
    readSide(reading, linking, linked, profile);
  }
  shareTitles(reading, linking, profiles);
  return profiles;
}

function readBefore(reading: Reading, linking: Linking, { span }: Linked, profile: Profile): void {
  const { doc } = reading;
  const title = titleStart(reading, span.from);
  const country = countryBefore(reading, title);
  const phrase = titlePhraseStart(reading, linking, span.from);
  if (phrase < title) {
    const first = longest(reading, phrase, KIND.title);
    if (first) addRoles(reading, phrase, first.to, profile);
    keepTitle(profile, doc.text(phrase, span.from));
    profile.country ??= countryBefore(reading, phrase);
    if (first && doc.key(first.to) !== doc.dictionary.idOf('of')) profile.abroad ??= countryBefore(reading, title);
  }
  if (title < span.from) {
    addRoles(reading, title, span.from, profile);
    if (!isRelational(reading, title, span.from)) keepTitle(profile, doc.text(title, span.from));
    profile.country ??= country;
    const left = linking.at(title - 1);
    if (!country && left && left.draft.type === 'organization') noteBody(profile, left.draft);
  } else if (country && doc.flag(span.from - 1, F.Possessive)) profile.country ??= country;
  // "Prime Minister Justin Trudeau of Canada"; "the foreign minister of Canada, Anita Anand".
  if (doc.key(span.to) === doc.dictionary.idOf('of')) {
    const at = doc.is(span.to + 1, C.determiner) ? span.to + 2 : span.to + 1;
    const behind = linking.at(at);
    if (behind?.draft.type === 'country' && behind.span.form !== 'adjective') profile.country ??= behind.draft.id;
    else if (behind?.draft.type === 'organization') noteBody(profile, behind.draft);
  }
  ofCountryBefore(reading, linking, span.from, profile);
}

/** "Foreign Minister of Estonia Margus Tsahkna", "Iran's foreign minister, Abbas Araghchi". */
function ofCountryBefore(reading: Reading, linking: Linking, from: number, profile: Profile): void {
  const { doc } = reading;
  let end = from;
  if (doc.isMark(end - 1, 44)) end--;
  for (let k = end - 1; k >= Math.max(0, end - 12) && doc.sameSentence(k, from); k--) {
    if (doc.flag(k, F.Mark) && !doc.flag(k, F.Possessive | F.Joiner)) return;
    const match = longest(reading, k, KIND.title);
    if (!match || match.to > end) continue;
    if (match.to < end) {
      if (!doc.is(match.to, C.preposition)) return;
      // "of Estonia" is whom he stands for; "to Peru", "for Yemen", "in Nairobi" is where he is sent.
      if (doc.key(match.to) === doc.dictionary.idOf('of')) {
        const inside = linking.at(end - 1);
        if (
          !inside ||
          (inside.draft.type !== 'country' && inside.draft.type !== 'organization') ||
          inside.span.form === 'adjective'
        )
          return;
        if (inside.draft.type === 'country') profile.country ??= inside.draft.id;
        else noteBody(profile, inside.draft);
      }
    } else if (end === from) return;
    const start = titleStart(reading, match.to);
    addRoles(reading, start, match.to, profile);
    keepTitle(profile, doc.text(start, end));
    profile.country ??= countryBefore(reading, start);
    return;
  }
}

/** ", secretary of the Russian Federation Security Council, …": an apposition behind the name. */
function readBehind(reading: Reading, linking: Linking, { span }: Linked, profile: Profile): void {
  const { doc } = reading;
  if ((!doc.isMark(span.to, 44) && !doc.isMark(span.to, 40)) || doc.blockOf(span.from).kind === 'title') return;
  // ", who is Kenya's foreign minister".
  const who = doc.fold(span.to + 1) === 'who' && /^(is|was)$/.test(doc.fold(span.to + 2));
  const start = span.to + (who ? 3 : 1);
  let at = start;
  let country: string | null = null;
  let body: Draft | null = null;
  // The words before the title: "the Iranian", "China's", "a senior", "NATO".
  for (let steps = 0; steps < 5 && doc.sameSentence(at, span.from); steps++) {
    if (longest(reading, at, KIND.title)) break;
    const owner = linking.at(at);
    if (owner?.draft.type === 'country') {
      country = owner.draft.id;
      at = owner.span.to;
    } else if (owner?.draft.type === 'organization') {
      body = owner.draft;
      at = owner.span.to;
    } else if (
      doc.flag(at, F.Possessive | F.Joiner) ||
      (doc.flag(at, F.Word) && !doc.is(at, C.auxiliary | C.conjunction | C.preposition | C.pronoun | C.say))
    )
      at++;
    else return;
  }
  const title = longest(reading, at, KIND.title);
  if (!title) return;
  // A name right behind the title: the next item of a list, not an apposition.
  const owner = linking.at(title.to);
  if (owner?.draft.type === 'person') return;
  // "President Aliyev, other government officials": a list.
  if (/[^s]s$/.test(doc.fold(title.to - 1)) && !longest(reading, title.to - 2, KIND.title)) return;
  let end = title.to;
  while (end < doc.count && doc.sameSentence(end, span.from) && end < title.to + 28) {
    const inside = linking.at(end);
    if (inside) {
      // "…, the Russian leader's spokesman Dmitry Peskov": the title belongs to the next name.
      if (inside.draft.type === 'person') {
        if (longest(reading, end - 1, KIND.title) || doc.is(end - 1, C['title-word'] | C.honorific)) return;
        break;
      }
      if (
        inside.draft.type === 'country' &&
        (doc.key(end - 1) === doc.dictionary.idOf('of') || doc.key(end - 2) === doc.dictionary.idOf('of'))
      )
        country ??= inside.draft.id;
      if (inside.draft.type === 'organization' && !doc.isMark(end - 1, 44)) body ??= inside.draft;
      end = inside.span.to;
      continue;
    }
    if (doc.flag(end, F.Mark) && !doc.flag(end, F.Joiner | F.Possessive)) break;
    if (doc.is(end, C.auxiliary | C.say | C.pronoun)) break;
    end++;
  }
  addRoles(reading, title.from, title.to, profile);
  const first = doc.is(start, C.determiner) ? start + 1 : start;
  if (end > first) keepTitle(profile, doc.text(first, end));
  if (country) profile.country ??= country;
  if (body) {
    noteBody(profile, body);
    profile.business ||= doc.key(title.to) === doc.dictionary.idOf('of') && isBusiness(reading, body);
  }
}

/** "president of Jetour Global": a body that no dictionary of states and their organs has, or has as a company. */
function isBusiness(reading: Reading, { organization, words, name }: Draft): boolean {
  if (organization) return BUSINESS.has(organization.kind);
  const { doc } = reading;
  // The foreign ministry of any state is known by its words alone.
  for (let i = 0; i < doc.count; i++)
    if (doc.fold(i) === words[0] && longest(reading, i, KIND.body) && name.startsWith(doc.text(i))) return false;
  return true;
}

/** "A on the Portuguese side". */
function readSide({ doc }: Reading, linking: Linking, { span }: Linked, profile: Profile): void {
  const owner = doc.is(span.to + 1, C.determiner) ? linking.at(span.to + 2) : undefined;
  if (doc.is(span.to, C.preposition) && owner?.draft.type === 'country' && doc.fold(owner.span.to) === 'side')
    profile.country ??= owner.draft.id;
}

/** "Foreign Ministers A and B": the title is of both. */
function shareTitles({ doc }: Reading, linking: Linking, profiles: Map<Draft, Profile>): void {
  let last: Linked | null = null;
  for (const linked of linking.links) {
    if (linked.draft.type !== 'person') continue;
    const profile = profiles.get(linked.draft);
    const before = last && profiles.get(last.draft);
    const joined = last && linked.span.from - last.span.to <= 2 && doc.sameSentence(last.span.to, linked.span.from);
    if (joined && profile?.roles.size === 0 && before && /s$/.test(before.title ?? ''))
      for (const role of before.roles) profile.roles.add(role);
    last = linked;
  }
}

/** A body's person belongs to the body when it is a party of its own, else to the body's country. */
function noteBody(profile: Profile, draft: Draft): void {
  if (isPartyBody(draft)) profile.body ??= draft.id;
  else if (draft.country) profile.country ??= draft.country;
}

function addRoles(reading: Reading, from: number, to: number, profile: Profile): void {
  const { doc } = reading;
  for (let k = from; k < to; k++) {
    const match = longest(reading, k, KIND.title);
    if (!match || match.to > to) continue;
    const titles = match.senses.map((sense) => doc.dictionary.titles.at(senseRef(sense)));
    if (titles.every((title) => title.relational)) continue;
    for (const title of titles) profile.roles.add(title.role);
    profile.titles.add(doc.foldRange(match.from, match.to));
    k = match.to - 1;
  }
}

/** "his counterpart", "the candidate": says nothing of an office. */
function isRelational({ doc, matches }: Reading, from: number, to: number): boolean {
  for (const match of matches[to - 1] ?? []) {
    if (match.to !== to || match.from < from) continue;
    const senses = match.senses.filter((sense) => (sense & 7) === KIND.title);
    if (senses.length > 0) return senses.every((sense) => doc.dictionary.titles.at(senseRef(sense)).relational);
  }
  return false;
}

const HONORIFIC_ONLY = /^(mr|mrs|ms|miss|dr|sir|madam|h\.?e)\.?$/i;

/** The fullest title wins; an honorific alone is none. */
function keepTitle(profile: Profile, text: string): void {
  const title = text.trim().replace(/[\s,]+$/, '');
  if (title === '' || HONORIFIC_ONLY.test(title)) return;
  if (profile.title === null || title.length > profile.title.length) profile.title = title;
}

/** Country code or organization id that a person stands for: by the article's words, else by the office at its date. */
export function partyOf(profile: Profile, date: string | null, isBody: (id: string) => boolean): string | null {
  if (profile.body) return profile.body;
  if (profile.country) return profile.country;
  const record = profile.draft.person;
  if (!record) return profile.draft.country === profile.abroad ? null : profile.draft.country;
  const office = record.offices
    .filter((o) => holds(o, date))
    .find((o) => o.of.length === 2 || o.of.startsWith('x-') || isBody(o.of));
  return office?.of ?? record.country;
}
