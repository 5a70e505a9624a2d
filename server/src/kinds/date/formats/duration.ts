/**
 * Lengths of time with their hedges: "six years", "48 hours", "a two-day meeting", "ten working days", "more than two
 * and a half years", "30 to 60 days", "a fortnight". Rates ("5 euros a day") and ages ("34 years old") are not read.
 */
import type { DurationUnit } from "../../types.ts";
import {
  at,
  type Core,
  type CoreParser,
  type Duration,
  dayless,
  phraseFrom,
  phraseTable,
  type Scan,
  word,
} from "../grammar.ts";
import { type Measure, measureAt } from "./number.ts";

type Hedge = "over" | "under" | "least" | "most" | "about" | "nearly" | "above" | "part";
const HEDGES: readonly (readonly [string, Hedge])[] = [
  ["more than", "over"],
  ["longer than", "over"],
  ["upwards of", "least"],
  ["over", "over"],
  ["at least", "least"],
  ["no less than", "least"],
  ["not less than", "least"],
  ["no fewer than", "least"],
  ["a minimum of", "least"],
  ["up to", "most"],
  ["at most", "most"],
  ["as long as", "most"],
  ["no more than", "most"],
  ["not more than", "most"],
  ["no longer than", "most"],
  ["no later than", "most"],
  ["not later than", "most"],
  ["a maximum of", "most"],
  ["less than", "under"],
  ["fewer than", "under"],
  ["under", "under"],
  ["about", "about"],
  ["around", "about"],
  ["some", "about"],
  ["roughly", "about"],
  ["approximately", "about"],
  ["the better part of", "part"],
  ["the best part of", "part"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["just under", "nearly"],
  ["a little under", "nearly"],
  ["just over", "above"],
  ["a little over", "above"],
  ["a little more than", "above"],
  ["slightly more than", "above"],
];
const HEDGE_TABLE = phraseTable(HEDGES);

/** The hedge that starts at word `i` ("just under") with the place behind it, or null. */
export function hedgeAt(scan: Scan, i: number): { hedge: Hedge; next: number } | null {
  const found = phraseFrom(scan, i, HEDGE_TABLE);
  return found === null ? null : { hedge: found.means, next: found.next };
}

/** "working days", "calendar months", "more days", "day" after a dash: what the number measures. */
export function unitAt(scan: Scan, i: number): { unit: DurationUnit; next: number; times: number } | null {
  let k = word(scan, i) === "-" ? i + 1 : i;
  let working = false;
  if (
    /^(working|business|calendar|consecutive|full|whole|more|further|additional|extra|successive|straight|long|short|clear)$/.test(
      word(scan, k),
    )
  ) {
    working = /^(working|business)$/.test(word(scan, k));
    k += word(scan, k + 1) === "-" ? 2 : 1;
  }
  const lexeme = at(scan, k);
  const unit = lexeme.term?.unit;
  if (unit === undefined || unit === "weekend" || unit === "century" || unit === "half" || unit === "season")
    return null;
  if (lexeme.capital && lexeme.lower !== "day") return null;
  if (unit === "quarter" && !countsQuarters(scan, i, k)) return null;
  if (working && unit === "day") return { unit: "working-day", next: k + 1, times: 1 };
  if (working && unit === "week") return { unit: "working-day", next: k + 1, times: 5 };
  return { unit, next: k + 1, times: lexeme.lower.startsWith("fortnight") ? 2 : 1 };
}

/** "two quarters earlier", "four consecutive quarters"; not "a quarter of the cost", "three quarters". */
function countsQuarters(scan: Scan, i: number, k: number): boolean {
  const before = word(scan, i - 1);
  if (k > i || /^(earlier|later|ago|before|after|in|running|straight)$/.test(word(scan, k + 1))) return true;
  return at(scan, k).term?.plural === true && before !== "three" && word(scan, k + 1) !== "of";
}

/** min and max of a hedged number. */
export function hedged(
  low: number,
  high: number,
  hedge: Hedge | null,
  rough: boolean,
  unit: DurationUnit,
): Duration {
  const exact = { min: low, max: high, unit, approximate: rough };
  if (hedge === "over" || hedge === "least") return { ...exact, max: null };
  if (hedge === "under" || hedge === "most") return { ...exact, min: null };
  if (hedge === "nearly") return { ...exact, min: low * 0.8, approximate: true };
  if (hedge === "part") return { ...exact, min: low * 0.5, approximate: true };
  if (hedge === "above") return { ...exact, max: high * 1.25, approximate: true };
  return hedge === "about" ? { ...exact, approximate: true } : exact;
}

export interface Length {
  readonly low: number;
  readonly high: number;
  readonly measure: Measure;
  readonly next: number;
  readonly unit: DurationUnit;
}

/** "six years", "three to five years", "30–60 days", "two or three weeks", "a year and a half". */
export function lengthAt(scan: Scan, i: number): Length | null {
  const first = measureAt(scan, i);
  if (first === null) return null;
  const mark = word(scan, first.next);
  if (/^(to|or|-)$/.test(mark)) {
    const second = measureAt(scan, first.next + 1);
    const unit = second === null || second.article ? null : unitAt(scan, second.next);
    if (second !== null && unit !== null && second.value > first.value) {
      const low = first.value * unit.times;
      return { low, high: second.value * unit.times, measure: second, next: unit.next, unit: unit.unit };
    }
  }
  const unit = unitAt(scan, first.next);
  if (unit === null) return null;
  const both = compound(scan, first, unit);
  if (both !== null) return both;
  let value = first.value * unit.times;
  let next = unit.next;
  if (
    word(scan, next) === "and" &&
    word(scan, next + 1) === "a" &&
    word(scan, next + 2) === "half" &&
    value < 10
  ) {
    value += 0.5;
    next += 3;
  }
  return { low: value, high: value, measure: first, next, unit: unit.unit };
}

/** How many of a smaller unit a larger one holds, for "two years and three months". */
const HOLDS: Readonly<Record<string, number>> = {
  "year month": 12,
  "week day": 7,
  "day hour": 24,
  "hour minute": 60,
};

/** "two years and three months", "an hour and 20 minutes": told in the smaller unit. */
function compound(scan: Scan, first: Measure, unit: { unit: DurationUnit; next: number }): Length | null {
  const k = word(scan, unit.next) === "and" || word(scan, unit.next) === "," ? unit.next + 1 : unit.next;
  const second = k === unit.next ? null : measureAt(scan, k);
  const small = second === null ? null : unitAt(scan, second.next);
  if (second === null || small === null) return null;
  const holds = HOLDS[`${unit.unit} ${small.unit}`];
  if (holds === undefined || second.value >= holds || (word(scan, unit.next) === "," && second.article))
    return null;
  const value = first.value * holds + second.value;
  return {
    low: value,
    high: value,
    measure: { ...first, article: false },
    next: small.next,
    unit: small.unit,
  };
}

/** Words before "a year" that make it a length and not a rate. */
const LENGTH_LEADS =
  /^(for|in|within|of|after|than|about|around|nearly|almost|over|under|took|takes|take|lasted|lasts|last|has|had|have|by|every|just|only|lasting|is|was|through|to|some|least|be|spent|given|give|gave|gives|and)$/;

export const duration: CoreParser = (scan, i) => {
  const hedge = hedgeAt(scan, i);
  const start = hedge?.next ?? i;
  const length = lengthAt(scan, start);
  if (length === null) return null;
  if (word(scan, i) === "over" && isSpread(scan, i, length.next)) return null;
  if (isAge(scan, length.next) || isRate(scan, i, length)) return null;
  const whole = i === 0 && length.next === scan.lexemes.length;
  if (length.measure.article && hedge === null && !whole && !LENGTH_LEADS.test(word(scan, i - 1)))
    return null;
  const value = hedged(length.low, length.high, hedge?.hedge ?? null, length.measure.rough, length.unit);
  return finish(scan, length.next, value);
};

const SPREAD = /^(?:spread|phased|staggered|repaid|repayable|payable|distributed|averaged)$/;
const MAGNITUDE = /^(?:million|billion|trillion|thousand|percent|%)$/;
const PERSONS = /^(?:people|persons|children|adults|men|women|patients|residents|workers|pupils|those)$/;

/** "86 million over four years", "spread over two years": an amount for just that stretch, and not for more than it. */
function isSpread(scan: Scan, i: number, next: number): boolean {
  if (/^(?:later|ago|old|after|before|earlier|late|long|of|-)$/.test(word(scan, next))) return false;
  const before = word(scan, i - 1);
  if (SPREAD.test(before) || MAGNITUDE.test(before)) return true;
  const counts = (k: number) => at(scan, k).kind === "number" || MAGNITUDE.test(word(scan, k));
  if (counts(i - 1)) return true;
  return at(scan, i - 1).kind === "word" && !PERSONS.test(before) && counts(i - 2);
}

/** "or more", "or longer", "or less" after it, and a possessive apostrophe ("ten days' notice"). */
function finish(scan: Scan, next: number, value: Duration): Core {
  if (word(scan, next) === "or" || word(scan, next) === "and") {
    if (/^(more|longer)$/.test(word(scan, next + 1)))
      return dayless(next + 2, grainOf(value), { duration: { ...value, max: null } });
    if (/^(less|fewer)$/.test(word(scan, next + 1)))
      return dayless(next + 2, grainOf(value), { duration: { ...value, min: null } });
  }
  return dayless(next, grainOf(value), { duration: value });
}

/** The grain that goes with a unit. */
export function grainOf(value: { readonly unit: DurationUnit }): Core["grain"] {
  if (value.unit === "hour" || value.unit === "minute") return "time";
  return value.unit === "working-day" ? "day" : value.unit;
}

function isAge(scan: Scan, next: number): boolean {
  const k = word(scan, next) === "-" ? next + 1 : next;
  return (
    word(scan, k) === "old" ||
    word(scan, k) === "olds" ||
    (word(scan, k) === "of" && word(scan, k + 1) === "age")
  );
}

/** "one day we will", "a day" after a number of things, "per 12 months". */
function isRate(scan: Scan, i: number, length: Length): boolean {
  const before = word(scan, i - 1);
  if (before === "per" || before === "every" || before === "each" || before === "$" || before === "€")
    return true;
  const oneDay = length.low === 1 && word(scan, i) === "one" && word(scan, length.next - 1) === "day";
  return oneDay && (i === 0 || before === ",") && at(scan, length.next).kind !== "end";
}
