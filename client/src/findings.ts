/**
 * The findings that stand in an editor right now, as the diagnostics of this extension. Knows diagnostics; asks no server.
 */
import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  type Position,
  type Range,
  type TextDocument,
} from "vscode";
import type { ClaimPlace, DiagnosticData } from "../../server/src/protocol.ts";

/** Findings of a draft from top to bottom; hints (missing citations) only where there is nothing else. */
export function findingsOf(document: TextDocument): Diagnostic[] {
  const all = languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === "claimcheck")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  const serious = all.filter((diagnostic) => diagnostic.severity !== DiagnosticSeverity.Hint);
  return serious.length > 0 ? serious : all;
}

/** The claim of the finding at a position, the narrowest where they overlap; null where there is none. */
export function claimAt(document: TextDocument, position: Position): ClaimPlace | null {
  const size = ({ range }: Diagnostic) => document.offsetAt(range.end) - document.offsetAt(range.start);
  const [finding] = languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === "claimcheck" && diagnostic.range.contains(position))
    .sort((a, b) => size(a) - size(b));
  const data = finding && dataOf(finding);
  if (!finding || !data) return null;
  return { uri: document.uri.toString(), fingerprint: data.fingerprint, range: plainRange(finding.range) };
}

/** The editor's own range would travel as an array of two positions. */
function plainRange({ start, end }: Range): ClaimPlace["range"] {
  const plain = ({ line, character }: Position) => ({ line, character });
  return { start: plain(start), end: plain(end) };
}

/** What the server attached; the client library keeps it on the diagnostic, outside the editor's own interface. */
function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  return (diagnostic as Diagnostic & { readonly data?: DiagnosticData }).data;
}
