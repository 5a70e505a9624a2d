/**
 * From the protocol's places to claims of a report. With `to-proto.ts` the only converter.
 */
import type { CancellationToken, Position, Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Claim, DraftReport, FactInReport } from "../service/report.ts";
import type { Checked, Gone } from "./drafts.ts";

export function goneBy(token: CancellationToken): Gone {
  return () => token.isCancellationRequested;
}

/** The claims that touch a range, the findings before the supported ones, then the tightest first. */
export function claimsIn(report: DraftReport, document: TextDocument, range: Range): Claim[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return report.claims
    .filter((claim) => claim.start <= end && claim.end >= start)
    .sort((a, b) => rank(a) - rank(b) || a.end - a.start - (b.end - b.start));
}

/** The claim to speak of at a position, or undefined. */
export function claimAt(report: DraftReport, document: TextDocument, position: Position): Claim | undefined {
  return claimsIn(report, document, { start: position, end: position })[0];
}

/** The fact of a fact sheet at a position, or undefined. */
export function factAt({ report, document }: Checked, position: Position): FactInReport | undefined {
  const offset = document.offsetAt(position);
  return report.facts?.find(({ start, end }) => start <= offset && offset <= end);
}

function rank(claim: Claim): number {
  return { contradicted: 0, disputed: 1, supported: 2, unsupported: 3 }[claim.verdict];
}
