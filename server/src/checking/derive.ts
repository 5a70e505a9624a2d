/**
 * Explains a claim that no source states as it stands, but that follows from one to three facts of the statements
 * beside it: durations, weekdays, sums, shares. Knows pairings; the arithmetic is the kinds' own.
 */
import { matchDerivedDate } from "../kinds/date/derive.ts";
import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { Pairing } from "./align.ts";
import type { Derivation } from "./value-rule.ts";

/** Statements whose facts may be combined. */
const CONSIDERED = 4;

/** A date, weekday or duration that follows from dates of one statement, or of the two best. */
export function deriveDate(value: DateValue, pairings: readonly Pairing[]): Derivation | null {
  const givens = pairings.slice(0, CONSIDERED).flatMap((pairing) => pairing.statement.sentence.dates.map((date) => ({ pairing, date })));
  if (givens.length === 0) return null;
  const match = matchDerivedDate(
    value,
    givens.map(({ date }) => date),
  );
  const first = match && givens[match.uses[0] ?? 0];
  if (!match || !first) return null;
  return { explanation: match.explanation, strength: first.pairing.candidate.score, pairing: first.pairing, focus: [first.date] };
}

export function deriveQuantity(_value: QuantityValue, _pairings: readonly Pairing[]): Derivation | null {
  return null;
}
