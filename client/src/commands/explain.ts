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
  const document = activeDraft()?.document;
  if (!document) return;
  const place: DocumentPlace = { uri: document.uri.toString() };
  const explanation = await session.client.sendRequest<Explanation>(Methods.explain, place);
  const picked = await window.showQuickPick(linesOf(explanation, session), {
    title: "Why Is Nothing Flagged Here?",
    placeHolder: "Pick a source to open it",
    matchOnDetail: true,
  });
  await picked?.run?.();
}

function linesOf(explanation: Explanation, session: Session): Line[] {
  return [
    ...draftLines(explanation),
    { label: "Sources", kind: QuickPickItemKind.Separator },
    ...explanation.sources.map(sourceLine),
    { label: "More", kind: QuickPickItemKind.Separator },
    {
      label: "$(search) Explain the claim at the cursor",
      run: () => commands.executeCommand("claimcheck.explainClaim"),
    },
    {
      label: "$(settings-gear) Choose other sources",
      run: () => commands.executeCommand("workbench.action.openSettings", "claimcheck.sources"),
    },
    { label: "$(output) Show the log", run: async () => session.log.show() },
  ];
}

/** What was found in the draft, kind by kind, and what was looked for in vain. */
function draftLines({ checked, problem, sentences, claims, checks, ignored }: Explanation): Line[] {
  if (!checked) return [{ label: "$(circle-slash) This draft was not checked", detail: problem ?? "" }];
  const found = checks.filter((kind) => claims[kind] !== undefined);
  const missing = checks.filter((kind) => claims[kind] === undefined);
  const lines = [
    { label: `$(check) This draft was checked: ${counted(sentences, "sentence")}` },
    ...found.map((kind) => ({
      label: `$(symbol-field) ${kind}`,
      description: verdictsInWords(claims[kind] ?? {}),
    })),
  ];
  if (missing.length > 0) lines.push({ label: `$(dash) looked for in vain: ${missing.join(", ")}` });
  if (ignored > 0) lines.push({ label: `$(eye-closed) ${counted(ignored, "finding")} ignored or accepted` });
  return lines;
}

/** "2 contradicted, 12 supported, 3 not in the sources" */
function verdictsInWords(counts: NonNullable<Explanation["claims"][keyof Explanation["claims"]]>): string {
  const words = {
    contradicted: "contradicted",
    disputed: "disputed",
    supported: "supported",
    unsupported: "not in the sources",
  } as const;
  return (Object.keys(words) as (keyof typeof words)[])
    .filter((verdict) => counts[verdict])
    .map((verdict) => `${counts[verdict]} ${words[verdict]}`)
    .join(", ");
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function sourceLine(source: SourceStatus): Line {
  const { uri, title, name, builtin, state, stateInWords, message, statements } = source;
  const isOpenable = state !== "not-found" && state !== "unreadable";
  return {
    label: `$(${state === "read" ? "check" : "warning"}) ${title}`,
    description: `${builtin ? "built in" : name} · ${stateInWords}`,
    detail: message ?? counted(statements, "statement"),
    ...(isOpenable ? { run: () => window.showTextDocument(Uri.parse(uri), { preview: true }) } : {}),
  };
}
