/**
 * `Explain the Claim at the Cursor`: what it was held against and why it is told or not, on a page beside the draft.
 */
import { commands, type Disposable, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { type ClaimExplanationResult, Methods, type PositionPlace } from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { activeDraft } from "./active-draft.ts";

/** The one page that shows explanations, so that asking again opens no other. */
let page: WebviewPanel | undefined;

/** Closes the page with the extension. */
export function explanationViews(): Disposable {
  return { dispose: () => page?.dispose() };
}

export async function explainClaim(session: Session): Promise<void> {
  const editor = activeDraft();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const place: PositionPlace = { uri: editor.document.uri.toString(), position: { line, character } };
  const answer = await session.client.sendRequest<ClaimExplanationResult>(Methods.explainClaim, place);
  if (answer.text === null) {
    void window.showInformationMessage(answer.problem ?? "There is nothing to explain here.");
    return;
  }
  const shown = await rendered(answer.text);
  if (shown === null) await showText(answer.text);
  else showPage(shown);
}

/** As the editor's own Markdown extension draws it; null where that is switched off. */
async function rendered(text: string): Promise<string | null> {
  try {
    const html = await commands.executeCommand<unknown>("markdown.api.render", text);
    return typeof html === "string" && html !== "" ? html : null;
  } catch {
    return null;
  }
}

/** A page that runs no script and may load nothing. The cursor stays in the draft. */
function showPage(html: string): void {
  if (page) page.reveal(undefined, true);
  else {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    page = window.createWebviewPanel("claimcheck.explanation", "Explanation", place, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    page.onDidDispose(() => {
      page = undefined;
    });
  }
  page.webview.html = `${HEAD}<body>${html}</body></html>`;
}

async function showText(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language: "markdown" });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

const HEAD = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { max-width: 46rem; padding: 0 1.4rem 2rem; font: 14px/1.55 var(--vscode-font-family); color: var(--vscode-foreground); }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 1.8em; } h3 { font-size: 1.05em; }
blockquote { margin: 1em 0; padding: .1em 1em; border-left: 3px solid var(--vscode-textBlockQuote-border); background: var(--vscode-textBlockQuote-background); }
table { border-collapse: collapse; } th, td { padding: .25em .7em; border-bottom: 1px solid var(--vscode-panel-border, #8884); text-align: left; vertical-align: top; }
li { margin: .4em 0; overflow-wrap: anywhere; }
</style></head>`;
