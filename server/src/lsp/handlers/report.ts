/**
 * Reports on a draft: what was found, as a document to hand to an editor or a lawyer. Writes no file.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { Methods, type ReportParams, type ReportResult } from "../../protocol.ts";
import { failed, OVERTAKEN } from "../../service/failures.ts";
import { printReport, type SourceInReport } from "../../service/reporting/index.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { normalUri, shortName } from "../source-places.ts";
import { draftProblem } from "./explain.ts";

const FAILED: ReportResult = { text: null, problem: failed("make the report"), failed: true };

/** Serves `claimcheck/report`; `version` is told in the report. */
export function serveReports(session: Session, version: string): void {
  session.connection.onRequest(Methods.report, (params: ReportParams, token: CancellationToken) =>
    session.answer("Reporting", params.uri, FAILED, () => reportOn(session, params, version, goneBy(token))),
  );
}

async function reportOn(
  session: Session,
  { uri, format }: ReportParams,
  version: string,
  gone: () => boolean,
): Promise<ReportResult> {
  const problem = draftProblem(session, uri);
  if (problem !== null) return { text: null, problem };
  const checked = await session.drafts.check(uri, gone);
  if (!checked) return { text: null, problem: OVERTAKEN };
  const { report, document } = checked;
  const text = printReport(
    {
      drafts: [{ report, text: document.getText(), name: shortName(normalUri(uri), session.roots) }],
      sources: sourcesOf(session, uri),
      unread: session.library.unread(normalUri(uri)),
      day: session.host.today(),
      version,
    },
    format,
  );
  return { text, problem: null };
}

/** Those that count for the draft. */
function sourcesOf({ checker, library, roots }: Session, draft: string): SourceInReport[] {
  const counting = new Set(library.setFor(normalUri(draft)).uris);
  return checker.sources().flatMap((info) => {
    const text = checker.sourceText(info.uri);
    const isOther = info.builtin ? counting.size > 0 : !counting.has(info.uri);
    if (text === undefined || isOther) return [];
    const name = info.builtin ? info.uri.replace(/^.*[:/]/, "") : shortName(info.uri, roots);
    return [{ info, name, text, extract: () => checker.extract(info.uri) }];
  });
}
