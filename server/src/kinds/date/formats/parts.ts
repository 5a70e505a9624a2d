/**
 * Parts of a period: "early May", "mid-2019", "late last year", "the end of July", "the start of the month".
 * "early", "mid" and "late" overlap generously, as writers use them; "start" and "end" are the outer third.
 */
import { civilOf, type Interval, serialOf, yearOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  endsClause,
  fixed,
  phraseFrom,
  phraseTable,
  type Scan,
  skipThe,
  word,
  yearly,
} from "../grammar.ts";
import type { Part } from "../words.ts";
import { unitAround } from "./units.ts";

/** First and last share of the period, in its own natural steps, for each part. */
const MONTH_DAYS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 15],
  mid: [10, 20],
  late: [16, 31],
  start: [1, 10],
  end: [21, 31],
};
const YEAR_MONTHS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 6],
  mid: [4, 9],
  late: [7, 12],
  start: [1, 3],
  end: [10, 12],
};
const SHARES: Readonly<Record<Part, readonly [number, number]>> = {
  early: [0, 0.5],
  mid: [0.25, 0.75],
  late: [0.5, 1],
  start: [0, 0.34],
  end: [0.66, 1],
};

/** The part of a whole period, by its length. */
function partOf(whole: Interval, part: Part): Interval {
  const length = whole.to - whole.from + 1;
  if (length >= 28 && length <= 31) {
    const [first, last] = MONTH_DAYS[part];
    return { from: whole.from + first - 1, to: Math.min(whole.from + last - 1, whole.to) };
  }
  const { year, month } = civilOf(whole.from);
  if (length === 365 || length === 366) {
    const [first, last] = YEAR_MONTHS[part];
    return { from: serialOf(year, month + first - 1, 1), to: serialOf(year, month + last, 1) - 1 };
  }
  const [first, last] = SHARES[part];
  if (length > 366) {
    const years = Math.round(length / 365.25);
    return {
      from: serialOf(year + Math.floor(years * first), month, 1),
      to: serialOf(year + Math.ceil(years * last), month, 1) - 1,
    };
  }
  return {
    from: whole.from + Math.floor(length * first),
    to: whole.from + Math.max(1, Math.ceil(length * last)) - 1,
  };
}

const COARSE = new Set<Core["grain"]>([
  "week",
  "month",
  "quarter",
  "half",
  "season",
  "year",
  "fiscal-year",
  "decade",
  "century",
]);

function cut(core: Core, part: Part): Core {
  const { doubt: _doubt, ...rest } = core;
  const choices: Core["choices"] = (near) => core.choices(near).map((x) => partOf(x, part));
  return { ...rest, starts: part === "start", ends: part === "end", choices };
}

/** "the year", "the month", "this week" inside "the end of …": the one that holds the reference day. */
export const definitePeriod: CoreParser = (scan, i) => {
  const the = word(scan, i) === "the";
  if (the && word(scan, i + 1) === "new" && word(scan, i + 2) === "year") return newYear(scan, i + 3);
  const k = /^(calendar|fiscal|financial|academic|school)$/.test(word(scan, i + 1)) ? i + 2 : i + 1;
  const term = at(scan, k).term;
  if (!the || term?.unit === undefined || term.plural || term.unit === "day" || term.unit === "half")
    return null;
  const found = unitAround(scan.today, term.unit, 0);
  if (found === null || found.grain === "day") return null;
  return {
    next: k + 1,
    grain: found.grain,
    stated: { year: false, month: false, day: false, weekday: false },
    choices: () => [found.interval],
    open: false,
  };
};

/** "the first Monday of the new year": the one that begins next, or has just begun. */
function newYear(scan: Scan, next: number): Core {
  const { year, month } = civilOf(scan.today);
  const interval = yearOf(month > 3 ? year + 1 : year);
  return fixed(next, interval, "year", "");
}

/** "will end the year where it is", "started the week". */
function isVerb(scan: Scan, k: number, part: Part): boolean {
  return (part === "end" || part === "start") && word(scan, k + 1) === "the";
}

/** The period that is cut; "the 2026/27 academic year" may say more than "the academic year". */
function wholeAt(scan: Scan, i: number, period: CoreParser): Core | null {
  const whole = period(scan, i);
  const named = word(scan, i) === "the" ? period(scan, i + 1) : null;
  return named !== null && named.next > (whole?.next ?? i) && named.grain === "fiscal-year" ? named : whole;
}

/** Makes the parser of parts, given how to read the period that they cut. */
export function partParser(period: CoreParser): CoreParser {
  return (scan, i) => {
    const k = skipThe(scan, i);
    const part = at(scan, k).term?.part;
    if (part === undefined) return soonOrAgo(scan, i);
    if (isVerb(scan, k, part)) return null;
    const whole = midYear(scan, k) ?? wholeAt(scan, afterPart(scan, k, part), period);
    if (
      whole === null ||
      !COARSE.has(whole.grain) ||
      whole.bound !== undefined ||
      whole.duration !== undefined
    )
      return null;
    if (whole.anchored && whole.choices(scan.today).length === 0) return null;
    return cut(whole, part);
  };
}

/** The year of "by mid-year". */
function midYear(scan: Scan, k: number): Core | null {
  const named = ["mid", "-", "year"].every((text, at) => word(scan, k + at) === text);
  // "The mid-year review" is a name.
  const ends = endsClause(scan, k + 3) || at(scan, k + 3).term !== undefined;
  return named && ends ? yearly(k + 3, yearOf, "year", "") : null;
}

/** Where the period begins after "early", "mid-", "late in", "the end of"; far away where it cannot. */
function afterPart(scan: Scan, k: number, part: Part): number {
  const next = word(scan, k + 1);
  if (next === "-") return k + 2;
  if (next === "of") return k + 2;
  // "Talks start in May" and "end in June" are verbs.
  if (next === "in") return part === "start" || part === "end" ? scan.lexemes.length + 1 : k + 2;
  const joined = part === "early" || part === "late" || word(scan, k) === "mid" || word(scan, k) === "end";
  return joined ? k + 1 : scan.lexemes.length + 1;
}

const SOON = phraseTable([
  ["this year", "year"],
  ["this month", "month"],
  ["this week", "week"],
  ["in the year", "year"],
  ["in the month", "month"],
  ["in the week", "week"],
] as const);

/** "later this year", "earlier this month": what remains and what has gone of it. */
function soonOrAgo(scan: Scan, i: number): Core | null {
  const later = word(scan, i) === "later";
  if (!later && word(scan, i) !== "earlier") return null;
  const soon = phraseFrom(scan, i + 1, SOON);
  const found = soon === null ? null : unitAround(scan.today, soon.means, 0);
  if (soon === null || found === null) return null;
  const interval = later
    ? { from: scan.today, to: found.interval.to }
    : { from: found.interval.from, to: scan.today };
  const year = { year: true, month: found.grain !== "year", day: false, weekday: false };
  return { next: soon.next, grain: found.grain, stated: year, choices: () => [interval], open: false };
}
