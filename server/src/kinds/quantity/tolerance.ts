/**
 * How far a number may be from another and still be the same in a reader's eyes: rounding to the precision that is
 * written, hedges, fractions in words. Knows one value at a time; knows nothing of the other side's meaning.
 */
import type { QuantityValue } from "../types.ts";
import { FACTORS } from "./scales.ts";

/** "about 40" fairly holds 36 to 44: writers round to one or two figures. */
const ABOUT = 0.1;
/** Between `ABOUT` and this nothing is said: readers differ on "about 40" for 46. */
export const ABOUT_DOUBTFUL = 0.16;
/** "nearly half" is said of 46 percent but hardly of 40. */
export const NEARLY = 0.12;
export const NEARLY_DOUBTFUL = 0.2;
/** "a third" without a hedge is said of 32.4 to 34.3 percent. */
export const FRACTION = 0.03;
const FRACTION_DOUBTFUL = 0.09;
/** "doubled" is said of 1.9 to 2.1 times as many. */
const RATIO = 0.05;
const RATIO_DOUBTFUL = 0.13;
/** Rounding to the written precision never moves a number further than this: "1 million" is not 1.4 million. */
const ROUNDING_AT_MOST = 0.1;
/** "300 workers" for 297: perhaps rounded, perhaps wrong. */
const ROUND_LOOKING = 0.02;
/** "more than 20" is true of 30 and odd of 60: beyond this factor a bound speaks of something else. */
export const LOOSE_BOUND = 2.5;
/** "more than 30" in a source means something short of 45; a plain bound such as "at least 30" reaches further. */
export const REACH_EXCLUSIVE = 1.5;
export const REACH_INCLUSIVE = 2;

/** A closed or open interval; infinite where a side is open. */
export interface Window {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type Shape = "point" | "about" | "below" | "above" | "min" | "max" | "range";

/** What sort of interval the words make. */
export function shapeOf(value: QuantityValue): Shape {
  if (value.min === null) return value.approximate && value.maxExclusive ? "below" : "max";
  if (value.max === null) return value.approximate && value.minExclusive ? "above" : "min";
  if (value.min !== value.max) return "range";
  return value.approximate ? "about" : "point";
}

/** The step of the last figure that is written: 1e8 for "2.4 billion", 1000 for "42,000", 1 for "19". */
export function stepOf(value: QuantityValue): number {
  const { decimals, scale } = value.style;
  const factor = FACTORS[scale];
  if (decimals > 0 || scale !== "") return factor * 10 ** -decimals * (wordHalf(value) ? 0.5 : 1);
  return roundStep(value.nominal);
}

/** "half a million", "one and a half billion": the step is half the scale. */
function wordHalf(value: QuantityValue): boolean {
  return value.style.words && !Number.isInteger(value.nominal / FACTORS[value.style.scale]);
}

/** Three and more zeros at the end show rounding, but to no fewer than two figures. */
function roundStep(value: number): number {
  if (!Number.isInteger(value) || value === 0)
    return value === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(value)) - 2);
  let zeros = 0;
  let rest = Math.abs(value);
  while (rest % 10 === 0) {
    rest /= 10;
    zeros += 1;
  }
  if (zeros < 3) return 1;
  const digits = Math.floor(Math.log10(Math.abs(value))) + 1;
  return 10 ** Math.min(zeros, digits - 2);
}

/** Half the written step, but never a large part of the number itself. */
function rounding(value: QuantityValue, factor: number): number {
  const most = Math.abs(value.nominal) * ROUNDING_AT_MOST;
  const half = stepOf(value) / 2;
  return (
    factor *
    (value.nominal === 0 ? 0 : Math.min(half, Math.max(most, value.dimension === "count" ? 0.5 : half)))
  );
}

/** The accepted and the doubtful deviation of a two-sided claim, in the claim's unit times `factor`. */
export function deviations(value: QuantityValue, factor: number): { sure: number; doubtful: number } {
  const size = Math.abs(value.nominal * factor);
  const round = rounding(value, factor);
  if (shapeOf(value) === "about" || value.approximate)
    return { sure: Math.max(round, ABOUT * size), doubtful: Math.max(round, ABOUT_DOUBTFUL * size) };
  if (value.fraction) return { sure: FRACTION * size, doubtful: FRACTION_DOUBTFUL * size };
  if (value.dimension === "ratio" && value.style.decimals === 0)
    return { sure: RATIO * size, doubtful: RATIO_DOUBTFUL * size };
  const roundLooking = value.nominal >= 100 && value.nominal % 10 === 0 && value.style.decimals === 0;
  return { sure: round, doubtful: roundLooking ? Math.max(round, ROUND_LOOKING * size) : round };
}

/** One unit of the second figure: 100 for 2,600, 1 for 70. */
export function secondFigure(value: number): number {
  return value === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
}

/** The numbers from `low` to `high`, both inside unless that end is open. */
export function window(low: number, high: number, lowOpen = false, highOpen = false): Window {
  return { low, high, lowOpen, highOpen };
}

/** Whether all of `inner` lies in `outer`; edges count as inside. */
export function holds(outer: Window, inner: Window): boolean {
  const edges = [inner.low, inner.high].filter(Number.isFinite).map(Math.abs);
  const slack = 1e-9 * Math.max(1, ...edges);
  return inner.low >= outer.low - slack && inner.high <= outer.high + slack;
}

/** Whether the two share no more than an edge; two points that are equal do meet. */
export function apart(a: Window, b: Window): boolean {
  if (a.low === a.high || b.low === b.high) return apartFromPoint(a, b);
  return a.high <= b.low || b.high <= a.low;
}

function apartFromPoint(a: Window, b: Window): boolean {
  const [point, other] = a.low === a.high ? [a, b] : [b, a];
  const at = point.low;
  if (at < other.low || at > other.high) return true;
  return (at === other.low && other.lowOpen) || (at === other.high && other.highOpen);
}
