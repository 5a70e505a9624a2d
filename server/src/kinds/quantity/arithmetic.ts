/**
 * Whether a claimed quantity follows from given ones by plain arithmetic, and how surely that is no accident.
 * Knows candidates and their chances; knows nothing of where the givens stand.
 */
import type { QuantityValue } from "../types.ts";
import { candidatesFor, usable } from "./candidates.ts";
import { approximatelyFits, relativeWidth } from "./compare.ts";
import type { Candidate } from "./steps.ts";

export { approximatelyFits } from "./compare.ts";

export interface Explanation {
  /** The arithmetic in plain form: "148 / 212 = 69.8 percent". */
  readonly explanation: string;
  /** Indices of the givens that enter it. */
  readonly uses: readonly number[];
  /** How likely the match is meant and no accident, 0 to 1. */
  readonly strength: number;
}

/** Quantities of briefs spread over about this many e-folds, so a window of relative width r is hit with chance r / 3. */
const SPREAD = 3;
/** More givens than this are cut off, so that the cost stays bounded; callers put the likeliest first. */
const MOST_GIVENS = 24;
/** How wide a number of `PARTICULAR` digits and more is that is met exactly, whatever hedge it has. */
const EXACT = 0.005;
const PARTICULAR = 3;
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
  const meant = 1 - accident(claim, tried, relativeWidth(claim));
  const exactly = 1 - accident(claim, tried, Math.min(EXACT, relativeWidth(claim)));
  let best: { candidate: Candidate; strength: number } | null = null;
  for (const candidate of candidates) {
    if (!approximatelyFits(claim, candidate.value)) continue;
    const chance = isExact(claim, candidate) ? exactly : meant;
    const strength = candidate.usual * candidate.fit * chance * (candidate.uses.length > 2 ? 0.8 : 1);
    if (best === null || strength > best.strength) best = { candidate, strength };
  }
  if (best === null || best.strength < WEAKEST) return null;
  const { explanation, uses } = best.candidate;
  return { explanation: explanation(), uses, strength: Number(best.strength.toFixed(3)) };
}

/** "Some 2,870" is 640 + 2,230 to the last digit: its hedge makes that no likelier by chance. */
function isExact({ nominal }: QuantityValue, { value }: Candidate): boolean {
  const digits = String(Number(Math.abs(nominal).toPrecision(12))).replace(/[.]|0+$/g, "").length;
  return digits >= PARTICULAR && Math.abs(value - nominal) <= 1e-9 * Math.abs(nominal);
}

/** The chance that at least one of `tried` unrelated numbers falls where the claim would accept it. */
function accident(claim: QuantityValue, tried: number, width: number): number {
  const whole = claim.dimension === "count" ? 1 / Math.max(1, Math.abs(claim.nominal)) : 0;
  const chance = Math.min(0.9, Math.max(width, whole) / SPREAD);
  return 1 - (1 - chance) ** Math.max(0, tried - 1);
}
