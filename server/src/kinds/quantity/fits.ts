/**
 * Whether a plain number is what a claim says, and how much it leaves open. Knows one claim, no other quantity.
 */
import type { QuantityValue } from "../types.ts";
import { claimWindows } from "./compare.ts";
import { holds, shapeOf, type Window, window } from "./tolerance.ts";

/** Whether the plain number `value`, in the claim's own unit, makes the claim true: 69.8 fits "about seven in ten". */
export function approximatelyFits(claim: QuantityValue, value: number): boolean {
  return Number.isFinite(value) && holds(windowsOf(claim).sure, window(value, value));
}

/** Whether readers would at most differ on it: "two fifths" for 41.5 percent. */
export function doubtfullyFits(claim: QuantityValue, value: number): boolean {
  return Number.isFinite(value) && holds(windowsOf(claim).doubtful, window(value, value));
}

/** How wide the numbers lie that `approximatelyFits` accepts, as a part of the claim's number; 0 and up. */
export function relativeWidth(claim: QuantityValue): number {
  const { sure } = windowsOf(claim);
  return (sure.high - sure.low) / Math.max(Math.abs(claim.nominal), 1e-9);
}

function windowsOf(claim: QuantityValue): { sure: Window; doubtful: Window } {
  const own = { value: claim, factor: 1 };
  return claimWindows(own, shapeOf(claim), own);
}
