// The compiled dictionary's file: a header, a table of sections, and the sections' bytes. It is read as typed arrays over
// the bytes themselves; only the words of the vocabulary are hashed when it is loaded, and records are parsed when met.

const MAGIC = 0x41747461; // "Atta"
/** Goes up with every change of the sections or of what their bits mean. */
export const FORMAT_VERSION = 3;
const HEADER_WORDS = 5;

export const SECTIONS = [
  'meta',
  'words',
  'classes',
  'classes2',
  'edgeCounts',
  'edgeTokens',
  'edgeTokensHigh',
  'nodeSenses',
  'senseForms',
  'senseRefs',
  'senseRefsHigh',
  'countries',
  'organizations',
  'people',
  'titles',
  'topics',
  'places',
  'bodies',
  'encounters',
  'ambiguities',
  'tagger',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A compiled dictionary that cannot be used; the message is a sentence for the reader. */
export class DictionaryError extends Error {
  override name = 'DictionaryError';
}

function checksum(bytes: Uint8Array): number {
  // Over 32-bit words, quick. Every step can be undone, so two files that differ in one word never have the same sum.
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let sum = 0x811c9dc5;
  for (const word of words) {
    sum = Math.imul(sum ^ word, 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}

/** Sections are padded to four bytes, so that each can be seen as a 32-bit array. */
export function writeSections(sections: Record<SectionName, Uint8Array>): Uint8Array<ArrayBuffer> {
  const tableWords = HEADER_WORDS + SECTIONS.length * 2;
  const padded = (n: number): number => (n + 3) & ~3;
  const total = tableWords * 4 + SECTIONS.reduce((sum, name) => sum + padded(sections[name].byteLength), 0);
  const bytes = new Uint8Array(total);
  const head = new Uint32Array(bytes.buffer, 0, tableWords);
  let offset = tableWords * 4;
  SECTIONS.forEach((name, i) => {
    head[HEADER_WORDS + i * 2] = offset;
    head[HEADER_WORDS + i * 2 + 1] = sections[name].byteLength;
    bytes.set(sections[name], offset);
    offset += padded(sections[name].byteLength);
  });
  head.set([MAGIC, FORMAT_VERSION, total, SECTIONS.length, 0]);
  head[4] = checksum(bytes.subarray(HEADER_WORDS * 4));
  return bytes;
}

/** @throws DictionaryError when the bytes are no dictionary, of another version, cut short or changed. */
export function readSections(bytes: Uint8Array): Record<SectionName, Uint8Array> {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (aligned.byteLength < (HEADER_WORDS + SECTIONS.length * 2) * 4)
    throw new DictionaryError('The dictionary file is cut short.');
  const head = new Uint32Array(aligned.buffer, aligned.byteOffset, HEADER_WORDS + SECTIONS.length * 2);
  if (head[0] !== MAGIC) throw new DictionaryError('This file is no dictionary of Attaché.');
  if (head[1] !== FORMAT_VERSION || head[3] !== SECTIONS.length)
    throw new DictionaryError(
      `The dictionary file has format ${head[1]}; this version of Attaché reads format ${FORMAT_VERSION}.`,
    );
  if (head[2] !== aligned.byteLength) throw new DictionaryError('The dictionary file is cut short.');
  if (head[4] !== checksum(aligned.subarray(HEADER_WORDS * 4)))
    throw new DictionaryError('The dictionary file is damaged.');
  const found = {} as Record<SectionName, Uint8Array>;
  SECTIONS.forEach((name, i) => {
    const from = head[HEADER_WORDS + i * 2] ?? 0;
    found[name] = aligned.subarray(from, from + (head[HEADER_WORDS + i * 2 + 1] ?? 0));
  });
  return found;
}

/** Kinds of terms; a sense is kind (3 bits), form (3), case rule (2) and the record's index (24). */
export const KIND = {
  country: 0,
  person: 1,
  organization: 2,
  place: 3,
  topic: 4,
  title: 5,
  body: 6,
  encounter: 7,
} as const;
export const FORM = {
  name: 0,
  /** Countries: adjective or nationals. People: family name. Organizations: acronym. */
  adjective: 1,
  family: 1,
  acronym: 1,
  /** Countries: capital or seat. People: another single name. */
  metonym: 2,
  short: 2,
  /** Countries: before a hyphen. */
  prefix: 3,
  /** Palaces and offices that stand for a government. */
  seat: 4,
} as const;
/** How an encounter's word is inflected. */
export const INFLECTION = { base: 0, third: 1, past: 2, gerund: 3, noun: 4 } as const;
export const CASE = {
  /** Every word but particles and small words begins with a capital. */
  capital: 0,
  /** All capitals, with or without full stops. */
  caps: 1,
  any: 2,
  /** As written, with capitals inside: at least one word has a capital. */
  mixed: 3,
} as const;

export const packSense = (kind: number, form: number, rule: number, ref: number): number =>
  (kind | (form << 3) | (rule << 6) | (ref << 8)) >>> 0;
export const senseKind = (sense: number): number => sense & 7;
export const senseForm = (sense: number): number => (sense >> 3) & 7;
export const senseCase = (sense: number): number => (sense >> 6) & 3;
export const senseRef = (sense: number): number => sense >>> 8;
