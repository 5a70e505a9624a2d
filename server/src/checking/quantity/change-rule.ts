/**
 * Changes that their own figures rule out: "fell from $4.62 to $3.88, a drop of 74 percent", or "63 cases, 15 percent
 * more than in 2023" beside a source that has 63 and 48. Knows draft and statements; the arithmetic is elsewhere.
 */
import { compareQuantities, sameNumber } from "../../kinds/quantity/compare.ts";
import { correctQuantity } from "../../kinds/quantity/correct.ts";
import { decimalsOf } from "../../kinds/quantity/spell.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import {
  fitting,
  isAgainst,
  type Reckoning,
  reckon,
  rounded,
  shown,
} from "../arithmetic/change-arithmetic.ts";
import { alike, type Ends, endOf, endsIn, isChange, startOf } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding, Passage, Replacement } from "../types.ts";
import { changesOf, ownEnds, resultOf, yearsBehind } from "./change-place.ts";
import { figuresBeside, isDerived, isOneFigure, onTopic, RULED_OUT } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";

/** Findings on changes that do not follow from the figures they are told of. */
export function checkChanges(sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] {
  if (sentence.block.cell) return [];
  return changesOf(sentence).flatMap((change) => {
    if (isQuoted(sentence, change)) return [];
    const own = ownEnds(sentence, change);
    if (own)
      return isWrong(change, own) && !isStated(change, sentence, draft, corpus)
        ? [changeFinding(sentence, change, own, [])]
        : [];
    return beside(sentence, draft, corpus, change);
  });
}

/** Whether the ends rule the change out; not where the words tell the other direction, which is another mistake. */
export function isWrong(change: QuantityValue, ends: Ends): boolean {
  if (ends.from.nominal <= 0 || ends.to.nominal <= 0 || isAgainst(change, ends)) return false;
  return !sameNumber(ends.from, ends.to) && fitting(change, ends) === null;
}

/** A source has the change as the draft does: then one of the ends is wrong, not the change. */
function isStated(
  change: QuantityValue,
  sentence: Sentence,
  draft: Reading,
  { index, among }: Corpus,
): boolean {
  const pairings = index ? statementsBeside(draft, sentence, index, among).pairings : [];
  return figuresBeside(pairings).some((value) => isTheSame(change, value));
}

function isTheSame(change: QuantityValue, value: QuantityValue): boolean {
  return value.dimension === change.dimension && sameNumber(change, value);
}

/** The change against both ends in a source, one of which the draft's sentence gives. */
function beside(
  sentence: Sentence,
  draft: Reading,
  { index, among }: Corpus,
  change: QuantityValue,
): Finding[] {
  const result = index ? resultOf(sentence, change) : null;
  if (!index || !result) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.supposed === 1 || stance.question === 1) return [];
  for (const pairing of onTopic(pairings)) {
    const stated = isOfTheTime(sentence, change, pairing) ? statedEnds(pairing, result)[0] : undefined;
    if (!stated) continue;
    const ends = { from: inUnitOf(result, stated.from), to: inUnitOf(result, stated.to) };
    const fits = fitting(change, ends);
    if (fits?.way === "points" && change.dimension === "share")
      return unitSlip(sentence, change, ends, passage(pairing, stated));
    if (fits || !isWrong(change, ends) || isExplained(change, stated, pairings)) return [];
    return [changeFinding(sentence, change, ends, [passage(pairing, stated)])];
  }
  return [];
}

/** The ends of a statement, or of its table row, one of which is the draft's figure. */
function statedEnds({ statement: { source, sentence } }: Pairing, result: QuantityValue): Ends[] {
  const { cell } = sentence.block;
  const all = cell ? rowEnds(source, sentence) : endsIn(sentence);
  return all.filter(({ from, to }) => [from, to].some((end) => isOneFigure(result, end)));
}

/** A bare figure of a table is of the unit that the draft gives it. */
export function inUnitOf({ dimension, unit }: QuantityValue, end: QuantityValue): QuantityValue {
  return end.dimension === "count" && end.unit === null ? { ...end, dimension, unit } : end;
}

/** Two figures in a row that says no more: the earlier first, as their columns say or stand. */
export function rowEnds(source: Reading, sentence: Sentence): Ends[] {
  const place = sentence.block.cell!;
  const row = source.sentences.filter(
    ({ block }) => block.cell?.table === place.table && block.cell.row === place.row,
  );
  const figures = row.flatMap((one) =>
    one.quantities.slice(0, 2).map((value) => ({ value, year: yearOf(one) })),
  );
  const [first, second, ...more] = figures;
  if (!first || !second || more.length > 0 || !alike(first.value, second.value)) return [];
  if (first.year === 0 || second.year === 0 || first.year === second.year) return [];
  return first.year < second.year
    ? [{ from: first.value, to: second.value }]
    : [{ from: second.value, to: first.value }];
}

function yearOf({ block }: Sentence): number {
  return Number(/\b(?:19|20)\d\d\b/.exec(block.cell?.columnHeader ?? "")?.[0] ?? 0);
}

/** A year that the draft compares with must not be missing where the statement names years. */
export function isOfTheTime(sentence: Sentence, change: QuantityValue, { statement }: Pairing): boolean {
  const asked = yearsBehind(sentence, change);
  if (asked.length === 0) return true;
  const { block, text } = statement.sentence;
  if (block.cell) return true;
  const named: string[] = text.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return named.length === 0 || asked.every((year) => named.includes(year));
}

/** Whether a source gives the change as it stands, or other figures give it. */
export function isExplained(change: QuantityValue, ends: Ends, pairings: readonly Pairing[]): boolean {
  const stated = figuresBeside(pairings).filter((value) => value !== ends.from && value !== ends.to);
  if (stated.some((value) => isChange(value) && compareQuantities(change, value) === "agrees")) return true;
  if (stated.some((value) => isTheSame(change, value))) return true;
  return isDerived(change, pairings);
}

/** The statement with the ends that decide. */
export function passage({ statement }: Pairing, { from, to }: Ends): Passage {
  const focus = statement.sentence.quantities.filter((value) => value === from || value === to);
  return { source: statement.source, sentence: statement.sentence, focus };
}

/** "0.6 percent" where the ends are 0.6 percentage points apart. */
function unitSlip(sentence: Sentence, change: QuantityValue, ends: Ends, found: Passage): Finding[] {
  const points: QuantityValue = { ...change, dimension: "points", unit: "percentage-point" };
  const replacement = correctQuantity(change, sentence.text, points);
  const right = { way: "points" as const, value: Math.abs(ends.to.nominal - ends.from.nominal) };
  const told = `${shown(right, ends)}, not percent`;
  return [make(sentence, change, told, `${right.value} percentage points`, replacement, [found])];
}

/** The finding on a change that does not follow from its ends. */
export function changeFinding(
  sentence: Sentence,
  change: QuantityValue,
  ends: Ends,
  passages: Passage[],
): Finding {
  const right = reckon(change, ends);
  const made = rewritten(change, right);
  const replacement = correctQuantity(change, sentence.text, made);
  const actual = sentence.text.slice(startOf(change), endOf(change));
  const expected = replacement?.newText ?? String(rounded(right.value));
  return make(
    sentence,
    change,
    `${shown(right, ends)}, not \u201c${actual}\u201d`,
    expected,
    replacement,
    passages,
  );
}

function make(
  sentence: Sentence,
  change: QuantityValue,
  told: string,
  expected: string,
  replacement: Replacement | null,
  passages: Passage[],
): Finding {
  const { number, hedge } = change;
  const span = {
    start: Math.min(number.start, hedge?.start ?? number.start),
    end: Math.max(change.dimension === "share" ? endOf(change) : number.end, hedge?.end ?? number.end),
  };
  return contradictedFigure(sentence, {
    span,
    confidence: RULED_OUT,
    expected,
    message: `${told}.`,
    arithmetic: told.replace(/, not .*$/, ""),
    passages,
    replacements: replacement ? [replacement] : [],
  });
}

/** The change with the right number, as exact as the draft has it. */
function rewritten(change: QuantityValue, { way, value }: Reckoning): QuantityValue {
  const decimals = change.style.decimals;
  const exact =
    way === "difference"
      ? Number(value.toPrecision(10))
      : Number(value.toFixed(Math.max(decimals, value < 10 ? 1 : 0)));
  const style = { ...change.style, decimals: Math.max(decimals, decimalsOf(exact)) };
  const plain = { minExclusive: false, maxExclusive: false, approximate: false, hedge: null };
  return { ...change, ...plain, min: exact, max: exact, nominal: exact, style };
}
