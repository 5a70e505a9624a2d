/**
 * Two dates that make one span: "2–3 May", "May 2-3, 2019", "from 9 to 11 June", "between 19 April and 15 May",
 * "Nov 2023–Feb 2024", "8 and 9 October", "2026 to 2028". A year or month said once serves both.
 */
import { civilOf, dayOf, type Interval, shiftMonths, yearsOf } from "./calendar.ts";
import { coreAt } from "./cores.ts";
import { dayNumber, monthName } from "./formats/absolute.ts";
import { countsThings } from "./formats/counted.ts";
import { at, type Core, fixed, isYear, type Scan, skipThe, word, yearPhrase } from "./grammar.ts";
import { movedFrom } from "./superseded.ts";

/** Words that join the ends of a span; "and" only joins neighbours, unless "between" stands before. */
function connector(scan: Scan, i: number): { next: number; and: boolean } | null {
  const text = word(scan, i);
  if (text === "up" && word(scan, i + 1) === "to") return { next: i + 2, and: false };
  if (/^(to|through|until|till|thru)$/.test(text)) return { next: i + 1, and: false };
  if (text === "-") return at(scan, i).gap === at(scan, i + 1).gap ? { next: i + 1, and: false } : null;
  return text === "and" || text === "&" ? { next: i + 1, and: true } : null;
}

/** The longest span at `i`: a range where there is one, else a single date. */
export function spanAt(scan: Scan, i: number): Core | null {
  const opener = word(scan, i);
  if (movedFrom(scan, i - 1)) return coreAt(scan, i);
  if (opener !== "between" && opener !== "from") return plain(scan, i, null);
  if (movedFrom(scan, i)) return null;
  const core = plain(scan, i + 1, opener);
  return core?.paired ? core : null;
}

type Pair = Core & { readonly paired?: true };
/** The word that announces a span, if any. */
type Lead = "between" | "from" | null;

function plain(scan: Scan, i: number, lead: Lead): Pair | null {
  const days = dayList(scan, i, lead, 0);
  const left = coreAt(scan, i);
  if (days !== null && days.next > (left?.next ?? 0)) return days;
  if (left === null) return shortYears(scan, i);
  return joined(scan, i, left, lead) ?? longerYears(scan, i, left);
}

function longerYears(scan: Scan, i: number, left: Core): Pair {
  const years = left.grain === "year" ? shortYears(scan, i) : null;
  return years !== null && years.next > left.next ? years : left;
}

/** Goes on from a left end through a connector to a right end. */
function joined(scan: Scan, i: number, left: Core, lead: Lead): Pair | null {
  if (left.choices(scan.today).length === 0 || left.duration !== undefined) return null;
  const list = left.grain === "year" ? yearList(scan, i, left) : null;
  if (list !== null) return list;
  const join = connector(scan, left.next);
  if (join === null) return null;
  const start = skipThe(scan, word(scan, join.next) === "from" ? join.next + 1 : join.next);
  const right =
    coreAt(scan, join.next) ?? (start > join.next ? coreAt(scan, start) : sameOfYear(scan, join.next, left));
  const day = left.dayFirst === false && left.open ? rightDay(scan, join, left, lead) : null;
  const alone = join.and && lead !== "between";
  if (right === null || !(sameSort(left, right) || (lead !== null && !alone && mixed(left, right))))
    return day;
  if (day !== null && day.next >= right.next) return day;
  return pair(scan, left, right, alone);
}

/** "between the summer of 2024 and that of 2025": the same part of another year. */
function sameOfYear(scan: Scan, i: number, left: Core): Core | null {
  if (word(scan, i) !== "that" || !/^(of|in)$/.test(word(scan, i + 1)) || left.grain === "year") return null;
  const year = at(scan, i + 2);
  const first = left.open ? undefined : left.choices(scan.today)[0];
  if (!isYear(year) || first === undefined) return null;
  const months = 12 * (year.value - civilOf(first.from).year);
  const from = shiftMonths(first.from, months);
  const to = shiftMonths(first.to + 1, months) - 1;
  return { ...left, next: i + 3, choices: () => [{ from, to }] };
}

function sortOf(core: Core): string {
  if (core.grain === "weekday") return "day";
  return core.grain === "fiscal-year" ? "year" : core.grain;
}
function sameSort(a: Core, b: Core): boolean {
  if (b.duration !== undefined || b.bound !== undefined || b.anchored) return false;
  return sortOf(a) === sortOf(b);
}

/** "from 2015 to May 2017", "between 1 February and March 2019": both ends of the calendar, of unlike size. */
function mixed(a: Core, b: Core): boolean {
  if (b.duration !== undefined || b.bound !== undefined || a.anchored || b.anchored) return false;
  return [a, b].every(
    ({ grain, stated }) => /^(day|month|year)$/.test(grain) && (stated.month || stated.year),
  );
}

/** Joins two ends; what one leaves open is taken from the other. */
function pair(scan: Scan, left: Core, right: Core, neighboursOnly: boolean): Pair | null {
  const choices = (near: number): Interval[] =>
    ends(left, right, near)
      .filter(([l, r]) => l.from <= r.to && (!neighboursOnly || l.to + 1 === r.from))
      .map(([l, r]) => ({ from: l.from, to: r.to }));
  if (choices(scan.today).length === 0) return null;
  const { doubt: _doubt, ...rest } = right;
  return {
    ...rest,
    grain: left.grain === "day" || right.grain === "day" ? "day" : right.grain,
    stated: {
      year: left.stated.year || right.stated.year,
      month: left.stated.month || right.stated.month,
      day: left.stated.day || right.stated.day,
      weekday: left.stated.weekday || right.stated.weekday,
    },
    choices,
    open: left.open && right.open,
    paired: true,
    ...(left.doubt === "year" && right.doubt === "year" ? { doubt: "year" as const } : {}),
  };
}

function ends(left: Core, right: Core, near: number): (readonly [Interval, Interval])[] {
  if (!left.open && right.open) {
    const l = left.choices(near)[0];
    const r = l === undefined ? undefined : right.choices(l.to).find((x) => x.to > l.to);
    return l !== undefined && r !== undefined ? [[l, r]] : [];
  }
  return right.choices(near).flatMap((r) => {
    const l = left.open
      ? left.choices(r.from).findLast((x) => x.from <= r.from && x.to < r.to)
      : left.choices(near)[0];
    return l === undefined ? [] : [[l, r] as const];
  });
}

/** "May 2-3", "May 2 to 5, 2019", "May 2 and 3". */
function rightDay(scan: Scan, join: { next: number; and: boolean }, left: Core, lead: Lead): Pair | null {
  const the = skipThe(scan, join.next);
  const day = dayNumber(scan, the);
  if (day === null || monthName(scan, day.next) !== null || countsThings(scan, day.next, false)) return null;
  const year = yearPhrase(scan, day.next);
  const neighbours = join.and && lead !== "between";
  const widen = (l: Interval): Interval | null => {
    const { year: y, month } = civilOf(l.from);
    const r = dayOf(year?.year ?? y, month, day.day);
    const start = year === null ? l : dayOf(year.year, month, civilOf(l.from).day);
    if (r === null || start === null || r.from <= start.from) return null;
    return neighbours && start.to + 1 !== r.from ? null : { from: start.from, to: r.to };
  };
  const choices = (near: number) =>
    left
      .choices(near)
      .map(widen)
      .filter((x) => x !== null);
  if (choices(scan.today).length === 0) return null;
  const span: Pair = { ...left, next: year?.next ?? day.next, choices, paired: true };
  return year === null ? span : { ...span, open: false, stated: { ...left.stated, year: true } };
}

/** A day without month that the next date lends one: "2–3 May", "the 9th to the 11th of June", "3, 4 and 5 May". */
function dayList(scan: Scan, i: number, lead: Lead, depth: number): Pair | null {
  const weekday = at(scan, i).term?.weekday;
  const first = skipThe(scan, weekday === undefined ? i : i + 1);
  const day = dayNumber(scan, first);
  if (day === null || at(scan, first).kind !== "number" || depth > 5) return null;
  if (i > 0 && !at(scan, i).gap && /^[./:]$/.test(word(scan, i - 1))) return null;
  const comma = word(scan, day.next) === ",";
  const join = comma ? { next: day.next + 1, and: true } : connector(scan, day.next);
  if (join === null) return null;
  const start = skipThe(scan, join.next);
  const right =
    dayList(scan, join.next, null, depth + 1) ?? coreAt(scan, start) ?? dayOfShiftedMonth(scan, start);
  if (right === null || right.grain !== "day" || right.dayFirst === undefined) return null;
  if (!right.dayFirst && lead === null) return null;
  return lend(scan, day, right, join.and && lead !== "between", weekday !== undefined);
}

/** "22 this month", "23 of next month": only as the end of a range. */
function dayOfShiftedMonth(scan: Scan, i: number): Core | null {
  const day = dayNumber(scan, i);
  if (day === null) return null;
  const k = /^(of|in)$/.test(word(scan, day.next)) ? day.next + 1 : day.next;
  const shift = at(scan, k).term?.shift;
  if (shift === undefined || shift.anchored || word(scan, k + 1) !== "month") return null;
  const { year, month } = civilOf(scan.today);
  const index = year * 12 + month - 1 + shift.by;
  const interval = dayOf(Math.floor(index / 12), (index % 12) + 1, day.day);
  return interval === null ? null : fixed(k + 2, interval, "day", "ymd", { dayFirst: true });
}

/** Gives the left day the month and year of the right one; apart and joined by "and", it stands alone. */
function lend(
  scan: Scan,
  left: { day: number; next: number },
  right: Core,
  neighbours: boolean,
  weekday: boolean,
): Pair | null {
  const start = (r: Interval): Interval | null => {
    const { year, month } = civilOf(r.from);
    const l = dayOf(year, month, left.day);
    return l === null || l.from >= r.from ? null : l;
  };
  const around = right.choices(scan.today);
  const apart = neighbours && around.some((r) => start(r)?.to !== r.from - 1);
  const choices = (near: number): Interval[] =>
    right.choices(near).flatMap((r) => {
      const l = start(r);
      return l === null ? [] : [apart ? l : { from: l.from, to: r.to }];
    });
  if (choices(scan.today).length === 0) return null;
  const both = { ...right.stated, weekday: right.stated.weekday || weekday };
  return apart ? { ...right, next: left.next, choices } : { ...right, choices, stated: both, paired: true };
}

/** "2026-28": the second year in two digits; the span of one budget year is read elsewhere. */
function shortYears(scan: Scan, i: number): Pair | null {
  const year = at(scan, i);
  const tail = at(scan, i + 2);
  if (!isYear(year) || word(scan, i + 1) !== "-" || at(scan, i + 1).gap || tail.gap) return null;
  if (tail.lower.length !== 2 || tail.suffix !== "" || tail.value <= 12 || tail.value <= year.value % 100)
    return null;
  if (/^[-./:]$/.test(word(scan, i + 3)) && at(scan, i + 4).kind === "number" && !at(scan, i + 4).gap)
    return null;
  if (i > 0 && !year.gap && !"([\"'“‘".includes(word(scan, i - 1))) return null;
  const last = Math.floor(year.value / 100) * 100 + tail.value;
  return { ...fixed(i + 3, yearsOf(year.value, last), "year", "y", { doubt: "year" }), paired: true };
}

/** "2026, 2027 and 2028". */
function yearList(scan: Scan, i: number, left: Core): Pair | null {
  const first = at(scan, i);
  if (!isYear(first) || word(scan, left.next) !== ",") return null;
  let k = left.next;
  let last = first.value;
  while (word(scan, k) === "," && isYear(at(scan, k + 1)) && at(scan, k + 1).value === last + 1) {
    last += 1;
    k += 2;
  }
  const and = word(scan, k) === "," ? k + 1 : k;
  const end = at(scan, and + 1);
  if (word(scan, and) !== "and" || !isYear(end) || end.value !== last + 1 || k === left.next) return null;
  return { ...fixed(and + 2, yearsOf(first.value, end.value), "year", "y", { doubt: "year" }), paired: true };
}

/** A span of two ends. */
export function isPair(core: Core): boolean {
  return (core as Pair).paired === true;
}
