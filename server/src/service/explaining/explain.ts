/**
 * Explains the claims of a draft: weighs them once more and says what each was held against and why it is told or not.
 * Done only when asked, from what a check has just found. Knows no editor.
 */

import type { CheckedUnit } from "../../checking/check.ts";
import { isCitationNote } from "../../checking/citation-note.ts";
import { type Assessment, assessSentence } from "../../checking/decision/assess.ts";
import { besideUsage } from "../../checking/decision/usage.ts";
import { SUPPORTED, TOLD, weigh } from "../../checking/decision/weigh.ts";
import { models } from "../../checking/decision/weights.ts";
import { featuresSeen, predictJudged } from "../../checking/judging/seen.ts";
import type { Model } from "../../checking/model.ts";
import type { Finding } from "../../checking/types.ts";
import type { StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { LineTable } from "../../text/lines.ts";
import { overlaps } from "../../text/spans.ts";
import type { Span } from "../../text/types.ts";
import { claimOf, tableOf, toDocument } from "../claims.ts";
import { rangeOf } from "../lines.ts";
import type { Claim, DraftReport, Kind } from "../report.ts";
import { candidate, candidatesOf, nearestOf, rounded } from "./candidates.ts";
import { contributions } from "./contributions.ts";
import { meaningOf } from "./meanings.ts";
import { type Judged, reasonFor } from "./reasons.ts";
import type { ClaimExplanation, ExplainedFeature, SentenceExplanation } from "./types.ts";

/** A draft with all that its check found. */
export interface CheckedReading {
  readonly reading: Reading;
  readonly checked: readonly CheckedUnit[];
  readonly index: StatementIndex;
  readonly report: DraftReport;
}

/** Below this a predicate beside which nothing is told is not worth a word. */
const WORTH_TELLING = 0.05;

/** The sentences that touch `within`, offsets in the draft; all where it is absent. */
export function explainSentences(draft: CheckedReading, within?: Span): SentenceExplanation[] {
  const told = new Told(draft);
  return draft.checked.flatMap(({ unit, found, usage, place }) =>
    draft.reading.sentences.slice(unit.from, unit.to).flatMap((sentence, at) => {
      const span = toDocument(sentence, { start: 0, end: sentence.text.length });
      if (within && (span.start > within.end || span.end < within.start)) return [];
      const findings = found.findings.filter((_, finding) => found.places[finding] === at);
      if (isCitationNote(sentence, draft.index.sources()))
        return [{ ...span, text: sentence.text, claims: [], nearest: [] }];
      const alone = assessSentence(draft.reading, sentence, draft.index);
      const assessment = besideUsage(alone, usage, place + at);
      return [{ ...span, text: sentence.text, ...explained(assessment, findings, told) }];
    }),
  );
}

function explained(
  assessment: Assessment,
  findings: readonly Finding[],
  told: Told,
): Pick<SentenceExplanation, "claims" | "nearest"> {
  const { sentence, quantities, dates, predicates } = assessment;
  const judged = [
    ...quantities.map((judgement) => ({ kind: "quantity" as const, judgement })),
    ...dates.map((judgement) => ({ kind: "date" as const, judgement })),
    ...predicates.map((judgement) => ({ kind: "predicate" as const, judgement })),
  ].map((one) => ({
    ...one,
    weighing: weigh(one.kind, one.judgement),
    contradicted: predictJudged(models.contradict[one.kind], one.judgement),
  }));
  const weighed = judged.map((one) => ({ one, finding: findings.find((other) => isOf(one, other)) }));
  const claims = [
    ...weighed
      .filter(({ one, finding }) => finding || one.kind !== "predicate" || isNear(one))
      .map(({ one, finding }) => explainJudged(one, sentence, finding, told)),
    ...findings
      .filter((finding) => !weighed.some((known) => known.finding === finding))
      .map((finding) => explainFound(finding, sentence, told)),
  ].map((claim) => ({
    ...claim,
    candidates: claim.candidates.length > 0 ? claim.candidates : nearestOf(assessment.pairings),
  }));
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return { claims, nearest: claims.length > 0 ? [] : nearestOf(assessment.pairings) };
}

/** A word of the draft is a claim of its own where something is known that could speak of it. */
function isNear({ judgement: { pairs } }: Judged): boolean {
  return pairs.some(({ likelihood }) => likelihood >= WORTH_TELLING);
}

/** Whether the finding is what came of the judgement. */
function isOf({ kind, judgement: { value, features } }: Judged, finding: Finding): boolean {
  if (finding.kind !== kindOf(kind) || !("conflict" in finding.features)) return false;
  if (overlaps(finding.span, value)) return true;
  return Object.entries(features).every(([name, number]) => finding.features[name] === number);
}

function kindOf(kind: Judged["kind"]): Kind {
  return kind === "predicate" ? "polarity" : kind;
}

function explainJudged(
  judged: Judged,
  sentence: Sentence,
  finding: Finding | undefined,
  told: Told,
): ClaimExplanation {
  const { kind, judgement } = judged;
  const { value, pairs, agree, conflict, derivation } = judgement;
  const place = finding ? told.place(finding, sentence) : told.placeAt(sentence, value);
  const claim = told.claim(place, kindOf(kind));
  const estimate = (model: Model, threshold: number) => ({
    probability: rounded(predictJudged(model, judgement)),
    threshold,
  });
  const supports = agree !== null || derivation !== null;
  const model = conflict ? models.contradict[kind] : supports ? models.support[kind] : null;
  return {
    ...place,
    kind: kindOf(kind),
    verdict: claim?.verdict ?? null,
    why:
      told.ignored(place, kindOf(kind)) ?? reasonFor(judged, claim?.verdict ?? null, claim?.message ?? null),
    arithmetic: claim?.arithmetic ?? derivation?.explanation ?? null,
    contradiction: conflict ? estimate(models.contradict[kind], TOLD[kind]) : null,
    support: supports ? estimate(models.support[kind], SUPPORTED) : null,
    candidates: candidatesOf(pairs, [conflict, agree]),
    features: model ? featuresOf(model, featuresSeen(judgement)) : [],
  };
}

/** Those that carry the decision first; without those that are nothing and change nothing. */
function featuresOf(model: Model, features: Readonly<Record<string, number>>): ExplainedFeature[] {
  const added = contributions(model, features);
  return model.features
    .map((name) => ({
      name,
      value: rounded(features[name] ?? 0),
      weight: rounded(added.get(name) ?? 0),
      meaning: meaningOf(name),
    }))
    .filter(({ value, weight }) => value !== 0 || weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What is found by comparing words side by side: nobody estimated it, and its passages are all that was considered. */
function explainFound(finding: Finding, sentence: Sentence, told: Told): ClaimExplanation {
  const place = told.place(finding, sentence);
  const claim = told.claim(place, finding.kind);
  const relation = finding.verdict === "supported" ? "agrees" : "conflicts";
  const agreeing = finding.sides?.supported.flatMap(({ passages }) => passages) ?? [];
  return {
    ...place,
    kind: finding.kind,
    verdict: claim?.verdict ?? null,
    why:
      told.ignored(place, finding.kind) ??
      claim?.message ??
      "What else was found on these words takes precedence over this.",
    arithmetic: finding.arithmetic,
    contradiction: null,
    support: null,
    candidates: finding.passages.map((passage) =>
      candidate(passage, agreeing.includes(passage) ? "agrees" : relation, null),
    ),
    features: Object.entries(finding.features).map(([name, value]) => ({
      name,
      value: rounded(value),
      weight: 0,
      meaning: "",
    })),
  };
}

type Place = Pick<ClaimExplanation, "start" | "end" | "range" | "text">;

/** What the report tells, by the words that it tells it of. */
class Told {
  readonly #text: string;
  readonly #table: LineTable;
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #ignored: ReadonlyMap<string, string>;

  constructor({ reading: { document }, report }: CheckedReading) {
    this.#text = document.text;
    this.#table = tableOf(document);
    this.#claims = new Map(report.claims.map((claim) => [keyOf(claim, claim.kind), claim]));
    this.#ignored = new Map(
      (report.ignored ?? []).map(({ claim, reason }) => [keyOf(claim, claim.kind), reason]),
    );
  }

  place(finding: Finding, sentence: Sentence): Place {
    const { start, end, range, text } = claimOf({ ...finding, sentence }, this.#text, this.#table);
    return { start, end, range, text };
  }

  placeAt(sentence: Sentence, value: Span): Place {
    const { start, end } = toDocument(sentence, value);
    const range = rangeOf(this.#table, { start, end });
    return { start, end, range, text: this.#text.slice(start, end) };
  }

  claim(place: Place, kind: Kind): Claim | undefined {
    return this.#claims.get(keyOf(place, kind));
  }

  /** That an ignore comment hides the finding, in a sentence; null where none does. */
  ignored(place: Place, kind: Kind): string | null {
    const reason = this.#ignored.get(keyOf(place, kind));
    if (reason === undefined) return null;
    return `A comment in the draft has it ignored${reason === "" ? "" : `: ${reason}`}.`;
  }
}

function keyOf({ start, end }: Span, kind: Kind): string {
  return `${kind} ${start} ${end}`;
}
