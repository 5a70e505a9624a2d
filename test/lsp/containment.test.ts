/**
 * A workspace that somebody else made: whatever in it points out of it, by paths or by symbolic links, nothing outside is
 * read, written or told of, and what never ends is not waited for.
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CompletionList } from "vscode-languageserver/node";
import {
  type AcceptResult,
  type CheckAllResult,
  type EditsResult,
  Methods,
} from "../../server/src/protocol.ts";
import { Editor, type EditorOptions } from "./support/editor.ts";

const CANARY = "The canary has 31 feathers.\n";
const TOLD = /31 feathers|canary31/;
const CLAIM = "The canary has 13 feathers.\n";

let outside = "";
let editor: Editor;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), "claimcheck-outside-"));
  await writeFile(join(outside, "secret.md"), CANARY);
  await writeFile(
    join(outside, "secret.bib"),
    "@misc{canary31, title = {Of 31 feathers}, file = {secret.md}}\n",
  );
  await writeFile(join(outside, "secret.yaml"), "canary31: of 31 feathers\n");
});
afterEach(async () => {
  await editor.close();
  await rm(outside, { recursive: true, force: true });
});

/** An editor on a workspace in which links lead out: by path, where they lead, from outside. */
async function workspace(
  links: Readonly<Record<string, string>>,
  files: EditorOptions["files"] = {},
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "claimcheck-work-"));
  for (const [path, target] of Object.entries(links)) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await symlink(join(outside, target), join(root, path));
  }
  editor = await Editor.open({ root, files, settings: { pause: 0, builtin: false } });
}

/** Everything that the server has said so far, and says of its sources. */
async function said(): Promise<string> {
  const status = await editor.connection.sendRequest(Methods.status);
  return JSON.stringify([editor.log, editor.pushed, editor.statuses, editor.shown, status]);
}

async function expectNothingOf(uri: string): Promise<void> {
  const items = await editor.diagnostics(uri);
  expect(items.map(({ code }) => code)).not.toContain("quantity-mismatch");
  expect(JSON.stringify(items)).not.toMatch(TOLD);
  expect(await said()).not.toMatch(TOLD);
}

describe("a draft that names files outside", () => {
  it("in its front matter or links, however they are written", async () => {
    await workspace({ away: "", "alias.md": "secret.md" });
    const name = outside.split("/").at(-1)!;
    const up = `../${name}/secret.md`;
    const ways = [
      up,
      `${outside}/secret.md`,
      `file://${outside}/secret.md`,
      `file:${up}`,
      `./sub/../${up}`,
      `sub/../../${name}/secret.md`,
      `sub//..//..//${name}//secret.md`,
      `${editor.root}/${up}`,
      `..\\${name}\\secret.md`,
      `..%2f${name}%2Fsecret.md`,
      `%2e%2e/${name}/secret.md`,
      `%2E%2E%5C${name}%5Csecret.md`,
      `..%252f${name}%252fsecret.md`,
      `..%00/../${name}/secret.md`,
      `\\\\localhost${outside.replaceAll("/", "\\")}\\secret.md`,
      `//localhost${outside}/secret.md`,
      `/proc/self/root${outside}/secret.md`,
      `~/../..${outside}/secret.md`,
      `../${name}/*.md`,
      `../*/secret.md`,
      `{..,.}/${name}/secret.md`,
      `[.][.]/${name}/secret.md`,
      `**/../../${name}/*.md`,
      "away/secret.md",
      "away/*.md",
      "away",
      "**/*.md",
      "alias.md",
      `${up}\n`,
      `\n${up}`,
      `\t${up} `,
      `\uFEFF${up}`,
    ];
    for (const [at, way] of ways.entries()) {
      const quoted = JSON.stringify(way);
      const link = way.replace(/\s/g, "");
      const text = `---\nsources: [${quoted}]\nsource: ${quoted}\n---\n\n${CLAIM}\n[a](${link}) [b](<${link}>).[^1]\n\n[^1]: [c][d]\n\n[d]: <${link}>\n`;
      const uri = await editor.openDraft(`d${at}.md`, text);
      await expectNothingOf(uri);
      await editor.closeDraft(uri);
    }
  });

  it("in its bibliography's files", async () => {
    const name = outside.split("/").at(-1)!;
    const files = [
      `../${name}/secret.md`,
      `${outside}/secret.md`,
      "away/secret.md",
      `file://${outside}/secret.md`,
    ];
    await workspace({ away: "" }, { "a.json": "[]" });
    const all = [...files, `${editor.root}/../${name}/secret.md`, `a:..\\\\${name}\\\\secret.md:md`];
    await editor.write("a.json", JSON.stringify(all.map((file, at) => ({ id: `k${at}`, title: "T", file }))));
    const uri = await editor.openDraft("d.md", `---\nbibliography: a.json\n---\n\n${CLAIM}\nSo [@k0].\n`);
    await editor.until("it is read", () => editor.statuses.length > 0);
    await expectNothingOf(uri);
  });

  it("as its bibliography", async () => {
    await workspace({ away: "", "alias.bib": "secret.bib" });
    const name = outside.split("/").at(-1)!;
    const ways = [
      "alias.bib",
      "away/secret.bib",
      `../${name}/secret.bib`,
      `${outside}/secret.bib`,
      `..%2f${name}%2fsecret.bib`,
      `x/../../${name}/secret.bib`,
      `\\\\localhost\\x.bib`,
      `../${name}/secret.bib\n`,
    ];
    for (const [at, way] of ways.entries()) {
      const text = `---\nbibliography: [${JSON.stringify(way)}]\n---\n\n${CLAIM}\nIt is so [@c\n`;
      const uri = await editor.openDraft(`d${at}.md`, text);
      const position = { line: 6, character: text.split("\n")[6]!.length };
      const found = await editor.connection.sendRequest<CompletionList>("textDocument/completion", {
        textDocument: { uri },
        position,
      });
      expect(JSON.stringify(found), way).not.toContain("canary31");
      await expectNothingOf(uri);
      await editor.closeDraft(uri);
    }
    expect(editor.log.join("\n")).toContain("“alias.bib” is not read: a symbolic link leads out");
  });

  it("as a place for a new bibliography", async () => {
    await workspace({ away: "" }, { "sources/s.md": "The quay has 4 cranes.\n" });
    const text = `---\nbibliography: away/new.bib\n---\n\nThe quay has 4 cranes [@other].\n\nThe quay has 4 cranes.\n`;
    const uri = await editor.openDraft("d.md", text);
    await editor.diagnostics(uri);
    const params = { uri, style: "pandoc" };
    const answer = await editor.connection.sendRequest<EditsResult>(Methods.insertAllCitations, params);
    expect(JSON.stringify(answer)).not.toContain("new.bib");
    expect(await readdir(outside)).not.toContain("new.bib");
  });
});

describe("files of the workspace that are links out of it", () => {
  it("are no bibliography for being the only one", async () => {
    await workspace({ "references.bib": "secret.bib" });
    const uri = await editor.openDraft("d.md", `${CLAIM}\nIt is so [@c\n`);
    const found = await editor.connection.sendRequest<CompletionList>("textDocument/completion", {
      textDocument: { uri },
      position: { line: 2, character: 12 },
    });
    expect(JSON.stringify(found)).not.toContain("canary31");
    await editor.until("it is told", () =>
      editor.log.some((line) => line.includes("“references.bib” is not read")),
    );
    await expectNothingOf(uri);
  });

  it("are no project file", async () => {
    await workspace({ "claimcheck.yaml": "secret.yaml" });
    const uri = await editor.openDraft("d.md", CLAIM);
    const told = await editor.until("the project file is told of", () =>
      editor.pushed.find(({ diagnostics }) => diagnostics.length > 0),
    );
    expect(told.diagnostics[0]!.message).toContain("a symbolic link leads out of its folder");
    await expectNothingOf(uri);
  });

  it("are no drafts", async () => {
    await workspace({ "alias.md": "secret.md", away: "" }, { "sources/s.md": CLAIM, "own.md": "x\n" });
    const { drafts } = await editor.connection.sendRequest<CheckAllResult>(Methods.checkAll);
    expect(drafts.map(({ name }) => name)).toEqual(["own.md"]);
  });

  it("are no place to write accepted findings to", async () => {
    await writeFile(join(outside, "claimcheck-baseline.txt"), "# theirs\n");
    for (const [link, target, baseline] of [
      ["claimcheck-baseline.txt", "claimcheck-baseline.txt", "claimcheck-baseline.txt"],
      ["away", "", "away/accepted.txt"],
    ] as const) {
      const project = { "claimcheck.yaml": `baseline: ${baseline}\n`, "sources/s.md": CANARY };
      await workspace({ [link]: target }, project);
      const uri = await editor.openDraft("d.md", CLAIM);
      const items = await editor.diagnostics(uri);
      const finding = items.find(({ code }) => code === "quantity-mismatch");
      const { fingerprint } = finding!.data as { fingerprint: string };
      const params = { uri, fingerprint, range: finding!.range, reason: "so" };
      const { problem } = await editor.connection.sendRequest<AcceptResult>(Methods.accept, params);
      expect(problem).toContain("a symbolic link leads out of the folder");
      expect(await readFile(join(outside, "claimcheck-baseline.txt"), "utf8")).toBe("# theirs\n");
      expect(await readdir(outside)).not.toContain("accepted.txt");
      if (link !== "away") await editor.close();
    }
  });
});

it.skipIf(process.platform === "win32")("pipes in the place of files are not waited for", async () => {
  await workspace({}, { "sources/s.md": "The quay has 4 cranes.\n" });
  const names = ["claimcheck.yaml", "references.bib", "claimcheck-baseline.txt", "pipe.md", "sources/p.md"];
  for (const name of names) execFileSync("mkfifo", [join(editor.root, name)]);
  await symlink(join(editor.root, "pipe.md"), join(editor.root, "sources/q.md"));
  for (const name of names) await editor.tell(name, 1);
  const text = `---\nsources: [pipe.md, "*.md"]\nbibliography: references.bib\n---\n\nThe quay has 5 cranes.\n`;
  const uri = await editor.openDraft("d.md", text);
  expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain("quantity-mismatch");
  const { drafts } = await editor.connection.sendRequest<CheckAllResult>(Methods.checkAll);
  expect(drafts.map(({ name }) => name)).toEqual(["d.md"]);
});
