/**
 * Calendar arithmetic on days and intervals of days (proleptic Gregorian). Pure; knows no words and no "today".
 * Inside the date kind a day is a serial number (days since 1970-01-01); outside it is an ISO string.
 */
import type { Day } from "../types.ts";

/** Whole days, first and last both inside, as serial numbers. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Serial number of a civil date; months outside 1–12 carry over into years. */
export function serialOf(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const y = m <= 2 ? carried - 1 : carried;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a serial number. */
export function civilOf(serial: number): CivilDate {
  const z = serial + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** Serial number of an ISO day; NaN where the string is none. */
export function parseDay(day: Day): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match === null ? Number.NaN : serialOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** ISO day of a serial number. */
export function formatDay(serial: number): Day {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 28–31. */
export function daysInMonth(year: number, month: number): number {
  return serialOf(year, month + 1, 1) - serialOf(year, month, 1);
}

/** ISO weekday of a serial number: 1 is Monday, 7 is Sunday. */
export function weekdayOfSerial(serial: number): number {
  return ((((serial + 3) % 7) + 7) % 7) + 1;
}

/** Moves by whole months; the day is clamped to the month's last ("31 January" + 1 is 28 or 29 February). */
export function shiftMonths(serial: number, months: number): number {
  const { year, month, day } = civilOf(serial);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return serialOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** The day that is so many days later; earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return formatDay(parseDay(day) + days);
}
/** Days from the first to the second, not counting the first: 0 for the same day, negative when it is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return parseDay(second) - parseDay(first);
}
/** Days from the first to the second, both counted: 1 for the same day. */
export function daysInclusive(first: Day, second: Day): number {
  return daysBetween(first, second) + 1;
}

/**
 * A day as an interval of serial numbers, its first and last; null where the calendar has no such day (30 February).
 */
export function dayOf(year: number, month: number, day: number): Interval | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const serial = serialOf(year, month, day);
  return { from: serial, to: serial };
}
/** Interval of `count` months that starts with `month`. */
export function monthsOf(year: number, month: number, count: number): Interval {
  return { from: serialOf(year, month, 1), to: serialOf(year, month + count, 1) - 1 };
}
export const monthOf = (year: number, month: number): Interval => monthsOf(year, month, 1);
/** `quarter` is 1–4. */
export const quarterOf = (year: number, quarter: number): Interval => monthsOf(year, quarter * 3 - 2, 3);
/** `half` is 1 or 2. */
export const halfOf = (year: number, half: number): Interval => monthsOf(year, half * 6 - 5, 6);
/** `season` is 0 spring, 1 summer, 2 autumn, 3 winter, which begins in December of `year`; northern, meteorological. */
export const seasonOf = (year: number, season: number): Interval => monthsOf(year, season * 3 + 3, 3);
export const yearOf = (year: number): Interval => monthsOf(year, 1, 12);
export const yearsOf = (first: number, last: number): Interval => monthsOf(first, 1, (last - first + 1) * 12);
/** A budget year that begins on 1 April, the commonest kind. */
export const fiscalYearOf = (startYear: number): Interval => monthsOf(startYear, 4, 12);
/** A school year that begins on 1 September. */
export const academicYearOf = (startYear: number): Interval => monthsOf(startYear, 9, 12);
/** `century` 20 is 1900–1999, as people count. */
export const centuryOf = (century: number): Interval => yearsOf((century - 1) * 100, century * 100 - 1);
/** Monday to Sunday of the week that holds the day. */
export function weekOf(serial: number): Interval {
  const from = serial - weekdayOfSerial(serial) + 1;
  return { from, to: from + 6 };
}

/** The `n`th given weekday inside an interval, 1-based, -1 for the last; null where there is none. */
export function nthWeekday(interval: Interval, weekday: number, n: number): Interval | null {
  const first = interval.from + ((weekday - weekdayOfSerial(interval.from) + 7) % 7);
  const last = interval.to - ((weekdayOfSerial(interval.to) - weekday + 7) % 7);
  const serial = n > 0 ? first + (n - 1) * 7 : last + (n + 1) * 7;
  return serial < interval.from || serial > interval.to ? null : { from: serial, to: serial };
}

/** Western Easter Sunday. */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return serialOf(year, Math.floor(f / 31), (f % 31) + 1);
}
