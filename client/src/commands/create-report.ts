/**
 * `Create a Report on This Draft`: shows it beside the draft. `Save the Report As…`: writes it where the writer says.
 */
import { ColorThemeKind, env, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { Methods, type ReportParams, type ReportResult } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { activeDraft } from "./active-draft.ts";

interface Report {
  /** The draft that it is on. */
  readonly uri: Uri;
  readonly page: string;
  readonly markdown: string;
}

/** The scheme by which the editor names a panel. */
const PANEL = "webview-panel";

/** The reports that are shown: what is saved is what was seen, whatever became of the draft. */
const shown = new Map<WebviewPanel, Report>();

/** Opens the report in a panel that runs no script and may load nothing. */
export async function createReport(session: Session): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const { uri } = editor.document;
  const page = await reportOn(session, uri, "html");
  const markdown = page && (await reportOn(session, uri, "markdown"));
  if (!page || !markdown) return;
  const title = `Claims: ${nameOf(uri)}`;
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: false };
  const panel = window.createWebviewPanel("claimcheck.report", title, place, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  const draw = () => {
    panel.webview.html = page.replace("<html ", `<html data-theme="${theme()}" `);
  };
  draw();
  const themes = window.onDidChangeActiveColorTheme(draw);
  shown.set(panel, { uri, page, markdown });
  panel.onDidDispose(() => {
    shown.delete(panel);
    themes.dispose();
  });
}

/**
 * Asks for a file and writes the report of the active panel there, in the form that the file's name says. `given` comes
 * from a keybinding or a test that knows the file already; the button in the panel's title hands in the panel itself.
 */
export async function saveReport(given: unknown): Promise<void> {
  const [, report] = [...shown].find(([panel]) => panel.active) ?? [];
  if (!report) {
    void window.showInformationMessage("Create a report first: it is saved from the panel that shows it.");
    return;
  }
  const { uri, page, markdown } = report;
  const target = given instanceof Uri && given.scheme !== PANEL ? given : await askTarget(uri);
  if (!target) return;
  const text = /\.(?:md|markdown)$/i.test(target.path) ? markdown : page;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void offerToOpen(target);
}

async function offerToOpen(target: Uri): Promise<void> {
  const open = "Open";
  const chosen = await window.showInformationMessage(`The report was saved as ${nameOf(target)}.`, open);
  if (chosen === open) await env.openExternal(target);
}

function askTarget(draft: Uri): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    title: "Save the Report As",
    defaultUri: Uri.joinPath(draft, "..", `${nameOf(draft).replace(/\.\w+$/, "")}-claims.html`),
    filters: { "Web page": ["html"], Markdown: ["md"] },
  });
}

/** Null where there is none, which the writer has been told. */
async function reportOn(session: Session, uri: Uri, format: ReportParams["format"]): Promise<string | null> {
  const params: ReportParams = { uri: uri.toString(), format };
  const { text, problem } = await session.client.sendRequest<ReportResult>(Methods.report, params);
  if (text === null) void window.showInformationMessage(problem ?? "There is no report on this draft.");
  return text;
}

function nameOf(uri: Uri): string {
  return uri.path.split("/").at(-1) || "draft";
}

function theme(): "light" | "dark" {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast ? "dark" : "light";
}
