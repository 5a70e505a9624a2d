/** Which sources count for which draft: what it names itself, its folder of the workspace, and nothing outside. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Methods, type Status } from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const open: Editor[] = [];
async function editorWith(options: EditorOptions): Promise<Editor> {
  const editor = await Editor.open({
    ...options,
    settings: { pause: 0, builtin: false, ...options.settings },
  });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

/** What is found; that a source has changed since is told beside it. */
async function codes(editor: Editor, uri: string) {
  return (await editor.diagnostics(uri)).map((item) => item.code).filter((code) => code !== "stale");
}

async function becomes(editor: Editor, uri: string, expected: readonly string[]) {
  await editor.until(`${expected.join(" ") || "silence"}`, async () => {
    const found = await codes(editor, uri);
    return JSON.stringify(found) === JSON.stringify(expected);
  });
}

const FACT = "The harbour has 31 berths.\n";
const CLAIM = "The harbour has 13 berths.\n";
const MISMATCH = ["quantity-mismatch"];

describe("a draft's own sources", () => {
  it("stand in its front matter, relative to its folder", async () => {
    const files = { "facts/port.md": FACT, "drafts/x.md": "x" };
    const editor = await editorWith({ files });
    const named = await editor.openDraft("drafts/a.md", `---\nsources: [../facts/*.md]\n---\n\n${CLAIM}`);
    const other = await editor.openDraft("drafts/b.md", CLAIM);
    expect(await codes(editor, named)).toEqual(MISMATCH);
    expect(await codes(editor, other)).toEqual([]);
  });

  it("are what its links and footnotes point to", async () => {
    const files = { "reports/port of call.md": FACT, "notes/n.txt": "The quay has 4 cranes.\n" };
    const editor = await editorWith({ files });
    const text = `${CLAIM}\nSee [the report](<../reports/port of call.md#berths>).[^1]\n\nThe quay has 5 cranes.\n\n[^1]: [Notes](../notes/n.txt)\n`;
    const uri = await editor.openDraft("drafts/a.md", text);
    expect(await codes(editor, uri)).toEqual([...MISMATCH, ...MISMATCH]);
  });

  it("are the files that its bibliography keeps", async () => {
    const entry = "@misc{quay, title = {The quay}, file = {papers/port.md}}\n";
    const files = { "lists/refs.bib": entry, "lists/papers/port.md": FACT };
    const editor = await editorWith({ files });
    const uri = await editor.openDraft("a.md", `---\nbibliography: lists/refs.bib\n---\n\n${CLAIM}`);
    expect(await codes(editor, uri)).toEqual(MISMATCH);
    await editor.write("lists/refs.bib", entry.replace("papers/port.md", "papers/none.md"));
    await editor.tell("lists/refs.bib", 2);
    await becomes(editor, uri, []);
  });

  it("add to those of the workspace", async () => {
    const files = { "sources/a.md": "The quay has 4 cranes.\n", "port.md": FACT };
    const editor = await editorWith({ files });
    const uri = await editor.openDraft(
      "a.md",
      `${CLAIM}\n[Port](port.md) and quays: The quay has 5 cranes.\n`,
    );
    expect(await codes(editor, uri)).toEqual([...MISMATCH, ...MISMATCH]);
  });

  it("follow the draft and the disk, without a restart", async () => {
    const editor = await editorWith({ files: { "port.md": FACT } });
    const uri = await editor.openDraft("a.md", CLAIM);
    expect(await codes(editor, uri)).toEqual([]);
    const end = { line: 1, character: 0 };
    await editor.edit(uri, [{ range: { start: end, end }, newText: "\n[Port](port.md)\n" }]);
    await becomes(editor, uri, MISMATCH);
    await editor.write("port.md", "The harbour has 13 berths.\n");
    await editor.tell("port.md", 2);
    await becomes(editor, uri, ["uncited"]);
    await editor.remove("port.md");
    await editor.tell("port.md", 3);
    await becomes(editor, uri, []);
    await editor.write("port.md", FACT);
    await editor.tell("port.md", 1);
    await becomes(editor, uri, MISMATCH);
    await editor.replace(uri, "[Port](port.md)", "Port");
    await becomes(editor, uri, []);
  });

  it("are drafts still, if they are drafts", async () => {
    const editor = await editorWith({ files: { "sources/s.md": FACT, "b.md": CLAIM } });
    await editor.openDraft("a.md", "See [b](b.md).\n");
    const linked = await editor.openDraft("b.md", CLAIM);
    expect(await codes(editor, linked)).toEqual(MISMATCH);
  });

  it("are told of where they are not there", async () => {
    const editor = await editorWith({ files: {} });
    const uri = await editor.openDraft("a.md", `---\nsources: [facts/none.md]\n---\n\n${CLAIM}`);
    const [note] = await editor.diagnostics(uri);
    expect(note).toMatchObject({ code: "source-not-read" });
    expect(note!.message).toContain(
      "facts/none.md was not found: correct the path in the front matter of a.md",
    );
    const other = await editor.openDraft("b.md", "See [that](facts/none.md).\n");
    expect(await codes(editor, other)).toEqual([]);
  });
});

describe("a workspace of several folders", () => {
  it("checks a draft against the sources of its own folder, by its own settings", async () => {
    const files = {
      "north/sources/s.md": FACT,
      "north/d.md": "x",
      "south/press/s.md": "The harbour has 13 berths.\n",
      "south/d.md": "x",
    };
    const editor = await editorWith({
      files,
      folders: {
        north: { pause: 0, builtin: false },
        south: { pause: 0, builtin: false, sources: ["press"] },
      },
    });
    const north = await editor.openDraft("north/d.md", CLAIM);
    const south = await editor.openDraft("south/d.md", CLAIM);
    expect(await codes(editor, north)).toEqual(MISMATCH);
    expect(await codes(editor, south)).toEqual(["uncited"]);
    await editor.write("south/press/s.md", FACT);
    await editor.tell("south/press/s.md", 2);
    await becomes(editor, south, MISMATCH);
  });
});

describe("nothing outside is read", () => {
  let outside = "";
  async function elsewhere(): Promise<string> {
    outside = await mkdtemp(join(tmpdir(), "claimcheck-outside-"));
    await writeFile(join(outside, "secret.md"), FACT);
    return outside;
  }
  afterEach(() => rm(outside, { recursive: true, force: true }));

  async function texts(editor: Editor): Promise<string> {
    const status = await editor.connection.sendRequest<Status>(Methods.status);
    return JSON.stringify(status.sources);
  }

  it("through links of folders or files in the sources", async () => {
    const folder = await elsewhere();
    const editor = await editorWith({ files: { "inside/i.md": "The quay has 4 cranes.\n" } });
    await mkdir(join(editor.root, "sources"));
    await symlink(folder, join(editor.root, "sources/away"));
    await symlink(join(folder, "secret.md"), join(editor.root, "sources/alias.md"));
    await symlink(join(editor.root, "inside"), join(editor.root, "sources/near"));
    await editor.tell("sources/alias.md", 1);
    const uri = await editor.openDraft("a.md", `${CLAIM}\nThe quay has 5 cranes.\n`);
    await becomes(editor, uri, ["source-not-read", ...MISMATCH]);
    expect(await texts(editor)).toMatch(/sources\/alias\.md is not read: A symbolic link leads out/);
  });

  it("through a folder of sources that is a link itself", async () => {
    const folder = await elsewhere();
    const project = { "claimcheck.yaml": "sources: ['press/**/*.md', other]\n" };
    for (const files of [{}, project]) {
      const editor = await editorWith({ files });
      for (const name of ["sources", "press", "other"]) await symlink(folder, join(editor.root, name));
      await editor.tell("sources/secret.md", 1);
      const uri = await editor.openDraft("a.md", CLAIM);
      await becomes(editor, uri, ["source-not-read"]);
      const [note] = await editor.diagnostics(uri);
      expect(note!.message).toContain("symbolic link leads out of the workspace");
      expect(note!.message).not.toContain("matches no source");
    }
  });

  it("through front matter, links and project files that climb out", async () => {
    const folder = await elsewhere();
    const name = folder.split("/").at(-1);
    const editor = await editorWith({ files: { "claimcheck.yaml": `sources: [../${name}]\n` } });
    for (const named of [
      `../${name}/secret.md`,
      `../${name}/*.md`,
      `${folder}/secret.md`,
      `sub/../../${name}`,
    ]) {
      const uri = await editor.openDraft("a.md", `---\nsources: ["${named}"]\n---\n\n${CLAIM}`);
      const [note, ...rest] = await editor.diagnostics(uri);
      expect([note!.code, rest]).toEqual(["source-not-read", []]);
      expect(note!.message).toContain("out of the workspace");
      await editor.closeDraft(uri);
    }
    const uri = await editor.openDraft(
      "b.md",
      `${CLAIM}\n[x](../${name}/secret.md) [y](..%2f${name}%2fsecret.md)\n`,
    );
    expect((await codes(editor, uri)).filter((code) => code === "quantity-mismatch")).toEqual([]);
  });

  it("unless the writer's own settings name it", async () => {
    const folder = await elsewhere();
    const editor = await editorWith({ files: {}, settings: { sources: [folder] } });
    const uri = await editor.openDraft("a.md", CLAIM);
    expect(await codes(editor, uri)).toEqual(MISMATCH);
    // The client watches only the workspace by itself.
    await editor.until("the folder is watched", () => JSON.stringify(editor.watched).includes(folder));
    await writeFile(join(folder, "secret.md"), CLAIM);
    await editor.tell(relative(editor.root, join(folder, "secret.md")), 2);
    await becomes(editor, uri, ["uncited"]);
  });
});

describe("many sources", () => {
  it("are shown as they are read, and do not hold up what is open", async () => {
    const many = Array.from({ length: 1500 }, (_, at) => [
      `sources/${at}.md`,
      `Pier ${at} has ${at} lamps.\n`,
    ]);
    const editor = await editorWith({ files: { "aaa.md": CLAIM, ...Object.fromEntries(many) } });
    await editor.openDraft("draft.md", CLAIM);
    await editor.until("all are read", () => editor.statuses.at(-1)?.sources.length === 1500);
    await editor.until(
      "progress ends",
      () => editor.progress.length === 0 || editor.progress.at(-1) === "end",
    );
    if (editor.progress.length > 0) expect(editor.progress[0]).toBe("begin");
    expect(editor.progress.filter((kind) => kind === "begin")).toHaveLength(
      editor.progress.filter((kind) => kind === "end").length,
    );
  });
});
