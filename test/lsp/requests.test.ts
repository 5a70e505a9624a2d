import { afterEach, describe, expect, it } from "vitest";
import { type CancellationToken, CancellationTokenSource, ErrorCodes } from "vscode-languageserver/node";
import { logUnexpected } from "../../server/src/lsp/unexpected.ts";
import {
  ACCEPT_SILENTLY_COMMAND,
  ACKNOWLEDGE_COMMAND,
  ADD_REFERENCE_COMMAND,
  type CheckAllResult,
  type ClaimExplanationResult,
  type EditsResult,
  type Explanation,
  Methods,
  SHOW_PASSAGE_COMMAND,
  type Status,
} from "../../server/src/protocol.ts";
import { failed, NOT_CHECKED, OVERTAKEN } from "../../server/src/service/failures.ts";
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
    const answer = await editor.connection.sendRequest<EditsResult>(Methods.fixAll, { uri });
    const { edits, version, note } = answer;
    expect(version).toBe(1);
    expect(note).toBe("Corrected 1 claim. 1 is left for you to look at: 1 that is not certain.");
    await editor.edit(uri, [...edits]);
    expect(editor.text(uri)).toBe(DRAFT.replace("13", "31"));
    const again = await editor.connection.sendRequest<EditsResult>(Methods.fixAll, { uri });
    expect(again).toEqual({
      edits: [],
      version: null,
      problem:
        "Nothing in this draft is surely contradicted. 1 claim is left for you to look at: 1 that is not certain.",
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
      problem: failed("check this draft"),
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
    expect(await explainClaim(editor, broken)).toEqual({
      text: null,
      problem: failed("explain this claim"),
      failed: true,
    });
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

describe("what breaks inside", () => {
  it.each([
    [Methods.fixAll, "change this draft"],
    [Methods.insertAllCitations, "change the citations of this draft"],
    [Methods.report, "make the report"],
    [Methods.accept, "change the accepted findings"],
  ])("is answered by %s with what it could not do, and with a mark", async (method, what) => {
    const editor = await editorWith();
    const uri = await editor.openDraft("draft.md", "BREAK");
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const params = { uri, format: "html", fingerprint: "", range, reason: "" };
    expect(await editor.connection.sendRequest(method, params)).toMatchObject({
      problem: failed(what),
      failed: true,
    });
    expect(editor.log.join("\n")).toContain("fake-engine.ts");
  });

  it("is held apart from what was overtaken", async () => {
    const editor = await editorWith();
    const explain = (uri: string, token?: CancellationToken) =>
      editor.connection.sendRequest<Explanation>(Methods.explain, { uri }, token);
    const broken = await editor.openDraft("broken.md", "BREAK");
    expect(await explain(broken)).toMatchObject({ checked: false, problem: failed("check this draft") });
    const slow = await editor.openDraft("slow.md", `WAIT 2000 ${DRAFT}`);
    const source = new CancellationTokenSource();
    const answer = explain(slow, source.token);
    await new Promise((resolve) => setTimeout(resolve, 50));
    source.cancel();
    expect(await answer).toMatchObject({ checked: false, problem: OVERTAKEN });
  });
});

describe("a request that is wrong", () => {
  const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

  it.each([
    [SHOW_PASSAGE_COMMAND, { uri: "file:///a.md" }],
    [ADD_REFERENCE_COMMAND, { uri: "file:///a.md", source: "file:///b.md" }],
    [ACCEPT_SILENTLY_COMMAND, { uri: "file:///a.md", fingerprint: "0" }],
    [ACKNOWLEDGE_COMMAND, { uri: "file:///a.md", fingerprints: [1] }],
    ["claimcheck.constructor", {}],
  ])("is refused as one by %s", async (command, given) => {
    const { connection } = await editorWith();
    for (const args of [undefined, [null], ["x"], [given]])
      await expect(
        connection.sendRequest("workspace/executeCommand", { command, arguments: args }),
      ).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  });

  it.each([Methods.accept, Methods.withdraw, Methods.ignore, Methods.acknowledge])(
    "is refused as one by %s",
    async (method) => {
      const { connection } = await editorWith();
      for (const params of [{}, { fingerprint: "0", range: RANGE, reason: "" }, { uri: 1, range: RANGE }])
        await expect(connection.sendRequest(method, params)).rejects.toMatchObject({
          code: ErrorCodes.InvalidParams,
        });
    },
  );
});

describe("a rejection that nobody caught", () => {
  it("is in the client's log with its place", () => {
    const lines: string[] = [];
    logUnexpected({ error: (line) => lines.push(line) }, new Error("lost"));
    expect(lines).toEqual([expect.stringMatching(/^Unexpected: Error: lost\n\s+at .*requests\.test\.ts/)]);
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
      ["broken.md", [], NOT_CHECKED],
      ["deep/latin.md", ["quantity-mismatch"], null],
      ["deep/two.md", ["quantity-mismatch"], null],
      ["one.md", [], null],
    ]);
    expect(summary).toEqual({ supported: 1, contradicted: 2, unsupported: 0, disputed: 0 });
  });
});
