/**
 * Dates told from the day of writing: "yesterday", "last month", "three weeks ago", "the following March". Knows the
 * reference day, not the sentence around the words.
 */
import { civilOf, type Interval, monthOf, quarterOf, seasonOf, serialOf, shiftMonths } from "../calendar.ts";
import {
  at,
  type CoreParser,
  fixed,
  type Grain,
  phraseFrom,
  phraseTable,
  type Scan,
  skipThe,
  word,
} from "../grammar.ts";
import { monthName } from "./absolute.ts";
import { holidayAt } from "./holiday.ts";
import { unitAround } from "./units.ts";
import { shiftWeekday } from "./weekday.ts";

const NAMED_DAYS: readonly (readonly [string, number])[] = [
  ["the day before yesterday", -2],
  ["day before yesterday", -2],
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["this morning", 0],
  ["this afternoon", 0],
  ["this evening", 0],
  ["tomorrow", 1],
  ["the day after tomorrow", 2],
  ["day after tomorrow", 2],
  ["a week from today", 7],
  ["a week today", 7],
  ["a week from tomorrow", 8],
];
const NAMED_TABLE = phraseTable(NAMED_DAYS);

const namedDay: CoreParser = (scan, i) => {
  const found = phraseFrom(scan, i, NAMED_TABLE);
  if (found === null) return null;
  const { next, means: offset } = found;
  if (word(scan, i) === "today" && word(scan, next) === "'") return null;
  const serial = scan.today + offset;
  return fixed(next, { from: serial, to: serial }, "day", "ymd");
};

/** "the year before last", "the week after next": two steps away. */
const twoAway: CoreParser = (scan, i) => {
  if (word(scan, i) !== "the") return null;
  const unit = at(scan, i + 1).term?.unit;
  const before = word(scan, i + 2) === "before" && word(scan, i + 3) === "last";
  const next = skipThe(scan, i + 3);
  if (unit === undefined || !(before || (word(scan, i + 2) === "after" && word(scan, next) === "next")))
    return null;
  const found = unitAround(scan.today, unit, before ? -2 : 2);
  return found === null || unit === "day"
    ? null
    : fixed((before ? i + 3 : next) + 1, found.interval, found.grain, LETTERS[found.grain] ?? "ym");
};

/** "the past year", "the past month": up to the day before, not the last calendar year. */
const recent: CoreParser = (scan, i) => {
  const k = skipThe(scan, i);
  const unit = at(scan, k + 1).term?.unit;
  if (
    word(scan, k) !== "past" ||
    !/^(day|week|month|quarter|year|decade)$/.test(unit ?? "") ||
    at(scan, k + 1).term?.plural
  )
    return null;
  if (unit === "quarter") return fixed(k + 2, pastQuarter(scan), "quarter", "ym");
  const days = unit === "day" ? 1 : unit !== "week" ? 0 : word(scan, k + 1) === "fortnight" ? 14 : 7;
  const months = unit === "month" ? 1 : unit === "year" ? 12 : 120;
  const from = days > 0 ? scan.today - days : shiftMonths(scan.today, -months);
  return fixed(
    k + 2,
    { from, to: scan.today - 1 },
    unit as Grain,
    unit === "month" || unit === "week" ? "ym" : "y",
  );
};

/** "the past quarter": figures come by the calendar's quarters. */
function pastQuarter(scan: Scan): Interval {
  const { year, month } = civilOf(scan.today);
  return quarterOf(year, Math.ceil(month / 3) - 1);
}

const FISCAL = /^(fiscal|financial|academic|school|budget)$/;
const LETTERS: Readonly<Partial<Record<Grain, string>>> = {
  day: "ymd",
  year: "y",
  "fiscal-year": "y",
  decade: "y",
  century: "y",
};

/** "last month", "this week", "next calendar year", "the current decade", "this fiscal year". */
const shiftedUnit: CoreParser = (scan, i) => {
  const s = skipThe(scan, i);
  const shift = at(scan, s).term?.shift;
  if (shift === undefined || shift.anchored) return null;
  let k = s + 1;
  if (at(scan, k).term?.shift?.anchored === false && /^(this|the)$/.test(word(scan, s))) k += 1;
  const by = k > s + 1 ? (at(scan, k - 1).term?.shift?.by ?? 0) : shift.by;
  const fiscal = FISCAL.test(word(scan, k));
  if (fiscal || word(scan, k) === "calendar") k += 1;
  const unit = at(scan, k).term?.unit;
  if (word(scan, k - 1) === "past") return null;
  if (
    unit === undefined ||
    at(scan, k).term?.plural ||
    unit === "half" ||
    (unit === "quarter" && s > i && by < 0)
  )
    return null;
  const found = unitAround(scan.today, unit, by);
  if (found === null || (unit === "day" && by !== 0) || (s > i && by < 0 && word(scan, k + 1) === "of"))
    return null;
  const grain = fiscal && unit === "year" ? "fiscal-year" : found.grain;
  return fixed(k + 1, found.interval, grain, LETTERS[grain] ?? "ym");
};

/** "last October", "this coming March", "next Friday", "last summer". */
const shiftedName: CoreParser = (scan, i) => {
  const s = skipThe(scan, i);
  const shift = at(scan, s).term?.shift;
  if (shift === undefined || shift.anchored) return null;
  let k = s + 1;
  let by = shift.by;
  let coming = /^(coming|upcoming|forthcoming|past)$/.test(word(scan, s));
  if (/^(coming|past|upcoming)$/.test(word(scan, k))) {
    by = at(scan, k).term?.shift?.by ?? by;
    coming = true;
    k += 1;
  }
  const term = at(scan, k).term;
  if (term?.weekday !== undefined && !term.short) return shiftWeekday(scan, k + 1, term.weekday, by, coming);
  if (term?.season !== undefined) {
    const n = term.season;
    return fixed(
      k + 1,
      shiftedInYear(scan, by, (y) => seasonOf(y, n)),
      "season",
      "ym",
    );
  }
  const holiday = holidayAt(scan, k);
  if (holiday !== null && by !== 0) {
    const inYear = (y: number): Interval => holiday.inYear(y) ?? { from: scan.today, to: scan.today };
    return fixed(holiday.next, shiftedInYear(scan, by, inYear), "day", "ymd");
  }
  const month = monthName(scan, k);
  if (month === null || at(scan, month.next).kind === "number") return null;
  const interval = shiftedInYear(scan, by, (y) => monthOf(y, month.month));
  return fixed(month.next, interval, "month", "ym", { month: month.month });
};

/** The latest one wholly past, this year's, or the first to begin after the day. */
function shiftedInYear(scan: Scan, by: number, inYear: (y: number) => Interval): Interval {
  const { year } = civilOf(scan.today);
  if (by === 0) return inYear(year);
  if (by < 0) return inYear(year).to < scan.today ? inYear(year) : inYear(year - 1);
  return inYear(year).from > scan.today ? inYear(year) : inYear(year + 1);
}

const RUNNING = phraseTable([
  ["so far this year", "year"],
  ["this year so far", "year"],
  ["year to date", "year"],
  ["the year to date", "year"],
  ["the year so far", "year"],
  ["so far this month", "month"],
  ["this month so far", "month"],
  ["month to date", "month"],
] as const);

/** "so far this year", "year to date", "the rest of the year", "this year so far". */
const running: CoreParser = (scan, i) => {
  const soFar = phraseFrom(scan, i, RUNNING);
  if (soFar !== null) {
    const { year, month } = civilOf(scan.today);
    const from = serialOf(year, soFar.means === "year" ? 1 : month, 1);
    return fixed(soFar.next, { from, to: scan.today }, soFar.means, soFar.means === "year" ? "y" : "ym");
  }
  const k = skipThe(scan, i);
  if (!/^(rest|remainder)$/.test(word(scan, k)) || word(scan, k + 1) !== "of") return null;
  const own = /^(the|my|our|your|their|its)$/.test(word(scan, k + 2));
  const u = own || at(scan, k + 2).term?.shift?.by === 0 ? k + 3 : k + 2;
  const term = at(scan, u).term;
  if (term?.unit === undefined || term.plural) return null;
  const found = unitAround(scan.today, term.unit, 0);
  if (found === null) return null;
  return fixed(u + 1, { from: scan.today, to: found.interval.to }, found.grain, LETTERS[found.grain] ?? "ym");
};

/** "the weekend": this week's. */
const weekend: CoreParser = (scan, i) => {
  const k = skipThe(scan, i);
  const led = k > i || i === 0 || /^(at|on|over|during|my)$/.test(word(scan, i - 1));
  if (word(scan, k) !== "weekend" || !led || /^(of|before|after)$/.test(word(scan, k + 1))) return null;
  const found = unitAround(scan.today, "weekend", 0);
  return found === null ? null : fixed(k + 1, found.interval, "week", "");
};

export const relativeParsers: readonly CoreParser[] = [
  namedDay,
  shiftedUnit,
  shiftedName,
  running,
  weekend,
  twoAway,
  recent,
];
