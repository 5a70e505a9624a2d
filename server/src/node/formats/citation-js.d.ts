/**
 * The two functions that are used of Citation.js, which has no types of its own. Its parser is asked by itself: the
 * package's front door also fetches addresses, which nothing here may do.
 */
declare module "@citation-js/plugin-bibtex/lib/input/file.js" {
  export interface BibtexEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string | number>>;
  }
  /** Throws at the first mistake. */
  export function parse(text: string): BibtexEntry[];
}

declare module "@citation-js/plugin-bibtex/lib/input/entries.js" {
  import type { BibtexEntry } from "@citation-js/plugin-bibtex/lib/input/file.js";
  /** BibLaTeX entries as CSL-JSON items. */
  export function parse(entries: readonly BibtexEntry[]): Record<string, unknown>[];
}
