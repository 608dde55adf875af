// What each record is called, as terms for the trie: the surface, what it stands for, and how it must be written.
import { CASE, FORM, INFLECTION, KIND } from './format.ts';
import type {
  BodyRecord,
  CountryRecord,
  EncounterRecord,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
  TitleRecord,
} from './schema.ts';

export interface Term {
  text: string;
  kind: number;
  form: number;
  rule: number;
  ref: number;
}

type Emit = (text: string, form: number, rule?: number) => void;

const emitter =
  (terms: Term[], kind: number, ref: number): Emit =>
  (text, form, rule = CASE.capital) =>
    terms.push({ text, kind, form, rule, ref });

export function countryTerms(records: CountryRecord[]): Term[] {
  const terms: Term[] = [];
  records.forEach((record, ref) => {
    const emit = emitter(terms, KIND.country, ref);
    for (const name of [
      record.name,
      ...(record.official ? [record.official] : []),
      ...record.aliases,
      ...record.former,
    ])
      emit(name, FORM.name, caseOfAcronym(name) ?? CASE.capital);
    for (const name of [...record.adjectives, ...record.nationals])
      emit(name, FORM.adjective, caseOfAcronym(name) ?? CASE.capital);
    for (const name of record.prefixes) emit(name, FORM.prefix);
    for (const name of record.metonyms) emit(name, FORM.metonym);
    for (const name of record.seats) emit(name, FORM.seat);
  });
  return terms;
}

export function organizationTerms(records: OrganizationRecord[], isCommon: (word: string) => boolean): Term[] {
  const terms: Term[] = [];
  records.forEach((record, ref) => {
    const emit = emitter(terms, KIND.organization, ref);
    for (const name of [record.name, ...record.aliases, ...record.former]) {
      const acronym = caseOfAcronym(name);
      emit(name, acronym === null ? FORM.name : FORM.acronym, acronym ?? CASE.capital);
    }
    for (const name of record.acronyms) {
      // "Nato", "Unesco": papers write pronounceable acronyms like names, unless that makes a word.
      const pronounced = /^[A-Z]{4,}$/.test(name) && !isCommon(name.toLowerCase());
      emit(name, FORM.acronym, pronounced ? CASE.capital : (caseOfAcronym(name) ?? CASE.mixed));
    }
  });
  return terms;
}

export function personTerms(records: PersonRecord[]): Term[] {
  const terms: Term[] = [];
  records.forEach((record, ref) => {
    const emit = emitter(terms, KIND.person, ref);
    for (const name of [record.name, ...record.aliases]) emit(name, name.includes(' ') ? FORM.name : FORM.short);
    emit(record.family, FORM.family);
    for (const name of record.short) emit(name, FORM.short);
  });
  return terms;
}

export function titleTerms(records: TitleRecord[]): Term[] {
  return records.flatMap((record, ref) =>
    [record.title, ...record.aliases].map((text) => ({ text, kind: KIND.title, form: FORM.name, rule: CASE.any, ref })),
  );
}

export function placeTerms(records: PlaceRecord[]): Term[] {
  return records.flatMap((record, ref) =>
    [record.name, ...record.aliases].map((text) => ({
      text,
      kind: KIND.place,
      form: FORM.name,
      rule: CASE.capital,
      ref,
    })),
  );
}

export function bodyTerms(records: BodyRecord[]): Term[] {
  return records.flatMap((record, ref) =>
    [record.body, ...record.aliases].map((text) => ({ text, kind: KIND.body, form: FORM.name, rule: CASE.any, ref })),
  );
}

export function encounterTerms(records: EncounterRecord[]): Term[] {
  return records.flatMap((record, ref) =>
    (['base', 'third', 'past', 'gerund', 'noun'] as const).flatMap((form) =>
      record[form].map((text) => ({ text, kind: KIND.encounter, form: INFLECTION[form], rule: CASE.any, ref })),
    ),
  );
}

/** The case rule of a name that is an acronym as written; null for other names. */
function caseOfAcronym(name: string): number | null {
  if (/^(\p{Lu}\.?){2,}\d*$|^\p{Lu}+\d+(\+\d)?$/u.test(name)) return CASE.caps;
  if (/^\p{Lu}?\p{Ll}*\p{Lu}\p{Ll}*\p{Lu}+$/u.test(name)) return CASE.mixed;
  return null;
}
