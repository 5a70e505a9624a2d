/**
 * `Fix All in This Draft`: every claim that is surely contradicted, in one step.
 */
import { window } from "vscode";
import { type DocumentPlace, type EditsResult, Methods } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { applyEdits } from "../edits.ts";
import { activeDraft } from "./active-draft.ts";

export async function fixAll(session: Session): Promise<void> {
  const document = activeDraft()?.document;
  if (!document) return;
  const place: DocumentPlace = { uri: document.uri.toString() };
  const told = await applyEdits(document, () =>
    session.client.sendRequest<EditsResult>(Methods.fixAll, place),
  );
  if (told !== null) void window.showInformationMessage(told);
}
