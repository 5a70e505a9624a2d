/**
 * Percent and percentage points: "rose by 9 per cent, from 21 per cent to 30" is a rise of nine points; so is "38 percent left,
 * 11 percent more than in the sector" beside a source that has 27. Knows the sentence, the one before it and the statements beside it.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { isChange } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding, Passage } from "../types.ts";
import { contradictedFigure } from "./finding.ts";

/** Statements whose shares may be the ends, and how much they must answer the sentence; a decimal is hardly met by chance. */
const LOOKED_AT = { whole: 3, decimal: 10 };
const ON_TOPIC = { whole: 0.25, decimal: 0.05 };
/** A statement with more shares has any difference. */
const MOST_SHARES = 4;
/** How sure it is that points are meant where the draft gives both shares, and where a source gives one, 0 to 1. */
const MEANT = { told: 0.9, stated: 0.88 };
/** How near the difference must come to the change that is told. */
const ROUNDING = 0.051;
/** A relative change this near to the one told makes the percent right after all. */
const RELATIVE = 0.15;
const DIFFERING =
  /^\s*(?:percent|per cent|pct|%)?\s*(?:more|fewer|less|higher|lower|short|above|below|under|over|ahead|behind|down|up)\b/i;
const BY =
  /\b(?:by|(?:increase|rise|fall|drop|gain|loss|decline|decrease|growth|difference|gap) of)\s+(?:\w+\s+){0,2}$/i;
const UNIT = /^([\s-]*)((?:of )?(an? )?(?:per ?cent|pct|%))/i;

/** A share that a change may start from or end at. */
interface End {
  readonly value: QuantityValue;
  readonly passage: Passage | null;
}

/** Findings on differences of two shares that are told in percent; none that a source tells so. */
export function checkPoints(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (!index) return [];
  const changes = sentence.quantities.filter((value) => isTold(sentence, value));
  if (changes.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.question === 1) return [];
  return changes.flatMap((change) => {
    const ends = isStatedInPercent(change, pairings) ? null : endsOf(change, sentence, draft, pairings);
    return ends ? finding(sentence, change, ends) : [];
  });
}

/** "rose by 9 percent", "9 percent more than", in one number and in percent. */
function isTold(sentence: Sentence, value: QuantityValue): boolean {
  if (value.unit !== "percent" || value.min !== value.max || value.level || isQuoted(sentence, value))
    return false;
  const { text } = sentence;
  return (
    isChange(value) ||
    DIFFERING.test(text.slice(value.number.end)) ||
    BY.test(text.slice(Math.max(0, value.start - 40), value.start))
  );
}

/** Whether a statement has the change in percent, so that it is chance where two shares are as far apart. */
function isStatedInPercent(change: QuantityValue, pairings: readonly Pairing[]): boolean {
  return pairings.some(({ statement: { sentence } }) =>
    sentence.quantities.some((value) => {
      if (Math.abs(Math.abs(value.nominal) - change.nominal) >= ROUNDING) return false;
      if (sentence.block.cell) return value.unit === "percent" || value.unit === null;
      return value.unit === "percent" && (isChange(value) || sentence.quantities.length < 3);
    }),
  );
}

function endsOf(
  change: QuantityValue,
  sentence: Sentence,
  draft: Reading,
  pairings: readonly Pairing[],
): readonly [End, End] | null {
  const previous = draft.sentences[sentence.index - 1];
  const own = levelsOf(sentence).map(toldEnd);
  const told = [...(continues(sentence, previous) ? levelsOf(previous).map(toldEnd) : []), ...own];
  const inDraft = apartBy(change, ANAPHOR.test(sentence.text) ? told : own, told);
  if (inDraft) return inDraft;
  const sort = Number.isInteger(change.nominal) ? "whole" : "decimal";
  for (const { statement, candidate } of pairings.slice(0, LOOKED_AT[sort])) {
    if (candidate.score < ON_TOPIC[sort]) return null;
    const stated = sharesOf(statement);
    const found =
      apartBy(change, told, stated) ??
      (stated.length <= MOST_SHARES ? apartBy(change, stated, stated) : null);
    if (found) return found;
  }
  return null;
}

/** "That is a drop of seven percent": both shares may stand in the sentence before. */
const ANAPHOR = /^\W*(?:that|this|it|which|they)\b/i;

const toldEnd = (value: QuantityValue): End => ({ value, passage: null });

function continues(sentence: Sentence, previous: Sentence | undefined): previous is Sentence {
  return previous?.blockIndex === sentence.blockIndex;
}

/** The shares of a statement, or of its row of a table. */
function sharesOf({ sentence, source }: Pairing["statement"]): End[] {
  const { cell } = sentence.block;
  const all = cell
    ? source.sentences.filter(({ block }) => block.cell?.table === cell.table && block.cell.row === cell.row)
    : [sentence];
  return all.flatMap((one) =>
    levelsOf(one).map((value): End => ({ value, passage: { source, sentence: one, focus: [value] } })),
  );
}

/** Shares that are no change; bare figures of a table under a header in percent. */
function levelsOf(sentence: Sentence): QuantityValue[] {
  const { cell } = sentence.block;
  const inPercent = /%|\bper ?cent\b/i.test(`${cell?.columnHeader ?? ""} ${cell?.rowHeader ?? ""}`);
  return sentence.quantities.filter(
    (value) =>
      value.nominal > 0 &&
      !isTold(sentence, value) &&
      (value.unit === "percent" || (inPercent && value.dimension === "count" && value.unit === null)),
  );
}

/** Two shares that differ by what is told, and of which one is not so many percent of the other. */
function apartBy(
  change: QuantityValue,
  some: readonly End[],
  others: readonly End[],
): readonly [End, End] | null {
  for (const one of some) {
    for (const other of others) {
      const [a, b] = [one.value.nominal, other.value.nominal];
      const difference = Math.abs(a - b);
      if (one.value === other.value || Math.abs(difference - change.nominal) > ROUNDING) continue;
      const relative = [a, b].map((base) => (100 * difference) / base);
      if (relative.every((part) => Math.abs(part - change.nominal) > RELATIVE * change.nominal))
        return [one, other];
    }
  }
  return null;
}

function finding(sentence: Sentence, change: QuantityValue, ends: readonly [End, End]): Finding[] {
  const { text } = sentence;
  const unit = UNIT.exec(text.slice(change.number.end));
  if (!unit) return [];
  const start = change.number.end + unit[1]!.length;
  const span = { start, end: start + unit[2]!.length };
  const one = change.nominal === 1 || unit[3] !== undefined;
  const words = `${unit[3] ? "of a " : ""}percentage ${one ? "point" : "points"}`;
  const [high, low] = ends.map(({ value }) => value.nominal).sort((a, b) => b - a);
  const passages = ends.flatMap(({ passage }) => (passage ? [passage] : []));
  return [
    contradictedFigure(sentence, {
      span,
      confidence: passages.length === 0 ? MEANT.told : MEANT.stated,
      expected: `${change.nominal} percentage points`,
      message: `${low} and ${high} percent are ${change.nominal} percentage points apart, not ${change.nominal} percent.`,
      arithmetic: `${high} − ${low} = ${change.nominal}`,
      passages,
      replacements: [{ span, newText: `${text[start - 1] === " " ? "" : " "}${words}` }],
    }),
  ];
}
