/**
 * `Create a Fact Sheet from This Source`: opens a first sheet beside, not yet saved, for the writer to edit.
 */
import { Uri, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import { type FactSheetResult, Methods } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";

/** `given` is the file that was clicked in the explorer; without it the source in the editor, else one that is picked. */
export async function createFactSheet(session: Session, given: unknown): Promise<void> {
  const source =
    given instanceof Uri ? given.toString() : (openSource(session) ?? (await pickSource(session)));
  if (source === undefined) return;
  const place = { uri: source };
  const {
    text,
    place: target,
    problem,
  } = await session.client.sendRequest<FactSheetResult>(Methods.factSheet, place);
  if (text === null || target === null) {
    void window.showInformationMessage(problem ?? "There is no fact sheet of this file.");
    return;
  }
  await openUnsaved(Uri.parse(target), text);
}

/** The source that has the cursor, its extracted text included. */
function openSource(session: Session): string | undefined {
  const open = window.activeTextEditor?.document.uri.toString();
  const normal = open === undefined ? undefined : Uri.parse(open).toString();
  const isSource = session.status?.sources.some(({ uri }) => Uri.parse(uri).toString() === normal);
  return isSource ? open : undefined;
}

async function pickSource(session: Session): Promise<string | undefined> {
  const sources = (session.status?.sources ?? []).filter(({ unread, builtin }) => !unread && !builtin);
  if (sources.length === 0) {
    void window.showInformationMessage("There is no source yet: put one into a folder “sources” first.");
    return undefined;
  }
  const items = sources.map(({ uri, title, name }) => ({ label: title, description: name, uri }));
  const picked = await window.showQuickPick(items, {
    title: "Create a Fact Sheet",
    placeHolder: "Pick the source whose facts you want to write down",
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
