/**
 * Fact sheets in an editor, with the engine that ships: made, checked, hovered, followed to their source and to drafts.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Location, LocationLink } from "vscode-languageserver/node";
import { type FactSheetResult, Methods } from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const RELEASE = `---
title: Ferry to run all year
published: 2024-02-18
---

The new ferry carries 120 passengers and 31 cars. It starts from Westhaven on 4 March 2024.
`;
const SHEET = `---
title: Ferry to run all year
published: 2024-02-18
source: press/release.md
---

- The new ferry carries 120 passengers and 31 cars. <!-- line 6 -->
  - not before: 2024-01-01
- The new ferry starts on 5 March 2024.
- The ferry is painted blue.
`;
const DRAFT = "# Ferry\n\nThe new ferry carries 130 passengers.\n";

describe("a fact sheet", { timeout: 60_000 }, () => {
  let editor: Editor;
  let sheet: string;
  let draft: string;

  beforeAll(async () => {
    editor = await Editor.open({
      server: REAL_SERVER,
      settings: { pause: 0 },
      files: {
        "press/release.md": RELEASE,
        "sources/facts.md": SHEET,
        "notes/closed.md": "The new ferry carries 120 passengers.\n",
      },
    });
    draft = await editor.openDraft("draft.md", DRAFT);
    sheet = await editor.openDraft("sources/facts.md", SHEET);
    await editor.diagnostics(draft);
  }, 60_000);
  afterAll(() => editor.close());

  it("is checked against the source that it names, though that is none of the draft's", async () => {
    const items = await editor.diagnostics(sheet);
    expect(items.map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([
      ["date-mismatch", 2, 8],
      ["fact-not-in-source", 2, 9],
    ]);
  });

  it("shows on a fact where its source says it, how long it holds, and who uses it", async () => {
    const hover = await editor.hover(sheet, "120 passengers");
    const card = JSON.stringify(hover?.contents);
    expect(card).toContain("word for word");
    expect(card).toContain("[line 6]");
    expect(card).toContain("Holds from 1 January 2024.");
    expect(card).toMatch(/Used in \[draft.md, line 3\]/);
  });

  it("leads from a fact to its source", async () => {
    const params = { textDocument: { uri: sheet }, position: editor.at(sheet, "31 cars") };
    const [place] = await editor.connection.sendRequest<LocationLink[]>("textDocument/definition", params);
    expect(place).toMatchObject({ targetUri: editor.uri("press/release.md") });
  });

  it("knows the claims that rest on a fact, in drafts that are not open too", async () => {
    const ask = (uri: string, words: string, includeDeclaration: boolean) =>
      editor.connection.sendRequest<Location[]>("textDocument/references", {
        textDocument: { uri },
        position: editor.at(uri, words),
        context: { includeDeclaration },
      });
    const found = await ask(sheet, "31 cars", false);
    // Lying in no source folder, the release itself counts as a draft too.
    const files = new Set(found.map(({ uri }) => uri));
    expect(files).toEqual(new Set([draft, editor.uri("notes/closed.md"), editor.uri("press/release.md")]));
    expect(await ask(sheet, "painted", false)).toEqual([]);
    const beside = await ask(draft, "130", true);
    expect(beside).toContainEqual(expect.objectContaining({ uri: sheet }));
    expect(beside.map(({ uri }) => uri)).toContain(editor.uri("notes/closed.md"));
  });

  it("is made from a source, at a place that is free", async () => {
    const ask = (uri: string) => editor.connection.sendRequest<FactSheetResult>(Methods.factSheet, { uri });
    expect(await ask(sheet)).toMatchObject({ text: null, problem: "This is a fact sheet already." });
    expect(await ask(draft)).toMatchObject({ text: null });
    await editor.write("sources/plain.txt", "The pier has 12 berths.");
    await editor.tell("sources/plain.txt", 1);
    await expect
      .poll(async () => (await ask(editor.uri("sources/plain.txt"))).text, { timeout: 10_000 })
      .toContain("- The pier has 12 berths. <!-- line 1 -->");
    const made = await ask(editor.uri("sources/plain.txt"));
    expect(made.text).toContain('source: "sources/plain.txt"');
    expect(made.place).toBe(editor.uri("sources/plain-facts.md"));
  });

  it("that is not saved yet is no draft, and is checked", async () => {
    const text = SHEET.replace("5 March", "4 March");
    const unsaved = `untitled:${editor.root}/sources/new-facts.md`;
    await editor.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: unsaved, languageId: "markdown", version: 1, text },
    });
    const report = await editor.connection.sendRequest<{ items: { code: string }[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri: unsaved } },
    );
    expect(report.items.map(({ code }) => code)).toEqual(["fact-not-in-source"]);
  });
});
