/**
 * Gives days to what `readDates` leaves unresolved because it counts from another day: "a year earlier", "the following
 * March", "within 60 days". Knows the sentence and the day to count from; the checker compares without it.
 */
import type { DateValue, Day } from "../types.ts";
import { formatDay, type Interval, parseDay, shiftMonths, weekOf } from "./calendar.ts";
import { moveBy } from "./formats/move.ts";
import { unitAround } from "./formats/units.ts";
import type { Scan } from "./grammar.ts";
import { lex } from "./lex.ts";
import { tenseAround } from "./tense.ts";

export interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The days that a value means, its own where it has them.
 * @param text the sentence that the value's offsets count in
 * @param reference the day from which relative dates count
 * @param anchor the days told before it, if any; without one an offset counts from the reference day
 * @returns null where the words count from an event whose day is not told ("two days after the vote")
 */
export function resolveDate(
  value: DateValue,
  text: string,
  reference: Day,
  anchor: Days | null,
): Days | null {
  const base = intervalOf(anchor) ?? { from: parseDay(reference), to: parseDay(reference) };
  if (value.from !== null || value.to !== null) {
    const recurs = value.anchored && value.duration === null && !value.stated.year;
    return recurs ? daysOf(recurring(value, base)) : { from: value.from, to: value.to };
  }
  if (value.duration === null) return daysOf(value.anchored ? weekday(value, base) : null);
  if (value.bound === "within") return deadline(value, text, parseDay(reference));
  return value.anchored ? daysOf(counted(value, text, base)) : null;
}

function intervalOf(days: Days | null): Interval | null {
  return days?.from && days.to ? { from: parseDay(days.from), to: parseDay(days.to) } : null;
}

function daysOf(interval: Interval | null): Days | null {
  return interval && { from: formatDay(interval.from), to: formatDay(interval.to) };
}

/** "within 60 days", from the reference day on; not when counted from an event or told of the past. */
function deadline(value: DateValue, text: string, today: number): Days | null {
  const { max, unit } = value.duration ?? { max: null, unit: "day" };
  if (max === null || unit === "hour" || unit === "minute" || value.anchored) return null;
  if (/^\s*(?:of|after|from|following|before)\b/.test(text.slice(value.end))) return null;
  return pastAround(value, text) ? null : daysOf({ from: today, to: moveBy(today, max, unit) });
}

function pastAround(value: DateValue, text: string): boolean {
  const lexemes = lex(text);
  const scan: Scan = { text, lexemes, today: 0, tokens: [], memo: [] };
  const start = lexemes.findIndex((lexeme) => lexeme.start >= value.start);
  const next = lexemes.findIndex((lexeme) => lexeme.start >= value.end);
  return tenseAround(scan, start, next < 0 ? lexemes.length : next) === "past";
}

const BACK = /\b(?:previous|preceding)\b/i;
const ON = /\b(?:following|ensuing|subsequent)\b/i;

/** "the following March", "that autumn": the one before, after or in the anchor's year. */
function recurring(value: DateValue, base: Interval): Interval | null {
  const own = intervalOf(value);
  if (own === null) return null;
  const inYear = (by: number): Interval => ({
    from: shiftMonths(own.from, 12 * by),
    to: shiftMonths(own.to + 1, 12 * by) - 1,
  });
  const years = Math.round((base.from - own.from) / 365.2425);
  const near = [-2, -1, 0, 1, 2].map((by) => inYear(years + by));
  if (BACK.test(value.text)) return near.findLast((x) => x.to < base.from) ?? null;
  if (ON.test(value.text)) return near.find((x) => x.from > base.to) ?? null;
  const middle = (x: Interval): number => Math.abs(x.from + x.to - base.from - base.to);
  return near.reduce((best, x) => (middle(x) < middle(best) ? x : best));
}

/** "the following Tuesday", "that Monday". */
function weekday(value: DateValue, base: Interval): Interval | null {
  const day = lex(value.text).find(({ term }) => term?.weekday !== undefined)?.term?.weekday;
  if (day === undefined) return null;
  const first = weekOf(base.from).from + day - 1;
  const near = [-7, 0, 7].map((by) => ({ from: first + by, to: first + by }));
  if (BACK.test(value.text)) return near.findLast((x) => x.to < base.from) ?? null;
  if (ON.test(value.text)) return near.find((x) => x.from > base.to) ?? null;
  return near[1] ?? null;
}

const OFFSET = /\b(?:later|earlier|afterwards?|after|before(?:hand)?|previously|on|prior)$/i;

/** "a week later", "the following year", "the same month". */
function counted(value: DateValue, text: string, base: Interval): Interval | null {
  const { min, max, unit } = value.duration ?? { min: null, max: null, unit: "day" };
  if (min === null || max !== min || unit === "hour" || unit === "minute") return null;
  const sign = value.bound === "before" ? -1 : value.bound === "after" ? 1 : 0;
  if (!OFFSET.test(value.text)) return unitAround(base.from, unit, sign)?.interval ?? null;
  if (/\b(?:after|before|prior to)$/i.test(value.text) && /^\s*[\p{L}\d]/u.test(text.slice(value.end)))
    return null;
  const moved = { from: moveBy(base.from, sign * max, unit), to: moveBy(base.to + 1, sign * max, unit) - 1 };
  return base.from === base.to ? { from: moved.from, to: moved.from } : moved;
}
