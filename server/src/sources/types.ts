/**
 * What is known and declared of a source, as plain data: its metadata, its card, how it stands to the others. Types only,
 * for the library's declarations are made from them.
 */
import type { Day } from "../kinds/types.ts";

/** What a source tells of itself. */
export interface SourceMetadata {
  readonly title: string;
  readonly publisher: string | null;
  /** ISO day. */
  readonly published: string | null;
  readonly url: string | null;
}

/** What is known of a source before it is read, so plain that it can be kept on disk. */
export interface SourceCard extends SourceMetadata {
  /** What is wrong with its front matter, or null. */
  readonly problem: string | null;
  /** The number of its sentences. */
  readonly statements: number;
  /** The days on which other facts of it begin to hold, in order; absent where all hold always. */
  readonly bounds?: readonly Day[];
  /** The words by which it is found, each once: word families, and numbers without separators. */
  readonly words: readonly string[];
}

/** What is declared of a source. Sources are named by file, title or address. */
export interface SourceStanding {
  /** 1 goes before 2; a source without a rank comes after all that have one. */
  readonly rank?: number;
  /** The sources that this one replaces. */
  readonly supersedes?: readonly string[];
  /** The sources that replace this one. */
  readonly supersededBy?: readonly string[];
}
