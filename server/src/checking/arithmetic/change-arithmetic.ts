/**
 * What a change between two figures comes to: percent of either, points, multiple, difference. Knows the numbers and
 * how exactly they are given; knows no words around them.
 */
import { approximatelyFits } from "../../kinds/quantity/fits.ts";
import { decimalsOf, inDigits } from "../../kinds/quantity/spell.ts";
import { plainNumber } from "../../kinds/quantity/steps.ts";
import { shapeOf, stepOf } from "../../kinds/quantity/tolerance.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Ends } from "./change-ends.ts";

/** A hedged figure may be as far off as this. */
const HEDGED = 0.1;
/** A bound says no more than that the figure is near. */
const BOUNDED = 0.25;

/** A way to read a change. */
export interface Reckoning {
  readonly way: "percent" | "base" | "points" | "multiple" | "difference";
  readonly value: number;
}

/** The numbers that the change between two ends can be told by, in the unit of `change`; the usual one first. */
function waysFor(
  change: QuantityValue,
  { from, to }: Ends,
): [Reckoning["way"], (a: number, b: number) => number][] {
  const difference = (a: number, b: number) => Math.abs(b - a);
  const percent = (a: number, b: number) => (100 * Math.abs(b - a)) / a;
  const base = (a: number, b: number) => (100 * Math.abs(b - a)) / b;
  const isShares = from.dimension === "share" && to.dimension === "share";
  switch (change.dimension) {
    case "share":
      return [
        ["percent", percent],
        ["base", base],
        ...(isShares ? ([["points", difference]] as const) : []),
      ] as never;
    case "points":
      return [["points", difference], ...(isShares ? [] : ([["percent", percent]] as const))] as never;
    case "ratio":
      return [
        ["multiple", (a, b) => b / a],
        ["multiple", (a, b) => a / b],
        ["multiple", (a, b) => b / a - 1],
      ];
    default:
      return [["difference", difference]];
  }
}

/** How the change follows from the ends, as exactly as both are given; null where it does not. */
export function fitting(change: QuantityValue, ends: Ends): Reckoning | null {
  for (const [way, reckon] of waysFor(change, ends)) {
    const values = cornersOf(ends).map(([a, b]) => reckon(a, b));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const told = Math.min(Math.max(change.nominal, low), high);
    const exact = reckon(ends.from.nominal, ends.to.nominal);
    if ([exact, told, low, high].some((value) => approximatelyFits(change, value)))
      return { way, value: exact };
  }
  return null;
}

/** What the change between the ends really is, told as `change` tells it. */
export function reckon(change: QuantityValue, ends: Ends): Reckoning {
  const [way, of] = waysFor(change, ends)[0]!;
  return { way, value: of(ends.from.nominal, ends.to.nominal) };
}

/** The ends at the edges of what their words can mean. */
function cornersOf({ from, to }: Ends): [number, number][] {
  const edges = (value: QuantityValue) => {
    const slack = slackOf(value);
    return [value.nominal - slack, value.nominal, value.nominal + slack].filter((n) => n > 0);
  };
  return edges(from).flatMap((a) => edges(to).map((b): [number, number] => [a, b]));
}

function slackOf(value: QuantityValue): number {
  const shape = shapeOf(value);
  if (shape === "min" || shape === "max" || shape === "range") return BOUNDED * value.nominal;
  if (shape !== "point") return HEDGED * value.nominal;
  const step = stepOf(value);
  return step === 1 && value.dimension === "count" ? 0 : Math.min(step / 2, HEDGED * value.nominal);
}

/** Whether the words tell a rise where the figures fall, or the other way round. */
export function isAgainst(change: QuantityValue, { from, to }: Ends): boolean {
  return change.direction * (to.nominal - from.nominal) < 0;
}

/** "63 \u00f7 48 = +31 percent", "9,184 \u2212 8,412 = 772". */
export function shown({ way, value }: Reckoning, { from, to }: Ends): string {
  const [a, b] = [written(from.nominal), written(to.nominal)];
  if (way === "percent" || way === "base") {
    const sign = to.nominal > from.nominal ? "+" : "\u2212";
    return `${b} \u00f7 ${a} = ${sign}${plainNumber(rounded(value))} percent`;
  }
  if (way === "multiple") return `${b} \u00f7 ${a} = ${plainNumber(rounded(value))} times`;
  const [high, low] = to.nominal > from.nominal ? [b, a] : [a, b];
  return `${high} \u2212 ${low} = ${plainNumber(Number(value.toPrecision(10)))}${way === "points" ? " points" : ""}`;
}

/** With all decimals that the figure has: "3.88". */
export function written(value: number): string {
  return value >= 1e6 ? plainNumber(value) : inDigits(value, ",", Math.min(3, decimalsOf(value)));
}

/** To a whole number from ten on, else to one decimal. */
export function rounded(value: number): number {
  return Number(value.toFixed(value >= 10 ? 0 : 1));
}
