/**
 * How long a span of days is, told in calendar units: 1 January 2026 to 31 December 2028 is three years, March to August six
 * months. Compares such a length with a stated one. Knows the calendar, no words.
 */
import type { DateValue, DurationUnit, Relation } from "../types.ts";
import { anchorOf } from "./anchors.ts";
import { civilOf, type Interval, shiftMonths } from "./calendar.ts";
import { daysIn } from "./lengths.ts";
import { wordLength } from "./plain.ts";

/** How long a span is, at most and, where an end is not counted, at least, in a unit. */
interface SpanLength {
  /** Both ends counted. */
  readonly most: number;
  /** From the first end to the second. */
  readonly least: number;
}

const MONTHS_IN: Readonly<Partial<Record<DurationUnit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
};

/** Whole calendar months from a span's first day to its last, the rest in thirtieths. */
function monthsOf({ from, to }: Interval): number {
  const [a, b] = [civilOf(from), civilOf(to + 1)];
  const whole = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  return whole + (to + 1 - shiftMonths(from, whole)) / 30.4375;
}

/** One unit of a grain, in months; days and weeks are no part of one. */
const GRAIN_MONTHS: Readonly<Partial<Record<DateValue["grain"], number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

function lengthIn(span: Interval, grain: DateValue["grain"], unit: DurationUnit): SpanLength {
  const per = MONTHS_IN[unit];
  if (per !== undefined) {
    const months = monthsOf(span);
    return { most: months / per, least: (months - (GRAIN_MONTHS[grain] ?? 1 / 30.4375)) / per };
  }
  const days = (span.to - span.from + 1) / daysIn(unit);
  const end = (GRAIN_MONTHS[grain] ?? 0) * 30.4375 || 1;
  return { most: days, least: days - end / daysIn(unit) };
}

/** How far a length in months or years may be from the exact one; days and weeks are counted. */
const ROUNDED = 0.09;
/** A week of work is five days or seven. */
const WEEK = 0.3;

/** A length so many times that of the span, or of which the span is so many times one, measures something else. */
const TIMES = 2.5;

function toleranceOf({ unit, approximate }: NonNullable<DateValue["duration"]>, exact: number): number {
  if (approximate) return 0.15;
  if (unit === "day") return 1e-6;
  if (unit === "week") return exact < 2 ? WEEK : ROUNDED;
  return ROUNDED;
}

/** A stated length, claim first, beside the span that it may measure; working days and hours measure none. */
export function compareWithSpan(claim: DateValue, source: DateValue): Relation {
  const { duration } = claim;
  const span = anchorOf(source);
  if (
    duration === null ||
    duration.min === null ||
    claim.anchored ||
    claim.bound !== "on" ||
    span?.range !== true
  )
    return "unrelated";
  if (duration.unit === "working-day" || daysIn(duration.unit) < 1) return "unrelated";
  const shortest = duration.min;
  const { most, least } = lengthIn(span, source.grain, duration.unit);
  const fits = (length: number): boolean => {
    const slack = toleranceOf(duration, length);
    const low = shortest * (1 - slack);
    const high = (duration.max ?? Number.POSITIVE_INFINITY) * (1 + slack);
    return length >= low - 1e-9 && length <= high + 1e-9;
  };
  if (fits(most)) return "agrees";
  if (fits(least)) return "unrelated";
  const times = (duration.max ?? shortest) / most;
  return times > TIMES || times < 1 / TIMES ? "unrelated" : "conflicts";
}

/** The span as a length, in the largest unit that it fills: a value to word and to correct with. */
export function lengthOfSpan(span: DateValue): DateValue | null {
  const anchor = anchorOf(span);
  if (anchor?.range !== true) return null;
  const months = monthsOf(anchor);
  const days = anchor.to - anchor.from + 1;
  const [amount, unit] = filled(months, days);
  return {
    ...span,
    text: "",
    from: null,
    to: null,
    bound: "on",
    grain: unit,
    stated: { year: false, month: false, day: false, weekday: false },
    duration: { min: amount, max: amount, unit, approximate: false },
  };
}

function filled(months: number, days: number): readonly [number, "year" | "month" | "week" | "day"] {
  const whole = Math.round(months);
  if (whole < 1 || Math.abs(months - whole) > 0.1) return days % 7 === 0 ? [days / 7, "week"] : [days, "day"];
  return whole % 12 === 0 ? [whole / 12, "year"] : [whole, "month"];
}

/** "from 1 January 2026 to 31 December 2028 is three years"; null unless a length stands beside a span. */
export function explainSpan(claim: DateValue, source: DateValue): string | null {
  const length = claim.duration !== null && claim.from === null ? lengthOfSpan(source)?.duration : null;
  if (!length || length.max === null || source.duration !== null) return null;
  return `${source.text} is ${wordLength(length.max, length.unit, length.max < 11)}`;
}
