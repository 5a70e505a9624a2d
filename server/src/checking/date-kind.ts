/**
 * What the common procedure must know of dates. Knows their algebra, not where they stand.
 */
import { compareDates } from "../kinds/date/compare.ts";
import type { DateValue } from "../kinds/types.ts";
import type { Features } from "./model.ts";
import type { ValueKind } from "./values.ts";

export const dateKind: ValueKind<DateValue> = {
  claims: (sentence) => sentence.dates,
  values: (sentence) => sentence.dates,
  compare: compareDates,
  core: (value) => value,
  comparable,
  features: dateFeatures,
  differences: dateDifferences,
};

/** Durations go with durations, clock times with clock times, days with days. */
function comparable(claim: DateValue, source: DateValue): boolean {
  return form(claim) === form(source) && form(claim) !== "anchored";
}

function form(value: DateValue): "duration" | "time" | "anchored" | "day" {
  if (value.anchored) return "anchored";
  if (value.time !== null && value.grain === "time") return "time";
  return value.from === null && value.to === null ? "duration" : "day";
}

function dateFeatures(claim: DateValue, source: DateValue): Features {
  return {
    grain: claim.grain === source.grain ? 1 : 0,
    bound: claim.bound === source.bound ? 1 : 0,
    duration: form(claim) === "duration" ? 1 : 0,
    statedYear: claim.stated.year ? 1 : 0,
    statedDay: claim.stated.day ? 1 : 0,
    yearOnly: claim.grain === "year" ? 1 : 0,
    sourceYearOnly: source.grain === "year" ? 1 : 0,
  };
}

function dateDifferences(claim: DateValue, source: DateValue): Features {
  const same = (from: number, to: number) =>
    claim.from && source.from && claim.from.slice(from, to) === source.from.slice(from, to) ? 1 : 0;
  return {
    apart: Math.min(3, Math.log10(1 + daysApart(claim, source))),
    sameYear: same(0, 4),
    sameMonth: same(5, 7),
    sameDay: same(8, 10),
    statedMonth: claim.stated.month ? 1 : 0,
  };
}

function daysApart(claim: DateValue, source: DateValue): number {
  const mine = claim.from ?? claim.to;
  const theirs = source.from ?? source.to;
  if (!mine || !theirs) return 0;
  return Math.abs(Date.parse(mine) - Date.parse(theirs)) / 86_400_000;
}
