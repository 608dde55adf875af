// From names in the text to entities: which country, body or person each name means, and which later short names go to whom.
import { KIND, senseRef } from '../../dictionary/format.ts';
import type { Doc } from '../document.ts';
import { countryBefore, countryBehind } from '../names/bodies.ts';
import { longest, type NameSpan, type Reading } from '../names/cover.ts';
import { F } from '../text/tokens.ts';
import { PersonLinker } from './link-people.ts';
import { type Draft, Registry } from './registry.ts';

export interface Linked {
  span: NameSpan;
  draft: Draft;
}

export interface Linking {
  registry: Registry;
  links: Linked[];
  /** The entity that owns token `i`, if any. */
  at(i: number): Linked | undefined;
}

export function linkNames(reading: Reading): Linking {
  const { doc } = reading;
  const registry = new Registry(doc.dictionary);
  const drafts = new Map<NameSpan, Draft>();
  const countries = linkCountries(reading, registry, drafts);
  linkOrganizations(reading, registry, drafts);
  new PersonLinker(reading, registry, drafts, countries).run();
  const links: Linked[] = [];
  const owner: (Linked | undefined)[] = new Array(doc.count);
  for (const span of reading.cover.inOrder()) {
    const draft = drafts.get(span);
    if (!draft) continue;
    draft.mentions++;
    const linked = { span, draft };
    links.push(linked);
    owner.fill(linked, span.from, span.to);
  }
  return { registry, links, at: (i) => owner[i] };
}

/** Counts of each country's mentions that can mean only it. */
export type CountryCounts = Map<string, number>;

function linkCountries(reading: Reading, registry: Registry, drafts: Map<NameSpan, Draft>): CountryCounts {
  const { doc } = reading;
  const spans = reading.cover.inOrder().filter((span) => span.type === 'country');
  const counts: CountryCounts = new Map();
  const record = (sense: number) => doc.dictionary.countries.at(senseRef(sense));
  for (const span of spans)
    if (span.senses.length === 1) {
      const { id } = record(span.senses[0] as number);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  for (const span of spans) {
    const best = span.senses.reduce((a, b) =>
      (counts.get(record(b).id) ?? 0) > (counts.get(record(a).id) ?? 0) ? b : a,
    );
    drafts.set(span, registry.country(record(best)));
  }
  return counts;
}

function linkOrganizations(reading: Reading, registry: Registry, drafts: Map<NameSpan, Draft>): void {
  const { doc, cover } = reading;
  const acronyms = new Map<string, Draft>();
  const folded = new Map<string, Draft>();
  for (const span of cover.inOrder()) {
    if (span.type !== 'organization') continue;
    let draft: Draft;
    if (span.senses.length > 0)
      draft = registry.organization(doc.dictionary.organizations.at(senseRef(span.senses[0] as number)));
    else {
      const name = doc.foldRange(span.from, span.to);
      const country = countryBefore(reading, span.from) ?? countryBehind(reading, span.to);
      const body = longest(reading, span.from, KIND.body)?.to === span.to;
      // Two states' foreign ministries are two; one named without its country is the one named last.
      const key = body && country ? `${name}|${country}` : name;
      draft =
        folded.get(key) ?? registry.unknown('organization', doc.text(span.from, span.to), name, body ? country : null);
      draft.country ??= country;
      folded.set(key, draft);
      folded.set(name, draft);
    }
    drafts.set(span, draft);
    // "Leadership and Governance for Development party (LGD)": an acronym introduced in brackets, close behind.
    for (let k = span.to; k < span.to + 3; k++) {
      if (!doc.isMark(k, 40)) continue;
      if (doc.flag(k + 1, F.Caps | F.Mixed) && doc.isMark(k + 2, 41) && abbreviates(doc, k + 1, span))
        acronyms.set(doc.text(k + 1), draft);
      break;
    }
  }
  if (acronyms.size === 0) return;
  for (let i = 0; i < doc.count; i++) {
    if (!doc.flag(i, F.Caps | F.Mixed)) continue;
    const draft = acronyms.get(doc.text(i));
    if (!draft) continue;
    const owner = cover.at(i);
    if (owner && (owner.to - owner.from > 1 || owner.type === 'country')) continue;
    if (owner) drafts.set(owner, draft);
    else {
      const span: NameSpan = {
        from: i,
        to: i + 1,
        type: 'organization',
        form: 'acronym',
        senses: [],
        source: 'grammar',
      };
      if (cover.claim(span)) drafts.set(span, draft);
    }
  }
}

/** Whether the letters of the acronym at `i` can stand for the name: its first letter begins one of the name's words. */
function abbreviates(doc: Doc, i: number, span: NameSpan): boolean {
  const first = doc.fold(i)[0];
  for (let k = span.from; k < span.to; k++) if (doc.flag(k, F.Word) && doc.fold(k)[0] === first) return true;
  return span.senses.length > 0;
}
