/**
 * Prints reports and extracts as JSON, in the shapes that scripts rely on. Adds nothing to what the façade gives
 * but the frame.
 */
import type { SourceExtract } from "../../service/types.ts";
import type { CheckResult } from "../result.ts";

/** The version of both shapes: goes up when something that was there is no longer. */
const SHAPE = 1;

/** The reports of `check` as JSON, in the shape that `version` numbers. */
export function printJson({ drafts, sources, unread, summary }: CheckResult): string {
  const reports = drafts.map(({ report, explanations }) =>
    explanations === undefined ? report : { ...report, explanations },
  );
  return `${JSON.stringify({ version: SHAPE, drafts: reports, summary, sources, unread }, null, 2)}\n`;
}

/** What sources state as JSON, in the shape that `version` numbers. */
export function printExtractJson(sources: readonly SourceExtract[]): string {
  return `${JSON.stringify({ version: SHAPE, sources }, null, 2)}\n`;
}
