/**
 * Numbers that leave out a unit which the sentence has given: "from 10 percent to 5", "84 percent, against 58 in 2012", "31.6
 * million dollars in November and 54.2 in December". Knows the values of a sentence and the words between them.
 */
import type { QuantityValue } from "../types.ts";
import { FACTORS, times } from "./scales.ts";

const SOME =
  "(?:(?:an?|the|some|about|around|only|just|nearly|almost|over|under|more than|less than|between|as much as)\\s+)?";
/** Between a number with its unit and one that is set against it. */
const SET_AGAINST = new RegExp(
  `^\\s*(?:\\([^()]*\\)\\s*)?(?:\\s+(?:a|per|of)\\s+[^,.;:()]{1,30})?,?\\s*(?:(?:and|but)\\s+)?(?:then\\s+)?(?:(?:up|down)\\s+(?:from|to)|from|to|against|compared\\s+(?:with|to)|versus|after|rather than|instead of|not)\\s+${SOME}$`,
  "i",
);
/** "… in November, for [54.2] in December": the same preposition goes with either. */
const BESIDE =
  /^\s+(in|for|on|at|by|under)\s+[^,.;:()]{1,30}?(?:,|,?\s+(?:and|but|to))\s+(?:(?:to|for|only|just|from)\s+)?$/i;
const SHARED_NOUN = new RegExp(`\\b(?:turnout|share|rate|proportion)\\s+of\\s+${SOME}$`, "i");
const BORROWED_FROM_NEXT = new RegExp(`^\\s+(?:to|and)\\s+${SOME}$`, "i");
/** Two numbers of one kind are not further apart than this. */
const FAR = 20;

/** The values in order, those that leave out a unit with the unit that they mean; linear. */
export function withElidedUnits(text: string, values: readonly QuantityValue[]): QuantityValue[] {
  let last: QuantityValue | null = null;
  return values.map((value, at) => {
    const next = values[at + 1];
    const whole = isBare(value) ? completed(text, value, last, next) : value;
    if (hasUnit(whole)) last = whole;
    return whole;
  });
}

function isBare({ dimension, unit, noun, whole, fraction, style }: QuantityValue): boolean {
  return (
    dimension === "count" &&
    unit === null &&
    noun === null &&
    whole === undefined &&
    !fraction &&
    !style.words
  );
}

function hasUnit({ dimension, fraction, style }: QuantityValue): boolean {
  return (
    (dimension === "share" || dimension === "money" || dimension === "measure") && !fraction && !style.words
  );
}

function completed(
  text: string,
  value: QuantityValue,
  last: QuantityValue | null,
  next: QuantityValue | undefined,
): QuantityValue {
  if (last && follows(text, last, value)) return like(value, last);
  if (next && hasUnit(next) && precedes(text, value, next)) return like(value, next);
  return value;
}

function follows(text: string, last: QuantityValue, value: QuantityValue): boolean {
  const between = text.slice(last.end, startOf(value));
  if (SET_AGAINST.test(between)) return true;
  const behind = text.slice(value.end, value.end + 12);
  const beside = BESIDE.exec(between);
  if (beside) return new RegExp(`^\\s+${beside[1]}\\b`, "i").test(behind);
  return last.dimension === "share" && value.nominal <= 100 && SHARED_NOUN.test(between);
}

/** "from 1.1 to between 1.3 and 1.6 percent". */
function precedes(text: string, value: QuantityValue, next: QuantityValue): boolean {
  const from = /\b(?:from|between)\s+$/i.test(text.slice(Math.max(0, value.start - 12), value.start));
  return from && BORROWED_FROM_NEXT.test(text.slice(value.end, startOf(next)));
}

function startOf({ start, number }: QuantityValue): number {
  return Math.min(start, number.start);
}

function like(value: QuantityValue, other: QuantityValue): QuantityValue {
  const { unit, dimension, per } = other;
  const scale = value.style.scale === "" ? scaleFor(value, other) : "";
  const factor = scale === "" ? 1 : FACTORS[scale];
  const grown = (number: number | null) => (number === null ? null : times(number, factor));
  const nominal = times(value.nominal, factor);
  const ratio = nominal / other.nominal;
  if (!(ratio > 1 / FAR && ratio < FAR)) return value;
  return {
    ...value,
    unit,
    dimension,
    per: value.per ?? per,
    nominal,
    min: grown(value.min),
    max: grown(value.max),
    style: { ...value.style, scale: scale === "" ? value.style.scale : scale },
  };
}

/** "31.6 million and 54.2": the scale is left out too, where it brings the two nearer. */
function scaleFor(value: QuantityValue, { style, nominal }: QuantityValue): QuantityValue["style"]["scale"] {
  if (style.scale === "" || value.nominal <= 0) return "";
  const apart = (number: number) => Math.abs(Math.log(number / nominal));
  return apart(value.nominal * FACTORS[style.scale]) < apart(value.nominal) ? style.scale : "";
}
