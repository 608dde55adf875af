// The dictionary as the engine uses it: words to ids, ids down the trie to senses, senses to records.

import { Tagger } from '../engine/tagger/model.ts';
import { CharacterTable } from '../engine/text/characters.ts';
import { C } from '../engine/text/classes.ts';
import { HASH_SEED_1, HASH_SEED_2, mix1, mix2, type Vocabulary } from '../engine/text/tokens.ts';
import { DictionaryError, readSections } from './format.ts';
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
    const line = this.decoder.decode(this.bytes.subarray(this.starts[i], (this.starts[i + 1] ?? 1) - 1));
    const record = JSON.parse(line) as T;
    this.parsed[i] = record;
    return record;
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
  /** Child of the trie's root for each word, or 0. */
  readonly rootChild: Int32Array;
  readonly senses: Uint32Array;
  private readonly classes: Uint32Array;
  private readonly classes2: Uint32Array;
  private readonly firstEdge: Uint32Array;
  private readonly edgeToken: Uint32Array;
  private readonly senseStart: Uint32Array;
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
    const u16 = (part: Uint8Array): Uint16Array => new Uint16Array(part.buffer, part.byteOffset, part.byteLength >> 1);
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

    // Trie: node n's edges lie side by side, and edge e leads to node e + 1.
    const counts = u16(sections.edgeCounts);
    const low = u16(sections.edgeTokens);
    const high = u16(sections.edgeTokensHigh);
    const edges = counts.reduce((sum, n) => sum + n, 0) + (meta.counts.rootEdges ?? 0);
    this.edgeToken = new Uint32Array(edges);
    for (let e = 0; e < edges; e++) this.edgeToken[e] = (low[e] ?? 0) | ((high[e] ?? 0) << 16);
    const nodes = edges + 1;
    this.firstEdge = new Uint32Array(nodes + 1);
    // The root may have more edges than 16 bits count: its number stands in the meta data.
    let at = 0;
    for (let n = 0; n < nodes; n++) {
      this.firstEdge[n] = at;
      at += n === 0 ? (meta.counts.rootEdges ?? 0) : (counts[n] ?? 0);
    }
    this.firstEdge[nodes] = at;
    this.rootChild = new Int32Array(size);
    for (let e = 0; e < (this.firstEdge[1] ?? 0); e++) this.rootChild[this.edgeToken[e] ?? 0] = e + 1;

    const perNode = u16(sections.nodeSenses);
    this.senseStart = new Uint32Array(nodes + 1);
    let senseAt = 0;
    for (let n = 0; n < nodes; n++) {
      this.senseStart[n] = senseAt;
      senseAt += perNode[n] ?? 0;
    }
    this.senseStart[nodes] = senseAt;
    this.senses = u32(sections.senseLists);
    if (this.senses.length !== senseAt) throw new DictionaryError('The dictionary file is damaged.');

    this.countries = new Records(sections.countries, this.decoder);
    this.organizations = new Records(sections.organizations, this.decoder);
    this.people = new Records(sections.people, this.decoder);
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

  /** The node that `word` leads to from `node`; 0 for none. */
  step(node: number, word: number): number {
    let low = this.firstEdge[node] as number;
    let high = (this.firstEdge[node + 1] as number) - 1;
    while (low <= high) {
      const mid = (low + high) >> 1;
      const token = this.edgeToken[mid] as number;
      if (token === word) return mid + 1;
      if (token < word) low = mid + 1;
      else high = mid - 1;
    }
    return 0;
  }

  senseFrom(node: number): number {
    return this.senseStart[node] as number;
  }

  senseTo(node: number): number {
    return this.senseStart[node + 1] as number;
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

  private hashWords(words: Uint8Array): void {
    let h1 = HASH_SEED_1;
    let h2 = HASH_SEED_2;
    let id = 0;
    for (let i = 0; i < words.length; i++) {
      let code = words[i] as number;
      if (code === 10) {
        let slot = h1 & this.mask;
        while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & this.mask;
        this.slots[slot] = id;
        this.hash1[id] = h1;
        this.hash2[id] = h2;
        id++;
        h1 = HASH_SEED_1;
        h2 = HASH_SEED_2;
        continue;
      }
      // UTF-8 of the Basic Multilingual Plane; beyond it, the two surrogates that UTF-16 has.
      if (code >= 0xf0) {
        const point =
          ((code & 7) << 18) |
          (((words[i + 1] ?? 0) & 63) << 12) |
          (((words[i + 2] ?? 0) & 63) << 6) |
          ((words[i + 3] ?? 0) & 63);
        i += 3;
        const lead = 0xd800 + ((point - 0x10000) >> 10);
        h1 = mix1(h1, lead);
        h2 = mix2(h2, lead);
        code = 0xdc00 + ((point - 0x10000) & 0x3ff);
      } else if (code >= 0xe0) {
        code = ((code & 15) << 12) | (((words[i + 1] ?? 0) & 63) << 6) | ((words[i + 2] ?? 0) & 63);
        i += 2;
      } else if (code >= 0xc0) {
        code = ((code & 31) << 6) | ((words[i + 1] ?? 0) & 63);
        i += 1;
      }
      h1 = mix1(h1, code);
      h2 = mix2(h2, code);
    }
  }
}

/** @throws DictionaryError when the bytes are no dictionary, of another version, cut short or damaged. */
export function loadDictionary(bytes: Uint8Array): Dictionary {
  return new Dictionary(bytes);
}
