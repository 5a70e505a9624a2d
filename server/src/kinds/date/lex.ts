/**
 * Cuts a sentence into words, numbers and marks for the date grammar, in one pass. Knows no dates.
 * Web addresses, e-mail addresses and identifiers become one opaque mark, so that nothing in them is read.
 */
import { type Term, termOf } from "./words.ts";

export interface Lexeme {
  readonly kind: "word" | "number" | "mark" | "opaque" | "end";
  readonly start: number;
  readonly end: number;
  /** Lower-cased; of a number its digits without separators; "-" for any dash; "'" for any apostrophe. */
  readonly lower: string;
  /** Blanks stand before it. */
  readonly gap: boolean;
  /** First letter is a capital. */
  readonly capital: boolean;
  /** The value of a number, NaN for others and for more than nine digits. */
  readonly value: number;
  /** Letters directly after a number ("th", "s", "pm"), lower-cased. */
  readonly suffix: string;
  /** Thousands are separated: never a year. */
  readonly grouped: boolean;
  readonly term: Term | undefined;
}

export const END: Lexeme = {
  kind: "end",
  start: 0,
  end: 0,
  lower: "",
  gap: true,
  capital: false,
  value: Number.NaN,
  suffix: "",
  grouped: false,
  term: undefined,
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x2000) ||
  code >= 0x2c00;
const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f;
const DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

/** All lexemes of a text, in order; time and space grow with its length. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let i = 0;
  let gap = true;
  let chunk = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) {
      i += 1;
      gap = true;
      continue;
    }
    if (gap) chunk = lexemes.length;
    if (opensOpaque(text, i, code)) {
      const start = lexemes[chunk]?.start ?? i;
      lexemes.length = Math.min(chunk, lexemes.length);
      i = blankAfter(text, i);
      lexemes.push({ ...END, kind: "opaque", start, end: i });
      chunk = lexemes.length;
      gap = true;
      continue;
    }
    const lexeme = isDigit(code)
      ? number(text, i, gap)
      : isLetter(code)
        ? word(text, i, gap)
        : mark(text, i, gap);
    lexemes.push(lexeme);
    i = lexeme.end;
    gap = false;
  }
  return lexemes;
}

function opensOpaque(text: string, i: number, code: number): boolean {
  if (code === 64 || code === 95 || code === 92) return isWordy(text, i - 1) && isWordy(text, i + 1);
  if (code === 58) return text.startsWith("://", i);
  return code === 119 && text.startsWith("www.", i);
}

function isWordy(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return isLetter(code) || isDigit(code);
}

function blankAfter(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isBlank(text.charCodeAt(i))) i += 1;
  return i;
}

function word(text: string, start: number, gap: boolean): Lexeme {
  let i = start + 1;
  while (i < text.length && isWordy(text, i)) i += 1;
  const raw = text.slice(start, i);
  const lower = raw.length > 24 ? "" : raw.toLowerCase();
  return {
    kind: "word",
    start,
    end: i,
    lower,
    gap,
    capital: raw.charCodeAt(0) !== lower.charCodeAt(0) && lower !== "",
    value: Number.NaN,
    suffix: "",
    grouped: false,
    term: termOf(lower),
  };
}

function number(text: string, start: number, gap: boolean): Lexeme {
  let i = start;
  let grouped = false;
  for (;;) {
    while (isDigit(text.charCodeAt(i))) i += 1;
    if (text.charCodeAt(i) !== 44 || !groupAt(text, i + 1)) break;
    grouped = true;
    i += 1;
  }
  const digits = i - start > 12 ? "" : text.slice(start, i).replaceAll(",", "");
  const tail = i;
  while (isWordy(text, i)) i += 1;
  return {
    kind: "number",
    start,
    end: i,
    lower: digits,
    gap,
    capital: false,
    value: digits === "" || digits.length > 9 ? Number.NaN : Number(digits),
    suffix: i - tail > 12 ? "?" : text.slice(tail, i).toLowerCase(),
    grouped,
    term: undefined,
  };
}

function groupAt(text: string, i: number): boolean {
  return (
    isDigit(text.charCodeAt(i)) &&
    isDigit(text.charCodeAt(i + 1)) &&
    isDigit(text.charCodeAt(i + 2)) &&
    !isDigit(text.charCodeAt(i + 3))
  );
}

function mark(text: string, start: number, gap: boolean): Lexeme {
  const char = text[start] ?? "";
  const lower = DASHES.includes(char) ? "-" : char === "\u2019" || char === "\u2018" ? "'" : char;
  return { ...END, kind: "mark", start, end: start + 1, lower, gap };
}
