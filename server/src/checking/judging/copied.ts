/** Whether a sentence is copied from a source word for word, all but one value. Knows texts, not what the value says. */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { ScoredPair } from "./value-rule.ts";

/** Fewer words around the value are no sentence that anybody copies. */
const LEAST_WORDS = 4;

/** Whether the two sentences of a pair are one, but for the two values; case, marks and blanks aside. */
export function isCopied(value: Span, { value: other, pairing }: ScoredPair<Span>): boolean {
  const mine = wordsAround(pairing.query.sentence, value);
  const theirs = wordsAround(pairing.statement.sentence, other);
  return (
    mine.length === theirs.length &&
    mine.length > LEAST_WORDS &&
    mine.every((word, at) => word === theirs[at])
  );
}

/** The words of a sentence in lower case, with the value as an empty one in its place. */
function wordsAround({ text, tokens }: Sentence, { start, end }: Span): string[] {
  const outside = tokens.filter((token) => token.end <= start || token.start >= end);
  const before = outside.filter((token) => token.end <= start);
  const words = outside.map((token) => text.slice(token.start, token.end).toLowerCase());
  words.splice(before.length, 0, "");
  return words.filter((word) => word === "" || /[\p{L}\p{N}]/u.test(word));
}
