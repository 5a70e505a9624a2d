/**
 * A weekday beside its own day: "Monday 22 April" in a year in which that day is a Tuesday. Knows the calendar, not where
 * the days are told.
 */
import type { DateValue } from "../types.ts";
import { civilOf, parseDay, weekdayOfSerial } from "./calendar.ts";
import { weekdayIn } from "./compare-weekdays.ts";
import { termOf, WEEKDAYS } from "./words.ts";

/** A single day of the calendar with the weekday that its words name. */
export interface NamedDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** ISO weekday as written, 0 where the words name none. */
  readonly written: number;
  /** ISO weekday of the calendar. */
  readonly real: number;
  /** "4-22": month and day, which stay when the year is not told. */
  readonly key: string;
  readonly yearStated: boolean;
}

/** The day that a value names by day and month, or null for anything else, such as a span or an offset. */
export function namedDayOf(value: DateValue): NamedDay | null {
  const { stated, grain, from, to, anchored } = value;
  if (!stated.day || !stated.month || grain !== "day" || anchored) return null;
  const edge = value.bound === "before" || value.bound === "after" ? null : (from ?? to);
  if (edge === null || (from !== null && to !== null && from !== to)) return null;
  const day = parseDay(edge);
  const { month, day: number } = civilOf(day);
  return {
    day,
    written: weekdayIn(value.text),
    real: weekdayOfSerial(day),
    key: `${month}-${number}`,
    yearStated: stated.year,
  };
}

/** The text with its weekday replaced, written as it is: "Mon 22 April" → "Tue 22 April"; null where it names none. */
export function withWeekday(
  text: string,
  weekday: number,
): { start: number; end: number; newText: string } | null {
  const name = WEEKDAYS[weekday - 1];
  for (const match of text.matchAll(/[a-z]+/gi)) {
    const [word] = match;
    const known = termOf(word.toLowerCase());
    if (known?.weekday === undefined || name === undefined) continue;
    const short = known.short === true ? name.slice(0, 3) : name;
    const cased = word === word.toUpperCase() ? short.toUpperCase() : short;
    return { start: match.index, end: match.index + word.length, newText: cased };
  }
  return null;
}
