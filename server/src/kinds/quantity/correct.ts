/**
 * The smallest replacement that makes a quantity of the draft true, in the draft's own style. Knows how numbers,
 * hedges and units are written; whether the correction is due is for others.
 */
import type { Span } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import { compareQuantities, confusesPointsWithPercent, sameNumber } from "./compare.ts";
import { correctRatio } from "./correct-ratio.ts";
import { correctPoints, correctRate, correctUnit } from "./correct-unit.ts";
import { onOneScale } from "./scale.ts";
import { decimalsOf, fractionInWords, inWords, likeCapital, ordinal, writeLike } from "./spell.ts";
import { FRACTION, type Shape, shapeOf, stepOf } from "./tolerance.ts";
import { hedgeWords } from "./word.ts";

export interface Correction {
  /** In the offsets of the claim's sentence. */
  readonly span: Span;
  readonly newText: string;
}

/**
 * What to write instead of `claim` so that `source` makes it true, or null where no safe correction is known.
 * `claimText` is the claim's sentence, or the claim's own `text`; the span is in the sentence's offsets either way.
 */
export function correctQuantity(
  claim: QuantityValue,
  claimText: string,
  source: QuantityValue,
): Correction | null {
  const read = readerOf(claim, claimText);
  if (claim.dimension === "vote" || source.dimension === "vote") return correctVote(claim, read, source);
  if (claim.dimension === "ordinal" || source.dimension === "ordinal")
    return correctOrdinal(claim, read, source);
  if (confusesPointsWithPercent(claim, source)) return correctPoints(claim, read, source);
  if (
    sameNumber(claim, source) &&
    !isTurned(claim, source) &&
    claim.per !== source.per &&
    claim.per &&
    source.per
  )
    return correctRate(claim, read, source);
  if (isMistakenUnit(claim, source)) return correctUnit(claim, read, source);
  const scaled = onOneScale(claim, source);
  if (scaled === null) return null;
  if (claim.direction * source.direction < 0) return null;
  if (claim.dimension === "ratio") return correctRatio(claim, read, scaled.source.value);
  const factor = scaled.source.factor / scaled.claim.factor;
  return correctNumber(claim, read, rescaled(claim, scaled.source.value, factor));
}

/** The one says "at least", the other "at most". */
function isTurned(claim: QuantityValue, source: QuantityValue): boolean {
  const [mine, theirs] = [claim, source].map((value) => LIMITS[shapeOf(value)] ?? 0);
  return mine! * theirs! < 0;
}
const LIMITS: Readonly<Partial<Record<Shape, -1 | 1>>> = { min: 1, above: 1, max: -1, below: -1 };

/** The number is right, what it counts is not: "19 kilometres" for 19 miles, "$5 million" for €5 million. */
function isMistakenUnit(claim: QuantityValue, source: QuantityValue): boolean {
  if (claim.dimension !== source.dimension || claim.unit === source.unit || !sameNumber(claim, source))
    return false;
  if (claim.unit === null || source.unit === null || compareQuantities(claim, source) !== "conflicts")
    return false;
  // "shillings" and "KES" are one currency.
  return claim.dimension === "measure" || (claim.dimension === "money" && onOneScale(claim, source) === null);
}

/** The text of a span of the claim. */
export type Reader = (span: Span) => string;

function readerOf(claim: QuantityValue, claimText: string): Reader {
  const inSentence = claimText.slice(claim.start, claim.end) === claim.text;
  const shift = inSentence ? 0 : claim.start;
  return ({ start, end }) => claimText.slice(start - shift, end - shift);
}

/** The source's numbers in the claim's unit and dimension. */
function rescaled(claim: QuantityValue, source: QuantityValue, factor: number): QuantityValue {
  const turn = (n: number | null) => (n === null ? null : Number((n * factor).toPrecision(12)));
  const { unit, dimension, per } = claim;
  const numbers = { min: turn(source.min), max: turn(source.max), nominal: turn(source.nominal)! };
  const style = factor === 1 ? source.style : { ...source.style, decimals: 0, scale: "" as const };
  return { ...source, ...numbers, unit, dimension, style, per: per ?? source.per };
}

function correctVote(claim: QuantityValue, read: Reader, source: QuantityValue): Correction | null {
  if (claim.dimension !== source.dimension || source.against === undefined) return null;
  const sample = read(claim.number);
  const parts = /^(\S+?)(\s+votes?)?(\s*(?:[-\u2010-\u2014]|to|against)\s*)(\S+)$/.exec(sample);
  if (parts === null) return null;
  const first = writeLike(source.nominal, parts[1]!, claim.style);
  const second = writeLike(source.against, parts[4]!, claim.style);
  return { span: claim.number, newText: `${first}${parts[2] ?? ""}${parts[3]}${second}` };
}

function correctOrdinal(claim: QuantityValue, read: Reader, source: QuantityValue): Correction | null {
  if (claim.dimension !== source.dimension) return null;
  const sample = read(claim.number);
  return { span: claim.number, newText: likeCapital(ordinal(source.nominal, claim.style.words), sample) };
}

function correctNumber(claim: QuantityValue, read: Reader, source: QuantityValue): Correction | null {
  if (isBroken(claim, source)) return null;
  const all = correctAll(claim, read, source);
  if (all !== null) return all;
  const sameNominal = Math.abs(claim.nominal - source.nominal) <= 1e-6 * Math.abs(claim.nominal);
  const onlyHedge = sameNominal && shapeOf(claim) !== "range" && shapeOf(source) !== "range";
  const number = onlyHedge ? read(claim.number) : writeNumber(claim, read, source);
  if (number === null) return null;
  return withHedge(claim, read, source, number, onlyHedge);
}

/** Two thirds of five members is no count of members. */
function isBroken(claim: QuantityValue, source: QuantityValue): boolean {
  if (claim.dimension !== "count" || claim.style.scale !== "" || claim.style.decimals > 0) return false;
  return Number.isInteger(claim.nominal) && !Number.isInteger(source.nominal) && shapeOf(source) !== "range";
}

/** "all nineteen" becomes "seventeen", "both" becomes "one of the two". */
function correctAll(claim: QuantityValue, read: Reader, source: QuantityValue): Correction | null {
  if (claim.whole !== claim.nominal || shapeOf(source) !== "point") return null;
  const number = read(claim.number);
  if (/^both$/i.test(number)) {
    const spelled = source.nominal === 1 ? "one of the two" : inWords(source.nominal);
    return spelled === null ? null : { span: claim.number, newText: likeCapital(spelled, number) };
  }
  const lead = read({ start: claim.start, end: claim.number.start });
  if (!/^all\b/i.test(lead)) return null;
  const newText = writeLike(source.nominal, number, claim.style, source.style.separator || ",");
  return { span: { start: claim.start, end: claim.number.end }, newText: likeCapital(newText, lead) };
}

/** The source's number as the claim writes numbers. */
function writeNumber(claim: QuantityValue, read: Reader, source: QuantityValue): string | null {
  const sample = read(claim.number);
  if (claim.fraction) return writeShare(claim, sample, source);
  if (source.fraction && decimalsOf(source.nominal) > 2) return null;
  const separator = source.style.separator === "" ? "," : source.style.separator;
  if (shapeOf(source) === "range") return writeRange(claim, sample, source);
  const rounded = claim.approximate ? roundedLike(claim, source) : source.nominal;
  const least = source.style.scale === "" && !claim.approximate ? Math.min(source.style.decimals, 2) : 0;
  return writeLike(rounded, lastOf(claim, sample), claim.style, separator, least);
}

/** For a range the second number shows the style: "20 to [25 million]". */
function lastOf(claim: QuantityValue, sample: string): string {
  if (shapeOf(claim) !== "range") return sample;
  return /(?:\bto\b|\band\b|\bor\b|[-\u2010-\u2014])\s*(.+)$/.exec(sample)?.[1] ?? sample;
}

/** "some 45,000" is corrected to "some 42,000", not to "some 42,250", as long as that is near enough. */
function roundedLike(claim: QuantityValue, source: QuantityValue): number {
  const step = stepOf(claim);
  const rounded = Number((Math.round(source.nominal / step) * step).toPrecision(12));
  const near = Math.abs(rounded - source.nominal) <= FRACTION * Math.abs(source.nominal);
  return near && rounded !== 0 && source.nominal > 20 ? rounded : source.nominal;
}

function writeRange(claim: QuantityValue, sample: string, source: QuantityValue): string {
  const low = source.min!;
  const high = source.max!;
  const parts = /^(.+?)(\s*(?:\bto\b|\band\b|\bor\b|[-\u2010-\u2014])\s*)(.+)$/.exec(sample);
  const last = shapeOf(claim) === "range" && parts !== null ? parts[3]! : sample;
  const second = writeLike(high, last, claim.style);
  const scale = /[\s\u00a0]?(thousand|million|billion|trillion|bn|mn|m|k|tn)$/i.exec(second)?.[0] ?? "";
  const first = writeLike(low, last, claim.style);
  const bare = scale !== "" && first.endsWith(scale) ? first.slice(0, -scale.length) : first;
  return `${bare}${shapeOf(claim) === "range" && parts !== null ? parts[2] : " to "}${second}`;
}

/** "a quarter" becomes "half", "two in five" becomes "three in five"; else percent. */
function writeShare(claim: QuantityValue, sample: string, source: QuantityValue): string | null {
  const share = source.nominal / 100;
  const whole = claim.whole;
  if (whole !== undefined && /\b(in|of)\b/.test(sample)) {
    const written = inOf(share, whole, sample, claim);
    if (written !== null) return written;
  }
  const words = fractionInWords(share, FRACTION);
  if (words !== null) return likeCapital(words, sample);
  return likeCapital(`${Number(source.nominal.toPrecision(3))} percent`, sample);
}

/** "one flagged claim in eight": one number of it is changed, the words between stay. */
function inOf(share: number, whole: number, sample: string, claim: QuantityValue): string | null {
  const parts = /^(\S+)((?:\s+\S+){0,5}\s+(?:in|of)(?:\s+(?:every|each))?\s+)(\S+)$/.exec(sample);
  if (parts === null) return null;
  const other = Math.round(1 / share);
  const single = Math.abs(claim.nominal * whole - 100) < 1e-6;
  if (single && other !== whole && Math.abs(1 / other - share) <= FRACTION * share)
    return `${parts[1]}${parts[2]}${writeLike(other, parts[3]!, claim.style)}`;
  const count = Math.round(share * whole);
  if (count >= 1 && Math.abs(count / whole - share) <= FRACTION * share)
    return `${writeLike(count, parts[1]!, claim.style)}${parts[2]}${parts[3]}`;
  return null;
}

/** Puts the number where it stood, with the claim's hedge where that stays true, else with the source's. */
function withHedge(
  claim: QuantityValue,
  read: Reader,
  source: QuantityValue,
  number: string,
  onlyHedge: boolean,
): Correction | null {
  const keeps = !onlyHedge && hedgeHolds(claim, source);
  if (keeps) return { span: wholeNumber(claim, read, source), newText: number };
  const hedge = shapeOf(source) === "range" ? "" : hedgeWords(source);
  if (claim.hedge === null)
    return hedge === "" ? plain(claim, read, source, number) : prefixed(claim, read, hedge, number);
  return replacedHedge(claim, read, hedge, number, onlyHedge);
}

function plain(claim: QuantityValue, read: Reader, source: QuantityValue, number: string): Correction {
  return { span: wholeNumber(claim, read, source), newText: number };
}

/** "between 40 and 310" goes whole when one number takes its place. */
function wholeNumber(claim: QuantityValue, read: Reader, source: QuantityValue): Span {
  const lead = read({ start: claim.start, end: claim.number.start });
  const between = shapeOf(claim) === "range" && shapeOf(source) !== "range" && /^between\s/i.test(lead);
  return between ? { start: claim.start, end: claim.number.end } : claim.number;
}

function hedgeHolds(claim: QuantityValue, source: QuantityValue): boolean {
  const shape = shapeOf(claim);
  if (shape === "point" && shapeOf(source) !== "point") return shapeOf(source) === "range";
  if (shape === "range") return shapeOf(source) === "range" || shapeOf(source) === "point";
  const at = source.nominal;
  const moved: QuantityValue = {
    ...claim,
    min: claim.min === null ? null : at,
    max: claim.max === null ? null : at,
    nominal: at,
  };
  return compareQuantities(moved, source) === "agrees";
}

/** "45 delegations" becomes "more than 30 delegations". */
function prefixed(claim: QuantityValue, read: Reader, hedge: string, number: string): Correction {
  const lead = read({ start: claim.start, end: claim.number.start });
  const first = lead === "" ? number : lead;
  const lowered = /^\p{Lu}\p{Ll}/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  const rest = lead === "" ? "" : number;
  return {
    span: { start: claim.start, end: claim.number.end },
    newText: `${likeCapital(hedge, first)} ${lowered}${rest}`,
  };
}

function replacedHedge(
  claim: QuantityValue,
  read: Reader,
  hedge: string,
  number: string,
  onlyHedge: boolean,
): Correction {
  const old = claim.hedge!;
  if (old.start >= claim.number.end) {
    const between = read({ start: claim.number.end, end: old.start }).trimEnd();
    const span = { start: claim.number.start, end: old.end };
    return { span, newText: `${hedge === "" ? "" : `${likeCapital(hedge, number)} `}${number}${between}` };
  }
  const words = likeCapital(hedge, read(old));
  if (onlyHedge && hedge !== "") return { span: old, newText: words };
  const between = read({ start: old.end, end: claim.number.start });
  const newText = hedge === "" ? `${between.trimStart()}${number}` : `${words}${between}${number}`;
  return {
    span: { start: old.start, end: claim.number.end },
    newText: hedge === "" ? likeCapital(newText, read(old)) : newText,
  };
}
