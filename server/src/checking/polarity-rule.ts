/**
 * When a disagreement of two predicates may be told at all, whatever the model makes of it. Knows judged predicates.
 */
import type { Span } from "../text/types.ts";
import type { Judgement } from "./value-rule.ts";
import { featureOf } from "./values.ts";

/** Heads less alike than this are two acts: "decided" and "voted" may both be true. */
const ALIKE = 0.8;
/** Share of the source's clause that the draft's must speak of. */
const SHARED = 0.3;

/**
 * Whether the conflict is told of one act and of the same things: the heads are one word, opposites or near synonyms,
 * and the source's clause is not about something else.
 */
export function isOneAct({ conflict }: Judgement<Span>): boolean {
  if (!conflict) return false;
  const likeness = featureOf(conflict, "likeness") ?? 1;
  const clauseBack = featureOf(conflict, "clauseBack") ?? 0.5;
  return (
    (likeness >= ALIKE || conflict.differences.status === 1 || conflict.differences.across === 1) &&
    clauseBack >= SHARED
  );
}
