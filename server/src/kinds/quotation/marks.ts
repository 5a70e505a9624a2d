/**
 * Pairs quotation marks in a text: straight, curly, single, low and angle ones.
 * Knows characters only; whether the words between are a quotation is for read.ts to say.
 */
import type { Span } from "../../text/types.ts";

/** A pair of marks: the span holds the marks too, `inner` the words between them. */
export interface MarkPair extends Span {
  readonly inner: Span;
  /** No closing mark follows: the quotation goes on in the next paragraph, as English print has it. */
  readonly runsOn: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "‚": "‘’",
  "‹": "›",
  '"': '"',
  "'": "'",
};
const SINGLE = "‘‚'";
const WORD = /[\p{L}\p{N}]/u;
/** Words that begin with an apostrophe, so that ’ or ' before them opens nothing. */
const ELISION = /^(?:\d0s|tis|twas|em|n|til|cause|round)\b/i;

/** The outermost pairs of quotation marks, in order. Unbalanced marks give no pair. Linear in `text`. */
export function pairMarks(text: string): MarkPair[] {
  const pairs: MarkPair[] = [];
  const hopeless = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const mark = text[at]!;
    if (!(mark in CLOSERS) || hopeless.has(mark) || !opens(text, at)) {
      at++;
      continue;
    }
    const close = findClose(text, at);
    if (close >= 0) {
      pairs.push({ start: at, end: close + 1, inner: { start: at + 1, end: close }, runsOn: false });
      at = close + 1;
      continue;
    }
    if ((mark === "“" || mark === '"') && leadsOn(text, at)) {
      pairs.push({ start: at, end: text.length, inner: { start: at + 1, end: text.length }, runsOn: true });
      return pairs;
    }
    // No closer up to the end of the text: later openers of this mark have none either.
    if (!SINGLE.includes(mark)) hopeless.add(mark);
    at++;
  }
  return pairs;
}

/** An opener without a closer at the start, or behind a colon or comma where the text ends as a sentence, runs on. */
function leadsOn(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  if (at < 4 && before === "") return true;
  return /[:,]$/.test(before) && /[.!?…]\s*$/.test(text.slice(-8)) && text.length - at < REACH;
}

function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/\s/.test(after)) return false;
  if (mark === "“" || mark === "„" || mark === "‚" || mark === "«" || mark === "‹") return true;
  const afterGap = /[\s([{—–\-/"“„«*_:\uFFFC]/.test(before);
  if (mark === '"') return afterGap && !/^\d+["'′]/.test(text.slice(at + 1, at + 6));
  if (mark === "»") return afterGap && WORD.test(after);
  if (!afterGap || !/[\p{L}\p{N}$€£…[]/u.test(after)) return false;
  return !ELISION.test(text.slice(at + 1, at + 8));
}

const REACH = 6000;

function findClose(text: string, open: number): number {
  const mark = text[open]!;
  const limit = Math.min(text.length, open + REACH);
  if (SINGLE.includes(mark)) return closeSingle(text, open, Math.min(limit, open + 1500));
  const closers = CLOSERS[mark]!;
  let depth = 0;
  for (let at = open + 1; at < limit; at++) {
    const char = text[at]!;
    if (char === mark && mark !== '"' && !closers.includes(char)) depth++;
    else if (closers.includes(char) && !isInches(text, at, char) && closes(text, at, char)) {
      if (depth === 0) return at;
      depth--;
    }
  }
  return -1;
}

/** A straight mark after a blank cannot close; a curly one can whatever stands around it. */
function closes(text: string, at: number, char: string): boolean {
  return char !== '"' || !/[\s([]/.test(text[at - 1] ?? " ");
}

function isInches(text: string, at: number, char: string): boolean {
  return char === '"' && /\d/.test(text[at - 1] ?? "") && WORD.test(text[at + 1] ?? "");
}

/** The closer of a single mark; a plural's apostrophe ("workers’") gives way to a later closer. */
function closeSingle(text: string, open: number, limit: number): number {
  const closers = CLOSERS[text[open]!]!;
  let fallback = -1;
  for (let at = open + 1; at < limit; at++) {
    const char = text[at]!;
    if (char === "\n" || (at > open + 1 && char === text[open] && opens(text, at))) break;
    if (!closers.includes(char) || WORD.test(text[at + 1] ?? " ")) continue;
    const before = text[at - 1]!;
    if (/\s/.test(before)) continue;
    if (before !== "s" || !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 3))) return at;
    if (fallback < 0) fallback = at;
  }
  return fallback;
}
