/**
 * `Why Is Nothing Flagged Here?`: what was read, what was found and what was not, as a list that leads on.
 */
import { commands, type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import {
  type DocumentPlace,
  type Explanation,
  Methods,
  type SourceStatus,
} from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { activeDraft } from "./active-draft.ts";

interface Line extends QuickPickItem {
  readonly run?: () => Thenable<unknown> | undefined;
}

export async function explain(session: Session): Promise<void> {
  if (session.failure !== null) return explainFailure(session);
  const document = activeDraft()?.document;
  if (!document) return;
  const place: DocumentPlace = { uri: document.uri.toString() };
  const explanation = await session.client.sendRequest<Explanation>(Methods.explain, place);
  const picked = await window.showQuickPick(linesOf(explanation, session), {
    title: "Why Is Nothing Flagged Here?",
    placeHolder: "Pick a source to open it, or Escape",
    matchOnDetail: true,
  });
  await picked?.run?.();
}

async function explainFailure(session: Session): Promise<void> {
  const restart = "Restart";
  const log = "Show the Log";
  const chosen = await window.showWarningMessage(session.failure ?? "", restart, log);
  if (chosen === restart) await session.restart();
  if (chosen === log) session.log.show();
}

function linesOf(explanation: Explanation, session: Session): Line[] {
  const told = explanation.text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((label): Line => ({ label }));
  return [
    ...told,
    { label: "Sources", kind: QuickPickItemKind.Separator },
    ...explanation.sources.map(sourceLine),
    { label: "More", kind: QuickPickItemKind.Separator },
    {
      label: "$(settings-gear) Choose other sources",
      run: () => commands.executeCommand("workbench.action.openSettings", "claimcheck.sources"),
    },
    { label: "$(output) Show the log", run: async () => session.log.show() },
  ];
}

function sourceLine(source: SourceStatus): Line {
  const { uri, title, name, builtin, state, message, statements } = source;
  const isOpenable = state !== "not-found" && state !== "unreadable";
  return {
    label: `$(${state === "read" ? "check" : "warning"}) ${title}`,
    description: builtin ? "built in" : name,
    detail: message ?? `${statements} statements`,
    ...(isOpenable ? { run: () => window.showTextDocument(Uri.parse(uri), { preview: true }) } : {}),
  };
}
