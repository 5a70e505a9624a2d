/**
 * What a verb says of the things below it: its complement clause and the nouns of its object. Knows tokens and scopes.
 */
import type { Span, Token } from "../../text/types.ts";
import { TELLING } from "./embedding.ts";
import { isLight, phrasalMeaning } from "./light.ts";
import {
  adjectiveOperator,
  HEARSAY,
  keepsFrom,
  nounOperator,
  type Operator,
  RUMOURS,
  verbOperator,
} from "./operators.ts";
import { flip, type Scope, span } from "./scope.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** The reach of a verb over what stands below it. */
export function innerScope(
  tokens: readonly Token[],
  group: VerbGroup,
  scope: Scope,
  subject: Span | null,
  object: Span | null,
): Scope {
  const verb = tokens[group.head]!;
  const has = (range: Span | null, list: ReadonlySet<string>) =>
    range !== null && tokens.slice(range.start, range.end).some(({ lemma }) => list.has(lemma));
  const hearsay = TELLING.has(verb.lemma) && has(subject, HEARSAY);
  if (hearsay || has(subject, RUMOURS) || has(object, RUMOURS))
    return { ...scope, mood: "supposed", lemma: verb.lemma };
  const { operator, at, lemma } = operatorOf(tokens, group, object);
  // "can tell you that it pays", "may say that": how a thing is told does not make it less so.
  if (!operator && scope.mood === "possible" && TELLING.has(verb.lemma))
    return { ...scope, mood: "asserted" };
  if (!operator) return scope;
  const mood = scope.mood === "asserted" ? operator.mood : scope.mood;
  const moved: Scope = { ...scope, mood, operator: at, lemma };
  return operator.polarity === -1 ? flip(moved, at) : moved;
}

/** What stands over the things below a verb: the verb itself, "is to", "is due", or a noun of its object. */
function operatorOf(
  tokens: readonly Token[],
  group: VerbGroup,
  object: Span | null,
): { readonly operator: Operator | null; readonly at: Span; readonly lemma: string } {
  const { lemma } = tokens[group.head]!;
  const at = span(tokens, group.tokens.start, group.tokens.end);
  const own =
    verbOperator(phrasalMeaning(tokens, group) ?? lemma) ??
    (lemma === "rule" && rulesOut(tokens, group.tokens.end) ? RULED_OUT : null) ??
    keepsFrom(lemma, tokens[(object?.end ?? 0) - 1]?.lemma) ??
    (isToCome(tokens, group) || isWish(tokens, group) ? TO_COME : null);
  if (own || !object) return { operator: own, at, lemma };
  const clause = tokens.findIndex(
    ({ pos, lemma: word }, index) => index >= object.start && pos === "SCONJ" && word === "that",
  );
  // "grants that weak demand did harm": the noun of a that-clause rules nothing outside it.
  const last = clause >= 0 && clause < object.end ? clause : object.end;
  for (let index = last - 1; index >= object.start; index--) {
    const word = tokens[index]!.lemma;
    const complement = group.bare && index === object.end - 1;
    const operator = nounOperator(word) ?? (complement ? adjectiveOperator(word) : null);
    if (operator) return { operator, at: span(tokens, index, index + 1), lemma: word };
  }
  return { operator: null, at, lemma };
}
const RULED_OUT: Operator = { polarity: -1, mood: "asserted" };

/** "ruled out", "ruled it out": what a court rules otherwise it does not deny. */
function rulesOut(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 3).some(({ lemma }) => lemma === "out");
}
const TO_COME: Operator = { polarity: 1, mood: "intended" };

/** "would have the towns pay", "would like it proved": wanted, not done. */
function isWish(tokens: readonly Token[], { bare, head, modal, tokens: { end } }: VerbGroup): boolean {
  if (modal === "would" && tokens[head]!.lemma === "like") return true;
  return bare && modal === "would" && tokens[head]!.lemma === "have" && tokens[end]?.lemma !== "to";
}

/** "The appeal is to be launched": arranged, not done. */
function isToCome(tokens: readonly Token[], { bare, head, tokens: { end }, negator }: VerbGroup): boolean {
  return bare && negator < 0 && tokens[head]!.lemma === "be" && tokens[end]?.lemma === "to";
}

/**
 * What a verb says of the things in its object: an operator reaches all of them, a negation only what it says does not
 * exist ("has no plan", "did not issue an order"), not what is there before ("did not read the report").
 */
export function nounScope(
  tokens: readonly Token[],
  group: VerbGroup,
  object: Span | null,
  scope: Scope,
  inner: Scope,
): Scope {
  const first = object ? tokens[object.start]! : null;
  const exists =
    first !== null && (first.pos === "DET" || first.pos === "PRON") && !INDEFINITE.has(first.lemma);
  if (
    inner.polarity === scope.polarity &&
    scope.polarity === -1 &&
    exists &&
    !isLight(tokens[group.head]!.lemma)
  )
    return { ...inner, polarity: 1, negation: null };
  return inner;
}
const INDEFINITE = new Set(["a", "an", "any", "no", "such", "some", "either", "neither"]);
