/**
 * Edits that change words of a document's prose and keep its markup. Knows prose and its map; knows no claims.
 */
import type { Prose, Span } from "./types.ts";

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** First version: one edit over the first run, and the other runs deleted. */
export function replaceProse(prose: Prose, span: Span, newText: string): TextEdit[] {
  const pieces = prose.pieces(span);
  return pieces.map((piece, index) => ({ ...piece, newText: index === 0 ? newText : "" }));
}
