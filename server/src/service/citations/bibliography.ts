/**
 * What is known of a bibliography: plain data, in the shapes of `node/formats`. Knows nothing else, so that the library's
 * types can name it.
 */

/** An entry of a bibliography, as far as it tells which source it means and how to name it. */
export interface BibliographyEntry {
  readonly key: string;
  readonly title?: string;
  /** "Brandt, Ada", or an organisation as it is written. */
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** ISO day, month or year. */
  readonly published?: string;
  readonly url?: string;
  /** Paths as they are written, with forward slashes. */
  readonly files?: readonly string[];
}

export interface Bibliography {
  readonly uri: string;
  readonly format: "bibtex" | "csl-json" | "csl-yaml";
  /** Offsets of edits count in it. */
  readonly text: string;
  readonly entries: readonly BibliographyEntry[];
}
