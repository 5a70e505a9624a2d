/**
 * What each group of features brings: the alignment models cross-validated without it.
 *   DUMP=FILE npm run train -- --dry && npx tsx scripts/train/ablation.ts FILE [quantity|date|predicate]...
 * Prints the average precision (the area under precision by recall) with all features and without each group.
 */
import fs from "node:fs";
import { predict } from "../../server/src/checking/model.ts";
import { boost, DEFAULTS, type Example } from "./boost.ts";

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "how well the sentence answers": ["score", "covered", "names", "standing", "rank"],
  "words near the value": ["forward", "backward", "close", "closeBack", "verb"],
  "which words are bound to which value": ["bound", "bind", "boundName", "bindName", "stated", "claimed"],
  "rivals for the same fact": ["likenessSum", "lead", "mutual", "taken", "anchors", "echo"],
  "rows and columns": ["cellRow", "cellColumn", "cellLeast", "tables"],
  "the paragraph around": ["landmarks", "landmarkShare", "paragraph"],
  "the time of both": ["time"],
  "what is counted, in what unit": [
    "dimension",
    "noun",
    "nounKnown",
    "per",
    "direction",
    "shares",
    "money",
    "count",
  ],
};

function crossValidated(examples: readonly Example[], without: readonly string[]): number {
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))]
    .filter((name) => !without.includes(name))
    .sort();
  const folds = [...new Set(examples.map(({ group }) => group))];
  const ranked = folds.flatMap((fold) => {
    const model = boost(
      examples.filter(({ group }) => group !== fold),
      names,
      DEFAULTS,
    );
    return examples
      .filter(({ group }) => group === fold)
      .map(({ features, positive }) => ({ positive, likelihood: predict(model, features) }));
  });
  return averagePrecision(ranked);
}

function averagePrecision(examples: { positive: boolean; likelihood: number }[]): number {
  examples.sort((a, b) => b.likelihood - a.likelihood);
  let positives = 0;
  let sum = 0;
  examples.forEach(({ positive }, rank) => {
    if (!positive) return;
    positives += 1;
    sum += positives / (rank + 1);
  });
  return positives ? sum / positives : 0;
}

function main([file, ...kinds]: readonly string[]): void {
  if (!file) throw new Error("usage: npx tsx scripts/train/ablation.ts FILE [quantity|date|predicate]...");
  const { pairs } = JSON.parse(fs.readFileSync(file, "utf8")) as { pairs: Record<string, Example[]> };
  const chosen = kinds.length > 0 ? kinds : Object.keys(pairs);
  const row = (title: string, without: readonly string[]) =>
    console.log(
      `| ${title} | ${chosen.map((kind) => crossValidated(pairs[kind] ?? [], without).toFixed(3)).join(" | ")} |`,
    );
  console.log(`| without | ${chosen.join(" | ")} |\n| --- | ${chosen.map(() => "---").join(" | ")} |`);
  row("(all features)", []);
  for (const [title, names] of Object.entries(GROUPS)) row(title, names);
}

main(process.argv.slice(2));
