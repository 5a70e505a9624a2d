/**
 * How sure the words make an act: possible, tentative, certain, a fact; required or allowed. Knows single lemmas.
 */

/**
 * "possible" it may be, "tentative" it seems or is said to be, "certain" it will be, "factive" it was found to be,
 * "required" it ought to be, "hypothetical" it would be.
 */
export type Modality = "possible" | "tentative" | "certain" | "factive" | "required" | "hypothetical";

const WORDS: Readonly<Record<Modality, string>> = {
  possible:
    "may might could can perhaps maybe possibly possible potentially potential conceivably conceivable risk chance possibility",
  tentative:
    "appear seem likely probably probable expect expected anticipate allege alleged allegedly believe believed reportedly " +
    "apparently presumably suspect suspected think thought suggest suggestion indicate estimate estimated reputedly supposedly " +
    "ostensibly rumor rumored assume presume presumed purported purportedly claim claimed unconfirmed provisional " +
    "preliminary tentative tentatively hypothesis speculation speculate unlikely doubtful",
  certain:
    "will shall definitely certainly certain surely sure undoubtedly inevitably inevitable guarantee bound",
  factive:
    "find show confirm prove demonstrate establish reveal discover know realize verify acknowledge admit recognize " +
    "conclude determine proven confirmed established observe detect document",
  required:
    "must should ought need require oblige have-to mandatory compulsory obligatory necessary supposed",
  hypothetical:
    "would if unless whether suppose supposing assuming provided otherwise hypothetical hypothetically",
};

const BY_WORD = new Map<string, Modality>();
for (const [modality, words] of Object.entries(WORDS) as [Modality, string][]) {
  for (const word of words.split(" ")) if (!BY_WORD.has(word)) BY_WORD.set(word, modality);
}

/** How sure each modality leaves the hearer, 0 to 1; a plain statement is 1. */
export const CERTAINTY: Readonly<Record<Modality, number>> = {
  hypothetical: 0.2,
  possible: 0.35,
  required: 0.45,
  tentative: 0.6,
  certain: 0.9,
  factive: 1,
};

/** The modality that a lemma brings, or null. "must" counts as required, not as certain. */
export function modality(lemma: string): Modality | null {
  return BY_WORD.get(lemma) ?? null;
}
