/**
 * How a value is told that a source contradicts: on which words, what stands in the source, and the correction. Knows
 * wordings, no kind by name; whether it is told is for others.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { passageOf } from "../alignment/values.ts";
import type { Finding, Replacement } from "../types.ts";
import type { ScoredPair } from "./value-rule.ts";

/** A right value beside a wrong word. */
export interface WordSlip {
  /** The word of the draft, offsets in its sentence. */
  readonly span: Span;
  /** What the source says, in its own words. */
  readonly expected: string;
  readonly message: string;
  readonly replacement: Replacement | null;
}

export interface Wording<V extends Span> {
  readonly kind: "quantity" | "date";
  span(sentence: Sentence, value: V): Span;
  word(value: V, sentence: Sentence): string;
  correct(value: V, sentence: Sentence, source: V, statement: Sentence): Replacement | null;
  /** How the source's value leads to another one, where the two are not of one sort. */
  arithmetic?(value: V, source: V): string | null;
  /** What is told instead where the value is right and a word beside it is wrong. */
  beside?(value: V, sentence: Sentence, source: V, statement: Sentence): WordSlip | null;
}

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

/** The words of a span, whose offsets count in the sentence's text. */
export function textAt({ text }: Sentence, { start, end }: Span): string {
  return text.slice(start, end);
}
