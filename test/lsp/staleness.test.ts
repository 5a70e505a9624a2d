/**
 * A source that changes while the editor is closed: sessions one after the other, with one folder for what is kept. The
 * last one with real processes.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { Methods } from "../../server/src/protocol.ts";
import { Editor } from "./support/editor.ts";
import { REAL_SERVER } from "./support/servers.ts";

const SOURCE = "The harbour has 31 berths.\n\nThe quay has 4 cranes.\n";
const REWORDED = SOURCE.replace("The quay has", "By May the quay has");
const DRAFT = "# Port\n\nThe harbour has 31 berths.\n\nSurely the quay has 4 cranes.\n";
const MARK = "stale: 4";

let root = "";
let cache = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "claimcheck-stale-"));
  cache = await mkdtemp(join(tmpdir(), "claimcheck-cache-"));
  await mkdir(join(root, "sources"));
});
afterEach(async () => {
  for (const folder of [root, cache]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Work<T> = (editor: Editor, uri: string) => Promise<T>;

/** One session of the editor, in which something is done with a draft while it is open. */
async function session<T>(work: Work<T>, text = DRAFT, name = "brief.md", server?: string): Promise<T> {
  const settings = { pause: 0, builtin: false, showUncited: false };
  const editor = await Editor.open({ ...(server ? { server } : {}), root, cache, settings });
  try {
    return await work(editor, await editor.openDraft(name, text));
  } finally {
    await editor.close();
  }
}

const look: Work<Diagnostic[]> = (editor, uri) => editor.diagnostics(uri);
const marks: Work<string[]> = async (editor, uri) =>
  (await look(editor, uri)).map(({ code, range }) => `${code}: ${editor.wordsAt(uri, range)}`);

async function save(source: string): Promise<void> {
  await writeFile(join(root, "sources/port.md"), source);
}

describe("a source that changes while the editor is closed", { timeout: 60_000 }, () => {
  it("marks the claims on the changed passage, and only them, in every session until that is acknowledged", async () => {
    await save(SOURCE);
    expect(await session(marks)).toEqual([]);
    await save(REWORDED);
    // Another draft may be all that is open meanwhile.
    expect(await session(marks, DRAFT, "other.md")).toEqual([]);
    expect(await session(marks)).toEqual([MARK]);
    await session(async (editor, uri) => {
      const [stale] = await editor.diagnostics(uri);
      expect(stale!.message).toContain(
        "has changed since this was checked. It no longer says: “The quay has 4",
      );
      await editor.connection.sendRequest(Methods.acknowledge, { uri });
    });
    expect(await session(marks)).toEqual([]);
    expect(await readdir(root)).toEqual(["sources"]);
  });

  it("marks nothing in a sentence that was edited", async () => {
    await save(SOURCE);
    await session(marks);
    await save(REWORDED);
    await session(async (editor, uri) => {
      expect(await marks(editor, uri)).toEqual([MARK]);
      await editor.replace(uri, "Surely the quay has 4 cranes", "The quay has 5 cranes");
      await editor.until("the mark goes", async () => !(await marks(editor, uri)).includes(MARK));
      await editor.replace(uri, "The quay has 5", "The quay has 4");
      expect(await marks(editor, uri)).toEqual([]);
    });
    expect(await session(marks, DRAFT.replace("Surely the", "The"))).toEqual([]);
  });

  it("is told with the contradiction where it says otherwise now, not beside it", async () => {
    await save(SOURCE);
    await session(marks);
    await save(SOURCE.replace("4 cranes", "6 cranes"));
    const found = await session(look);
    expect(found.map(({ code }) => code)).toEqual(["quantity-mismatch"]);
    expect(found[0]!.message).toMatch(
      /^It is 6 cranes, not 4\. .* has changed since this was checked\. It no longer says: “The quay has 4 cranes\.”$/,
    );
    await save(SOURCE);
    expect(await session(marks)).toEqual([]);
  });

  it("is noticed from the next look on where what was kept is damaged", async () => {
    await save(SOURCE);
    await session(marks);
    const [name] = await readdir(join(cache, "drafts"));
    const path = join(cache, "drafts", name!);
    await writeFile(path, (await readFile(path, "utf8")).replace("4 cranes", "9 cranes"));
    await save(REWORDED);
    expect(await session(marks)).toEqual([]);
    await save(SOURCE);
    expect(await session(marks)).toEqual([MARK]);
  });
});

describe("what is kept of a draft", { timeout: 120_000 }, () => {
  it("is written within moments, also where the editor ends without a word", async () => {
    await save(SOURCE);
    await session(async (editor, uri) => {
      await look(editor, uri);
      const written = () => readdir(join(cache, "drafts")).catch(() => []);
      await editor.until("it is written", async () => (await written()).length === 1);
    });
  });

  it("serves a server of its own process, with the real engine, of a document too", async () => {
    const page = (words: string) =>
      `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The ferry starts on 4 March 2024 from Westhaven.</p><p>${words}</p></article></body></html>`;
    const text = "The ferry starts on 4 March 2024 from Westhaven.\n\nIt carries 120 passengers.\n";
    const path = join(root, "sources/ferry.html");
    await writeFile(path, page("It carries 120 passengers and 31 cars."));
    expect(await session(marks, text, "ferry.md", REAL_SERVER)).toEqual([]);
    await writeFile(path, page("On most days it carries 120 passengers and 31 cars."));
    expect(await session(marks, text, "ferry.md", REAL_SERVER)).toEqual(["stale: carries 120"]);
  });
});
