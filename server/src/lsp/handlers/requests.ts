/**
 * Our own requests: status, edits for commands of the client. Their types stand in `protocol.ts`.
 */
import type { CancellationToken } from "vscode-languageserver/node";
import { type DocumentPlace, type EditsResult, type IgnoreParams, Methods } from "../../protocol.ts";
import { corrections, correctionsInWords } from "../../service/corrections.ts";
import { failed } from "../../service/failures.ts";
import type { Edit } from "../../service/report.ts";
import { ignoreEdit } from "../../service/suppressions.ts";
import { type Checked, claimOfPlace } from "../drafts.ts";
import { asIgnoreParams, goneBy } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { textEdits } from "../to-proto.ts";

/** Edits, with what is told of them; or why there are none. */
type Answer = { readonly edits: readonly Edit[]; readonly note?: string } | string;

export function serveRequests(session: Session): void {
  const { connection } = session;
  connection.onRequest(Methods.status, () => session.status());
  connection.onRequest(Methods.fixAll, (params: DocumentPlace, token: CancellationToken) =>
    edits(session, params, token, fixAll),
  );
  connection.onRequest(Methods.ignore, (given: unknown, token: CancellationToken) => {
    const params = asIgnoreParams(given);
    return edits(session, params, token, (checked) => ignore(session, checked, params));
  });
}

async function edits(
  session: Session,
  { uri }: DocumentPlace,
  token: CancellationToken,
  answer: (checked: Checked) => Answer,
): Promise<EditsResult> {
  const none = (problem: string): EditsResult => ({ edits: [], version: null, problem });
  const broken: EditsResult = { ...none(failed("change this draft")), failed: true };
  return session.answer("An edit", uri, broken, async () => {
    const checked = session.isDraft(uri) ? await session.drafts.check(uri, goneBy(token)) : null;
    if (!checked) return none("This document is not a draft that is open.");
    const found = answer(checked);
    if (typeof found === "string") return none(found);
    const { document } = checked;
    const note = found.note === undefined ? {} : { note: found.note };
    return { edits: textEdits(found.edits, document), version: document.version, problem: null, ...note };
  });
}

function fixAll({ report }: Checked): Answer {
  const made = corrections(report);
  const note = correctionsInWords(report, made);
  return made.edits.length > 0 ? { edits: made.edits, note } : note;
}

function ignore(session: Session, checked: Checked, params: IgnoreParams): Answer {
  const claim = claimOfPlace(checked, params);
  if (!claim) return "The claim has changed in the meantime: nothing was ignored.";
  return { edits: [ignoreEdit(session.drafts.reading(checked.document), claim, params.reason)] };
}
