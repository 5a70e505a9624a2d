/**
 * Folders that cannot be looked into: never taken for empty ones. A link that leads round to itself stands for all of
 * them, since whoever may do everything can look into the others.
 */
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProject } from "../../server/src/lsp/project-file.ts";
import { DEFAULTS } from "../../server/src/lsp/settings.ts";
import { SourceLibrary } from "../../server/src/lsp/sources.ts";
import { nodeHost } from "../../server/src/node/host.ts";
import { uriOf } from "../../server/src/node/paths.ts";
import { type CheckAllResult, Methods, type Status } from "../../server/src/protocol.ts";
import { failed } from "../../server/src/service/failures.ts";
import { Editor } from "./support/editor.ts";
import { fakeEngine } from "./support/fake-engine.ts";

const DRAFT = "The harbour has 30 berths.\n";
const CIRCLE = "its links lead round in a circle";

let root = "";
let editor: Editor | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "claimcheck-circle-"));
});
afterEach(async () => {
  await editor?.close();
  editor = undefined;
  await rm(root, { recursive: true, force: true });
});

/** A workspace in which a link leads to itself. */
async function open(link: string, files: Record<string, string> = {}, settings = {}): Promise<Editor> {
  await symlink(link, join(root, link));
  editor = await Editor.open({ root, files, settings: { pause: 0, ...settings } });
  return editor;
}

describe("the machine", () => {
  it("holds a file apart that is not there from one that cannot be looked at", async () => {
    await symlink("round", join(root, "round"));
    expect(await nodeHost.kindOf(uriOf(join(root, "none", "at all.md")))).toBeNull();
    await expect(nodeHost.kindOf(uriOf(join(root, "round")))).rejects.toThrow(CIRCLE);
  });

  it("lists nothing in a folder that is not there, and refuses one that cannot be looked into", async () => {
    await symlink("round", join(root, "round"));
    expect(await nodeHost.listFiles(uriOf(join(root, "none")), ["**/*.md"])).toEqual([]);
    const round = uriOf(join(root, "round"));
    await expect(nodeHost.listFiles(round, ["**/*.md"])).rejects.toThrow(CIRCLE);
    const told: string[] = [];
    const options = { unlisted: (uri: string) => told.push(uri) };
    expect(await nodeHost.listFiles(round, ["**/*.md"], options)).toEqual([]);
    expect(told).toEqual([round]);
  });
});

describe("a folder of sources that cannot be looked into", () => {
  const MESSAGE = `The sources in “press” could not be listed (${CIRCLE}), so nothing was checked against them. Check the folder's permissions.`;

  it("is told on each draft and among the sources", async () => {
    const { diagnostics, openDraft, connection } = bound(await open("press", {}, { sources: ["press"] }));
    const items = await diagnostics(await openDraft("brief.md", DRAFT));
    const note = items.find(({ code }) => code === "source-not-read");
    expect(note?.message).toContain(MESSAGE);
    const { sources } = await connection.sendRequest<Status>(Methods.status);
    expect(sources.find(({ name }) => name === "press")).toMatchObject({
      state: "unreadable",
      unread: true,
      message: MESSAGE,
    });
  });

  it("is told at the line of the project's file that names it", async () => {
    const opened = await open("press", { "claimcheck.yaml": "sources: [press]\n" });
    const shown = await opened.until("the project's file has a diagnostic", () =>
      opened.pushed.find(({ uri }) => uri === opened.uri("claimcheck.yaml")),
    );
    expect(shown.diagnostics.map(({ message }) => message)).toEqual([MESSAGE]);
  });

  it("is told once where several entries lead there", async () => {
    const settings = { sources: ["press", "press/**/*.md"] };
    const { connection } = bound(await open("press", {}, settings));
    const told = await editor!.until("the sources are looked for", async () => {
      const { sources } = await connection.sendRequest<Status>(Methods.status);
      const unread = sources.filter(({ unread }) => unread).map(({ message }) => message);
      return unread.length > 0 && unread;
    });
    expect(told).toEqual([MESSAGE]);
  });

  it("is told where it is one of the default folders", async () => {
    const { diagnostics, openDraft } = bound(await open("sources"));
    const codes = (await diagnostics(await openDraft("brief.md", DRAFT))).map(({ code }) => code);
    expect(codes).toContain("source-not-read");
  });
});

describe("a folder of drafts that cannot be looked into", () => {
  it("is told by the check of all drafts, and the others are checked", async () => {
    const { connection } = bound(await open("briefs", { "note.md": DRAFT, "sources/a.md": DRAFT }));
    const { drafts, unlisted } = await connection.sendRequest<CheckAllResult>(Methods.checkAll);
    expect(drafts.map(({ name }) => name)).toEqual(["note.md"]);
    expect(unlisted).toEqual([
      `The drafts in “briefs” could not be listed (${CIRCLE}), so they were not checked. Check the folder's permissions.`,
    ]);
  });

  it("is not told where the project leaves it out", async () => {
    const files = { "note.md": DRAFT, "claimcheck.yaml": "exclude: [briefs]\n" };
    const { connection } = bound(await open("briefs", files));
    expect(await connection.sendRequest(Methods.checkAll)).toMatchObject({ unlisted: [] });
  });
});

describe("sources that cannot be read for a reason that is ours", () => {
  it("are told as such on the drafts of the folder, and the log has the place", async () => {
    const lines: string[] = [];
    const checker = fakeEngine.createChecker({ builtin: true });
    const library = new SourceLibrary(checker, nodeHost, DEFAULTS, {
      changed: () => {},
      looking: () => {
        throw new Error("ours");
      },
      progress: () => {},
      isChecking: () => false,
      log: (line) => lines.push(line),
      openText: () => undefined,
      isOpen: () => false,
    });
    const folder = uriOf(root);
    await library.configure(DEFAULTS, [await readProject(nodeHost, folder, DEFAULTS)]);
    expect(library.unread(`${folder}/brief.md`)).toEqual([
      failed("read the sources, so nothing was checked against them"),
    ]);
    expect(lines).toEqual([
      expect.stringMatching(/^Reading the sources failed: Error: ours\n\s+at .*unlisted\.test/),
    ]);
  });
});

/** The editor's methods by themselves. */
function bound(opened: Editor) {
  return {
    connection: opened.connection,
    diagnostics: opened.diagnostics.bind(opened),
    openDraft: opened.openDraft.bind(opened),
  };
}
