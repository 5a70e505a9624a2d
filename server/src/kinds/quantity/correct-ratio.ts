/**
 * Corrects multiples in the draft's own words: "doubled" to "tripled", "twice" to "three times", "threefold" to
 * "fourfold". Knows these words only.
 */
import type { Span } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import { decimalsOf, inWords, likeCapital, writeLike } from "./spell.ts";
import { shapeOf } from "./tolerance.ts";
import { hedgeWords } from "./word.ts";

const STEMS: readonly (readonly [number, RegExp, string])[] = [
  [2, /^doubl/i, "doubl"],
  [3, /^tripl|^trebl/i, "tripl"],
  [4, /^quadrupl/i, "quadrupl"],
  [5, /^quintupl/i, "quintupl"],
  [0.5, /^halv/i, "halv"],
];

/** The replacement that makes the multiple `claim` say what `source` says, or null. */
export function correctRatio(
  claim: QuantityValue,
  read: (span: Span) => string,
  source: QuantityValue,
): { span: Span; newText: string } | null {
  if (source.dimension !== "ratio") return null;
  const sample = read(claim.number);
  if (sameMultiple(claim, source)) return hedgeOnly(claim, read, source);
  const word = multipleLike(sample, source.nominal);
  const span = claim.number;
  if (word !== null) return { span, newText: likeCapital(word, sample) };
  if (/^twice$/i.test(sample))
    return { span, newText: likeCapital(`${times(source.nominal)} times`, sample) };
  if (!/^[\d.,]+$|^[a-z-]+$/i.test(sample) || STEMS.some(([, stem]) => stem.test(sample))) return null;
  if (/fold$|again|^half|^thrice/i.test(sample)) return null;
  return timesNumber(claim, read, source, sample);
}

function sameMultiple(claim: QuantityValue, source: QuantityValue): boolean {
  return Math.abs(claim.nominal - source.nominal) < 1e-6 && shapeOf(source) !== "range";
}

function times(value: number): string {
  return inWords(value) ?? String(Number(value.toFixed(decimalsOf(value))));
}

/** "nearly three times" against 2.3 times: the hedge goes with the number. */
function timesNumber(
  claim: QuantityValue,
  read: (span: Span) => string,
  source: QuantityValue,
  sample: string,
): { span: Span; newText: string } {
  const number = writeLike(source.nominal, sample, { ...claim.style, words: claim.style.words });
  const hedge = hedgeWords(source);
  if (claim.hedge === null || claim.hedge.start >= claim.number.start)
    return { span: claim.number, newText: hedge === "" ? number : `${hedge} ${number}` };
  const first = read(claim.hedge);
  const newText = hedge === "" ? likeCapital(number, first) : `${likeCapital(hedge, first)} ${number}`;
  return { span: { start: claim.hedge.start, end: claim.number.end }, newText };
}

function multipleLike(sample: string, value: number): string | null {
  for (const [, stem] of STEMS) {
    if (!stem.test(sample)) continue;
    const other = STEMS.find(([ratio]) => Math.abs(ratio - value) < 1e-6);
    const ending = /(?:ed|es|ing|e)$/i.exec(sample)?.[0].toLowerCase() ?? "ed";
    return other === undefined ? null : other[2] + ending;
  }
  if (/fold$/i.test(sample) && Number.isInteger(value) && value >= 2)
    return `${value === 2 ? "two" : inWords(value)}fold`;
  return null;
}

function hedgeOnly(
  claim: QuantityValue,
  read: (span: Span) => string,
  source: QuantityValue,
): { span: Span; newText: string } {
  const hedge = hedgeWords(source);
  const number = read(claim.number);
  if (claim.hedge === null) return { span: claim.number, newText: `${hedge} ${number}`.trim() };
  const first = read(claim.hedge);
  if (hedge !== "") return { span: claim.hedge, newText: likeCapital(hedge, first) };
  return { span: { start: claim.hedge.start, end: claim.number.end }, newText: likeCapital(number, first) };
}
