/**
 * Whether a source states itself what a claim says that another source contradicts: its sentence, read as if it were the
 * draft's, is contradicted by the same statement in the same words. Knows findings; what finds them it is handed.
 */
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { sameFamily } from "../../lexicon/index.ts";
import type { Statement } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Finding } from "../types.ts";

/** What is found in a sentence with the contradicting source alone. */
export type AskedAlone = (sentence: Sentence, reading: Reading) => readonly Finding[];

/** The claim as supported by the first of a source's statements that restates it; null where none does. */
export function restated(
  contradiction: Finding,
  statements: readonly Statement[],
  ask: AskedAlone,
): Finding | null {
  const [deciding] = contradiction.passages;
  for (const { source, sentence } of statements) {
    if (!maySayTheSame(contradiction, sentence)) continue;
    const same = ask(sentence, source).find(
      (one) =>
        one.kind === contradiction.kind &&
        one.verdict === "contradicted" &&
        one.passages[0]?.sentence === deciding?.sentence &&
        isSameClaim(contradiction, one),
    );
    if (!same) continue;
    return {
      ...contradiction,
      verdict: "supported",
      confidence: Math.min(contradiction.confidence, same.confidence),
      expected: null,
      message: null,
      arithmetic: null,
      passages: [{ source, sentence, focus: [same.span] }],
      replacements: [],
    };
  }
  return null;
}

/** Whether a sentence has the figures or the words of a claim at all: where not, no finding on it is the same claim. */
function maySayTheSame(claim: Finding, { quantities, tokens }: Sentence): boolean {
  const figures = figuresIn(claim);
  if (figures.length > 0)
    return figures.every((value) => quantities.some((other) => compareQuantities(value, other) === "agrees"));
  const words = wordsIn(claim);
  return (
    words.length > 0 &&
    words.every((word) => tokens.some(({ lemma }) => word === lemma || sameFamily(word, lemma)))
  );
}

/** Whether the words that two findings are on say the same: the same figure, or the same words but for articles and auxiliaries. */
function isSameClaim(a: Finding, b: Finding): boolean {
  const [mine, theirs] = [figuresIn(a), figuresIn(b)];
  if (mine.length > 0 || theirs.length > 0)
    return (
      mine.length === theirs.length &&
      mine.every((value, at) => compareQuantities(value, theirs[at]!) === "agrees")
    );
  const [words, others] = [wordsIn(a), wordsIn(b)];
  return (
    words.length > 0 &&
    words.length === others.length &&
    words.every((word, at) => word === others[at] || sameFamily(word, others[at]!))
  );
}

function figuresIn({ sentence, span }: Finding) {
  return sentence.quantities.filter((value) => touches(value, span));
}

function wordsIn({ sentence, span }: Finding): string[] {
  return sentence.tokens
    .filter((token) => touches(token, span) && /\p{L}/u.test(token.text) && !/^(?:DET|AUX)$/.test(token.pos))
    .map(({ lemma }) => lemma);
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
