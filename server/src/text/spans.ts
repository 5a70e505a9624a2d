/**
 * What two spans of one text have to do with each other.
 */
import type { Span } from "./types.ts";

/** True where the two share a character; spans that only meet do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
