/**
 * Lengths told in several units, "2 years, 1 month and 21 days", as one list of steps. Knows units and the reference
 * day's calendar, not what the length is counted from.
 */
import type { DurationUnit } from "../../types.ts";
import { at, type Duration, type Scan, word } from "../grammar.ts";
import { type Length, lengthAt } from "./duration.ts";
import { moveBy } from "./move.ts";

export interface Chain {
  readonly steps: readonly { readonly amount: number; readonly unit: DurationUnit }[];
  readonly next: number;
}

/** Steps of unlike units; more would be a list of something else. */
const LONGEST = 4;

/** Two or more lengths in a row, or null; a single one is read elsewhere. */
export function chainAt(scan: Scan, i: number): Chain | null {
  const steps: { amount: number; unit: DurationUnit }[] = [];
  let k = i;
  let next = i;
  while (steps.length < LONGEST) {
    const length = plainLength(scan, k);
    if (length === null || steps.some(({ unit }) => unit === length.unit)) break;
    steps.push({ amount: length.high, unit: length.unit });
    next = length.next;
    k = word(scan, next) === "," ? next + 1 : next;
    if (word(scan, k) === "and") k += 1;
  }
  return steps.length > 1 ? { steps, next } : null;
}

function plainLength(scan: Scan, i: number): Length | null {
  const length = lengthAt(scan, i);
  const exact = length !== null && length.low === length.high && !length.measure.rough;
  return exact && at(scan, i).lower !== "a" && at(scan, i).lower !== "an" ? length : null;
}

/** Moves a day by all steps, the longest units first, as people count. */
export function moveByChain(serial: number, sign: 1 | -1, { steps }: Chain): number {
  const order: readonly DurationUnit[] = ["decade", "year", "quarter", "month", "week", "day"];
  const sorted = [...steps].sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit));
  return sorted.reduce((day, { amount, unit }) => moveBy(day, sign * amount, unit), serial);
}

/** The chain as one length in days, counted from the reference day. */
export function chainLength(scan: Scan, sign: 1 | -1, chain: Chain): Duration {
  const days = Math.abs(moveByChain(scan.today, sign, chain) - scan.today);
  return { min: days, max: days, unit: "day", approximate: true };
}
