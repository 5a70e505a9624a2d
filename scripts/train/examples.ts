/**
 * Turns labelled drafts into training examples: pairs of values that do or do not speak of one fact, and judged
 * claims that are or are not contradicted or supported.
 */

import { featuresOf, pairValues, type ValueKind } from "../../server/src/checking/alignment/values.ts";
import { surroundingsOf } from "../../server/src/checking/alignment/vicinity.ts";
import { derivedDate, derivedQuantity } from "../../server/src/checking/arithmetic/derive.ts";
import { dateKind } from "../../server/src/checking/date/kind.ts";
import { dateWording } from "../../server/src/checking/date/wording.ts";
import {
  type Assessment,
  assessSentence,
  type PairModels,
} from "../../server/src/checking/decision/assess.ts";
import { leaningsOf, Usage } from "../../server/src/checking/decision/usage.ts";
import { featuresSeen } from "../../server/src/checking/judging/seen.ts";
import {
  alignValues,
  type Derive,
  type Judgement,
  judgeValues,
  type ScoredPair,
} from "../../server/src/checking/judging/value-rule.ts";
import { type Wording, wrongWords } from "../../server/src/checking/judging/value-wording.ts";
import type { Features } from "../../server/src/checking/model.ts";
import { type PredicateValue, predicateKind } from "../../server/src/checking/polarity/predicate-kind.ts";
import { quantityKind } from "../../server/src/checking/quantity/kind.ts";
import { quantityWording } from "../../server/src/checking/quantity/wording.ts";
import { compareDates } from "../../server/src/kinds/date/compare.ts";
import { readDates } from "../../server/src/kinds/date/read.ts";
import { compareQuantities } from "../../server/src/kinds/quantity/compare.ts";
import { readQuantities } from "../../server/src/kinds/quantity/read.ts";
import type { DateValue, QuantityValue } from "../../server/src/kinds/types.ts";
import { readSource } from "../../server/src/sources/read-source.ts";
import { dateKey, numberKey, StatementIndex } from "../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../server/src/statements/read.ts";
import type { Reading, Sentence } from "../../server/src/statements/types.ts";
import { readMarkdown } from "../../server/src/text/markdown.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import type { Span } from "../../server/src/text/types.ts";
import { type Label, type LabelledDraft, readCases } from "../../test/benchmark/cases.ts";
import type { Example } from "./boost.ts";

export type ModelKind = "quantity" | "date" | "predicate";
export const MODEL_KINDS: readonly ModelKind[] = ["quantity", "date", "predicate"];

/** A draft with its sources read and indexed. */
export interface Prepared {
  readonly draft: LabelledDraft;
  readonly reading: Reading;
  readonly index: StatementIndex;
  /** What cross-validation leaves out together with it. */
  readonly fold: string;
}

/** Domains are left out some at a time: that costs little of the rest, and a model for each would take long. */
const FOLDS = 5;

/** The drafts of some folders, each with the fold of its domain; and the folds. */
export function prepareCases(roots: readonly string[]): { prepared: Prepared[]; groups: string[] } {
  const drafts = roots.flatMap((root) => readCases(root));
  const domains = [...new Set(drafts.map(({ domain }) => domain))];
  const prepared = drafts.map((draft) => prepare(draft, String(domains.indexOf(draft.domain) % FOLDS)));
  const groups = [...new Set(prepared.map(({ fold }) => fold))];
  console.log(`${drafts.length} drafts of ${domains.length} domains in ${groups.length} folds`);
  return { prepared, groups };
}

const cache = createSentenceCache();

export function prepare(draft: LabelledDraft, fold: string): Prepared {
  const index = new StatementIndex();
  for (const source of draft.sources) index.add(readSource(source, draft.date, cache));
  return { draft, reading: readDocument(readMarkdown(draft.text), draft.date, cache), index, fold };
}

export function assessDraft({ reading, index }: Prepared, by?: PairModels): Assessment[] {
  return reading.sentences.map((sentence) =>
    by ? assessSentence(reading, sentence, index, by) : assessSentence(reading, sentence, index),
  );
}

/** A span of a sentence in its document. */
export function inDocument(sentence: Sentence, span: Span): Span {
  return sentence.block.prose.toSource({
    start: sentence.span.start + span.start,
    end: sentence.span.start + span.end,
  });
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

type AnyValue = QuantityValue | DateValue | PredicateValue;

function judgementsOf(assessment: Assessment, kind: ModelKind): readonly Judgement<AnyValue>[] {
  return kind === "quantity"
    ? assessment.quantities
    : kind === "date"
      ? assessment.dates
      : assessment.predicates;
}

export function labelsAt(draft: LabelledDraft, sentence: Sentence, span: Span): Label[] {
  const place = inDocument(sentence, span);
  return draft.labels.filter((label) => overlaps(label, place));
}

/** The words that a conflict would be told on: those beside the value where only they are wrong ("more", "a month"). */
function toldWords(kind: ModelKind, pair: ScoredPair<AnyValue>, value: AnyValue, sentence: Sentence): Span {
  if (kind === "predicate") return value;
  const wording = (kind === "quantity" ? quantityWording : dateWording) as Wording<AnyValue>;
  return wrongWords(pair, value, sentence, wording);
}

/** Whether the pair's statement holds the label's evidence. */
export function isEvidence(draft: LabelledDraft, label: Label, pair: ScoredPair<Span>): boolean {
  const { source, sentence } = pair.pairing.statement;
  const name = (label.source ?? "").replace(/\.md$/, "");
  if (!source.uri.endsWith(`/${name}.md`)) return false;
  const text = draft.sources.find(({ uri }) => uri === source.uri)!.text;
  const start = text.indexOf(label.evidence ?? "");
  return overlaps(
    { start, end: start + (label.evidence?.length ?? 0) },
    inDocument(sentence, { start: 0, end: sentence.text.length }),
  );
}

/** Whether the pair's source value is what the label says is right. */
function isRight(kind: ModelKind, draft: LabelledDraft, label: Label, pair: ScoredPair<AnyValue>): boolean {
  if (kind === "predicate")
    return label.verdict === "contradicted" ? pair.relation === "conflicts" : pair.relation === "agrees";
  if (label.verdict === "supported") return pair.relation === "agrees";
  return (label.correct ?? []).some((words) => {
    const tokens = tokenize(words);
    if (kind === "date")
      return readDates(words, draft.date, tokens).some(
        (value) => compareDates(value, pair.value as DateValue) === "agrees",
      );
    const values = readQuantities(words, tokens, []);
    return values.some(
      (value) =>
        value.nominal === (pair.value as QuantityValue).nominal ||
        compareQuantities(value, pair.value as QuantityValue) === "agrees",
    );
  });
}

/** What a model of pairs sees: the first look, or the second, which is not taken at every pair. */
export type Look = "features" | "rivalry";

/** Pairs that speak of one fact (positive) or not. Pairs of which that cannot be told are left out. */
export function pairExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
  look: Look = "features",
): Example[] {
  const { draft, fold } = prepared;
  const examples: Example[] = [];
  const add = (pair: ScoredPair<AnyValue>, positive: boolean, note?: string) => {
    const features = look === "features" ? featuresOf(pair) : pair.rivalry;
    if (!features) return;
    // Whether the claim's own number stands there too must not tell what it is about: a neighbour's value is an error.
    const { echo: _, ...seen } = features;
    examples.push({ features: seen, positive, group: fold, note });
  };
  for (const assessment of assessments) {
    for (const judgement of judgementsOf(assessment, kind)) {
      const labels = labelsAt(draft, assessment.sentence, judgement.value).filter(({ kind: labelled }) =>
        kind === "predicate"
          ? labelled === "polarity" || labelled === "relation" || labelled === "name"
          : labelled === kind,
      );
      const label = labels.find(({ verdict }) => verdict === "contradicted") ?? labels[0];
      if (!label) {
        // What is wrong in a draft is labelled: an unlabelled claim speaks of no fact that it conflicts with.
        if (labelsAt(draft, assessment.sentence, judgement.value).length > 0) continue;
        for (const pair of judgement.pairs) {
          if (pair.relation !== "conflicts") continue;
          const words = toldWords(kind, pair, judgement.value, assessment.sentence);
          const beside = labelsAt(draft, assessment.sentence, words).find(
            ({ verdict }) => verdict === "contradicted",
          );
          if (!beside) add(pair, false);
          else if (isEvidence(draft, beside, pair)) add(pair, true);
        }
        continue;
      }
      for (const pair of judgement.pairs) {
        const right = label.verdict !== "unsupported" && isRight(kind, draft, label, pair);
        const evidence = label.verdict !== "unsupported" && isEvidence(draft, label, pair);
        const note = process.env.NOTES
          ? `«${assessment.sentence.text.slice(judgement.value.start, judgement.value.end)}» ${assessment.sentence.text.slice(0, 150)} ~~ «${pair.pairing.statement.sentence.text.slice(pair.value.start, pair.value.end)}» ${pair.pairing.statement.sentence.text.slice(0, 200)}`
          : undefined;
        if (evidence && right) add(pair, true, note);
        else if (!evidence && right) continue;
        else if (evidence && kind === "predicate") continue;
        else add(pair, false, note);
      }
    }
  }
  return examples;
}

/** How the facts of each judgement are used by the rest of its draft. Predicates are decided without. */
function usageIn(assessments: readonly Assessment[], kind: ModelKind) {
  const usage = new Usage(assessments.map(leaningsOf));
  return (assessment: Assessment, judgement: Judgement<AnyValue>): Features =>
    kind === "predicate" ? {} : usage.beside(assessments.indexOf(assessment), judgement);
}

/** Judged claims: positive where a contradicted label touches them. */
export function contradictionExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
): Example[] {
  const { draft, fold } = prepared;
  const used = usageIn(assessments, kind);
  return assessments.flatMap((assessment) =>
    judgementsOf(assessment, kind)
      .filter((judgement) => judgement.conflict !== null)
      .map((judgement) => {
        const words = toldWords(kind, judgement.conflict!, judgement.value, assessment.sentence);
        const label = [judgement.value, words]
          .flatMap((span) => labelsAt(draft, assessment.sentence, span))
          .find(({ verdict }) => verdict === "contradicted");
        const note = process.env.NOTES ? noteOf(assessment, judgement, label) : undefined;
        const features = { ...featuresSeen(judgement), ...used(assessment, judgement) };
        return { features, positive: label !== undefined, group: fold, note };
      }),
  );
}

function noteOf(
  { sentence }: Assessment,
  { value, conflict, agree, derivation }: Judgement<AnyValue>,
  label: Label | undefined,
): string {
  const told = (pair: ScoredPair<AnyValue> | null) =>
    pair
      ? `${pair.likelihood.toFixed(2)} «${pair.pairing.statement.sentence.text.slice(pair.value.start, pair.value.end)}» ${pair.pairing.statement.sentence.text.slice(0, 170)}`
      : "-";
  return `«${sentence.text.slice(value.start, value.end)}» ${sentence.text.slice(0, 170)}\n   want ${label ? label.correct?.[0] : "-"}\n   C ${told(conflict)}\n   A ${told(agree)}\n   D ${derivation?.explanation ?? "-"} ${derivation?.strength.toFixed(2) ?? ""}`;
}

/** Judged claims: positive where the best agreeing pair is the labelled evidence; claims without a label are left out. */
export function supportExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
): Example[] {
  const { draft, fold } = prepared;
  return assessments.flatMap((assessment) =>
    judgementsOf(assessment, kind).flatMap((judgement) => {
      if (!judgement.agree && !judgement.derivation) return [];
      const labels = labelsAt(draft, assessment.sentence, judgement.value);
      const label = labels.find(({ verdict }) => verdict !== "supported") ?? labels[0];
      if (!label) return [];
      const cited =
        judgement.agree !== null && isEvidence(draft, label, judgement.agree as ScoredPair<AnyValue>);
      return [
        {
          features: featuresSeen(judgement),
          positive: label.verdict === "supported" && (cited || judgement.derivation !== null),
          group: fold,
        },
      ];
    }),
  );
}

/**
 * Supported claims made wrong on purpose: the value is changed, all else stays. What a real error looks like to the
 * models, for there are few labelled ones.
 */
export function corruptedExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
  by: PairModels,
): Example[] {
  const { draft, fold } = prepared;
  const used = usageIn(assessments, kind);
  return assessments.flatMap((assessment) =>
    judgementsOf(assessment, kind).flatMap((judgement) => {
      const labels = labelsAt(draft, assessment.sentence, judgement.value);
      const label = labels.find(({ verdict }) => verdict !== "supported") ?? labels[0];
      if (label?.verdict !== "supported" || !judgement.agree) return [];
      if (!isEvidence(draft, label, judgement.agree as ScoredPair<AnyValue>)) return [];
      return corrupt(kind, judgement, assessment, by).map((wrong) => ({
        features: { ...featuresSeen(wrong), ...used(assessment, wrong) },
        positive: true,
        group: fold,
        weight: 0.06,
      }));
    }),
  );
}

function corrupt(
  kind: ModelKind,
  judgement: Judgement<AnyValue>,
  { sentence, draft, index, pairings, companions, stance }: Assessment,
  { align, assign }: PairModels,
): readonly Judgement<AnyValue>[] {
  const wrong = mutate(kind, judgement);
  if (!wrong) return [];
  const beside = { draft, sentence, pairings };
  const rejudge = <V extends AnyValue>(valueKind: ValueKind<V>, derive: Derive<V>) => {
    const claims = (asked: Sentence) => valueKind.claims(asked).map((value) => swapped(value, wrong as V));
    const surroundings = surroundingsOf(draft, sentence, index);
    const aligned = alignValues(pairValues({ ...valueKind, claims }, pairings), align[kind], surroundings);
    const model = kind === "predicate" ? null : assign[kind];
    const stands = (value: V) => index.holds(keyOf(kind, value));
    return judgeValues(sentence, aligned, { assign: model, companions, stance, derive, stands });
  };
  const swapped = <V extends AnyValue>(value: V, other: V) =>
    value.start === other.start && value.end === other.end ? other : value;
  const again: readonly Judgement<AnyValue>[] =
    kind === "quantity"
      ? rejudge(quantityKind, (value, others) => derivedQuantity(value, beside, others))
      : kind === "date"
        ? rejudge(dateKind, (value) => derivedDate(value, beside))
        : rejudge(predicateKind, () => ({ best: null, features: {} }));
  return again.filter(({ value, conflict }) => value === wrong && conflict !== null);
}

function keyOf(kind: ModelKind, value: AnyValue): string {
  if (kind === "quantity") return numberKey((value as QuantityValue).nominal);
  return kind === "date" ? dateKey(value as DateValue) : "";
}

function mutate(kind: ModelKind, { value, agree }: Judgement<AnyValue>): AnyValue | null {
  const seed = [...(agree?.pairing.statement.sentence.text ?? "")].reduce(
    (sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0,
    value.start,
  );
  if (kind === "predicate") {
    const { predicate } = value as PredicateValue;
    return {
      ...value,
      predicate: { ...predicate, polarity: predicate.polarity === 1 ? -1 : 1 },
    } as PredicateValue;
  }
  if (kind === "date") return mutateDate(value as DateValue, seed);
  return mutateQuantity(value as QuantityValue, agree as ScoredPair<QuantityValue>, seed);
}

function mutateDate(value: DateValue, seed: number): DateValue | null {
  const shift =
    value.grain === "year" || value.grain === "fiscal-year"
      ? 366
      : value.grain === "month" || value.grain === "quarter"
        ? 62
        : [1, 7, 31, 366][seed % 4]!;
  const move = (day: string | null) =>
    day && new Date(Date.parse(day) + (seed % 2 ? shift : -shift) * 86_400_000).toISOString().slice(0, 10);
  if (value.duration)
    return {
      ...value,
      duration: {
        ...value.duration,
        min: value.duration.min && value.duration.min * 2,
        max: value.duration.max && value.duration.max * 2,
      },
    };
  return { ...value, from: move(value.from), to: move(value.to) };
}

function mutateQuantity(
  value: QuantityValue,
  agree: ScoredPair<QuantityValue>,
  seed: number,
): QuantityValue | null {
  const others = agree.pairing.statement.sentence.quantities.filter(
    (other) => other.dimension === value.dimension && Math.abs(other.nominal - value.nominal) > 1e-9,
  );
  const other = others[seed % Math.max(1, others.length)];
  const factor = [1.1, 0.9, 10, 1.5, 0.5][seed % 5]!;
  const nominal =
    other && seed % 4 === 0
      ? other.nominal
      : value.nominal <= 20 && value.dimension === "count"
        ? value.nominal + (seed % 3 ? 1 : -1)
        : value.nominal * factor;
  const ratio = nominal / (value.nominal || 1);
  const scaled = (bound: number | null) =>
    bound === null ? null : value.nominal === 0 ? nominal : bound * ratio;
  return { ...value, nominal, min: scaled(value.min), max: scaled(value.max) };
}
