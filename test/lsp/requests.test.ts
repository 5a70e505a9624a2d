import { afterEach, describe, expect, it } from "vitest";
import {
  type CheckAllResult,
  type ClaimExplanationResult,
  type EditsResult,
  type Explanation,
  Methods,
  type Status,
} from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const open: Editor[] = [];
async function editorWith(options: EditorOptions = {}): Promise<Editor> {
  const files = {
    "sources/a.md":
      "---\ntitle: Harbour report\n---\n\nThe harbour has 31 berths. \n\nThe harbour has 4 cranes.\n",
    ...options.files,
  };
  const editor = await Editor.open({ settings: { pause: 0 }, ...options, files });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

const DRAFT =
  "The harbour has 13 berths, and perhaps the harbour has 14 berths.\n\nThe harbour has 4 cranes.\n";

describe("claimcheck/fixAll", () => {
  it("corrects what is surely contradicted", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft("draft.md", DRAFT);
    const { edits, version } = await editor.connection.sendRequest<EditsResult>(Methods.fixAll, { uri });
    expect(version).toBe(1);
    await editor.edit(uri, [...edits]);
    expect(editor.text(uri)).toBe(DRAFT.replace("13", "31"));
    const again = await editor.connection.sendRequest<EditsResult>(Methods.fixAll, { uri });
    expect(again).toEqual({
      edits: [],
      version: null,
      problem: "Nothing in this draft is surely contradicted.",
    });
  });
});

describe("claimcheck/insertCitation", () => {
  it("cites the source of the claim at a position, once", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft("draft.md", DRAFT);
    const ask = () =>
      editor.connection.sendRequest<EditsResult>(Methods.insertCitation, {
        uri,
        position: editor.at(uri, "4 cranes"),
      });
    await editor.edit(uri, [...(await ask()).edits]);
    expect(editor.text(uri)).toBe(
      `${DRAFT.trimEnd()}[^harbour-report]\n\n[^harbour-report]: “Harbour report”.\n`,
    );
    expect(await ask()).toMatchObject({ edits: [], problem: "This claim is cited already." });
    const elsewhere = { uri, position: editor.at(uri, "13") };
    expect(await editor.connection.sendRequest(Methods.insertCitation, elsewhere)).toMatchObject({
      edits: [],
      problem: "The source says otherwise here: correct the draft first.",
    });
  });
});

describe("claimcheck/ignore", () => {
  it("writes the directive for the claim that is meant, or says that it is gone", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft(
      "draft.md",
      "- The harbour has 13 berths\n- Indeed: the harbour has 13 berths\n",
    );
    const [, second] = await editor.diagnostics(uri);
    const place = {
      uri,
      fingerprint: (second!.data as { fingerprint: string }).fingerprint,
      range: second!.range,
    };
    const { edits } = await editor.connection.sendRequest<EditsResult>(Methods.ignore, {
      ...place,
      reason: "counted by us",
    });
    await editor.edit(uri, [...edits]);
    expect(editor.text(uri)).toBe(
      "- The harbour has 13 berths\n- Indeed: the harbour has 13 berths <!-- claimcheck-ignore quantity-mismatch: counted by us -->\n",
    );
    const gone = { ...place, fingerprint: "x", reason: "y" };
    expect((await editor.connection.sendRequest<EditsResult>(Methods.ignore, gone)).problem).toMatch(
      /has changed/,
    );
  });
});

describe("claimcheck/status", () => {
  it("is told when it changes, with counts for each open draft", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft(
      "draft.md",
      `${DRAFT}\nThe harbour has 9 cranes. <!-- claimcheck-ignore: old -->\n`,
    );
    await editor.diagnostics(uri);
    const status = await editor.until("the counts", () =>
      editor.statuses.findLast(({ busy, drafts }) => !busy && drafts.length === 1),
    );
    expect(status.drafts).toEqual([
      {
        uri,
        version: 1,
        ignored: 1,
        summary: { supported: 1, contradicted: 2, unsupported: 0, disputed: 0 },
      },
    ]);
    expect(status.sources).toMatchObject([
      { name: "sources/a.md", title: "Harbour report", state: "read", statements: 2 },
    ]);
    expect(await editor.connection.sendRequest<Status>(Methods.status)).toEqual(status);
    await editor.closeDraft(uri);
    await editor.until("no draft", () => editor.statuses.at(-1)!.drafts.length === 0);
  });
});

describe("claimcheck/explain", () => {
  const explain = (editor: Editor, uri: string) =>
    editor.connection.sendRequest<Explanation>(Methods.explain, { uri });

  it("says what was read, found and looked for", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft("draft.md", `${DRAFT}\nThe lighthouse has 2 doors.\n`);
    const answer = await explain(editor, uri);
    expect(answer).toMatchObject({
      checked: true,
      problem: null,
      sentences: 3,
      claims: { quantity: { contradicted: 2, supported: 1, unsupported: 1 } },
      ignored: 0,
    });
    expect(answer.checks).toHaveLength(8);
    expect(answer.text).toContain("- sources/a.md: read, 2 sentences, 2 values");
    expect(answer.text).toContain("- quantity: 2 contradicted, 1 supported, 1 unsupported");
  });

  it("says why a draft is not checked", async () => {
    const editor = await editorWith({ settings: { pause: 0, maxFileSize: 0.001 } });
    const source = await editor.openDraft("sources/b.md", DRAFT);
    expect(await explain(editor, source)).toMatchObject({
      checked: false,
      problem: expect.stringContaining("one of the sources"),
    });
    expect(await explain(editor, editor.uri("nowhere.md"))).toMatchObject({
      problem: "This file is not open as Markdown.",
    });
    const large = await editor.openDraft("large.md", "x ".repeat(600));
    expect(await explain(editor, large)).toMatchObject({
      checked: false,
      problem: expect.stringContaining("larger than 0.001 MB"),
    });
    const broken = await editor.openDraft("broken.md", "BREAK");
    expect(await explain(editor, broken)).toMatchObject({
      checked: false,
      problem: expect.stringContaining("failed"),
    });
  });
});

describe("claimcheck/explainClaim", () => {
  const explainClaim = (editor: Editor, uri: string) =>
    editor.connection.sendRequest<ClaimExplanationResult>(Methods.explainClaim, {
      uri,
      position: { line: 0, character: 0 },
    });

  it("says why there is no explanation", async () => {
    const editor = await editorWith({ settings: { pause: 0, maxFileSize: 0.001 } });
    const source = await editor.openDraft("sources/b.md", DRAFT);
    expect(await explainClaim(editor, source)).toEqual({
      text: null,
      problem: expect.stringContaining("one of the sources"),
    });
    const large = await editor.openDraft("large.md", "x ".repeat(600));
    expect(await explainClaim(editor, large)).toEqual({
      text: null,
      problem: expect.stringContaining("larger than 0.001 MB"),
    });
    const broken = await editor.openDraft("broken.md", "BREAK");
    expect((await explainClaim(editor, broken)).problem).toContain("the log tells why");
  });

  it("answers where nothing is held against sources", async () => {
    const editor = await editorWith();
    const uri = await editor.openDraft("draft.md", DRAFT);
    expect(await explainClaim(editor, uri)).toEqual({
      text: expect.stringContaining("There is no sentence here"),
      problem: null,
    });
  });
});

describe("claimcheck/checkAll", () => {
  it("checks every draft of the workspace, open or not, and no source", async () => {
    const editor = await editorWith({
      files: {
        "one.md": "The harbour has 1 berths.\n",
        "deep/two.md": "The harbour has 2 berths.\n",
        "deep/latin.md": Uint8Array.from(Buffer.from("Caf\xe9: the harbour has 3 berths.\n", "latin1")),
        "node_modules/x/readme.md": "The harbour has 5 berths.\n",
        "broken.md": "BREAK\n",
      },
    });
    await editor.openDraft("one.md", "The harbour has 31 berths.\n");
    const { drafts, summary } = await editor.connection.sendRequest<CheckAllResult>(Methods.checkAll);
    expect(
      drafts.map(({ name, findings, problem }) => [name, findings.map((item) => item.code), problem]),
    ).toEqual([
      ["broken.md", [], "The check failed: the log tells why."],
      ["deep/latin.md", ["quantity-mismatch"], null],
      ["deep/two.md", ["quantity-mismatch"], null],
      ["one.md", [], null],
    ]);
    expect(summary).toEqual({ supported: 1, contradicted: 2, unsupported: 0, disputed: 0 });
  });
});
