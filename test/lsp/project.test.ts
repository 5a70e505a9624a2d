/**
 * `claimcheck.yaml` in the editor: what it governs, that it goes before the settings, that it is followed, and what is
 * told where it is wrong.
 */
import { afterEach, describe, expect, it } from "vitest";
import { type Explanation, Methods, type Status } from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";
import { FAKE_SERVER } from "./support/servers.ts";

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
  const { sources } = await editor.connection.sendRequest<Status>(Methods.status);
  return Object.fromEntries(sources.map(({ name, state }) => [name, state]));
}

async function codes(editor: Editor, uri: string) {
  return (await editor.diagnostics(uri)).map((item) => item.code);
}

/** What is shown on the project file now: "line: message". */
function shown(editor: Editor): string[] | undefined {
  const last = editor.pushed.findLast(({ uri }) => uri === editor.uri("claimcheck.yaml"));
  return last?.diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

async function rewrite(editor: Editor, text: string): Promise<void> {
  await editor.write("claimcheck.yaml", text);
  await editor.tell("claimcheck.yaml", 2);
}

const DRAFT = "The harbour has 13 berths.\n";
const FACT = "The harbour has 31 berths.\n";

describe("claimcheck.yaml", () => {
  it("governs sources, drafts, day and severity over stdio, and is followed", {
    timeout: 60_000,
  }, async () => {
    const editor = await editorWith({
      server: FAKE_SERVER,
      settings: { pause: 0, sources: ["elsewhere"], builtin: true, severity: { contradicted: "hint" } },
      files: {
        "press/a.md": FACT,
        "press/old/b.md": "The harbour has 30 berths.\n",
        "claimcheck.yaml":
          "sources: [press]\ndrafts: texts/*.md\nexclude: [press/old]\ndate: 2024-05-01\nseverity: {contradicted: error}\n",
        "texts/draft.md": DRAFT,
      },
    });
    const uri = await editor.openDraft("texts/draft.md", DRAFT);
    const other = await editor.openDraft("notes.md", DRAFT);
    expect(await editor.diagnostics(uri)).toMatchObject([
      { code: "quantity-mismatch", severity: 1, message: expect.stringContaining("Read on 2024-05-01.") },
    ]);
    expect(await states(editor)).toEqual({ "press/a.md": "read" });
    expect(await codes(editor, other)).toEqual([]);
    const { problem } = await editor.connection.sendRequest<Explanation>(Methods.explain, { uri: other });
    expect(problem).toBe("claimcheck.yaml leaves this file out (drafts, exclude).");
    await rewrite(editor, "sources: [press/a.md]\ndate: 2024-06-01\n");
    await editor.until("the day counts", async () =>
      String((await editor.diagnostics(uri))[0]?.message).includes("2024-06-01"),
    );
    expect((await editor.diagnostics(other))[0]).toMatchObject({ code: "quantity-mismatch", severity: 4 });
    await editor.remove("claimcheck.yaml");
    await editor.tell("claimcheck.yaml", 3);
    await editor.until("the settings count", async () => (await states(editor)).elsewhere === "not-found");
  });

  it("leaves a draft its own day", async () => {
    const editor = await editorWith({
      files: { "sources/a.md": FACT, "claimcheck.yaml": "date: 2024-05-01\n" },
    });
    const uri = await editor.openDraft("draft.md", `---\ndate: 2024-07-01\n---\n\n${DRAFT}`);
    expect((await editor.diagnostics(uri))[0]!.message).not.toContain("Read on");
  });

  it("lets globs over everything leave the drafts out", async () => {
    const editor = await editorWith({
      files: {
        "claimcheck.yaml": "sources: ['**/*.md']\ndrafts: [texts]\n",
        "a.md": FACT,
        "texts/draft.md": DRAFT,
        "texts/second.md": DRAFT,
      },
    });
    const uri = await editor.openDraft("texts/draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    expect(await states(editor)).toEqual({ "a.md": "read" });
  });

  it("takes brackets and plus signs of names as they are written", async () => {
    const editor = await editorWith({
      files: {
        "claimcheck.yaml": "sources: ['Reports (2024)', 'wire/a+b.md', 'wire (old)/*.md']\n",
        "Reports (2024)/a.md": FACT,
        "wire/a+b.md": "The harbour has 4 cranes.\n",
        "wire (old)/c.md": "The quay has 4 cranes.\n",
      },
    });
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    expect(await states(editor)).toEqual({
      "Reports (2024)/a.md": "read",
      "wire/a+b.md": "read",
      "wire (old)/c.md": "read",
    });
  });
});

describe("a claimcheck.yaml that is wrong", () => {
  it("says so at the line, counts where it is right, and is quiet once it is mended", async () => {
    const editor = await editorWith({
      settings: { pause: 0, sources: ["press"] },
      files: { "press/a.md": FACT, "claimcheck.yaml": "source: press\nsources: 7\ndate: soon\n" },
    });
    const uri = await editor.openDraft("draft.md", DRAFT);
    // What the file does not say rightly, the settings say.
    expect(await codes(editor, uri)).toEqual(["quantity-mismatch"]);
    await editor.until("the problems are shown", () => shown(editor)?.length === 3);
    expect(shown(editor)).toEqual([
      "1: unknown key “source”: did you mean “sources”?",
      "2: “sources” takes a list of files, folders or globs.",
      "3: “date” takes a day such as 2024-05-31.",
    ]);
    expect(editor.log).toContain("claimcheck.yaml:3:7: “date” takes a day such as 2024-05-31.");
    await rewrite(editor, "sources: [press]\n");
    await editor.until("nothing is shown", () => shown(editor)?.length === 0);
  });

  it("tells of entries that match nothing, there and at the top of drafts, until they do", async () => {
    const editor = await editorWith({
      files: {
        "press/a.md": FACT,
        "claimcheck.yaml": "sources:\n  - press\n  - wire/*.pdf\n  - press/*.txt\ndrafts: texts\n",
      },
    });
    const uri = await editor.openDraft("draft.md", DRAFT);
    await editor.until("the problems are shown", () => shown(editor)?.length === 3);
    expect(shown(editor)).toEqual([
      "5: “texts” matches no Markdown file: correct it or add a draft there.",
      "3: wire/*.pdf was not found: correct the path in line 3 of claimcheck.yaml or create it.",
      "4: press/*.txt matches no source: correct it in line 4 of claimcheck.yaml or add one there.",
    ]);
    expect(await codes(editor, uri)).toEqual([]);
    await editor.write("texts/draft.md", DRAFT);
    await editor.write("press/b.txt", "The harbour has 4 cranes.\n");
    await editor.tell("texts/draft.md", 1);
    await editor.tell("press/b.txt", 1);
    await editor.until("one is left", () => shown(editor)?.length === 1);
    const draft = await editor.openDraft("texts/draft.md", DRAFT);
    expect(await codes(editor, draft)).toEqual(["source-not-read", "quantity-mismatch"]);
  });

  it("reads nothing outside the workspace folder", async () => {
    const editor = await editorWith({
      files: { "claimcheck.yaml": "sources: ['../', '/etc/*.conf', '{a,..}/*.md']\nbuiltin: false\n" },
    });
    await editor.until("the problems are shown", () => shown(editor)?.length === 3);
    for (const line of shown(editor)!) expect(line).toContain("leads out of this file's folder");
    expect(await states(editor)).toEqual({});
  });
});
