/**
 * Passages as a reader sees them: a stretch of a document without its markup, in pieces of which some are marked.
 * Knows read documents; nothing of claims and of how a report looks.
 */
import type { Block, Prose, ProseDocument, Span } from "../../text/types.ts";
import { blockAt, sentenceAt } from "../places.ts";

/** Characters of a passage that are all marked or all not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The sentence, or the run of sentences, that holds `span`; `span` itself outside of any block. In the document. */
export function sentencesAround(document: ProseDocument, span: Span): Span {
  const block = blockAt(document, span.start);
  if (!block) return span;
  const { start } = sentenceAt(block, span.start);
  const last = sentenceAt(block, Math.max(span.start, Math.min(span.end, block.span.end) - 1));
  return { start: Math.min(start, span.start), end: Math.max(last.end, span.end) };
}

/** The passage that stands at `whole`, with the characters of `marks` marked. Both are spans of the document. */
export function piecesOf(document: ProseDocument, whole: Span, marks: readonly Span[]): Piece[] {
  const block = blockAt(document, whole.start);
  if (!block || whole.end > block.span.end) return cut(document.text, whole, marks);
  const inProse = (span: Span) => proseSpan(block, span);
  return cut(block.prose.text, inProse(whole), marks.map(inProse));
}

/** The same without marks, on one line. */
export function plainPassage(document: ProseDocument, whole: Span): string {
  return piecesOf(document, whole, [])
    .map(({ text }) => text)
    .join("")
    .trim();
}

function cut(text: string, whole: Span, marks: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: oneLine(text.slice(start, end)), marked });
  };
  let at = whole.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, whole.end);
    if (end <= start) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, whole.end, false);
  return pieces;
}

/** Code and pictures leave one character, for which a reader has no use. */
function oneLine(text: string): string {
  return text.replace(/\uFFFC/g, "…").replace(/\s+/g, " ");
}

/** The characters of the prose that stand inside a span of the document. */
function proseSpan({ prose }: Block, span: Span): Span {
  const start = firstWhere(prose, ({ end }) => end > span.start);
  return {
    start,
    end: Math.max(
      start,
      firstWhere(prose, (place) => place.start >= span.end),
    ),
  };
}

/** The first character of the prose whose place in the document fulfils a condition that holds from there on. */
function firstWhere(prose: Prose, holds: (place: Span) => boolean): number {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(prose.toSource({ start: middle, end: middle + 1 }))) high = middle;
    else low = middle + 1;
  }
  return low;
}
