// Which person each name means: full names first, wherever they stand; then surnames, given names and styles, which go to
// who was last called so; and capitals that are somebody's surname though nothing else says so.
import { FORM, KIND, senseForm, senseRef } from '../../dictionary/format.ts';
import type { PersonRecord } from '../../dictionary/schema.ts';
import { countryBefore, countryBehind } from '../names/bodies.ts';
import { isNameToken, longest, type NameSpan, type Reading } from '../names/cover.ts';
import { titleEndsAt } from '../names/people.ts';
import { C } from '../text/classes.ts';
import { F } from '../text/tokens.ts';
import { isOfOtherWalk, namedBy, sameFullName, shortNames } from './full-names.ts';
import type { CountryCounts } from './link.ts';
import { holds } from './offices.ts';
import type { Draft, Registry } from './registry.ts';

/** Words of the longest name that is looked for without its middle. */
const LONGEST_NAME = 6;

export class PersonLinker {
  /** Whom the article's short names can mean, by those names folded. */
  private readonly byShortName = new Map<string, Draft[]>();
  /** People named in full, by the last word of their names. */
  private readonly byLastWord = new Map<string, Draft[]>();
  private readonly people = new Set<Draft>();
  /** Folded names of the dictionary whose bearer here is somebody else. */
  private readonly namesakes = new Set<string>();

  constructor(
    private readonly reading: Reading,
    private readonly registry: Registry,
    private readonly drafts: Map<NameSpan, Draft>,
    private readonly countries: CountryCounts,
  ) {}

  run(): void {
    const spans = this.reading.cover.inOrder().filter((span) => span.type === 'person');
    const { doc } = this.reading;
    for (const span of spans)
      if (isOfOtherWalk(this.reading, span)) this.namesakes.add(doc.foldRange(span.from, span.to));
    // Full names first, wherever they stand: a headline's surname goes to the full name of the text.
    for (const span of spans) if (span.to - span.from > 1 && !this.isFamilyOnly(span)) this.linkFull(span);
    for (const span of spans) if (!this.drafts.has(span)) this.linkShort(span);
    for (let i = 0; i < doc.count; i++) if (!this.reading.cover.at(i)) i = this.claimShort(i);
  }

  private isFamilyOnly(span: NameSpan): boolean {
    const { doc } = this.reading;
    // "al-Haddawi": one name with its particle.
    if (span.senses.length === 0)
      return span.to - span.from === 3 && doc.is(span.from, C.particle) && doc.flag(span.from + 1, F.Joiner);
    return span.senses.length > 0 && span.senses.every((s) => senseForm(s) !== FORM.name);
  }

  private linkFull(span: NameSpan): void {
    const { doc } = this.reading;
    const folded = doc.foldRange(span.from, span.to);
    const known = span.senses
      .filter((s) => senseForm(s) === FORM.name)
      .map((s) => doc.dictionary.people.at(senseRef(s)));
    let draft: Draft | undefined;
    if (known.length > 0 && this.namesakes.has(folded))
      draft = this.registry.unknown('person', doc.text(span.from, span.to), folded, null, known[0]?.id);
    else if (known.length > 0) draft = this.registry.person(this.best(known, span), folded.split(' '));
    else
      draft = this.byLastWord
        .get(folded.slice(folded.lastIndexOf(' ') + 1))
        ?.find((p) => sameFullName(p.words, folded.split(' ')));
    // "Hassan Sheikh" after "Hassan Sheikh Mohamud".
    draft ??= this.antecedent(folded.split(' '), span.from) ?? undefined;
    const fuller = draft ? null : this.withoutMiddle(span);
    if (fuller) draft = this.registry.person(fuller, folded.split(' '));
    draft ??= this.registry.unknown('person', doc.text(span.from, span.to), folded);
    if (!draft.person) draft.country ??= this.countryOf(span);
    this.keep(draft, span);
  }

  /**
   * "Luis Alberto Lacalle Pou", "Qamar J. Bajwa": somebody of the dictionary with middle names, initials or a nickname
   * that it leaves out. Two words that stay are few, so that the office or country before them has to fit.
   */
  private withoutMiddle(span: NameSpan): PersonRecord | null {
    const { doc } = this.reading;
    const words: number[] = [];
    for (let k = span.from; k < span.to; k++) if (!doc.flag(k, F.Mark)) words.push(k);
    if (words.length < 3 || words.length > LONGEST_NAME) return null;
    for (let drop = 1; drop <= words.length - 2; drop++)
      for (let at = 1; at + drop < words.length; at++) {
        // "Mohammed bin Khalid bin Zayed" is not Mohammed bin Zayed: the first father tells who somebody is.
        if (at < 3 && words.slice(at, at + drop).some((k) => doc.is(k, C.particle))) continue;
        const record = namedBy(doc, [...words.slice(0, at), ...words.slice(at + drop)]);
        if (!record) continue;
        const country = this.countryOf(span);
        const fits = this.hasTitle(record, span.from) || (country !== null && country === record.country);
        if (fits || (words.length - drop > 2 && (country === null || country === record.country))) return record;
      }
    return null;
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
    if (antecedent && !other) {
      this.keep(antecedent, span, 'surname');
      return;
    }
    if (record) {
      this.keep(this.registry.person(record, words), span, 'surname');
      return;
    }
    const draft = this.registry.unknown('person', doc.text(span.from, span.to), words.join(' '));
    draft.country ??= this.countryOf(span);
    this.keep(draft, span, span.to - span.from > 1 ? 'name' : 'surname');
  }

  /** A capital that nobody owns and that is the surname of somebody named in full, or of somebody everybody knows. */
  private claimShort(i: number): number {
    const { doc, cover } = this.reading;
    if (!doc.flag(i, F.Capital) && !doc.is(i, C.particle)) return i;
    // "On Friday": nobody's surname, whoever bears it, but where it speaks.
    if (doc.is(i, C.weekday) && !doc.is(i + 1, C.say) && titleEndsAt(this.reading, i) === null) return i;
    // "Sheikh", "King": a title that is some known name's first word stands for nobody.
    const styled = doc.is(i, C['title-word'] | C.honorific);
    if (styled && (!doc.is(i, C['family-name']) || isNameToken(doc, i + 1) || doc.is(i + 1, C.honorific))) return i;
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
    if (!this.people.has(draft)) this.learn(draft);
  }

  private learn(draft: Draft): void {
    this.people.add(draft);
    const add = (index: Map<string, Draft[]>, key: string): void => {
      const known = index.get(key);
      if (known) known.push(draft);
      else index.set(key, [draft]);
    };
    for (const name of shortNames(draft, this.reading.doc)) add(this.byShortName, name);
    add(this.byLastWord, draft.words.at(-1) ?? '');
  }

  /** The person of the article whom these words name in short: the one last named before, else the first behind. */
  private antecedent(words: string[], at: number): Draft | null {
    const candidates = this.byShortName.get(words.join(' ')) ?? [];
    if (candidates.length < 2) return candidates[0] ?? null;
    const gendered = candidates.filter((p) => p.last <= at).sort((a, b) => b.last - a.last);
    return gendered[0] ?? candidates[0] ?? null;
  }

  /** Whether a short name at these tokens is no part of a longer name and no everyday word. */
  private standsAlone(from: number, to: number): boolean {
    const { doc, cover } = this.reading;
    const acronym = doc.flag(from, F.Caps) && doc.styleAt(from) === 'running' && to - from === 1;
    if (acronym) return false;
    // "Fort William", "Lake Victoria": a place that is named after somebody.
    const place =
      doc.is(from - 1, C['place-head']) && doc.flag(from - 1, F.Capital) && doc.sameSentence(from - 1, from);
    if (place && doc.styleAt(from) === 'running') return false;
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
      else if (role && record.offices.some((o) => o.role === role)) sum += 2.5;
      // Somebody else's title: "Pope Francis" is no ambassador of that name.
      else if (role && role !== 'other' && record.offices.length > 0) sum -= 1;
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
