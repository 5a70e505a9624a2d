/**
 * Words that decide whether what stands below them is said to be so: "proposed to", "denied that", "failed to",
 * "no plans to". Word lists only.
 */
import type { Mood } from "./types.ts";

/** What an operator does to its complement. */
export interface Operator {
  /** -1 turns the complement into its opposite: "refused to sign" is no signing. */
  readonly polarity: 1 | -1;
  readonly mood: Mood;
}

const NEGATIVE = words(`fail refuse decline neglect omit avoid deny dispute reject abstain cease stop forget
  lack prevent prohibit ban bar forbid dismiss oppose rule hesitate scrap drop cancel abandon`);
const INTENDED =
  words(`propose plan intend consider mull weigh seek want wish hope aim urge ask call recommend suggest
  demand request pledge promise threaten mean expect prepare study discuss debate examine explore float advise
  press push campaign lobby need mulling table draft would invite offer target envisage contemplate think plan`);
const POSSIBLE =
  words(`may might could can likely possible possibly perhaps probably potential appear seem suspect believe
  allege claim suppose regard fear`);
const INTENDED_NOUNS =
  words(`proposal plan intention proposition request call demand bid aim hope wish promise pledge offer
  recommendation suggestion draft option possibility prospect target goal idea threat`);
const NEGATIVE_NOUNS = words(`refusal failure denial rejection lack absence ban prohibition withdrawal`);
/** Conjunctions that suppose: what follows is no claim. */
export const SUPPOSING = words(
  `if unless whether suppose supposing provided should lest until once when whenever before`,
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** What a verb does to its complement, or null where it leaves it as it is. */
export function verbOperator(lemma: string): Operator | null {
  if (NEGATIVE.has(lemma)) return { polarity: -1, mood: "asserted" };
  if (INTENDED.has(lemma)) return { polarity: 1, mood: "intended" };
  if (POSSIBLE.has(lemma)) return { polarity: 1, mood: "possible" };
  return null;
}

/** The same for a noun with a complement: "a proposal to", "its refusal of". */
export function nounOperator(lemma: string): Operator | null {
  if (NEGATIVE_NOUNS.has(lemma)) return { polarity: -1, mood: "asserted" };
  if (INTENDED_NOUNS.has(lemma)) return { polarity: 1, mood: "intended" };
  return null;
}

/** The mood of a modal verb. */
export function modalMood(modal: string | null): Mood {
  if (modal === null) return "asserted";
  return modal === "may" || modal === "might" || modal === "could" || modal === "can"
    ? "possible"
    : "asserted";
}

/** Determiners and pronouns that deny what they stand before. */
export const DENYING = words(`no none nobody nothing neither nor nowhere`);
/** Prepositions that deny or set aside their object. */
export const EXCLUDING = words(`without against except excluding`);
