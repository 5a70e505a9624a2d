/**
 * When a disagreement of two predicates may be told at all, whatever the model makes of it. Knows judged predicates.
 */
import type { Span } from "../../text/types.ts";
import { featureOf } from "../alignment/values.ts";
import type { Judgement } from "../judging/value-rule.ts";
import type { PredicateValue } from "./predicate-kind.ts";

/** Heads less alike than this are two acts: "decided" and "voted" may both be true. */
const ALIKE = 0.8;
/** Heads as alike as this are one act where the two clauses say the same. */
const AKIN = 0.5;
/** So much of either clause is said in the other one: the two say the same. */
const SAME = 0.7;
/** Share of the source's clause that the draft's must speak of. */
const SHARED = 0.3;
/** Or else either sentence holds so much of the other's clause, and the pair is as likely as this to speak of one fact. */
const HELD = 0.5;
const LIKELY = 0.5;
/** So likely that what else the source's clause tells does not matter. */
const SURE = 0.85;

/**
 * Whether the conflict is told of one act and of the same things: the heads are one word, opposites or near synonyms,
 * and the source's clause is not about something else. A source's clause of a pronoun and a verb ("and the board did
 * not treat it as one") tells that by what stands before it in its sentence.
 */
export function isOneAct({ conflict }: Judgement<Span>): boolean {
  if (!conflict) return false;
  const { status, across, polarity } = conflict.differences;
  const of = (name: string, otherwise: number) => featureOf(conflict, name) ?? otherwise;
  const likeness = of("likeness", 1);
  const [clause, clauseBack] = [of("clause", 0), of("clauseBack", 0.5)];
  const alike = likeness >= ALIKE || status === 1 || across === 1;
  const akin = polarity === 1 && likeness >= AKIN && Math.min(clause, clauseBack) >= SAME;
  const held =
    likeness === 1 && Math.min(of("wide", 0), of("wideBack", 0)) >= HELD && conflict.likelihood >= LIKELY;
  // "would appeal" beside "was disappointed but would not appeal": the very word, and the source denies it.
  const { predicate } = conflict.value as PredicateValue;
  const denied = likeness === 1 && polarity === 1 && predicate.polarity === -1 && conflict.likelihood >= SURE;
  return (alike || akin) && (clauseBack >= SHARED || held || denied);
}
