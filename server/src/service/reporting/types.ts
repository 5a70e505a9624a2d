/**
 * What a report on claims is made of: what the shells hand in, and what the printers get. Plain data.
 */
import type { Claim, DraftReport, Evidence, Summary } from "../report.ts";
import type { SourceExtract, SourceInfo } from "../types.ts";
import type { Piece } from "./passages.ts";

export type ReportFormat = "html" | "markdown";

/** A checked draft with the text that its offsets count in. */
export interface DraftInReport {
  readonly report: DraftReport;
  readonly text: string;
  /** What the reader calls it: its path in the project. */
  readonly name: string;
}

/** A source that the drafts were checked against. */
export interface SourceInReport {
  readonly info: SourceInfo;
  readonly name: string;
  readonly text: string;
  /** What it states; asked for only where its facts are counted, since that reads it whole. */
  readonly extract: () => SourceExtract | undefined;
}

export interface ReportInput {
  readonly drafts: readonly DraftInReport[];
  readonly sources: readonly SourceInReport[];
  /** Why sources could not be read, a line each. */
  readonly unread: readonly string[];
  /** ISO day on which the report is made. */
  readonly day: string;
  readonly version: string;
}

/** Claims of one sentence that stand or fall by the same passages. */
export interface Entry {
  /** Count through the whole report, so that two readers can name a claim to one another. */
  readonly numbers: readonly number[];
  readonly claims: readonly Claim[];
  /** The draft's sentence with the words of the claims marked. */
  readonly sentence: readonly Piece[];
  /** Counts from 1. */
  readonly line: number;
  /** The headings above it, and the row and column of a table. */
  readonly place: readonly string[];
  /** The citations in the sentence as they are written: `[^1]`, `[@key]`, an address. */
  readonly citations: readonly string[];
  /** Whether the draft cites the first passage's source somewhere near. */
  readonly cited: boolean;
  readonly passages: readonly PassageInReport[];
  /** Claims of the same sentence that are to be settled: what agrees beside them does not make the sentence right. */
  readonly contested: readonly number[];
  /** Why the writer accepted the finding; null where nobody did, empty where no reason is given. */
  readonly accepted: string | null;
}

export interface PassageInReport {
  readonly evidence: Evidence;
  /** The source's sentence with the deciding words marked. */
  readonly pieces: readonly Piece[];
  /** What the source is called in the project. */
  readonly name: string;
}

export interface DraftSection {
  readonly name: string;
  readonly title: string;
  /** ISO day from the front matter, or null. */
  readonly date: string | null;
  readonly settle: readonly Entry[];
  readonly unsourced: readonly Entry[];
  readonly supported: readonly Entry[];
  readonly accepted: readonly Entry[];
  /** What else was found amiss: broken front matter, a draft that was not checked. */
  readonly notes: readonly string[];
}

/** A fact of a source that no draft uses. */
export interface UnusedFact {
  readonly text: string;
  /** `row “2023”, column “passengers”` for a cell of a table, else "". */
  readonly cell: string;
  /** Counts from 1, in the source's text. */
  readonly line: number;
  readonly page: number | null;
}

export interface SourceSection {
  readonly info: SourceInfo;
  readonly name: string;
  /** How many claims of the drafts are decided by it. */
  readonly claims: number;
  /** Null where they were not counted. */
  readonly facts: number | null;
  readonly used: number;
  /** The first of them; `more` are left out. */
  readonly unused: readonly UnusedFact[];
  readonly more: number;
}

export interface ClaimsReport {
  readonly title: string;
  readonly day: string;
  readonly version: string;
  readonly summary: Summary & { readonly uncited: number; readonly accepted: number };
  readonly drafts: readonly DraftSection[];
  readonly sources: readonly SourceSection[];
  readonly unread: readonly string[];
}
