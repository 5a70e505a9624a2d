/**
 * Which claims rest on a passage of a source: the question of references the other way round. Knows reports only.
 */
import type { Claim, DraftReport } from "./report.ts";

/** A stretch of a source's text. */
export interface SourceSpan {
  /** The uri or path under which reports name the source. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** The claims of a report that a passage overlapping `span` decides, whatever their verdict, in document order. */
export function claimsOn({ claims }: DraftReport, span: SourceSpan): Claim[] {
  return claims.filter(({ evidence }) =>
    evidence.some(({ source, start, end }) => source === span.source && start < span.end && span.start < end),
  );
}
