/**
 * "Why is nothing flagged here?": what was read, what was found in the draft and what was not.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { type DocumentPlace, type Explanation, Methods } from "../../protocol.ts";
import { CONFIG_FILE } from "../../service/config/types.ts";
import { explanationText, KINDS } from "../../service/explanation.ts";
import type { DraftReport, Kind, Verdict } from "../../service/report.ts";
import { hiddenIn } from "../drafts.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";

export function serveExplanations(session: Session): void {
  session.connection.onRequest(Methods.explain, (params: DocumentPlace, token: CancellationToken) =>
    session.answer("Explaining", params.uri, null, () => explain(session, params.uri, goneBy(token))),
  );
}

async function explain(session: Session, uri: string, gone: () => boolean): Promise<Explanation> {
  const problem = draftProblem(session, uri);
  const checked =
    problem === null
      ? await session.guard("Checking", uri, null, () => session.drafts.check(uri, gone))
      : null;
  const report = checked?.report ?? { path: uri, claims: [], notes: [] };
  const notChecked = report.notes.find((note) => note.code === "not-checked");
  const blocks = checked && !notChecked ? session.drafts.reading(checked.document).blocks : [];
  const facts = {
    uri,
    checked: checked !== null && !notChecked,
    problem:
      problem ??
      notChecked?.message ??
      (checked ? null : "The check failed or was cancelled: the log tells why."),
    sources: session.library.statuses(),
    sentences: blocks.reduce((sum, block) => sum + block.sentences.length, 0),
    claims: countClaims(report),
    checks: KINDS,
    ignored: hiddenIn(report),
  };
  return { ...facts, text: explanationText(facts, session.settings) };
}

/** Why a document is not checked as a draft, in a sentence, or null. */
export function draftProblem(session: Session, uri: string): string | null {
  if (session.isSource(uri)) return "This file is one of the sources, so it is not checked as a draft.";
  if (!session.isDraft(uri)) return `${CONFIG_FILE} leaves this file out (drafts, exclude).`;
  if (!session.documents.get(uri)) return "This file is not open as Markdown.";
  return null;
}

function countClaims(report: DraftReport): Explanation["claims"] {
  const counts: Partial<Record<Kind, Partial<Record<Verdict, number>>>> = {};
  for (const { kind, verdict } of report.claims) {
    const ofKind = counts[kind] ?? {};
    counts[kind] = { ...ofKind, [verdict]: (ofKind[verdict] ?? 0) + 1 };
  }
  return counts;
}
