/**
 * Explains a claim that no source states as it stands, but that follows from one to three facts of the statements
 * beside it: durations, weekdays, sums, shares. Knows pairings; the arithmetic is the kinds' own.
 */
import { matchDerivedDate } from "../kinds/date/derive.ts";
import { explainByArithmetic } from "../kinds/quantity/arithmetic.ts";
import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { Pairing } from "./align.ts";
import type { Derivation } from "./value-rule.ts";

/** Statements whose facts may be combined. */
const CONSIDERED = 4;

/** A date, weekday or duration that follows from dates of one statement, or of the two best. */
export function deriveDate(value: DateValue, pairings: readonly Pairing[]): Derivation | null {
  const givens = pairings
    .slice(0, CONSIDERED)
    .flatMap((pairing) => pairing.statement.sentence.dates.map((date) => ({ pairing, date })));
  if (givens.length === 0) return null;
  const match = matchDerivedDate(
    value,
    givens.map(({ date }) => date),
  );
  const first = match && givens[match.uses[0] ?? 0];
  if (!match || !first) return null;
  return {
    explanation: match.explanation,
    strength: first.pairing.candidate.score,
    pairing: first.pairing,
    focus: [first.date],
  };
}

/** An amount, share or ratio that follows from the figures of one statement, or of the two best. */
export function deriveQuantity(value: QuantityValue, pairings: readonly Pairing[]): Derivation | null {
  let best: Derivation | null = null;
  for (const group of [...pairings.slice(0, CONSIDERED).map((pairing) => [pairing]), pairings.slice(0, 2)]) {
    const givens = group.flatMap((pairing) =>
      pairing.statement.sentence.quantities.map((quantity) => ({ pairing, quantity })),
    );
    const found =
      givens.length === 0
        ? null
        : explainByArithmetic(
            value,
            givens.map(({ quantity }) => quantity),
          );
    const first = found && givens[found.uses[0] ?? 0];
    if (!found || !first) continue;
    const strength = found.strength * Math.min(1, 0.3 + first.pairing.candidate.score);
    if (strength > (best?.strength ?? 0)) {
      const focus = found.uses.map((use) => givens[use]!).filter(({ pairing }) => pairing === first.pairing);
      best = {
        explanation: found.explanation,
        strength,
        pairing: first.pairing,
        focus: focus.map(({ quantity }) => quantity),
      };
    }
  }
  return best;
}
