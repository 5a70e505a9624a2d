/**
 * The language status item: whether Claimcheck works here, on what, and what is wrong. The only place that tells of the
 * server's state; nothing pops up.
 */
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages } from "vscode";
import type { SourceStatus, Status } from "../../../server/src/protocol.ts";
import { DRAFTS, type Session } from "../client.ts";

export function showLanguageStatus(session: Session): Disposable {
  const item = languages.createLanguageStatusItem("claimcheck.status", DRAFTS);
  item.name = "Claimcheck";
  item.command = { command: "claimcheck.explain", title: "Details" };
  const update = () => show(item, session);
  update();
  const listening = session.onStatus(update);
  return Disposable.from(listening, item);
}

function show(item: LanguageStatusItem, session: Session): void {
  const { status, failure } = session;
  item.busy = failure === null && (status === null || status.busy);
  if (failure !== null) {
    item.text = "Claimcheck is off";
    item.detail = failure;
    item.severity = LanguageStatusSeverity.Error;
    return;
  }
  const broken = status?.sources.filter((source) => source.message !== null) ?? [];
  item.text = status === null ? "Claimcheck is starting" : sourcesText(status);
  item.detail =
    broken.length > 0 ? problemsText(broken) : "Checked on this machine; nothing is sent anywhere";
  item.severity = broken.length > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

/** The gravest first: a source that was not read weighs more than one that should be looked at. */
function problemsText(broken: readonly SourceStatus[]): string {
  const [first, ...others] = [...broken].sort((a, b) => Number(b.unread) - Number(a.unread));
  const more = others.length > 0 ? ` And ${others.length} more: see the details.` : "";
  return `${first?.message ?? ""}${more}`;
}

function sourcesText({ sources }: Status): string {
  const usable = (source: SourceStatus) => source.statements > 0;
  const own = sources.filter((source) => !source.builtin && usable(source)).length;
  if (own > 0) return own === 1 ? "1 source" : `${own} sources`;
  return sources.some((source) => source.builtin && usable(source)) ? "Built-in sources" : "No sources";
}
