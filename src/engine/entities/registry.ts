// The entities of one article while it is read: known ones by their record, unknown ones by their name.
import type { Dictionary } from '../../dictionary/load.ts';
import type { CountryRecord, OrganizationRecord, PersonRecord } from '../../dictionary/schema.ts';
import type { Entity, EntityType } from '../analysis.ts';
import { officeAt } from './offices.ts';

export interface Draft {
  id: string;
  type: EntityType;
  name: string;
  country: string | null;
  person: PersonRecord | null;
  organization: OrganizationRecord | null;
  /** Folded words of the fullest name, for finding later mentions. */
  words: string[];
  mentions: number;
  /** Token at which it was last named. */
  last: number;
}

export class Registry {
  readonly drafts = new Map<string, Draft>();

  constructor(private readonly dictionary: Dictionary) {}

  country(record: CountryRecord): Draft {
    return this.keep(record.id, () => ({
      type: 'country',
      name: record.name,
      country: record.id,
      person: null,
      organization: null,
      words: [],
    }));
  }

  person(record: PersonRecord, words: string[]): Draft {
    return this.keep(record.id, () => ({
      type: 'person',
      name: record.name,
      country: record.country,
      person: record,
      organization: null,
      words,
    }));
  }

  organization(record: OrganizationRecord): Draft {
    return this.keep(record.id, () => ({
      type: 'organization',
      name: record.name,
      country: record.country,
      person: null,
      organization: record,
      words: [],
    }));
  }

  /**
   * An entity that the engine alone recognized; `folded` tells one name from another. `taken`: the id of the dictionary's
   * bearer of the same name, who is somebody else.
   */
  unknown(type: EntityType, name: string, folded: string, country: string | null = null, taken?: string): Draft {
    const slug = `${folded.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'name'}${country && type === 'organization' ? `-${country.toLowerCase()}` : ''}`;
    let id = slug;
    for (let n = 2; id === taken || (this.drafts.has(id) && !this.isSame(id, type, folded)); n++) id = `${slug}-${n}`;
    return this.keep(id, () => ({ type, name, country, person: null, organization: null, words: folded.split(' ') }));
  }

  entities(date: string | null): Entity[] {
    return [...this.drafts.values()]
      .filter((draft) => draft.mentions > 0)
      .map((draft) => ({
        id: draft.id,
        type: draft.type,
        name: draft.name,
        known: draft.type === 'country' || draft.person !== null || draft.organization !== null,
        country: draft.country,
        office: draft.person ? officeAt(draft.person, date) : null,
        wikidata: (draft.person ?? draft.organization ?? this.countryRecord(draft.id))?.wikidata ?? null,
        mentions: draft.mentions,
      }));
  }

  private countryRecord(id: string): CountryRecord | null {
    for (let i = 0; i < this.dictionary.countries.length; i++) {
      const record = this.dictionary.countries.at(i);
      if (record.id === id) return record;
    }
    return null;
  }

  private isSame(id: string, type: EntityType, folded: string): boolean {
    const draft = this.drafts.get(id);
    return (
      draft?.type === type && draft.person === null && draft.organization === null && draft.words.join(' ') === folded
    );
  }

  private keep(id: string, make: () => Omit<Draft, 'id' | 'mentions' | 'last'>): Draft {
    const known = this.drafts.get(id);
    if (known) return known;
    const draft: Draft = { id, ...make(), mentions: 0, last: -1 };
    this.drafts.set(id, draft);
    return draft;
  }
}
