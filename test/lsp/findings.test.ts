import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHOW_PASSAGE_COMMAND } from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { FAKE_SERVER } from "./support/servers.ts";

const SOURCE = `---
title: Harbour report
publisher: Ports Office
published: "2024-03-04"
url: https://ports.example.org/report
---

The harbour has 31 berths.

The harbour has 4 cranes.
`;

const DRAFT = `# Brief

The harbour has 13 berths. The harbour has 4 cranes.

Perhaps not: perhaps the harbour has 30 berths.
`;

describe("a finding in the editor", () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.open({
      server: FAKE_SERVER,
      files: { "sources/report.md": SOURCE },
      settings: { pause: 0 },
    });
  });
  afterAll(() => editor.close());

  it("declares what it can do", () => {
    const { capabilities } = editor.initialized;
    expect(capabilities.diagnosticProvider).toMatchObject({
      identifier: "claimcheck",
      interFileDependencies: true,
    });
    expect(capabilities.positionEncoding).toBe("utf-16");
    expect(capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.claimcheck"],
    });
  });

  it("is a diagnostic with code, page, passage and severity by confidence", async () => {
    const uri = await editor.openDraft("brief.md", DRAFT);
    const items = await editor.diagnostics(uri);
    expect(items.map((item) => [editor.wordsAt(uri, item.range), item.code, item.severity])).toEqual([
      ["13", "quantity-mismatch", 2],
      ["4", "uncited", 4],
      ["30", "quantity-mismatch", 3],
    ]);
    const [first] = items;
    expect(first).toMatchObject({ source: "claimcheck", message: "It is 31 berths, not 13." });
    expect(first!.codeDescription!.href).toMatch(/docs\/codes\/quantity-mismatch\.md$/);
    expect(first!.relatedInformation).toEqual([
      {
        location: {
          uri: editor.uri("sources/report.md"),
          range: { start: { line: 7, character: 0 }, end: { line: 7, character: 26 } },
        },
        message: "“The harbour has 31 berths.”",
      },
    ]);
    expect(first!.data).toMatchObject({ kind: "quantity", verdict: "contradicted", confidence: 0.95 });
    await editor.closeDraft(uri);
  });

  it("is not sent again while nothing changed", async () => {
    const uri = await editor.openDraft("same.md", DRAFT);
    const first = await editor.pull(uri);
    const second = await editor.pull(uri, first.resultId);
    expect(second).toEqual({ kind: "unchanged", resultId: first.resultId });
    await editor.replace(uri, "13 berths", "14 berths");
    const third = await editor.pull(uri, first.resultId);
    expect(third.kind).toBe("full");
    await editor.closeDraft(uri);
  });

  it("has a card over exactly its words", async () => {
    const uri = await editor.openDraft("card.md", DRAFT);
    const hover = await editor.hover(uri, "13 berths", 1);
    expect(editor.wordsAt(uri, hover!.range!)).toBe("13");
    const { value } = hover!.contents as { value: string };
    expect(value).toMatch(/^✗ \*\*The source says otherwise\*\*/);
    expect(value).toContain("“The harbour has **31** berths.”");
    expect(value).toContain("Ports Office · 4 March 2024");
    expect(value).toContain(`${editor.uri("sources/report.md")}#L8`);
    expect(await editor.hover(uri, "# Brief")).toBeNull();
    const supported = await editor.hover(uri, "4 cranes");
    expect((supported!.contents as { value: string }).value).toContain("✓ **Supported**");
    await editor.closeDraft(uri);
  });

  it("has its code explained on the directive that ignores it", async () => {
    const uri = await editor.openDraft(
      "code.md",
      `<!-- claimcheck-ignore quantity-mismatch: why -->\n${DRAFT}`,
    );
    const hover = await editor.hover(uri, "quantity-mismatch", 3);
    expect(editor.wordsAt(uri, hover!.range!)).toBe("quantity-mismatch");
    expect((hover!.contents as { value: string }).value).toContain("another number, share, amount or bound");
    expect(await editor.hover(uri, "why")).toBeNull();
    await editor.closeDraft(uri);
  });

  it("leads to its source", async () => {
    const uri = await editor.openDraft("lead.md", DRAFT);
    const links = await editor.connection.sendRequest("textDocument/definition", {
      textDocument: { uri },
      position: editor.at(uri, "13 berths"),
    });
    expect(links).toMatchObject([
      { targetUri: editor.uri("sources/report.md"), targetRange: { start: { line: 7, character: 0 } } },
    ]);
    await editor.closeDraft(uri);
  });

  it("is corrected by its preferred fix, and then gone", async () => {
    const uri = await editor.openDraft("fix.md", DRAFT);
    const actions = await editor.actions(uri, "13");
    expect(actions.map((action) => action.title)).toEqual([
      "Correct to “31”",
      "Correct all 2 figures in this draft",
      "Ignore this claim…",
      "Accept this finding",
      "Open the source",
    ]);
    expect(actions[0]).toMatchObject({ isPreferred: true, kind: "quickfix" });
    expect(actions[0]!.diagnostics).toHaveLength(1);
    await editor.apply(uri, actions[0]!);
    expect(editor.text(uri)).toBe(DRAFT.replace("13", "31"));
    const codes = (await editor.diagnostics(uri)).map((item) => item.code);
    expect(codes.filter((code) => code === "quantity-mismatch")).toHaveLength(1);
    await editor.closeDraft(uri);
  });

  it("is corrected with all of its kind, and by fix-all only where it is sure", async () => {
    const uri = await editor.openDraft("all.md", DRAFT);
    const [, ofKind] = await editor.actions(uri, "13");
    const fixAll = await editor.actions(uri, "# Brief", ["source.fixAll"]);
    expect(fixAll.map((action) => [action.title, action.kind])).toEqual([
      ["Correct 1 claim", "source.fixAll.claimcheck"],
    ]);
    await editor.apply(uri, ofKind!);
    expect(editor.text(uri)).toBe(DRAFT.replace("13", "31").replace("30", "31"));
    await editor.closeDraft(uri);
  });

  it("is hidden by an ignore directive, which then shows as one without a reason if it has none", async () => {
    const uri = await editor.openDraft("ignore.md", DRAFT);
    const ignore = (await editor.actions(uri, "13")).find((action) => action.title.startsWith("Ignore"));
    await editor.apply(uri, ignore!);
    expect(editor.text(uri)).toContain(
      "<!-- claimcheck-ignore quantity-mismatch: reason -->\nThe harbour has 13",
    );
    expect((await editor.diagnostics(uri)).map((item) => item.code)).toEqual([
      "uncited",
      "quantity-mismatch",
    ]);
    await editor.replace(uri, ": reason", "");
    expect((await editor.diagnostics(uri)).map((item) => item.code)).toContain("ignore-without-reason");
    await editor.closeDraft(uri);
  });

  it("gets a citation where it agrees with the source", async () => {
    const uri = await editor.openDraft("cite.md", DRAFT);
    const cite = (await editor.actions(uri, "4 cranes")).find((action) =>
      action.title.startsWith("Insert citation"),
    );
    expect(cite!.title).toBe("Insert citation: Ports Office");
    await editor.apply(uri, cite!);
    expect(editor.text(uri)).toBe(
      `${DRAFT.replace("4 cranes.", "4 cranes.[^ports-office-2024]")}\n[^ports-office-2024]: Ports Office, “Harbour report”, 4 March 2024, https://ports.example.org/report.\n`,
    );
    expect((await editor.diagnostics(uri)).map((item) => item.code)).not.toContain("uncited");
    await editor.closeDraft(uri);
  });

  it("opens its source in the editor", async () => {
    const uri = await editor.openDraft("open.md", DRAFT);
    const open = (await editor.actions(uri, "13")).find((action) => action.title === "Open the source");
    expect(open!.command!.command).toBe(SHOW_PASSAGE_COMMAND);
    await editor.connection.sendRequest("workspace/executeCommand", open!.command);
    expect(editor.shown.at(-1)).toMatchObject({
      uri: editor.uri("sources/report.md"),
      selection: { start: { line: 7 } },
    });
    await editor.closeDraft(uri);
  });
});
