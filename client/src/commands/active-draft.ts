/**
 * The draft that a command acts on.
 */
import { languages, type TextEditor, window } from "vscode";
import { DRAFTS } from "../client.ts";

/**
 * The active editor where it shows a draft; beside a page that is no text, such as the walkthrough, the one draft that is
 * seen. Else null, and the writer is told what to do.
 */
export function activeDraft(): TextEditor | null {
  const isDraft = ({ document }: TextEditor) => languages.match(DRAFTS, document) > 0;
  const { activeTextEditor: editor, visibleTextEditors: visible } = window;
  const [draft, another] = (editor ? [editor] : visible).filter(isDraft);
  if (draft && !another) return draft;
  void window.showInformationMessage(
    "Open a Markdown draft first; Claimcheck acts on the one that has the cursor.",
  );
  return null;
}
