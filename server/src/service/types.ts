/**
 * The façade that every shell (library, command line, language server) speaks to. Plain data in and out.
 */
import type { SourceCard, SourceStanding } from "../sources/types.ts";
import type { Span } from "../text/types.ts";
import type { BibliographyEntry } from "./citations/bibliography.ts";
import type { SentenceExplanation } from "./explaining/types.ts";
import type { DraftReport } from "./report.ts";

export type { SourceCard, SourceStanding };

export interface SourceInput {
  readonly uri: string;
  readonly text: string;
  /** Overrides or supplies what the front matter says. */
  readonly published?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** Where the pages of a PDF begin in `text`, in the order of offsets. */
  readonly pages?: readonly { readonly offset: number; readonly page: number }[];
  /** Its rank, and what it replaces or is replaced by; goes before what its front matter declares. */
  readonly standing?: SourceStanding;
}

/** The sources that a draft is checked against. */
export interface SourceSet {
  /** Names the set; what it holds may change. */
  readonly key: string;
  readonly uris: readonly string[];
  /** Those that the draft itself names, which are read however large the library is. */
  readonly named?: readonly string[];
}

export interface DraftInput {
  readonly uri: string;
  readonly text: string;
  /** Absent: all sources that are set. */
  readonly sources?: SourceSet;
  /** ISO day on which the draft is written; else its front matter's `date`, else today by the machine's clock. */
  readonly date?: string;
  /** What the draft's citation keys mean. */
  readonly bibliography?: readonly BibliographyEntry[];
}

/** What is known of a source once read. */
export interface SourceInfo {
  readonly uri: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly statements: number;
  /** How many values were read from it; null while none of its sentences has been needed. */
  readonly values: number | null;
  /** True for the fact sheets that ship with Claimcheck. */
  readonly builtin: boolean;
  /** What is wrong with it in plain words ("The front matter is not valid YAML: …"), or null. */
  readonly problem: string | null;
}

/** Called between slices of work; return true to give up. */
export type Cancelled = () => boolean;

export interface CheckerOptions {
  /** Use the built-in fact sheets while no source is set. Default true. */
  readonly builtin?: boolean;
}

export interface Checker {
  /**
   * Adds a source, or replaces the one with the same uri. Never throws on its text. `card` is what `card` gave for this
   * very source at another time: with it the text is not looked at before a draft needs it.
   */
  setSource(source: SourceInput, card?: SourceCard): void;
  removeSource(uri: string): void;
  /** Switches the built-in fact sheets on or off. */
  setBuiltin(enabled: boolean): void;
  sources(): readonly SourceInfo[];
  /** The text of a source as it was read: for opening the built-in ones. Undefined for an unknown uri. */
  sourceText(uri: string): string | undefined;
  /** What is known of a source before it is read: plain data for a cache. Undefined for an unknown uri. */
  card(uri: string): SourceCard | undefined;
  check(draft: DraftInput): DraftReport;
  /** The same in slices of a few milliseconds, yielding to the event loop in between; null when cancelled. */
  checkInSlices(draft: DraftInput, cancelled: Cancelled): Promise<DraftReport | null>;
  /**
   * Checks the draft, and says of the sentences that touch `within` (offsets; all where it is absent) what each claim was
   * held against and why it is told or not.
   */
  explain(draft: DraftInput, within?: Span): readonly SentenceExplanation[];
  /**
   * Checks a fact sheet against its sources, which `sheet.sources` names: the claims that they contradict, and a note on
   * each fact that they do not say. Null when cancelled.
   */
  checkFacts(sheet: DraftInput, cancelled?: Cancelled): Promise<DraftReport | null>;
  /** A fact sheet on these sources, to edit; `path` gives what it calls each. Unknown ones are left out. */
  factSheet(uris: readonly string[], path: (uri: string) => string): string;
  /** Forgets what was cached for a draft. */
  forget(uri: string): void;
  /** What a source states, as `extract --format json` prints it under `sources`. */
  extract(uri: string): SourceExtract | undefined;
}

export interface ExtractedValue {
  readonly kind: "date" | "quantity" | "quotation" | "name";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly [detail: string]: unknown;
}
export interface ExtractedMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly canonical?: string;
}
export interface ExtractedAttribution {
  readonly speaker: ExtractedMention | null;
  readonly role: ExtractedMention | null;
  readonly cue: ExtractedMention | null;
  readonly content: { readonly start: number; readonly end: number };
  readonly direct: boolean;
}
export interface ExtractedStatement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The page of the original, from 1; absent for a format without pages. */
  readonly page?: number;
  readonly values: readonly ExtractedValue[];
  readonly attributions: readonly ExtractedAttribution[];
}
export interface SourceExtract {
  readonly path: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly statements: readonly ExtractedStatement[];
}
