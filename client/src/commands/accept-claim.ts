/**
 * `Accept This Finding…`: asks for the reason and has it written into the file of accepted findings.
 */
import { window } from "vscode";
import {
  type AcceptResult,
  type ClaimPlace,
  type IgnoreParams,
  Methods,
} from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { guarded } from "../failures.ts";
import { failureTeller } from "../views/failure.ts";
import { claimPlace } from "./claim-place.ts";

/** `given` comes from a quick fix, `said` from a keybinding or a test that has the reason already; both may be absent. */
export async function acceptClaim(session: Session, given: unknown, said: unknown): Promise<void> {
  const place = claimPlace(given);
  if (!place) return;
  const reason = typeof said === "string" ? said : await askReason();
  if (!reason) return;
  const params: IgnoreParams = { ...place, reason };
  const { file, problem } = await session.client.sendRequest<AcceptResult>(Methods.accept, params);
  if (problem !== null) void window.showWarningMessage(problem);
  else void guarded(failureTeller(session), () => offerUndo(session, place, file));
}

/** The editor's own undo does not reach a file that is not open. */
async function offerUndo(session: Session, { uri, range, fingerprint }: ClaimPlace, file: string | null) {
  const undo = "Undo";
  const said = `Accepted, and written into ${file} for all who work on this draft.`;
  if ((await window.showInformationMessage(said, undo)) !== undo) return;
  const params: ClaimPlace = { uri, range, fingerprint };
  const { problem } = await session.client.sendRequest<AcceptResult>(Methods.withdraw, params);
  if (problem !== null) void window.showWarningMessage(problem);
}

function askReason(): Thenable<string | undefined> {
  return window.showInputBox({
    title: "Accept This Finding",
    prompt:
      "Why does the draft stay as it is? The reason is kept in the file of accepted findings beside the drafts.",
    placeHolder: "For example: the ministry moved the date by phone on 3 May",
    validateInput: (text) =>
      text.trim() === "" ? "Give a reason, so that a later reader can tell why." : null,
  });
}
