import { afterEach, describe, expect, it } from "vitest";
import { IGNORE_COMMAND, SHOW_PASSAGE_COMMAND } from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const open: Editor[] = [];
async function editorWith(options: EditorOptions): Promise<Editor> {
  const editor = await Editor.open({ files: { "sources/a.md": "The harbour has 31 berths.\n" }, ...options });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

const DRAFT = "The harbour has 13 berths.\n";

describe("a client that cannot pull", () => {
  it("is sent diagnostics with their version, after the writer pauses", async () => {
    const editor = await editorWith({ client: "push", settings: { pause: 120 } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    await editor.until("diagnostics on opening", () => editor.pushed.length === 1);
    expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(editor.pushed[0]).toMatchObject({ uri, version: 1, diagnostics: [{ code: "quantity-mismatch" }] });
    for (const digit of ["2", "0", "0"]) await editor.replace(uri, " berths", `${digit} berths`);
    const typed = Date.now();
    await editor.until("diagnostics after the pause", () => editor.pushed.length === 2);
    expect(Date.now() - typed).toBeGreaterThan(90);
    expect(editor.pushed[1]).toMatchObject({
      version: 4,
      diagnostics: [{ message: "It is 31 berths, not 13200." }],
    });
    await editor.closeDraft(uri);
    await editor.until("empty diagnostics on closing", () => editor.pushed.at(-1)?.diagnostics.length === 0);
  });

  it("is sent them again when a source changes", async () => {
    const editor = await editorWith({ client: "push", settings: { pause: 0 } });
    await editor.openDraft("draft.md", DRAFT);
    await editor.until("diagnostics", () => editor.pushed.at(-1)?.diagnostics.length === 1);
    await editor.write("sources/a.md", "");
    await editor.tell("sources/a.md", 2);
    await editor.until("no diagnostics", () => editor.pushed.at(-1)?.diagnostics.length === 0);
  });
});

describe("a poor client", () => {
  it("gets settings from its options, plain text, simple edits and places", async () => {
    const editor = await editorWith({
      client: "poor",
      settings: { pause: 0, severity: { contradicted: "error" } },
    });
    const uri = await editor.openDraft("draft.md", DRAFT);
    const [pushed] = await editor.until("diagnostics", () => editor.pushed.at(-1)?.diagnostics);
    expect(pushed).toMatchObject({ severity: 1 });
    expect(pushed!.relatedInformation).toBeUndefined();
    const hover = await editor.hover(uri, "13");
    expect(hover!.contents).toMatchObject({ kind: "plaintext" });
    expect((hover!.contents as { value: string }).value).toMatch(
      /^✗ The source says otherwise\n\n“The harbour has 31 berths.”/,
    );
    const at = { textDocument: { uri }, position: editor.at(uri, "13") };
    expect(await editor.connection.sendRequest("textDocument/definition", at)).toMatchObject([
      { uri: editor.uri("sources/a.md") },
    ]);
    const actions = await editor.connection.sendRequest<{ title: string; edit?: object }[]>(
      "textDocument/codeAction",
      {
        textDocument: { uri },
        range: editor.rangeOf(uri, "13"),
        context: { diagnostics: [] },
      },
    );
    expect(actions.map((action) => action.title)).toEqual([
      "Correct to “31”",
      "Ignore this claim…",
      "Accept this finding",
    ]);
    expect(actions[0]!.edit).toHaveProperty("changes");
  });

  it("takes settings that are sent with the change", async () => {
    const editor = await editorWith({ client: "poor", settings: { pause: 0 } });
    await editor.openDraft("draft.md", DRAFT);
    await editor.until("diagnostics", () => editor.pushed.at(-1)?.diagnostics.length === 1);
    await editor.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { claimcheck: { pause: 0, severity: { contradicted: "off" } } },
    });
    await editor.until("no diagnostics", () => editor.pushed.at(-1)?.diagnostics.length === 0);
  });
});

describe("our own client", () => {
  it("asks for the reason itself and opens passages by command links", async () => {
    const editor = await editorWith({ commands: [IGNORE_COMMAND], settings: { pause: 0 } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    const ignore = (await editor.actions(uri, "13")).find((action) => action.title.startsWith("Ignore"));
    expect(ignore!.edit).toBeUndefined();
    expect(ignore!.command).toMatchObject({
      command: IGNORE_COMMAND,
      arguments: [{ uri, range: editor.rangeOf(uri, "13") }],
    });
    const hover = await editor.hover(uri, "13");
    expect((hover!.contents as { value: string }).value).toContain(`(<command:${SHOW_PASSAGE_COMMAND}?`);
  });
});

describe("while the writer types", () => {
  it("the words being typed are not called wrong, all others are, and a refresh shows them after the pause", async () => {
    const editor = await editorWith({ settings: { pause: 250 } });
    const uri = await editor.openDraft("draft.md", `${DRAFT}\nThe harbour has 3 berths.\n`);
    expect(await editor.diagnostics(uri)).toHaveLength(2);
    const refreshes = editor.refreshes;
    await editor.replace(uri, "3 berths.\n\n", "32 berths.\n\n");
    const held = await editor.diagnostics(uri);
    expect(held.map((item) => item.range.start.line)).toEqual([2]);
    await editor.until("a refresh", () => editor.refreshes > refreshes);
    expect(await editor.diagnostics(uri)).toHaveLength(2);
  });

  it("a fix or a paste is judged at once", async () => {
    const editor = await editorWith({ settings: { pause: 5000 } });
    const uri = await editor.openDraft("draft.md", "# Title\n");
    await editor.replace(uri, "# Title\n", `# Title\n\nThis was written elsewhere and pasted. ${DRAFT}`);
    expect(await editor.diagnostics(uri)).toHaveLength(1);
  });

  it("a check that is cancelled ends at once, and one that is overtaken is dropped", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const uri = await editor.openDraft("draft.md", `WAIT 3000\n\n${DRAFT}`);
    const started = Date.now();
    const first = editor.pull(uri);
    const second = editor.pull(uri);
    await editor.replace(uri, "WAIT 3000\n\n", "");
    const reports = await Promise.all([first, second]);
    expect(reports.map((report) => report.kind === "full" && report.items.length)).toEqual([1, 1]);
    await editor.replace(uri, "The", "WAIT 3000\n\nThe");
    await expect(editor.cancelled(uri)).rejects.toMatchObject({ code: -32800 });
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe("versions that begin anew", () => {
  const send = (editor: Editor, method: string, uri: string, version: number, more: object) =>
    editor.connection.sendNotification(`textDocument/${method}`, {
      textDocument: { uri, version, ...more },
      ...more,
    });

  it("do not bring back the check of a text that was closed", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const uri = await editor.openDraft("draft.md", `WAIT 700\n\n${DRAFT}`);
    const first = editor.pull(uri);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // Both in one go, so that the check does not see that the document was closed.
    await Promise.all([editor.closeDraft(uri), editor.openDraft("draft.md", "The harbour has 31 berths.\n")]);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain("quantity-mismatch");
    await first.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain("quantity-mismatch");
  });

  it("or stay the same hide no edit, and what the first edit names is followed", async () => {
    const editor = await editorWith({
      settings: { pause: 0 },
      files: { "facts/quay.md": "The quay has 4 cranes.\n" },
    });
    const uri = editor.uri("draft.md");
    const text = "The quay has 5 cranes.\n";
    await send(editor, "didOpen", uri, 0, { languageId: "markdown", text });
    expect(await editor.diagnostics(uri)).toEqual([]);
    const contentChanges = [{ text: `---\nsources: [facts]\n---\n\n${text}` }];
    await send(editor, "didChange", uri, 0, { contentChanges });
    await editor.until("the source counts", async () =>
      (await editor.diagnostics(uri)).some(({ code }) => code === "quantity-mismatch"),
    );
    await send(editor, "didChange", uri, 0, { contentChanges: [{ text: "The quay has 4 cranes.\n" }] });
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain("quantity-mismatch");
  });
});

describe("bad input", () => {
  it("a draft that breaks the engine is told as not checked and logged once with its version", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const uri = await editor.openDraft("draft.md", `BREAK ${DRAFT}`);
    expect((await editor.diagnostics(uri)).map((item) => item.code)).toEqual(["not-checked"]);
    expect(editor.log.filter((line) => line.includes("The fake engine breaks."))).toHaveLength(1);
    expect(editor.log.join("\n")).toContain(`${uri} (version 1)`);
    expect(await editor.hover(uri, "13")).toBeNull();
    await editor.replace(uri, "BREAK ", "");
    expect((await editor.diagnostics(uri)).map((item) => item.code)).toEqual(["quantity-mismatch"]);
  });

  it("a draft of 10 MB is not checked, and says so in one note", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const uri = await editor.openDraft("draft.md", DRAFT.repeat(10_000_000 / DRAFT.length));
    const [only, ...others] = await editor.diagnostics(uri);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: "not-checked", severity: 3 });
  });

  it("positions count UTF-16 units through emoji, accents and Windows line breaks", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const uri = await editor.openDraft(
      "draft.md",
      "# 😀 é 中\r\n\r\n“😀 é 中” The harbour has 13 berths.\r\n",
    );
    const [item] = await editor.diagnostics(uri);
    expect(editor.wordsAt(uri, item!.range)).toBe("13");
    const [fix] = await editor.actions(uri, "13");
    await editor.apply(uri, fix!);
    expect(editor.text(uri)).toBe("# 😀 é 中\r\n\r\n“😀 é 中” The harbour has 31 berths.\r\n");
  });

  it("a request on a document that is not open is answered with nothing", async () => {
    const editor = await editorWith({ settings: { pause: 0 } });
    const textDocument = { uri: editor.uri("nowhere.md") };
    const position = { line: 3, character: 7 };
    expect(await editor.connection.sendRequest("textDocument/hover", { textDocument, position })).toBeNull();
    expect(
      await editor.connection.sendRequest("textDocument/definition", { textDocument, position }),
    ).toEqual([]);
  });
});
