/**
 * Years and decades written out in words: "two thousand and eighteen", "nineteen ninety-nine", "the twenty-tens". Reads
 * words only; whether a year can stand at a place is the caller's to say.
 */
import { END, type Lexeme } from "./lex.ts";

type Lexemes = readonly Lexeme[];
interface Read {
  readonly value: number;
  readonly next: number;
}
/** A year in words; `round` where it is a bare thousand, which may as well be a count. */
export interface SpelledYear {
  readonly year: number;
  readonly next: number;
  readonly round: boolean;
}

const get = (lexemes: Lexemes, i: number): Lexeme => lexemes[i] ?? END;
const text = (lexemes: Lexemes, i: number): string => get(lexemes, i).lower;

/** 1–19 or a ten in one word, NaN for others; articles are no numbers here. */
function small(lexemes: Lexemes, i: number): number {
  const term = get(lexemes, i).term;
  const n = term?.number;
  return n === undefined || n === 0 || n >= 100 || term?.lead === true || text(lexemes, i) === "dozen"
    ? Number.NaN
    : n;
}

/** 1–99 in words. */
function belowHundred(lexemes: Lexemes, i: number): Read | null {
  const first = small(lexemes, i);
  if (Number.isNaN(first)) return null;
  const k = text(lexemes, i + 1) === "-" ? i + 2 : i + 1;
  const units = small(lexemes, k);
  return first >= 20 && units < 10 ? { value: first + units, next: k + 1 } : { value: first, next: i + 1 };
}

/** "two thousand", "two thousand and eighteen", "one thousand seven hundred and eighty-nine". */
function thousands(lexemes: Lexemes, i: number): SpelledYear | null {
  const first = small(lexemes, i);
  if ((first !== 1 && first !== 2) || text(lexemes, i + 1) !== "thousand") return null;
  const hundreds = small(lexemes, i + 2);
  const counted = hundreds < 10 && text(lexemes, i + 3) === "hundred";
  const base = first * 1000 + (counted ? hundreds * 100 : 0);
  const k = counted ? i + 4 : i + 2;
  const rest = belowHundred(lexemes, text(lexemes, k) === "and" ? k + 1 : k);
  if (rest === null) return { year: base, next: k, round: !counted };
  return { year: base + rest.value, next: rest.next, round: false };
}

/** "nineteen ninety-nine", "nineteen oh one", "twenty twenty-four", "nineteen hundred and five". */
function pairs(lexemes: Lexemes, i: number): SpelledYear | null {
  const first = small(lexemes, i);
  if (!(first >= 15 && first <= 20)) return null;
  const k = text(lexemes, i + 1) === "-" ? i + 2 : i + 1;
  if (text(lexemes, k) === "hundred") {
    const rest = text(lexemes, k + 1) === "and" ? belowHundred(lexemes, k + 2) : null;
    return { year: first * 100 + (rest?.value ?? 0), next: rest?.next ?? k + 1, round: rest === null };
  }
  if (/^(oh|zero)$/.test(text(lexemes, k))) {
    const units = small(lexemes, k + 1);
    return units < 10 ? { year: first * 100 + units, next: k + 2, round: false } : null;
  }
  const tail = belowHundred(lexemes, k);
  return tail === null || tail.value < 10
    ? null
    : { year: first * 100 + tail.value, next: tail.next, round: false };
}

/** A year of 1000–2099 in words, or null. */
export function spelledYear(lexemes: Lexemes, i: number): SpelledYear | null {
  return thousands(lexemes, i) ?? pairs(lexemes, i);
}

const TENS = "tens twenties thirties forties fifties sixties seventies eighties nineties".split(" ");

/** "nineteen seventies", "twenty-tens", "two thousand and tens", "two thousands", "noughties". */
export function spelledDecade(lexemes: Lexemes, i: number): SpelledYear | null {
  if (text(lexemes, i) === "noughties") return { year: 2000, next: i + 1, round: false };
  const first = small(lexemes, i);
  if (first === 2 && text(lexemes, i + 1) === "thousands") return { year: 2000, next: i + 2, round: false };
  const thousand = first === 2 && text(lexemes, i + 1) === "thousand";
  const from = thousand ? i + 2 : i + 1;
  const joiner = thousand ? "and" : "-";
  const k = text(lexemes, from) === joiner ? from + 1 : from;
  const tens = TENS.indexOf(text(lexemes, k));
  if (tens < 0 || !(thousand || (first >= 15 && first <= 20))) return null;
  const century = thousand ? 2000 : first * 100;
  return { year: century + (tens + 1) * 10, next: k + 1, round: false };
}
