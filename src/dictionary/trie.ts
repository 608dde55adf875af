// The trie of all terms over word ids, packed for the file and as it is walked. Nodes are numbered breadth first, so that a
// node's edges lie side by side and edge e leads to node e + 1; numbers are kept as small steps, which pack well.
import { DictionaryError, packSense } from './format.ts';
import type { Term } from './terms.ts';

interface Node {
  children: Map<string, Node>;
  senses: { kind: number; form: number; rule: number; ref: number }[];
}

export interface TrieSections {
  edgeCounts: Uint8Array;
  edgeTokens: Uint8Array;
  edgeTokensHigh: Uint8Array;
  nodeSenses: Uint8Array;
  senseForms: Uint8Array;
  senseRefs: Uint8Array;
  senseRefsHigh: Uint8Array;
}

export function buildTrie(terms: Term[], split: (text: string) => string[], onWord: (word: string) => void): Node {
  const root: Node = { children: new Map(), senses: [] };
  for (const { text, kind, form, rule, ref } of terms) {
    const keys = split(text);
    if (keys.length === 0) continue;
    let node = root;
    for (const key of keys) {
      onWord(key);
      let child = node.children.get(key);
      if (!child) {
        child = { children: new Map(), senses: [] };
        node.children.set(key, child);
      }
      node = child;
    }
    const known = node.senses.some((s) => s.kind === kind && s.form === form && s.rule === rule && s.ref === ref);
    if (!known) node.senses.push({ kind, form, rule, ref });
  }
  return root;
}

/** The root may have more edges than 16 bits count: their number is told apart. */
export function packTrie(root: Node, idOf: (word: string) => number): { sections: TrieSections; rootEdges: number } {
  const counts: number[] = [];
  const steps: number[] = [];
  const senseCounts: number[] = [];
  const forms: number[] = [];
  const refs: number[] = [];
  const last = new Array<number>(8).fill(0);
  const queue: Node[] = [root];
  for (let n = 0; n < queue.length; n++) {
    const node = queue[n] as Node;
    const edges = [...node.children].map(([word, child]) => [idOf(word), child] as const).sort((a, b) => a[0] - b[0]);
    counts.push(n === 0 ? 0 : edges.length);
    senseCounts.push(node.senses.length);
    for (const { kind, form, rule, ref } of node.senses.sort(
      (a, b) => a.kind - b.kind || a.form - b.form || a.ref - b.ref,
    )) {
      forms.push(packSense(kind, form, rule, 0));
      refs.push(zigzag(ref - (last[kind] as number)));
      last[kind] = ref;
    }
    let before = 0;
    for (const [token, child] of edges) {
      steps.push(token - before);
      before = token;
      queue.push(child);
    }
  }
  const low = (numbers: number[]): Uint8Array => bytesOf(Uint16Array.from(numbers, (n) => n & 0xffff));
  const high = (numbers: number[]): Uint8Array => bytesOf(Uint16Array.from(numbers, (n) => n >>> 16));
  const sections = {
    edgeCounts: low(counts),
    edgeTokens: low(steps),
    edgeTokensHigh: high(steps),
    nodeSenses: low(senseCounts),
    senseForms: Uint8Array.from(forms),
    senseRefs: low(refs),
    senseRefsHigh: high(refs),
  };
  return { sections, rootEdges: root.children.size };
}

const zigzag = (n: number): number => (n >= 0 ? n * 2 : -n * 2 - 1);
const unzigzag = (n: number): number => (n & 1 ? -((n + 1) >>> 1) : n >>> 1);
const bytesOf = (array: Uint16Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

export class Trie {
  /** Child of the root for each word id, or 0. */
  readonly rootChild: Int32Array;
  /** Packed senses (format.ts) of all nodes, node after node. */
  readonly senses: Uint32Array;
  private readonly firstEdge: Uint32Array;
  private readonly edgeToken: Uint32Array;
  private readonly senseStart: Uint32Array;

  /** @throws DictionaryError when the sections do not fit each other. */
  constructor(sections: TrieSections, rootEdges: number, words: number) {
    const u16 = (part: Uint8Array): Uint16Array => new Uint16Array(part.buffer, part.byteOffset, part.byteLength >> 1);
    const counts = u16(sections.edgeCounts);
    const low = u16(sections.edgeTokens);
    const high = u16(sections.edgeTokensHigh);
    const nodes = counts.length;
    const edges = nodes - 1;
    this.firstEdge = new Uint32Array(nodes + 1);
    this.edgeToken = new Uint32Array(edges);
    let edge = 0;
    for (let n = 0; n < nodes; n++) {
      this.firstEdge[n] = edge;
      const end = edge + (n === 0 ? rootEdges : (counts[n] as number));
      for (let token = 0; edge < end; edge++) {
        token += (low[edge] as number) | ((high[edge] as number) << 16);
        this.edgeToken[edge] = token;
      }
    }
    this.firstEdge[nodes] = edge;
    this.rootChild = new Int32Array(words);
    for (let e = 0; e < rootEdges; e++) this.rootChild[this.edgeToken[e] as number] = e + 1;

    const perNode = u16(sections.nodeSenses);
    this.senseStart = new Uint32Array(nodes + 1);
    let sense = 0;
    for (let n = 0; n < nodes; n++) {
      this.senseStart[n] = sense;
      sense += perNode[n] as number;
    }
    this.senseStart[nodes] = sense;
    const forms = sections.senseForms;
    const refs = u16(sections.senseRefs);
    const refsHigh = u16(sections.senseRefsHigh);
    if (edge !== edges || forms.length !== sense || refs.length !== sense)
      throw new DictionaryError('The dictionary file is damaged.');
    this.senses = new Uint32Array(sense);
    const last = new Int32Array(8);
    for (let s = 0; s < sense; s++) {
      const form = forms[s] as number;
      const kind = form & 7;
      const ref = (last[kind] as number) + unzigzag((refs[s] as number) | ((refsHigh[s] as number) << 16));
      last[kind] = ref;
      this.senses[s] = (form | (ref << 8)) >>> 0;
    }
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
}
