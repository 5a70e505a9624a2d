/**
 * Which paragraph of a source a passage stands in, for sources without pages. Knows read documents only.
 */
import type { ProseDocument } from "../../text/types.ts";

/** In a shorter source a reader finds the passage without help. */
const LONG = 12;

const paragraphs = new WeakMap<ProseDocument, readonly number[]>();

/** The paragraph at `offset`, counted from 1; null in front of the first, in a table, list or heading, and in a short text. */
export function paragraphAt(document: ProseDocument, offset: number): number | null {
  let starts = paragraphs.get(document);
  if (!starts) {
    const found = document.blocks.filter(({ kind, container }) => kind === "paragraph" && container === null);
    starts = found.map(({ span }) => span.start);
    paragraphs.set(document, starts);
  }
  if (starts.length < LONG) return null;
  const at = starts.findLastIndex((start) => start <= offset);
  const block = document.blocks.findLast(({ span }) => span.start <= offset);
  return at >= 0 && block?.span.start === starts[at] ? at + 1 : null;
}
