/**
 * How a figure or date is told that a source contradicts: on which words, what stands in the source, and the correction.
 * Knows wordings; whether it is told is for others.
 */
import { explainSpan } from "../kinds/date/spans.ts";
import { correctDate, wordDate } from "../kinds/date/word.ts";
import { wordQuantity } from "../kinds/quantity/word.ts";
import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import { correctFigure } from "./cell-scale.ts";
import { turnedTo } from "./date-turns.ts";
import { type DirectionSlip, directionSlip } from "./direction-word.ts";
import type { Finding, Replacement } from "./types.ts";
import type { ScoredPair } from "./value-rule.ts";
import { passageOf } from "./values.ts";

export interface Wording<V extends Span> {
  readonly kind: "quantity" | "date";
  span(sentence: Sentence, value: V): Span;
  word(value: V, sentence: Sentence): string;
  correct(value: V, sentence: Sentence, source: V, statement: Sentence): Replacement | null;
  /** How the source's value leads to another one, where the two are not of one sort. */
  arithmetic?(value: V, source: V): string | null;
  /** What is told instead where the value is right and a word beside it is wrong. */
  beside?(value: V, sentence: Sentence, source: V, statement: Sentence): DirectionSlip | null;
}

export const quantityWording: Wording<QuantityValue> = {
  kind: "quantity",
  span: (_sentence, { number, hedge }) =>
    hedge ? { start: Math.min(number.start, hedge.start), end: Math.max(number.end, hedge.end) } : number,
  word: wordQuantity,
  correct: (value, sentence, source) =>
    correctFigure(value, sentence.text.slice(value.start, value.end), source),
  beside: directionSlip,
};

export const dateWording: Wording<DateValue> = {
  kind: "date",
  arithmetic: explainSpan,
  span: (_sentence, { start, end }) => ({ start, end }),
  word: wordDate,
  correct: (value, sentence, source) => {
    const newText = correctDate(value, sentence.text.slice(value.start, value.end), turnedTo(value, source));
    return newText === null ? null : { span: { start: value.start, end: value.end }, newText };
  },
};

/** What is told of a value that a source contradicts: on its own words, or on the words beside it that are wrong. */
export function valueContradiction<V extends Span>(
  conflict: ScoredPair<V>,
  value: V,
  sentence: Sentence,
  wording: Wording<V>,
): Omit<Finding, "kind" | "sentence" | "confidence" | "features"> {
  const statement = conflict.pairing.statement.sentence;
  const slip = wording.beside?.(value, sentence, conflict.value, statement) ?? null;
  const replacement = slip ? slip.replacement : wording.correct(value, sentence, conflict.value, statement);
  const span = slip?.span ?? unitWords(replacement, wording.span(sentence, value));
  return {
    span,
    actual: textAt(sentence, span),
    message: slip?.message ?? null,
    verdict: "contradicted",
    expected: slip?.expected ?? wording.word(conflict.value, statement),
    arithmetic: wording.arithmetic?.(value, conflict.value) ?? null,
    passages: [passageOf(conflict.pairing, [conflict.value])],
    replacements: replacement ? [replacement] : [],
  };
}

/** The words that would be marked as wrong, were the pair told; offsets in the claim's sentence. */
export function wrongWords<V extends Span>(
  pair: ScoredPair<V>,
  value: V,
  sentence: Sentence,
  wording: Wording<V>,
): Span {
  return valueContradiction(pair, value, sentence, wording).span;
}

/** Where only the words behind a figure are corrected ("a month", "percentage points"), those; else the figure's own. */
function unitWords(replacement: Replacement | null, span: Span): Span {
  return replacement && replacement.span.start >= span.end ? replacement.span : span;
}

export function textAt({ text }: Sentence, { start, end }: Span): string {
  return text.slice(start, end);
}
