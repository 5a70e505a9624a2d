/** Whole folders of sources that are renamed, moved or deleted: open drafts follow, whatever the editor tells of it. */
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { URI } from "vscode-uri";
import { watchedFolders } from "../../server/src/lsp/folder-watcher.ts";
import { sourcePlaces } from "../../server/src/lsp/source-places.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const FACT = "The harbour has 31 berths.\n";
const CLAIM = "The harbour has 13 berths.\n";
const MISMATCH = ["quantity-mismatch"];
const BIBLIOGRAPHY = "@misc{port, title = {Port}, file = {port.md}}\n";

const open: Editor[] = [];
async function editorWith(options: EditorOptions): Promise<Editor> {
  const settings = { pause: 0, builtin: false, ...options.settings };
  const editor = await Editor.open({ ...options, settings });
  open.push(editor);
  return editor;
}
afterEach(async () => {
  for (const editor of open.splice(0)) await editor.close();
});

async function becomes(editor: Editor, uri: string, expected: readonly string[]) {
  await editor.until(`${expected.join(" ") || "silence"}`, async () => {
    const found = (await editor.diagnostics(uri)).map(({ code }) => code);
    return JSON.stringify(found) === JSON.stringify(expected);
  });
}

interface Move {
  readonly files: Readonly<Record<string, string>>;
  readonly draft?: string;
  readonly from: string;
  readonly to: string;
  /** What the editor is asked to watch; absent: the folder itself. */
  readonly watched?: string;
}

const CASES: Readonly<Record<string, Move>> = {
  "the folder of sources": { files: { "sources/deep/port.md": FACT }, from: "sources", to: "old" },
  "a folder in it": {
    files: { "sources/deep/port.md": FACT },
    from: "sources/deep",
    to: "old/deep",
    watched: "sources/**",
  },
  "the folder around it": {
    files: { "claimcheck.yaml": "sources: [paper/press]\n", "paper/press/port.md": FACT, "x.md": "x" },
    from: "paper",
    to: "old",
  },
  "a folder that the draft names": {
    files: { "facts/port.md": FACT },
    draft: `---\nsources: [../facts/*.md]\n---\n\n${CLAIM}`,
    from: "facts",
    to: "old",
  },
  "a folder with a file that the draft links to": {
    files: { "facts/near/port.md": FACT },
    draft: `${CLAIM}\nSee [the port](../facts/near/port.md).\n`,
    from: "facts/near",
    to: "facts/far",
  },
  "a folder of a bibliography": {
    files: { "lists/refs.bib": BIBLIOGRAPHY, "lists/port.md": FACT },
    draft: `---\nbibliography: ../lists/refs.bib\n---\n\n${CLAIM}`,
    from: "lists",
    to: "old",
  },
};

describe("a folder in the workspace that is renamed", { timeout: 60_000 }, () => {
  for (const [name, { files, draft = CLAIM, from, to, watched = from }] of Object.entries(CASES)) {
    /** Renames there and back again, telling the server in one way or another. */
    async function roundTrip(tell: (editor: Editor, from: string, to: string) => Promise<void>) {
      const editor = await editorWith({ files });
      const uri = await editor.openDraft("drafts/a.md", draft);
      await becomes(editor, uri, MISMATCH);
      await editor.move(from, to);
      await tell(editor, from, to);
      await editor.until("the finding goes", async () => {
        const found = await editor.diagnostics(uri);
        return found.every(({ code }) => code === "source-not-read");
      });
      await editor.move(to, from);
      await tell(editor, to, from);
      await becomes(editor, uri, MISMATCH);
      return editor;
    }

    it(`is followed as the writer renames it: ${name}`, async () => {
      await roundTrip((editor, before, after) => editor.tellRenamed(before, after));
    });

    it(`is followed where only the folder is told of: ${name}`, async () => {
      const editor = await roundTrip(async (one, before, after) => {
        await one.tell(before, 3);
        await one.tell(after, 1);
      });
      const asked = { baseUri: editor.uri(""), pattern: watched };
      expect(JSON.stringify(editor.watched)).toContain(JSON.stringify(asked));
    });
  }
});

describe("a folder outside the workspace", () => {
  let outside = "";
  beforeEach(async () => {
    outside = await realpath(await mkdtemp(join(tmpdir(), "claimcheck-outside-")));
    await writeFile(join(outside, "port.md"), FACT);
  });
  afterEach(async () => {
    for (const folder of [outside, `${outside}-old`]) await rm(folder, { recursive: true, force: true });
  });

  async function tell(editor: Editor, type: 1 | 3): Promise<void> {
    const changes = [{ uri: URI.file(outside).toString(), type }];
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  it("has nothing to do with a link that lies beside it", async () => {
    const editor = await editorWith({ files: {}, settings: { sources: [join(outside, "press")] } });
    await mkdir(join(outside, "press"));
    await rename(join(outside, "port.md"), join(outside, "press/port.md"));
    await symlink(editor.root, join(outside, "link"));
    await tell(editor, 1);
    await becomes(editor, await editor.openDraft("a.md", CLAIM), MISMATCH);
  });

  it("is followed where it is renamed or deleted, and the editor is asked to tell", async () => {
    const editor = await editorWith({ files: {}, settings: { sources: [outside] } });
    const uri = await editor.openDraft("a.md", CLAIM);
    await becomes(editor, uri, MISMATCH);
    const parent = URI.file(dirname(outside)).toString();
    const asked = JSON.stringify({ baseUri: parent, pattern: basename(outside) });
    await editor.until("the folder is watched", () => JSON.stringify(editor.watched).includes(asked));
    await rename(outside, `${outside}-old`);
    await tell(editor, 3);
    await becomes(editor, uri, ["source-not-read"]);
    await rename(`${outside}-old`, outside);
    await tell(editor, 1);
    await becomes(editor, uri, MISMATCH);
    await rm(outside, { recursive: true });
    await tell(editor, 3);
    await becomes(editor, uri, ["source-not-read"]);
  });
});

describe("what is watched", () => {
  const watched = (entries: string[]) =>
    watchedFolders(sourcePlaces("file:///w", entries), ["file:///w"]).map(
      ({ baseUri, pattern }) => `${baseUri} ${pattern}`,
    );

  it("is each folder of sources, what is in it, and the folders around it", () => {
    expect(watched([])).toEqual([
      "file:///w sources",
      "file:///w sources/**",
      "file:///w references",
      "file:///w references/**",
    ]);
    expect(watched(["a/b+1", "a/c.md", "a/d/*.md"])).toEqual([
      "file:///w a",
      "file:///w a/b[+]1",
      "file:///w a/b[+]1/**",
      "file:///w a/d",
      "file:///w a/d/**",
    ]);
  });

  it("is nothing more than files where sources may lie anywhere", () => {
    expect(watched(["**/*.md", "press.md"])).toEqual([]);
  });

  it("outside the workspace is the folder in the one around it too", () => {
    expect(watched(["/x/press", "/x/one/a.md"])).toEqual([
      "file:///x/press **",
      "file:///x press",
      "file:///x/one **/*.{md,markdown,txt,html,htm,xhtml,pdf,docx}",
      "file:///x one",
    ]);
  });
});
