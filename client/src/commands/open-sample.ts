/**
 * `Open the Sample Draft`: a copy of the bundled draft, to play with.
 */
import { commands, Uri, window, workspace } from "vscode";
import type { Session } from "../client.ts";

const NAME = "prague-briefing.md";

/**
 * Opens a fresh copy in this window; in a window of its own where the workspace has sources, since the sample is
 * checked against the built-in ones.
 */
export async function openSample(session: Session): Promise<void> {
  const { extensionUri, globalStorageUri } = session.context;
  const folder = Uri.joinPath(globalStorageUri, "sample");
  const draft = Uri.joinPath(folder, NAME);
  const isDirty = workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === draft.toString(),
  );
  if (!isDirty)
    await workspace.fs.copy(Uri.joinPath(extensionUri, "samples", NAME), draft, { overwrite: true });
  const hasSources = session.status?.sources.some((source) => !source.builtin) ?? false;
  if (hasSources) {
    await commands.executeCommand("vscode.openFolder", folder, {
      forceNewWindow: true,
      filesToOpen: [draft],
    });
    return;
  }
  await window.showTextDocument(draft, { preview: false });
}
