/**
 * What each feature adds to a prediction of boosted trees. Knows models, not what their features mean.
 * Method: A. Saabas, "Interpreting random forests", 2014: on the way to the leaf each split is credited with the change of
 * the expected value. How many examples went which way is not kept, so that both sides of a split count alike.
 */
import type { Features, Model, Node } from "../../checking/model.ts";

/** By name, in log-odds; together with what the model expects of any claim they add up to its prediction. */
export function contributions(model: Model, features: Features): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  for (const tree of model.trees) {
    let node = tree;
    while (typeof node !== "number") {
      const name = model.features[node[0]]!;
      const next: Node = (features[name] ?? 0) < node[1] ? node[2] : node[3];
      added.set(name, (added.get(name) ?? 0) + expected(next) - expected(node));
      node = next;
    }
  }
  return added;
}

function expected(node: Node): number {
  return typeof node === "number" ? node : (expected(node[2]) + expected(node[3])) / 2;
}
