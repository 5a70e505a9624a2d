/**
 * Compares lengths of time: unit conversion, hedges ("nearly", "more than") and limits ("within", "up to").
 * Knows no calendar.
 */
import type { DateValue, DurationUnit, Relation } from "../types.ts";

const DAYS: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  "working-day": 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
  decade: 3652.5,
};
type Length = NonNullable<DateValue["duration"]>;

/** Length of one unit in days; working days count as one. */
export function daysIn(unit: DurationUnit): number {
  return DAYS[unit];
}

interface Stretch {
  readonly min: number;
  readonly max: number;
  /** The number that the words name. */
  readonly nominal: number;
}

function stretch(length: Length): Stretch {
  const per = DAYS[length.unit];
  const min = length.min === null ? 0 : length.min * per;
  const max = length.max === null ? Number.POSITIVE_INFINITY : length.max * per;
  if (length.min === null) return { min, max, nominal: max };
  if (length.max === null) return { min, max, nominal: min };
  const nearly =
    length.approximate &&
    length.min < length.max &&
    length.min >= length.max * 0.5 - 1e-9 &&
    length.min <= length.max * 0.8 + 1e-9;
  return { min, max, nominal: nearly ? max : length.approximate ? min : (min + max) / 2 };
}

/** Weeks and months do not divide evenly: "a month and a half" is six weeks, "three months" are twelve. */
const CONVERTED = 0.1;

/** How much two lengths may differ and still be one: conversions of months and rounding to a coarser unit. */
function tolerance(claim: Length, source: Length): number {
  if (claim.approximate || source.approximate) return 0.15;
  if (claim.unit === source.unit) return 1e-6;
  const exact = new Set<DurationUnit>(["minute", "hour", "day", "week"]);
  if (exact.has(claim.unit) && exact.has(source.unit))
    return DAYS[claim.unit] > DAYS[source.unit] * 5 ? roundingOf(claim) : 1e-6;
  const calendar = new Set<DurationUnit>(["month", "quarter", "year", "decade"]);
  if (calendar.has(claim.unit) && calendar.has(source.unit)) return 1e-6;
  return CONVERTED;
}

/** Rounded to whole units: "two days" for 45 hours, but not "65 hours" for 61. */
function roundingOf({ min, max }: Length): number {
  return Math.min(0.08, Math.max(0.01, 0.6 / (max ?? min ?? 1)));
}

/** Two lengths, claim first. Working days are compared with working days only. */
export function compareLengths(claim: DateValue, source: DateValue): Relation {
  const c = claim.duration;
  const s = source.duration;
  if (c === null || s === null) return "unrelated";
  if ((c.unit === "working-day") !== (s.unit === "working-day")) return "unrelated";
  const tol = tolerance(c, s);
  const a = stretch(c);
  const b = stretch(s);
  const limit = compareLimits(claim, source, a, b, tol);
  if (limit !== null) return limit;
  return compareStretches(a, b, tol, c.approximate || s.approximate);
}

const UPPER =
  /^(?:within|up to|at most|no more than|not more than|no longer than|as long as|a maximum of)\b|\bor (?:less|fewer)$/i;
const LOWER = /^(?:at least|no less than|not less than|no fewer than|a minimum of)\b|\bor (?:more|longer)$/i;

/** Limits of one side ("up to 90 days", "at least a year") are rules: their numbers must be the same. */
function compareLimits(
  claim: DateValue,
  source: DateValue,
  a: Stretch,
  b: Stretch,
  tol: number,
): Relation | null {
  const upper = UPPER.test(claim.text);
  if (upper && UPPER.test(source.text)) return near(a.max, b.max, tol) ? "agrees" : "conflicts";
  if (LOWER.test(claim.text) && LOWER.test(source.text))
    return near(a.min, b.min, tol) ? "agrees" : "conflicts";
  const opposite = upper ? LOWER.test(source.text) : LOWER.test(claim.text) && UPPER.test(source.text);
  // "three weeks or more" turns "up to three weeks" round.
  if (opposite) return near(a.nominal, b.nominal, tol) ? "conflicts" : "unrelated";
  if (UPPER.test(source.text) && !upper) {
    if (near(a.nominal, b.max, tol)) return "agrees";
    return a.min > b.max * (1 + tol) ? "conflicts" : "unrelated";
  }
  return null;
}

/** Calendar days to five working days. */
const CALENDAR = 7 / 5;

/** Working days beside days of the calendar, in which ten are fourteen; the words "calendar days" exclude the other ones. */
export function compareWorkingDays(claim: DateValue, source: DateValue): Relation {
  const c = claim.duration;
  const s = source.duration;
  if (c === null || s === null || (c.unit === "working-day") === (s.unit === "working-day"))
    return "unrelated";
  const daysOf = (length: Length): number =>
    (length.max ?? length.min ?? 0) * DAYS[length.unit] * (length.unit === "working-day" ? CALENDAR : 1);
  if (/\bcalendar\b/i.test(claim.text) || /\bcalendar\b/i.test(source.text))
    return near(daysOf(c), daysOf(s), 0.05) ? "unrelated" : "conflicts";
  const [mine, theirs] = [daysOf(c), daysOf(s)];
  const [less, more] = c.unit === "working-day" ? [theirs, mine] : [mine, theirs];
  // "ten days" may be short for ten working days.
  return less > more * 1.15 || less < (more / CALENDAR) * 0.9 ? "conflicts" : "unrelated";
}

function near(x: number, y: number, tol: number): boolean {
  return Math.abs(x - y) <= tol * Math.max(x, y) + 1e-9;
}

/** "Dark for ten hours" beside "lit for 14": two parts of one day may be told, one by either side. */
function fillDay(a: Stretch, b: Stretch): boolean {
  return near(a.nominal + b.nominal, 1, 1e-6) && a.nominal > DAYS.hour;
}

/** "Less than nine hours" is hardly said of three: beyond this factor a limit of one side is kept by another length. */
const FAR = 2.5;

function isFarInside(a: Stretch, b: Stretch): boolean {
  if (a.min === 0) return b.nominal * FAR < a.max;
  return a.max === Number.POSITIVE_INFINITY && b.nominal > a.min * FAR;
}

function compareStretches(a: Stretch, b: Stretch, tol: number, rough: boolean): Relation {
  if (isFarInside(a, b)) return "unrelated";
  const inside = b.min >= a.min * (1 - tol) - 1e-9 && b.max <= a.max * (1 + tol) + 1e-9;
  if (inside) return "agrees";
  if (rough && near(a.nominal, b.nominal, tol)) return "agrees";
  const apart = b.min > a.max * (1 + tol) + 1e-9 || b.max < a.min * (1 - tol) - 1e-9;
  if (!apart) return near(a.nominal, b.nominal, Math.max(tol, 0.02)) ? "agrees" : "unrelated";
  const clear = tol < 0.01 || !near(a.nominal, b.nominal, tol * 2);
  return clear && !fillDay(a, b) ? "conflicts" : "unrelated";
}
