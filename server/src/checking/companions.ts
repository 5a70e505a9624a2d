/**
 * What the claims around a sentence are likely about, each by itself: those of the sentence, of the sentences beside it
 * in the paragraph, and of the other cells of its row. Knows the first look at a pair only.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import type { AlignedClaim } from "./rivalry.ts";

export type CompanionPlace = "sentence" | "block" | "row";

/** A claim nearby, beside the statement that it is most likely taken from. */
export interface Companion {
  readonly sentence: Sentence;
  readonly claim: Span;
  readonly place: CompanionPlace;
  readonly pairing: Pairing;
  /** 0 to 1. */
  readonly likelihood: number;
}

/** Sentences to each side, within the paragraph. */
export const BESIDE = 2;
/** Cells to each side, within the row. */
const CELLS = 8;

/** The claims in and around a sentence, in their order; `alignedIn` is asked once for each sentence nearby. */
export function companionsOf(
  { sentences }: Reading,
  sentence: Sentence,
  alignedIn: (sentence: Sentence) => readonly AlignedClaim<Span>[],
): Companion[] {
  const { index, block } = sentence;
  const reach = block.cell ? CELLS : BESIDE;
  const companions: Companion[] = [];
  for (let at = Math.max(0, index - reach); at <= Math.min(sentences.length - 1, index + reach); at++) {
    const other = sentences[at]!;
    const place = placeOf(sentence, other);
    if (!place) continue;
    for (const { value, pairs } of alignedIn(other)) {
      const best = pairs[0];
      if (best)
        companions.push({
          sentence: other,
          claim: value,
          place,
          pairing: best.pairing,
          likelihood: best.first,
        });
    }
  }
  return companions;
}

/** The companions of one claim of a sentence: all but itself. */
export function withoutClaim(companions: readonly Companion[], sentence: Sentence, claim: Span): Companion[] {
  return companions.filter(
    (one) => one.sentence !== sentence || one.claim.start !== claim.start || one.claim.end !== claim.end,
  );
}

function placeOf(sentence: Sentence, other: Sentence): CompanionPlace | null {
  if (other === sentence) return "sentence";
  const mine = sentence.block.cell;
  const theirs = other.block.cell;
  if (mine && theirs && mine.table === theirs.table && mine.row === theirs.row)
    return other.blockIndex === sentence.blockIndex ? "block" : "row";
  return !mine && other.blockIndex === sentence.blockIndex ? "block" : null;
}
