/**
 * What citations are written and read with: styles, bibliographies, the sources at hand. Plain data; knows no editor and
 * no disk.
 */
import type { CitedSource } from "../footnotes.ts";
import type { Edit } from "../report.ts";
import type { SourceInfo } from "../types.ts";
import type { Bibliography, BibliographyEntry } from "./bibliography.ts";

export type { Bibliography, BibliographyEntry };

export type CitationStyle = "footnote" | "pandoc" | "link";

export const CITATION_STYLES: readonly CitationStyle[] = ["footnote", "pandoc", "link"];

/** A source as citations need to know it. */
export type KnownSource = Pick<SourceInfo, "uri" | "title" | "publisher" | "published" | "url">;

export interface CitationContext {
  /** The draft's uri or path; links to sources without an address start from its folder. */
  readonly draft: string;
  readonly sources: readonly KnownSource[];
  /** The first takes new entries. */
  readonly bibliographies: readonly Bibliography[];
  /** Where a bibliography is begun if there is none; null where none may be. */
  readonly newBibliography: string | null;
}

/** What one citation of a draft means. */
export interface Reference {
  readonly source: CitedSource;
  readonly entry: BibliographyEntry | null;
  /** "p. 4", "pp. 4–6", "para. 3" or "". */
  readonly locator: string;
}

/** Edits of a bibliography that go with those of a draft. */
export interface BibliographyChange {
  readonly uri: string;
  /** True for a file that has to be made first. */
  readonly isNew: boolean;
  readonly edits: readonly Edit[];
}

export interface CitationChange {
  readonly edits: readonly Edit[];
  readonly bibliography: BibliographyChange | null;
}
