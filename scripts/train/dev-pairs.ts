import { predict } from "../../server/src/checking/model.ts";
import { readCases } from "../../test/benchmark/cases.ts";
import { boost, DEFAULTS } from "./boost.ts";
import { assessDraft, pairExamples, prepare } from "./examples.ts";

const kind = (process.argv[3] ?? "quantity") as "quantity" | "date" | "predicate";
const prepared = readCases(process.argv[2]!).map(prepare);
const pairs = prepared.flatMap((p) => pairExamples(p, assessDraft(p), kind)) as any[];
const groups = [...new Set(pairs.map((e) => e.group))];
const names = [...new Set(pairs.flatMap((e) => Object.keys(e.features)))].sort();
const models = new Map(
  groups.map((g) => [
    g,
    boost(
      pairs.filter((e) => e.group !== g),
      names,
      DEFAULTS,
    ),
  ]),
);
const rows = pairs.map((e) => ({ e, p: predict(models.get(e.group)!, e.features) }));
const show = ({ e, p }: any) =>
  `${p.toFixed(2)} ${e.note}\n     ${Object.entries(e.features)
    .map(([k, v]: any) => `${k}=${Number(v).toFixed(2)}`)
    .join(" ")}`;
console.log("=== POSITIVES LOW");
for (const r of rows
  .filter((r) => r.e.positive)
  .sort((a, b) => a.p - b.p)
  .slice(0, 45))
  console.log(show(r));
console.log("=== NEGATIVES HIGH");
for (const r of rows
  .filter((r) => !r.e.positive)
  .sort((a, b) => b.p - a.p)
  .slice(0, 60))
  console.log(show(r));
