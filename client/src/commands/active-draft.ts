/**
 * The draft that a command acts on.
 */
import { languages, type TextEditor, window } from "vscode";
import { DRAFTS } from "../client.ts";

/** The active editor where it shows a draft; else null, and the writer is told what to do. */
export function activeDraft(): TextEditor | null {
  const editor = window.activeTextEditor;
  if (editor && languages.match(DRAFTS, editor.document) > 0) return editor;
  void window.showInformationMessage(
    "Open a Markdown draft first; Claimcheck acts on the one that has the cursor.",
  );
  return null;
}
