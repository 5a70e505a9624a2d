/**
 * What the claims around a sentence are likely about, each by itself: those of the sentence, of the sentences beside it
 * in the paragraph, and of the other cells of its row. Knows the first look at a pair only.
 */
import type { Reading, Sentence } from "../../statements/types.ts";
import { inSteps } from "../../text/steps.ts";
import type { Span } from "../../text/types.ts";
import { type Pairing, scoreOf } from "./align.ts";
import type { AlignedClaim } from "./rivalry.ts";
import { sentencesAround } from "./vicinity.ts";

export type CompanionPlace = "sentence" | "block" | "row";

/** A claim nearby, beside the statement that it is most likely taken from. */
export interface Companion {
  readonly sentence: Sentence;
  readonly claim: Span;
  readonly place: CompanionPlace;
  readonly pairing: Pairing;
  /** 0 to 1, in steps: what is typed into the companion's sentence matters only where it matters much. */
  readonly likelihood: number;
}

const STEP = 0.1;

/** Sentences to each side, within the paragraph. */
export const BESIDE = 2;

/** The claims in and around a sentence, in their order; `alignedIn` is asked once for each sentence nearby. */
export function companionsOf(
  reading: Reading,
  sentence: Sentence,
  alignedIn: (sentence: Sentence) => readonly AlignedClaim<Span>[],
): Companion[] {
  return sentencesAround(reading, sentence, BESIDE).flatMap((other) => {
    const place = placeOf(sentence, other);
    return alignedIn(other).flatMap(({ value, pairs: [best] }) =>
      best
        ? [
            {
              sentence: other,
              claim: value,
              place,
              pairing: best.pairing,
              likelihood: inSteps(best.first, STEP),
            },
          ]
        : [],
    );
  });
}

/** The companions of one claim of a sentence: all but itself. */
export function withoutClaim(companions: readonly Companion[], sentence: Sentence, claim: Span): Companion[] {
  return companions.filter(
    (one) => one.sentence !== sentence || one.claim.start !== claim.start || one.claim.end !== claim.end,
  );
}

/** Companions with the same key count alike for any claim of the same sentence of the draft. */
export function companionsKey(companions: readonly Companion[], own: Sentence): string {
  return companions
    .map(({ sentence, claim, place, pairing, likelihood }) => {
      const { source, sentence: stated } = pairing.statement;
      const value = sentence === own ? `${claim.start} ${claim.end}` : "";
      return `${value} ${place} ${likelihood} ${scoreOf(pairing)} ${stated.index} ${source.uri}`;
    })
    .join("\u0001");
}

function placeOf(sentence: Sentence, other: Sentence): CompanionPlace {
  if (other === sentence) return "sentence";
  return other.blockIndex === sentence.blockIndex ? "block" : "row";
}
