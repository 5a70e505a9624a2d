/**
 * A right figure with the wrong direction: "11 percent more children" beside "11 percent fewer children". The word to
 * change is "more", not the figure. Knows what is told of it; whether it is told is for others.
 */
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { directionPlace } from "../../kinds/quantity/direction-place.ts";
import { oppositeWord } from "../../kinds/quantity/opposite-directions.ts";
import { likeCapital } from "../../kinds/quantity/spell.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { WordSlip } from "../judging/value-wording.ts";
import type { Replacement } from "../types.ts";

/** The wrong direction word, where claim and source give one number with opposite directions; else null. */
export function directionSlip(
  claim: QuantityValue,
  sentence: Sentence,
  source: QuantityValue,
  statement: Sentence,
): WordSlip | null {
  if (claim.direction * source.direction >= 0) return null;
  if (compareQuantities(undirected(claim), undirected(source)) !== "agrees") return null;
  if (claim.dimension === "ratio" || source.dimension === "ratio") return null;
  const span = directionPlace(sentence.text, sentence.tokens, claim);
  const stated = directionPlace(statement.text, statement.tokens, source);
  if (!span || !stated) return null;
  const theirs = statement.text.slice(stated.start, stated.end);
  const expected = statement.text.slice(
    Math.min(source.start, stated.start),
    Math.max(source.end, stated.end),
  );
  return {
    span,
    expected,
    message: `The figure is right, the direction is not: the source says \u201c${expected}\u201d.`,
    replacement: rewrite(sentence, span, theirs.toLowerCase(), claim),
  };
}

function undirected(value: QuantityValue): QuantityValue {
  return { ...value, direction: 0 };
}

function rewrite(sentence: Sentence, span: Span, theirs: string, claim: QuantityValue): Replacement | null {
  const mine = sentence.text.slice(span.start, span.end);
  const token = sentence.tokens.findIndex(({ start, end }) => start <= span.start && end > span.start);
  const before = sentence.tokens[token - 1];
  const noun = sentence.tokens[token]?.pos === "NOUN" || before?.pos === "DET" || before?.pos === "ADJ";
  const word = oppositeWord(mine.toLowerCase(), theirs, {
    noun,
    counted: countsThings(sentence, token, claim),
  });
  if (word === null) return null;
  const newText = likeCapital(word, mine);
  const article = before && /^an?$/i.test(before.text) && noun ? before : null;
  if (!article || isVowel(word) === isVowel(mine)) return { span, newText };
  const changed = likeCapital(isVowel(word) ? "an" : "a", article.text);
  return { span: { start: article.start, end: span.end }, newText: `${changed} ${newText}` };
}

/** "30 more", "11 percent more children", not "11 percent more" or "four million more". */
function countsThings({ tokens }: Sentence, at: number, { dimension }: QuantityValue): boolean {
  const next = tokens.slice(at + 1, at + 3).find(({ pos }) => pos !== "ADJ");
  if (next?.pos === "NOUN") return next.lemma !== next.text.toLowerCase() || next.lemma === "people";
  return dimension === "count";
}

function isVowel(word: string): boolean {
  return /^[aeiou]/i.test(word);
}
