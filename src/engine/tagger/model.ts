// The tagger's weights and its decoding. The file: a head of four 32-bit numbers (features, bytes of hashes, scale of the weights,
// version), the transitions as bytes, the sorted feature hashes as differences in groups of seven bits, and a row of signed bytes for each feature.
import { FEATURE_BITS } from './features.ts';
import { LABEL_COUNT, mayBegin, mayEnd, PREDECESSORS } from './labels.ts';

const VERSION = 1;
const HEAD = 16;
const TRANSITIONS = LABEL_COUNT * LABEL_COUNT;

/** Sorted feature hashes and their rows of weights, as training finds them. */
export interface Weights {
  features: { hash: number; row: number[] }[];
  transitions: number[];
}

/** A damaged or foreign weights file; the message is a sentence for the reader. */
export class TaggerError extends Error {
  override name = 'TaggerError';
}

/** Quantises to eight bits and packs; features whose row comes out as nothing are left out. */
export function packWeights(weights: Weights): Uint8Array {
  const largest = Math.max(
    1e-9,
    ...weights.transitions.map(Math.abs),
    ...weights.features.map(({ row }) => Math.max(...row.map(Math.abs))),
  );
  const scale = 127 / largest;
  const rows = weights.features
    .map(({ hash, row }) => ({ hash, row: row.map((w) => Math.round(w * scale)) }))
    .filter(({ row }) => row.some((w) => w !== 0))
    .sort((a, b) => a.hash - b.hash);
  const hashes: number[] = [];
  let last = 0;
  for (const { hash } of rows) {
    let gap = hash - last;
    last = hash;
    for (; gap > 127; gap >>>= 7) hashes.push((gap & 127) | 128);
    hashes.push(gap);
  }
  const bytes = new Uint8Array(HEAD + TRANSITIONS + hashes.length + rows.length * LABEL_COUNT);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, rows.length, true);
  head.setUint32(4, hashes.length, true);
  head.setFloat32(8, scale, true);
  head.setUint32(12, VERSION, true);
  bytes.set(
    weights.transitions.map((w) => Math.round(w * scale) & 255),
    HEAD,
  );
  bytes.set(hashes, HEAD + TRANSITIONS);
  // Label by label, so that like stands by like and packs well.
  const base = HEAD + TRANSITIONS + hashes.length;
  rows.forEach(({ row }, r) => {
    row.forEach((w, label) => {
      bytes[base + label * rows.length + r] = w & 255;
    });
  });
  return bytes;
}

export class Tagger {
  private readonly slots: Int32Array;
  private readonly hashes: Int32Array;
  private readonly rows: Int8Array;
  private readonly transitions: Int32Array;
  private readonly mask: number;
  private scores = new Int32Array(64 * LABEL_COUNT);
  private back = new Uint8Array(64 * LABEL_COUNT);
  labels = new Uint8Array(64);
  readonly featureCount: number;

  /** @throws TaggerError when the bytes are no weights of this version or cut short. */
  constructor(bytes: Uint8Array) {
    if (bytes.byteLength < HEAD + TRANSITIONS) throw new TaggerError('The weights of the tagger are cut short.');
    const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = head.getUint32(0, true);
    const packed = head.getUint32(4, true);
    if (head.getUint32(12, true) !== VERSION)
      throw new TaggerError('The weights of the tagger are of another version.');
    if (bytes.byteLength !== HEAD + TRANSITIONS + packed + count * LABEL_COUNT)
      throw new TaggerError('The weights of the tagger are cut short.');
    this.featureCount = count;
    this.transitions = Int32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + HEAD, TRANSITIONS));
    let capacity = 1024;
    while (capacity < count * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity).fill(-1);
    this.hashes = new Int32Array(count);
    this.rows = new Int8Array(count * LABEL_COUNT);
    const base = HEAD + TRANSITIONS + packed;
    let at = HEAD + TRANSITIONS;
    let hash = 0;
    for (let r = 0; r < count; r++) {
      let shift = 0;
      let gap = 0;
      for (;;) {
        const byte = bytes[at++] as number;
        gap |= (byte & 127) << shift;
        if (byte < 128) break;
        shift += 7;
      }
      hash += gap;
      this.hashes[r] = hash;
      let slot = slotOf(hash) & this.mask;
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = r;
      for (let label = 0; label < LABEL_COUNT; label++)
        this.rows[r * LABEL_COUNT + label] = ((bytes[base + label * count + r] as number) << 24) >> 24;
    }
  }

  /** Makes room for a stretch of `length` tokens and forgets the last one. */
  begin(length: number): void {
    if (length > this.labels.length) {
      this.scores = new Int32Array(length * 2 * LABEL_COUNT);
      this.back = new Uint8Array(length * 2 * LABEL_COUNT);
      this.labels = new Uint8Array(length * 2);
    } else this.scores.fill(0, 0, length * LABEL_COUNT);
  }

  /** Adds what the features of the `k`th token weigh. */
  add(k: number, features: Int32Array, count: number): void {
    const { slots, hashes, rows, mask, scores } = this;
    const at = k * LABEL_COUNT;
    for (let f = 0; f < count; f++) {
      const hash = features[f] as number;
      let slot = slotOf(hash) & mask;
      for (let r = slots[slot] as number; r >= 0; r = slots[slot] as number) {
        if (hashes[r] === hash) {
          const row = r * LABEL_COUNT;
          for (let label = 0; label < LABEL_COUNT; label++)
            (scores[at + label] as number) += rows[row + label] as number;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  /** The best row of labels for the stretch; it stands in `labels`. */
  decode(length: number): void {
    const { scores, back, transitions } = this;
    for (let b = 0; b < LABEL_COUNT; b++) if (!mayBegin(b)) scores[b] = NEVER;
    for (let k = 1; k < length; k++) {
      const previous = (k - 1) * LABEL_COUNT;
      const at = k * LABEL_COUNT;
      for (let b = 0; b < LABEL_COUNT; b++) {
        const before = PREDECESSORS[b] as readonly number[];
        let best = NEVER * 2;
        let from = 0;
        for (let j = 0; j < before.length; j++) {
          const a = before[j] as number;
          const score = (scores[previous + a] as number) + (transitions[a * LABEL_COUNT + b] as number);
          if (score > best) {
            best = score;
            from = a;
          }
        }
        scores[at + b] = Math.max(NEVER, best + (scores[at + b] as number));
        back[at + b] = from;
      }
    }
    const end = (length - 1) * LABEL_COUNT;
    let label = 0;
    let best = NEVER * 2;
    for (let b = 0; b < LABEL_COUNT; b++)
      if (mayEnd(b) && (scores[end + b] as number) > best) {
        best = scores[end + b] as number;
        label = b;
      }
    for (let k = length - 1; k >= 0; k--) {
      this.labels[k] = label;
      label = back[k * LABEL_COUNT + label] as number;
    }
  }
}

/** Far below what any name weighs; a stretch is short enough for sums of 32 bits (see LONGEST in stretches.ts). */
const NEVER = -1_000_000_000;

const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - FEATURE_BITS);
