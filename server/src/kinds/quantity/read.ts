/**
 * Reads the quantities of a sentence: counts, shares, points, money, measures, multiples, ordinals and votes, each
 * with its bounds, unit and counted noun. Knows English number expressions; knows nothing of documents and claims.
 */
import type { Span, Token } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import { amountAt } from "./amounts.ts";
import { type Core, coreOf } from "./core.ts";
import { withElidedUnits } from "./elided.ts";
import { pastExcluded } from "./exclude.ts";
import { finish } from "./finish.ts";
import { MULTIPLE_STARTERS, multipleAt, timesAfter, upperTimes } from "./multiples.ts";
import { NUMERAL_STARTERS, type Numeral, readNumeral } from "./numerals.ts";
import { pastHyphen, type Scan, scanOf, wordAt } from "./scan.ts";
import { shareAt } from "./shares.ts";
import { withShortScales } from "./short-scales.ts";
import { allAt, isLoneOne, oneCounts, ordinalAt, SPECIAL_STARTERS, zeroAt, zeroCounts } from "./special.ts";
import { numeralAfterCurrency, rateAt, unitAfter } from "./unit.ts";
import { timeUnit } from "./units.ts";

/** A count of days or hours from here on is a count ("8,400 working days lost"), not a stretch of time. */
const COUNTED_TIME = 1000;
/** "working", "calendar", "more": what may stand between a number and its time unit. */
const TIME_MODIFIER =
  /^(working|calendar|consecutive|full|more|further|business|whole|straight|long|additional|extra|short|successive|odd|or|so)$/;

/**
 * The quantities of `text`, in order and without overlap of their numbers. `tokens` are those of `text`; numbers in a
 * date span (offsets of `text`) are skipped, and so are durations, which the date kind reads. Never fails; linear.
 */
export function readQuantities(
  text: string,
  tokens: readonly Token[],
  dates: readonly Span[] = [],
): QuantityValue[] {
  const scan = withShortScales(scanOf(text, tokens, dates));
  const values: QuantityValue[] = [];
  let at = 0;
  while (at < scan.pieces.length) {
    const found = scan.dated[at] ? null : readAt(scan, at);
    if (found === null) at += 1;
    else {
      if (found.value !== null) values.push(found.value);
      at = Math.max(found.next, at + 1);
    }
  }
  return withElidedUnits(text, values);
}

interface Found {
  /** Null where the words at hand count nothing and are passed over. */
  readonly value: QuantityValue | null;
  readonly next: number;
}

/** All words that can start a quantity: one look-up passes over the other words of a text. */
const STARTERS: ReadonlySet<string> = new Set([
  ...NUMERAL_STARTERS,
  ...SPECIAL_STARTERS,
  ...MULTIPLE_STARTERS,
  ..."half quarter an another".split(" "),
]);

function mayStart(scan: Scan, at: number): boolean {
  const { kind, lower } = scan.pieces[at]!;
  if (kind !== "word") return true;
  return STARTERS.has(lower) || lower.endsWith("fold") || scan.pieces[at + 1]?.kind !== "word";
}

function readAt(scan: Scan, at: number): Found | null {
  const piece = scan.pieces[at]!;
  if (!mayStart(scan, at)) return null;
  const start = piece.kind === "number" ? at : numeralAfterCurrency(scan, at);
  if (piece.kind === "mark" && start < 0) return null;
  const first = start < 0 ? at : start;
  if (scan.dated[first]) return null;
  const past = pastExcludedNumber(scan, first);
  if (past >= 0) return { value: null, next: past };
  return start > at ? wrap(scan, amountAt(scan, start)) : numberAt(scan, at);
}

function pastExcludedNumber(scan: Scan, at: number): number {
  if (scan.pieces[at]!.kind === "number") return pastExcluded(scan, at);
  return readNumeral(scan.pieces, at) === null ? -1 : pastExcluded(scan, at);
}

function numberAt(scan: Scan, at: number): Found | null {
  const multiple = multipleAt(scan, at);
  if (multiple !== null) return wrap(scan, multiple);
  const share = shareAt(scan, at);
  if (share !== null) return "skip" in share ? { value: null, next: share.skip } : wrap(scan, share.core);
  const other = ordinalAt(scan, at) ?? zeroAt(scan, at) ?? allAt(scan, at);
  if (other !== null) return wrap(scan, other);
  const numeral = readNumeral(scan.pieces, at);
  if (numeral === null) return null;
  return countAt(scan, numeral);
}

function countAt(scan: Scan, numeral: Numeral): Found | null {
  if (isLoneOne(numeral, scan) && !oneCounts(scan, numeral.from)) return { value: null, next: numeral.to };
  if (wordAt(scan, numeral.from) === "zero" && !zeroCounts(scan, numeral.from))
    return { value: null, next: numeral.to };
  const between = upperTimes(scan, numeral);
  if (between !== null) return wrap(scan, multipleRange(numeral, between.high, between.core));
  const multiple = timesAfter(scan, numeral);
  if (multiple !== null) return wrap(scan, multiple);
  const often = pastHyphen(scan, numeral.to);
  if (wordAt(scan, often) === "times")
    return wrap(scan, coreOf(numeral, { unit: "time", dimension: "count", next: often + 1 }));
  const aged = agedAt(scan, numeral);
  if (aged !== null) return wrap(scan, aged);
  const core = amountAt(scan, numeral.from);
  if (core === null) return null;
  const time = core.dimension === null ? pastTime(scan, core) : -1;
  return time >= 0 ? { value: null, next: time } : wrap(scan, core);
}

function wrap(scan: Scan, core: Core | null): Found | null {
  if (core === null) return null;
  const { value, next } = finish(scan, core);
  return { value, next };
}

function multipleRange(low: Numeral, high: Numeral, core: Core): Core {
  const nominal = (low.value + high.value) / 2;
  return { ...core, from: low.from, lead: low.from, min: low.value, max: high.value, nominal };
}

/** "aged 83", "an 83-year-old", "83 years old". */
function agedAt(scan: Scan, numeral: Numeral): Core | null {
  const age = { unit: "year", dimension: "measure" as const };
  const before = wordAt(scan, numeral.from - 1);
  const ofAge = before === "of" && wordAt(scan, numeral.from - 2) === "age";
  if ((ofAge || /^(aged|age)$/.test(before)) && unitAfter(scan, numeral.to) === null) {
    const core = amountAt(scan, numeral.from);
    return core === null || core.dimension !== null ? null : { ...core, ...age };
  }
  const year = pastHyphen(scan, numeral.to);
  if (!/^(years?)$/.test(wordAt(scan, year))) return null;
  const old = pastHyphen(scan, year + 1);
  const of = wordAt(scan, year + 1) === "of" && wordAt(scan, year + 2) === "age";
  if (!/^olds?$/.test(wordAt(scan, old)) && !of) return null;
  return coreOf(numeral, { ...age, next: of ? year + 3 : old + 1 });
}

/** Where a duration ends that starts with this number; -1 where it is none, or a rate of time ("30 hours a week"). */
function pastTime(scan: Scan, core: Core): number {
  let at = pastHyphen(scan, core.next);
  for (let k = 0; k < 3 && TIME_MODIFIER.test(wordAt(scan, at)); k += 1) at += 1;
  const ending = /^plus|\+$/.test(scan.pieces[at]?.lower ?? "");
  if (ending) at = pastHyphen(scan, at + 1);
  // Nights are counted, not measured: the date kind reads none.
  if (timeUnit(wordAt(scan, at)) === null || wordAt(scan, at).startsWith("night")) return -1;
  if (rateAt(scan, at + 1, "count") !== null || core.nominal >= COUNTED_TIME) return -1;
  return at + 1;
}
