/**
 * Auxiliaries that stand for a verb said before: "neither did Beijing", "and so has the agency", "the others have not".
 * Knows the predicates of one sentence.
 */
import type { Span, Token } from "../../text/types.ts";
import { CLAUSE_MARKS } from "./scope.ts";
import type { Predicate } from "./types.ts";

const STANDING_IN = new Set(
  "be have do will would shall should can could may might must 'll ’ll wo ca".split(" "),
);
const ECHOING = new Set(["so", "neither", "nor"]);
const CONTENT = new Set(["NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADP"]);
const GOING_ON = new Set(["VERB", "AUX", "PART"]);

/** Whether a predicate is an auxiliary alone, with nothing behind it that tells what is so, nor "yet to vote". */
function isElliptical(tokens: readonly Token[], predicate: Predicate): boolean {
  const { form, lemma, meaning, object, tokens: group } = predicate;
  if (form !== "verb" || !STANDING_IN.has(lemma) || meaning !== lemma) return false;
  if (tokens[group.start]!.lemma === "to") return false;
  const behind = object ? clausePart(tokens, object) : [];
  const next = tokens[group.end + behind.length];
  return !behind.some(({ pos }) => CONTENT.has(pos)) && !(next && GOING_ON.has(next.pos));
}

/** The words of a range up to the first mark or conjunction. */
function clausePart(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const words = tokens.slice(start, end);
  const stop = words.findIndex(({ lemma, pos }) => CLAUSE_MARKS.has(lemma) || pos === "CCONJ");
  return stop < 0 ? words : words.slice(0, stop);
}

/**
 * Gives each auxiliary that stands alone the meaning and the object of the verb before it, or marks it as bare.
 * `predicates` are the verbs of a sentence in order.
 */
export function resolveEllipses(tokens: readonly Token[], predicates: readonly Predicate[]): Predicate[] {
  const resolved: Predicate[] = [];
  for (const predicate of predicates) {
    const echo = echoAt(tokens, predicate);
    if (echo < 0 && !isElliptical(tokens, predicate)) {
      resolved.push(predicate);
      continue;
    }
    const antecedent = antecedentOf(tokens, resolved, predicate);
    resolved.push(
      antecedent
        ? standIn(predicate, antecedent, tokens, echo)
        : { ...predicate, bare: !isDoSo(tokens, predicate) },
    );
  }
  return resolved;
}

/** "may do so": told of one and the same subject it is the same, whatever it is. */
function isDoSo(tokens: readonly Token[], { lemma, tokens: { end } }: Predicate): boolean {
  return lemma === "do" && tokens[end]?.lemma === "so";
}

/** Token index of the "so", "neither" or "nor" right before an auxiliary that stands before its subject, or -1. */
function echoAt(tokens: readonly Token[], { form, lemma, head, tokens: group }: Predicate): number {
  const before = group.start - 1;
  const inverted =
    form === "verb" &&
    STANDING_IN.has(lemma) &&
    head === group.start &&
    ECHOING.has(tokens[before]?.lemma ?? "");
  return inverted ? before : -1;
}

/** The nearest finite verb before; past a colon or semicolon only for "neither did". */
function antecedentOf(
  tokens: readonly Token[],
  before: readonly Predicate[],
  predicate: Predicate,
): Predicate | null {
  for (let at = before.length - 1; at >= 0; at--) {
    const candidate = before[at]!;
    if (candidate.form !== "verb" || (candidate.tense === "none" && !candidate.passive)) continue;
    if (STANDING_IN.has(candidate.lemma) && candidate.meaning === candidate.lemma) continue;
    const between = tokens.slice(candidate.tokens.end, predicate.tokens.start);
    // "pharmacies that are equipped for it may do so": what only tells them apart is not what they do.
    const relative = /^(?:that|which|who)$/.test(tokens[candidate.tokens.start - 1]?.lemma ?? "");
    if (relative && !between.some(({ lemma, pos }) => lemma === "," || pos === "CCONJ")) continue;
    return between.some(({ lemma }) => lemma === ":" || lemma === ".") ? null : candidate;
  }
  return null;
}

function standIn(
  predicate: Predicate,
  antecedent: Predicate,
  tokens: readonly Token[],
  echo: number,
): Predicate {
  const echoed = echo >= 0 ? tokens[echo]!.lemma : null;
  const { meaning, passive } = antecedent;
  const said = antecedent.object ? clausePart(tokens, antecedent.object).length : 0;
  const object = said > 0 ? { start: antecedent.object!.start, end: antecedent.object!.start + said } : null;
  const inherited = { ...predicate, meaning, passive, object };
  if (echoed === null) return inherited;
  const subject = predicate.object ? subjectBehind(tokens, predicate.object) : predicate.subject;
  if (echoed !== "so") return { ...inherited, subject };
  return { ...inherited, subject, polarity: antecedent.polarity, negation: antecedent.negation };
}

/** "so has the agency, which": the noun phrase behind the auxiliary. */
function subjectBehind(tokens: readonly Token[], object: Span): Span {
  return { start: object.start, end: object.start + Math.max(1, clausePart(tokens, object).length) };
}
