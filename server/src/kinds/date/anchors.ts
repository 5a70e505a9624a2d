/**
 * What a date value says about its event, made comparable: the days to which its bound ties the event.
 * Knows the calendar, not the other value.
 */
import type { DateValue } from "../types.ts";
import {
  civilOf,
  halfOf,
  type Interval,
  monthOf,
  parseDay,
  quarterOf,
  serialOf,
  weekOf,
  yearOf,
  yearsOf,
} from "./calendar.ts";

/** "on": happens in the interval; "upper": not after it; "lower": not before it. */
export type Side = "on" | "upper" | "lower";
export interface Anchor extends Interval {
  readonly side: Side;
  /** Spans more than one unit of its grain: both ends are stated. */
  readonly range: boolean;
  /** "before" and "after" leave the named day itself out. */
  readonly exclusive: boolean;
}

/** The whole unit of a grain that holds a day. */
export function unitHolding(serial: number, grain: DateValue["grain"]): Interval {
  const { year, month } = civilOf(serial);
  switch (grain) {
    case "week":
      return weekOf(serial);
    case "month":
      return monthOf(year, month);
    case "quarter":
      return quarterOf(year, Math.ceil(month / 3));
    case "half":
      return halfOf(year, month > 6 ? 2 : 1);
    case "season": {
      const from = serialOf(year, month - (month % 3), 1);
      const start = civilOf(from);
      return { from, to: serialOf(start.year, start.month + 3, 1) - 1 };
    }
    case "year":
      return yearOf(year);
    case "fiscal-year":
      return { from: serial - 366, to: serial + 366 };
    case "decade":
      return yearsOf(Math.floor(year / 10) * 10, Math.floor(year / 10) * 10 + 9);
    case "century":
      return yearsOf(Math.floor(year / 100) * 100, Math.floor(year / 100) * 100 + 99);
    default:
      return { from: serial, to: serial };
  }
}

const END = /\b(?:end|close|late|last)\b/i;

/** The days that matter of a value, or null where it has none. */
export function anchorOf(value: DateValue): Anchor | null {
  const { bound, grain } = value;
  const from = value.from === null ? null : parseDay(value.from);
  const to = value.to === null ? null : parseDay(value.to);
  const exclusive = bound === "before" || bound === "after";
  if (from !== null && to !== null) {
    const unit = unitHolding(from, grain);
    const range = grain === "fiscal-year" ? to - from > 370 : to > unit.to;
    return { from, to, side: "on", range, exclusive: false };
  }
  if (to !== null) {
    const unit = unitHolding(to, grain === "fiscal-year" ? "year" : grain);
    const late = END.test(value.text)
      ? Math.max(unit.from, to - Math.ceil((to - unit.from) / (grain === "year" ? 6 : 3)))
      : unit.from;
    return { from: late, to, side: "upper", range: false, exclusive };
  }
  if (from !== null) {
    const unit = unitHolding(from, grain === "fiscal-year" ? "year" : grain);
    return { from, to: Math.max(from, unit.to), side: "lower", range: false, exclusive };
  }
  return null;
}

/** Half-width in days of what "around" and "three years ago" may mean; 0 for what is exact. */
export function slackOf(value: DateValue): number {
  const counted = value.duration !== null && value.from === value.to;
  const slack: Readonly<Partial<Record<DateValue["grain"], number>>> = {
    day: 0,
    week: 4,
    month: 16,
    quarter: 46,
    year: 184,
    decade: 1830,
  };
  if (counted) return slack[value.grain] ?? 0;
  if (/\b(?:new year|turn of the year)$/i.test(value.text)) return 1;
  return value.bound === "around" ? Math.max(3, (slack[value.grain] ?? 30) / 2) : 0;
}

/** The day on which a bound turns: the last for deadlines, the first for starts. */
export function turningDay(anchor: Anchor): number {
  return anchor.side === "upper" ? anchor.to : anchor.from;
}

/** "before Monday" ends on Sunday; its turning day is Monday. */
export function correction(anchor: Anchor): number {
  if (!anchor.exclusive) return 0;
  return anchor.side === "upper" ? 1 : -1;
}

/** Days between two intervals, 0 where they meet or overlap. */
export function gap(a: Anchor, b: Anchor): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
/** One is a deadline, the other a start. */
export function opposed(a: Anchor, b: Anchor): boolean {
  return (a.side === "upper" && b.side === "lower") || (a.side === "lower" && b.side === "upper");
}
