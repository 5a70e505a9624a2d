/**
 * What the parsers of the date grammar share: the scanned sentence, the reading in progress and how to make one.
 * Knows no format of its own.
 */

import type { Token } from "../../text/types.ts";
import type { DateValue } from "../types.ts";
import { civilOf, type Interval } from "./calendar.ts";
import { END, type Lexeme } from "./lex.ts";
import { spelledYear } from "./spelled.ts";

export type Grain = DateValue["grain"];
export type Bound = DateValue["bound"];
export type Stated = DateValue["stated"];
export type Duration = NonNullable<DateValue["duration"]>;

/** How a document writes its dates, "3 April" or "April 3", which settles what 03/04 means. */
export type NumericOrder = "day-first" | "month-first";

/** A sentence ready to be read. */
export interface Scan {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** The reference day. */
  readonly today: number;
  readonly tokens: readonly Token[];
  readonly order?: NumericOrder | undefined;
  /** Single dates found so far, by lexeme: each place is parsed once. */
  readonly memo: (Core | null | undefined)[];
}

/** What a parser proposes for the lexemes from where it was asked up to `next`. */
export interface Core {
  readonly next: number;
  readonly grain: Grain;
  readonly stated: Stated;
  /**
   * The intervals that the words may mean, near a day, in order. One for what is fully stated; several where the
   * year, the month or the week has to be inferred; none for durations and clock times.
   */
  readonly choices: (near: number) => readonly Interval[];
  /** The words leave it open which of the choices is meant. */
  readonly open: boolean;
  readonly bound?: Bound;
  /** Open ends after a bound was applied. */
  readonly openFrom?: boolean;
  readonly openTo?: boolean;
  readonly duration?: Duration;
  readonly anchored?: boolean;
  readonly time?: number;
  /** "the end of …": before it is still in the period. */
  readonly ends?: boolean;
  /** "the start of …": after it is still in the period. */
  readonly starts?: boolean;
  /** Day of the month, for borrowing a month in ranges. */
  readonly dayFirst?: boolean;
  readonly month?: number;
  /** Needs its neighbours to be believed: a bare year, "May" alone, a short weekday. */
  readonly doubt?: "year" | "month" | "weekday" | "quarter" | "day" | "duration" | "clock";
  /** The tense that the words themselves give. */
  readonly tense?: Tense;
}
export type Tense = "past" | "future" | "none";
export type CoreParser = (scan: Scan, i: number) => Core | null;

const NOTHING_STATED: Stated = { year: false, month: false, day: false, weekday: false };
/** "ymdw" letters name the components that are stated. */
export function stated(letters: string): Stated {
  return {
    year: letters.includes("y"),
    month: letters.includes("m"),
    day: letters.includes("d"),
    weekday: letters.includes("w"),
  };
}

/** The word at `i`; an empty one before the first and behind the last. */
export function at(scan: Scan, i: number): Lexeme {
  return i < 0 ? END : (scan.lexemes[i] ?? END);
}
/** The word at `i` in lower case; empty outside of the text. */
export function word(scan: Scan, i: number): string {
  return at(scan, i).lower;
}
/** Phrases by their first word, each with what it stands for. */
export type PhraseTable<T> = ReadonlyMap<
  string,
  readonly { readonly rest: readonly string[]; readonly means: T }[]
>;
/** A table of phrases of lower-case words, each with what it stands for. */
export function phraseTable<T>(list: readonly (readonly [string, T])[]): PhraseTable<T> {
  const table = new Map<string, { rest: string[]; means: T }[]>();
  for (const [text, means] of list) {
    const [first = "", ...rest] = text.split(" ");
    const entries = table.get(first) ?? [];
    entries.push({ rest, means });
    table.set(first, entries);
  }
  return table;
}
/** The longest phrase of a table that stands at `i`, or null. */
export function phraseFrom<T>(
  scan: Scan,
  i: number,
  table: PhraseTable<T>,
): { means: T; next: number } | null {
  const entries = table.get(word(scan, i));
  if (entries === undefined) return null;
  let best: { means: T; next: number } | null = null;
  for (const { rest, means } of entries) {
    if (best !== null && best.next > i + rest.length) continue;
    let k = 0;
    while (k < rest.length && word(scan, i + 1 + k) === rest[k]) k += 1;
    if (k === rest.length) best = { means, next: i + 1 + k };
  }
  return best;
}

/** Skips one article. */
export function skipThe(scan: Scan, i: number): number {
  return word(scan, i) === "the" ? i + 1 : i;
}

type Extra = Partial<Omit<Core, "next" | "grain" | "choices">>;

/** A reading whose days are known. */
export function fixed(
  next: number,
  interval: Interval,
  grain: Grain,
  letters: string,
  extra: Extra = {},
): Core {
  const choices = [interval];
  return { next, grain, stated: stated(letters), choices: () => choices, open: false, ...extra };
}

/** A reading that recurs each year; `inYear` gives null in years that lack it (29 February). */
export function yearly(
  next: number,
  inYear: (year: number) => Interval | null,
  grain: Grain,
  letters: string,
  extra: Extra = {},
): Core {
  const choices = (near: number): Interval[] => {
    const year = civilOf(near).year;
    const list = [year - 1, year, year + 1].map(inYear).filter((x) => x !== null);
    if (list.length > 0) return list;
    return [year - 4, year - 3, year - 2, year + 2, year + 3, year + 4].map(inYear).filter((x) => x !== null);
  };
  return { next, grain, stated: stated(letters), choices, open: true, ...extra };
}

/** A reading without days: a duration, a clock time. */
export function dayless(next: number, grain: Grain, extra: Extra): Core {
  return { next, grain, stated: NOTHING_STATED, choices: () => [], open: false, ...extra };
}

/** True for a four-digit number that can be a year (1000–2199). */
export function isYear(lexeme: Lexeme): boolean {
  return (
    lexeme.kind === "number" &&
    lexeme.suffix === "" &&
    !lexeme.grouped &&
    lexeme.lower.length === 4 &&
    lexeme.value >= 1000 &&
    lexeme.value < 2200
  );
}

/** The longer of two proposals; the first where they are equally long. */
export function longer(a: Core | null, b: Core | null): Core | null {
  if (a === null || (b !== null && b.next > a.next)) return b;
  return a;
}

/** A year given by words after a month, quarter or half: "2024", ", 2024", "of last year", "this year". */
export interface YearPhrase {
  readonly next: number;
  readonly year: number;
  readonly anchored: boolean;
  readonly digits: boolean;
}
/** The year that goes on with a date from word `i` (", 2024", "of that year"), with the place behind it, or null. */
export function yearPhrase(scan: Scan, i: number): YearPhrase | null {
  let k = i;
  const comma = word(scan, k) === ",";
  if (comma) k += 1;
  if (word(scan, k) === "in" || word(scan, k) === "of") k += 1;
  const year = at(scan, k);
  if (isYear(year) && year.gap) {
    return joinsNumber(scan, k) ? null : { next: k + 1, year: year.value, anchored: false, digits: true };
  }
  const words = spelledYear(scan.lexemes, k);
  if (words !== null && !(words.round && !endsClause(scan, words.next))) {
    return { next: words.next, year: words.year, anchored: false, digits: true };
  }
  if (comma) return null;
  return shiftedYear(scan, skipThe(scan, k));
}

/** Nothing, or a mark that closes a clause, stands here: no noun that a number before it could count. */
export function endsClause(scan: Scan, i: number): boolean {
  const { kind, lower } = at(scan, i);
  return kind === "end" || (kind === "mark" && '.,;:?!)]"”’'.includes(lower));
}

/** "last year", "this calendar year", "the following year" (anchored); "the year" is this one. */
function shiftedYear(scan: Scan, i: number): YearPhrase | null {
  const now = civilOf(scan.today).year;
  const shift = at(scan, i).term?.shift;
  let k = shift === undefined ? i : i + 1;
  if (word(scan, k) === "calendar") k += 1;
  if (word(scan, k) !== "year" || (shift === undefined && word(scan, i - 1) !== "the")) return null;
  return { next: k + 1, year: now + (shift?.by ?? 0), anchored: shift?.anchored ?? false, digits: false };
}

/** A number goes on with "/", ".", ":" or a dash and digits: part of a code, not a year. */
export function joinsNumber(scan: Scan, i: number): boolean {
  const mark = at(scan, i + 1);
  const after = at(scan, i + 2);
  if (mark.gap || mark.kind !== "mark" || after.gap || after.kind !== "number") return false;
  return (
    mark.lower === "/" || mark.lower === "." || mark.lower === ":" || (mark.lower === "-" && !isYear(after))
  );
}
