/**
 * "Explain the Claim at the Cursor": what it was held against and why it is told or not, as a document to read.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { type ClaimExplanationResult, Methods, type PositionPlace } from "../../protocol.ts";
import { explanationDocument } from "../../service/explaining/markdown.ts";
import { failed, OVERTAKEN } from "../../service/failures.ts";
import { goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { normalUri, shortName } from "../source-places.ts";
import { draftProblem } from "./explain.ts";

const FAILED: ClaimExplanationResult = { ...nothing(failed("explain this claim")), failed: true };

/** Serves `claimcheck/explainClaim`. */
export function serveClaimExplanations(session: Session): void {
  session.connection.onRequest(Methods.explainClaim, (params: PositionPlace, token: CancellationToken) =>
    session.answer("Explaining a claim", params.uri, FAILED, () =>
      explainClaim(session, params, goneBy(token)),
    ),
  );
}

async function explainClaim(
  session: Session,
  { uri, position }: PositionPlace,
  gone: () => boolean,
): Promise<ClaimExplanationResult> {
  const problem = draftProblem(session, uri);
  if (problem !== null) return nothing(problem);
  const checked = await session.drafts.check(uri, gone);
  if (!checked) return nothing(OVERTAKEN);
  const { document, report } = checked;
  const notChecked = report.notes.find(({ code }) => code === "not-checked");
  if (notChecked) return nothing(notChecked.message);
  const offset = document.offsetAt(position);
  const place = { start: offset, end: offset };
  const sentences = session.checker.explain(session.draftInput(uri, document.getText()), place);
  const name = shortName(normalUri(uri), session.roots);
  return { text: explanationDocument(sentences, place, name), problem: null };
}

function nothing(problem: string): ClaimExplanationResult {
  return { text: null, problem };
}
