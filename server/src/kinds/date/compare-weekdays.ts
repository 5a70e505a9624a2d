/**
 * Compares a weekday with another or with a day. Knows what words name a weekday, not which day's year is meant.
 */
import type { DateValue, Relation } from "../types.ts";
import { type Anchor, correction, gap, opposed, turningDay } from "./anchors.ts";
import { weekdayOfSerial } from "./calendar.ts";
import { termOf } from "./words.ts";

/** ISO weekday that the words name first, 0 where none. */
export function weekdayIn(text: string): number {
  for (const part of text.toLowerCase().split(/[^a-z]+/, 12)) {
    const weekday = termOf(part)?.weekday;
    if (weekday !== undefined) return weekday;
  }
  return 0;
}

/** True where a weekday is all that the words tell. */
export function isWeekdayOnly(value: DateValue): boolean {
  return value.grain === "weekday";
}

/** A weekday against a day: the same weekday within a week or two agrees, another one near it conflicts. */
export function compareWeekdays(claim: DateValue, source: DateValue, c: Anchor, s: Anchor): Relation {
  const other = isWeekdayOnly(claim) ? s : c;
  const mine = isWeekdayOnly(claim) ? c : s;
  if (opposed(c, s)) return turningDay(c) === turningDay(s) ? "conflicts" : "unrelated";
  const apart = gap(mine, other);
  if (!isWeekdayOnly(claim) || !isWeekdayOnly(source)) {
    const days = other.to - other.from;
    if (other.side === "on" && days > 0) {
      const end = turningDay(mine) === other.from || turningDay(mine) === other.to;
      return end || (days < 14 && apart <= 7 && holdsWeekday(other, turningDay(mine)))
        ? "agrees"
        : "unrelated";
    }
  }
  const day = turningDay(other) + correction(other);
  const same = weekdayOfSerial(day) === weekdayOfSerial(turningDay(mine) + correction(mine));
  if (same) return apart <= 14 ? "agrees" : "unrelated";
  if (isWeekdayOnly(claim) && claim.to !== claim.from && isWeekdayOnly(source))
    return apart <= 3 ? "conflicts" : "unrelated";
  return apart <= 7 && c.side === s.side ? "conflicts" : "unrelated";
}

/** One of the days is of the weekday of `day`. */
export function holdsWeekday(interval: Anchor, day: number): boolean {
  const offset = (weekdayOfSerial(day) - weekdayOfSerial(interval.from) + 7) % 7;
  return interval.from + offset <= interval.to;
}
