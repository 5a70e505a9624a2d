/**
 * Many corrections at once: the first fixes of the contradicted claims of a draft, as edits that do not overlap.
 * Knows reports only.
 */
import { DisjointSpans } from "./disjoint-spans.ts";
import type { Claim, DraftReport, Edit, Kind } from "./report.ts";

export const KIND_PLURALS: Readonly<Record<Kind, string>> = {
  date: "dates",
  quantity: "figures",
  quotation: "quotations",
  speaker: "speakers",
  role: "roles",
  name: "names",
  polarity: "statements",
  relation: "statements",
};

export interface CorrectionOptions {
  /** Only claims of this kind. */
  readonly kind?: Kind;
  /** The least confidence, 0 to 1; by default what is shown as a warning. */
  readonly least?: number;
}

export interface Corrections {
  /** The claims that the edits correct, in document order. */
  readonly claims: readonly Claim[];
  /** In document order; none overlaps another one. */
  readonly edits: readonly Edit[];
}

/** The corrections that can be made in one step. Of two that overlap the surer one is taken. */
export function corrections(report: DraftReport, options: CorrectionOptions = {}): Corrections {
  const { kind, least = 0.9 } = options;
  const wanted = report.claims
    .filter((claim) => claim.verdict === "contradicted" && claim.confidence >= least)
    .filter((claim) => (kind === undefined || claim.kind === kind) && (claim.fixes[0]?.edits.length ?? 0) > 0)
    .sort((a, b) => b.confidence - a.confidence || a.start - b.start);
  const taken = new DisjointSpans({ apart: true });
  const claims = wanted.filter(({ fixes }) => {
    const { edits } = fixes[0]!;
    if (edits.some((edit) => taken.overlaps(edit))) return false;
    for (const edit of edits) taken.add(edit);
    return true;
  });
  const edits = claims.flatMap((claim) => claim.fixes[0]!.edits);
  return {
    claims: claims.sort((a, b) => a.start - b.start),
    edits: [...edits].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}
