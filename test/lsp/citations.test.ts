/**
 * Citing in the editor: commands, quick fixes and completion, with the bibliography's entry in the same edit.
 */
import { afterEach, describe, expect, it } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  TextDocumentEdit,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ADD_REFERENCE_COMMAND, type EditsResult, Methods } from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const open: Editor[] = [];
async function editorWith(
  files: EditorOptions["files"],
  settings: Record<string, unknown> = {},
): Promise<Editor> {
  const editor = await Editor.open({ settings: { pause: 0, ...settings }, files: { ...SOURCES, ...files } });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

const SOURCES = {
  "sources/harbour.md":
    "---\ntitle: Harbour in figures\npublisher: Harbour Office\npublished: 2024-02-18\nurl: https://harbour.example.org/figures\n---\nThe harbour has 31 berths.\n",
  "sources/quay.md":
    "---\ntitle: Quay report\npublisher: Quay Press\npublished: 2023-01-01\n---\nThe quay has 4 cranes.\n",
};
const BIB = "@online{harbour, title = {Harbour in figures}, url = {https://harbour.example.org/figures}}\n";
const DRAFT = "The harbour has 31 berths. The quay has 4 cranes.\n";

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("a", "x", 0, text), [...edits]);
}

async function ask(editor: Editor, method: string, uri: string, more = {}): Promise<EditsResult> {
  return editor.connection.sendRequest<EditsResult>(method, { uri, ...more });
}

describe("citing all claims", () => {
  it("writes keys and the entry that is missing, both in one answer", async () => {
    const editor = await editorWith({ "refs.bib": BIB }, { citations: { style: "pandoc" } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    const { edits, others, problem, note } = await ask(editor, Methods.insertAllCitations, uri);
    expect(problem).toBeNull();
    expect(note).toBe("Inserted 2 citations for 2 claims.");
    expect(applied(DRAFT, edits as TextEdit[])).toBe(
      "The harbour has 31 berths [@harbour]. The quay has 4 cranes [@quay2023report].\n",
    );
    expect(others).toMatchObject([{ uri: editor.uri("refs.bib"), isNew: false }]);
    expect(applied(BIB, others![0]!.edits as TextEdit[])).toBe(
      `${BIB}\n@misc{quay2023report,\n  title = {{Quay report}},\n  author = {{Quay Press}},\n  date = {2023-01-01},\n  file = {sources/quay.md}\n}\n`,
    );
  });

  it("begins a bibliography where the folder has none", async () => {
    const editor = await editorWith({}, { citations: { style: "pandoc" } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    const { others } = await ask(editor, Methods.insertAllCitations, uri);
    expect(others).toMatchObject([{ uri: editor.uri("references.bib"), isNew: true }]);
  });

  it("follows the draft's front matter, claimcheck.yaml and what the draft already uses", async () => {
    const editor = await editorWith({
      "own.bib": BIB,
      "other.bib": "",
      "claimcheck.yaml": "bibliography: other.bib\ncitations:\n  style: pandoc\n",
    });
    const own = `---\nbibliography: own.bib\n---\n${DRAFT}`;
    const first = await editor.openDraft("first.md", own);
    const answer = await ask(editor, Methods.insertAllCitations, first);
    expect(applied(own, answer.edits as TextEdit[])).toContain("berths [@harbour].");
    const second = await editor.openDraft("second.md", DRAFT);
    expect((await ask(editor, Methods.insertAllCitations, second)).others).toMatchObject([
      { uri: editor.uri("other.bib") },
    ]);
  });

  it("counts a bibliography as it stands unsaved in the editor", async () => {
    const editor = await editorWith({ "refs.bib": BIB }, { citations: { style: "pandoc" } });
    const uri = await editor.openDraft("draft.md", DRAFT);
    await ask(editor, Methods.insertAllCitations, uri);
    await editor.openDraft("refs.bib", `${BIB}@misc{mine, file = {sources/quay.md}}\n`);
    const { edits, others } = await ask(editor, Methods.insertAllCitations, uri);
    expect(applied(DRAFT, edits as TextEdit[])).toContain("cranes [@mine].");
    expect(others).toBeUndefined();
    expect(await editor.diagnostics(editor.uri("refs.bib"))).toEqual([]);
  });
});

describe("converting", () => {
  it("brings every citation into one style, and tells what stays", async () => {
    const editor = await editorWith({ "refs.bib": BIB });
    const text = "The harbour has 31 berths [@harbour]. So they say [@nobody].\n";
    const uri = await editor.openDraft("draft.md", text);
    const { edits, note } = await ask(editor, Methods.convertCitations, uri, { style: "link" });
    expect(applied(text, edits as TextEdit[])).toBe(
      "The harbour has 31 berths ([Harbour Office](https://harbour.example.org/figures#:~:text=The%20harbour%20has%2031%20berths.)). So they say [@nobody].\n",
    );
    expect(note).toBe(
      "Converted 1 citation. 1 citation stays as it is: it says more than a source, or what no source or bibliography has.",
    );
  });

  it("is offered for the citation at the cursor", async () => {
    const editor = await editorWith({ "refs.bib": BIB });
    const uri = await editor.openDraft("draft.md", "The harbour has 31 berths [@harbour].\n");
    const actions = await editor.actions(uri, "@harbour", ["refactor"]);
    expect(actions.map(({ title }) => title)).toEqual(["Convert to a footnote", "Convert to a link"]);
    await editor.apply(uri, actions[0]!);
    expect(editor.text(uri)).toContain("berths.[^harbour-office-2024]");
  });
});

describe("the quick fix", () => {
  it("cites in the draft's style and edits the bibliography with it", async () => {
    const editor = await editorWith({ "refs.bib": BIB });
    const uri = await editor.openDraft("draft.md", "As ever [@harbour].\n\nThe quay has 4 cranes.\n");
    const actions: CodeAction[] = await editor.actions(uri, "4 cranes");
    const cite = actions.find(({ title }) => title === "Insert citation: Quay Press");
    const changes = (cite?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => textDocument.uri)).toEqual([editor.uri("refs.bib"), uri]);
    expect(applied(editor.text(uri), changes[1]!.edits as TextEdit[])).toContain(
      "4 cranes [@quay2023report].",
    );
  });
});

async function completion(editor: Editor, uri: string, before: string): Promise<CompletionItem[]> {
  const { end } = editor.rangeOf(uri, before);
  const list = await editor.connection.sendRequest<CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position: end,
  });
  return list.items;
}

describe("completion", () => {
  it("names the best source for the words before it first, and adds its entry", async () => {
    const editor = await editorWith({ "refs.bib": BIB });
    const uri = await editor.openDraft("draft.md", "The harbour has 31 berths. The quay has 4 cranes [@.\n");
    const items = await completion(editor, uri, "[@");
    expect(items.map(({ label }) => label)).toEqual(["quay2023report", "harbour"]);
    expect(items[0]).toMatchObject({
      preselect: true,
      textEdit: { newText: "quay2023report]" },
      command: { command: ADD_REFERENCE_COMMAND },
    });
    const asked = new Promise<TextDocumentEdit[]>((resolve) => {
      editor.connection.onRequest("workspace/applyEdit", ({ edit }) => {
        resolve(edit.documentChanges);
        return { applied: true };
      });
    });
    await editor.connection.sendRequest("workspace/executeCommand", items[0]!.command!);
    const [change] = await asked;
    expect(change?.textDocument.uri).toBe(editor.uri("refs.bib"));
    expect((change?.edits as TextEdit[] | undefined)?.[0]?.newText).toContain("@misc{quay2023report,");
  });

  it("names footnotes, and defines those that are new", async () => {
    const editor = await editorWith({});
    const text = "The harbour has 31 berths.[^]\n\nMore.[^own]\n\n[^own]: Words of my own.\n";
    const uri = await editor.openDraft("draft.md", text);
    const [first, second, third] = await completion(editor, uri, "[^");
    expect([first?.label, second?.label, third?.label]).toEqual([
      "harbour-office-2024",
      "quay-press-2023",
      "own",
    ]);
    expect(first?.textEdit?.newText).toBe("harbour-office-2024");
    expect(first?.additionalTextEdits?.[0]?.newText).toBe(
      "\n[^harbour-office-2024]: Harbour Office, “Harbour in figures”, 18 February 2024, https://harbour.example.org/figures.",
    );
    expect(third?.additionalTextEdits).toBeUndefined();
  });

  it("keeps quiet elsewhere", async () => {
    const editor = await editorWith({});
    const uri = await editor.openDraft("draft.md", "Write to ada@harbour.example.org, or [here](x).\n");
    expect(await completion(editor, uri, "ada@")).toEqual([]);
    expect(await completion(editor, uri, "[here")).toEqual([]);
  });
});

describe("the card on a citation", () => {
  it("says which source it means", async () => {
    const editor = await editorWith({ "refs.bib": BIB });
    const uri = await editor.openDraft("draft.md", "As ever [@harbour, p. 4].\n");
    const hover = await editor.hover(uri, "[@harbour");
    expect(hover?.contents).toMatchObject({
      value:
        "Harbour Office, “Harbour in figures”, 18 February 2024, p. 4, https://harbour.example.org/figures",
    });
  });
});

describe("a claim that is cited to the wrong source", () => {
  it("is pointed out once the bibliography is read, and can be repaired", { timeout: 60_000 }, async () => {
    const editor = await Editor.open({
      server: REAL_SERVER,
      settings: { pause: 0 },
      files: {
        "sources/release.md":
          "---\ntitle: The fund pays\npublisher: Wire Service\npublished: 2024-02-18\n---\nThe Quay Fund paid 31 ports on 4 March 2024.\n",
        "sources/report.md":
          "---\ntitle: Annual report of the office\n---\nThe office employed 240 people in 2023. It repaired 12 cranes.\n",
        "refs.bib":
          "@report{report, file = {sources/report.md}}\n@online{release, file = {sources/release.md}}\n",
      },
    });
    open.push(editor);
    const text = "The Quay Fund paid 31 ports [@report].\n";
    const uri = await editor.openDraft("draft.md", text);
    const found = await editor.until("the finding is shown", async () =>
      (await editor.diagnostics(uri)).find(({ code }) => code === "cited-source-disagrees"),
    );
    expect(found).toMatchObject({
      severity: 3,
      message: expect.stringContaining("“The fund pays” (18 February 2024) does."),
    });
    const actions = await editor.actions(uri, "31 ports", ["quickfix"]);
    const titles = actions.map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(["Cite instead: Wire Service", "Cite too: Wire Service"]);
    await editor.apply(uri, actions[0]!);
    expect(editor.text(uri)).toBe(text.replace("@report", "@release"));
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).not.toContain("cited-source-disagrees");
  });
});

describe("a claim on which sources disagree", () => {
  it("is settled by the source that the writer picks to cite", { timeout: 60_000 }, async () => {
    const wire = (title: string, publisher: string, day: string, sum: string) =>
      `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${day}\n---\nThe fund paid ${sum} million euros for the new quay in Vesby.\n`;
    const editor = await Editor.open({
      server: REAL_SERVER,
      settings: { pause: 0 },
      files: {
        "sources/a.md": wire("Fund pays for the quay", "Northern Wire", "2024-01-10", "240"),
        "sources/b.md": wire("The quay, one year on", "Coast Daily", "2024-02-20", "260"),
      },
    });
    open.push(editor);
    const uri = await editor.openDraft(
      "draft.md",
      "The fund paid 240 million euros for the new quay in Vesby.\n",
    );
    const disputed = async () => (await editor.diagnostics(uri)).filter(({ code }) => code === "disputed");
    await editor.until("the dispute is shown", async () => (await disputed())[0]);
    const { problem } = await ask(editor, Methods.insertCitation, uri, { position: editor.at(uri, "240") });
    expect(problem).toContain("The sources disagree here");
    const actions = await editor.actions(uri, "240 million", ["quickfix"]);
    const titles = actions.map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual([
      "Insert citation: Northern Wire (agrees with the draft)",
      "Insert citation: Coast Daily (says otherwise)",
    ]);
    await editor.apply(uri, actions[0]!);
    expect(editor.text(uri)).toContain("[^northern-wire-2024]: Northern Wire, “Fund pays for the quay”");
    expect(await disputed()).toEqual([]);
  });

  const TABLE = (tonnes: number) =>
    `Freight by port in 2023\n\n| Port | Tonnes | Ships |\n| --- | --- | --- |\n| Olten | 340 | 31 |\n| Brugg | ${tonnes} | 24 |\n| Aarau | 127 | 18 |\n`;

  it.each([
    [
      "a quotation",
      "“We will rebuild the northern bridge before the winter,” Ada Brandt said.\n",
      ["winter", "summer"],
      "winter",
    ],
    [
      "who did it",
      "The city council closed the northern bridge to lorries in May.\n",
      ["city council", "transport ministry"],
      "The city council",
    ],
    ["an act", "The council voted before the auditors reported.\n", ["before", "after"], "before"],
    ["a cell of a table", TABLE(210), ["210", "260"], "210"],
  ])(
    "is the same with %s: either side is cited or opened",
    async (_, text, [word, other], marked) => {
      const file = (title: string, publisher: string, day: string, body: string) =>
        `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${day}\n---\n${body}`;
      const editor = await Editor.open({
        server: REAL_SERVER,
        settings: { pause: 0 },
        files: {
          "sources/a.md": file("Morning news", "Northern Wire", "2024-01-10", text),
          "sources/b.md": file("Evening news", "Coast Daily", "2024-02-20", text.replace(word!, other!)),
        },
      });
      open.push(editor);
      const uri = await editor.openDraft("draft.md", text);
      const disputed = async () => (await editor.diagnostics(uri)).filter(({ code }) => code === "disputed");
      const found = await editor.until("the dispute is shown", async () => (await disputed())[0]);
      expect(editor.wordsAt(uri, found.range)).toBe(marked);
      const row = text.includes("| Brugg") ? "row “Brugg”, column “Tonnes”, " : "";
      expect(found.relatedInformation?.map(({ message }) => /\((.*)\)$/.exec(message)?.[1])).toEqual([
        `${row}says otherwise`,
        `${row}agrees with the draft`,
      ]);
      const { value } = (await editor.hover(uri, marked))!.contents as { value: string };
      expect(value).toMatch(
        /^≠ \*\*The sources disagree\*\*\n\n✗ Says otherwise: [\s\S]*✓ Agrees with your draft: /,
      );
      const actions = await editor.actions(uri, marked, ["quickfix"]);
      const titles = actions.map(({ title }) => title);
      expect(titles).toEqual(
        expect.arrayContaining([
          "Insert citation: Northern Wire (agrees with the draft)",
          "Insert citation: Coast Daily (says otherwise)",
          "Open “Evening news”",
          "Open “Morning news”",
        ]),
      );
      const cite = actions.find(({ title }) => title.endsWith("(says otherwise)"))!;
      await editor.apply(uri, cite);
      expect(editor.text(uri)).toContain("[^coast-daily-2024]: Coast Daily, “Evening news”");
      const codes = (await editor.diagnostics(uri)).map(({ code }) => code);
      expect(codes).not.toContain("disputed");
      expect(codes.join(" ")).toMatch(/mismatch|misquotation/);
    },
    60_000,
  );
});
