/**
 * Quarters, halves and seasons: "Q3 2024", "the fourth quarter of 2026", "H1 2025", "the first half of next year",
 * "spring 2025", "in the summer", "winter 2024-25".
 */
import { halfOf, type Interval, quarterOf, seasonOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  fixed,
  type Grain,
  isYear,
  type Scan,
  skipThe,
  word,
  yearly,
  yearPhrase,
} from "../grammar.ts";
import { fullYear } from "./year.ts";

/** Reads an optional year after a period that recurs each year. */
function withYear(
  scan: Scan,
  next: number,
  inYear: (y: number) => Interval,
  grain: Grain,
  bare: Partial<Core> | null,
) {
  const year = yearPhrase(scan, next);
  if (year !== null) {
    if (year.anchored) return yearly(year.next, inYear, grain, "m", { anchored: true });
    // "the first half of the year", told in December: the next one, if it lies ahead.
    const open = !year.digits && word(scan, year.next - 2) === "the" && inYear(year.year).to < scan.today;
    if (open) return yearly(year.next, inYear, grain, "m");
    return fixed(year.next, inYear(year.year), grain, "ym");
  }
  const short =
    word(scan, next) === "'" && at(scan, next + 1).lower.length === 2 ? at(scan, next + 1).value : Number.NaN;
  if (short >= 0) return fixed(next + 2, inYear(fullYear(short)), grain, "ym");
  if (bare === null) return null;
  return yearly(next, inYear, grain, "m", bare);
}

/** "Q3 2024", "Q3", "2024 Q3", "3Q24", "H1 2025". */
const letterPeriod: CoreParser = (scan, i) => {
  if (isYear(at(scan, i))) {
    const inner = letters(word(scan, i + 1));
    if (inner === null || !at(scan, i + 1).capital) return null;
    return fixed(i + 2, inner.inYear(at(scan, i).value), inner.grain, "ym");
  }
  const glued = gluedPeriod(scan, i);
  if (glued !== null) return glued;
  const period = letters(word(scan, i));
  if (period === null || !at(scan, i).capital) return null;
  const k =
    word(scan, i + 1) === "/" || (word(scan, i + 1) === "-" && isYear(at(scan, i + 2))) ? i + 2 : i + 1;
  if (isYear(at(scan, k))) return fixed(k + 1, period.inYear(at(scan, k).value), period.grain, "ym");
  const led =
    period.grain === "quarter" &&
    /^(in|for|of|by|since|during|from|the|to|and|until|after|before|this|between|-)$/.test(word(scan, i - 1));
  return withYear(scan, i + 1, period.inYear, period.grain, led ? {} : null);
};

/** "2016H2". */
function gluedPeriod(scan: Scan, i: number): Core | null {
  const { kind, lower, suffix, value } = at(scan, i);
  const period = kind === "number" && lower.length === 4 && value < 2200 ? letters(suffix) : null;
  return period === null ? null : fixed(i + 1, period.inYear(value), period.grain, "ym");
}

function letters(text: string): { inYear: (y: number) => Interval; grain: Grain } | null {
  const match = /^([qh])([1-4])$/.exec(text);
  if (match === null) return null;
  const n = Number(match[2]);
  if (match[1] === "q") return { inYear: (y) => quarterOf(y, n), grain: "quarter" };
  return n > 2 ? null : { inYear: (y) => halfOf(y, n), grain: "half" };
}

/** An ordinal in words or digits, "last" and "final" counting from the end as -1. */
export function ordinalAt(scan: Scan, i: number): { n: number; next: number } | null {
  const lexeme = at(scan, i);
  if (lexeme.lower === "last" || lexeme.lower === "final" || lexeme.lower === "closing")
    return { n: -1, next: i + 1 };
  if (lexeme.lower === "opening") return { n: 1, next: i + 1 };
  if (lexeme.kind === "number" && /^(st|nd|rd|th)$/.test(lexeme.suffix) && lexeme.value <= 31) {
    return { n: lexeme.value, next: i + 1 };
  }
  const ordinal = lexeme.term?.ordinal;
  return ordinal === undefined ? null : { n: ordinal, next: i + 1 };
}

/** "the third quarter", "fourth-quarter 2026", "the last quarter of 2024", "the first half of 2027". */
const namedPeriod: CoreParser = (scan, i) => {
  const ordinal = ordinalAt(scan, skipThe(scan, i));
  if (ordinal === null) return null;
  const k = word(scan, ordinal.next) === "-" ? ordinal.next + 1 : ordinal.next;
  const unit = word(scan, k);
  if (unit === "quarter") {
    const n = ordinal.n === -1 ? 4 : ordinal.n;
    const shifted = ordinal.n === -1 && yearPhrase(scan, k + 1) === null;
    if (n > 4 || shifted) return null;
    return withYear(scan, k + 1, (y) => quarterOf(y, n), "quarter", { doubt: "quarter" });
  }
  if (unit !== "half") return null;
  const n = ordinal.n === -1 ? 2 : ordinal.n;
  return n > 2 ? null : withYear(scan, k + 1, (y) => halfOf(y, n), "half", null);
};

const SEASON_LEADS =
  /^(in|by|until|till|since|before|after|during|this|next|last|early|mid|late|from|to|and|or|of|through|between|for|-)$/;

/** "spring 2025", "the autumn of 2027", "in the summer", "winter 2024-25". */
const season: CoreParser = (scan, i) => {
  const name = skipThe(scan, i);
  const n = at(scan, name).term?.season;
  if (n === undefined) return null;
  const year = at(scan, name + 1);
  const tail = at(scan, name + 3);
  const slash = isYear(year) && /^[-/]$/.test(word(scan, name + 2)) && tail.lower.length === 2 && !tail.gap;
  if (slash && (year.value + 1) % 100 === tail.value)
    return fixed(name + 4, seasonOf(year.value, n), "season", "ym");
  const of = word(scan, name + 1) === "of" ? name + 2 : name + 1;
  const two = at(scan, of);
  // "a fall of 19 percent" is no autumn.
  const may = of > name + 1 && at(scan, name).lower !== "fall";
  if (may && two.kind === "number" && two.lower.length === 2 && two.suffix === "") {
    return fixed(of + 1, seasonOf(fullYear(two.value), n), "season", "ym");
  }
  const before = word(scan, i - 1);
  const follows = at(scan, name + 1);
  const adjective =
    follows.kind === "word" &&
    follows.term === undefined &&
    !/^(and|or|but|when|whether|which|that|unless|as|by|to|was|is|will|at|for|with|from|before|after|if)$/.test(
      follows.lower,
    );
  const lone = SEASON_LEADS.test(before) && !adjective ? {} : null;
  return withYear(scan, name + 1, (y) => seasonOf(y, n), "season", lone);
};

export const periodParsers: readonly CoreParser[] = [letterPeriod, namedPeriod, season];
