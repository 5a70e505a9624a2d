/**
 * Bounds that a negation has turned round: "no layoffs before 2028" sets a start with the words of an end. Knows bounds, no
 * other words.
 */
import type { DateValue } from "../types.ts";
import { unitHolding } from "./anchors.ts";
import { parseDay } from "./calendar.ts";

/** "no layoffs before 2028": a start in which a negation has turned the words of an end round. */
export function saysNotBefore({ bound, text }: DateValue): boolean {
  return bound === "from" && /^(?:before|until|till)\b/i.test(text);
}

/** "Free from before August" beside "no fines before 1 August": one bound in the words, turned round on one side. */
export function isTurnedRound(claim: DateValue, source: DateValue): boolean {
  const [mine, theirs] = [claim, source].map(({ text }) => /^(?:before|until|till)\b/i.exec(text)?.[0]);
  if (!mine || mine.toLowerCase() !== theirs?.toLowerCase()) return false;
  const [lower, upper] = claim.bound === "from" ? [claim, source] : [source, claim];
  if (lower.bound !== "from" || lower.from === null || upper.to === null) return false;
  const edge = parseDay(upper.to) + (upper.bound === "before" ? 1 : 0);
  return (
    Math.abs(edge - parseDay(lower.from)) <= 1 || unitHolding(edge, upper.grain).from === parseDay(lower.from)
  );
}
