/**
 * A draft in a real editor, and what the extension shows of it. The only place that speaks to the editor for the tests.
 */
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";

const SOURCE = `---
title: Harbour hearing
publisher: Ports Authority
published: 2024-02-02
---

# Harbour hearing

The hearing opens on 4 March 2024 and lasts two days. More than 30 companies have registered.

“The old bridge stays closed until the spring,” said the mayor, Ada Brandt. “All twelve cranes have been checked,” she added.
`;

/** Puts the source that all drafts of the suite rest on into the workspace, as a writer would: by saving a file. */
export async function saveSource(): Promise<void> {
  await save("sources/hearing.md", SOURCE);
}

/** Opens a new file of the workspace with this text. */
export async function openDraft(name: string, text: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(await save(name, text)));
}

/** Writes a file of the workspace. */
export async function save(name: string, text: string): Promise<Uri> {
  const uri = fileOf(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** A file of the workspace as it is on disk; empty where there is none. */
export async function textOf(name: string): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(fileOf(name)));
  } catch {
    return "";
  }
}

export async function remove(name: string): Promise<void> {
  await workspace.fs.delete(fileOf(name), { recursive: true });
}

export function fileOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The tests need a workspace folder.");
  return Uri.joinPath(folder.uri, name);
}

/** Puts the cursor behind the words and types, key by key. */
export async function typeAfter(editor: TextEditor, words: string, text: string): Promise<void> {
  const at = place(editor.document, words).end;
  editor.selection = new Selection(at, at);
  for (const key of text) await commands.executeCommand("type", { text: key });
}

/** Puts the cursor into the words. */
export function goTo(editor: TextEditor, words: string): void {
  const { start } = place(editor.document, words);
  editor.selection = new Selection(start, start);
}

/** Where the words stand, the first time. */
export function place(document: TextDocument, words: string) {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`The draft has no “${words}”:\n${document.getText()}`);
  return new Selection(document.positionAt(at), document.positionAt(at + words.length));
}

/** The findings of a draft that carry a code, as `code: words`. */
export function findings(document: TextDocument): string[] {
  return diagnostics(document).map((one) => `${codeOf(one)}: ${document.getText(one.range)}`);
}

export function diagnostics(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((one) => one.source === "claimcheck");
}

/** The first finding of a draft with this code. */
export function finding(document: TextDocument, code: string): Diagnostic {
  const found = diagnostics(document).find((one) => codeOf(one) === code);
  if (!found) throw new Error(`The draft has no ${code}, only ${JSON.stringify(findings(document))}`);
  return found;
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** All that the cards at these words say. */
export async function cardAt(document: TextDocument, words: string): Promise<string> {
  const at = place(document, words).start;
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : (content as MarkdownString).value))
    .join("\n");
}

/** The quick fixes at these words, in the order in which the editor shows them. */
export async function fixesAt(document: TextDocument, words: string): Promise<CodeAction[]> {
  const range = place(document, words);
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
  );
  return actions.filter((action) => action.kind?.value.startsWith("quickfix"));
}

/** Does what picking the action would do. */
export async function pick(action: CodeAction | undefined): Promise<void> {
  if (!action) throw new Error("There is no such action.");
  if (action.edit) await workspace.applyEdit(action.edit);
  if (action.command)
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Asks again and again until the answer holds; then gives it. Fails with the last answer. */
export async function until<T>(ask: () => T | Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`It stayed at ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== should) throw new Error(`expected ${should}\nbut got  ${is}`);
}

export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected “${part}” in:\n${text}`);
}
