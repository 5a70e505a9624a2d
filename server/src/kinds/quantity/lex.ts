/**
 * Cuts a sentence into words, numerals and marks, for the number grammar. Knows how digits are grouped
 * ("1,350", "1 350", "1.350,5"); knows no units, no hedges and no part of speech. Linear in the text.
 */
import type { Span } from "../../text/types.ts";

export type Separator = "," | " " | "." | "";

/** A numeral in digits as it stands. */
export interface Digits {
  readonly value: number;
  readonly separator: Separator;
  readonly decimals: number;
  /** The digits cannot be one plain number: "1.2.3", twenty digits, a leading zero as in a phone number. */
  readonly odd: boolean;
}

export interface Piece extends Span {
  readonly kind: "word" | "number" | "mark";
  /** Lower-cased. */
  readonly lower: string;
  /** No blank stands before it. */
  readonly glued: boolean;
  readonly digits: Digits | null;
}

/** More digits than this are an identifier, and no longer exact as a JavaScript number. */
const LONGEST_NUMERAL = 15;
/** What fraction signs are worth: "3\u00bd". */
const FRACTIONS = new Map([
  ["\u00bd", 0.5],
  ["\u00bc", 0.25],
  ["\u00be", 0.75],
  ["\u2153", 1 / 3],
  ["\u2154", 2 / 3],
  ["\u215b", 0.125],
]);
/** "1,20,000", "2,50,00,000" as India groups digits. */
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/;
/** " 1/2" behind a whole number: "4 1/2". */
const MIXED = /^[ \u00a0-]([1-7])\/([2348])(?![\d/])/;
const LETTER = /\p{L}|\p{M}/u;
const BLANKS = new Set([" ", "\u00a0", "\u202f", "\u2009", "\u2007"]);

/** All words, numerals and marks of `text`, in order, with offsets in `text`. */
export function lex(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at += 1;
      glued = false;
      continue;
    }
    const piece =
      isDigit(code) || FRACTIONS.has(text.charAt(at))
        ? numberAt(text, at, glued)
        : wordOrMark(text, at, glued);
    pieces.push(piece);
    at = piece.end;
    glued = true;
  }
  return pieces;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000
  );
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xaa && LETTER.test(text.charAt(at));
}

function wordOrMark(text: string, start: number, glued: boolean): Piece {
  let end = start;
  while (end < text.length && isLetter(text, end)) end += 1;
  if (end > start) {
    const lower = text.slice(start, end).toLowerCase();
    return { kind: "word", start, end, lower, glued, digits: null };
  }
  return { kind: "mark", start, end: start + 1, lower: text.charAt(start), glued, digits: null };
}

function digitRun(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function numberAt(text: string, start: number, glued: boolean): Piece {
  const first = digitRun(text, start);
  const grouped = groupedEnd(text, start, first);
  const decimals = decimalEnd(text, grouped.end, grouped.separator, first - start);
  const whole = text.slice(start, grouped.end).replace(/[^0-9]/g, "");
  const part = decimals.end > grouped.end ? text.slice(grouped.end + 1, decimals.end) : "";
  const odd =
    decimals.odd ||
    whole.length + part.length > LONGEST_NUMERAL ||
    (whole.length > 1 && whole.startsWith("0"));
  const value = odd ? Number.NaN : Number(part === "" ? whole : `${whole}.${part}`);
  const plain: Digits = { value, separator: grouped.separator, decimals: part.length, odd };
  const { digits, end } = withFraction(text, plain, start, decimals.end);
  return { kind: "number", start, end, lower: text.slice(start, Math.min(end, start + 24)), glued, digits };
}

/** Adds the fraction behind a whole number: "3\u00bd", "4 1/2", or "\u00bd" alone. */
function withFraction(
  text: string,
  digits: Digits,
  start: number,
  end: number,
): { digits: Digits; end: number } {
  const sign = FRACTIONS.get(text.charAt(end));
  const mixed = sign === undefined && end - start <= 2 ? MIXED.exec(text.slice(end, end + 6)) : null;
  const part = sign ?? (mixed ? Number(mixed[1]) / Number(mixed[2]) : 0);
  if (part === 0 || part >= 1 || digits.odd || digits.decimals > 0) return { digits, end };
  const decimals = part === 0.5 ? 1 : 2;
  const value = Number((digits.value + part).toFixed(3));
  return { digits: { ...digits, value, decimals }, end: end + (mixed ? mixed[0].length : 1) };
}

/** Where the thousands groups end: "1,350", "12 000", "1.350.000", "1.350,5" (a lone "1.350" is a decimal). */
function groupedEnd(text: string, start: number, first: number): { end: number; separator: Separator } {
  const none = { end: first, separator: "" as Separator };
  if (first - start > 3) return none;
  const mark = text.charAt(first);
  const indian = mark === "," ? INDIAN_GROUPS.exec(text.slice(start, start + 24)) : null;
  if (indian !== null) return { end: start + indian[0].length, separator: "," };
  if (mark !== "," && mark !== "." && mark !== "'" && mark !== "\u2019" && !BLANKS.has(mark)) return none;
  let end = first;
  let groups = 0;
  while (text.charAt(end) === mark && digitRun(text, end + 1) - end === 4) {
    end += 4;
    groups += 1;
  }
  if (groups === 0 || text.charAt(start) === "0") return none;
  if (mark === ".") return groups > 1 || commaDecimals(text, end) ? { end, separator: "." } : none;
  return { end, separator: mark === "," ? "," : " " };
}

function commaDecimals(text: string, at: number): boolean {
  return text.charAt(at) === "," && digitRun(text, at + 1) > at + 1;
}

/** The decimal part: ".5" always, ",5" after points, or alone where one or two digits follow. */
function decimalEnd(
  text: string,
  at: number,
  separator: Separator,
  leading: number,
): { end: number; odd: boolean } {
  const mark = text.charAt(at);
  const end = digitRun(text, at + 1);
  const length = end - at - 1;
  if ((mark !== "." && mark !== ",") || length === 0) return { end: at, odd: false };
  if (mark === "." && separator !== ".") {
    const again = text.charAt(end) === "." && isDigit(text.charCodeAt(end + 1));
    return again ? { end: oddEnd(text, end), odd: true } : { end, odd: false };
  }
  if (mark === "," && separator === ".") return { end, odd: false };
  const commaIsDecimal = mark === "," && separator === "" && length <= 2 && leading <= 3;
  const listed = text.charAt(end) === "," && isDigit(text.charCodeAt(end + 1));
  return commaIsDecimal && !listed ? { end, odd: false } : { end: at, odd: false };
}

function oddEnd(text: string, from: number): number {
  let end = from;
  while (text.charAt(end) === "." && isDigit(text.charCodeAt(end + 1))) end = digitRun(text, end + 1);
  return end;
}
