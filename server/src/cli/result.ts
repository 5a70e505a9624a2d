/**
 * What a run of `check` found, as every printer takes it. Plain data.
 */
import type { ClaimExplanation } from "../service/explaining/types.ts";
import type { Claim, DraftReport, Note, Summary } from "../service/report.ts";
import { type Severities, type Severity, severityKey } from "../service/severity.ts";
import type { SourceInfo } from "../service/types.ts";
import type { Colors } from "./console.ts";

export interface CheckedDraft {
  readonly report: DraftReport;
  /** The text that the report's offsets count in: without a byte order mark. */
  readonly text: string;
  /** How gravely findings are shown where the project says so; else each format has its own way. */
  readonly severity?: Partial<Severities>;
  /** What each claim was held against, in document order; absent unless asked for. */
  readonly explanations?: readonly ClaimExplanation[];
}

export interface UnreadSource {
  readonly path: string;
  /** One line that names the file, the reason and what to do. */
  readonly message: string;
}

export interface CheckResult {
  readonly drafts: readonly CheckedDraft[];
  readonly sources: readonly SourceInfo[];
  readonly summary: Summary;
  /** Sources whose text could not be had: claims that rest on them are not checked. */
  readonly unread: readonly UnreadSource[];
  /** False where an input could not be read. */
  readonly complete: boolean;
  readonly version: string;
}

/** How much is printed, and on what. */
export interface View {
  readonly verbose: boolean;
  readonly explain: boolean;
  readonly quiet: boolean;
  readonly colors: Colors;
  readonly columns: number;
}

/** The claims that are shown: contradicted, disputed and wrongly cited ones, with `verbose` all; never what the project switches off. */
export function shownClaims(
  draft: CheckedDraft,
  { verbose, quiet }: Pick<View, "verbose" | "quiet">,
): Claim[] {
  return draft.report.claims.filter(
    (claim) =>
      severityIn(draft, claim) !== "off" &&
      (verbose || claim.verdict === "contradicted" || (isDoubtful(claim) && !quiet)),
  );
}

function isDoubtful({ verdict, code }: Claim): boolean {
  return verdict === "disputed" || code === "cited-source-disagrees";
}

/** What the project says of claims of this sort; undefined where it says nothing. */
export function severityIn({ severity }: CheckedDraft, claim: Claim): Severity | undefined {
  const key = severityKey(claim);
  return key === null ? undefined : severity?.[key];
}

/** How many contradictions make the run fail: those that no project switches off. */
export function failuresOf(drafts: readonly CheckedDraft[]): number {
  const counts = drafts.map(
    (draft) =>
      draft.report.claims.filter(
        (claim) => claim.verdict === "contradicted" && severityIn(draft, claim) !== "off",
      ).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The notes that are printed: none with `quiet`. */
export function shownNotes(report: DraftReport, { quiet }: Pick<View, "quiet">): readonly Note[] {
  return quiet ? [] : report.notes;
}
