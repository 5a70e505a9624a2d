/**
 * Why a judged claim is told or not, in one or two plain sentences. Knows how claims are weighed; nothing of offsets.
 */
import { NAMED, SUPPORTED, TOLD, type Weighing } from "../../checking/decision/weigh.ts";
import type { Judgement, ScoredPair } from "../../checking/judging/value-rule.ts";
import type { Verdict } from "../../kinds/types.ts";
import type { Span } from "../../text/types.ts";
import { clip, nameOf } from "../messages.ts";

/** A claim of a sentence as it was weighed. */
export interface Judged {
  readonly kind: keyof typeof TOLD;
  readonly judgement: Judgement<Span>;
  readonly weighing: Weighing;
  /** How likely the decision model thinks a contradiction, whether it was asked or not. */
  readonly contradicted: number;
}

/** What is told of the claim where `message` is what the report says of it, which may be nothing. */
export function reasonFor(judged: Judged, verdict: Verdict | null, message: string | null): string {
  if (verdict === "contradicted" || verdict === "supported") {
    if (outcomeOf(judged) !== verdict) return message ?? "";
    return verdict === "contradicted" ? whyContradicted(judged) : whySupported(judged);
  }
  if (verdict === "disputed") return message ?? "";
  const alone = outcomeOf(judged);
  if (judged.kind === "predicate" && alone === "supported")
    return `${quoted(judged.judgement.agree!)} agrees. Agreement is told only of words that say by themselves what is so.`;
  if (alone !== null && verdict === null)
    return `By itself it would be told as ${alone}. What else was found on these words, or how the sources are ranked, takes precedence.`;
  return whySilent(judged);
}

/** What the claim by itself would be told as. */
function outcomeOf({ kind, weighing: { wrong, right } }: Judged): Verdict | null {
  if (wrong >= TOLD[kind] && wrong > right) return "contradicted";
  return right >= SUPPORTED ? "supported" : null;
}

function whyContradicted({ kind, judgement: { conflict }, contradicted }: Judged): string {
  const facts = `${quoted(conflict!)} disagrees; ${sameFact(conflict!)}.`;
  if (contradicted >= TOLD[kind]) return `${facts} ${sure("the contradiction", contradicted, TOLD[kind])}`;
  const { sameNumber, sameDigits, swapped } = conflict!.differences;
  const isSlip = sameNumber === 1 || sameDigits === 1;
  const plain = isSlip
    ? "the same figure stands there with another bound, unit or size"
    : swapped === 1
      ? "the same digits stand there in another order"
      : "the two sentences say nearly the same, and this is what differs";
  return `${facts} It is reported although the decision model is doubtful (${percent(contradicted)}), because ${plain}.`;
}

function sure(what: "the contradiction" | "the agreement", probability: number, threshold: number): string {
  return `The decision model gives ${what} ${percent(probability)}; it is told from ${percent(threshold)} on.`;
}

function whySupported({ judgement: { agree, derivation }, weighing: { right } }: Judged): string {
  const decided = sure("the agreement", right, SUPPORTED);
  if (derivation && (!agree || derivation.strength > agree.likelihood))
    return `It follows from the figures of ${nameOf(derivation.pairing.statement.source)}: ${derivation.explanation}. ${decided}`;
  return `${quoted(agree!)} agrees; ${sameFact(agree!)}. ${decided}`;
}

const SORTS = { quantity: "a figure", date: "a date", predicate: "a statement" } as const;

function whySilent(judged: Judged): string {
  const { kind, judgement, weighing } = judged;
  const { agree, conflict, derivation } = judgement;
  if (conflict) return whyNotContradicted(judged, conflict);
  if (agree)
    return `${quoted(agree)} agrees; ${sameFact(agree)}. ${sure("the agreement", weighing.right, SUPPORTED)}`;
  if (derivation)
    return `${derivation.explanation} would give it, which may be chance: it is not called supported.`;
  return `No source sentence with like words holds ${SORTS[kind]} that compares with it.`;
}

function whyNotContradicted(judged: Judged, conflict: ScoredPair<Span>): string {
  const { kind, judgement, weighing, contradicted } = judged;
  const { agree, derivation, features } = judgement;
  const { likelihood } = conflict;
  const other = `${quoted(conflict)} differs`;
  if (agree && agree.likelihood >= likelihood)
    return `${quoted(agree)} agrees, and is likelier to speak of the same fact (${percent(agree.likelihood)}) than ${quoted(conflict)}, which differs (${percent(likelihood)}).`;
  if (likelihood < NAMED && (kind !== "predicate" || !weighing.claimed))
    return `${other}, but ${sameFact(conflict)} only. Below ${percent(NAMED)} it counts as another matter.`;
  if (!weighing.claimed) return `${other}, but ${stance(features)}.`;
  const estimate = sure("the contradiction", contradicted, TOLD[kind]);
  if (derivation) return `${other}, but ${derivation.explanation} gives what the draft says. ${estimate}`;
  return `${other}; ${sameFact(conflict)}. ${estimate}`;
}

/** Why nothing is claimed that a source could contradict. */
function stance(features: Readonly<Record<string, number>>): string {
  if (features.question === 1) return "the sentence asks, and claims nothing";
  if (features.supposed === 1) return "the sentence supposes, and claims nothing";
  if (features.own === 1) return "the sentence speaks of the writer's own matters";
  if (features.advice === 1) return "the sentence advises, requests or plans";
  return "it tells of another act, or of other things";
}

function quoted({ pairing: { statement }, value }: ScoredPair<Span>): string {
  const words = statement.sentence.text.slice(value.start, value.end);
  return `“${clip(words, 60)}” in ${nameOf(statement.source)}`;
}

/** "the likelihood that both speak of the same fact is 93 %" */
export function sameFact({ likelihood }: { readonly likelihood: number }): string {
  return `the likelihood that both speak of the same fact is ${percent(likelihood)}`;
}

/** "93 %" */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
