/**
 * Reports on claims, to hand to an editor or a lawyer: the one way in for the shells.
 */
import { claimsReport } from "./claims-report.ts";
import { htmlReport } from "./html-report.ts";
import { markdownReport } from "./markdown-report.ts";
import type { ReportFormat, ReportInput } from "./types.ts";

export type { DraftInReport, ReportFormat, ReportInput, SourceInReport } from "./types.ts";

/** The report on these drafts as a document of its own. */
export function printReport(input: ReportInput, format: ReportFormat): string {
  const report = claimsReport(input);
  return format === "html" ? htmlReport(report) : markdownReport(report);
}
