/**
 * Whether two counts are of other things: "45 cars" beside "300 passengers" may both be right, however alike the rest of the
 * sentences is. Knows units and likeness of words.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import { family, similarity } from "../../lexicon/index.ts";

/** From here on two nouns may name one thing: "towns" and "municipalities". */
const ALIKE = 0.8;
/** Nouns that may stand for any other of the people counted. */
const ANYBODY = new Set("people person individual man woman human".split(" "));

/** Whether what is counted on either side is named, and by words that do not mean the same. */
export function countOtherThings(claim: QuantityValue, source: QuantityValue): boolean {
  if (claim.dimension !== "count" || source.dimension !== "count") return false;
  if (claim.unit === null || source.unit === null) return false;
  if (family(claim.unit) === family(source.unit)) return false;
  if (ANYBODY.has(claim.unit) || ANYBODY.has(source.unit)) return false;
  return similarity(claim.unit, source.unit) < ALIKE;
}
