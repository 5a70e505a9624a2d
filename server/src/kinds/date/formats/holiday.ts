/**
 * Holidays with a rule: "Christmas 2024", "New Year's Day", "Easter", "Labour Day". Knows the rules only.
 */
import { dayOf, easterOf, type Interval, monthOf, nthWeekday } from "../calendar.ts";
import { type Core, type CoreParser, fixed, oneOf, yearly, yearPhrase } from "../grammar.ts";

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
const PHRASES = HOLIDAYS.map(([text]) => text.split(" "));

const holiday: CoreParser = (scan, i): Core | null => {
  const next = oneOf(scan, i, PHRASES);
  const name = scan.lexemes[i];
  if (next < 0 || name === undefined) return null;
  if (!name.capital && !scan.lexemes[i + 1]?.capital) return null;
  const found = HOLIDAYS.find(
    (_, k) =>
      PHRASES[k]?.length === next - i && PHRASES[k]?.every((p, n) => scan.lexemes[i + n]?.lower === p),
  );
  if (found === undefined) return null;
  const year = yearPhrase(scan, next);
  const interval = year === null ? null : found[1](year.year);
  if (year !== null && interval !== null) return fixed(year.next, interval, "day", "ymd");
  return yearly(next, found[1], "day", "md");
};

export const holidayParsers: readonly CoreParser[] = [holiday];
