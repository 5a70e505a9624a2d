/**
 * Where the editor starts and stops the extension. Only wires the parts; each part knows its own job.
 */
import type { ExtensionContext } from "vscode";
import { createSession } from "./client.ts";
import { registerCommands } from "./commands/index.ts";
import { showLanguageStatus } from "./views/language-status.ts";
import { sourceTexts } from "./views/source-texts.ts";
import { showStatusBar } from "./views/status-bar.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const session = createSession(context);
  context.subscriptions.push(
    session,
    registerCommands(session),
    showLanguageStatus(session),
    showStatusBar(session),
    sourceTexts(),
  );
  await session.start();
}

/** The client is disposed of with the context's subscriptions; nothing else is held. */
export function deactivate(): void {}
