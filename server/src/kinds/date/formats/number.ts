/**
 * Numbers that measure time: "48", "2.5", "twenty-five", "two and a half", "half a", "a couple of", "a". Reads up to
 * the unit, not the unit.
 */
import { at, type Scan, word } from "../grammar.ts";

export interface Measure {
  readonly value: number;
  readonly next: number;
  /** "a couple of". */
  readonly rough: boolean;
  /** Only an article stands for the number. */
  readonly article: boolean;
}

/** A number at `i`, or null. Looks at most eight lexemes ahead. */
export function measureAt(scan: Scan, i: number): Measure | null {
  const lexeme = at(scan, i);
  if (lexeme.kind === "number") return digitsAt(scan, i);
  if (lexeme.lower === "half") return halfOf(scan, i);
  const quarters = quartersAt(scan, i);
  if (quarters !== null) return quarters;
  if (lexeme.lower === "a" || lexeme.lower === "an") return articleAt(scan, i);
  const words = wordsAt(scan, i);
  if (words === null) return null;
  const half = andAHalf(scan, words.next);
  return {
    value: words.value + (half > 0 ? 0.5 : 0),
    next: half > 0 ? half : words.next,
    rough: false,
    article: false,
  };
}

function digitsAt(scan: Scan, i: number): Measure | null {
  const lexeme = at(scan, i);
  if (Number.isNaN(lexeme.value) || (lexeme.suffix !== "" && lexeme.suffix !== "½")) return null;
  if (i > 0 && !lexeme.gap && /^[.,/:]$/.test(word(scan, i - 1)) && at(scan, i - 2).kind === "number")
    return null;
  const point = at(scan, i + 1);
  const decimals = at(scan, i + 2);
  if (point.lower === "." && !point.gap && decimals.kind === "number" && !decimals.gap) {
    const value = Number(`${lexeme.lower}.${decimals.lower}`);
    return decimals.suffix === "" ? { value, next: i + 3, rough: false, article: false } : null;
  }
  const half = point.lower === "½" ? i + 2 : andAHalf(scan, i + 1);
  const extra = lexeme.suffix === "½" || half > 0 ? 0.5 : 0;
  return { value: lexeme.value + extra, next: half > 0 ? half : i + 1, rough: false, article: false };
}

/** "and a half", "-and-a-half". */
function andAHalf(scan: Scan, i: number): number {
  const dash = word(scan, i) === "-";
  const step = dash ? 2 : 1;
  const k = dash ? i + 1 : i;
  const fits = word(scan, k) === "and" && word(scan, k + step) === "a" && word(scan, k + 2 * step) === "half";
  return fits ? k + 2 * step + 1 : -1;
}

/** "half a year", "half an hour", "half-year" is left alone. */
function halfOf(scan: Scan, i: number): Measure | null {
  const article = word(scan, i + 1);
  if (article !== "a" && article !== "an") return null;
  return { value: 0.5, next: i + 2, rough: false, article: false };
}

/** "three quarters of an hour", "a quarter of a year". */
function quartersAt(scan: Scan, i: number): Measure | null {
  const one = word(scan, i) === "a" && word(scan, i + 1) === "quarter";
  const three = word(scan, i) === "three" && word(scan, i + 1) === "quarters";
  if (!(one || three) || word(scan, i + 2) !== "of" || !/^an?$/.test(word(scan, i + 3))) return null;
  return { value: one ? 0.25 : 0.75, next: i + 4, rough: false, article: false };
}

function articleAt(scan: Scan, i: number): Measure | null {
  const second = word(scan, i + 1);
  if (second === "couple" && word(scan, i + 2) === "of")
    return { value: 2, next: i + 3, rough: true, article: false };
  if (second === "dozen") return { value: 12, next: i + 2, rough: true, article: false };
  if (second === "hundred") return { value: 100, next: i + 2, rough: false, article: false };
  if (second === "further" || second === "full" || second === "whole") {
    return { value: 1, next: i + 2, rough: false, article: true };
  }
  return { value: 1, next: i + 1, rough: false, article: true };
}

/** Whole numbers in words up to 999 ("one hundred and twenty"). */
export function wordsAt(scan: Scan, i: number): { value: number; next: number } | null {
  const small = belowHundred(scan, i);
  if (small === null || small.value > 9 || word(scan, small.next) !== "hundred") return small;
  const hundreds = { value: small.value * 100, next: small.next + 1 };
  const rest = word(scan, hundreds.next) === "and" ? belowHundred(scan, hundreds.next + 1) : null;
  return rest === null ? hundreds : { value: hundreds.value + rest.value, next: rest.next };
}

function belowHundred(scan: Scan, i: number): { value: number; next: number } | null {
  const first = at(scan, i).term?.number;
  if (first === undefined || first > 99 || at(scan, i).term?.lead) return null;
  if (first < 20) return { value: first, next: i + 1 };
  const dash = word(scan, i + 1) === "-";
  const k = dash ? i + 2 : i + 1;
  const units = at(scan, k).term?.number;
  const follows = units !== undefined && units > 0 && units < 10 && (dash || at(scan, k).gap);
  return follows ? { value: first + units, next: k + 1 } : { value: first, next: i + 1 };
}
