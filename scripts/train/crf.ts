// Trains a linear-chain conditional random field: stochastic gradient with a step for each weight (AdaGrad) and dual
// averaging with an L1 norm, which leaves most weights at nothing. The same material in the same order gives the same weights.
import { LABEL_COUNT, mayBegin, mayEnd, PREDECESSORS } from '../../src/engine/tagger/labels.ts';
import type { Weights } from '../../src/engine/tagger/model.ts';

/** One stretch: the features of its tokens one after the other, and where each token's begin. */
export interface Example {
  features: Int32Array;
  starts: Int32Array;
  labels: Uint8Array;
  /** How much it counts; 1 is usual. */
  weight: number;
}

export interface TrainOptions {
  epochs: number;
  rate: number;
  /** Strength of the L1 norm, per example. */
  sparsity: number;
  /** A feature must stand in this many examples. */
  minimum: number;
  seed: number;
  progress?: (epoch: number, loss: number) => void;
}

const N = LABEL_COUNT;
const NEVER = -1e30;

export function train(examples: Example[], options: TrainOptions): Weights {
  const index = indexFeatures(examples, options.minimum);
  const own = examples.map((example) => intern(example, index.ids));
  const weights = new Adaptive(index.hashes.length * N, options);
  const transitions = new Adaptive(N * N, options);
  const order = own.map((_, i) => i);
  const random = randomFrom(options.seed);
  const lattice = new Lattice();
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    let loss = 0;
    for (const e of order) loss += lattice.step(own[e] as Example, weights, transitions);
    options.progress?.(epoch, loss / own.length);
  }
  weights.finish();
  transitions.finish();
  const features = index.hashes.map((hash, id) => ({
    hash,
    row: Array.from(weights.values.subarray(id * N, id * N + N)),
  }));
  return { features, transitions: Array.from(transitions.values, (v) => (v < NEVER / 2 ? 0 : v)) };
}

function indexFeatures(examples: Example[], minimum: number): { ids: Map<number, number>; hashes: number[] } {
  const counts = new Map<number, number>();
  for (const { features } of examples) for (const f of new Set(features)) counts.set(f, (counts.get(f) ?? 0) + 1);
  const hashes = [...counts]
    .filter(([, n]) => n >= minimum)
    .map(([hash]) => hash)
    .sort((a, b) => a - b);
  return { ids: new Map(hashes.map((hash, id) => [hash, id])), hashes };
}

function intern(example: Example, ids: Map<number, number>): Example {
  const features: number[] = [];
  const starts = new Int32Array(example.starts.length);
  for (let k = 0; k + 1 < example.starts.length; k++) {
    starts[k] = features.length;
    for (let f = example.starts[k] as number; f < (example.starts[k + 1] as number); f++) {
      const id = ids.get(example.features[f] as number);
      if (id !== undefined) features.push(id);
    }
  }
  starts[starts.length - 1] = features.length;
  return { ...example, features: Int32Array.from(features), starts };
}

/** Weights with the sums of their gradients. */
class Adaptive {
  readonly values: Float64Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private steps = 0;

  constructor(
    size: number,
    private readonly options: TrainOptions,
  ) {
    this.values = new Float64Array(size);
    this.sums = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  tick(): void {
    this.steps++;
  }

  /** Takes in the gradient of the log-likelihood. */
  push(i: number, gradient: number): void {
    (this.sums[i] as number) += gradient;
    (this.squares[i] as number) += gradient * gradient;
    this.settle(i);
  }

  finish(): void {
    for (let i = 0; i < this.values.length; i++) this.settle(i);
  }

  private settle(i: number): void {
    const sum = this.sums[i] as number;
    const left = Math.abs(sum) - this.options.sparsity * this.steps;
    this.values[i] =
      left <= 0 ? 0 : (Math.sign(sum) * left * this.options.rate) / (1e-6 + Math.sqrt(this.squares[i] as number));
  }
}

/** Forward and backward over one stretch. */
class Lattice {
  private scores = new Float64Array(0);
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);

  /** One step of the gradient; returns the loss before it. */
  step(example: Example, weights: Adaptive, transitions: Adaptive): number {
    const n = example.labels.length;
    this.room(n * N);
    this.score(example, weights, n);
    const total = this.forward(transitions.values, n);
    this.backward(transitions.values, n);
    const { scores, alpha, beta } = this;
    const gold = example.labels;
    weights.tick();
    transitions.tick();
    let reached = 0;
    for (let k = 0; k < n; k++) {
      const at = k * N;
      reached += scores[at + (gold[k] as number)] as number;
      if (k > 0) reached += transitions.values[(gold[k - 1] as number) * N + (gold[k] as number)] as number;
      for (let b = 0; b < N; b++) {
        const p = Math.exp((alpha[at + b] as number) + (beta[at + b] as number) - total);
        const gradient = ((gold[k] === b ? 1 : 0) - p) * example.weight;
        if (Math.abs(gradient) < 1e-5) continue;
        for (let f = example.starts[k] as number; f < (example.starts[k + 1] as number); f++)
          weights.push((example.features[f] as number) * N + b, gradient);
      }
      if (k === 0) continue;
      for (let b = 0; b < N; b++)
        for (const a of PREDECESSORS[b] as readonly number[]) {
          const p = Math.exp(
            (alpha[at - N + a] as number) +
              (transitions.values[a * N + b] as number) +
              (scores[at + b] as number) +
              (beta[at + b] as number) -
              total,
          );
          const gradient = ((gold[k - 1] === a && gold[k] === b ? 1 : 0) - p) * example.weight;
          if (Math.abs(gradient) > 1e-5) transitions.push(a * N + b, gradient);
        }
    }
    return total - reached;
  }

  private score(example: Example, weights: Adaptive, n: number): void {
    this.scores.fill(0, 0, n * N);
    for (let k = 0; k < n; k++)
      for (let f = example.starts[k] as number; f < (example.starts[k + 1] as number); f++) {
        const row = (example.features[f] as number) * N;
        for (let b = 0; b < N; b++) (this.scores[k * N + b] as number) += weights.values[row + b] as number;
      }
  }

  private forward(transitions: Float64Array, n: number): number {
    const { scores, alpha } = this;
    for (let b = 0; b < N; b++) alpha[b] = mayBegin(b) ? (scores[b] as number) : NEVER;
    for (let k = 1; k < n; k++)
      for (let b = 0; b < N; b++) {
        const sum = logSum(
          PREDECESSORS[b] as readonly number[],
          (a) => (alpha[(k - 1) * N + a] as number) + (transitions[a * N + b] as number),
        );
        alpha[k * N + b] = sum + (scores[k * N + b] as number);
      }
    return logSum(ENDS, (b) => alpha[(n - 1) * N + b] as number);
  }

  private backward(transitions: Float64Array, n: number): void {
    const { scores, beta } = this;
    for (let b = 0; b < N; b++) beta[(n - 1) * N + b] = mayEnd(b) ? 0 : NEVER;
    for (let k = n - 2; k >= 0; k--)
      for (let a = 0; a < N; a++)
        beta[k * N + a] = logSum(
          SUCCESSORS[a] as number[],
          (b) =>
            (transitions[a * N + b] as number) +
            (scores[(k + 1) * N + b] as number) +
            (beta[(k + 1) * N + b] as number),
        );
  }

  private room(size: number): void {
    if (this.scores.length >= size) return;
    this.scores = new Float64Array(size * 2);
    this.alpha = new Float64Array(size * 2);
    this.beta = new Float64Array(size * 2);
  }
}

const ALL = Array.from({ length: N }, (_, i) => i);
const ENDS = ALL.filter(mayEnd);
const SUCCESSORS = ALL.map((a) => ALL.filter((b) => (PREDECESSORS[b] as readonly number[]).includes(a)));

function logSum(labels: readonly number[], of: (label: number) => number): number {
  let most = NEVER;
  for (const label of labels) most = Math.max(most, of(label));
  if (most <= NEVER / 2) return NEVER;
  let sum = 0;
  for (const label of labels) sum += Math.exp(of(label) - most);
  return most + Math.log(sum);
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
