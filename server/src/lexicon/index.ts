/**
 * Word knowledge: what words mean alike, what they oppose, how far they go. Knows single words and fixed phrases as
 * lemmas; nothing of sentences, documents or claims.
 */
export { family, isAgent, sameFamily } from "./families.ts";
export { type LadderName, ladder, type Rung, rungGap, status } from "./ladders.ts";
export { CERTAINTY, type Modality, modality } from "./modality.ts";
export {
  FALSE_NEGATIONS,
  IMPLICIT_NEGATORS,
  NEGATIVE_PHRASES,
  NEGATORS,
  negationStrength,
  negativePrefix,
  WEAK_NEGATORS,
} from "./negation.ts";
export { areConverse, opposites, oppositesOf } from "./opposites.ts";
export { siblings } from "./siblings.ts";
export { similarity, vectorSimilarity } from "./similarity.ts";
export { areSynonyms, synonymClassIds, synonyms } from "./synonyms.ts";
export { vocabularySize } from "./vectors.ts";
export { LIGHT_WORDS, STOP_WORDS, weight } from "./weight.ts";
export { WordList } from "./word-list.ts";
