/**
 * Turns labelled drafts into training examples: pairs of values that do or do not speak of one fact, and judged
 * claims that are or are not contradicted or supported.
 */
import { type AlignModels, type Assessment, assessSentence } from "../../server/src/checking/assess.ts";
import type { PredicateValue } from "../../server/src/checking/predicate-kind.ts";
import type { Judgement, ScoredPair } from "../../server/src/checking/value-rule.ts";
import { compareDates } from "../../server/src/kinds/date/compare.ts";
import { readDates } from "../../server/src/kinds/date/read.ts";
import { compareQuantities } from "../../server/src/kinds/quantity/compare.ts";
import { readQuantities } from "../../server/src/kinds/quantity/read.ts";
import type { DateValue, QuantityValue } from "../../server/src/kinds/types.ts";
import { readSource } from "../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../server/src/statements/read.ts";
import type { Reading, Sentence } from "../../server/src/statements/types.ts";
import { readMarkdown } from "../../server/src/text/markdown.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import type { Span } from "../../server/src/text/types.ts";
import type { Label, LabelledDraft } from "../../test/benchmark/cases.ts";
import type { Example } from "./boost.ts";

export type ModelKind = "quantity" | "date" | "predicate";
export const MODEL_KINDS: readonly ModelKind[] = ["quantity", "date", "predicate"];

/** A draft with its sources read and indexed. */
export interface Prepared {
  readonly draft: LabelledDraft;
  readonly reading: Reading;
  readonly index: StatementIndex;
}

const cache = createSentenceCache();

export function prepare(draft: LabelledDraft): Prepared {
  const index = new StatementIndex();
  for (const source of draft.sources) index.add(readSource(source, draft.date, cache));
  return { draft, reading: readDocument(readMarkdown(draft.text), draft.date, cache), index };
}

export function assessDraft({ reading, index }: Prepared, align?: AlignModels): Assessment[] {
  return reading.sentences.map((sentence) =>
    align ? assessSentence(reading, sentence, index, align) : assessSentence(reading, sentence, index),
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

function labelsAt(draft: LabelledDraft, sentence: Sentence, span: Span): Label[] {
  const place = inDocument(sentence, span);
  return draft.labels.filter((label) => overlaps(label, place));
}

function isEvidence(draft: LabelledDraft, label: Label, pair: ScoredPair<AnyValue>): boolean {
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

/** Pairs that speak of one fact (positive) or not. Pairs of which that cannot be told are left out. */
export function pairExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
): Example[] {
  const { draft } = prepared;
  const examples: Example[] = [];
  for (const assessment of assessments) {
    for (const judgement of judgementsOf(assessment, kind)) {
      const labels = labelsAt(draft, assessment.sentence, judgement.value).filter(({ kind: labelled }) =>
        kind === "predicate"
          ? labelled === "polarity" || labelled === "relation" || labelled === "name"
          : labelled === kind,
      );
      const label = labels.find(({ verdict }) => verdict === "contradicted") ?? labels[0];
      if (!label) continue;
      for (const pair of judgement.pairs) {
        const right = label.verdict !== "unsupported" && isRight(kind, draft, label, pair);
        const evidence = label.verdict !== "unsupported" && isEvidence(draft, label, pair);
        if (evidence && right)
          examples.push({ features: pair.features, positive: true, group: draft.domain });
        else if (!evidence && right) continue;
        else if (evidence && kind === "predicate") continue;
        else examples.push({ features: pair.features, positive: false, group: draft.domain });
      }
    }
  }
  return examples;
}

/** Judged claims: positive where a contradicted label touches them. */
export function contradictionExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
): Example[] {
  const { draft } = prepared;
  return assessments.flatMap((assessment) =>
    judgementsOf(assessment, kind)
      .filter((judgement) => judgement.conflict !== null)
      .map((judgement) => ({
        features: judgement.features,
        positive: labelsAt(draft, assessment.sentence, judgement.value).some(
          ({ verdict }) => verdict === "contradicted",
        ),
        group: draft.domain,
      })),
  );
}

/** Judged claims: positive where the best agreeing pair is the labelled evidence; claims without a label are left out. */
export function supportExamples(
  prepared: Prepared,
  assessments: readonly Assessment[],
  kind: ModelKind,
): Example[] {
  const { draft } = prepared;
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
          features: judgement.features,
          positive: label.verdict === "supported" && (cited || judgement.derivation !== null),
          group: draft.domain,
        },
      ];
    }),
  );
}
