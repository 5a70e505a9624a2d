/**
 * "Explain the Claim at the Cursor": what it was held against and why it is told or not, as a document to read.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { type ClaimExplanationResult, Methods, type PositionPlace } from "../../protocol.ts";
import { explanationDocument } from "../../service/explaining/markdown.ts";
import type { Candidate, SentenceExplanation } from "../../service/explaining/types.ts";
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
  const weighed = session.checker.explain(session.draftInput(uri, document.getText()), place);
  const sentences = weighed.map((one) => named(session, one));
  const name = shortName(normalUri(uri), session.roots);
  return { text: explanationDocument(sentences, place, name), problem: null };
}

/** Files by their place in the workspace, as people know them. */
function named({ roots }: Session, sentence: SentenceExplanation): SentenceExplanation {
  const rename = (one: Candidate): Candidate =>
    one.source.startsWith("file:") ? { ...one, source: shortName(normalUri(one.source), roots) } : one;
  return {
    ...sentence,
    nearest: sentence.nearest.map(rename),
    claims: sentence.claims.map((claim) => ({ ...claim, candidates: claim.candidates.map(rename) })),
  };
}

function nothing(problem: string): ClaimExplanationResult {
  return { text: null, problem };
}
