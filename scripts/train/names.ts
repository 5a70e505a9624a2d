/**
 * Trains the two models of `server/src/checking/name/weights.json` on labelled cases and reports them by cross-validation that
 * leaves whole domains out:
 *   npm run train:names [-- --cases FOLDER]... [--dry] [--evaluate]
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { statementsBeside } from "../../server/src/checking/alignment/pairings.ts";
import { featuresOf } from "../../server/src/checking/alignment/values.ts";
import { featuresSeen } from "../../server/src/checking/judging/seen.ts";
import type { Judgement, ScoredPair } from "../../server/src/checking/judging/value-rule.ts";
import type { Model } from "../../server/src/checking/model.ts";
import { judgeNames, type NameModels, nameModels } from "../../server/src/checking/name/estimate.ts";
import { compareNames } from "../../server/src/kinds/name/compare.ts";
import { createChecker } from "../../server/src/library.ts";
import type { NameMention, Sentence } from "../../server/src/statements/types.ts";
import type { Label } from "../../test/benchmark/cases.ts";
import { emptyTally, render, score } from "../../test/benchmark/score.ts";
import { type BoostOptions, DEFAULTS, type Example } from "./boost.ts";
import { isEvidence, labelsAt, type Prepared, prepareCases } from "./examples.ts";
import { readOptions } from "./options.ts";
import { crossValidate, reportThresholds, train } from "./report.ts";

const here = path.dirname(fileURLToPath(import.meta.url));
const WEIGHTS = path.join(here, "../../server/src/checking/name/weights.json");
const ALIGNING: BoostOptions = { ...DEFAULTS, trees: 120, depth: 5, lambda: 3, minLeaf: 6 };
const DECIDING: BoostOptions = { ...DEFAULTS, trees: 200, rate: 0.05, depth: 5, lambda: 3, minLeaf: 10 };
/** Before anything is learned no pair is likelier than another. */
const BLANK: Model = { features: [], bias: -3, trees: [] };
/** Of pairs that are no fact of the claim this part will do, at so much more weight: there are tens of thousands. */
const NEGATIVES = 3;
/** Labels that a wrong name may carry. */
const KINDS: ReadonlySet<string> = new Set(["name", "relation", "speaker", "role"]);

/** A judged name with its draft and its sentence. */
interface Judged {
  readonly one: Prepared;
  readonly sentence: Sentence;
  readonly judgement: Judgement<NameMention>;
}

function judged(prepared: readonly Prepared[], alignFor: (one: Prepared) => Model): Judged[] {
  return prepared.flatMap((one) =>
    one.reading.sentences.flatMap((sentence) => {
      const { pairings, stance } = statementsBeside(one.reading, sentence, one.index);
      const judgements = judgeNames(sentence, pairings, stance, alignFor(one));
      return judgements.map((judgement) => ({ one, sentence, judgement }));
    }),
  );
}

/** Pairs that play one part in one fact (positive) or not; those of which that cannot be told are left out. */
function pairExamples(all: readonly Judged[]): Example[] {
  const found = all.flatMap(({ one, sentence, judgement: { value, pairs } }) => {
    const labels = labelsAt(one.draft, sentence, value).filter(({ kind }) => KINDS.has(kind));
    const label = labels.find(({ verdict }) => verdict === "contradicted") ?? labels[0];
    return pairs.flatMap((pair): Example[] => {
      const positive = isOneFact(one, label, pair);
      return positive === null ? [] : [{ features: featuresOf(pair), positive, group: one.fold }];
    });
  });
  let seen = 0;
  return found.flatMap((example) => {
    if (example.positive) return [example];
    return seen++ % NEGATIVES === 0 ? [{ ...example, weight: NEGATIVES }] : [];
  });
}

function isOneFact(one: Prepared, label: Label | undefined, pair: ScoredPair<NameMention>): boolean | null {
  const conflicts = pair.relation === "conflicts";
  // What is wrong in a draft is labelled: an unlabelled name stands in nobody's place.
  if (!label) return conflicts ? false : null;
  const evidence = label.verdict !== "unsupported" && isEvidence(one.draft, label, pair);
  const right =
    label.verdict === "supported"
      ? !conflicts
      : label.verdict === "contradicted" && conflicts && isRight(label, pair.value);
  if (evidence && right) return true;
  return !evidence && right ? null : false;
}

function isRight({ correct }: Label, { canonical, text }: NameMention): boolean {
  return (correct ?? []).some((words) => {
    const name = words.replace(/^(?:the|an?) /i, "");
    return (
      compareNames(name, canonical) === "same" || compareNames(name, text) === "same" || name.includes(text)
    );
  });
}

/** Judged names: positive where a contradicted label touches them. */
function contradictionExamples(all: readonly Judged[]): Example[] {
  return all.flatMap(({ one, sentence, judgement }) => {
    const { value, conflict } = judgement;
    if (!conflict) return [];
    const positive = labelsAt(one.draft, sentence, value).some(({ verdict }) => verdict === "contradicted");
    return [{ features: featuresSeen(judgement), positive, group: one.fold }];
  });
}

/** The whole checker on each domain with models of names that have not seen it. */
function evaluate(prepared: readonly Prepared[], without: ReadonlyMap<string, NameModels>): void {
  const tally = emptyTally();
  for (const { draft, fold } of prepared) {
    Object.assign(nameModels, without.get(fold));
    const checker = createChecker({ builtin: false });
    for (const source of draft.sources) checker.setSource(source);
    const report = checker.check({ uri: `${draft.name}.md`, text: draft.text, date: draft.date });
    score(draft, report, tally, () => {});
  }
  console.log(`the whole checker, the models of names new to each domain:\n${render(tally)}`);
}

function main(): void {
  const asked = readOptions();
  const { prepared, groups } = prepareCases(asked.cases);

  const pairs = pairExamples(judged(prepared, () => BLANK));
  const aligned = crossValidate(pairs, groups, ALIGNING);
  reportThresholds("align name", pairs, aligned.predictions);
  const claims = contradictionExamples(judged(prepared, ({ fold }) => aligned.models.get(fold)!));
  const decided = crossValidate(claims, groups, DECIDING);
  reportThresholds("contradict name", claims, decided.predictions);
  if (asked.evaluate)
    evaluate(
      prepared,
      new Map(
        groups.map((group) => [
          group,
          { align: aligned.models.get(group)!, contradict: decided.models.get(group)! },
        ]),
      ),
    );
  if (asked.dry) return;
  const trained: NameModels = { align: train(pairs, ALIGNING), contradict: train(claims, DECIDING) };
  fs.writeFileSync(WEIGHTS, `${JSON.stringify(trained)}\n`);
  console.log(`written: ${WEIGHTS} (${Math.round(fs.statSync(WEIGHTS).size / 1024)} kB)`);
}

main();
