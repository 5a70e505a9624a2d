/**
 * Tells numbers that count things from numbers that date: "2016 households" is a count. Knows word shapes only.
 */
import { at, type Scan } from "../grammar.ts";

const IRREGULAR = new Set(
  "people men women children percent per pct kilometres km kg metres tonnes mw gw".split(" "),
);
const NOT_NOUNS = new Set(
  "was has is does as its this his versus vs us plus means shows brings marks saw sees his hers ours theirs perhaps besides always across thus less unless besides ones sets takes makes gives comes goes remains appears seems needs looks runs ends begins starts opens onwards afterwards towards backwards downwards closes falls".split(
    " ",
  ),
);

/** The word at `i` is a noun in the plural, or a sign that counts ("%", "km"). */
export function pluralAt(scan: Scan, i: number): boolean {
  const next = at(scan, i);
  if (next.kind === "mark") return next.lower === "%" || next.lower === "€" || next.lower === "£";
  if (next.kind !== "word" || next.term?.month !== undefined || next.term?.weekday !== undefined)
    return false;
  if (IRREGULAR.has(next.lower)) return true;
  if (next.capital || next.lower.length < 4 || !next.lower.endsWith("s")) return false;
  if (/(?:ss|us|is|ous)$/.test(next.lower) || NOT_NOUNS.has(next.lower)) return false;
  const token = scan.tokens.length > 0 ? tokenFrom(scan, next.start) : undefined;
  return token === undefined || token === "NOUN" || token === "PROPN" || token === "NUM";
}

/** Part of speech of the token that begins at an offset, by bisection. */
export function tokenFrom(scan: Scan, start: number): string | undefined {
  let low = 0;
  let high = scan.tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = scan.tokens[middle];
    if (token === undefined) return undefined;
    if (token.start === start) return token.pos;
    if (token.start < start) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** A sign, a measure or a number word that makes the number before it a count, whatever stands before that. */
export function countsUnits(scan: Scan, i: number): boolean {
  const { kind, lower } = at(scan, i);
  if (kind === "mark") return /^[%€£]$/.test(lower);
  return /^(million|billion|trillion|thousand|percent|per|percentage|out|pct|kilometres|km|kg|metres|tonnes|mw|gw)$/.test(
    lower,
  );
}

/**
 * What follows a number makes it a count. With `strict` the noun must stand right after it; otherwise one adjective
 * may stand between ("15 young people").
 */
export function countsThings(scan: Scan, i: number, strict: boolean): boolean {
  if (pluralAt(scan, i) || countsUnits(scan, i)) return true;
  if (strict || at(scan, i).kind !== "word") return false;
  const token = tokenFrom(scan, at(scan, i).start);
  return token === "ADJ" && pluralAt(scan, i + 1);
}
