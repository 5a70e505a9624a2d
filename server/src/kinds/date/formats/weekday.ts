/**
 * Weekdays without a date ("Thursday", "last Friday", "Wednesday of last week", "Saturday week") and days of the
 * month without a month ("the 25th").
 */
import { civilOf, dayOf, type Interval, weekdayOfSerial, weekOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  endsClause,
  fixed,
  type Scan,
  skipThe,
  stated,
  word,
} from "../grammar.ts";
import { dayNumber, monthName } from "./absolute.ts";
import { unitAround } from "./units.ts";

/** The days on which a weekday falls around a day: the week before, that week, the week after. */
function weekdaysNear(near: number, weekday: number): Interval[] {
  const monday = weekOf(near).from;
  return [-14, -7, 0, 7, 14].map((days) => {
    const serial = monday + days + weekday - 1;
    return { from: serial, to: serial };
  });
}

/** Short forms ("Sat", "Sun") are doubted unless dotted; full names are not. */
const weekday: CoreParser = (scan, i) => {
  const lexeme = at(scan, i);
  const n = lexeme.term?.weekday;
  if (n === undefined) return null;
  const short = lexeme.term?.short === true;
  const next = i + 1;
  if (!short) {
    const shifted = shiftedAfter(scan, next, n);
    if (shifted !== null) return shifted;
    const withDay = weekdayDay(scan, i, n);
    if (withDay !== null) return withDay;
  }
  return open(next, n, short || !lexeme.capital);
};

function open(next: number, n: number, doubted: boolean): Core {
  return {
    next,
    grain: "weekday",
    stated: stated("w"),
    choices: (near) => weekdaysNear(near, n),
    open: true,
    ...(doubted ? { doubt: "weekday" as const } : {}),
  };
}

/** "Thursday next", "Thursday last", "Saturday week", "Wednesday of last week", "Tuesday next week". */
function shiftedAfter(scan: Scan, i: number, n: number): Core | null {
  const day = (offset: number): Interval => {
    const serial = weekOf(scan.today).from + offset * 7 + n - 1;
    return { from: serial, to: serial };
  };
  if (word(scan, i) === "week" && !at(scan, i + 1).term?.shift) {
    const next = day(0).from > scan.today ? 0 : 1;
    return fixed(i + 1, day(next + 1), "weekday", "w", { tense: "future" });
  }
  const of = word(scan, i) === "of" || word(scan, i) === "in" ? i + 1 : i;
  const shift = at(scan, of).term?.shift;
  if (shift === undefined) return null;
  if (word(scan, of + 1) === "week") {
    return fixed(of + 2, day(shift.by), "weekday", "w", { anchored: shift.anchored });
  }
  const name = word(scan, of);
  if (of !== i || (name !== "next" && name !== "last") || at(scan, of + 1).kind === "word") return null;
  return shiftWeekday(scan, of + 1, n, shift.by, false);
}

/** A weekday moved by "last", "this" or "next" from the reference day. */
export function shiftWeekday(scan: Scan, next: number, n: number, by: number, strictWeek: boolean): Core {
  const inWeek = weekOf(scan.today).from + n - 1;
  let serial = inWeek;
  if (by > 0) serial = strictWeek ? (inWeek > scan.today ? inWeek : inWeek + 7) : inWeek + 7;
  if (by < 0) serial = inWeek < scan.today ? inWeek : inWeek - 7;
  return fixed(next, { from: serial, to: serial }, "weekday", "w");
}

/** "Thursday the 22nd", "on Tuesday 8." where that is a Tuesday: the day of the month decides. */
function weekdayDay(scan: Scan, i: number, n: number): Core | null {
  const the = skipThe(scan, i + 1);
  const day = dayNumber(scan, the);
  if (day === null || monthName(scan, day.next) !== null) return null;
  const bare = the === i + 1;
  if (bare ? !(word(scan, i - 1) === "on" && endsClause(scan, day.next)) : !day.ordinal) return null;
  const falls = monthsNear(scan.today, day.day).some((x) => weekdayOfSerial(x.from) === n);
  if (bare && !falls) return null;
  return {
    next: day.next,
    grain: "day",
    stated: stated("dw"),
    choices: (near) => {
      const all = monthsNear(near, day.day);
      const fitting = all.filter((x) => weekdayOfSerial(x.from) === n);
      return fitting.length > 0 ? fitting : all;
    },
    open: true,
  };
}

function monthsNear(near: number, day: number): Interval[] {
  const { year, month } = civilOf(near);
  const days: Interval[] = [];
  for (let k = -2; k <= 2; k += 1) {
    const index = year * 12 + month - 1 + k;
    const interval = dayOf(Math.floor(index / 12), (index % 12) + 1, day);
    if (interval !== null) days.push(interval);
  }
  return days;
}

/** "next week on Friday", "last week Sunday", "next week between Wednesday and Friday". */
const weekThenDay: CoreParser = (scan, i) => {
  const shift = at(scan, i).term?.shift;
  if (shift === undefined || shift.anchored || word(scan, i + 1) !== "week") return null;
  const lead = word(scan, i + 2);
  const range = lead === "between" || lead === "from";
  const k = range || lead === "on" ? i + 3 : i + 2;
  const first = at(scan, k).term?.weekday;
  if (first === undefined) return null;
  const monday = weekOf(scan.today).from + shift.by * 7;
  const day = (n: number): number => monday + n - 1;
  if (!range) return fixed(k + 1, { from: day(first), to: day(first) }, "weekday", "w");
  const last = at(scan, k + 2).term?.weekday;
  const joined = /^(and|to|until|till|through|-)$/.test(word(scan, k + 1));
  if (last === undefined || last <= first || !joined) return null;
  return fixed(k + 3, { from: day(first), to: day(last) }, "weekday", "w");
};

const AFTER_DAY =
  /^(and|at|to|with|it|he|she|they|we|when|for|as|but|or|is|was|were|will|in|that|because|before|after|if|so)$/;
const BEFORE_DAY = /^(on|by|since|until|till|before|after|from|of|to|and|is|was|between|due|through)$/;

/** "20th of next month", "the 20th of this month": the month makes it a date wherever it stands. */
const dayOfNamedMonth: CoreParser = (scan, i) => {
  const day = dayNumber(scan, skipThe(scan, i));
  return day === null || !day.ordinal ? null : thisMonth(scan, day.day, day.next);
};

/** "the 25th" on its own, after a preposition and not before a noun. */
const dayOfMonth: CoreParser = (scan, i) => {
  const bareDay = word(scan, i - 1) === "on" ? dayNumber(scan, i) : null;
  if (bareDay?.ordinal && at(scan, i).kind === "number" && endsClause(scan, bareDay.next))
    return openDay(bareDay.next, bareDay.day);
  if (word(scan, i) !== "the") return null;
  const day = dayNumber(scan, i + 1);
  const before = word(scan, i - 1);
  const ends = before === "for" && day !== null && endsClause(scan, day.next);
  if (!BEFORE_DAY.test(before) && !ends) return null;
  if (day === null || at(scan, i + 1).kind !== "number" || !day.ordinal) return null;
  const after = at(scan, day.next);
  if (after.kind === "number" || (after.kind === "mark" && after.lower === "-")) return null;
  if (after.kind === "word" && !AFTER_DAY.test(after.lower)) return thisMonth(scan, day.day, day.next);
  return thisMonth(scan, day.day, day.next) ?? openDay(day.next, day.day);
};

function openDay(next: number, day: number): Core {
  return { next, grain: "day", stated: stated("d"), choices: (near) => monthsNear(near, day), open: true };
}

/** "the 25th this month". */
function bareMonth(scan: Scan, day: number, i: number): Core | null {
  const by = at(scan, i).term?.shift;
  if (by === undefined || by.anchored || word(scan, i + 1) !== "month") return null;
  const { from } = unitAround(scan.today, "month", by.by)?.interval ?? { from: scan.today };
  const { year, month } = civilOf(from);
  const interval = dayOf(year, month, day);
  return interval === null ? null : fixed(i + 2, interval, "day", "ymd");
}

/** "the 25th of this month". */
function thisMonth(scan: Scan, day: number, i: number): Core | null {
  const shift = at(scan, i + 1).term?.shift;
  if (word(scan, i) !== "of" || shift === undefined || word(scan, i + 2) !== "month")
    return bareMonth(scan, day, i);
  const { year, month } = civilOf(scan.today);
  const index = year * 12 + month - 1 + shift.by;
  const interval = dayOf(Math.floor(index / 12), (index % 12) + 1, day);
  return interval === null ? null : fixed(i + 3, interval, "day", "ymd", { anchored: shift.anchored });
}

export const dayOfMonthParsers: readonly CoreParser[] = [dayOfNamedMonth, dayOfMonth];
export const weekdayParsers: readonly CoreParser[] = [weekday, weekThenDay, dayOfNamedMonth, dayOfMonth];
