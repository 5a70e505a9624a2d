/**
 * One date or period without range or bound: the list of parsers, longest proposal wins. The order only decides ties.
 */

import { monthOf } from "./calendar.ts";
import { absoluteParsers, monthName } from "./formats/absolute.ts";
import { anchoredParsers } from "./formats/anchored.ts";
import { clockParsers } from "./formats/clock.ts";
import { distanceParsers } from "./formats/distance.ts";
import { holidayParsers } from "./formats/holiday.ts";
import { nthParser, weekParser } from "./formats/nth.ts";
import { numericParsers } from "./formats/numeric.ts";
import { shortNumericParsers } from "./formats/numeric-short.ts";
import { definitePeriod, partParser } from "./formats/parts.ts";
import { periodParsers } from "./formats/period.ts";
import { relativeParsers } from "./formats/relative.ts";
import { runUpParser } from "./formats/run-up.ts";
import { dayOfMonthParsers, weekdayParsers } from "./formats/weekday.ts";
import { lengthParsers } from "./formats/within.ts";
import { yearParsers } from "./formats/year.ts";
import { at, type Core, type CoreParser, isYear, longer, type Scan, word, yearly } from "./grammar.ts";

function longestOf(parsers: readonly CoreParser[]): CoreParser {
  return (scan, i) => {
    let best: Core | null = null;
    for (const parse of parsers) best = longer(best, parse(scan, i));
    return best;
  };
}

/** "the year 2017", "the month of May". */
const opened: CoreParser = (scan, i) => {
  const k = word(scan, i) === "the" ? i + 1 : i;
  if (word(scan, k) === "year" && isYear(at(scan, k + 1))) {
    const core = longestOf(yearParsers)(scan, k + 1);
    if (core === null) return null;
    const { doubt: _doubt, ...rest } = core;
    return rest;
  }
  if (word(scan, k) !== "month" || word(scan, k + 1) !== "of") return null;
  const core = longestOf(absoluteParsers)(scan, k + 2);
  const month = monthName(scan, k + 2);
  if (core !== null && core.grain === "month" && !core.open) return core;
  return month === null
    ? null
    : yearly(month.next, (y) => monthOf(y, month.month), "month", "m", { month: month.month });
};

const days = longestOf([...numericParsers, ...absoluteParsers, ...holidayParsers, ...weekdayParsers]);
const spans = longestOf([
  ...absoluteParsers,
  ...yearParsers,
  ...periodParsers,
  ...relativeParsers,
  ...distanceParsers,
  ...anchoredParsers,
  opened,
]);
/** Inside "the … of" a definite period ("the year") is this one. */
const periods: CoreParser = (scan, i) => longer(spans(scan, i), definitePeriod(scan, i));
const weeks = weekParser(days);
/** One part inside an nth ("the first week of early May"), no deeper, so that hostile text cannot nest. */
const flatParts = partParser(periods);
const nth = nthParser((scan, i) => longer(flatParts(scan, i), periods(scan, i)));
const parts = partParser((scan, i) => longer(longer(weeks(scan, i), nth(scan, i)), periods(scan, i)));

const runUp = runUpParser((scan, i) => longer(longer(days(scan, i), parts(scan, i)), spans(scan, i)));

const shared = [
  ...absoluteParsers,
  ...yearParsers,
  ...periodParsers,
  ...distanceParsers,
  nth,
  ...clockParsers,
  ...lengthParsers,
];
/** What can begin with a number, and what can begin with a word; both lists keep the same order. */
const fromNumber = longestOf([
  ...numericParsers,
  ...shortNumericParsers,
  ...dayOfMonthParsers,
  ...shared,
  ...anchoredParsers,
]);
const fromWord = longestOf([
  ...holidayParsers,
  ...weekdayParsers,
  ...shared,
  ...relativeParsers,
  ...anchoredParsers,
  opened,
  weeks,
  parts,
  runUp,
]);

/** The longest single date or period at a lexeme, or null. */
export function coreAt(scan: Scan, i: number): Core | null {
  const known = scan.memo[i];
  if (known !== undefined) return known;
  const lexeme = at(scan, i);
  const starts =
    lexeme.kind === "number" || lexeme.term !== undefined || lexeme.lower === "'" || mayStart(lexeme.lower);
  const core = starts ? (lexeme.kind === "number" ? fromNumber : fromWord)(scan, i) : null;
  if (i >= 0 && i < scan.lexemes.length) scan.memo[i] = core;
  return core;
}

/** Words with a digit inside ("Q3", "FY2025", "H1") have no entry in the dictionary. */
function mayStart(lower: string): boolean {
  const last = lower.charCodeAt(lower.length - 1);
  return last >= 48 && last <= 57 && (lower.length === 2 || lower.startsWith("fy"));
}
