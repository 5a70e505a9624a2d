/**
 * Holidays with a rule: "Christmas 2024", "New Year's Day", "Easter", "Labour Day". Knows the rules only.
 */
import { dayOf, easterOf, type Interval, monthOf, nthWeekday } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  fixed,
  phraseFrom,
  phraseTable,
  type Scan,
  word,
  yearly,
  yearPhrase,
} from "../grammar.ts";

type InYear = (year: number) => Interval | null;
const moving =
  (offset: number): InYear =>
  (year) => ({ from: easterOf(year) + offset, to: easterOf(year) + offset });
const onDay =
  (month: number, day: number): InYear =>
  (year) =>
    dayOf(year, month, day);
const nth =
  (month: number, weekday: number, n: number): InYear =>
  (year) =>
    nthWeekday(monthOf(year, month), weekday, n);

const HOLIDAYS: readonly (readonly [string, InYear])[] = [
  ["new year ' s eve", onDay(12, 31)],
  ["new year ' s day", onDay(1, 1)],
  ["new year ' s", onDay(1, 1)],
  ["the new year", onDay(12, 31)],
  ["new year", onDay(12, 31)],
  ["turn of the year", onDay(12, 31)],
  ["the turn of the year", onDay(12, 31)],
  ["christmas eve", onDay(12, 24)],
  ["christmas day", onDay(12, 25)],
  ["christmas", onDay(12, 25)],
  ["boxing day", onDay(12, 26)],
  ["good friday", moving(-2)],
  ["easter sunday", moving(0)],
  ["easter monday", moving(1)],
  ["easter", moving(0)],
  ["ascension day", moving(39)],
  ["whit monday", moving(50)],
  ["pentecost", moving(49)],
  ["may day", onDay(5, 1)],
  ["labour day", nth(9, 1, 1)],
  ["labor day", nth(9, 1, 1)],
  ["thanksgiving", nth(11, 4, 4)],
  ["halloween", onDay(10, 31)],
  ["valentine ' s day", onDay(2, 14)],
  ["independence day", onDay(7, 4)],
];
const TABLE = phraseTable(HOLIDAYS);

/** The holiday named at a place; its names need a capital, but for the turn of the year. */
export function holidayAt(scan: Scan, i: number): { readonly next: number; readonly inYear: InYear } | null {
  const found = phraseFrom(scan, i, TABLE);
  if (found === null) return null;
  const named = at(scan, i).capital || at(scan, i + 1).capital;
  if (!named && word(scan, found.next - 3) !== "of") return null;
  return { next: found.next, inYear: found.means };
}

const holiday: CoreParser = (scan, i): Core | null => {
  const found = holidayAt(scan, i);
  if (found === null) return null;
  const { next, inYear } = found;
  const year = yearPhrase(scan, next);
  const interval = year === null ? null : inYear(year.year);
  if (year !== null && interval !== null) return fixed(year.next, interval, "day", "ymd");
  return yearly(next, inYear, "day", "md");
};

export const holidayParsers: readonly CoreParser[] = [holiday];
