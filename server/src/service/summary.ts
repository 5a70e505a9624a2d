/**
 * How many claims have which verdict. Knows reports.
 */
import type { DraftReport, Summary, Verdict } from "./report.ts";

/** The claims of all these reports by verdict. */
export function summaryOf(...reports: readonly Pick<DraftReport, "claims">[]): Summary {
  const count: Record<Verdict, number> = { supported: 0, contradicted: 0, unsupported: 0, disputed: 0 };
  for (const { claims } of reports) for (const { verdict } of claims) count[verdict]++;
  return count;
}
