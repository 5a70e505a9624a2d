/**
 * Many corrections at once: the first fixes of the contradicted claims of a draft, as edits that do not overlap.
 * Knows reports only.
 */
import { DisjointSpans } from "./disjoint-spans.ts";
import { counted } from "./messages.ts";
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

/** The least confidence of a claim that is corrected unasked: what is shown as a warning. */
const SURE = 0.9;

export interface Corrections {
  /** The claims that the edits correct, in document order. */
  readonly claims: readonly Claim[];
  /** In document order; none overlaps another one. */
  readonly edits: readonly Edit[];
}

/** The corrections that can be made in one step. Of two that overlap the surer one is taken. */
export function corrections(report: DraftReport, options: CorrectionOptions = {}): Corrections {
  const { kind, least = SURE } = options;
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

/** "Corrected 3 claims. 2 are left: 1 is not certain, 1 …": what was corrected in one step, what was not, and why. */
export function correctionsInWords(report: DraftReport, made: Corrections): string {
  const first =
    made.claims.length > 0
      ? `Corrected ${counted(made.claims.length, "claim")}.`
      : "Nothing in this draft is surely contradicted.";
  const left = report.claims.filter((claim) => isFinding(claim) && !made.claims.some((one) => one === claim));
  const reasons = Object.entries(LEFT)
    .map(([why, words]) => ({ count: left.filter((claim) => whyLeft(claim) === why).length, words }))
    .filter(({ count }) => count > 0)
    .map(({ count, words: [one, many] }) => `${count} ${count === 1 ? one : many}`);
  if (left.length === 0) return first;
  const those = made.claims.length > 0 ? "" : ` ${left.length === 1 ? "claim" : "claims"}`;
  return `${first} ${left.length}${those} ${left.length === 1 ? "is" : "are"} left for you to look at: ${reasons.join(", ")}.`;
}

const LEFT = {
  disputed: ["on which the sources disagree", "on which the sources disagree"],
  unsure: ["that is not certain", "that are not certain"],
  unwritten: ["for which no correction could be written", "for which no correction could be written"],
  beside: ["that overlaps another correction", "that overlap another correction"],
} as const;

function whyLeft({ verdict, confidence, fixes }: Claim): keyof typeof LEFT {
  if (verdict === "disputed") return "disputed";
  if (confidence < SURE) return "unsure";
  return (fixes[0]?.edits.length ?? 0) === 0 ? "unwritten" : "beside";
}

function isFinding({ verdict }: Claim): boolean {
  return verdict === "contradicted" || verdict === "disputed";
}
