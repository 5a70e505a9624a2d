/**
 * Writes numbers: in words, in digits with separators, with a scale, as ordinals and as fractions, after a sample of
 * how the draft writes them. Knows English number words; knows no units and no hedges.
 */
import type { QuantityValue } from "../types.ts";
import { TENS_WORDS, UNITS_AND_TEENS } from "./numerals.ts";
import { FACTORS, type Scale } from "./scales.ts";

type Style = QuantityValue["style"];

const SMALL = [...UNITS_AND_TEENS.keys()];
const TENS = [...TENS_WORDS.keys()];
const SHORT: Readonly<Record<Scale, string>> = {
  "": "",
  thousand: "k",
  million: "m",
  billion: "bn",
  trillion: "tn",
};
const ORDER: readonly Scale[] = ["", "thousand", "million", "billion", "trillion"];
const LONG_NAME = /^(thousand|million|billion|trillion)$/i;
const SCALE_WORD = /([\s\u00a0\u202f-]{0,3})(thousand|million|billion|trillion|bn|mn|mln|tn|trn|m|k|b)$/i;
const INDIAN: Readonly<Record<string, number>> = { lakh: 1e5, crore: 1e7, "lakh crore": 1e12 };
/** Above this a number in words is written in digits, unless it is round. */
const LONGEST_IN_WORDS = 100;
const IRREGULAR_PLACES: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** A whole number from 0 to 999,999 in words ("twenty-two", "three hundred and six"); null for any other. */
export function inWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value >= 1e6) return null;
  if (value < 20) return SMALL[value]!;
  if (value < 100)
    return TENS[Math.floor(value / 10) - 2]! + (value % 10 === 0 ? "" : `-${SMALL[value % 10]}`);
  const unit = value < 1000 ? 100 : 1000;
  const head = `${inWords(Math.floor(value / unit))} ${unit === 100 ? "hundred" : "thousand"}`;
  const rest = value % unit;
  return rest === 0 ? head : `${head}${rest < 100 ? " and" : ""} ${inWords(rest)}`;
}

/** The ordinal in words or digits: "sixth", "14th". */
export function ordinal(value: number, words: boolean): string {
  const spelled = words ? inWords(value) : null;
  if (spelled === null || value >= 100) return `${value}${ending(value)}`;
  const cut = spelled.lastIndexOf("-") + 1;
  const last = spelled.slice(cut);
  const place = IRREGULAR_PLACES[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return spelled.slice(0, cut) + place;
}

function ending(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

/** `text` with the capital of `sample`: "Nineteen" makes "seventeen" "Seventeen". */
export function likeCapital(text: string, sample: string): string {
  return /^\p{Lu}/u.test(sample) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Digits with thousands separators, at most `decimals` after the point. */
export function inDigits(value: number, separator: Style["separator"], decimals: number): string {
  const [whole, part] = trimmed(value, decimals).split(".");
  const grouped = separator === "" ? whole! : whole!.replace(/\B(?=(?:\d{3})+(?!\d))/g, separator);
  const point = separator === "." ? "," : ".";
  return part === undefined ? grouped : `${grouped}${point}${part}`;
}

function trimmed(value: number, decimals: number): string {
  const fixed = value.toFixed(Math.min(6, decimals));
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/** How many decimals `value` needs, six at most. */
export function decimalsOf(value: number): number {
  for (let n = 0; n < 6; n += 1)
    if (Math.abs(value - Number(value.toFixed(n))) < 1e-9 * Math.max(1, value)) return n;
  return 6;
}

/**
 * `value` written as `sample` is: words stay words, the scale and its notation stay ("31m", "1.35 billion") while
 * they fit, separators stay. `fallback` is the separator where the sample has too few digits to show one;
 * `least` decimals are written even where they are zeros ("13.10").
 */
export function writeLike(
  value: number,
  sample: string,
  style: Style,
  fallback: Style["separator"] = ",",
  least = 0,
): string {
  if (style.words) {
    const spelled = spelledLike(value, sample);
    if (spelled !== null) return likeCapital(spelled, sample);
  }
  const indian = /[\s\u00a0]?(lakh crore|crore|lakh)s?$/i.exec(sample);
  const count = indian === null ? 0 : value / INDIAN[indian[1]!.toLowerCase()]!;
  if (indian !== null && count >= 0.1 && decimalsOf(count) <= 2)
    return `${inDigits(count, ",", decimalsOf(count))}${indian[0]}`;
  const suffix = SCALE_WORD.exec(sample);
  const digits = /\d[\d.,'\u2019 \u00a0\u202f\u2009]*/.exec(sample)?.[0] ?? "";
  const separator =
    style.separator === "" && digits.replace(/\D/g, "").length <= 3 ? fallback : style.separator;
  if (suffix !== null && style.scale !== "") return scaledLike(value, suffix, style, separator);
  const written = inDigits(value, separator, decimalsOf(value));
  const missing = least - decimalsOf(value);
  if (missing <= 0 || separator === ".") return written;
  return `${written}${written.includes(".") ? "" : "."}${"0".repeat(missing)}`;
}

function spelledLike(value: number, sample: string): string | null {
  if (/dozen/i.test(sample) && value % 12 === 0 && value > 12 && value <= 60)
    return `${inWords(value / 12)} dozen`;
  for (const scale of ["billion", "million"] as const) {
    const count = value / FACTORS[scale];
    if (count >= 1 && Number.isInteger(count) && count < LONGEST_IN_WORDS)
      return `${inWords(count)} ${scale}`;
  }
  if (value <= LONGEST_IN_WORDS || (value % 100 === 0 && value < 1e5)) return inWords(value);
  return null;
}

function scaledLike(
  value: number,
  suffix: RegExpExecArray,
  style: Style,
  separator: Style["separator"],
): string {
  const [, gap, word] = suffix;
  const scale = fittingScale(value, style.scale, suffix.input);
  const number = value / FACTORS[scale];
  const digits = inDigits(number, separator === "" ? "," : separator, decimalsOf(number));
  if (scale === "") return digits;
  const same = scale === style.scale;
  const name = same ? word! : LONG_NAME.test(word!) ? scale : SHORT[scale];
  return `${digits}${gap}${name}`;
}

/** The sample's scale while the number stays below 1,000 (or as long as the sample's) and short; else the next that suits. */
function fittingScale(value: number, scale: Scale, sample: string): Scale {
  const number = value / FACTORS[scale];
  const most = sample.replace(/\D/g, "").length >= 4 ? 1e5 : 1e3;
  if (number >= 1 && number < most && decimalsOf(number) <= 3) return scale;
  if (number >= 0.1 && number < 1 && decimalsOf(number) <= 1 && value >= 1e8) return scale;
  for (let k = ORDER.length - 1; k >= 2; k -= 1) {
    const count = value / FACTORS[ORDER[k]!];
    if (count >= 1 && decimalsOf(count) <= 3) return ORDER[k]!;
  }
  return "";
}

const FRACTION_WORDS: readonly (readonly [number, string])[] = [
  [1 / 2, "half"],
  [1 / 3, "a third"],
  [2 / 3, "two-thirds"],
  [1 / 4, "a quarter"],
  [3 / 4, "three quarters"],
  [1 / 5, "a fifth"],
  [2 / 5, "two-fifths"],
  [3 / 5, "three-fifths"],
  [4 / 5, "four-fifths"],
  [1 / 6, "a sixth"],
  [1 / 7, "a seventh"],
  [1 / 8, "an eighth"],
  [1 / 9, "a ninth"],
  [1 / 10, "a tenth"],
  [3 / 10, "three-tenths"],
  [7 / 10, "seven-tenths"],
  [9 / 10, "nine-tenths"],
];

/** The simple fraction within `tolerance` (a part of the value) of `share` (0 to 1) in words, or null. */
export function fractionInWords(share: number, tolerance: number): string | null {
  let best: string | null = null;
  let distance = tolerance * share;
  for (const [value, words] of FRACTION_WORDS) {
    if (Math.abs(value - share) <= distance) {
      distance = Math.abs(value - share);
      best = words;
    }
  }
  return best;
}
