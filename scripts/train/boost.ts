/**
 * Trains boosted regression trees with logistic loss on named features. Plain and small: exact greedy splits over
 * sorted values, second-order leaves, shrinkage. Method: Friedman 2001; leaf weights as in Chen & Guestrin 2016.
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
}

export const DEFAULTS: BoostOptions = { trees: 80, depth: 3, rate: 0.1, lambda: 4, minLeaf: 12 };

export function boost(
  examples: readonly Example[],
  names: readonly string[],
  options: BoostOptions = DEFAULTS,
): Model {
  const columns = names.map((name) => Float64Array.from(examples, ({ features }) => features[name] ?? 0));
  const order = columns.map((column) => [...column.keys()].sort((a, b) => column[a]! - column[b]!));
  const target = Float64Array.from(examples, ({ positive }) => (positive ? 1 : 0));
  const weight = Float64Array.from(examples, (example) => example.weight ?? 1);
  const total = weight.reduce((a, b) => a + b, 0);
  const mean = Math.min(
    0.999,
    Math.max(0.001, target.reduce((sum, t, i) => sum + t * weight[i]!, 0) / Math.max(1, total)),
  );
  const bias = Math.log(mean / (1 - mean));
  const margin = new Float64Array(examples.length).fill(bias);
  const trees: Node[] = [];
  for (let round = 0; round < options.trees; round++) {
    const gradient = new Float64Array(examples.length);
    const hessian = new Float64Array(examples.length);
    for (let i = 0; i < examples.length; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]!));
      gradient[i] = (target[i]! - p) * weight[i]!;
      hessian[i] = Math.max(1e-6, p * (1 - p)) * weight[i]!;
    }
    const member = new Uint8Array(examples.length).fill(1);
    const tree = grow({ columns, order, gradient, hessian, weight, options }, member, options.depth);
    trees.push(tree);
    for (let i = 0; i < examples.length; i++) margin[i]! += leafOf(tree, columns, i);
  }
  return { features: [...names], bias: round6(bias), trees };
}

interface Data {
  readonly columns: readonly Float64Array[];
  readonly order: readonly number[][];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly weight: Float64Array;
  readonly options: BoostOptions;
}

function grow(data: Data, member: Uint8Array, depth: number): Node {
  let sumG = 0;
  let sumH = 0;
  let count = 0;
  for (let i = 0; i < member.length; i++) {
    if (!member[i]) continue;
    sumG += data.gradient[i]!;
    sumH += data.hessian[i]!;
    count += data.weight[i]!;
  }
  const leaf = round6((data.options.rate * sumG) / (sumH + data.options.lambda));
  if (depth === 0 || count < 2 * data.options.minLeaf) return leaf;
  const split = bestSplit(data, member, sumG, sumH, count);
  if (!split) return leaf;
  const left = new Uint8Array(member.length);
  const right = new Uint8Array(member.length);
  for (let i = 0; i < member.length; i++) {
    if (!member[i]) continue;
    if (data.columns[split.feature]![i]! < split.threshold) left[i] = 1;
    else right[i] = 1;
  }
  return [split.feature, split.threshold, grow(data, left, depth - 1), grow(data, right, depth - 1)];
}

function bestSplit(
  data: Data,
  member: Uint8Array,
  sumG: number,
  sumH: number,
  count: number,
): { feature: number; threshold: number } | null {
  const { lambda, minLeaf } = data.options;
  const parent = (sumG * sumG) / (sumH + lambda);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  data.columns.forEach((column, feature) => {
    let g = 0;
    let h = 0;
    let n = 0;
    let previous = Number.NaN;
    for (const i of data.order[feature]!) {
      if (!member[i]) continue;
      const value = column[i]!;
      if (n >= minLeaf && count - n >= minLeaf && value > previous) {
        const gain = (g * g) / (h + lambda) + ((sumG - g) * (sumG - g)) / (sumH - h + lambda) - parent;
        if (gain > (best?.gain ?? 1e-4)) best = { feature, threshold: round6((previous + value) / 2), gain };
      }
      g += data.gradient[i]!;
      h += data.hessian[i]!;
      n += data.weight[i]!;
      previous = value;
    }
  });
  return best;
}

function leafOf(node: Node, columns: readonly Float64Array[], i: number): number {
  let at = node;
  while (typeof at !== "number") at = columns[at[0]]![i]! < at[1] ? at[2] : at[3];
  return at;
}

function round6(value: number): number {
  return Number(value.toPrecision(6));
}
