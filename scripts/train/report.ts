/** Cross-validation by groups, and what it prints: how often a model is right from which probability on. Knows no kind. */
import { type Model, predict } from "../../server/src/checking/model.ts";
import { type BoostOptions, boost, type Example } from "./boost.ts";

export function train(examples: readonly Example[], options: BoostOptions): Model {
  const names = new Set<string>();
  for (const { features } of examples) for (const name of Object.keys(features)) names.add(name);
  return boost(examples, [...names].sort(), options);
}

/** One model per left-out group, and each example's prediction by the model that has not seen its group. */
export function crossValidate(
  examples: readonly Example[],
  groups: readonly string[],
  options: BoostOptions,
  more: readonly Example[] = [],
) {
  const models = new Map(
    groups.map((group) => [
      group,
      train(
        [...examples, ...more].filter((example) => example.group !== group),
        options,
      ),
    ]),
  );
  const predictions = examples.map((example) => predict(models.get(example.group)!, example.features));
  return { models, predictions };
}

/** Area under the ROC curve. */
function auc(examples: readonly Example[], predictions: readonly number[]): number {
  const ranked = predictions
    .map((p, i) => ({ p, positive: examples[i]!.positive }))
    .sort((a, b) => a.p - b.p);
  let rankSum = 0;
  let positives = 0;
  ranked.forEach(({ positive }, rank) => {
    if (!positive) return;
    positives += 1;
    rankSum += rank + 1;
  });
  const negatives = ranked.length - positives;
  return positives && negatives
    ? (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
    : Number.NaN;
}

/** Mean of the precision at each positive, the likeliest first. */
function averagePrecision(examples: readonly Example[], predictions: readonly number[]): number {
  const ranked = [...examples.keys()].sort((a, b) => predictions[b]! - predictions[a]!);
  let [found, sum] = [0, 0];
  ranked.forEach((at, rank) => {
    if (!examples[at]!.positive) return;
    found += 1;
    sum += found / (rank + 1);
  });
  return sum / found;
}

export function reportThresholds(
  title: string,
  examples: readonly Example[],
  predictions: readonly number[],
): void {
  const positives = examples.filter(({ positive }) => positive).length;
  console.log(
    `${title}: ${examples.length} examples, ${positives} positive, AUC ${auc(examples, predictions).toFixed(3)}, average precision ${averagePrecision(examples, predictions).toFixed(3)}`,
  );
  for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const flagged = predictions.flatMap((p, i) => (p >= threshold ? [examples[i]!.positive] : []));
    const right = flagged.filter(Boolean).length;
    console.log(
      `  p≥${threshold}: ${flagged.length} flagged, precision ${((100 * right) / Math.max(1, flagged.length)).toFixed(0)}%, recall ${((100 * right) / Math.max(1, positives)).toFixed(0)}%`,
    );
  }
}
