/**
 * Where in the text a citation of each style belongs: a footnote's mark behind a sentence's last mark, a key or a link in
 * brackets before it. Moving from one to the other changes no other character. Knows read documents only.
 */
import type { Block, Span } from "../../text/types.ts";

const STOPS = /[.!?,;:…]/;

/** Behind the sentence's marks, closing emphasis and the references that already stand there. */
export function behindSentence(text: string, block: Block, end: number): number {
  let at = end;
  const closing = /^[*_~]{1,3}(?=\s|$|\[\^|[|<])/.exec(text.slice(at, at + 5));
  if (closing) at += closing[0].length;
  // A bare address and a footnote's mark have a blank between them.
  if (text[at] === " " && endsInAddress(text.slice(0, at)) && referenceAt(block, at + 1)) at++;
  for (let mark = referenceAt(block, at); mark; mark = referenceAt(block, at)) at = mark.span.end;
  return at;
}

/** True for a text whose last words are a bare address: whatever follows without a blank would be part of it. */
export function endsInAddress(text: string): boolean {
  return /(?<!\]\(|[<`\w/:])(?:https?:\/\/|www\.)[^\s<`]{0,500}$/i.test(text.slice(-600));
}

/** Before the marks that end a sentence at `end`; behind everything where it ends in none, or in an abbreviation. */
export function insideSentence(text: string, block: Block, end: number): number {
  const before = beforeStops(text, end, block.span.start);
  return before < end ? before : behindSentence(text, block, end);
}

/** Before the run of full stops, commas and the like that ends at `at`; `at` itself where there is none. */
export function beforeStops(text: string, at: number, least: number): number {
  let from = at;
  while (from > least && STOPS.test(text[from - 1]!)) from--;
  if (from === least || /\s/.test(text[from - 1]!) || isAbbreviation(text, from)) return at;
  return from;
}

/** Behind the run of full stops, commas and the like that begins at `at`. */
export function behindStops(text: string, at: number): number {
  let to = at;
  while (to < text.length && STOPS.test(text[to]!)) to++;
  return to;
}

/** A citation before the stop of "U.S." or of "J. Smith" would tear it apart. */
function isAbbreviation(text: string, stop: number): boolean {
  return /(?:\.\p{L}{1,3}|(?<![\p{L}\p{N}])\p{L})$/u.test(text.slice(Math.max(0, stop - 6), stop));
}

/** A span with the one blank before it that was put there with it; a footnote's mark has one behind an address only. */
export function withBlank(text: string, span: Span, isFootnote = false): Span {
  const start = span.start - 1;
  const has = text[start] === " " && (!isFootnote || endsInAddress(text.slice(0, start)));
  return has ? { start, end: span.end } : span;
}

function referenceAt(block: Block, at: number) {
  return block.marks.find((mark) => mark.kind === "footnote-reference" && mark.span.start === at);
}
