/**
 * Questions about lines that suppressions and citations share, over the text layer's line table. Knows nothing of claims.
 */
import type { LineTable } from "../text/lines.ts";
import type { Span } from "../text/types.ts";
import type { Range } from "./report.ts";

/** A span as zero-based positions. */
export function rangeOf(lines: LineTable, span: Span): Range {
  return { start: lines.placeAt(span.start), end: lines.placeAt(span.end) };
}

/** The characters of the line that holds `offset`, without its line break. */
export function lineSpan(lines: LineTable, offset: number): Span {
  const { line } = lines.placeAt(offset);
  return { start: lines.lineStart(line), end: lines.lineEnd(line) };
}

/** The whole lines that a span touches, without the last line break. */
export function linesOf(lines: LineTable, span: Span): Span {
  return {
    start: lineSpan(lines, span.start).start,
    end: lineSpan(lines, Math.max(span.start, span.end)).end,
  };
}

/** "\r\n" where the text's first line ends so, else "\n". */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}
