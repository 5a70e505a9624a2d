/**
 * Parts counted inside a period: "the first Monday of July", "the last day of March", "the first week of October",
 * "the first three months of 2027", "the second half of March", "the week of 14 September".
 */
import { type Interval, nthWeekday, shiftMonths, weekdayOfSerial, weekOf } from "../calendar.ts";
import { at, type Core, type CoreParser, type Grain, type Scan, skipThe, word } from "../grammar.ts";
import { lengthAt } from "./duration.ts";
import { ordinalAt } from "./period.ts";

/** What is cut out of the holding period; null where the period has no such part. */
type Cut = (whole: Interval) => Interval | null;

/** "the third week next year". */
const SHIFTED = /^(this|last|next)$/;

/** Makes the parser that reads "<part> of <period>", given how to read the period. */
export function nthParser(period: CoreParser): CoreParser {
  return (scan, i) => {
    const part = partAt(scan, skipThe(scan, i));
    if (part === null) return null;
    const joiner = word(scan, part.next);
    const joined = joiner === "of" || joiner === "in";
    if (!joined && !SHIFTED.test(joiner)) return null;
    const whole = period(scan, wholeStart(scan, joined ? part.next + 1 : part.next));
    if (whole === null || whole.choices(scan.today).length === 0) return null;
    if (whole.grain === "day" || whole.grain === "weekday" || whole.grain === "time") return null;
    return cutOut(whole, part.cut, part.grain, part.letters);
  };
}

/** "of the year", "of the month" mean this one. */
function wholeStart(scan: Scan, i: number): number {
  return word(scan, i) === "each" || word(scan, i) === "every" ? i + 1000 : i;
}

function cutOut(whole: Core, cut: Cut, grain: Grain, letters: string): Core {
  const plus = letters.includes("w");
  const { doubt: _doubt, ...rest } = whole;
  return {
    ...rest,
    grain,
    stated: {
      year: whole.stated.year,
      month: whole.stated.month || letters.includes("m"),
      day: letters.includes("d"),
      weekday: plus,
    },
    choices: (near) =>
      whole
        .choices(near)
        .map(cut)
        .filter((x) => x !== null),
  };
}

interface PartRead {
  readonly next: number;
  readonly cut: Cut;
  readonly grain: Grain;
  readonly letters: string;
}

function partAt(scan: Scan, i: number): PartRead | null {
  const ordinal = ordinalAt(scan, i);
  if (ordinal === null) return null;
  const { n, next } = ordinal;
  const lexeme = at(scan, next);
  if (lexeme.term?.weekday !== undefined && !lexeme.term.short) {
    const weekday = lexeme.term.weekday;
    return { next: next + 1, cut: (w) => nthWeekday(w, weekday, n), grain: "day", letters: "wdm" };
  }
  const several = lengthAt(scan, next);
  if (several !== null && (n === 1 || n === -1)) {
    const cut: Cut = (w) => slice(w, n, several.high, several.unit);
    const grain: Grain = several.unit === "month" ? "month" : several.unit === "week" ? "week" : "day";
    return several.unit === "hour" || several.unit === "minute"
      ? null
      : { next: several.next, cut, grain, letters: "m" };
  }
  const working = /^(working|business)$/.test(lexeme.lower);
  const unit = at(scan, working ? next + 1 : next).term;
  if (unit?.unit === undefined || unit.plural) return null;
  const found = cutUnit(unit.unit, n, working);
  return found === null ? null : { next: working ? next + 2 : next + 1, ...found };
}

function cutUnit(unit: string, n: number, working: boolean): Omit<PartRead, "next"> | null {
  if (working && unit === "day") return { cut: (w) => workingDay(w, n), grain: "day", letters: "dm" };
  if (unit === "day") return { cut: (w) => nthDay(w, n), grain: "day", letters: "dm" };
  if (unit === "week") return { cut: (w) => nthWeek(w, n), grain: "week", letters: "m" };
  if (unit === "weekend") {
    return { cut: (w) => weekendOf(nthWeekday(w, 6, n)), grain: "week", letters: "m" };
  }
  if (unit === "month") return { cut: (w) => nthMonth(w, n), grain: "month", letters: "m" };
  if (unit === "half" && (n === 1 || n === 2 || n === -1)) {
    return { cut: (w) => halfOfPeriod(w, n === 1), grain: "month", letters: "m" };
  }
  return null;
}

function nthDay(whole: Interval, n: number): Interval | null {
  const serial = n > 0 ? whole.from + n - 1 : whole.to;
  return serial > whole.to ? null : { from: serial, to: serial };
}

function workingDay(whole: Interval, n: number): Interval | null {
  if (n !== 1 && n !== -1) return null;
  let serial = n === 1 ? whole.from : whole.to;
  while (weekdayOfSerial(serial) > 5) serial += n;
  return { from: serial, to: serial };
}

function weekendOf(saturday: Interval | null): Interval | null {
  return saturday === null ? null : { from: saturday.from, to: saturday.from + 1 };
}

/** Weeks run from Monday; a week belongs to the period that holds its Thursday. */
function nthWeek(whole: Interval, n: number): Interval | null {
  const thursday = nthWeekday(whole, 4, n);
  return thursday === null ? null : weekOf(thursday.from);
}

function nthMonth(whole: Interval, n: number): Interval | null {
  const from = n > 0 ? shiftMonths(whole.from, n - 1) : shiftMonths(whole.to + 1, -1);
  const interval = { from, to: shiftMonths(from, 1) - 1 };
  return interval.to > whole.to ? null : interval;
}

function halfOfPeriod(whole: Interval, first: boolean): Interval {
  const length = whole.to - whole.from + 1;
  const middle = whole.from + (length > 200 ? 180 : length > 28 ? 14 : Math.floor(length / 2) - 1);
  return first ? { from: whole.from, to: middle } : { from: middle + 1, to: whole.to };
}

/** "the first three months", "the last ten days". */
function slice(whole: Interval, n: number, amount: number, unit: string): Interval | null {
  if (!Number.isInteger(amount)) return null;
  const months =
    unit === "month" ? amount : unit === "quarter" ? 3 * amount : unit === "year" ? 12 * amount : 0;
  const days = unit === "week" ? amount * 7 : amount;
  const ends = {
    from: whole.from,
    to: months > 0 ? shiftMonths(whole.from, months) - 1 : whole.from + days - 1,
  };
  if (n === 1) return ends.to > whole.to ? null : ends;
  const from = months > 0 ? shiftMonths(whole.to + 1, -months) : whole.to - days + 1;
  return from < whole.from ? null : { from, to: whole.to };
}

/** "the week of 14 September", "week beginning 3 May", "the week ending 9 May". */
export function weekParser(day: CoreParser): CoreParser {
  return (scan, i) => {
    const k = skipThe(scan, i);
    if (word(scan, k) !== "week" && word(scan, k) !== "weekend") return null;
    const joiner = word(scan, k + 1);
    if (!/^(of|beginning|commencing|starting|ending|from)$/.test(joiner)) return null;
    const inner = day(scan, skipThe(scan, k + 2));
    if (inner === null || inner.grain !== "day") return null;
    const weekend = word(scan, k) === "weekend";
    return {
      ...inner,
      grain: "week",
      stated: { ...inner.stated, weekday: false, day: false },
      choices: (near) => inner.choices(near).map((x) => weekFrom(x, joiner, weekend)),
    };
  };
}

function weekFrom(day: Interval, joiner: string, weekend: boolean): Interval {
  if (weekend) return { from: weekOf(day.from).from + 5, to: weekOf(day.from).to };
  if (joiner === "ending") return { from: day.to - 6, to: day.to };
  return joiner === "of" ? weekOf(day.from) : { from: day.from, to: day.from + 6 };
}
