// From names in the text to entities: which country, body or person each name means, and which later short names go to whom.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { PersonRecord } from '../../dictionary/schema.ts';
import type { Doc } from '../document.ts';
import { isNameToken, longest, type NameSpan, type Reading } from '../names/cover.ts';
import { endsWithCountry } from '../names/organizations.ts';
import { titleEndsAt } from '../names/people.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { holds } from './offices.ts';
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
  const owner = new Map<number, Linked>();
  for (const span of reading.cover.inOrder()) {
    const draft = drafts.get(span);
    if (!draft) continue;
    draft.mentions++;
    const linked = { span, draft };
    links.push(linked);
    for (let i = span.from; i < span.to; i++) owner.set(i, linked);
  }
  return { registry, links, at: (i) => owner.get(i) };
}

/** Counts of each country's mentions that can mean only it. */
type CountryCounts = Map<string, number>;

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
      draft =
        folded.get(name) ?? registry.unknown('organization', doc.text(span.from, span.to), name, body ? country : null);
      draft.country ??= country;
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

/** Code of the country whose name, adjective or possessive ends right before token `i`. */
export function countryBefore(reading: Reading, i: number): string | null {
  if (!endsWithCountry(reading, i)) return null;
  const { doc } = reading;
  let end = i;
  if (doc.flag(end - 1, F.Possessive)) end--;
  for (let from = Math.max(0, end - 5); from < end; from++) {
    const match = longest(reading, from, KIND.country);
    if (match && match.to === end) return doc.dictionary.countries.at(senseRef(match.senses[0] as number)).id;
  }
  return null;
}

/** Code of the country in "of COUNTRY" from token `i`. */
function countryBehind(reading: Reading, i: number): string | null {
  const { doc } = reading;
  if (!doc.is(i, C.preposition)) return null;
  const at = doc.is(i + 1, C.determiner) ? i + 2 : i + 1;
  const match = longest(reading, at, KIND.country);
  return match ? doc.dictionary.countries.at(senseRef(match.senses[0] as number)).id : null;
}

class PersonLinker {
  private readonly people: Draft[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly registry: Registry,
    private readonly drafts: Map<NameSpan, Draft>,
    private readonly countries: CountryCounts,
  ) {}

  run(): void {
    const spans = this.reading.cover.inOrder().filter((span) => span.type === 'person');
    const { doc } = this.reading;
    // Full names first, wherever they stand: a headline's surname goes to the full name of the text.
    for (const span of spans) if (span.to - span.from > 1 && !this.isFamilyOnly(span)) this.linkFull(span);
    for (const span of spans) if (!this.drafts.has(span)) this.linkShort(span);
    for (let i = 0; i < doc.count; i++) if (!this.reading.cover.at(i)) i = this.claimShort(i);
  }

  private isFamilyOnly(span: NameSpan): boolean {
    return span.senses.length > 0 && span.senses.every((s) => senseForm(s) !== FORM.name);
  }

  private linkFull(span: NameSpan): void {
    const { doc } = this.reading;
    const folded = doc.foldRange(span.from, span.to);
    const known = span.senses
      .filter((s) => senseForm(s) === FORM.name)
      .map((s) => doc.dictionary.people.at(senseRef(s)));
    let draft: Draft | undefined;
    if (known.length > 0) draft = this.registry.person(this.best(known, span), folded.split(' '));
    else draft = this.people.find((p) => sameFullName(p.words, folded.split(' ')));
    draft ??= this.registry.unknown('person', doc.text(span.from, span.to), folded);
    if (!draft.person) draft.country ??= this.countryOf(span);
    this.keep(draft, span);
  }

  /** A surname or single name that the readers of names already claimed: after a title, say. */
  private linkShort(span: NameSpan): void {
    const { doc } = this.reading;
    const words = doc.foldRange(span.from, span.to).split(' ');
    const antecedent = this.antecedent(words, span.from);
    const known = span.senses.map((s) => doc.dictionary.people.at(senseRef(s)));
    const record = known.length > 0 ? this.best(known, span) : null;
    // "King Salman" after "Mohammed bin Salman": the title is another's, and the dictionary knows whose.
    const other =
      record &&
      antecedent &&
      antecedent.person !== record &&
      this.hasTitle(record, span.from) &&
      !(antecedent.person && this.hasTitle(antecedent.person, span.from));
    if (antecedent && !other) return this.keep(antecedent, span, 'surname');
    if (record) return this.keep(this.registry.person(record, words), span, 'surname');
    const draft = this.registry.unknown('person', doc.text(span.from, span.to), words.join(' '));
    draft.country ??= this.countryOf(span);
    this.keep(draft, span, span.to - span.from > 1 ? 'name' : 'surname');
  }

  /** A capital that nobody owns and that is the surname of somebody named in full, or of somebody everybody knows. */
  private claimShort(i: number): number {
    const { doc, cover } = this.reading;
    if (!doc.flag(i, F.Capital) && !doc.is(i, C.particle)) return i;
    // "Sheikh", "King": a title that is some known name's first word stands for nobody.
    if (doc.is(i, C['title-word'] | C.honorific) && !doc.is(i, C['family-name'])) return i;
    const family = longest(this.reading, i, KIND.person);
    for (let to = Math.min(i + 3, doc.count); to > i; to--) {
      if (!cover.isFree(i, to) || doc.sentence[to - 1] !== doc.sentence[i] || !doc.flag(to - 1, F.Capital)) continue;
      const words = doc.foldRange(i, to).split(' ');
      if (words.length === 0 || words[0] === '') continue;
      const antecedent = this.antecedent(words, i);
      if (antecedent && this.standsAlone(i, to)) return this.claim(i, to, antecedent);
    }
    if (family && cover.isFree(family.from, family.to) && this.standsAlone(family.from, family.to)) {
      const known = family.senses.map((s) => doc.dictionary.people.at(senseRef(s)));
      const nickname = family.senses.length === 1 && senseForm(family.senses[0] as number) === FORM.short;
      const record = this.prominent(known, family.from, family.to, nickname ? 1.5 : 3);
      if (record)
        return this.claim(
          family.from,
          family.to,
          this.registry.person(record, doc.foldRange(family.from, family.to).split(' ')),
        );
    }
    return i;
  }

  private claim(from: number, to: number, draft: Draft): number {
    const span: NameSpan = { from, to, type: 'person', form: 'surname', senses: [], source: 'grammar' };
    if (!this.reading.cover.claim(span)) return from;
    this.keep(draft, span, 'surname');
    return to - 1;
  }

  private keep(draft: Draft, span: NameSpan, form: 'name' | 'surname' = 'name'): void {
    this.drafts.set(span, draft);
    span.form =
      form === 'surname' && draft.words.join(' ') === this.reading.doc.foldRange(span.from, span.to) && !draft.person
        ? 'name'
        : form;
    draft.last = span.from;
    if (!this.people.includes(draft)) this.people.push(draft);
  }

  /** The person of the article whom these words name in short: the one last named before, else the first behind. */
  private antecedent(words: string[], at: number): Draft | null {
    const candidates = this.people.filter((p) => goesBy(p, words, this.reading.doc));
    if (candidates.length < 2) return candidates[0] ?? null;
    const gendered = candidates.filter((p) => p.last <= at).sort((a, b) => b.last - a.last);
    return gendered[0] ?? candidates[0] ?? null;
  }

  /** Whether a short name at these tokens is no part of a longer name and no everyday word. */
  private standsAlone(from: number, to: number): boolean {
    const { doc, cover } = this.reading;
    const acronym = doc.flag(from, F.Caps) && doc.styleAt(from) === 'running' && to - from === 1;
    if (acronym) return false;
    const next =
      isNameToken(doc, to) && doc.sameSentence(to - 1, to) && !cover.at(to) && !doc.flag(to, F.NewlineBefore);
    if (next && doc.styleAt(from) === 'running' && !doc.is(to, C.common)) return false;
    if (next && doc.styleAt(from) === 'running' && doc.is(to, C['place-head'] | C['org-head'] | C['treaty-head']))
      return false;
    const everyday = doc.is(from, C.common | C.month | C.preposition | C.auxiliary) && to - from === 1;
    if (everyday && (doc.flag(from, F.SentenceStart) || doc.styleAt(from) !== 'running'))
      return doc.is(to, C.say | C.auxiliary) || doc.flag(to, F.Possessive);
    if (doc.is(from - 1, C.determiner) && !this.isAdministration(to)) return false;
    return true;
  }

  /** "the Trump administration" mentions the person. */
  private isAdministration(to: number): boolean {
    const { doc } = this.reading;
    return doc.flag(to, F.Word) && !doc.flag(to, F.Capital);
  }

  /** Of several people of one name: whose office, country and time fit what stands here. */
  private best(records: PersonRecord[], span: NameSpan): PersonRecord {
    return records.length === 1
      ? (records[0] as PersonRecord)
      : (records.map((r) => ({ r, s: this.fit(r, span.from) })).sort((a, b) => b.s - a.s)[0]?.r ??
          (records[0] as PersonRecord));
  }

  private fit(record: PersonRecord, from: number): number {
    const { doc } = this.reading;
    const date = doc.article.published;
    let sum = 0;
    const current = record.offices.filter((o) => holds(o, date));
    if (current.length > 0) sum += 2;
    if (current.some((o) => o.role === 'head-of-state' || o.role === 'head-of-government')) sum += 1;
    else if (current.some((o) => o.role === 'foreign-minister')) sum += 0.7;
    if (record.country && this.countries.has(record.country))
      sum += 1 + Math.min(this.countries.get(record.country) ?? 0, 5) / 5;
    const title = titleEndsAt(this.reading, from);
    if (title !== null) {
      const match = longest(this.reading, title, KIND.title);
      const role = match ? doc.dictionary.titles.at(senseRef(match.senses[0] as number)).role : null;
      if (role && current.some((o) => o.role === role)) sum += 3;
      else if (role && record.offices.some((o) => o.role === role)) sum += 1.5;
    }
    const country = this.countryOf({ from, to: from + 1 } as NameSpan);
    if (country && record.country) sum += country === record.country ? 2 : -2;
    return sum;
  }

  /** Whether the title before `from` is of an office that this person holds at the article's date. */
  private hasTitle(record: PersonRecord, from: number): boolean {
    const { doc } = this.reading;
    const title = titleEndsAt(this.reading, from);
    const match = title === null ? null : longest(this.reading, title, KIND.title);
    if (!match) return false;
    const roles = match.senses.map((sense) => doc.dictionary.titles.at(senseRef(sense)).role);
    return record.offices.some((o) => roles.includes(o.role) && holds(o, doc.article.published));
  }

  /** Somebody whom news calls by surname alone at first mention: in great office at the article's time, or after a title. */
  private prominent(records: PersonRecord[], from: number, to: number, bar: number): PersonRecord | null {
    const { doc } = this.reading;
    const titled = titleEndsAt(this.reading, from) !== null;
    const scored = records
      .map((record) => ({ record, score: this.fit(record, from) }))
      .sort((a, b) => b.score - a.score);
    const first = scored[0];
    if (!first) return null;
    if (titled) return first.record;
    const everyday = doc.is(from, C.common | C['given-name'] | C.month | C.direction) && to - from === 1;
    if (everyday || longest(this.reading, from, KIND.place) || longest(this.reading, from, KIND.country)) return null;
    if (doc.is(from - 1, C['place-preposition']) && doc.is(from, C['place-head'])) return null;
    return first.score >= bar && first.score - (scored[1]?.score ?? -9) >= 0.5 ? first.record : null;
  }

  /** The country that the words before a name give: "Iranian Foreign Minister …", "… of Estonia". */
  private countryOf(span: Pick<NameSpan, 'from' | 'to'>): string | null {
    const title = titleEndsAt(this.reading, span.from);
    let at = title ?? span.from;
    const { doc } = this.reading;
    while (at > 0 && doc.sameSentence(at - 1, at) && doc.is(at - 1, C['title-modifier'])) at--;
    const before = countryBefore(this.reading, at);
    if (before) return before;
    return countryBehind(this.reading, span.to);
  }
}

/** Two full names of one person: the same words, or one's words within the other's with the same first and last. */
function sameFullName(a: string[], b: string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length > 1 && short[0] === long[0] && short.at(-1) === long.at(-1) && short.every((w) => long.includes(w))
  );
}

const folded = (doc: Doc, name: string): string => {
  let out = '';
  for (const part of name.split(/[\s-]+/)) {
    let word = '';
    for (let k = 0; k < part.length; k++) word += doc.dictionary.characters.foldOf(part.charCodeAt(k));
    if (word) out += (out ? ' ' : '') + word;
  }
  return out;
};

/** Whether an article that has named this person in full calls him by these words. */
function goesBy(person: Draft, words: string[], doc: Doc): boolean {
  const text = words.join(' ');
  if (person.person) {
    const { family, short } = person.person;
    if (
      [family, ...(short ?? [])].some(
        (name) => folded(doc, name) === text || folded(doc, name).replace(/^al /, '') === text,
      )
    )
      return true;
  }
  if (person.words.length < 2) return person.words.join(' ') === text;
  if (words.length >= person.words.length) return false;
  const tail = person.words.slice(-words.length).join(' ');
  if (tail === text) return true;
  return words.length === 1 && person.words[0] === text && text.length > 1;
}
