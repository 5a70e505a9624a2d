/**
 * Applies edits that the server worked out, as one step for undo. Knows the protocol's edits and the editor's.
 */
import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import type { EditsResult } from "../../server/src/protocol.ts";

/**
 * Asks for edits and applies them; once more where the draft changed meanwhile. Gives what there is to tell, or null.
 * Edits of other files, such as the bibliography, are undone together with those of the draft.
 */
export async function applyEdits(
  document: TextDocument,
  ask: () => Promise<EditsResult>,
): Promise<string | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const { edits, version, problem, others = [], note = null } = await ask();
    if (problem !== null || edits.length === 0) return problem ?? "There is nothing to change here.";
    if (version !== null && version !== document.version) continue;
    const change = new WorkspaceEdit();
    for (const { range, newText } of edits) change.replace(document.uri, asRange(range), newText);
    for (const { uri, isNew, edits: further } of others) {
      const other = Uri.parse(uri);
      if (isNew) change.createFile(other, { ignoreIfExists: true });
      for (const { range, newText } of further) change.replace(other, asRange(range), newText);
    }
    return (await workspace.applyEdit(change)) ? note : "The draft could not be changed.";
  }
  return "The draft is being changed. Try again in a moment.";
}

/** The editor's range for one of the protocol's. */
export function asRange(range: EditsResult["edits"][number]["range"]): Range {
  const { start, end } = range;
  return new Range(start.line, start.character, end.line, end.character);
}
