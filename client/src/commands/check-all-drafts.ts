/**
 * `Check All Drafts`: every draft of the workspace, then a list of findings to walk through.
 */
import { ProgressLocation, type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import { type CheckAllResult, type CheckedDraft, Methods } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { asRange } from "../edits.ts";

type Finding = CheckedDraft["findings"][number];

interface FindingItem extends QuickPickItem {
  readonly uri?: string;
  readonly range?: Finding["range"];
}

export async function checkAllDrafts(session: Session): Promise<void> {
  const options = {
    location: ProgressLocation.Notification,
    title: "Checking all drafts",
    cancellable: true,
  };
  const result = await window.withProgress(options, (_progress, token) =>
    session.client.sendRequest<CheckAllResult | null>(Methods.checkAll, null, token).catch((error) => {
      if (token.isCancellationRequested) return null;
      throw error;
    }),
  );
  if (!result) return;
  const { supported, contradicted, disputed } = result.summary;
  const picked = await window.showQuickPick([...unreadItems(result), ...result.drafts.flatMap(itemsOf)], {
    title: `${result.drafts.length === 1 ? "1 draft" : `${result.drafts.length} drafts`}: ${contradicted} contradicted, ${disputed} disputed, ${supported} supported`,
    placeHolder: "Pick a finding to go to it",
    matchOnDetail: true,
  });
  if (picked?.uri) await open(picked);
}

/** What was not looked at comes first: a short list of findings must not look like a clean one. */
function unreadItems({ unread, unlisted }: CheckAllResult): FindingItem[] {
  return [
    ...warnings("Folders whose drafts were not checked", unlisted),
    ...warnings("Sources that could not be read: claims that rest on them were not checked", unread),
  ];
}

function warnings(heading: string, messages: readonly string[]): FindingItem[] {
  if (messages.length === 0) return [];
  const items = messages.map((message) => ({ label: `$(warning) ${message}` }));
  return [{ label: heading, kind: QuickPickItemKind.Separator }, ...items];
}

function itemsOf(draft: CheckedDraft): FindingItem[] {
  const heading: FindingItem = { label: draft.name, kind: QuickPickItemKind.Separator };
  if (draft.problem !== null)
    return [heading, { label: "$(circle-slash) Not checked", detail: draft.problem, uri: draft.uri }];
  if (draft.findings.length === 0) {
    return [heading, { label: "$(check) Nothing contradicted", detail: draft.name, uri: draft.uri }];
  }
  const items = draft.findings.map(({ range, code, message }) => ({
    label: `$(${code === "disputed" ? "question" : "error"}) ${message}`,
    detail: `${draft.name}, line ${range.start.line + 1} (${code})`,
    uri: draft.uri,
    range,
  }));
  return [heading, ...items];
}

async function open({ uri, range }: FindingItem): Promise<void> {
  if (uri === undefined) return;
  await window.showTextDocument(Uri.parse(uri), range ? { selection: asRange(range) } : {});
}
