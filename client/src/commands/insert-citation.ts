/**
 * `Insert Citation`: cites the source of the claim at the cursor.
 */
import { window } from "vscode";
import { type EditsResult, Methods, type PositionPlace } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { applyEdits } from "../edits.ts";
import { activeDraft } from "./active-draft.ts";

export async function insertCitation(session: Session): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const place: PositionPlace = { uri: document.uri.toString(), position: { line, character } };
  const told = await applyEdits(document, () =>
    session.client.sendRequest<EditsResult>(Methods.insertCitation, place),
  );
  if (told !== null) void window.showInformationMessage(told);
}
