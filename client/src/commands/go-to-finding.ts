/**
 * `Go to Next Finding`, `Go to Previous Finding`: moves the cursor and opens the card there, so that no mouse is needed.
 */
import {
  commands,
  type Diagnostic,
  type Position,
  Selection,
  TextEditorRevealType,
  ViewColumn,
  window,
} from "vscode";
import { findingsOf } from "../findings.ts";
import { activeDraft } from "./active-draft.ts";

export function nextFinding(): Promise<void> {
  return goTo((findings, cursor) => findings.find(({ range }) => range.start.isAfter(cursor)) ?? findings[0]);
}

export function previousFinding(): Promise<void> {
  return goTo(
    (findings, cursor) => findings.findLast(({ range }) => range.start.isBefore(cursor)) ?? findings.at(-1),
  );
}

async function goTo(
  choose: (findings: Diagnostic[], cursor: Position) => Diagnostic | undefined,
): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const finding = choose(findingsOf(editor.document), editor.selection.active);
  if (!finding) {
    window.setStatusBarMessage("Claimcheck: no finding in this draft", 4000);
    return;
  }
  const { start } = finding.range;
  if (editor !== window.activeTextEditor)
    await window.showTextDocument(editor.document, editor.viewColumn ?? ViewColumn.Active);
  editor.selection = new Selection(start, start);
  editor.revealRange(finding.range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand("editor.action.showHover");
}
