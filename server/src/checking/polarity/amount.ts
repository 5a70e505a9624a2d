/**
 * Words of comparison that a figure stands before: "11 percent more", "two hours later". Beside the same figure their
 * direction is a claim of its own. Knows sentences and their quantities.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

/** The figure that says how much more or less, or null where none stands right before the word. */
export function amountBefore({ quantities, tokens }: Sentence, { head }: Predicate): QuantityValue | null {
  const word = tokens[head];
  const before = tokens[head - 1];
  if (!word || !before) return null;
  return (
    quantities.find(({ start, end }) => start < word.start && end >= before.end && end <= word.end) ?? null
  );
}

/** Whether both words tell the direction of one and the same amount. */
export function isSameAmount(
  asked: Sentence,
  claim: Predicate,
  stated: Sentence,
  source: Predicate,
): boolean {
  const mine = amountBefore(asked, claim);
  const theirs = amountBefore(stated, source);
  return mine !== null && theirs !== null && mine.nominal === theirs.nominal && mine.unit === theirs.unit;
}
