/**
 * What a denied object is of: "found no evidence of fraud" denies the fraud; and whether the other sentence denies the same
 * thing. Knows two sentences and their predicates.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import { family, similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { clauseOf, headOf } from "./arguments.ts";

const SIGNS = new Set("evidence sign indication trace proof hint".split(" "));

/** "found no evidence of fraud" denies the fraud: whether the other clause names what the signs would be of. */
export function speaksOfSign(
  asked: Sentence,
  object: Span,
  head: number,
  stated: Sentence,
  source: Predicate,
): boolean {
  if (!SIGNS.has(asked.tokens[head]!.lemma)) return false;
  const clause = clauseOf(stated, source);
  const others = stated.tokens.slice(clause.start, clause.end);
  return asked.tokens
    .slice(head + 1, Math.max(object.end, Math.min(asked.tokens.length, head + 4)))
    .some(
      (word) =>
        word.pos === "NOUN" &&
        others.some(
          ({ lemma }) => family(lemma) === family(word.lemma) || similarity(lemma, word.lemma) >= SAME,
        ),
    );
}
/** Words as like as this name one thing. */
const SAME = 0.7;

/** "promised to pay for coaches, but no compensation": the other sentence denies the same thing. */
export function isDenied({ predicates }: Sentence, lemma: string): boolean {
  return predicates.some(
    ({ form, polarity, lemma: noun }) => form === "noun" && polarity === -1 && family(noun) === family(lemma),
  );
}

/** "paid no dividend" twice over, "plans no rules" beside "had no plans to set rules": both deny the thing itself. */
export function denySame(asked: Sentence, claim: Predicate, stated: Sentence, source: Predicate): boolean {
  const mine = claim.object ? headOf(asked, claim.object) : -1;
  if (source.polarity === 1 || mine < 0) return false;
  const { lemma } = asked.tokens[mine]!;
  const clause = clauseOf(stated, source);
  return stated.predicates.some(
    ({ form, polarity, lemma: noun, head }) =>
      (form === "noun" || form === "complement") &&
      polarity === -1 &&
      head >= clause.start &&
      head < clause.end &&
      (family(noun) === family(lemma) || similarity(noun, lemma) >= SAME),
  );
}
