/**
 * Why a claim is told, or not, as plain data: what it was held against, what the decision was made from, and what came of
 * it. Knows no editor and no terminal. Offsets and ranges are those of reports.
 */
import type { Relation } from "../../kinds/types.ts";
import type { Evidence, Kind, Range, Verdict } from "../report.ts";

/** A value of a source that the claim was held against; as evidence, its sentence with the value in `focus`. */
export interface Candidate extends Evidence {
  /** The value's own words; empty where only the sentence is near. */
  readonly words: string;
  /** `unrelated` where the sentence has nothing that compares with the claim. */
  readonly relation: Relation;
  /** How likely it speaks of the claim's fact, 0 to 1; null where nobody estimated it. */
  readonly likelihood: number | null;
}

/** A named number that the decision was made from. */
export interface ExplainedFeature {
  readonly name: string;
  readonly value: number;
  /** What it adds to the log-odds of the verdict in question; 0 where no model was asked. */
  readonly weight: number;
  /** In plain words; empty for one that has none. */
  readonly meaning: string;
}

/** How likely a decision model thinks something, and from when on it is told. */
export interface Estimate {
  readonly probability: number;
  readonly threshold: number;
}

export interface ClaimExplanation {
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly text: string;
  readonly kind: Kind;
  /** As reported; null where nothing is told of these words. */
  readonly verdict: Verdict | null;
  /** One or two plain sentences. */
  readonly why: string;
  /** "28 + 8 = 36", or null. */
  readonly arithmetic: string | null;
  /** Null where nothing disagrees, and for what is found by comparing words alone. */
  readonly contradiction: Estimate | null;
  /** Null where nothing agrees, and for what is found by comparing words alone. */
  readonly support: Estimate | null;
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Those that carry the decision first. */
  readonly features: readonly ExplainedFeature[];
}

/** A sentence of a draft with all that was weighed in it. */
export interface SentenceExplanation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In document order. */
  readonly claims: readonly ClaimExplanation[];
  /** The sentences of the sources that are nearest by their words, best first; only where there is no claim. */
  readonly nearest: readonly Candidate[];
}
