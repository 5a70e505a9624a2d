/** Counts of those who are for something beside counts of those who are against it. Knows attitudes and zero. */
import type { QuantityValue } from "../../kinds/types.ts";
import { type Attitude, attitudeOfVerb } from "../../lexicon/attitudes.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import { keptFor } from "../kept.ts";

/** "Not one of them voted for it" and "all 12 voted against it" say the same. */
export function isNoneForAllAgainst(
  claim: QuantityValue,
  source: QuantityValue,
  asked: Sentence,
  stated: Sentence,
): boolean {
  if ((claim.nominal === 0) === (source.nominal === 0)) return false;
  const [mine, theirs] = [attitudesIn(asked), attitudesIn(stated)];
  return mine.size === 1 && theirs.size === 1 && [...mine].every((one) => !theirs.has(one));
}

/** Whether a sentence tells of being for something, against it, or both. */
const attitudesIn: (sentence: Sentence) => ReadonlySet<Attitude> = keptFor(
  ({ tokens }) =>
    new Set(
      tokens.map((_, at) => attitudeAt(tokens, at)).filter((one) => one === "for" || one === "against"),
    ),
);

function attitudeAt(tokens: readonly Token[], at: number): Attitude | null {
  const { lemma, pos } = tokens[at]!;
  if (lemma !== "vote") return pos === "VERB" ? attitudeOfVerb(lemma) : null;
  const side = tokens[at + 1]?.lemma;
  return side === "against" ? "against" : side === "for" || side === "in" ? "for" : null;
}
