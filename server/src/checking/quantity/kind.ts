/**
 * What the common procedure must know of quantities. Knows their algebra, not where they stand.
 */

import { compareQuantities } from "../../kinds/quantity/compare.ts";
import type { QuantityValue, Relation } from "../../kinds/types.ts";
import { family, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import { type Pairing, verbLikeness } from "../alignment/align.ts";
import { onTableScale } from "../alignment/cell-scale.ts";
import type { ValueKind } from "../alignment/values.ts";
import type { Features } from "../model.ts";
import { isBehind, noteBackgrounds } from "./backgrounds.ts";
import { sameDigits, swapsDigits } from "./digits.ts";
import { isNoneForAllAgainst } from "./votes.ts";
import { isOfOtherYear } from "./years.ts";

export const quantityKind: ValueKind<QuantityValue> = {
  claims: readBounds,
  values: readBounds,
  compare,
  core: ({ number, hedge }) =>
    hedge ? { start: Math.min(number.start, hedge.start), end: Math.max(number.end, hedge.end) } : number,
  comparable,
  features: (claim, source, pairing) => [quantityFeatures(claim, source, pairing)],
  differences: quantityDifferences,
};

function compare(claim: QuantityValue, source: QuantityValue): Relation {
  if (isBehind(source, claim)) return "unrelated";
  const relation = compareQuantities(claim, source);
  const [mine, theirs] = [denied.get(claim), denied.get(source)];
  if (relation !== "conflicts" || (!mine && !theirs)) return relation;
  // Which of two denials reaches the bound is not sure enough to hold two alike bounds against each other.
  return compareQuantities(mine ?? claim, theirs ?? source) === "agrees" ? "unrelated" : "conflicts";
}

/** Bounds that were turned round, as they are written. */
const denied = new WeakMap<QuantityValue, QuantityValue>();
const bounded = new WeakMap<Sentence, readonly QuantityValue[]>();

/** The quantities of a sentence with denied bounds turned round: "no country will receive more than 12" is at most 12. */
function readBounds(sentence: Sentence): readonly QuantityValue[] {
  let values = bounded.get(sentence);
  if (!values) {
    values = sentence.quantities
      .map((value) => onTableScale(sentence, value))
      .map((value) => (isDenied(sentence, value) ? turnRound(value) : value));
    noteBackgrounds(sentence.text, values);
    bounded.set(sentence, values);
  }
  return values;
}

function isDenied(sentence: Sentence, { hedge, number, min, max }: QuantityValue): boolean {
  if (!hedge || (min !== null && max !== null)) return false;
  // "no less than" holds its own denial.
  if (/^(?:no|not)\b/i.test(sentence.text.slice(hedge.start, hedge.end))) return false;
  // "unless at least four object" is "if fewer than four object".
  if (/\bunless\b[^,;:]*$/i.test(sentence.text.slice(0, number.start))) return true;
  const token = sentence.tokens.findIndex((one) => one.end > number.start);
  return sentence.predicates.some(
    ({ form, polarity, object }) =>
      form === "verb" && polarity === -1 && object && token >= object.start && token < object.end,
  );
}

function turnRound(value: QuantityValue): QuantityValue {
  const turned = { ...value, min: value.max, max: value.min, minExclusive: false, maxExclusive: false };
  denied.set(turned, value);
  return turned;
}

/** Counts and shares may speak of one thing ("seven in ten", "148 of 212"); money and percent may not. */
function comparable(claim: QuantityValue, source: QuantityValue, { query, statement }: Pairing): boolean {
  const [asked, stated] = [query.sentence, statement.sentence];
  if (countsOthers(asked, claim) !== countsOthers(stated, source)) return false;
  if (countsRest(asked, claim) !== countsRest(stated, source)) return false;
  if (isDeniedRank(asked, claim) !== isDeniedRank(stated, source)) return false;
  if (isRemainder(claim, source) && verbLikeness(asked, claim, stated, source) < SAME_VERB) return false;
  if (isRateOfBoth(asked, claim, stated, source) || isOfOtherYear(asked, stated, source)) return false;
  if (isFarOff(claim, source) || isNoneForAllAgainst(claim, source, query.sentence, statement.sentence))
    return false;
  // Whether their units have anything to do with each other the comparison has told.
  if (claim.dimension === source.dimension) return true;
  const pair = new Set([claim.dimension, source.dimension]);
  return (
    (pair.has("share") && pair.has("points")) ||
    (pair.has("count") &&
      (pair.has("money") || pair.has("measure")) &&
      (claim.unit === null || source.unit === null))
  );
}

/** "Did not pass at the first attempt": what was not the first was another. */
function isDeniedRank({ predicates, tokens }: Sentence, { dimension, start }: QuantityValue): boolean {
  if (dimension !== "ordinal") return false;
  const verb = predicates.findLast(({ form, span }) => form === "verb" && span.end <= start);
  if (!verb || verb.polarity === 1) return false;
  return !tokens.some(
    (token) => token.start >= verb.span.end && token.end <= start && /^[,;:]$/.test(token.text),
  );
}

/** "Turned down two of them" beside "accepted 14 of our 16". */
function isRemainder(claim: QuantityValue, source: QuantityValue): boolean {
  return (
    source.whole !== undefined && source.whole - source.nominal === claim.nominal && claim.whole === undefined
  );
}

/** Verbs less alike than this tell of the rest. */
const SAME_VERB = 0.8;

/** Another order of magnitude, and not for a slip of scale: nobody takes one for the other. */
function isFarOff(claim: QuantityValue, source: QuantityValue): boolean {
  if (claim.nominal <= 0 || source.nominal <= 0 || sameDigits(claim, source)) return false;
  return Math.abs(Math.log10(claim.nominal / source.nominal)) > FAR_OFF && claim.unit !== source.unit;
}
const FAR_OFF = 3.5;

/** "£48,300 a place" and "£48,300 a year on each place": one of two rates is left out. */
function isRateOfBoth(
  asked: Sentence,
  claim: QuantityValue,
  stated: Sentence,
  source: QuantityValue,
): boolean {
  const [mine, theirs] = [claim.per, source.per];
  if (mine === null || theirs === null || mine === theirs) return false;
  return alsoPer(stated, source, mine) || alsoPer(asked, claim, theirs);
}

function alsoPer({ tokens }: Sentence, { end }: QuantityValue, per: string): boolean {
  const behind = tokens.filter((token) => token.start >= end).slice(0, PER_REACH);
  return behind.some(({ lemma }, at) => lemma === per && EACH.test(behind[at - 1]?.text ?? ""));
}
const PER_REACH = 6;
const EACH = /^(?:each|every|per|an?)$/i;

/** "four other organisations" are not all of them. */
function countsOthers({ tokens }: Sentence, { dimension, start, end, number }: QuantityValue): boolean {
  if (dimension !== "count") return false;
  const at = tokens.findIndex((token) => token.end > start);
  const before = tokens[at - 1]?.lemma ?? "";
  return (
    /^(?:other|another|remaining|further)$/.test(before) ||
    tokens.some((token) => token.start >= number.end && token.end <= end && OTHERS.has(token.lemma))
  );
}
/** "of which 17 million remain to be spent", "all but three": what the other figures leave over. */
function countsRest({ text }: Sentence, { number }: QuantityValue): boolean {
  return (
    EXCEPTED.test(text.slice(Math.max(0, number.start - 40), number.start)) ||
    LEFT_OVER.test(text.slice(number.end, number.end + 50)) ||
    DENIED.test(text.slice(number.end, number.end + 60))
  );
}
/** "half a million is not insured" beside what is. */
const DENIED =
  /^(?:(?!\b(?:and|or|but|which|who|that|so)\b)[^.,;:()–—]){0,40}?\b(?:(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could) not|(?:is|are|was|were|has|have|had|do|does|did|would|could)n['’]t)\b/i;
const EXCEPTED = /\b(?:all|every\w*|everyone|nothing|none)\s+(?:but|except(?:\s+for)?)\s+(?:\w+\s+)?$/i;
const LEFT_OVER =
  /^[^,.;:()–—]*\b(?:remain(?:s|ed|ing)?\s+(?:to\b|un)|(?:still|yet)\s+(?:have\s+|has\s+|had\s+)?to\b|left\s+to\b|outstanding\b|unspent\b|still\s+(?:missing|unpaid|open)\b)/i;
const OTHERS = new Set("other others another remaining further additional more".split(" "));

function quantityFeatures(claim: QuantityValue, source: QuantityValue, pairing: Pairing): Features {
  return {
    dimension: claim.dimension === source.dimension ? 1 : 0,
    noun: nounLikeness(claim, source, pairing),
    nounKnown: claim.noun && source.noun ? 1 : 0,
    per: claim.per === source.per ? 1 : claim.per === null || source.per === null ? 0.5 : 0,
    direction:
      claim.direction === source.direction ? 1 : claim.direction === 0 || source.direction === 0 ? 0.5 : 0,
    small: claim.dimension === "count" && claim.nominal <= 3 ? 1 : 0,
    precise: Math.min(1, String(Math.round(Math.abs(claim.nominal))).replace(/0+$/, "").length / 4),
    hedged: claim.approximate || claim.hedge ? 1 : 0,
    cells: claim.noun === null && source.noun === null ? 1 : 0,
    shares: claim.dimension === "share" ? 1 : 0,
    echo: echoes(claim, source, pairing),
    money: claim.dimension === "money" ? 1 : 0,
    count: claim.dimension === "count" ? 1 : 0,
    combines: combines(pairing.query.sentence, claim) ? 1 : 0,
    combined: combines(pairing.statement.sentence, source) ? 1 : 0,
  };
}

function quantityDifferences(claim: QuantityValue, source: QuantityValue): Features {
  const ratio =
    claim.nominal > 0 && source.nominal > 0 ? Math.abs(Math.log10(claim.nominal / source.nominal)) : 2;
  return {
    distance: Math.min(2, ratio),
    sameNumber:
      ratio < 1e-6 &&
      claim.direction * source.direction >= 0 &&
      (claim.dimension !== "count" || claim.unit === source.unit)
        ? 1
        : 0,
    sameDigits: ratio > 0.5 && sameDigits(claim, source) ? 1 : 0,
    swapped: swapsDigits(claim.nominal, source.nominal) ? 1 : 0,
    sourceHedged: source.approximate || source.hedge ? 1 : 0,
    sourceSmall: source.nominal <= 3 ? 1 : 0,
    turned: boundOf(claim) * boundOf(source) < 0 ? 1 : 0,
  };
}

/** 1 for a bound from below, -1 for one from above, 0 for any other figure. */
function boundOf({ min, max }: QuantityValue): number {
  if (min !== null && max !== null) return 0;
  return min !== null ? 1 : max !== null ? -1 : 0;
}

/** "186 and 94, 280 between them", "another 120", "the gap is 478": a figure that others make up. */
function combines({ text }: Sentence, { start, end }: QuantityValue): boolean {
  return (
    MADE_UP.test(text.slice(Math.max(0, start - 40), start)) || LEFT_BEHIND.test(text.slice(end, end + 40))
  );
}
const MADE_UP =
  /\b(?:total(?:s|ling|led)?|altogether|together|combined|in all|in sum|difference|gap|balance|another|a further|the (?:other|remaining|rest)|remain(?:s|ing)?|leav(?:es|ing)|left)\b[^.;:]*$/i;
const LEFT_BEHIND =
  /^[^.;:]*?\b(?:in (?:all|total)|altogether|together|between them|combined|all told|remain(?:s|ed|ing)?|stay(?:s|ed)?|left|besides|on top|apart|more|fewer|less)\b/i;

/** Whether the claim's very number stands elsewhere in the statement, as whatever it is read there: "24 months", "1.9 in 2024". */
function echoes(claim: QuantityValue, source: QuantityValue, { statement }: Pairing): number {
  const wanted = numberIn(claim.text.slice(claim.number.start - claim.start, claim.number.end - claim.start));
  return statement.sentence.tokens.some(
    ({ start, end, text }) =>
      (end <= source.number.start || start >= source.number.end) && numberIn(text) === wanted,
  )
    ? 1
    : 0;
}

function numberIn(text: string): string {
  const plain = text.toLowerCase().replace(/,/g, "");
  const digits = /\d+(?:\.\d+)?/.exec(plain);
  if (digits) return digits[0];
  const word = SMALL.indexOf(plain);
  return word >= 0 ? String(word) : plain;
}
const SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Likeness of what is counted, 0 to 1; 0.5 where one side does not say. */
function nounLikeness(claim: QuantityValue, source: QuantityValue, pairing: Pairing): number {
  if (claim.unit === null || source.unit === null || claim.dimension !== "count")
    return claim.unit === source.unit ? 0.7 : 0.5;
  if (claim.unit === source.unit || family(claim.unit) === family(source.unit))
    return 0.7 + 0.3 * modifierLikeness(claim, source, pairing);
  return Math.max(0, Math.min(0.7, similarity(claim.unit, source.unit)));
}

function modifierLikeness(claim: QuantityValue, source: QuantityValue, pairing: Pairing): number {
  const mine = modifiers(pairing.query.sentence, claim);
  const theirs = modifiers(pairing.statement.sentence, source);
  if (mine.length === 0 || theirs.length === 0) return 0.5;
  const met = mine.filter((a) => theirs.some((b) => a === b || family(a) === family(b))).length;
  return met / mine.length;
}

function modifiers(sentence: Sentence, value: QuantityValue): string[] {
  const { noun } = value;
  if (!noun) return [];
  return sentence.tokens
    .filter(
      (token) =>
        token.start >= noun.start &&
        token.end <= noun.end &&
        token.lemma !== value.unit &&
        token.pos !== "DET",
    )
    .map((token) => token.lemma);
}
