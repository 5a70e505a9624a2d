/**
 * Corrects the unit where the number is right: percent and percentage points, the currency, the time of a rate.
 * Knows how units are written; knows no numbers.
 */
import type { Span } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import { CURRENCY_SIGNS } from "./units.ts";

type Correction = { span: Span; newText: string } | null;
type Reader = (span: Span) => string;

const SIGN_OF = new Map([...CURRENCY_SIGNS].map(([sign, code]) => [code, sign]));

/** "0.6 percent" becomes "0.6 percentage points", and the other way round. */
export function correctPoints(claim: QuantityValue, read: Reader, source: QuantityValue): Correction {
  const after = { start: claim.number.end, end: claim.end };
  const tail = read(after);
  const unit = /^(\s*)(percentage[ -]points?|percent|per cent|pct|points?|pps?|ppts?|%)/i.exec(tail);
  if (unit === null) return null;
  const start = after.start + unit[1]!.length;
  const span = { start, end: start + unit[2]!.length };
  if (source.dimension !== "points") return { span, newText: "percent" };
  const gap = unit[1] === "" ? " " : "";
  return { span, newText: `${gap}percentage ${claim.nominal === 1 ? "point" : "points"}` };
}

/** "a week" becomes "a day". */
export function correctRate(claim: QuantityValue, read: Reader, source: QuantityValue): Correction {
  const text = read({ start: claim.number.end, end: claim.end });
  const rate = /(?:\b(?:an?|per|each|every)\s+|\/)(\p{L}+)$/u.exec(text);
  if (rate === null || claim.per === null || source.per === null || source.per === "each") return null;
  const start = claim.end - rate[0].length;
  const article = /^an?\s/i.test(rate[0]);
  if (!article) return { span: { start: claim.end - rate[1]!.length, end: claim.end }, newText: source.per };
  const newArticle = /^(?:[aeio]|hour)/.test(source.per) ? "an" : "a";
  return { span: { start, end: claim.end }, newText: `${newArticle} ${source.per}` };
}

/** "19 kilometres" becomes "19 miles", "140 million dollars" becomes "140 million lari", "€5 million" "$5 million". */
export function correctUnit(claim: QuantityValue, read: Reader, source: QuantityValue): Correction {
  const start = claim.number.end;
  const mine = UNIT_WORDS.exec(read({ start, end: claim.end }));
  const theirs = UNIT_WORDS.exec(source.text.slice(source.number.end - source.start));
  if (mine === null || theirs === null) return correctCurrency(claim, read, source);
  const [gap, words] = [mine[1]!.length, mine[2]!.length];
  return { span: { start: start + gap, end: start + gap + words }, newText: theirs[2]! };
}

/** What stands behind a number up to its rate: " cubic metres" of "85 cubic metres a second". */
const UNIT_WORDS =
  /^([\s\u00a0-]*)(\p{L}[\p{L}²³/]*(?:\s\p{L}+){0,2}?)(?=\s+(?:an?|per|each|every|of|in)\b|\s*$)/u;

/** "€5 million" becomes "$5 million" where both are written with signs or codes. */
function correctCurrency(claim: QuantityValue, read: Reader, source: QuantityValue): Correction {
  if (claim.dimension !== "money" || source.dimension !== "money" || source.unit === null) return null;
  const lead = read({ start: claim.start, end: claim.number.start });
  const sign = /([A-Z]{0,3}[^\s\p{L}\d]|[A-Z]{3}\s?)$/u.exec(lead)?.[0];
  const code =
    sign === undefined
      ? undefined
      : /^[A-Z]{3}\s?$/.test(sign)
        ? `${source.unit} `
        : SIGN_OF.get(source.unit);
  if (sign === undefined || code === undefined) return null;
  return { span: { start: claim.number.start - sign.length, end: claim.number.start }, newText: code };
}
