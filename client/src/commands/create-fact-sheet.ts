/**
 * `Create a Fact Sheet from This Source`: opens a first sheet beside, not yet saved, for the writer to edit.
 */
import { Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import { type FactSheetResult, Methods, type Status } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";

/** `given` is the file that was clicked in the explorer; without it the source in the editor, else one that is picked. */
export async function createFactSheet(session: Session, given: unknown): Promise<void> {
  const open = window.activeTextEditor?.document.uri;
  const clicked = given instanceof Uri ? given : undefined;
  let made = clicked || open ? await sheetOf(session, (clicked ?? open)!.toString()) : null;
  if (!clicked && !made?.text) {
    const picked = await pickSource(session);
    if (picked === undefined) return;
    made = await sheetOf(session, picked);
  }
  if (!made?.text || made.place === null) {
    void window.showInformationMessage(made?.problem ?? "There is no fact sheet of this file.");
    return;
  }
  await openUnsaved(Uri.parse(made.place), made.text);
}

function sheetOf(session: Session, uri: string): Promise<FactSheetResult> {
  return session.client.sendRequest<FactSheetResult>(Methods.factSheet, { uri });
}

async function pickSource(session: Session): Promise<string | undefined> {
  const status = session.status ?? (await session.client.sendRequest<Status>(Methods.status, null));
  const sources = status.sources.filter(({ unread, builtin }) => !unread && !builtin);
  if (sources.length === 0) {
    void window.showInformationMessage("There is no source yet: put one into a folder “sources” first.");
    return undefined;
  }
  const items = sources.map(({ uri, title, name }) => ({ label: title, description: name, uri }));
  const picked = await window.showQuickPick(items, {
    title: "Create a Fact Sheet",
    placeHolder: "Pick the source whose facts you want to write down",
    matchOnDescription: true,
  });
  return picked?.uri;
}

/** A document that is saved at `target` unless the writer says otherwise. */
async function openUnsaved(target: Uri, text: string): Promise<void> {
  const unsaved = target.with({ scheme: "untitled" });
  const document = await workspace.openTextDocument(unsaved);
  const edit = new WorkspaceEdit();
  if (document.getText() === "") edit.insert(document.uri, document.positionAt(0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
}
