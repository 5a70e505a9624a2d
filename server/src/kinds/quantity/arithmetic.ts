/**
 * Whether a claimed quantity follows from given ones by plain arithmetic, and how surely that is no accident.
 * Knows candidates and their chances; knows nothing of where the givens stand.
 */
import type { QuantityValue } from "../types.ts";
import { candidatesFor, usable } from "./candidates.ts";
import { approximatelyFits, doubtfullyFits, relativeWidth } from "./fits.ts";
import type { Candidate } from "./steps.ts";

export { approximatelyFits } from "./fits.ts";

export interface Explanation {
  /** The arithmetic in plain form: "148 / 212 = 69.8 percent". */
  readonly explanation: string;
  /** Indices of the givens that enter it. */
  readonly uses: readonly number[];
  /** How likely the match is meant and no accident, 0 to 1. */
  readonly strength: number;
  /** What a share leaves to the others: it says nothing of those that the share is of. */
  readonly isComplement?: true;
}

/** Quantities of briefs spread over about this many e-folds, so a window of relative width r is hit with chance r / 3. */
const SPREAD = 3;
/** More givens than this are cut off, so that the cost stays bounded; callers put the likeliest first. */
const MOST_GIVENS = 24;
/** A number of so many digits that is met exactly is as wide as its last digit, whatever hedge it has. */
const PARTICULAR = 3;
/** A fraction or multiple that only some readers would grant: "two fifths" for 41.5 percent. */
const ROUGHLY = 0.6;
/** An accidental match is worth less than this and is not told. */
const WEAKEST = 0.05;

/**
 * The likeliest derivation of `claim` from one to three of `givens`, or null. A match that any of many candidates
 * could have made by chance (a small number, a wide hedge, many givens) is weak; a precise one with fitting units strong.
 */
export function explainByArithmetic(
  claim: QuantityValue,
  givens: readonly QuantityValue[],
): Explanation | null {
  if (claim.nominal === 0) return null;
  const candidates = candidatesFor(claim, usable(claim, givens.slice(0, MOST_GIVENS)));
  const tried = candidates.reduce((sum, { usual, fit }) => sum + usual * fit, 0);
  const width = relativeWidth(claim);
  const meant = 1 - accident(claim, tried, width);
  const exactly = 1 - accident(claim, tried, Math.min(lastDigit(claim), width));
  const roughly = claim.fraction || claim.dimension === "ratio";
  let best: { candidate: Candidate; strength: number } | null = null;
  for (const candidate of candidates) {
    const fits = approximatelyFits(claim, candidate.value);
    if (!fits && !(roughly && doubtfullyFits(claim, candidate.value))) continue;
    const chance = isExact(claim, candidate.value) ? exactly : meant;
    const strength =
      candidate.usual * candidate.fit * chance * (candidate.uses.length > 2 ? 0.8 : 1) * (fits ? 1 : ROUGHLY);
    if (best === null || strength > best.strength) best = { candidate, strength };
  }
  if (best === null || best.strength < WEAKEST) return null;
  const { explanation, uses, isComplement } = best.candidate;
  const strength = Number(best.strength.toFixed(3));
  return { explanation: explanation(), uses, strength, ...(isComplement ? { isComplement } : {}) };
}

/** "Some 2,870" is 640 + 2,230 to the last digit: its hedge makes that no likelier by chance. */
function isExact(claim: QuantityValue, value: number): boolean {
  return digitsOf(claim) >= PARTICULAR && Math.abs(value - claim.nominal) <= 1e-9 * Math.abs(claim.nominal);
}

/** How much the last digit is of the number, on the average of all numbers with so many digits. */
function lastDigit(claim: QuantityValue): number {
  return 0.5 * 10 ** (1 - digitsOf(claim));
}

/** How many figures of a number say something: 2 for 1,200. */
export function digitsOf({ nominal }: QuantityValue): number {
  return String(Number(Math.abs(nominal).toPrecision(12))).replace(/^0\.0*|[.]|0+$/g, "").length;
}

/** The chance that at least one of `tried` unrelated numbers is taken for the claim, where `value` is, 0 to 1. */
export function accidentOf(claim: QuantityValue, value: number, tried: number): number {
  const width = relativeWidth(claim);
  return accident(claim, tried, isExact(claim, value) ? Math.min(lastDigit(claim), width) : width);
}

/** The chance that at least one of `tried` unrelated numbers falls where the claim would accept it. */
function accident(claim: QuantityValue, tried: number, width: number): number {
  const whole = claim.dimension === "count" ? 1 / Math.max(1, Math.abs(claim.nominal)) : 0;
  const chance = Math.min(0.9, Math.max(width, whole) / SPREAD);
  return 1 - (1 - chance) ** Math.max(0, tried - 1);
}
