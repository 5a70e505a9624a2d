/**
 * Boosted regression trees over named features: prediction only. Trained by `scripts/train`, kept as data.
 * Method: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", 2001, with logistic loss.
 */

/** A node is `[feature, threshold, left, right]` (below the threshold goes left) or a leaf's value. */
export type Node = number | readonly [number, number, Node, Node];

export interface Model {
  /** Names of the features, in the order in which they are handed in. */
  readonly features: readonly string[];
  /** Log-odds before any tree. */
  readonly bias: number;
  readonly trees: readonly Node[];
}

/** Named numbers; a name that the model does not know is passed over, one that is missing counts as 0. */
export type Features = Readonly<Record<string, number>>;

/** How likely the model thinks it, 0 to 1. */
export function predict(model: Model, features: Features): number {
  return predictValues(
    model,
    model.features.map((name) => features[name] ?? 0),
  );
}

/** In which of some parts each feature of a model is found, -1 for none. */
const places = new WeakMap<Model, readonly number[]>();

/**
 * The same for features that come in parts, of which a later one goes before an earlier one. All that a model is asked
 * about in this way must have the same names in the same parts.
 */
export function predictFrom(model: Model, parts: readonly Features[]): number {
  let found = places.get(model);
  if (!found) {
    found = model.features.map((name) => parts.findLastIndex((part) => name in part));
    places.set(model, found);
  }
  const values = new Array<number>(found.length);
  for (let at = 0; at < found.length; at++)
    values[at] = found[at]! < 0 ? 0 : parts[found[at]!]![model.features[at]!]!;
  return predictValues(model, values);
}

/** The same for the values of the model's features, in its order. */
export function predictValues(model: Model, values: readonly number[]): number {
  const { roots, features, numbers, others } = forestOf(model);
  let sum = model.bias;
  for (const root of roots) {
    let at = root;
    for (let feature = features[at]!; feature !== LEAF; feature = features[at]!)
      at = values[feature]! < numbers[at]! ? at + 1 : others[at]!;
    sum += numbers[at]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** The trees of a model laid out in a row, each node before its left branch and that before its right one. */
interface Forest {
  readonly roots: readonly number[];
  /** The feature that a node asks for, or `LEAF`. */
  readonly features: Int16Array;
  /** A node's threshold, a leaf's value. */
  readonly numbers: Float64Array;
  /** Where a node's right branch is. */
  readonly others: Int32Array;
}

const LEAF = -1;
const forests = new WeakMap<Model, Forest>();

/** Laid out once: as nested arrays the trees are scattered over the memory, and each is walked for thousands of pairs. */
function forestOf(model: Model): Forest {
  let forest = forests.get(model);
  if (!forest) {
    const nodes: { feature: number; number: number; other: number }[] = [];
    const roots = model.trees.map((tree) => layOut(tree, nodes));
    forest = {
      roots,
      features: Int16Array.from(nodes, ({ feature }) => feature),
      numbers: Float64Array.from(nodes, ({ number }) => number),
      others: Int32Array.from(nodes, ({ other }) => other),
    };
    forests.set(model, forest);
  }
  return forest;
}

/** Adds a tree behind the nodes that are there; returns its place. */
function layOut(tree: Node, nodes: { feature: number; number: number; other: number }[]): number {
  const at = nodes.length;
  if (typeof tree === "number") {
    nodes.push({ feature: LEAF, number: tree, other: LEAF });
    return at;
  }
  const [feature, number, left, right] = tree;
  const node = { feature, number, other: LEAF };
  nodes.push(node);
  layOut(left, nodes);
  node.other = layOut(right, nodes);
  return at;
}
