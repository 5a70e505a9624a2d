/**
 * Calendar dates with a month's name: "2 May 2019", "Thursday, May 22", "the 3rd of May", "August 2018", "October".
 * Knows no ranges, bounds or relative words.
 */
import { dayOf, monthOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  endsClause,
  fixed,
  isYear,
  type Scan,
  skipThe,
  word,
  type YearPhrase,
  yearly,
  yearPhrase,
} from "../grammar.ts";
import { countsThings, countsUnits } from "./counted.ts";
import { wordsAt } from "./number.ts";

/** A day of the month in digits ("3", "3rd") or as an ordinal word ("third", "twenty-second"). */
export function dayNumber(scan: Scan, i: number): { day: number; next: number; ordinal: boolean } | null {
  const lexeme = at(scan, i);
  if (lexeme.kind === "number") {
    const ordinal = /^(st|nd|rd|th)$/.test(lexeme.suffix);
    if ((lexeme.suffix !== "" && !ordinal) || lexeme.lower.length > 2 || lexeme.grouped) return null;
    if (!(lexeme.value >= 1 && lexeme.value <= 31)) return null;
    return { day: lexeme.value, next: i + 1, ordinal };
  }
  const tens = lexeme.term?.number;
  if (tens === 20 || tens === 30) {
    const k = word(scan, i + 1) === "-" ? i + 2 : i + 1;
    const units = at(scan, k).term?.ordinal;
    if (units !== undefined && units < 10 && tens + units <= 31) {
      return { day: tens + units, next: k + 1, ordinal: true };
    }
  }
  const ordinal = lexeme.term?.ordinal;
  return ordinal === undefined ? null : { day: ordinal, next: i + 1, ordinal: true };
}

/** A month's name with its dot when shortened. Names that are also words need their capital. */
export function monthName(
  scan: Scan,
  i: number,
): { month: number; next: number; short: boolean; loose: boolean } | null {
  const lexeme = at(scan, i);
  const month = lexeme.term?.month;
  if (month === undefined) return null;
  const short = lexeme.term?.short === true;
  const dotted = short && word(scan, i + 1) === "." && !at(scan, i + 1).gap;
  return { month, next: dotted ? i + 2 : i + 1, short: short && !dotted, loose: !lexeme.capital };
}

/** An optional weekday before a date: "Thursday ", "Thursday, ", "Thu ". Gives 0 where there is none. */
function leadingWeekday(scan: Scan, i: number): { weekday: number; next: number } {
  const weekday = at(scan, i).term?.weekday;
  if (weekday === undefined) return { weekday: 0, next: i };
  let k = i + 1;
  if (word(scan, k) === "." && !at(scan, k).gap) k += 1;
  if (word(scan, k) === ",") k += 1;
  return { weekday, next: k };
}

function dated(
  scan: Scan,
  next: number,
  month: number,
  day: number,
  letters: string,
  dayFirst: boolean,
): Core | null {
  const year = yearPhrase(scan, next);
  const extra = { month, dayFirst };
  if (year !== null && !(year.digits && countsAfterMonth(scan, year))) {
    const interval = dayOf(year.year, month, day);
    if (interval === null) return null;
    if (year.anchored)
      return yearly(year.next, (y) => dayOf(y, month, day), "day", letters, { ...extra, anchored: true });
    return fixed(year.next, interval, "day", `${letters}y`, extra);
  }
  if (dayOf(2024, month, day) === null) return null;
  return yearly(next, (y) => dayOf(y, month, day), "day", letters, extra);
}

/** "In November 2023 lawyers …" has a year of our days; "in March 2016 million …" has none. */
function countsAfterMonth(scan: Scan, year: YearPhrase): boolean {
  return year.year >= 1900 && year.year <= 2060
    ? countsUnits(scan, year.next)
    : countsThings(scan, year.next, true);
}

/** "2 May 2019", "the 3rd of May", "Thursday 22 May 2025", "22 May of last year". */
const dayMonth: CoreParser = (scan, i) => {
  const lead = leadingWeekday(scan, i);
  const the = skipThe(scan, lead.next);
  const day = dayNumber(scan, the);
  if (day === null || "$€£".includes(word(scan, i - 1) || " ")) return null;
  const of = word(scan, day.next) === "of" ? day.next + 1 : day.next;
  if (at(scan, the).kind === "word" && of === day.next && the === lead.next) return null;
  const joined =
    (word(scan, of) === "-" || word(scan, of) === "/") && !at(scan, of).gap && !at(scan, of + 1).gap;
  const month = monthName(scan, joined ? of + 1 : of);
  if (month === null || !partOfDate(scan, month.next, month.short)) return null;
  if (isMayTheVerb(scan, month.next)) return null;
  const tail = at(scan, month.next + 1);
  if (joined && word(scan, month.next) === word(scan, of) && isYear(tail) && !tail.gap) {
    const interval = dayOf(tail.value, month.month, day.day);
    return interval === null ? null : fixed(month.next + 2, interval, "day", "ymd", { month: month.month });
  }
  return dated(scan, month.next, month.month, day.day, lead.weekday > 0 ? "mdw" : "md", true);
};

/** "Nobody under 18 may play"; "on 18 may 2026" is a day. */
function isMayTheVerb(scan: Scan, next: number): boolean {
  const month = at(scan, next - 1);
  if (month.lower !== "may" || month.capital) return false;
  return !endsClause(scan, next) && yearPhrase(scan, next)?.digits !== true;
}

/** "Jan Novak", "May Brown": a short month must not run on into a name. */
function partOfDate(scan: Scan, next: number, short: boolean): boolean {
  return !short || !at(scan, next).capital || at(scan, next).term !== undefined;
}

/** "January first", "May twenty-one", at a clause's end or before a year: elsewhere the words count or order things. */
function spelledDay(scan: Scan, i: number): { day: number; next: number; ordinal: boolean } | null {
  const ordinal = dayNumber(scan, i);
  const words = ordinal === null ? wordsAt(scan, i) : null;
  const day =
    words !== null && words.value > 20 && words.value < 32
      ? { day: words.value, next: words.next, ordinal: true }
      : ordinal;
  if (day === null) return null;
  return endsClause(scan, day.next) || yearPhrase(scan, day.next)?.digits === true ? day : null;
}

/** "May 2", "May 3rd, 2019", "Thursday, May 22", "May the 4th". */
const monthDay: CoreParser = (scan, i) => {
  const lead = leadingWeekday(scan, i);
  const month = monthName(scan, lead.next);
  if (month === null) return null;
  const mark = /^[-/]$/.test(word(scan, month.next));
  const dash = mark && !at(scan, month.next).gap && !at(scan, month.next + 1).gap;
  const the = dash ? month.next + 1 : skipThe(scan, month.next);
  const day = at(scan, the).kind === "word" ? spelledDay(scan, the) : dayNumber(scan, the);
  if (day === null || (!at(scan, the).gap && !dash)) return null;
  if (!day.ordinal && countsThings(scan, day.next, false)) return null;
  // "May 2.5", "May 10:30"; "May 10: the board meets" is a day.
  const goesOn = at(scan, day.next + 1).kind === "number" && !at(scan, day.next + 1).gap;
  if (goesOn && /^[.:]$/.test(word(scan, day.next)) && !at(scan, day.next).gap) return null;
  return dated(scan, day.next, month.month, day.day, lead.weekday > 0 ? "mdw" : "md", false);
};

/** "August 2018", "Sept. 2015", "March of next year", "October". */
const monthYear: CoreParser = (scan, i) => {
  const month = monthName(scan, i);
  if (month === null) return null;
  const dash =
    word(scan, month.next) === "-" && isYear(at(scan, month.next + 1)) && !at(scan, month.next).gap;
  const year = dash ? null : yearPhrase(scan, month.next);
  if (dash) {
    const y = at(scan, month.next + 1).value;
    return fixed(month.next + 2, monthOf(y, month.month), "month", "ym", { month: month.month });
  }
  if (year !== null && !(year.digits && countsAfterMonth(scan, year))) {
    const extra = { month: month.month };
    if (!year.anchored) return fixed(year.next, monthOf(year.year, month.month), "month", "ym", extra);
    return yearly(year.next, (y) => monthOf(y, month.month), "month", "m", { ...extra, anchored: true });
  }
  if (namesNoDay(scan, month.next, month.month)) return null;
  const doubtful = month.short || month.loose || month.month === 5 || month.month === 3 || month.month === 8;
  const named = month.month === 4 || month.month === 6;
  return yearly(month.next, (y) => monthOf(y, month.month), "month", "m", {
    month: month.month,
    ...(doubtful || named ? { doubt: "month" as const } : {}),
  });
};

/** "June 31". */
function namesNoDay(scan: Scan, i: number, month: number): boolean {
  const { kind, value, suffix } = at(scan, i);
  return kind === "number" && suffix === "" && value <= 31 && dayOf(2024, month, value) === null;
}

/** "2016 December", but not "In 2016 May …". */
const yearMonth: CoreParser = (scan, i) => {
  const year = at(scan, i);
  if (!isYear(year)) return null;
  const comma = word(scan, i + 1) === ",";
  const month = monthName(scan, comma ? i + 2 : i + 1);
  if (month === null || !(comma || at(scan, i + 1).gap)) return null;
  const verb = month.month === 3 || month.month === 5 || word(scan, i - 1) === "in";
  const ends =
    endsClause(scan, month.next) || (!comma && /^(and|to|until|through)$/.test(word(scan, month.next)));
  const named = comma || at(scan, i + 1).capital || (month.month !== 3 && month.month !== 5);
  if ((verb || comma) && !(ends && named)) return null;
  return fixed(month.next, monthOf(year.value, month.month), "month", "ym", { month: month.month });
};

export const absoluteParsers: readonly CoreParser[] = [dayMonth, monthDay, monthYear, yearMonth];
