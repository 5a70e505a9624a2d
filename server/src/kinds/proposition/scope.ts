/**
 * What stands over a word: whether it is denied, and how firmly it is said. Knows token ranges only.
 */
import type { Span, Token } from "../../text/types.ts";
import type { Mood } from "./types.ts";

export interface Scope {
  readonly polarity: 1 | -1;
  readonly negation: Span | null;
  readonly mood: Mood;
  readonly operator: Span | null;
  readonly lemma: string | null;
}

export const OPEN: Scope = { polarity: 1, negation: null, mood: "asserted", operator: null, lemma: null };
export const CLAUSE_MARKS = new Set([",", ";", ":", "(", ")", "–", "—"]);

/** The same scope, denied by `by`; what was denied before is affirmed. */
export function flip(scope: Scope, by: Span): Scope {
  return { ...scope, polarity: scope.polarity === 1 ? -1 : 1, negation: scope.polarity === 1 ? by : null };
}

/** Tokens `from` to `to`, end exclusive, as a span of the text. */
export function span(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
