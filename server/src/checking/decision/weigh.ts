/**
 * Weighs one judged claim: what speaks for telling that a source contradicts it, and what for its being right. Knows the decision
 * models, and where they are not asked; words nothing.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Span } from "../../text/types.ts";
import { featureOf } from "../alignment/values.ts";
import { isToldTwice } from "../date/told-twice.ts";
import { isCopied } from "../judging/copied.ts";
import { predictJudged } from "../judging/seen.ts";
import type { Judgement, ScoredPair } from "../judging/value-rule.ts";
import type { Features } from "../model.ts";
import { isOneAct } from "../polarity/rule.ts";
import { countOtherThings } from "../quantity/other-things.ts";
import { models } from "./weights.ts";

/** A contradiction is told from this probability on: a false alarm costs more than a silence. */
export const TOLD = { quantity: 0.74, date: 0.75, predicate: 0.57 } as const;
/**
 * Two sentences that say nearly the same, and one value in them that differs: told from this likelihood on where the
 * decision model, which knows few errors, does not speak against it. Against the model fewer than half of them are right.
 */
const PARALLEL = { quantity: 0.7, date: 0.5, predicate: 0.65 } as const;
const LEANING = 0.5;
/** Where the one plainly denies the other's verb, or swaps digits, the model need not lean so far. */
const LEANING_TO_DENIAL = 0.3;
const LEANING_TO_SWAP = 0.1;
/** So much of either sentence's words stand in the other one; an agreeing fact or arithmetic is no likelier than this. */
const RESTATED = { words: 0.5, agree: 0.2, derived: 0.5 } as const;

function isParallel(kind: keyof typeof PARALLEL, features: Features, conflict: ScoredPair<Span>): boolean {
  const of = (name: string) => features[name] ?? 0;
  const met = (name: string) => featureOf(conflict, name) ?? 0;
  return (
    of("conflict") >= PARALLEL[kind] &&
    of("agree") < RESTATED.agree &&
    of("derived") < RESTATED.derived &&
    // A sentence that gives the claim's own day beside another one is no restatement with an error.
    !(kind === "date" && of("besides") === 1) &&
    Math.min(met("score"), met("covered")) >= RESTATED.words &&
    of("own") === 0 &&
    of("advice") === 0
  );
}

function leaningFor(conflict: ScoredPair<Span>): number {
  if (conflict.differences.swapped === 1) return LEANING_TO_SWAP;
  const isDenied = conflict.differences.polarity === 1 && featureOf(conflict, "sameKey") === 1;
  return isDenied ? LEANING_TO_DENIAL : LEANING;
}

/** A sentence that is copied word for word, and nothing that agrees: whatever the models say, who know few such. */
function isAltered(kind: keyof typeof TOLD, { value, conflict, agree, features }: Judgement<Span>): boolean {
  return (
    kind !== "predicate" &&
    conflict !== null &&
    (agree?.likelihood ?? 0) < RESTATED.agree &&
    (features.derived ?? 0) < RESTATED.derived &&
    isCopied(value, conflict)
  );
}

/** Support is told from this probability on. */
export const SUPPORTED = 0.55;

/**
 * The same number with another bound, rate, unit or order of magnitude, or with its digits in another order, is rarely another
 * fact: told even where the decision model, which knows few errors, hesitates.
 */
function isSlip({ agree, features }: Judgement<Span>, conflict: ScoredPair<Span>): boolean {
  if ((agree?.likelihood ?? 0) >= 0.2) return false;
  const { turned, sameNumber, sameDigits, swapped } = conflict.differences;
  // "Left out are those of 300 or fewer" says the same as "obliged are those of more than 300": another verb, the other bound.
  const isTurned = turned === 1 && (featureOf(conflict, "verb") ?? 0) < SAME_VERB;
  // A figure that a source has, or that follows from its figures, has not come from another one by a slip of the hand.
  const isAccounted = features.stands === 1 || (features.derived ?? 0) >= RESTATED.derived;
  return (
    (sameNumber === 1 && !isTurned && conflict.likelihood >= 0.2) ||
    (sameDigits === 1 && conflict.likelihood >= 0.12) ||
    (swapped === 1 && !isAccounted && conflict.likelihood >= 0.2)
  );
}

/** Verbs less alike than this say something else of what is bounded. */
const SAME_VERB = 0.8;

/** Below this the draft speaks of another matter, whatever else the decision model sees. */
export const NAMED = 0.2;

/** A fact must be this likely to be held against advice, or against what the writer says of his own matters. */
const OWN = 0.9;
/** A figure that follows this surely from those of the very statement that disagrees is right ("36" of 28 and 8). */
const WORKED_OUT = 0.85;

/** Whether the sentence claims anything of the sources: no question, no supposition, and hardly advice or the writer's own matter. */
function speaksOfSources({ features }: { readonly features: Features }): boolean {
  if (features.supposed === 1 || features.question === 1) return false;
  return (features.own === 0 && features.advice === 0) || (features.conflict ?? 0) >= OWN;
}

/** What speaks for telling: a contradiction is told where `wrong` reaches `TOLD` and exceeds `right`. */
export interface Weighing {
  /** Something disagrees, and the sentence claims anything of it. */
  readonly claimed: boolean;
  /** So plain that the decision model need not agree. */
  readonly plain: boolean;
  readonly wrong: number;
  readonly right: number;
}

export function weigh(kind: keyof typeof TOLD, judgement: Judgement<Span>): Weighing {
  const { conflict, agree, derivation } = judgement;
  const isPredicate = kind === "predicate";
  const claimed = conflict !== null && (!isPredicate || isOneAct(judgement)) && speaksOfSources(judgement);
  if (!claimed && !agree && !derivation) return { claimed, plain: false, wrong: 0, right: 0 };
  const { features } = judgement;
  const supported = () => predictJudged(models.support[kind], judgement);
  if ((features.derivedHere ?? 0) >= WORKED_OUT)
    return { claimed, plain: false, wrong: 0, right: Math.max(SUPPORTED, supported()) };
  const right = agree || derivation ? supported() : 0;
  if (!conflict || !claimed) return { claimed, plain: false, wrong: 0, right };
  return { claimed, right, ...weighConflict(kind, judgement, conflict) };
}

/** What speaks against a claim that a source may contradict. */
function weighConflict(
  kind: keyof typeof TOLD,
  judgement: Judgement<Span>,
  conflict: ScoredPair<Span>,
): Pick<Weighing, "plain" | "wrong"> {
  const { features, value } = judgement;
  const { likelihood } = conflict;
  if (kind === "quantity" && countOtherThings(value as QuantityValue, conflict.value as QuantityValue))
    return { plain: false, wrong: 0 };
  const evident =
    isSlip(judgement, conflict) ||
    isAltered(kind, judgement) ||
    (kind === "date" && isToldTwice(features, conflict.differences));
  const asked = kind === "predicate" || evident || likelihood >= NAMED;
  const told = asked ? predictJudged(models.contradict[kind], judgement) : 0;
  const plain = (evident || isParallel(kind, features, conflict)) && told >= leaningFor(conflict);
  return { plain, wrong: plain ? Math.max(told, likelihood, TOLD[kind]) : told };
}
