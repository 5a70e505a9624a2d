/**
 * What a clause leaves open: questions told ("asked whether"), what has not been decided, wishes in the subjunctive, and
 * what a noun only asks for. Knows tokens and verb groups only.
 */
import type { Span, Token } from "../../text/types.ts";
import { infinitiveOperator } from "./operators.ts";
import { CLAUSE_MARKS, OPEN, type Scope, span } from "./scope.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** Operator of what somebody has expressly not decided or not said: a draft can be wrong about that. */
export const UNDECIDED = "undecided";
/** Operator of what is asked: in a draft no claim, in a source no fact. */
export const WHETHER = "whether";

const INQUIRING = new Set(["ask", "wonder", "inquire", "enquire", "question"]);

/** "asked", "wondered": what stands below is neither so nor planned. */
export function asks(tokens: readonly Token[], { group }: { readonly group: VerbGroup }): boolean {
  return INQUIRING.has(tokens[group.head]!.lemma);
}

/** The scope of a clause behind "whether": open, or as the answer that the sentence gives has it. */
export function openScope(
  tokens: readonly Token[],
  group: VerbGroup,
  { group: { head, tense }, scope: outer }: { readonly group: VerbGroup; readonly scope: Scope },
  operator: Span | null,
): Scope {
  const asked = INQUIRING.has(tokens[head]!.lemma);
  const ahead = tense === "future";
  const answer = answerAfter(tokens, group);
  if (answer) {
    const said = tokens[answer.at]!;
    return answer.yes ? OPEN : { ...OPEN, polarity: -1, negation: { start: said.start, end: said.end } };
  }
  const denied = outer.polarity === -1;
  // "chose whether to answer", "checks whether it holds": that is settled, the sentence only does not say how.
  if (!denied && !asked && outer.mood === "asserted" && !ahead)
    return { ...OPEN, mood: "supposed", operator, lemma: WHETHER };
  return { ...OPEN, mood: "possible", operator, lemma: denied ? UNDECIDED : WHETHER };
}

/**
 * "Whether it will be repaired is to be decided in May", "whether it worked cannot be said": a question that is the subject
 * of a clause which leaves it open. Null where it stands otherwise.
 */
export function subjectQuestion(
  tokens: readonly Token[],
  group: VerbGroup,
  operator: Span | null,
): Scope | null {
  const whether = tokens.findIndex(({ start }) => start === operator?.start);
  const before = whether > 0 ? tokens[whether - 1]! : null;
  if (before && before.pos !== "PUNCT" && before.lemma !== "but" && before.lemma !== "and") return null;
  let at = group.tokens.end;
  while (at < tokens.length && !(CLOSING.has(tokens[at]!.lemma) && tokens[at]!.pos === "PUNCT")) at += 1;
  const behind = tokens
    .slice(group.tokens.end, at)
    .map(({ lemma }) => lemma)
    .join(" ");
  return LEFT_OPEN.test(behind) ? { ...OPEN, mood: "possible", operator, lemma: UNDECIDED } : null;
}
const CLOSING = new Set([".", ";", ":", ","]);
/** What is said of a question that nobody has answered, as lemmas. */
const LEFT_OPEN =
  /\b(?:be (?:still |yet )?to be (?:decide|determine|see|settle|agree)|have yet to be|remain (?:to be|open|unclear|uncertain|unknown|unresolved)|be (?:\w+ )?(?:open|unclear|uncertain|unknown|unresolved|undecided|doubtful)|(?:can ?not|can n[o']t|could not|have not(?: yet)? be) (?:yet )?(?:be )?(?:say|tell|know|decide|determine|establish|settle)|be not(?: yet)? (?:know|decide|settle|clear|certain)|will be decide|depend)\b/;

const ANSWERING = new Set(["say", "answer", "reply", "respond"]);

/** "asked whether it would, she said no": the plain answer behind the clause, or null. */
function answerAfter(
  tokens: readonly Token[],
  group: VerbGroup,
): { readonly at: number; readonly yes: boolean } | null {
  const at = tokens.findIndex(
    ({ text }, index) =>
      index > group.tokens.end &&
      /^(?:yes|no)\.?$/i.test(text) &&
      ANSWERING.has(tokens[index - 1]!.lemma) &&
      (/\.$/.test(text) || tokens[index + 1] === undefined || tokens[index + 1]!.pos === "PUNCT"),
  );
  return at < 0 ? null : { at, yes: /^yes/i.test(tokens[at]!.text) };
}

/** "asks that the range be widened": the subjunctive wishes. */
export function isSubjunctive(tokens: readonly Token[], group: VerbGroup): boolean {
  const { start, end } = group.tokens;
  const first = tokens[start]!;
  if (first.text.toLowerCase() !== "be" || end - start < 2 || group.infinitive || group.modal !== null)
    return false;
  for (let at = start - 1; at >= 0; at--) {
    if (tokens[at]!.lemma === "that") return true;
    if (CLAUSE_MARKS.has(tokens[at]!.lemma)) return false;
  }
  return false;
}

/** "a request by operators to prolong", "a plan to sell": the noun whose infinitive this is, with its scope; else null. */
export function nounsInfinitive(tokens: readonly Token[], from: number, group: VerbGroup): Scope | null {
  if (!group.infinitive) return null;
  for (let at = group.tokens.start - 1; at >= Math.max(from, group.tokens.start - REACH); at--) {
    const { lemma, pos } = tokens[at]!;
    if (CLAUSE_MARKS.has(lemma) || pos === "SCONJ" || pos === "CCONJ") return null;
    if (pos !== "NOUN") continue;
    const operator = infinitiveOperator(lemma);
    if (!operator) continue;
    const place = span(tokens, at, at + 1);
    return {
      polarity: operator.polarity,
      negation: operator.polarity === -1 ? place : null,
      mood: operator.mood,
      operator: place,
      lemma,
    };
  }
  return null;
}

/** "reserves its right to ask", "has leave to build": what the noun right before an infinitive leaves open; else null. */
export function freedomTo(
  tokens: readonly Token[],
  { infinitive, tokens: { start } }: VerbGroup,
): Scope | null {
  const noun = infinitive ? tokens[start - 1] : undefined;
  const operator = noun ? infinitiveOperator(noun.lemma) : null;
  if (!noun || !operator || operator.polarity === -1) return null;
  return { ...OPEN, mood: operator.mood, operator: { start: noun.start, end: noun.end }, lemma: noun.lemma };
}
/** Tokens between a noun and its infinitive: a "by" or "of" and a name. */
const REACH = 6;
