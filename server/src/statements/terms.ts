/**
 * The content words of a sentence, as alignment compares them: one key a word family, weighted by how much the
 * word tells. Knows sentences and words, not sources.
 */
import { family, weight } from "../lexicon/index.ts";
import type { Token } from "../text/types.ts";
import type { Term } from "./types.ts";

const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "ADV"]);

/** The terms of a tokenised sentence in order. Numbers, marks and function words are none. */
export function readTerms(tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  tokens.forEach((token, index) => {
    if (!CONTENT.has(token.pos) || !/\p{L}/u.test(token.text)) return;
    const prior = weight(token.lemma);
    if (prior <= 0.05) return;
    terms.push({
      start: token.start,
      end: token.end,
      key: family(token.lemma),
      lemma: token.lemma,
      weight: prior,
      token: index,
      verb: token.pos === "VERB",
      name: token.pos === "PROPN",
    });
  });
  return terms;
}
