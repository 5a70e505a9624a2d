/**
 * `claimcheck.yaml` once read: what its keys say, and what is wrong in it. Plain data; null and absent mean that the
 * file does not say.
 */

import type { SourceStanding } from "../../sources/types.ts";
import type { CitationStyle } from "../citations/types.ts";
import type { Severities } from "../severity.ts";
import type { PathPattern } from "./pattern.ts";

export const CONFIG_FILE = "claimcheck.yaml";

/** Where something stands in the file: offsets in UTF-16 code units, line and column from 0. */
export interface ConfigPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
}

/** A file, folder or glob, relative to the file's own folder. */
export interface ConfigEntry extends ConfigPlace {
  readonly pattern: PathPattern;
  /** Of a source: how those that match stand to others. */
  readonly standing?: SourceStanding;
}

export interface ProjectConfig {
  readonly sources: readonly ConfigEntry[] | null;
  /** The only Markdown files that are drafts. */
  readonly drafts: readonly ConfigEntry[] | null;
  /** Neither sources nor drafts. */
  readonly exclude: readonly ConfigEntry[];
  /** ISO day that relative dates of drafts count from, unless the draft gives one. */
  readonly date: string | null;
  readonly builtin: boolean | null;
  readonly severity: Partial<Severities>;
  /** Files that drafts without a `bibliography` of their own cite from. */
  readonly bibliography: readonly ConfigEntry[] | null;
  readonly citations: { readonly style?: CitationStyle };
  /** The file of accepted findings. */
  readonly baseline: ConfigEntry | null;
}

/** One sentence that says what is wrong and what to write instead. */
export interface ConfigProblem extends ConfigPlace {
  readonly message: string;
}

export const EMPTY_CONFIG: ProjectConfig = {
  sources: null,
  drafts: null,
  exclude: [],
  date: null,
  builtin: null,
  severity: {},
  bibliography: null,
  citations: {},
  baseline: null,
};
