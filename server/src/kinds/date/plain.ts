/**
 * Plain English for a date value in messages: "2–3 May 2019", "by 30 June 2026", "Thursday", "more than two years".
 * Knows the value alone.
 */
import type { DateValue, DurationUnit } from "../types.ts";
import { unitHolding } from "./anchors.ts";
import { civilOf, type Interval, parseDay, weekdayOfSerial } from "./calendar.ts";
import { weekdayIn } from "./compare-weekdays.ts";
import { MONTHS, numberInWords, SEASONS, WEEKDAYS } from "./words.ts";

const LEAD: Readonly<Record<DateValue["bound"], string>> = {
  on: "",
  by: "by ",
  before: "before ",
  until: "until ",
  since: "since ",
  from: "from ",
  after: "after ",
  within: "within ",
  around: "around ",
};

/** The value in a few plain words; the words as written where they say it best (offsets, parts, relative dates). */
export function wordDate(value: DateValue): string {
  if (value.time !== null) return clock(value.time);
  if (value.anchored || (value.from === null && value.to === null)) return value.text;
  const days = namedDays(value);
  if (days === null) return value.text;
  return `${LEAD[value.bound]}${wordDays(days, value)}`;
}

/** "3:40 a.m.", "noon". */
export function clock(minutes: number): string {
  if (minutes === 720) return "noon";
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 || hour === 24 ? "a.m." : "p.m."}`;
}

/** The days that the words name, with the bound undone. */
export function namedDays(value: DateValue): Interval | null {
  const from = value.from === null ? null : parseDay(value.from);
  const to = value.to === null ? null : parseDay(value.to);
  if (from !== null && to !== null) return { from, to };
  const turn =
    to !== null ? to + (value.bound === "before" ? 1 : 0) : (from ?? 0) - (value.bound === "after" ? 1 : 0);
  if (value.grain === "day" || value.grain === "weekday") return { from: turn, to: turn };
  const unit = unitHolding(turn, value.grain);
  const whole =
    value.bound === "before" || value.bound === "since" || value.bound === "from" ? unit.from : unit.to;
  return whole === turn ? unit : null;
}

function wordDays(days: Interval, value: DateValue): string {
  if (value.grain === "weekday")
    return value.stated.weekday && days.from === days.to ? weekdayName(value, days.from) : value.text;
  const year = value.stated.year;
  const whole = unitHolding(days.from, value.grain);
  const unit = whole.from === days.from && whole.to === days.to;
  if (value.grain === "day") return wordDayRange(days, year, value.stated.weekday);
  if (value.grain === "month" && (unit || days.to > whole.to)) return wordMonths(days, year);
  if (value.grain === "year" && unit) return String(civilOf(days.from).year);
  if (value.grain === "quarter" && unit)
    return `the ${["first", "second", "third", "fourth"][Math.ceil(civilOf(days.from).month / 3) - 1]} quarter${ofYear(days, year)}`;
  if (value.grain === "half" && unit)
    return `the ${civilOf(days.from).month === 1 ? "first" : "second"} half${ofYear(days, year)}`;
  if (value.grain === "season" && unit)
    return `${SEASONS[Math.floor(civilOf(days.from).month / 3) - 1]}${year ? ` ${civilOf(days.from).year}` : ""}`;
  return value.text.replace(/^(?:by|before|until|since|from|after|no later than|around)\s+/i, "");
}

function ofYear(days: Interval, year: boolean): string {
  return year ? ` of ${civilOf(days.from).year}` : "";
}

function weekdayName(value: DateValue, serial: number): string {
  const weekday = weekdayIn(value.text) || weekdayOfSerial(serial);
  return WEEKDAYS[weekday - 1] ?? value.text;
}

function wordDayRange(days: Interval, year: boolean, weekday: boolean): string {
  const a = civilOf(days.from);
  const b = civilOf(days.to);
  const tail = year ? ` ${b.year}` : "";
  const end = `${b.day} ${MONTHS[b.month - 1]}${tail}`;
  if (days.from === days.to) return `${weekday ? `${WEEKDAYS[weekdayOfSerial(days.from) - 1]} ` : ""}${end}`;
  if (a.year !== b.year && year) return `${a.day} ${MONTHS[a.month - 1]} ${a.year} to ${end}`;
  return a.month === b.month ? `${a.day}–${end}` : `${a.day} ${MONTHS[a.month - 1]} to ${end}`;
}

function wordMonths(days: Interval, year: boolean): string {
  const a = civilOf(days.from);
  const b = civilOf(days.to);
  const end = `${MONTHS[b.month - 1]}${year ? ` ${b.year}` : ""}`;
  if (a.year === b.year && a.month === b.month) return end;
  return `${MONTHS[a.month - 1]}${a.year !== b.year && year ? ` ${a.year}` : ""} to ${end}`;
}

/** "two days", "48 hours", "1.5 years": a number with its unit. */
export function wordLength(amount: number, unit: DurationUnit, words: boolean): string {
  const name = unit === "working-day" ? "working day" : unit;
  const number = words ? (numberInWords(amount) ?? String(amount)) : String(amount);
  return `${number} ${name}${amount === 1 ? "" : "s"}`;
}
