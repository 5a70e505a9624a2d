/**
 * Brings two quantities on one scale: metres and kilometres, basis points and points, "36 of 100" and percent, a
 * percent change and a multiple. Knows conversion; does not compare.
 */
import type { QuantityValue } from "../types.ts";
import { measureOfUnit, timeUnit } from "./units.ts";

/** A quantity with the factor that leads from its own numbers to the common scale. */
export interface Scaled {
  readonly value: QuantityValue;
  readonly factor: number;
}

const DOLLARS = new Set(["USD", "CAD", "AUD", "NZD", "HKD", "SGD"]);
/** Currencies that go by one word; the words without a country come first. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(["crown", "krona", "krone", "SEK", "NOK", "DKK", "ISK", "CZK"]),
  new Set(["franc", "CHF", "XOF", "XAF"]),
  new Set(["rupee", "INR", "PKR", "LKR", "NPR"]),
  new Set(["shilling", "KES", "TZS", "UGX"]),
  new Set(["peso", "PHP", "MXN", "ARS", "CLP", "COP"]),
  new Set(["riyal", "SAR", "QAR", "OMR", "IRR"]),
  new Set(["kwacha", "ZMW"]),
  new Set(["leu", "RON", "MDL"]),
  new Set(["dirham", "AED", "MAD"]),
  DOLLARS,
];
const CENTS = new Set(["EUR", ...DOLLARS]);

/** Both on one scale, or null where they cannot be measured against each other. */
export function onOneScale(
  claim: QuantityValue,
  source: QuantityValue,
): { claim: Scaled; source: Scaled } | null {
  const rates = rateFactor(claim, source);
  if (rates === null) return null;
  const pair = unitFactors(claim, source);
  return pair === null
    ? null
    : { claim: pair.claim, source: { ...pair.source, factor: pair.source.factor * rates } };
}

/** 12 for "a month" against "a year": what the source's number is to be multiplied by; null where rates do not convert. */
function rateFactor(claim: QuantityValue, source: QuantityValue): number | null {
  if (claim.per === source.per || claim.per === null || source.per === null) return 1;
  const mine = timeUnit(claim.per);
  const theirs = timeUnit(source.per);
  if (mine !== null && theirs !== null) return mine / theirs;
  return mine === null && theirs === null ? 1 : null;
}

type Pair = { claim: Scaled; source: Scaled } | null;

function unitFactors(claim: QuantityValue, source: QuantityValue): Pair {
  const plain = { claim: { value: claim, factor: 1 }, source: { value: source, factor: 1 } };
  if (claim.dimension === source.dimension) {
    if (claim.dimension === "money") return money(claim, source);
    if (claim.dimension === "measure") return measures(claim, source);
    if (claim.dimension === "points") return points(claim, source);
    return plain;
  }
  if (claim.dimension === "share" || source.dimension === "share") {
    const shares = asShares(claim, source);
    if (shares !== null) return shares;
  }
  if (isBare(source, claim))
    return { ...plain, source: { value: source, factor: headerScale(source, claim) } };
  if (isBare(claim, source)) return { ...plain, claim: { value: claim, factor: headerScale(claim, source) } };
  return null;
}

/** "210" under a header that says "million euros" against 120 million euros: the scale that brings them nearest. */
function headerScale(bare: QuantityValue, other: QuantityValue): number {
  if (bare.style.scale !== "" || bare.style.words || bare.nominal <= 0 || other.nominal <= 0) return 1;
  const distance = (factor: number) => Math.abs(Math.log((bare.nominal * factor) / other.nominal));
  return [1e3, 1e6, 1e9].reduce((best, factor) => (distance(factor) < distance(best) ? factor : best), 1);
}

/** A number without any unit ("20 to 25 million", a table cell) may be of the other's. */
function isBare(bare: QuantityValue, other: QuantityValue): boolean {
  if (bare.dimension !== "count" || bare.unit !== null || bare.whole !== undefined) return false;
  const { decimals, scale, words } = bare.style;
  if (other.dimension === "share") return decimals > 0 && !other.fraction && scale === "";
  if (other.dimension !== "money" && other.dimension !== "measure") return false;
  return scale !== "" || decimals > 0 || (!words && (bare.nominal >= 100 || bare.nominal === other.nominal));
}

function money(claim: QuantityValue, source: QuantityValue): Pair {
  const plain = { claim: { value: claim, factor: 1 }, source: { value: source, factor: 1 } };
  const [a, b] = [claim.unit, source.unit];
  if (a === b || a === null || b === null) return plain;
  if (a === "cent" && CENTS.has(b)) return { ...plain, claim: { value: claim, factor: 0.01 } };
  if (b === "cent" && CENTS.has(a)) return { ...plain, source: { value: source, factor: 0.01 } };
  const vague = (unit: string, value: QuantityValue) =>
    /^[a-z]/.test(unit) || (unit === "USD" && plainDollar(value));
  const kin = FAMILIES.some((family) => family.has(a) && family.has(b));
  return kin && (vague(a, claim) || vague(b, source)) ? plain : null;
}

/** "$" or "dollars" without a country may be any state's. */
function plainDollar(value: QuantityValue): boolean {
  return !/US|U\.S|America/.test(value.text);
}

function measures(claim: QuantityValue, source: QuantityValue): Pair {
  if (claim.unit === source.unit)
    return { claim: { value: claim, factor: 1 }, source: { value: source, factor: 1 } };
  const a = claim.unit === null ? null : measureOfUnit(claim.unit);
  const b = source.unit === null ? null : measureOfUnit(source.unit);
  if (a === null || b === null || a.system !== b.system) return null;
  return { claim: { value: claim, factor: 1 }, source: { value: source, factor: b.factor / a.factor } };
}

function points(claim: QuantityValue, source: QuantityValue): Pair {
  const size = (value: QuantityValue) => (value.unit === "basis-point" ? 0.01 : 1);
  return { claim: { value: claim, factor: size(claim) }, source: { value: source, factor: size(source) } };
}

/** "36 of 100" as 36 percent, "40 percent more" as 1.4 times. */
function asShares(claim: QuantityValue, source: QuantityValue): Pair {
  const plain = { claim: { value: claim, factor: 1 }, source: { value: source, factor: 1 } };
  if (claim.whole !== undefined && claim.dimension === "count" && claim.whole > 0)
    return { ...plain, claim: { value: claim, factor: 100 / claim.whole } };
  if (source.whole !== undefined && source.dimension === "count" && source.whole > 0)
    return { ...plain, source: { value: source, factor: 100 / source.whole } };
  if (claim.dimension === "ratio" && source.direction !== 0)
    return { ...plain, source: { value: asMultiple(source), factor: 1 } };
  if (source.dimension === "ratio" && claim.direction !== 0)
    return { ...plain, claim: { value: asMultiple(claim), factor: 1 } };
  return null;
}

/** A rise of 40 percent is 1.4 times as much. */
function asMultiple(value: QuantityValue): QuantityValue {
  const turn = (n: number | null) =>
    n === null ? null : Number((1 + (value.direction * n) / 100).toPrecision(12));
  const [first, second] = value.direction > 0 ? [value.min, value.max] : [value.max, value.min];
  return {
    ...value,
    min: turn(first),
    max: turn(second),
    nominal: turn(value.nominal)!,
    dimension: "ratio",
    unit: "ratio",
    fraction: true,
  };
}
