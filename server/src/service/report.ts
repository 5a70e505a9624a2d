/**
 * The report of a checked draft: the plain data that the command line prints, the library returns and the
 * language server turns into diagnostics, cards and fixes. Knows no editor and no files.
 * Offsets are UTF-16 code units from the start of the file; ranges are zero-based, as LSP's.
 */
import type { Kind, Verdict } from "../kinds/types.ts";

export type { Kind, Verdict };
export type Code =
  | "date-mismatch"
  | "quantity-mismatch"
  | "misquotation"
  | "misattribution"
  | "role-mismatch"
  | "name-mismatch"
  | "polarity-mismatch"
  | "relation-mismatch"
  | "uncited"
  | "cited-source-disagrees"
  | "unsupported"
  | "disputed";

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces the characters from `start` to `end` of the draft. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The words of a source that decide. */
export interface Evidence {
  /** The source's uri or path, as it was given. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  /** As it stands in the source, markup included. */
  readonly text: string;
  /** The same as a reader sees it, with the deciding words as offsets in it; absent where `text` has no markup. */
  readonly shown?: {
    readonly text: string;
    readonly focus: readonly { readonly start: number; readonly end: number }[];
  };
  /** Of a cell of a table: the headers of its row and its column, null where there is none. */
  readonly cell?: { readonly row: string | null; readonly column: string | null };
  /** The deciding words inside it, as offsets in the source. */
  readonly focus: readonly { readonly start: number; readonly end: number }[];
  readonly title: string;
  /** ISO day, or null where the source does not say. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The page of the original on which the deciding words stand, from 1; absent for a format without pages. */
  readonly page?: number;
  /** The paragraph, from 1, where there are no pages and the source is long enough to need it. */
  readonly paragraph?: number;
  /** Of a disputed claim: whether this source has it as the draft does. */
  readonly side?: "agrees" | "disagrees";
}

export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly text: string;
  readonly kind: Kind;
  readonly verdict: Verdict;
  /** Null for a supported claim with a citation nearby. */
  readonly code: Code | null;
  readonly message: string;
  /** How likely the verdict is right, 0 to 1. */
  readonly confidence: number;
  /** What the draft says and what the source says instead, in a few words; null where there is no source. */
  readonly actual: string;
  readonly expected: string | null;
  /** The arithmetic behind it, "28 + 8 = 36", or null. */
  readonly arithmetic: string | null;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Stays the same when the claim only moves: a hash of kind, sentence and words. */
  readonly fingerprint: string;
}

/** Something about the draft as a whole that its writer should know: an unused directive, broken front matter. */
export interface Note {
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly code:
    | "unused-ignore"
    | "ignore-without-reason"
    | "front-matter"
    | "not-checked"
    | "source-not-read"
    | "stale"
    | "fact-not-in-source"
    | "fact-note";
  readonly message: string;
}

export interface DraftReport {
  readonly path: string;
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
  /** What ignore directives of the draft hide; not among `claims`. Absent where nothing is hidden. */
  readonly ignored?: readonly IgnoredClaim[];
  /** What the baseline file accepts; of these only supported ones are among `claims`, without their code. */
  readonly accepted?: readonly AcceptedClaim[];
  /** How each fact of a fact sheet stands in its source, in document order; absent for a draft. */
  readonly facts?: readonly FactInReport[];
}

/** A fact of a fact sheet, by its place in the sheet. */
export interface FactInReport {
  readonly start: number;
  readonly end: number;
  readonly standing: "verbatim" | "said" | "not-said";
  /** Where the source says it, or comes nearest to it; null where it says nothing like it. */
  readonly passage: Evidence | null;
}

/** A finding that the writer accepted, with the reason given, which may be empty. */
export interface IgnoredClaim {
  readonly claim: Claim;
  readonly reason: string;
  /** The directive that hides it; absent for one that the baseline file accepts. */
  readonly directive?: { readonly start: number; readonly end: number; readonly range: Range };
}

/** A finding that the baseline file accepts. */
export interface AcceptedClaim extends IgnoredClaim {
  readonly who: string;
  /** ISO day. */
  readonly date: string;
}

export interface Summary {
  readonly supported: number;
  readonly contradicted: number;
  readonly unsupported: number;
  readonly disputed: number;
}
