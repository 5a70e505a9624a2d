/**
 * `Ignore This Claim…`: asks for the reason and writes it into the draft as a comment.
 */
import { Uri, window, workspace } from "vscode";
import { type EditsResult, type IgnoreParams, Methods } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { applyEdits } from "../edits.ts";
import { claimPlace } from "./claim-place.ts";

/** `given` comes from a quick fix, `said` from a keybinding or a test that has the reason already; both may be absent. */
export async function ignoreClaim(session: Session, given: unknown, said: unknown): Promise<void> {
  const place = claimPlace(given);
  if (!place) return;
  const reason = typeof said === "string" ? said : await askReason();
  if (!reason) return;
  const document = await workspace.openTextDocument(Uri.parse(place.uri));
  const params: IgnoreParams = { ...place, reason };
  const told = await applyEdits(document, () =>
    session.client.sendRequest<EditsResult>(Methods.ignore, params),
  );
  if (told !== null) void window.showInformationMessage(told);
}

function askReason(): Thenable<string | undefined> {
  return window.showInputBox({
    title: "Ignore This Claim",
    prompt: "Why does the draft stay as it is? The reason is kept beside the claim as a comment.",
    placeHolder: "For example: the ministry moved the date by phone on 3 May",
    validateInput: (text) =>
      text.trim() === "" ? "Give a reason, so that a later reader can tell why." : null,
  });
}
