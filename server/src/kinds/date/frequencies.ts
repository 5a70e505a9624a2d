/**
 * How often something happens: "every two years", "twice a month", "monthly reports". Knows words, not what recurs.
 */
import type { Span } from "../../text/types.ts";
import { termOf } from "./words.ts";

/** Words that say how often; offsets in the text read. */
export interface Frequency extends Span {
  readonly text: string;
  /** Days from one time to the next, on average. */
  readonly period: number;
}

const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
  decade: 3652.5,
};
const LY: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: DAYS.month!,
  quarterly: DAYS.quarter!,
  "six-monthly": DAYS.year! / 2,
  "half-yearly": DAYS.year! / 2,
  annually: DAYS.year!,
  annual: DAYS.year!,
  yearly: DAYS.year!,
};
const UNIT = "(day|week|fortnight|month|quarter|year|decade)";
const NUMBER = "(\\d{1,2}|[a-z]+)";
/** What may be told by an adjective: "monthly reports". A "monthly fee" is an amount for its period, no frequency. */
const EVENT =
  "(?:reports?|reviews?|meetings?|inspections?|instal?lments?|updates?|bulletins?|audits?|checks?|visits?|drills?|exercises?|summits?)";

const EVERY = new RegExp(
  `(?<!for )\\b(?:every|each)\\s+(?:(?:(other|second)|${NUMBER})\\s+)?${UNIT}s?\\b(?!\\s+(?:of|that|in|for)\\b)`,
  "gi",
);
const TIMES = new RegExp(
  `\\b(once|twice|(?:${NUMBER})\\s+times)\\s+(?:an?|each|every|per)\\s+(?:${NUMBER}\\s+)?${UNIT}s?\\b`,
  "gi",
);
const ADVERB =
  /\b(?:daily|weekly|fortnightly|monthly|quarterly|six-monthly|half-yearly|annually|annual|yearly)\b/gi;
const CLAUSE_GOES_ON = /^\s+(?:from|since|until|till|by|in|on|at|as|and|but|when|while|between|during)\b/i;
const EVENT_AFTER = new RegExp(`^\\s+(?:\\p{L}+\\s+)?${EVENT}\\b`, "iu");

/** The frequencies of a text, in order and apart. */
export function readFrequencies(text: string): Frequency[] {
  const every = everyIn(text);
  const found = [...timesIn(text), ...every, ...elidedIn(text, every), ...adverbsIn(text)].sort(
    (a, b) => a.start - b.start,
  );
  return found.filter((one, at) => at === 0 || found[at - 1]!.end <= one.start);
}

function timesIn(text: string): Frequency[] {
  return [...text.matchAll(TIMES)].flatMap((match) => {
    const [, times = "", number, units, unit = ""] = match;
    const count = /^once/i.test(times) ? 1 : /^twice/i.test(times) ? 2 : wordNumber(number ?? "");
    const length = units ? wordNumber(units) : 1;
    return count && length ? [frequency(match, (length * DAYS[unit.toLowerCase()]!) / count)] : [];
  });
}

function everyIn(text: string): Frequency[] {
  return [...text.matchAll(EVERY)].flatMap((match) => {
    const [, other, number, unit = ""] = match;
    const length = other ? 2 : number ? wordNumber(number) : 1;
    return length ? [frequency(match, length * DAYS[unit.toLowerCase()]!)] : [];
  });
}

/** "every two years rather than every three": the second one leaves out its unit. */
function elidedIn(text: string, every: readonly Frequency[]): Frequency[] {
  return every.flatMap((one) => {
    const match = ELIDED.exec(text.slice(one.end));
    const count = match && wordNumber(match[2]!);
    const unit = UNIT_AT_END.exec(one.text)?.[1]?.toLowerCase();
    if (!match || !count || !unit) return [];
    const start = one.end + match[1]!.length;
    const end = start + match[2]!.length;
    return [{ start, end, text: text.slice(start, end), period: count * DAYS[unit]! }];
  });
}
const ELIDED =
  /^(\s*,?\s+(?:rather than|instead of|not)\s+(?:every\s+)?)(\d{1,2}|[a-z]+)(?!\s+(?:days?|weeks?|months?|years?)\b)(?=\s*[.,;:)]|\s*$|\s+as\b)/i;
const UNIT_AT_END = new RegExp(`${UNIT}s?$`, "i");

function adverbsIn(text: string): Frequency[] {
  return [...text.matchAll(ADVERB)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    const word = match[0].toLowerCase();
    // "annually" can only say how often; "monthly" may belong to a noun.
    if (
      word !== "annually" &&
      /^\s+\p{L}/u.test(after) &&
      !EVENT_AFTER.test(after) &&
      !CLAUSE_GOES_ON.test(after)
    )
      return [];
    return [frequency(match, LY[word]!)];
  });
}

function wordNumber(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : (termOf(word.toLowerCase())?.number ?? null);
}

function frequency(match: RegExpMatchArray, period: number): Frequency {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, text: match[0], period };
}
