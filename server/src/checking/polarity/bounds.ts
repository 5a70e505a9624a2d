/**
 * Negations that set a bound and deny nothing: "not until May", "no more than four". Knows two sentences and their
 * predicates.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import { family } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";

export interface Placed {
  readonly predicate: Predicate;
}

/**
 * "did not resume until", "will receive no more than": the negation bounds, it does not deny. "before spring" and "not
 * before spring" have the same bound and do.
 */
export function isBounded(
  sentence: Sentence,
  { predicate: { polarity, object, negation, pronominal } }: Placed,
  other: Sentence,
  { predicate: { object: beside } }: Placed,
): boolean {
  if (polarity === 1 || !object || (negation && isSaidBefore(sentence, object, negation))) return false;
  const limit = limitIn(sentence, object);
  if (limit >= 0 && !(beside && hasLimit(other, beside, sentence, limit))) return true;
  const opening = sentence.tokens.slice(object.start, Math.min(object.end, object.start + 2));
  if (opening.some(({ pos }) => pos === "NUM") && !pronominal) return true;
  const from = sentence.tokens[object.start]!.start;
  const to = sentence.tokens[object.end - 1]!.end;
  return sentence.quantities.some(({ hedge, start }) => hedge !== null && start >= from && start < to);
}
const LIMITS = new Set(["until", "till", "before", "unless", "since"]);

/** Token index of the first word that bounds what is denied, or -1. */
function limitIn({ tokens }: Sentence, { start, end }: Span): number {
  const at = tokens
    .slice(start, Math.min(end, start + 12))
    .findIndex(({ lemma }, index) => LIMITS.has(lemma) && !isReason(tokens, start + index));
  return at < 0 ? -1 : start + at;
}

/** ", since they have no place here": a reason, no bound. */
function isReason(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lemma === "since" && tokens[at - 1]?.lemma === ",";
}

/** Whether the other clause is bounded by the same word with the same complement. */
function hasLimit(other: Sentence, beside: Span, sentence: Sentence, limit: number): boolean {
  const at = limitIn(other, beside);
  const complement = complementOf(sentence, limit);
  return (
    at >= 0 &&
    other.tokens[at]!.lemma === sentence.tokens[limit]!.lemma &&
    complement !== null &&
    complementOf(other, at) === complement
  );
}

/** The family of the first word behind a side or a limit that says which: "before the vote"; or null. */
export function complementOf({ tokens }: Sentence, head: number): string | null {
  const next = tokens
    .slice(head + 1, head + 5)
    .find(({ pos }) => pos === "NOUN" || pos === "PROPN" || pos === "NUM" || pos === "VERB");
  return next ? family(next.lemma) : null;
}

/** "asked for three, but the others did not": an object that the denied clause takes from the one before. */
export function isSaidBefore({ tokens }: Sentence, object: Span, negation: Span): boolean {
  return tokens[object.end - 1]!.end <= negation.start;
}
