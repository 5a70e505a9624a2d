/**
 * The text that was read out of a web page, a PDF or a Word document. It is Markdown, which its name, that of the file,
 * does not tell the editor.
 */
import { type Disposable, languages, type TextDocument, workspace } from "vscode";
import { SOURCE_SCHEME } from "../../../server/src/protocol.ts";

/** Has the editor colour such texts as what they are. */
export function sourceTexts(): Disposable {
  return workspace.onDidOpenTextDocument((document) => void asMarkdown(document));
}

async function asMarkdown(document: TextDocument): Promise<void> {
  if (document.uri.scheme !== SOURCE_SCHEME || document.languageId === "markdown") return;
  await languages.setTextDocumentLanguage(document, "markdown");
}
