/**
 * What a short statement leaves to the sentence before: "It has not lodged one." tells who and what only by pronouns,
 * and the sentence before is where they stand. Blind to whether the predicates agree.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import type { Features } from "../model.ts";

/** A statement of this many tokens or fewer is brief. */
const BRIEF = 8;

/**
 * `brief`: 1 for a statement of few tokens, less for longer ones; `anaphor`: share of the arguments that are pronouns;
 * `continued`: share of the draft sentence's words, by weight, that the statement and the sentence before it hold, 0 where
 * nothing is left to a pronoun.
 */
export function antecedentFeatures(theirs: Predicate, pairing: Pairing): Features {
  const { sentence } = pairing.statement;
  const subject = isPronoun(sentence, theirs.subject);
  const left = (subject ? 1 : 0) + (theirs.pronominal ? 1 : 0);
  return {
    brief: Math.min(1, BRIEF / Math.max(1, sentence.tokens.length)),
    anaphor: left / 2,
    continued: left > 0 ? continuedShare(pairing) : 0,
  };
}

function isPronoun({ tokens }: Sentence, subject: Span | null): boolean {
  if (!subject) return false;
  const words = tokens
    .slice(subject.start, subject.end)
    .filter(({ pos }) => pos !== "PUNCT" && pos !== "ADV");
  return words.length === 1 && (words[0]!.pos === "PRON" || /^(?:none|that|this|one)$/i.test(words[0]!.text));
}

function continuedShare({ query, statement: { sentence, source } }: Pairing): number {
  const before = source.sentences[sentence.index - 1];
  if (!before || before.blockIndex !== sentence.blockIndex) return 0;
  const held = new Set([...before.terms, ...sentence.terms].map(({ key }) => key));
  let want = 0;
  let have = 0;
  for (const { own, key, weight } of query.terms) {
    if (!own) continue;
    want += weight;
    if (held.has(key)) have += weight;
  }
  return want > 0 ? have / want : 0;
}
