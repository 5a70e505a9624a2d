/**
 * `--changed-since`: a report with nothing but what stands on lines that a change brought. Knows git by the host.
 */
import { changedLines, GitError, type GitFailure, type LineRange } from "../node/git.ts";
import type { DraftReport, Range } from "../service/report.ts";
import { CliError } from "./errors.ts";

/** The report on the file `path` with only the claims and notes on lines that differ from those at `ref`. */
export async function changedOnly(report: DraftReport, path: string, ref: string): Promise<DraftReport> {
  const lines = await linesSince(path, ref);
  if (lines === null) return report;
  const isChanged = ({ range }: { readonly range: Range }) =>
    lines.some(({ first, last }) => range.start.line <= last && first <= range.end.line);
  const claims = report.claims.filter(isChanged);
  // What speaks of the draft as a whole stands on its first line, changed or not.
  const notes = report.notes.filter((note) => !ON_LINES.has(note.code) || isChanged(note));
  const { ignored, ...rest } = report;
  const hidden = ignored?.filter(({ claim }) => isChanged(claim)) ?? [];
  return { ...rest, claims, notes, ...(hidden.length > 0 ? { ignored: hidden } : {}) };
}

const ON_LINES: ReadonlySet<string> = new Set(["unused-ignore", "ignore-without-reason"]);

const TO_DO: Readonly<Record<GitFailure, string>> = {
  "no-git": "Install git, or leave --changed-since out.",
  "no-repository": "Run it in a repository, or leave --changed-since out.",
  "unknown-ref": "Name a branch, a tag or a commit, and fetch it where the clone is shallow.",
  failed: "Leave --changed-since out, or see to it.",
};

async function linesSince(path: string, ref: string): Promise<readonly LineRange[] | null> {
  try {
    return await changedLines(path, ref);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new CliError(`${path}: what has changed is not known: ${error.message}. ${TO_DO[error.failure]}`);
  }
}
