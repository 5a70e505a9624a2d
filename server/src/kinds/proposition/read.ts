/**
 * Reads the predicates of a tagged sentence with their polarity and mood: shallow, linear, no grammar of the whole.
 * A clause's negation reaches its verb, the nouns of its object and, through operators, the clause below it.
 */
import { family } from "../../lexicon/index.ts";
import type { Span, Token } from "../../text/types.ts";
import { freeNouns, modifiers, nounPredicates } from "./nominal.ts";
import { DENYING, EXCLUDING, modalMood, nounOperator, SUPPOSING, verbOperator } from "./operators.ts";
import { CLAUSE_MARKS, flip, OPEN, type Scope, span } from "./scope.ts";
import type { Predicate } from "./types.ts";
import { isNegator, readVerbGroups, type VerbGroup } from "./verb-groups.ts";

/** The predicates of a sentence, in order of their heads: verbs, complements of copulas, and nouns in their reach. */
export function readPredicates(tokens: readonly Token[]): Predicate[] {
  const groups = readVerbGroups(tokens);
  const predicates: Predicate[] = [];
  let outer: { group: VerbGroup; scope: Scope; inner: Scope } | null = null;
  groups.forEach((group, index) => {
    const previousEnd = index > 0 ? groups[index - 1]!.tokens.end : 0;
    const nextStart = groups[index + 1]?.tokens.start ?? tokens.length;
    const inherited: Scope =
      outer && !excluded(tokens, group) && embeds(tokens, outer.group, group)
        ? outer.inner
        : clauseScope(tokens, previousEnd, group);
    const subject = subjectOf(tokens, previousEnd, group);
    const scope = groupScope(tokens, group, subject, inherited);
    const object = objectOf(tokens, group, nextStart);
    const denied =
      objectDenial(tokens, object) ??
      inverted(tokens, groups[index - 1], group, outer?.scope) ??
      strandedNegation(tokens, groups[index - 1], group);
    const verbScope = denied ? flip(scope, denied) : scope;
    predicates.push(verbPredicate(tokens, group, verbScope, subject, object));
    const inner = innerScope(tokens, group, verbScope, object);
    predicates.push(...nounPredicates(tokens, group, object, group.bare ? verbScope : inner, subject));
    outer = { group, scope: verbScope, inner };
  });
  predicates.push(...freeNouns(tokens, predicates));
  predicates.push(...modifiers(tokens, predicates));
  return predicates.sort((a, b) => a.head - b.head);
}

/** "without mentioning", "against paying": the preposition rules, not the verb before it. */
function excluded(tokens: readonly Token[], group: VerbGroup): boolean {
  return group.gerund && EXCLUDING.has(tokens[group.tokens.start - 1]?.lemma ?? "");
}

/** An infinitive, a gerund or a that-clause right after a verb stands in that verb's reach. */
function embeds(tokens: readonly Token[], outer: VerbGroup, group: VerbGroup): boolean {
  if (group.gerund && tokens[group.tokens.start - 1]?.lemma === ",") return false;
  if (group.infinitive || group.gerund) return true;
  for (let at = outer.tokens.end; at < group.tokens.start; at++) {
    const lemma = tokens[at]!.lemma;
    if (lemma === "that" || lemma === "whether") return true;
    if (CLAUSE_MARKS.has(lemma) || lemma === "and" || lemma === "but") return false;
  }
  return false;
}

function clauseScope(tokens: readonly Token[], from: number, group: VerbGroup): Scope {
  for (let at = group.tokens.start - 1; at >= from; at--) {
    const token = tokens[at]!;
    const lemma = token.lemma;
    if (SUPPOSING.has(lemma) && lemma !== "should")
      return { ...OPEN, mood: "supposed", operator: span(tokens, at, at + 1), lemma };
    if (EXCLUDING.has(lemma) && group.gerund)
      return { ...OPEN, polarity: -1, negation: span(tokens, at, at + 1) };
  }
  return OPEN;
}

function groupScope(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Span | null,
  inherited: Scope,
): Scope {
  let scope = inherited;
  const mood = modalMood(group.modal);
  if (mood !== "asserted" && scope.mood === "asserted") {
    scope = {
      ...scope,
      mood,
      operator: span(tokens, group.tokens.start, group.tokens.start + 1),
      lemma: group.modal,
    };
  }
  if (group.negator >= 0) return flip(scope, span(tokens, group.negator, group.negator + 1));
  const denier = subject ? firstDenier(tokens, subject) : -1;
  return denier >= 0 ? flip(scope, span(tokens, denier, denier + 1)) : scope;
}

/** The denying word of the noun phrase right before the verb: after the last mark, "no … has", "nobody asked". */
function firstDenier(tokens: readonly Token[], range: Span): number {
  let start = range.end;
  while (
    start > range.start &&
    !CLAUSE_MARKS.has(tokens[start - 1]!.lemma) &&
    tokens[start - 1]!.pos !== "CCONJ"
  )
    start -= 1;
  for (let at = start; at < range.end; at++) {
    if (DENYING.has(tokens[at]!.lemma)) return at;
    if (isNegator(tokens[at]!) && tokens[at + 1]?.lemma === "one") return at;
  }
  return -1;
}

/** Tokens between the previous verb group and this one that can be its subject. */
function subjectOf(tokens: readonly Token[], from: number, group: VerbGroup): Span | null {
  if (group.infinitive) return null;
  let start = from;
  for (let at = group.tokens.start - 1; at >= from; at--) {
    if (tokens[at]!.lemma === ";" || tokens[at]!.lemma === ":") {
      start = at + 1;
      break;
    }
  }
  while (
    start < group.tokens.start &&
    (CLAUSE_MARKS.has(tokens[start]!.lemma) || tokens[start]!.pos === "CCONJ")
  )
    start += 1;
  return start < group.tokens.start ? { start, end: group.tokens.start } : null;
}

/** Tokens after the verb up to the next verb or the end of the clause. */
function objectOf(tokens: readonly Token[], group: VerbGroup, nextStart: number): Span | null {
  let end = group.tokens.end;
  while (
    end < nextStart &&
    tokens[end]!.lemma !== ";" &&
    tokens[end]!.lemma !== ":" &&
    tokens[end]!.lemma !== "."
  )
    end += 1;
  return end > group.tokens.end ? { start: group.tokens.end, end } : null;
}

/** "has no command", "found none": a denied object denies its verb. */
function objectDenial(tokens: readonly Token[], object: Span | null): Span | null {
  if (!object) return null;
  for (let at = object.start; at < Math.min(object.end, object.start + 3); at++) {
    const token = tokens[at]!;
    if (DENYING.has(token.lemma) && token.lemma !== "nor") return span(tokens, at, at + 1);
    if (at === object.start && token.lemma === "against") return span(tokens, at, at + 1);
    if (token.pos === "NOUN" || token.pos === "PROPN" || CLAUSE_MARKS.has(token.lemma)) return null;
  }
  return null;
}

/** "At no time did the store run out": the auxiliary before the subject is denied, and with it the verb behind. */
function inverted(
  tokens: readonly Token[],
  previous: VerbGroup | undefined,
  group: VerbGroup,
  outer: Scope | undefined,
): Span | null {
  if (!previous?.bare || !outer || outer.polarity === 1 || previous.negator >= 0) return null;
  if (group.infinitive || group.gerund || tokens[previous.head]!.lemma === "be") return null;
  const between = tokens.slice(previous.tokens.end, group.tokens.start);
  const subjectOnly =
    between.length > 0 && between.length <= 8 && !between.some((token) => CLAUSE_MARKS.has(token.lemma));
  return subjectOnly ? outer.negation : null;
}

/** "has not so much as seen", "did not even once ask": the negated auxiliary stands apart from its verb. */
function strandedNegation(
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

/** The reach of a verb over what stands below it. */
function innerScope(tokens: readonly Token[], group: VerbGroup, scope: Scope, object: Span | null): Scope {
  const verb = tokens[group.head]!;
  let operator = verbOperator(verb.lemma);
  let at: Span = span(tokens, group.tokens.start, group.tokens.end);
  let lemma = verb.lemma;
  if (!operator && object) {
    for (let index = object.end - 1; index >= object.start && !operator; index--) {
      operator = nounOperator(tokens[index]!.lemma);
      if (operator) {
        at = span(tokens, index, index + 1);
        lemma = tokens[index]!.lemma;
      }
    }
  }
  if (!operator) return scope;
  const mood = scope.mood === "asserted" ? operator.mood : scope.mood;
  const moved: Scope = { ...scope, mood, operator: at, lemma };
  return operator.polarity === -1 ? flip(moved, at) : moved;
}

function verbPredicate(
  tokens: readonly Token[],
  group: VerbGroup,
  scope: Scope,
  subject: Span | null,
  object: Span | null,
): Predicate {
  const verb = tokens[group.head]!;
  return {
    head: group.head,
    lemma: verb.lemma,
    key: family(verb.lemma),
    form: "verb",
    span: span(tokens, group.tokens.start, group.tokens.end),
    tokens: group.tokens,
    polarity: scope.polarity,
    negation: scope.negation,
    mood: scope.mood,
    operator: scope.lemma,
    operatorSpan: scope.operator,
    tense: group.tense,
    passive: group.passive,
    subject,
    object,
  };
}
