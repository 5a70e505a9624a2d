/**
 * Negation that stands away from its verb: in its object, before its subject, on an auxiliary far from it, or in a
 * phrase that says that the act is still to come. Each returns the words that deny, or null. Knows tokens only.
 */
import type { Span, Token } from "../../text/types.ts";
import { isDenier } from "./operators.ts";
import { CLAUSE_MARKS, type Scope, span } from "./scope.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** "has no command", "found none": a denied object denies its verb, unless it is the subject of the next one. */
export function objectDenial(
  tokens: readonly Token[],
  object: Span | null,
  group: VerbGroup,
  next: VerbGroup | undefined,
): Span | null {
  if (!object) return null;
  for (let at = object.start; at < Math.min(object.end, object.start + 3); at++) {
    const token = tokens[at]!;
    if (OPENING.has(token.lemma)) return null;
    if (isDenier(tokens, at) && token.lemma !== "nor")
      return isSubjectOf(tokens, at, object, next) ? null : span(tokens, at, at + 1);
    if (at === object.start && SETTING_ASIDE.has(token.lemma) && !isOfVerb(token, tokens[group.head]!))
      return null;
    if (at === object.start && token.lemma === "against")
      return TAKING_SIDES.has(tokens[group.head]!.lemma) ? span(tokens, at, at + 1) : null;
    if (token.pos === "NOUN" || token.pos === "PROPN" || CLAUSE_MARKS.has(token.lemma)) return null;
  }
  return null;
}

/** "voted against it": other verbs are done against somebody. */
const TAKING_SIDES = new Set(
  "vote be advise recommend speak argue come warn campaign lobby counsel rule".split(" "),
);
/** "paid with no delay": it is paid. */
const SETTING_ASIDE = new Set(["with", "for"]);

/** "provides for no compensation": the preposition is the verb's own, and its object is denied. */
function isOfVerb({ lemma }: Token, verb: Token): boolean {
  return lemma === "for" && ASKING_FOR.has(verb.lemma);
}
const ASKING_FOR = new Set("provide ask call apply allow vote argue plan budget account".split(" "));

/** "reversed because no fraud was found", "cut to nothing": what follows is no object. */
const OPENING = new Set(["that", "whether", "because", "since", "as", "if", "to"]);

/** "said no hearing had been scheduled": the noun phrase up to the next verb, with nothing between, is that verb's. */
function isSubjectOf(
  tokens: readonly Token[],
  at: number,
  object: Span,
  next: VerbGroup | undefined,
): boolean {
  if (!next || next.tokens.start !== object.end || next.infinitive || next.gerund) return false;
  if (next.tokens.end - next.tokens.start < 2 && !next.bare) return false;
  return tokens
    .slice(at + 1, object.end)
    .every(({ lemma, pos }) => !CLAUSE_MARKS.has(lemma) && !CLOSING.has(pos) && !RELATIVE.has(lemma));
}
const CLOSING = new Set(["SCONJ", "CCONJ"]);
const RELATIVE = new Set(
  "that who which whom whether if it he she they once when until after before while unless".split(" "),
);

/** "At no time did the store run out", "Nor was it settled": the auxiliary before the subject is denied, and the verb. */
export function inverted(
  tokens: readonly Token[],
  previous: VerbGroup | undefined,
  group: VerbGroup,
  outer: Scope | undefined,
): Span | null {
  if (!previous?.bare || !outer || outer.polarity === 1 || group.infinitive || group.gerund) return null;
  const before = previous.negator >= 0 && previous.negator < previous.tokens.start;
  if (!before && (previous.negator >= 0 || tokens[previous.head]!.lemma === "be")) return null;
  if (!outer.negation || outer.negation.start >= tokens[previous.tokens.start]!.end) return null;
  const between = tokens.slice(previous.tokens.end, group.tokens.start);
  const subjectOnly =
    between.length > 0 && between.length <= 8 && !between.some((token) => CLAUSE_MARKS.has(token.lemma));
  return subjectOnly ? outer.negation : null;
}

/** "has not so much as seen", "did not even once ask": the negated auxiliary stands apart from its verb. */
export function strandedNegation(
  tokens: readonly Token[],
  previous: VerbGroup | undefined,
  group: VerbGroup,
): Span | null {
  if (!previous?.bare || previous.negator < 0 || group.infinitive || group.gerund || group.negator >= 0)
    return null;
  const between = tokens.slice(previous.tokens.end, group.tokens.start);
  const apart =
    between.length > 0 &&
    between.length <= 4 &&
    between.every(
      (token) => token.pos === "ADV" || token.pos === "ADP" || token.pos === "ADJ" || token.pos === "SCONJ",
    );
  return apart ? span(tokens, previous.negator, previous.negator + 1) : null;
}

/** "has yet to decide", "is still to be built", "remains to be seen": what is to come is not so. */
export function pending(
  tokens: readonly Token[],
  previous: VerbGroup | undefined,
  group: VerbGroup,
): Span | null {
  if (!previous || !group.infinitive || group.negator >= 0 || previous.negator >= 0) return null;
  const { lemma } = tokens[previous.head]!;
  const between = tokens.slice(previous.head + 1, group.tokens.start);
  if (between.length > 2 || !between.every(({ pos }) => pos === "ADV" || pos === "CCONJ")) return null;
  const waits = between.some((token) => token.lemma === "yet" || token.lemma === "still");
  const awaited = (lemma === "be" || lemma === "have") && previous.bare && waits;
  const remains = lemma === "remain" && group.passive;
  if (!awaited && !remains) return null;
  return span(tokens, previous.tokens.start, group.tokens.start);
}
