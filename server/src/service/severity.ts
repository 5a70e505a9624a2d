/**
 * How gravely a claim is shown, by verdict: settings of the editor and `claimcheck.yaml` name the same six.
 * Knows reports; nothing of editors.
 */
import type { Claim } from "./report.ts";

export type Severity = "error" | "warning" | "information" | "hint" | "off";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "information", "hint", "off"];

export interface Severities {
  /** Contradicted with a confidence of at least `SURE`. */
  readonly contradicted: Severity;
  /** Contradicted with less. */
  readonly uncertain: Severity;
  readonly disputed: Severity;
  readonly uncited: Severity;
  /** Supported, but not by the source that is cited. */
  readonly miscited: Severity;
  readonly unsupported: Severity;
}

/** The confidence from which a contradiction is a warning. */
const SURE = 0.9;

export const DEFAULT_SEVERITIES: Severities = {
  contradicted: "warning",
  uncertain: "information",
  disputed: "information",
  uncited: "hint",
  miscited: "information",
  unsupported: "hint",
};

/** Which of the six a claim goes under; null for a supported claim with its citation, which is no finding. */
export function severityKey({
  verdict,
  confidence,
  code,
}: Pick<Claim, "verdict" | "confidence" | "code">): keyof Severities | null {
  if (verdict === "contradicted") return confidence >= SURE ? "contradicted" : "uncertain";
  if (verdict === "supported" && code === "cited-source-disagrees") return "miscited";
  if (verdict === "supported") return code === "uncited" ? "uncited" : null;
  return verdict;
}
