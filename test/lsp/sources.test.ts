import { afterEach, describe, expect, it } from "vitest";
import {
  type Explanation,
  Methods,
  type SourceStatus,
  type SourceTextResult,
  type Status,
} from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const open: Editor[] = [];
async function editorWith(options: EditorOptions): Promise<Editor> {
  const editor = await Editor.open({ settings: { pause: 0 }, ...options });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

async function states(editor: Editor): Promise<Record<string, string>> {
  const status = await editor.until("sources are read", async () => {
    const answer = await editor.connection.sendRequest<Status>(Methods.status);
    return answer.busy ? null : answer;
  });
  return Object.fromEntries(status.sources.map((source: SourceStatus) => [source.name, source.state]));
}

async function codes(editor: Editor, uri: string) {
  return (await editor.diagnostics(uri)).map((item) => item.code);
}

const DRAFT = "The harbour has 13 berths.\n";
const FACT = "The harbour has 31 berths.\n";

describe("sources", () => {
  it("are found in sources/ and references/ without any setting", async () => {
    const editor = await editorWith({
      files: {
        "sources/deep/a.md": FACT,
        "references/b.txt": "The harbour has 4 cranes.\n",
        "sources/c.png": "x",
      },
    });
    const uri = await editor.openDraft("draft.md", `${DRAFT}\nThe harbour has 5 cranes.\n`);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch", "quantity-mismatch"]);
    expect(await states(editor)).toEqual({ "sources/deep/a.md": "read", "references/b.txt": "read" });
  });

  it("are the built-in sheet where there are none, and it can be read", async () => {
    const editor = await editorWith({});
    const uri = await editor.openDraft("draft.md", "The lighthouse has 9 keepers.\n");
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    const [link] = await editor.connection.sendRequest<{ targetUri: string }[]>("textDocument/definition", {
      textDocument: { uri },
      position: editor.at(uri, "9"),
    });
    expect(link!.targetUri).toMatch(/^claimcheck-source:/);
    const place = { uri: link!.targetUri };
    const text = "The lighthouse has 7 keepers.\n";
    expect(await editor.connection.sendRequest<SourceTextResult>(Methods.sourceText, place)).toEqual({
      text,
    });
    expect(await editor.connection.sendRequest("workspace/textDocumentContent", place)).toEqual({ text });
    expect(
      await editor.connection.sendRequest(Methods.sourceText, { uri: "claimcheck-source:/x.md" }),
    ).toEqual({ text: null });
    await editor.write("sources/a.md", FACT);
    await editor.tell("sources/a.md", 1);
    await editor.until("the built-in sheet goes", async () => (await codes(editor, uri)).length === 0);
  });

  it("are opened, where text was taken out of them, under a name that says so", async () => {
    const page =
      "<html><body><article><h1>Gazette</h1><p>The harbour has 31 berths.</p></article></body></html>";
    const editor = await editorWith({ files: { "sources/gazette.html": page } });
    await editor.openDraft("draft.md", DRAFT);
    await editor.until("it is read", async () => (await states(editor))["sources/gazette.html"] === "read");
    const { sources } = await editor.connection.sendRequest<Status>(Methods.status);
    const { uri } = sources.find(({ name }) => name === "sources/gazette.html")!;
    // An editor's tab shows what stands behind the last slash of the decoded path.
    expect(decodeURIComponent(decodeURIComponent(uri))).toMatch(/\/sources\/gazette\.html \(text\)$/);
    const { text } = await editor.connection.sendRequest<SourceTextResult>(Methods.sourceText, { uri });
    expect(text).toContain("The harbour has 31 berths.");
  });

  it("are followed when they appear, change and go", async () => {
    const editor = await editorWith({ settings: { pause: 0, builtin: false } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual([]);
    await editor.until("files are watched", () =>
      JSON.stringify(editor.watched).includes("workspace/didChangeWatchedFiles"),
    );
    await editor.write("sources/a.md", FACT);
    await editor.tell("sources/a.md", 1);
    await editor.until("a refresh", () => editor.refreshes === 1);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    await editor.write("sources/a.md", "Corrected: the harbour has 13 berths.\n");
    await editor.tell("sources/a.md", 2);
    await editor.until("a second refresh", () => editor.refreshes === 2);
    expect(await codes(editor, uri)).toEqual(["uncited", "stale"]);
    await editor.remove("sources");
    await editor.tell("sources/a.md", 3);
    await editor.until("a third refresh", () => editor.refreshes === 3);
    expect(await codes(editor, uri)).toEqual(["stale"]);
  });

  it("do not disturb drafts when another file changes", async () => {
    const editor = await editorWith({ files: { "sources/a.md": FACT, "other.md": "x" } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    const { resultId } = await editor.pull(uri);
    const before = editor.refreshes;
    await editor.tell("other.md", 2);
    await editor.tell("other.md", 1);
    expect((await editor.pull(uri, resultId)).kind).toBe("unchanged");
    expect(editor.refreshes).toBe(before);
  });

  it("count as they stand in the editor while they are edited", async () => {
    const editor = await editorWith({ files: { "sources/a.md": FACT } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    const source = await editor.openDraft("sources/a.md", FACT);
    await editor.replace(source, "31", "13");
    await editor.until("the edited source counts", async () => (await codes(editor, uri))[0] === "uncited");
    await editor.closeDraft(source);
    await editor.until(
      "the file counts again",
      async () => (await codes(editor, uri))[0] === "quantity-mismatch",
    );
  });

  it("are never checked as drafts", async () => {
    const editor = await editorWith({ files: { "sources/a.md": FACT } });
    const uri = await editor.openDraft("sources/b.md", DRAFT);
    expect(await codes(editor, uri)).toEqual([]);
    expect(await editor.hover(uri, "13")).toBeNull();
  });

  it("never hold the draft itself, even when a glob names every file", async () => {
    const editor = await editorWith({
      files: { "fact.md": FACT },
      settings: { pause: 0, sources: ["*.md"] },
    });
    await editor.write("draft.md", DRAFT);
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    expect(Object.keys(await states(editor))).toEqual(["fact.md"]);
  });

  it("change with the settings, without a restart", async () => {
    const editor = await editorWith({
      files: { "press/a.md": FACT },
      settings: { pause: 0, builtin: false },
    });
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual([]);
    editor.settings = { pause: 0, builtin: false, sources: ["press"], severity: { contradicted: "error" } };
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("the setting counts", async () => (await editor.diagnostics(uri))[0]?.severity === 1);
    editor.settings = { ...editor.settings, severity: { contradicted: "off" } };
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await editor.until("the severity counts", async () => (await codes(editor, uri)).length === 0);
  });
});

describe("a source that cannot be read", () => {
  const files = {
    "sources/good.md": FACT,
    "sources/latin.md": Uint8Array.from(
      Buffer.from("Le caf\xe9 \x93ouvert\x94.\n\nThe quay has 2 cranes.\n", "latin1"),
    ),
    "sources/empty.md": " \n",
    "sources/picture.txt": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    "sources/paper.md": "%PDF-1.7 x",
    "sources/broken.md": "---\ntitle: [a\n---\n\nThe pier has 3 lamps.\n",
    "sources/huge.md": "a".repeat(20_001),
  };
  const settings = {
    pause: 0,
    maxFileSize: 0.02,
    sources: ["sources", "press/missing.md", "empty-folder/**/*.md"],
  };

  it("says so by name, with what to do, and leaves the others alone", async () => {
    const editor = await editorWith({ files, settings });
    const uri = await editor.openDraft(
      "draft.md",
      `${DRAFT}\nThe quay has 9 cranes. The pier has 9 lamps.\n`,
    );
    await states(editor);
    const [told, ...findings] = await editor.diagnostics(uri);
    expect(findings.map((item) => item.code)).toEqual([
      "quantity-mismatch",
      "quantity-mismatch",
      "quantity-mismatch",
    ]);
    expect(told).toMatchObject({
      code: "source-not-read",
      severity: 3,
      range: { start: { line: 0, character: 0 } },
      message: expect.stringMatching(/^5 sources could not be read, and claims .* And 2 more\.$/),
    });
    expect(await states(editor)).toEqual({
      "sources/good.md": "read",
      "sources/latin.md": "other-encoding",
      "sources/empty.md": "empty",
      "sources/picture.txt": "not-text",
      "sources/paper.md": "not-text",
      "sources/broken.md": "broken-front-matter",
      "sources/huge.md": "too-large",
      "press/missing.md": "not-found",
      "empty-folder/**/*.md": "not-found",
    });
    const log = editor.log.join("\n");
    for (const path of Object.keys(files).filter((name) => name !== "sources/good.md")) {
      expect(log.match(new RegExp(path.replace(/[.*/]/g, "\\$&"), "g")), path).toHaveLength(1);
    }
    expect(log).toContain(
      "press/missing.md was not found: correct the path in claimcheck.sources or create it.",
    );
    const status = await editor.until("a status", () =>
      editor.statuses.findLast(({ sources }) => sources.length > 0),
    );
    expect(status.sources.every((source) => source.state === "read" || !source.message!.includes("\n"))).toBe(
      true,
    );
  });

  it("is told at the top of each draft until it can be read, and in words where one asks why", async () => {
    const editor = await editorWith({ files: { "sources/a.md": FACT, "sources/b.pdf": "%PDF-1.7 x" } });
    const uri = await editor.openDraft("draft.md", "Nothing to check.\n");
    const [told, ...others] = await editor.diagnostics(uri);
    expect(others).toEqual([]);
    expect(told!.message).toMatch(
      /^A source could not be read, and claims that rest on it are not checked: sources\/b\.pdf /,
    );
    const { text } = await editor.connection.sendRequest<Explanation>(Methods.explain, { uri });
    expect(text).toContain("- sources/a.md: read, 1 sentence, 1 value\n- sources/b.pdf: not read: damaged. ");
    await editor.remove("sources/b.pdf");
    await editor.tell("sources/b.pdf", 3);
    await editor.until("the draft is rid of it", async () => (await codes(editor, uri)).length === 0);
  });

  it("counts once it can be read", async () => {
    const editor = await editorWith({ files: { "sources/a.md": "" } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual([]);
    await editor.write("sources/a.md", FACT);
    await editor.tell("sources/a.md", 2);
    await editor.until("the source counts", async () => (await codes(editor, uri)).length === 1);
    expect(await states(editor)).toEqual({ "sources/a.md": "read" });
  });
});
