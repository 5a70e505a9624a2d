/**
 * Whole calendar units around a day: the week, month, quarter, year, decade that lies so many units from its own.
 */
import { civilOf, halfOf, type Interval, monthsOf, quarterOf, weekOf, yearOf, yearsOf } from "../calendar.ts";
import type { Grain } from "../grammar.ts";

export interface Unit {
  readonly interval: Interval;
  readonly grain: Grain;
}

/** The whole unit that lies `by` units from the one that holds the day; null for a unit that is none of the calendar. */
export function unitAround(serial: number, unit: string, by: number): Unit | null {
  const { year, month } = civilOf(serial);
  switch (unit) {
    case "day":
      return { interval: { from: serial + by, to: serial + by }, grain: "day" };
    case "week":
      return { interval: weekOf(serial + 7 * by), grain: "week" };
    case "weekend": {
      const week = weekOf(serial + 7 * by);
      return { interval: { from: week.from + 5, to: week.to }, grain: "week" };
    }
    case "month":
      return { interval: monthsOf(year, month + by, 1), grain: "month" };
    case "quarter":
      return { interval: quarterOf(year, Math.ceil(month / 3) + by), grain: "quarter" };
    case "half":
      return { interval: halfOf(year, (month > 6 ? 2 : 1) + by), grain: "half" };
    case "year":
      return { interval: yearOf(year + by), grain: "year" };
    case "decade":
      return { interval: tens(year, 10, by), grain: "decade" };
    case "century":
      return { interval: tens(year, 100, by), grain: "century" };
    default:
      return null;
  }
}

function tens(year: number, size: number, by: number): Interval {
  const first = (Math.floor(year / size) + by) * size;
  return yearsOf(first, first + size - 1);
}
