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
  const values = model.features.map((name) => features[name] ?? 0);
  let sum = model.bias;
  for (const tree of model.trees) sum += evaluate(tree, values);
  return 1 / (1 + Math.exp(-sum));
}

function evaluate(node: Node, values: readonly number[]): number {
  let at = node;
  while (typeof at !== "number") at = values[at[0]]! < at[1] ? at[2] : at[3];
  return at;
}
