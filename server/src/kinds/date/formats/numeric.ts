/**
 * Dates in digits: "2024-03-04", "2015-10", "25/12/2024", "4.3.2024". An ambiguous one (03/04/2024) is read only where the
 * document tells its order.
 */
import { dayOf, type Interval, monthOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  fixed,
  isYear,
  type NumericOrder,
  type Scan,
  word,
} from "../grammar.ts";
import { fullYear } from "./year.ts";

/** Whether `mark` and another number follow word `i` without a blank: "4.3", "2024-03". */
export function joined(scan: Scan, i: number, mark: string): boolean {
  const next = at(scan, i + 2);
  return word(scan, i + 1) === mark && !at(scan, i + 1).gap && next.kind === "number" && !next.gap;
}

/** Digits go on with the same or another joining mark, or letters: part of something longer. */
export function continues(scan: Scan, last: number): boolean {
  const mark = at(scan, last + 1);
  if (mark.gap || mark.kind !== "mark") return false;
  return "-/.:".includes(mark.lower) && at(scan, last + 2).kind === "number" && !at(scan, last + 2).gap;
}

/** The number is the tail of something longer: "A-2024-03-04", "+420 1.2.2016" stays readable. */
export function precededByJoin(scan: Scan, i: number): boolean {
  const mark = at(scan, i - 1);
  if (i === 0 || at(scan, i).gap) return false;
  return mark.kind !== "mark" || "-/.:#+=_".includes(mark.lower);
}

/** "2024-03-04" and "2015-10"; also "2024/03/04". */
const iso: CoreParser = (scan, i) => {
  const year = at(scan, i);
  if (!isYear(year) || precededByJoin(scan, i)) return null;
  const mark = word(scan, i + 1);
  if ((mark !== "-" && mark !== "/" && mark !== ".") || !joined(scan, i, mark)) return null;
  const month = at(scan, i + 2);
  if (month.lower.length > 2 || month.value > 12 || month.value < 1) return null;
  if (joined(scan, i + 2, mark)) {
    const day = at(scan, i + 4);
    const suffix = /^(t\d*)?$/.test(day.suffix);
    const interval = suffix && !continuesDate(scan, i + 4) ? dayOf(year.value, month.value, day.value) : null;
    return interval === null ? null : fixed(i + 5, interval, "day", "ymd");
  }
  const season = (year.value + 1) % 100 === month.value;
  if (mark !== "-" || month.lower.length !== 2 || month.suffix !== "" || season || continues(scan, i + 2))
    return null;
  return fixed(i + 3, monthOf(year.value, month.value), "month", "ym");
};

function continuesDate(scan: Scan, last: number): boolean {
  return continues(scan, last) && word(scan, last + 1) !== ":";
}

/** "25/12/2024", "12/25/2024", "1/1/2016", "4.3.2024" (day first), "25-12-2024". */
const dayMonthYear: CoreParser = (scan, i) => {
  const first = at(scan, i);
  const mark = word(scan, i + 1);
  if (first.kind !== "number" || first.lower.length > 2 || !"/.-".includes(mark) || mark === "") return null;
  if (precededByJoin(scan, i) || !joined(scan, i, mark) || !joined(scan, i + 2, mark)) return null;
  const second = at(scan, i + 2);
  const year = at(scan, i + 4);
  if (second.lower.length > 2 || continues(scan, i + 4)) return null;
  if (first.suffix !== "" || second.suffix !== "" || year.suffix !== "") return null;
  if (!isYear(year)) return year.lower.length === 2 ? shortYear(scan, i, mark) : null;
  return readNumeric(i + 5, first.value, second.value, year.value, mark, scan.order);
};

/** "21/04/16", "21.04.16"; with dashes only the American "9-18-15", as "16-04-21" may begin with its year. */
function shortYear(scan: Scan, i: number, mark: string): Core | null {
  const [first, second, year] = [at(scan, i), at(scan, i + 2), at(scan, i + 4)];
  if (mark === "-" && second.value <= 12 && scan.order === undefined) return null;
  if (mark === "." && (first.lower.length < 2 || second.lower.length < 2)) return null;
  return readNumeric(i + 5, first.value, second.value, fullYear(year.value), mark, scan.order);
}

function readNumeric(
  next: number,
  first: number,
  second: number,
  year: number,
  mark: string,
  order: NumericOrder | undefined,
): Core | null {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = mark === "." ? null : dayOf(year, first, second);
  const ambiguous = dayFirst !== null && monthFirst !== null && dayFirst.from !== monthFirst.from;
  if (ambiguous && order === undefined) return null;
  const interval: Interval | null =
    ambiguous && order === "month-first" ? monthFirst : (dayFirst ?? monthFirst);
  return interval === null ? null : fixed(next, interval, "day", "ymd");
}

export const numericParsers: readonly CoreParser[] = [iso, dayMonthYear];
