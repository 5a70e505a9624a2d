/**
 * The unit before or after a number in a sentence: "€", "US dollars", "per cent", "percentage points",
 * "square kilometres", and the rate that follows it ("a month"). Knows no numbers.
 */
import type { QuantityValue } from "../types.ts";
import { currencyLetters } from "./currency-letters.ts";
import { markAt, pastHyphen, posAt, type Scan, spelling, wordAt } from "./scan.ts";
import {
  CASED_MEASURES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  currencyWord,
  DOLLAR_PREFIXES,
  measureWord,
  nationalCurrency,
  timeUnit,
} from "./units.ts";

export interface Unit {
  readonly unit: string;
  readonly dimension: QuantityValue["dimension"];
  /** What the number is to be multiplied by: 0.01 for pence. */
  readonly factor: number;
  /** The piece after the unit. */
  readonly to: number;
}

/** The currency that stands right before piece `at` ("US$", "EUR", "£"): its code and its first piece; or null. */
export function currencyBefore(scan: Scan, at: number): { unit: string; from: number } | null {
  const mark = markAt(scan, at - 1);
  if (mark === "\u00a2" && wordAt(scan, at - 2) === "gh") return { unit: "GHS", from: at - 2 };
  const sign = CURRENCY_SIGNS.get(mark);
  if (sign !== undefined) {
    const prefix =
      mark === "$" && scan.pieces[at - 1]!.glued ? DOLLAR_PREFIXES.get(wordAt(scan, at - 2)) : undefined;
    return prefix === undefined ? { unit: sign, from: at - 1 } : { unit: prefix, from: at - 2 };
  }
  const code = spelling(scan, at - 1);
  if (CURRENCY_CODES.has(code)) return { unit: code, from: at - 1 };
  return currencyLetters(scan, at);
}

/** Whether a currency starts at piece `at` and a numeral follows it; the piece of that numeral, else -1. */
export function numeralAfterCurrency(scan: Scan, at: number): number {
  for (const skip of [1, 2]) {
    if (scan.pieces[at + skip]?.kind === "number") {
      const found = currencyBefore(scan, at + skip);
      if (found?.from === at) return at + skip;
    }
  }
  return -1;
}

/** The unit that starts at piece `at`, right after a number; a hyphen may join it ("20-percent"). Null for a plain count. */
export function unitAfter(scan: Scan, at: number): Unit | null {
  const next = pastHyphen(scan, at);
  if (/^(full|whole)$/.test(wordAt(scan, next)) && /^(points?|percentage)$/.test(wordAt(scan, next + 1)))
    return percentAt(scan, next + 1);
  if (wordAt(scan, at) === "of") return ofAPoint(scan, at);
  return percentAt(scan, next) ?? currencyAfter(scan, next) ?? measureAt(scan, next);
}

/** "0.6 of a percentage point" */
function ofAPoint(scan: Scan, at: number): Unit | null {
  const unit = /^(an?|one)$/.test(wordAt(scan, at + 1)) ? percentAt(scan, at + 2) : null;
  return unit?.dimension === "points" ? unit : null;
}

function percentAt(scan: Scan, at: number): Unit | null {
  const word = wordAt(scan, at);
  if (markAt(scan, at) === "%" || markAt(scan, at) === "\uff05" || word === "percent" || word === "pct")
    return pointsOr(scan, at + 1, "percent");
  if (word === "per" && wordAt(scan, at + 1) === "cent") return pointsOr(scan, at + 2, "percent");
  if (word === "percentage" || word === "pp" || word === "ppt" || word === "ppts" || word === "pps")
    return pointsOr(scan, word === "percentage" ? at + 1 : at, "percent");
  if (word === "basis" && wordAt(scan, at + 1).startsWith("point"))
    return { unit: "basis-point", dimension: "points", factor: 1, to: at + 2 };
  if (word === "bp" || word === "bps")
    return { unit: "basis-point", dimension: "points", factor: 1, to: at + 1 };
  if ((word === "points" || word === "point") && meansPercent(scan, at + 1))
    return pointsOr(scan, at, "percent");
  return null;
}

const AFTER_POINTS =
  /^(better|more|less|fewer|higher|lower|up|down|ahead|behind|above|below|worse|since|from|off|lead|in|between|on|over|to|during|short|clear|rise|fall|cut|increase|drop|gap)$/;

/** "seven points fewer" are percentage points; "three points deserve attention" are not. */
function meansPercent(scan: Scan, after: number): boolean {
  const mark = markAt(scan, after);
  if (mark !== "" || scan.pieces[after] === undefined) return mark !== ":";
  return AFTER_POINTS.test(wordAt(scan, after)) || /^(by|of)$/.test(wordAt(scan, after - 3));
}

function pointsOr(scan: Scan, at: number, unit: string): Unit {
  const point = /^(points?|pps?|ppts?)$/.test(wordAt(scan, at));
  if (point) return { unit: "percentage-point", dimension: "points", factor: 1, to: at + 1 };
  return { unit, dimension: "share", factor: 1, to: at };
}

/** The currency that is named at piece `at`: "euros", "Swiss francs", "z\u0142", "CHF"; or null. */
export function currencyAfter(scan: Scan, at: number): Unit | null {
  const adjective = wordAt(scan, at);
  const two = adjective === "new" || adjective === "hong" || adjective === "south" ? 1 : 0;
  const after = currencyWord(wordAt(scan, at + 1 + two));
  if (after !== null && adjective !== "") {
    const unit =
      nationalCurrency(two > 0 ? wordAt(scan, at + 1) : adjective, after.unit) ?? dottedNation(scan, at);
    if (unit === "eurocent") return { unit: "EUR", dimension: "money", factor: 0.01, to: at + 2 };
    if (unit !== null) return { unit, dimension: "money", factor: 1, to: at + 2 + two };
    if (posAt(scan, at) === "ADJ")
      return { unit: after.unit, dimension: "money", factor: after.factor, to: at + 2 };
  }
  const small = penceAt(scan, at);
  if (small !== null) return small;
  const found = currencyWord(adjective);
  if (found !== null) return { unit: found.unit, dimension: "money", factor: found.factor, to: at + 1 };
  const sign = CURRENCY_SIGNS.get(markAt(scan, at));
  const free = scan.pieces[at + 1]?.kind !== "number";
  if (sign !== undefined && free) return { unit: sign, dimension: "money", factor: 1, to: at + 1 };
  const code = spelling(scan, at);
  if (CURRENCY_CODES.has(code) && free) return { unit: code, dimension: "money", factor: 1, to: at + 1 };
  return null;
}

/** "45p a litre", "95c a cup": the small coin of a price, which a rate follows or a price's word. */
function penceAt(scan: Scan, at: number): Unit | null {
  const word = spelling(scan, at);
  if (!scan.pieces[at]?.glued || (word !== "p" && word !== "c")) return null;
  if (!/^(an?|per|each|apiece|more|less|dearer|cheaper|rise|cut)$/.test(wordAt(scan, at + 1))) return null;
  const unit = word === "p" ? "GBP" : "cent";
  return { unit, dimension: "money", factor: word === "p" ? 0.01 : 1, to: at + 1 };
}

function dottedNation(scan: Scan, at: number): string | null {
  return wordAt(scan, at) === "u" && wordAt(scan, at + 2) === "s" ? "USD" : null;
}

function measureAt(scan: Scan, at: number): Unit | null {
  const word = wordAt(scan, at);
  const glued = scan.pieces[at]?.glued ?? false;
  const power = word === "square" || word === "sq" ? "square" : word === "cubic" ? "cubic" : "";
  if (power !== "") {
    const base = measureWord(wordAt(scan, at + 1));
    return base === null ? null : measure(`${power} ${base.unit}`, at + 2);
  }
  if (markAt(scan, at) === "\u00b0")
    return measure("degree", /^[cf]$/.test(wordAt(scan, at + 1)) ? at + 2 : at + 1);
  if (word === "m" && markAt(scan, at + 1) === "\u00b2") return measure("square metre", at + 2);
  if (word === "m" && markAt(scan, at + 1) === "\u00b3") return measure("cubic metre", at + 2);
  if (word === "m" && glued) return measure("metre", at + 1);
  const found = measureWord(word);
  if (found === null) return null;
  if (word.length <= 2 && !shortForm(spelling(scan, at))) return null;
  if (word === "mt" && spelling(scan, at) !== "Mt") return null;
  const hours = pastHours(scan, at);
  if (hours > 0) return measure(`${found.unit}-hour`, hours);
  const squared = markAt(scan, at + 1);
  if (squared === "\u00b2" && scan.pieces[at + 1]!.glued) return measure(`square ${found.unit}`, at + 2);
  if (squared === "\u00b3" && scan.pieces[at + 1]!.glued) return measure(`cubic ${found.unit}`, at + 2);
  const celsius = found.unit === "degree" && /^(celsius|c)$/.test(wordAt(scan, at + 1));
  return measure(found.unit, celsius ? at + 2 : at + 1);
}

/** Where "kilowatt hours", "megawatt-hour" end; -1 for a plain unit of power. */
function pastHours(scan: Scan, at: number): number {
  const next = pastHyphen(scan, at + 1);
  return measureWord(wordAt(scan, at))?.system === "power" && /^hours?$/.test(wordAt(scan, next))
    ? next + 1
    : -1;
}

function shortForm(text: string): boolean {
  return CASED_MEASURES.has(text) || /^(km|cm|mm|kg|mg|kW|MW|GW|Hz|GB|MB|TB|ml|lb|ha|ft)$/.test(text);
}

function measure(unit: string, to: number): Unit {
  return { unit, dimension: "measure", factor: 1, to };
}

const ADVERBS = new Map([
  ["annually", "year"],
  ["yearly", "year"],
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["hourly", "hour"],
  ["apiece", "each"],
  ["each", "each"],
]);
const HEADS = new Set(
  "head person capita household pupil student worker vehicle copy piece unit night".split(" "),
);

/** The denominator of a rate at piece `at` ("a month", "per gram", "/tonne", "apiece"), with the piece after it. */
export function rateAt(scan: Scan, at: number, dimension: string): { per: string; to: number } | null {
  const word = wordAt(scan, at);
  const next = wordAt(scan, at + 1);
  const adverb = ADVERBS.get(word);
  const eachOf = word === "each" && (timeUnit(next) !== null || measureWord(next) !== null);
  if (adverb !== undefined && !eachOf) return { per: adverb, to: at + 1 };
  if (markAt(scan, at) === "/" && next !== "") return { per: lemma(scan, at + 1), to: at + 2 };
  if (word === "for" && /^(each|every)$/.test(next)) return { per: forEach(scan, at + 2), to: at + 2 };
  const hours = pastHours(scan, at + 1);
  if (/^(an?|per)$/.test(word) && hours > 0) return { per: `${lemma(scan, at + 1)}-hour`, to: hours };
  const time = word === "per" && wordAt(scan, at + 2) === "and" && timeUnit(wordAt(scan, at + 3)) !== null;
  // "per person and day" is a rate of time, for each of them.
  if (time) return { per: lemma(scan, at + 3), to: at + 4 };
  if (word === "per" && next !== "" && next !== "cent") return { per: lemma(scan, at + 1), to: at + 2 };
  if (!/^(an?|each|every)$/.test(word)) return null;
  const priced =
    dimension === "money" &&
    (HEADS.has(next) || measureWord(next) !== null || posAt(scan, at + 1) === "NOUN");
  if (timeUnit(next) === null && measureWord(next) === null && !priced) return null;
  return { per: lemma(scan, at + 1), to: at + 2 };
}

/** "2,300 for each [dose]", "for each of the two [doses]". */
function forEach(scan: Scan, at: number): string {
  let next = at;
  while (
    next < at + 4 &&
    (/^(of|the|its|their|these)$/.test(wordAt(scan, next)) || posAt(scan, next) === "NUM")
  )
    next += 1;
  return posAt(scan, next) === "NOUN" ? lemma(scan, next) : "each";
}

function lemma(scan: Scan, at: number): string {
  const word = wordAt(scan, at);
  if (word === "annum") return "year";
  const measured = measureWord(word);
  if (measured !== null) return measured.unit;
  const index = scan.tokenOf[at] ?? -1;
  return index < 0 ? word : (scan.tokens[index]?.lemma ?? word);
}
