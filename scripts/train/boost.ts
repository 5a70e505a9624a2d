/**
 * Trains boosted regression trees with logistic loss on named features. Splits over binned values, second-order
 * leaves, shrinkage, and a part of the rows and features for each tree, drawn by a fixed seed: the same examples give
 * the same model. Method: Friedman 2001 and 2002 (stochastic); leaf weights as in Chen & Guestrin 2016.
 */
import type { Features, Model, Node } from "../../server/src/checking/model.ts";

export interface Example {
  readonly features: Features;
  readonly positive: boolean;
  /** What a fold leaves out together. */
  readonly group: string;
  readonly weight?: number;
  /** What the example is, for people. */
  readonly note?: string | undefined;
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** L2 on leaf values. */
  readonly lambda: number;
  /** Fewest examples in a leaf (sum of weights). */
  readonly minLeaf: number;
  /** The part of the examples, and of the features, that a tree sees. */
  readonly rows: number;
  readonly columns: number;
}

export const DEFAULTS: BoostOptions = {
  trees: 160,
  depth: 4,
  rate: 0.06,
  lambda: 5,
  minLeaf: 12,
  rows: 0.7,
  columns: 0.5,
};

const MOST_BINS = 48;

export function boost(
  examples: readonly Example[],
  names: readonly string[],
  options: BoostOptions = DEFAULTS,
): Model {
  const columns = names.map((name) =>
    binned(Float64Array.from(examples, ({ features }) => features[name] ?? 0)),
  );
  const target = Float64Array.from(examples, ({ positive }) => (positive ? 1 : 0));
  const weight = Float64Array.from(examples, (example) => example.weight ?? 1);
  const bias = logOdds(target, weight);
  const margin = new Float64Array(examples.length).fill(bias);
  const gradient = new Float64Array(examples.length);
  const hessian = new Float64Array(examples.length);
  const draw = generator(examples.length);
  const trees: Node[] = [];
  for (let round = 0; round < options.trees; round++) {
    for (let i = 0; i < examples.length; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]!));
      gradient[i] = (target[i]! - p) * weight[i]!;
      hessian[i] = Math.max(1e-6, p * (1 - p)) * weight[i]!;
    }
    const rows = Int32Array.from([...examples.keys()].filter(() => draw() < options.rows));
    const seen = [...names.keys()].filter(() => draw() < options.columns);
    const tree = grow({ columns, seen, gradient, hessian, weight, options }, rows, options.depth);
    trees.push(tree);
    for (let i = 0; i < examples.length; i++) margin[i]! += leafOf(tree, columns, i);
  }
  return { features: [...names], bias: round6(bias), trees };
}

function logOdds(target: Float64Array, weight: Float64Array): number {
  let all = 0;
  let positive = 0;
  for (let i = 0; i < target.length; i++) {
    all += weight[i]!;
    positive += target[i]! * weight[i]!;
  }
  const mean = Math.min(0.999, Math.max(0.001, positive / Math.max(1, all)));
  return Math.log(mean / (1 - mean));
}

/** Numbers from 0 to 1, the same for the same seed (Park & Miller 1988). */
function generator(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A feature's values, and into which of at most `MOST_BINS` neighbourhoods each falls. */
interface Column {
  readonly values: Float64Array;
  readonly bins: Uint8Array;
  /** `cuts[b]` parts bin b from b + 1. */
  readonly cuts: readonly number[];
}

function binned(values: Float64Array): Column {
  const sorted = Float64Array.from(values).sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / MOST_BINS);
    let next = at;
    while (next < sorted.length && sorted[next] === sorted[at]) next += 1;
    for (const place of [at, next]) {
      const [below, above] = [sorted[place - 1], sorted[place]];
      if (below === undefined || above === undefined || below === above) continue;
      const cut = round6((below + above) / 2);
      if (cut > below && cut <= above && cut > (cuts.at(-1) ?? Number.NEGATIVE_INFINITY)) cuts.push(cut);
    }
  }
  const bins = Uint8Array.from(values, (value) => cuts.findLastIndex((cut) => value >= cut) + 1);
  return { values, bins, cuts };
}

interface Data {
  readonly columns: readonly Column[];
  /** The features that this tree may split by. */
  readonly seen: readonly number[];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly weight: Float64Array;
  readonly options: BoostOptions;
}

interface Sums {
  readonly g: number;
  readonly h: number;
  readonly n: number;
}

function grow(data: Data, rows: Int32Array, depth: number): Node {
  const sums = { g: 0, h: 0, n: 0 };
  for (const i of rows) {
    sums.g += data.gradient[i]!;
    sums.h += data.hessian[i]!;
    sums.n += data.weight[i]!;
  }
  const leaf = round6((data.options.rate * sums.g) / (sums.h + data.options.lambda));
  if (depth === 0 || sums.n < 2 * data.options.minLeaf) return leaf;
  const split = bestSplit(data, rows, sums);
  if (!split) return leaf;
  const { bins, cuts } = data.columns[split.feature]!;
  const left = rows.filter((i) => bins[i]! <= split.bin);
  const right = rows.filter((i) => bins[i]! > split.bin);
  return [split.feature, cuts[split.bin]!, grow(data, left, depth - 1), grow(data, right, depth - 1)];
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

function bestSplit(data: Data, rows: Int32Array, sums: Sums): Split | null {
  let best: Split | null = null;
  for (const feature of data.seen) {
    const split = bestCut(data, rows, sums, feature);
    if (split && split.gain > (best?.gain ?? 1e-4)) best = split;
  }
  return best;
}

function bestCut(data: Data, rows: Int32Array, sums: Sums, feature: number): Split | null {
  const { lambda, minLeaf } = data.options;
  const { bins, cuts } = data.columns[feature]!;
  const g = new Float64Array(cuts.length + 1);
  const h = new Float64Array(cuts.length + 1);
  const n = new Float64Array(cuts.length + 1);
  for (const i of rows) {
    const bin = bins[i]!;
    g[bin]! += data.gradient[i]!;
    h[bin]! += data.hessian[i]!;
    n[bin]! += data.weight[i]!;
  }
  const parent = (sums.g * sums.g) / (sums.h + lambda);
  let best: Split | null = null;
  let [leftG, leftH, leftN] = [0, 0, 0];
  for (let bin = 0; bin < cuts.length; bin++) {
    leftG += g[bin]!;
    leftH += h[bin]!;
    leftN += n[bin]!;
    if (leftN < minLeaf || sums.n - leftN < minLeaf) continue;
    const rightG = sums.g - leftG;
    const gain = (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (sums.h - leftH + lambda) - parent;
    if (gain > (best?.gain ?? 0)) best = { feature, bin, gain };
  }
  return best;
}

function leafOf(node: Node, columns: readonly Column[], i: number): number {
  let at = node;
  while (typeof at !== "number") at = columns[at[0]]!.values[i]! < at[1] ? at[2] : at[3];
  return at;
}

function round6(value: number): number {
  return Number(value.toPrecision(6));
}
