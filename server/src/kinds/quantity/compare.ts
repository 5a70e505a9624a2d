/**
 * Compares two quantities, claim first, by interval algebra: whether the source's value makes the claim true, rules
 * it out, or leaves it open. Knows hedges, rounding and units; whether both speak of one thing is for others.
 */
import type { QuantityValue, Relation } from "../types.ts";
import { compareVotes } from "./compare-votes.ts";
import { onOneScale, type Scaled } from "./scale.ts";
import {
  ABOUT_DOUBTFUL,
  apart,
  deviations,
  holds,
  LOOSE_BOUND,
  NEARLY,
  NEARLY_DOUBTFUL,
  REACH_EXCLUSIVE,
  REACH_INCLUSIVE,
  type Shape,
  secondFigure,
  shapeOf,
  stepOf,
  type Window,
  window,
} from "./tolerance.ts";

/** Two bounds of one sort that differ by less are not told apart: "more than 30" and "30+". */
const SAME_BOUND = 0.02;
/** "more than an eighth" may put "more than 12 percent" into words. */
const SAME_FRACTION = 0.05;

export interface CompareOptions {
  /** Whether two counted nouns (lemmas) may name one thing; by default any two may, for alignment has judged. */
  readonly nounsMatch?: (claim: string, source: string) => boolean;
}

/** How `source` stands to `claim`, when both speak of one thing. Units that do not convert are "unrelated". */
export function compareQuantities(
  claim: QuantityValue,
  source: QuantityValue,
  options: CompareOptions = {},
): Relation {
  if (claim.dimension === "vote" || source.dimension === "vote") return compareVotes(claim, source);
  if (claim.dimension === "ordinal" || source.dimension === "ordinal") return compareOrdinals(claim, source);
  if (confusesPointsWithPercent(claim, source)) return "conflicts";
  const scaled = onOneScale(claim, source);
  if (scaled === null) return mistakenUnit(claim, source) ? "conflicts" : "unrelated";
  if (!nounsAgree(claim, source, options)) return "unrelated";
  if (claim.direction * source.direction < 0) {
    // Where something ended is no amount by which it changed: "34 cm below the surface", "rose from 71 to 34 cm".
    if ((claim.level ?? false) !== (source.level ?? false)) return "unrelated";
    // "rose to 17.6" for "dropped to 17.6" is the verb's error, not the figure's.
    return claim.level && source.level && sameNumber(claim, source) ? "agrees" : "conflicts";
  }
  if (claim.direction * source.direction > 0 && (claim.level ?? false) !== (source.level ?? false))
    return "unrelated";
  if (leavesScaleOut(claim, source) || leavesScaleOut(source, claim)) return "agrees";
  const relation = compareIntervals(scaled.claim, scaled.source);
  // "54 more than in 2023" rules out no count, nor the count a change.
  if (relation === "conflicts" && isChange(claim) !== isChange(source)) return "unrelated";
  if (relation === "conflicts" && claim.per !== source.per && claim.per !== null && source.per !== null)
    return sameNumber(claim, source) ? "conflicts" : "unrelated";
  return relation;
}

/** Whether both write the same plain number, whatever its unit. */
export function sameNumber(claim: QuantityValue, source: QuantityValue): boolean {
  return Math.abs(claim.nominal - source.nominal) <= 1e-9 * Math.max(1, Math.abs(claim.nominal));
}

/** "0.6 percent" for 0.6 percentage points, or the other way round: the same number in the wrong one of the two. */
export function confusesPointsWithPercent(claim: QuantityValue, source: QuantityValue): boolean {
  const pair = [claim.dimension, source.dimension].sort().join(" ");
  if (pair !== "points share" || claim.fraction || source.fraction) return false;
  return sameNumber(claim, source);
}

/** By how much something changed or differs, not how much it is. */
function isChange({ direction, level }: QuantityValue): boolean {
  return direction !== 0 && !level;
}

/** "6.9 million and the Alliance 5.4", a cell under "million": the bare figure leaves out what the other one says. */
function leavesScaleOut(bare: QuantityValue, full: QuantityValue): boolean {
  if (bare.unit !== null || bare.style.scale !== "" || full.style.scale === "") return false;
  const ratio = full.nominal / bare.nominal;
  return [1e3, 1e6, 1e9, 1e12].some((scale) => Math.abs(ratio / scale - 1) < 1e-9);
}

/** "140 million dollars" for 140 million lari: the number is too particular for chance. */
function mistakenUnit(claim: QuantityValue, source: QuantityValue): boolean {
  if (claim.dimension !== "money" || source.dimension !== "money" || !sameNumber(claim, source)) return false;
  return String(Number(claim.nominal.toExponential().split("e")[0])).replace(/[-.]/g, "").length >= 2;
}

function nounsAgree(claim: QuantityValue, source: QuantityValue, options: CompareOptions): boolean {
  if (claim.dimension !== "count" || source.dimension !== "count") return true;
  // "neither of the two" says nothing of three.
  if (source.nominal === 0 && claim.nominal > (source.whole ?? Infinity)) return false;
  if (claim.unit === null || source.unit === null || claim.unit === source.unit) return true;
  return options.nounsMatch?.(claim.unit, source.unit) ?? true;
}

function compareOrdinals(claim: QuantityValue, source: QuantityValue): Relation {
  if (claim.dimension !== source.dimension) return "unrelated";
  return sameNumber(claim, source) ? "agrees" : "conflicts";
}

function compareIntervals(claim: Scaled, source: Scaled): Relation {
  const mine = shapeOf(claim.value);
  const theirs = shapeOf(source.value);
  if (mine === theirs && (mine === "min" || mine === "max")) return compareBounds(claim, source, mine);
  if (mine === "range" && theirs === "range") return compareRanges(claim, source);
  const twoSided = (shape: Shape) => shape === "point" || shape === "about";
  const [a, b] = [claim.value.nominal * claim.factor, source.value.nominal * source.factor];
  if (twoSided(mine) && twoSided(theirs) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)))
    return "agrees";
  if (twoSided(mine) && isAtBound(a, b, source.value, theirs)) return "agrees";
  if (mine === "about" && theirs === "about" && Math.abs(a - b) > ABOUT_DOUBTFUL * Math.max(a, b))
    return "conflicts";
  const { sure, doubtful } = claimWindows(claim, mine, source);
  if (holds(sure, tight(source, theirs))) return "agrees";
  return apart(doubtful, loose(source, theirs)) ? "conflicts" : "unrelated";
}

/** "three quarters" of what is to be "at least 75 percent": the bound itself is named. */
function isAtBound(claim: number, bound: number, source: QuantityValue, shape: Shape): boolean {
  if (shape !== "min" && shape !== "max") return false;
  const exclusive = shape === "min" ? source.minExclusive : source.maxExclusive;
  return (
    !exclusive && !source.text.includes("+") && Math.abs(claim - bound) <= 1e-9 * Math.max(1, Math.abs(bound))
  );
}

/** "at least 25" against "at least 30": the looser of two bounds follows from the stricter, never the other way. */
function compareBounds(claim: Scaled, source: Scaled, shape: "min" | "max"): Relation {
  const mine = claim.value.nominal * claim.factor;
  const theirs = source.value.nominal * source.factor;
  const stricter = shape === "min" ? mine - theirs : theirs - mine;
  const named = shape === "max" && !claim.value.maxExclusive && !source.value.maxExclusive;
  // The highest number of the one is the highest of the other: "up to 12" is not said of "at most 10".
  if (named && -stricter > SAME_FRACTION * Math.abs(theirs)) return "conflicts";
  if (stricter <= 0) return beyondReach(mine, theirs) ? "unrelated" : "agrees";
  const worded = claim.value.fraction || source.value.fraction;
  return stricter > (worded ? SAME_FRACTION : SAME_BOUND) * Math.abs(theirs) ? "conflicts" : "unrelated";
}

function beyondReach(a: number, b: number): boolean {
  return Math.max(a, b) > LOOSE_BOUND * Math.min(a, b);
}

function compareRanges(claim: Scaled, source: Scaled): Relation {
  const near = deviations({ ...claim.value, approximate: claim.value.approximate }, claim.factor).sure;
  const lowSame = Math.abs(claim.value.min! * claim.factor - source.value.min! * source.factor) <= near;
  const highSame = Math.abs(claim.value.max! * claim.factor - source.value.max! * source.factor) <= near;
  if (lowSame && highSame) return "agrees";
  if (claim.value.approximate || source.value.approximate)
    return overlap(claim, source) ? "unrelated" : "conflicts";
  if (lowSame || highSame) return "conflicts";
  const inside = source.value.min! * source.factor >= claim.value.min! * claim.factor;
  return inside && source.value.max! * source.factor <= claim.value.max! * claim.factor
    ? "unrelated"
    : "conflicts";
}

function overlap(claim: Scaled, source: Scaled): boolean {
  return (
    claim.value.min! * claim.factor <= source.value.max! * source.factor &&
    source.value.min! * source.factor <= claim.value.max! * claim.factor
  );
}

/** The true values for which the claim's words are fair, and those for which it is arguable. */
export function claimWindows(
  claim: Scaled,
  shape: Shape,
  source: Scaled,
): { sure: Window; doubtful: Window } {
  const { value, factor } = claim;
  const at = value.nominal * factor;
  switch (shape) {
    case "min":
      return {
        sure: window(edge(at, value.minExclusive, source, 1), reachOf(at, value)),
        doubtful: window(at, Infinity, strict(value.minExclusive, source)),
      };
    case "max":
      return {
        sure: window(at / LOOSE_BOUND, edge(at, value.maxExclusive, source, -1)),
        doubtful: window(-Infinity, at, false, strict(value.maxExclusive, source)),
      };
    case "below":
      return {
        sure: window(at * (1 - NEARLY), at - tiny(at)),
        doubtful: window(at * (1 - NEARLY_DOUBTFUL), at),
      };
    case "above":
      return {
        sure: window(at + tiny(at), at * (1 + NEARLY)),
        doubtful: window(at, at * (1 + NEARLY_DOUBTFUL)),
      };
    case "range":
      return rangeWindows(claim);
    default: {
      const { sure, doubtful } = deviations(value, factor);
      return { sure: window(at - sure, at + sure), doubtful: window(at - doubtful, at + doubtful) };
    }
  }
}

/** "more than 30" leaves out a plain 30, but is fairly said of "30 to 35". */
function edge(at: number, exclusive: boolean, source: Scaled, side: 1 | -1): number {
  return exclusive && shapeOf(source.value) === "point" ? at + side * tiny(at) : at;
}

/** "dozens" and "hundreds" reach up to the next such word. */
function reachOf(at: number, value: QuantityValue): number {
  return at * (value.approximate ? 2 * LOOSE_BOUND : LOOSE_BOUND);
}

function rangeWindows(claim: Scaled): { sure: Window; doubtful: Window } {
  const { value, factor } = claim;
  const low = value.min! * factor;
  const high = value.max! * factor;
  const half = value.approximate
    ? ABOUT_DOUBTFUL * Math.abs(value.nominal * factor)
    : (stepOf(value) * factor) / 2;
  const edge = value.dimension === "count" && !value.approximate ? 0 : half;
  return { sure: window(low - edge, high + edge), doubtful: window(low - edge, high + edge) };
}

/** "more than 30" is false of exactly 30 when the source counts, and arguable when it may have rounded. */
function strict(exclusive: boolean, source: Scaled): boolean {
  return exclusive && source.value.dimension === "count" && stepOf(source.value) === 1;
}

function tiny(at: number): number {
  return Math.abs(at) * 1e-6;
}

/** The values that the source surely means. */
function tight(source: Scaled, shape: Shape): Window {
  const { value, factor } = source;
  const at = value.nominal * factor;
  const near = Math.max(secondFigure(at), 0.02 * Math.abs(at));
  switch (shape) {
    case "min":
      return window(at, Infinity);
    case "max":
      return window(-Infinity, at);
    case "below":
      return window(at - near, at - tiny(at));
    case "above":
      return window(at + tiny(at), at + near);
    case "range":
      return window(value.min! * factor, value.max! * factor);
    case "about":
      return window(at - 0.01 * Math.abs(at), at + 0.01 * Math.abs(at));
    default:
      return window(at, at);
  }
}

/** The values that the source may mean. */
function loose(source: Scaled, shape: Shape): Window {
  const { value, factor } = source;
  const at = value.nominal * factor;
  switch (shape) {
    case "min":
      return window(at, at * (value.minExclusive ? REACH_EXCLUSIVE : REACH_INCLUSIVE), value.minExclusive);
    case "max":
      return window(value.maxExclusive ? at / REACH_INCLUSIVE : -Infinity, at, false, value.maxExclusive);
    case "below":
      return window(at * (1 - NEARLY_DOUBTFUL), at, false, true);
    case "above":
      return window(at, at * (1 + NEARLY_DOUBTFUL), true, false);
    case "range":
      return window(value.min! * factor, value.max! * factor);
    default: {
      if (value.dimension === "count" && shape === "point" && stepOf(value) === 1) return window(at, at);
      const { doubtful } = deviations(value, factor);
      return window(at - doubtful, at + doubtful);
    }
  }
}
