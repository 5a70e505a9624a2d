/**
 * "Why is nothing flagged here?": what was read, what was found in the draft and what was not.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { KINDS } from "../../kinds/types.ts";
import { type DocumentPlace, type Explanation, Methods } from "../../protocol.ts";
import { CONFIG_FILE } from "../../service/config/types.ts";
import { explanationText } from "../../service/explanation.ts";
import { failed, OVERTAKEN } from "../../service/failures.ts";
import type { DraftReport, Kind, Verdict } from "../../service/report.ts";
import { type Checked, hiddenIn } from "../drafts.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";

export function serveExplanations(session: Session): void {
  session.connection.onRequest(Methods.explain, (params: DocumentPlace, token: CancellationToken) =>
    session.answer("Explaining", params.uri, brokenAt(params.uri), () =>
      explain(session, params.uri, goneBy(token)),
    ),
  );
}

async function explain(session: Session, uri: string, gone: () => boolean): Promise<Explanation> {
  const problem = draftProblem(session, uri);
  const outcome =
    problem === null
      ? await session.guard<Checked | null | "failed">("Checking", uri, "failed", () =>
          session.drafts.check(uri, gone),
        )
      : null;
  const checked = outcome === "failed" ? null : outcome;
  const report = checked?.report ?? { path: uri, claims: [], notes: [] };
  const notChecked = report.notes.find((note) => note.code === "not-checked");
  const blocks = checked && !notChecked ? session.drafts.reading(checked.document).blocks : [];
  const facts = {
    uri,
    checked: checked !== null && !notChecked,
    problem:
      problem ??
      notChecked?.message ??
      (outcome === "failed" ? failed("check this draft") : checked ? null : OVERTAKEN),
    sources: session.library.statuses(),
    sentences: blocks.reduce((sum, block) => sum + block.sentences.length, 0),
    claims: countClaims(report),
    checks: KINDS,
    ignored: hiddenIn(report),
  };
  return { ...facts, text: explanationText(facts, session.settings) };
}

/** The answer where Claimcheck itself broke. */
function brokenAt(uri: string): Explanation {
  const problem = failed("say what it found in this draft");
  const facts = { checked: false, problem, sources: [], sentences: 0, claims: {}, ignored: 0 };
  return { uri, ...facts, checks: KINDS, text: problem, failed: true };
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
