/**
 * `Explain the Claim at the Cursor`: what it was held against and why it is told or not, on a page beside the draft.
 */
import {
  commands,
  type Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { type ClaimExplanationResult, Methods, type PositionPlace } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { activeDraft } from "./active-draft.ts";

const SCHEME = "claimcheck-explanation";

/** The latest explanation; the one document shows it, so that asking again opens no other. */
let latest = "";
const changed = new EventEmitter<Uri>();
const PLACE = Uri.from({ scheme: SCHEME, path: "/Explanation.md" });

/** Gives the editor the text of explanations. */
export function explanationViews(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => latest,
  });
}

export async function explainClaim(session: Session): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const place: PositionPlace = { uri: editor.document.uri.toString(), position: { line, character } };
  const answer = await session.client.sendRequest<ClaimExplanationResult>(Methods.explainClaim, place);
  if (answer.text === null) {
    void window.showInformationMessage(answer.problem ?? "There is nothing to explain here.");
    return;
  }
  latest = answer.text;
  changed.fire(PLACE);
  const document = await workspace.openTextDocument(PLACE);
  await languages.setTextDocumentLanguage(document, "markdown");
  await showPage(document, editor);
}

/** As a page to read; as text where the editor's own Markdown extension is switched off. The cursor stays in the draft. */
async function showPage(document: TextDocument, draft: TextEditor): Promise<void> {
  try {
    await commands.executeCommand("markdown.showLockedPreviewToSide", document.uri);
    // A page that is open already shows what was asked before.
    await commands.executeCommand("markdown.preview.refresh");
  } catch {
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    return;
  }
  await window.showTextDocument(draft.document, {
    selection: draft.selection,
    ...(draft.viewColumn === undefined ? {} : { viewColumn: draft.viewColumn }),
  });
}
