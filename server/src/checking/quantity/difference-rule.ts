/**
 * Differences told without either end: "25 fewer seasonal workers than last year" beside a source that has 290, compared
 * with 305; "340 more applications than places" beside 940 applications for 700 places. Knows draft and statements; the
 * arithmetic is elsewhere.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import { family } from "../../lexicon/index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { fitting, reckon } from "../arithmetic/change-arithmetic.ts";
import { alike, type Ends, endOf, endsIn, isChange } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { changesOf, isHeldAgainstTime, ownEnds, resultOf } from "./change-place.ts";
import {
  changeFinding,
  inUnitOf,
  isExplained,
  isOfTheTime,
  isWrong,
  passage,
  rowEnds,
} from "./change-rule.ts";
import { onTopic } from "./figures-beside.ts";
import { wordsAround } from "./labels.ts";

/** So much the words by the change must weigh, and so much of them the statement must have. */
const ENOUGH = 0.3;
const MET = 0.6;
/** What is told further from the truth than by this factor is told of something else. */
const FAR = 3;
/** Statements that may have ends which the change follows from. */
const EXPLAINING = 8;

/** Findings on differences that do not follow from the ends a source gives. */
export function checkDifferences(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.block.cell || !index) return [];
  return changesOf(sentence).flatMap((change) => {
    if (change.fraction || isQuoted(sentence, change) || hasEnd(sentence, change)) return [];
    const { pairings, stance } = statementsBeside(draft, sentence, index, among);
    if (stance.supposed === 1 || stance.question === 1 || stance.own === 1) return [];
    const known = pairings.slice(0, EXPLAINING).flatMap((pairing) => endsFor(sentence, change, pairing));
    if (known.some((ends) => fitting(change, ends))) return [];
    for (const pairing of onTopic(pairings)) {
      if (!isOfTheTime(sentence, change, pairing) || !tellsOf(sentence, change, pairing)) continue;
      const [ends, ...more] = endsFor(sentence, change, pairing);
      if (!ends || more.length > 0) continue;
      return isRuledOut(change, ends) && !isExplained(change, ends, pairings)
        ? [changeFinding(sentence, change, ends, [passage(pairing, ends)])]
        : [];
    }
    return [];
  });
}

/** What is told of its own ends, or of the figure it led to, is for another rule. */
function hasEnd(sentence: Sentence, change: QuantityValue): boolean {
  return ownEnds(sentence, change) !== null || resultOf(sentence, change) !== null;
}

function isRuledOut(change: QuantityValue, ends: Ends): boolean {
  if (!isWrong(change, ends)) return false;
  const told = reckon(change, ends).value / change.nominal;
  return told <= FAR && told >= 1 / FAR;
}

/** The ends in a statement that a change of this unit may lie between. */
function endsFor(sentence: Sentence, change: QuantityValue, pairing: Pairing): Ends[] {
  const { source, sentence: stated } = pairing.statement;
  const compared = comparedCounts(sentence, change, stated);
  if (compared) return [compared];
  if (!isHeldAgainstTime(sentence, change)) return [];
  const all = stated.block.cell ? rowEnds(source, stated) : endsIn(stated);
  return all
    .map(({ from, to }) => ({ from: inUnitOf(change, from), to: inUnitOf(change, to) }))
    .filter(({ from }) => unitFits(change, from));
}

function unitFits(change: QuantityValue, end: QuantityValue): boolean {
  switch (change.dimension) {
    case "share":
    case "ratio":
      return end.dimension !== "points";
    case "points":
      return end.dimension === "share";
    default:
      return end.dimension !== "share" && alike(change, end);
  }
}

/** "340 more applications than places" beside a statement that counts both, once each. */
function comparedCounts(sentence: Sentence, change: QuantityValue, stated: Sentence): Ends | null {
  if (change.dimension !== "count" || change.unit === null) return null;
  const behind = /^\s*than\s+(?:the\s+)?([a-z]+)\b/i.exec(sentence.text.slice(endOf(change)));
  const token =
    behind && sentence.tokens.find(({ start, text }) => start >= endOf(change) && text === behind[1]);
  if (token?.pos !== "NOUN" || token.lemma === change.unit) return null;
  const counts = (unit: string) =>
    stated.quantities.filter(
      (value) => value.dimension === "count" && !isChange(value) && isUnit(value.unit, unit),
    );
  const [[mine, ...others], [theirs, ...rest]] = [counts(change.unit), counts(token.lemma)];
  if (!mine || !theirs || others.length > 0 || rest.length > 0) return null;
  return { from: theirs, to: mine };
}

function isUnit(unit: string | null, other: string): boolean {
  return unit !== null && (unit === other || family(unit) === family(other));
}

/** Whether the statement, or the row of its cell, has the words that the draft says of the change. */
function tellsOf(sentence: Sentence, change: QuantityValue, { statement }: Pairing): boolean {
  const words = wordsAround(sentence, change).filter(
    ({ verb, lemma }) => !verb && (change.dimension === "count" || lemma !== change.unit),
  );
  const known = wordsOf(statement);
  const weigh = (some: typeof words) => some.reduce((sum, { weight }) => sum + weight, 0);
  const met = weigh(words.filter(({ key }) => known.has(key)));
  return met >= ENOUGH && met >= MET * weigh(words);
}

/** The words of a statement with its row header, or with the sentence before that it takes its subject from. */
function wordsOf({ source, sentence }: Pairing["statement"]): ReadonlySet<string> {
  const { block, text, index, blockIndex } = sentence;
  const before = source.sentences[index - 1];
  const subject =
    /^(?:it|they|this|these|that|those)\b/i.test(text) && before?.blockIndex === blockIndex ? before : null;
  return new Set([
    ...[sentence, ...(subject ? [subject] : [])].flatMap(({ terms }) => terms.map(({ key }) => key)),
    ...((block.cell?.rowHeader ?? "").toLowerCase().match(/[a-z]+/g) ?? []).map((word) => family(word)),
  ]);
}
