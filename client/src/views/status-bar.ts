/**
 * One short item in the status bar: how many claims of the active draft are supported and how many contradicted.
 * Hidden where no draft is active.
 */
import { Disposable, StatusBarAlignment, type StatusBarItem, type Uri, window } from "vscode";
import type { DraftStatus } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";

export function showStatusBar(session: Session): Disposable {
  const item = window.createStatusBarItem("claimcheck.counts", StatusBarAlignment.Right, 90);
  item.name = "Claimcheck";
  const update = () => {
    const unread = session.status?.sources.filter((source) => source.unread).length ?? 0;
    show(item, draftOf(session, window.activeTextEditor?.document.uri), unread);
  };
  update();
  return Disposable.from(item, session.onStatus(update), window.onDidChangeActiveTextEditor(update));
}

function draftOf(session: Session, uri: Uri | undefined): DraftStatus | undefined {
  return session.status?.drafts.find((draft) => draft.uri === uri?.toString());
}

function show(item: StatusBarItem, draft: DraftStatus | undefined, unread: number): void {
  if (!draft) {
    item.hide();
    return;
  }
  const { supported, contradicted, disputed } = draft.summary;
  const words = inWords(draft, unread);
  const isAnyTold = contradicted + disputed > 0;
  item.text = [
    `✓ ${supported}`,
    ...(contradicted > 0 ? [`✗ ${contradicted}`] : []),
    ...(disputed > 0 ? [`≠ ${disputed}`] : []),
  ].join("  ");
  item.tooltip = `Claimcheck: ${words}. Click for ${isAnyTold ? "the list" : "what was looked at"}.`;
  item.accessibilityInformation = { label: `Claimcheck: ${words}` };
  item.command = isAnyTold ? "workbench.actions.view.problems" : "claimcheck.explain";
  item.show();
}

/** "14 claims supported by a source, 2 contradicted, 1 disputed, 1 ignored or accepted" */
function inWords({ summary, ignored }: DraftStatus, unread: number): string {
  const { supported, contradicted, disputed } = summary;
  const parts = [
    supported === 1 ? "1 claim supported by a source" : `${supported} claims supported by a source`,
    contradicted === 0 ? "nothing contradicted" : `${contradicted} contradicted`,
    ...(disputed > 0 ? [`${disputed} on which sources disagree`] : []),
    ...(ignored > 0 ? [`${ignored} ignored or accepted`] : []),
    ...(unread > 0 ? [`${unread === 1 ? "1 source" : `${unread} sources`} not read`] : []),
  ];
  return parts.join(", ");
}
