// The dictionary as the engine uses it: words to ids, ids down the trie to senses, senses to records.

import { Tagger } from '../engine/tagger/model.ts';
import { CharacterTable } from '../engine/text/characters.ts';
import { C } from '../engine/text/classes.ts';
import { HASH_SEED_1, HASH_SEED_2, mix1, mix2, type Vocabulary } from '../engine/text/tokens.ts';
import { readSections } from './format.ts';
import { type PeopleTables, unpackPerson } from './people-table.ts';
import type {
  AmbiguityRecord,
  BodyRecord,
  CountryRecord,
  EncounterRecord,
  OrganizationRecord,
  PersonRecord,
  PlaceRecord,
  TitleRecord,
} from './schema.ts';
import { Trie } from './trie.ts';
import { unpackWords } from './vocabulary.ts';

export { DictionaryError } from './format.ts';

export interface DictionaryMeta {
  version: string;
  asOf: string;
  counts: Record<string, number>;
}

/** A topic phrase as compiled. `near`: vocabulary ids of which one must stand in the same block; empty for none. */
export interface TopicPhrase {
  topic: number;
  weight: number;
  near: number[];
}

export interface TopicTable {
  topics: { id: string; label: string; scale: number }[];
  phrases: TopicPhrase[];
}

/** One record a line, parsed when it is first met. */
class Records<T> {
  private readonly starts: Uint32Array;
  private readonly parsed: (T | undefined)[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly decoder: TextDecoder,
    private readonly parse: (line: string) => T = JSON.parse,
  ) {
    const starts: number[] = [0];
    for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) starts.push(i + 1);
    this.starts = Uint32Array.from(starts);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  at(i: number): T {
    const known = this.parsed[i];
    if (known) return known;
    const record = this.parse(this.line(i));
    this.parsed[i] = record;
    return record;
  }

  line(i: number): string {
    return this.decoder.decode(this.bytes.subarray(this.starts[i], (this.starts[i + 1] ?? 1) - 1));
  }
}

export class Dictionary implements Vocabulary {
  readonly version: string;
  readonly asOf: string;
  readonly counts: Record<string, number>;
  readonly characters = new CharacterTable();
  readonly countries: Records<CountryRecord>;
  readonly organizations: Records<OrganizationRecord>;
  readonly people: Records<PersonRecord>;
  readonly places: Records<PlaceRecord>;
  readonly titles: Records<TitleRecord>;
  readonly bodies: Records<BodyRecord>;
  readonly encounters: Records<Pick<EncounterRecord, 'id' | 'part' | 'frame' | 'kind'>>;
  readonly trie: Trie;
  private readonly classes: Uint32Array;
  private readonly classes2: Uint32Array;
  private readonly slots: Int32Array;
  private readonly hash1: Int32Array;
  private readonly hash2: Int32Array;
  private readonly mask: number;
  private readonly topicBytes: Uint8Array;
  private readonly taggerBytes: Uint8Array;
  private loadedTagger: Tagger | null = null;
  private readonly ambiguityBytes: Uint8Array;
  private ambiguityMap: Map<string, AmbiguityRecord> | null = null;
  private topicTable: TopicTable | null = null;
  private readonly decoder = new TextDecoder('utf-8', { fatal: false });

  /** @throws DictionaryError */
  constructor(bytes: Uint8Array) {
    const sections = readSections(bytes);
    const u32 = (part: Uint8Array): Uint32Array => new Uint32Array(part.buffer, part.byteOffset, part.byteLength >> 2);
    const meta = JSON.parse(this.decoder.decode(sections.meta)) as DictionaryMeta;
    this.version = meta.version;
    this.asOf = meta.asOf;
    this.counts = meta.counts;
    this.classes = u32(sections.classes);
    this.classes2 = u32(sections.classes2);
    const size = this.classes.length;

    // Vocabulary: hash every word once.
    let capacity = 1024;
    while (capacity < size * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity).fill(-1);
    this.hash1 = new Int32Array(size);
    this.hash2 = new Int32Array(size);
    this.hashWords(sections.words);

    this.trie = new Trie(sections, meta.counts.rootEdges ?? 0, size);
    this.countries = new Records(sections.countries, this.decoder);
    this.organizations = new Records(sections.organizations, this.decoder);
    // The first line of the people holds the tables of their offices.
    const end = sections.people.indexOf(10) + 1;
    const tables = JSON.parse(this.decoder.decode(sections.people.subarray(0, end))) as PeopleTables;
    this.people = new Records(sections.people.subarray(end), this.decoder, (line) => unpackPerson(line, tables));
    this.titles = new Records(sections.titles, this.decoder);
    this.places = new Records(sections.places, this.decoder);
    this.bodies = new Records(sections.bodies, this.decoder);
    this.encounters = new Records(sections.encounters, this.decoder);
    this.ambiguityBytes = sections.ambiguities;
    this.topicBytes = sections.topics;
    this.taggerBytes = sections.tagger;
  }

  find(hash1: number, hash2: number): number {
    let slot = hash1 & this.mask;
    for (;;) {
      const id = this.slots[slot] as number;
      if (id < 0) return -1;
      if (this.hash1[id] === hash1 && this.hash2[id] === hash2) return id;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Id of a word given as folded text; -1 when unknown. */
  idOf(word: string): number {
    let h1 = HASH_SEED_1;
    let h2 = HASH_SEED_2;
    for (let i = 0; i < word.length; i++) {
      h1 = mix1(h1, word.charCodeAt(i));
      h2 = mix2(h2, word.charCodeAt(i));
    }
    return this.find(h1, h2);
  }

  /** Bits of `C`; 0 for an unknown word. */
  classesOf(word: number): number {
    return word < 0 ? 0 : (this.classes[word] ?? 0);
  }

  /** Bits of `D`; 0 for an unknown word. */
  classes2Of(word: number): number {
    return word < 0 ? 0 : (this.classes2[word] ?? 0);
  }

  isAbbreviation(word: number): boolean {
    return (this.classesOf(word) & C.abbreviation) !== 0;
  }

  get topics(): TopicTable {
    this.topicTable ??= JSON.parse(this.decoder.decode(this.topicBytes)) as TopicTable;
    return this.topicTable;
  }

  /** The trained tagger, unpacked when first asked for; null in a dictionary that was compiled without one. */
  get tagger(): Tagger | null {
    if (this.taggerBytes.byteLength === 0) return null;
    this.loadedTagger ??= new Tagger(this.taggerBytes);
    return this.loadedTagger;
  }

  /** Ambiguous words by their folded text. */
  get ambiguities(): Map<string, AmbiguityRecord> {
    this.ambiguityMap ??= new Map(JSON.parse(this.decoder.decode(this.ambiguityBytes)) as [string, AmbiguityRecord][]);
    return this.ambiguityMap;
  }

  /** Hashes every word once; what a word shares with the one before is hashed already. */
  private hashWords(words: Uint8Array): void {
    const first = [HASH_SEED_1];
    const second = [HASH_SEED_2];
    let id = 0;
    unpackWords(words, (shared, rest) => {
      let h1 = first[shared] as number;
      let h2 = second[shared] as number;
      for (let k = 0; k < rest.length; k++) {
        const unit = rest[k] as number;
        h1 = mix1(h1, unit);
        h2 = mix2(h2, unit);
        first[shared + k + 1] = h1;
        second[shared + k + 1] = h2;
      }
      let slot = h1 & this.mask;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id;
      this.hash1[id] = h1;
      this.hash2[id] = h2;
      id++;
    });
  }
}

/** @throws DictionaryError when the bytes are no dictionary, of another version, cut short or damaged. */
export function loadDictionary(bytes: Uint8Array): Dictionary {
  return new Dictionary(bytes);
}
