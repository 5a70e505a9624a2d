import { readCases } from "../../test/benchmark/cases.ts";
import { boost, DEFAULTS } from "./boost.ts";
import { assessDraft, inDocument, overlaps, pairExamples, prepare } from "./examples.ts";

const kind = (process.argv[3] ?? "quantity") as "quantity" | "date" | "predicate";
const prepared = readCases(process.argv[2]!).map(prepare);
const blank = prepared.map((p) => assessDraft(p));
const pairs = prepared.flatMap((p, i) => pairExamples(p, blank[i]!, kind));
const names = [...new Set(pairs.flatMap((e) => Object.keys(e.features)))].sort();
const model = boost(pairs, names, DEFAULTS);
const use = new Map<string, number>();
const walk = (n: any) => {
  if (typeof n === "number") return;
  use.set(names[n[0]]!, (use.get(names[n[0]]!) ?? 0) + 1);
  walk(n[2]);
  walk(n[3]);
};
model.trees.forEach(walk);
console.log(
  [...use]
    .sort((a, b) => b[1] - a[1])
    .map(([k, v]) => `${k} ${v}`)
    .join(", "),
);
const models: any = { quantity: model, date: model, predicate: model };
prepared.forEach((p) => {
  for (const a of assessDraft(p, models))
    for (const j of (kind === "quantity"
      ? a.quantities
      : kind === "date"
        ? a.dates
        : a.predicates) as any[]) {
      const place = inDocument(a.sentence, j.value);
      const label = p.draft.labels.find((l) => overlaps(l, place) && l.verdict === "contradicted");
      const c = j.conflict,
        g = j.agree;
      const show = (x: any) =>
        x
          ? `${x.likelihood.toFixed(2)} «${x.pairing.statement.sentence.text.slice(x.value.start, x.value.end)}» r${x.pairing.candidate.rank} fw${x.features.forward.toFixed(2)} bw${x.features.backward.toFixed(2)} sc${x.features.score.toFixed(2)} n${x.features.noun?.toFixed?.(2)} | ${x.pairing.statement.sentence.text.slice(0, 110)}`
          : "-";
      if (label || (c && c.likelihood > 0.5 && c.likelihood > (g?.likelihood ?? 0)))
        console.log(
          `${label ? "LABEL" : "FALSE"} ${p.draft.name} «${a.sentence.text.slice(j.value.start, j.value.end)}» in: ${a.sentence.text.slice(0, 140)}\n      want ${label?.correct?.[0] ?? ""}\n      C ${show(c)}\n      A ${show(g)}  D ${j.derivation?.explanation ?? ""} ${j.derivation?.strength?.toFixed(2) ?? ""}`,
        );
    }
});
