/**
 * Trains the models of `server/src/checking/decision/weights.json` on labelled cases and reports them by cross-validation that
 * leaves whole domains out:
 *   npm run train [-- --cases FOLDER]... [--dry] [--evaluate]
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Assessment, PairModels } from "../../server/src/checking/decision/assess.ts";
import { type Models, models } from "../../server/src/checking/decision/weights.ts";
import { createChecker } from "../../server/src/library.ts";
import { emptyTally, render, score } from "../../test/benchmark/score.ts";
import { type BoostOptions, DEFAULTS, type Example } from "./boost.ts";
import {
  assessDraft,
  contradictionExamples,
  corruptedExamples,
  MODEL_KINDS,
  type ModelKind,
  type Prepared,
  pairExamples,
  prepareCases,
  supportExamples,
} from "./examples.ts";
import { readOptions } from "./options.ts";
import { crossValidate, reportThresholds, train } from "./report.ts";

type ByKind<T> = Record<ModelKind, T>;

const here = path.dirname(fileURLToPath(import.meta.url));
const WEIGHTS = path.join(here, "../../server/src/checking/decision/weights.json");
const SHALLOW: BoostOptions = { ...DEFAULTS, trees: 120, depth: 3, lambda: 6, minLeaf: 10 };
const ALIGNING: BoostOptions = { ...DEFAULTS, trees: 180, depth: 5, lambda: 3, minLeaf: 6 };
/** More and smaller steps: there are few errors, and figures and dates differ in more ways than predicates. */
const PATIENT: BoostOptions = { ...DEFAULTS, trees: 240, rate: 0.04, lambda: 3, minLeaf: 5 };
const DECIDING: ByKind<BoostOptions> = {
  quantity: { ...PATIENT, depth: 5 },
  date: { ...PATIENT, depth: 5 },
  predicate: PATIENT,
};

const ASSIGNING: BoostOptions = { ...DEFAULTS, trees: 100 };
/** Predicates gain nothing by a second look. */
const ASSIGNED = ["quantity", "date"] as const;

function byKind<T>(make: (kind: ModelKind) => T): ByKind<T> {
  return { quantity: make("quantity"), date: make("date"), predicate: make("predicate") };
}

function byTwo<T>(make: (kind: "quantity" | "date") => T): Record<"quantity" | "date", T> {
  return { quantity: make("quantity"), date: make("date") };
}

/** With NOTES set: what the cross-validated model gets wrong, for people. */
function reportMistakes(title: string, examples: readonly Example[], predictions: readonly number[]): void {
  if (!process.env.NOTES) return;
  const rows = examples.map((example, i) => ({ example, p: predictions[i]! }));
  console.log(`#### ${title}: false alarms`);
  for (const { example, p } of rows
    .filter(({ example, p }) => !example.positive && p >= 0.4)
    .sort((a, b) => b.p - a.p))
    console.log(`${p.toFixed(2)} ${example.note}`);
  console.log(`#### ${title}: misses`);
  for (const { example, p } of rows
    .filter(({ example, p }) => example.positive && p < 0.5)
    .sort((a, b) => b.p - a.p))
    console.log(`${p.toFixed(2)} ${example.note}`);
}

/** The whole checker on each domain with models that have not seen it: what a new domain may expect. */
function evaluate(
  prepared: readonly Prepared[],
  groups: readonly string[],
  modelsWithout: (group: string) => Models,
): void {
  const tally = emptyTally();
  for (const group of groups) {
    Object.assign(models, modelsWithout(group));
    for (const { draft } of prepared.filter((one) => one.fold === group)) {
      const checker = createChecker({ builtin: false });
      for (const source of draft.sources) checker.setSource(source);
      score(
        draft,
        checker.check({ uri: `${draft.name}.md`, text: draft.text, date: draft.date }),
        tally,
        () => {},
      );
    }
  }
  console.log(`the whole checker, each domain with models that have not seen it:\n${render(tally)}`);
}

/** The first look at pairs. All assessments are let go of, for they take gigabytes. */
function alignFirst(prepared: readonly Prepared[], groups: readonly string[]) {
  const blank = prepared.map((one) => assessDraft(one));
  const pairs = byKind((kind) => prepared.flatMap((one, at) => pairExamples(one, blank[at]!, kind)));
  const aligned = byKind((kind) => crossValidate(pairs[kind], groups, ALIGNING));
  for (const kind of MODEL_KINDS) reportThresholds(`align ${kind}`, pairs[kind], aligned[kind].predictions);
  return { pairs, aligned };
}

/** The second look, beside the rivals. */
function assignNext(
  prepared: readonly Prepared[],
  groups: readonly string[],
  alignWithout: (group: string) => PairModels["align"],
) {
  const first = prepared.map((one) =>
    assessDraft(one, { align: alignWithout(one.fold), assign: models.assign }),
  );
  const rivals = byTwo((kind) =>
    prepared.flatMap((one, at) => pairExamples(one, first[at]!, kind, "rivalry")),
  );
  const assigned = byTwo((kind) => crossValidate(rivals[kind], groups, ASSIGNING));
  for (const kind of ASSIGNED) reportThresholds(`assign ${kind}`, rivals[kind], assigned[kind].predictions);
  return { rivals, assigned };
}

function main(): void {
  const asked = readOptions();
  const { prepared, groups } = prepareCases(asked.cases);

  const { pairs, aligned } = alignFirst(prepared, groups);
  const alignWithout = (group: string) => byKind((kind) => aligned[kind].models.get(group)!);
  const { rivals, assigned } = assignNext(prepared, groups, alignWithout);
  const pairModels = new Map(
    groups.map((group): [string, PairModels] => [
      group,
      { align: alignWithout(group), assign: byTwo((kind) => assigned[kind].models.get(group)!) },
    ]),
  );
  const folds = prepared.map((one): Assessment[] => assessDraft(one, pairModels.get(one.fold)));
  const collect = (make: (one: Prepared, assessments: readonly Assessment[], kind: ModelKind) => Example[]) =>
    byKind((kind) => prepared.flatMap((one, at) => make(one, folds[at]!, kind)));
  const contradictions = collect(contradictionExamples);
  const corrupted = collect((one, assessments, kind) =>
    corruptedExamples(one, assessments, kind, pairModels.get(one.fold)!),
  );
  console.log(
    `made wrong on purpose: ${MODEL_KINDS.map((kind) => `${kind} ${corrupted[kind].length}`).join(", ")}`,
  );
  const supports = collect(supportExamples);
  if (process.env.DUMP)
    fs.writeFileSync(process.env.DUMP, JSON.stringify({ pairs, contradictions, corrupted, supports }));
  for (const kind of MODEL_KINDS) {
    const { predictions } = crossValidate(contradictions[kind], groups, DECIDING[kind], corrupted[kind]);
    reportThresholds(`contradict ${kind}`, contradictions[kind], predictions);
    reportMistakes(kind, contradictions[kind], predictions);
  }
  for (const kind of MODEL_KINDS)
    reportThresholds(
      `support ${kind}`,
      supports[kind],
      crossValidate(supports[kind], groups, SHALLOW).predictions,
    );
  if (asked.evaluate) {
    const leftOut = (examples: readonly Example[], group: string) =>
      examples.filter((example) => example.group !== group);
    evaluate(prepared, groups, (group) => ({
      ...pairModels.get(group)!,
      contradict: byKind((kind) =>
        train(leftOut([...contradictions[kind], ...corrupted[kind]], group), DECIDING[kind]),
      ),
      support: byKind((kind) => train(leftOut(supports[kind], group), SHALLOW)),
    }));
  }
  if (asked.dry) return;
  const trained: Models = {
    align: byKind((kind) => train(pairs[kind], ALIGNING)),
    assign: byTwo((kind) => train(rivals[kind], ASSIGNING)),
    contradict: byKind((kind) => train([...contradictions[kind], ...corrupted[kind]], DECIDING[kind])),
    support: byKind((kind) => train(supports[kind], SHALLOW)),
  };
  fs.writeFileSync(WEIGHTS, `${JSON.stringify(trained)}\n`);
  console.log(`written: ${WEIGHTS} (${Math.round(fs.statSync(WEIGHTS).size / 1024)} kB)`);
}

main();
