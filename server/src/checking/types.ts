/**
 * What checking finds, as plain data: where, what kind, how it stands, by which words of which source.
 */
import type { Kind, Verdict } from "../kinds/types.ts";
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence, SourceReading } from "../statements/types.ts";
import type { Span } from "../text/types.ts";

/** The passage that decides. `focus` are the deciding words, offsets in `sentence.text`. */
export interface Passage {
  readonly source: SourceReading;
  readonly sentence: Sentence;
  readonly focus: readonly Span[];
}

/** Replace `span` (offsets in the claim's `sentence.text`) by `newText`. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

export interface Finding {
  readonly kind: Kind;
  readonly verdict: Verdict;
  readonly sentence: Sentence;
  /** The words that would have to change, offsets in `sentence.text`. */
  readonly span: Span;
  /** All the words that this finding settles, where they are more than the span; absent where they are not. */
  readonly settles?: Span;
  /** How likely the verdict is right, 0 to 1. */
  readonly confidence: number;
  /** What the draft says, in its own words, and what the source says, worded to follow "not" or stand after "the source:". */
  readonly actual: string;
  readonly expected: string | null;
  /** One plain sentence for the writer; null lets the common wording be used. */
  readonly message: string | null;
  readonly arithmetic: string | null;
  readonly passages: readonly Passage[];
  /** What corrects the claim and nothing else, in the draft's style; empty where no safe correction is known. */
  readonly replacements: readonly Replacement[];
  /** What either side says of a disputed claim; absent for any other. */
  readonly sides?: Sides;
  /** A source that has the claim as the draft does, and why it does not count. */
  readonly outweighed?: Outweighed;
  /** The same finding when it was first made, before its sentence moved; absent on that first one. */
  readonly origin?: Finding;
  /** Named numbers that led here, for `--explain`. */
  readonly features: Readonly<Record<string, number>>;
}

/** What would be found with one source alone: with each that agrees, and with each that does not; the surest first. */
export interface Sides {
  readonly supported: readonly [Finding, ...Finding[]];
  readonly contradicted: readonly [Finding, ...Finding[]];
}

export interface Outweighed {
  readonly source: SourceReading;
  readonly why: "superseded" | "ranked" | "not-cited";
}

/** Checks one sentence of a draft. `corpus` is shared by all rules. */
export type Rule = (sentence: Sentence, draft: Reading, corpus: Corpus) => Finding[];

/** All sources, read, with what rules look up in them. */
export interface Corpus {
  readonly sources: readonly SourceReading[];
  /** Grows with each change of the sources. */
  readonly version: number;
  /** The statements by their words, where the caller keeps an index. */
  readonly index?: StatementIndex;
  /** The only sources whose statements count, where not all of the index do. */
  readonly among?: ReadonlySet<SourceReading>;
}
