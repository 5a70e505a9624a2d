/**
 * The command line from outside: exit statuses, what goes to which stream, files that are odd, corrections.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, claimcheckIntoClosedPipe, foldersForTests } from "./run.ts";

const SOURCE = [
  "---",
  "title: Harbour release",
  "published: 2024-03-01",
  "---",
  "",
  "The harbour council opened the new quay on 4 March 2024. The quay cost 31 million euros.",
  "The council has not sold the old quay.",
  "",
].join("\n");
const WRONG =
  "# Brief\n\nThe harbour council opened the new quay on 14 March 2024.\n\n- The quay cost 35 million euros.\n";
const RIGHT = WRONG.replace("14", "4").replace("35", "31");
const TIMEOUT = 60_000;

const folder = foldersForTests();

function read(base: string, path: string): Buffer {
  return readFileSync(join(base, path));
}

describe.concurrent("exit status", { timeout: TIMEOUT }, () => {
  it("is 1 where a source contradicts, and the findings go to stdout", async () => {
    const { status, out, err } = await claimcheck(
      ["check", "brief.md"],
      folder({ "brief.md": WRONG, "sources/release.md": SOURCE }),
    );
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toContain("brief.md:3:44  date-mismatch");
    expect(out).toMatch(/sources\/release\.md:6\n/);
    expect(out).toMatch(/1 draft: 2 contradicted/);
  });

  it("is 0 where nothing is contradicted, or no more than allowed", async () => {
    const base = folder({ "right.md": RIGHT, "wrong.md": WRONG, "press/release.txt": SOURCE });
    const right = await claimcheck(["check", "right.md", "--source", "press"], base);
    expect(right).toMatchObject({ status: 0, err: "" });
    const allowed = await claimcheck(
      ["check", "wrong.md", "--source", "press/*.txt", "--max-warnings", "2"],
      base,
    );
    expect(allowed.status).toBe(0);
    expect(allowed.out).toContain("2 contradicted");
  });

  it("is 2 where a pattern matches nothing, and the line says how to write one", async () => {
    const { status, err } = await claimcheck(["check", "x*.md"], folder({ "brief.md": WRONG }));
    expect(status).toBe(2);
    expect(err).toMatch(
      /^claimcheck: error: x\*\.md: no draft matches this pattern\. Put it in quotation marks .+\.\n$/,
    );
  });

  it("is 0 with a note where the only source found is the draft", async () => {
    const base = folder({ "sources/release.md": SOURCE });
    const { status, err } = await claimcheck(["check", "sources/release.md"], base);
    expect(status).toBe(0);
    expect(err).toContain("sources/release.md: the only source found is this file itself");
  });

  it("is 2 with one line on stderr for wrong usage", async () => {
    const { status, out, err } = await claimcheck(["check", "a.md", "--frob"], folder({}));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain("--frob");
  });

  it("is 0 for help and version, on stdout", async () => {
    const help = await claimcheck(["check", "--help"], folder({}));
    expect(help).toMatchObject({ err: "", status: 0 });
    expect(help.out).toContain("--max-warnings");
    const version = await claimcheck(["--version"], folder({}));
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("takes no harm from a reader that goes away", async () => {
    const base = folder({ "brief.md": WRONG, "sources/release.md": SOURCE });
    const { err } = await claimcheckIntoClosedPipe(["check", "brief.md", "--format", "json"], base);
    expect(err).toBe("");
  });
});

describe.concurrent("inputs", { timeout: TIMEOUT }, () => {
  it("that are missing are named, and the others are checked", async () => {
    const base = folder({ "brief.md": WRONG, "sources/release.md": SOURCE, "empty/x.csv": "1" });
    const { status, out, err } = await claimcheck(["check", "brief.md", "nope.md", "empty"], base);
    expect(status).toBe(2);
    expect(out).toContain("date-mismatch");
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/error: nope\.md: there is no such file or folder/),
      expect.stringMatching(/error: empty: this folder holds no draft/),
    ]);
  });

  it("of a folder are its drafts, not its sources", async () => {
    const base = folder({
      "notes/a.md": WRONG,
      "notes/deep/b.markdown": RIGHT,
      "notes/sources/release.md": SOURCE,
    });
    const { status, out } = await claimcheck(["check", "notes", "--format", "json"], base);
    expect(status).toBe(1);
    const report = JSON.parse(out);
    expect(report.drafts.map((draft: { path: string }) => draft.path)).toEqual([
      "notes/a.md",
      "notes/deep/b.markdown",
    ]);
    expect(report.drafts[0].claims[0].evidence[0].source).toBe("notes/sources/release.md");
    expect(report.summary.contradicted).toBe(2);
  });

  it("never support themselves", async () => {
    const base = folder({ "press/release.md": SOURCE, "press/wrong.md": WRONG });
    const { out } = await claimcheck(
      ["check", "press/wrong.md", "--source", "press", "--format", "json"],
      base,
    );
    const [draft] = JSON.parse(out).drafts;
    const sources = draft.claims.flatMap((claim: { evidence: { source: string }[] }) =>
      claim.evidence.map(({ source }) => source),
    );
    expect(new Set(sources)).toEqual(new Set(["press/release.md"]));
  });

  it("that are not text, empty or in another encoding are told apart", async () => {
    const base = folder({
      "brief.md": `---\ntitle: [broken\n---\n\n${RIGHT}`,
      "press/release.md": SOURCE,
      "press/scan.md": "%PDF-1.7 \u0000",
      "press/empty.md": " \n",
      "press/latin.md": Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x2e]),
    });
    const { status, err } = await claimcheck(["check", "brief.md", "--source", "press"], base);
    expect(status).toBe(0);
    expect(err).toMatch(/warning: press\/scan\.md is not a text source/);
    expect(err).toMatch(/warning: press\/empty\.md: the source is empty/);
    expect(err).toMatch(/note: press\/latin\.md is not valid UTF-8 and was read as windows-1252/);
    const strict = await claimcheck(["check", "brief.md", "--source", "press", "--strict", "-q"], base);
    expect(strict.status).toBe(2);
    expect(strict.err).not.toContain("note:");
    const named = await claimcheck(["check", "brief.md", "--source", "press/scan.md"], base);
    expect(named.status).toBe(2);
  });

  it("say where front matter cannot be read", async () => {
    const base = folder({ "brief.md": `---\ndate: [2024\n---\n\n${RIGHT}`, "sources/release.md": SOURCE });
    expect((await claimcheck(["check", "brief.md"], base)).out).toMatch(/brief\.md:1:1 {2}front-matter/);
  });

  it("say which source has a day that cannot be read", async () => {
    const dated = `---\npublished: May 2024\n---\n\n${SOURCE.replace(/^---[\s\S]*?---\s*/, "")}`;
    const base = folder({ "brief.md": RIGHT, "sources/release.md": dated });
    const { err } = await claimcheck(["check", "brief.md"], base);
    expect(err).toMatch(/note: sources\/release\.md: “published: May 2024” .* write it as 2024-05-31\./);
  });

  it("come from standard input under a name", async () => {
    const base = folder({ "notes/sources/release.md": SOURCE });
    const args = ["check", "--stdin", "--stdin-filename", "notes/brief.md", "--format", "github"];
    const { status, out } = await claimcheck(args, base, WRONG);
    expect(status).toBe(1);
    expect(out).toMatch(/^::warning file=notes\/brief\.md,line=3,/);
  });

  it("need a source, which the configuration can name", async () => {
    const base = folder({
      "brief.md": WRONG,
      "press/release.md": SOURCE,
      "own.json": '{"sources": ["press"], "builtin": false}',
      "bad.yaml": "source: press",
    });
    const none = await claimcheck(["check", "brief.md", "--no-builtin"], base);
    expect(none).toMatchObject({ status: 2, out: "" });
    expect(none.err).toMatch(/brief\.md: no sources\. Name some with --source/);
    expect((await claimcheck(["check", "brief.md", "--config", "own.json"], base)).status).toBe(1);
    const bad = await claimcheck(["check", "brief.md", "--config", "bad.yaml"], base);
    expect(bad).toMatchObject({ status: 2 });
    expect(bad.err).toContain("unknown key “source”");
  });
});

describe.concurrent("--fix", { timeout: TIMEOUT }, () => {
  it("changes the wrong words only, and keeps line ends, byte order mark and mode", async () => {
    const text = `\uFEFF${WRONG.replaceAll("\n", "\r\n")}\r\nTail  \t\r\n`;
    const base = folder({ "brief.md": text, "sources/release.md": SOURCE });
    const { mode } = statSync(join(base, "brief.md"));
    const { status, out, err } = await claimcheck(["check", "brief.md", "--fix"], base);
    expect(status).toBe(0);
    expect(err).toContain("brief.md:3:44: changed “14 March 2024” to “4 March 2024”");
    expect(out).toMatch(/1 draft: 0 contradicted/);
    expect(read(base, "brief.md").toString()).toBe(text.replace("14", "4").replace("35", "31"));
    expect(statSync(join(base, "brief.md")).mode).toBe(mode);
  });

  it("writes nothing with --dry-run", async () => {
    const base = folder({ "brief.md": WRONG, "sources/release.md": SOURCE });
    const { status, err } = await claimcheck(["check", "brief.md", "--fix", "--dry-run"], base);
    expect(status).toBe(1);
    expect(err).toContain("would change “14 March 2024” to “4 March 2024”");
    expect(read(base, "brief.md").toString()).toBe(WRONG);
  });

  it("leaves a file alone that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(WRONG), Uint8Array.from([0x43, 0x61, 0x66, 0xe9])]);
    const base = folder({ "brief.md": bytes, "sources/release.md": SOURCE });
    const { status, err } = await claimcheck(["check", "brief.md", "--fix"], base);
    expect(status).toBe(2);
    expect(err).toMatch(/error: brief\.md: not written, since it is not UTF-8/);
    expect(read(base, "brief.md").equals(bytes)).toBe(true);
  });
});

describe.concurrent("extract", { timeout: TIMEOUT }, () => {
  it("prints the values of each sentence as JSON", async () => {
    const base = folder({ "release.md": SOURCE });
    const { status, out } = await claimcheck(["extract", "release.md", "--format", "json"], base);
    expect(status).toBe(0);
    const [source] = JSON.parse(out).sources;
    expect(source).toMatchObject({ path: "release.md", title: "Harbour release", published: "2024-03-01" });
    const values = source.statements.flatMap((statement: { values: unknown[] }) => statement.values);
    expect(values).toContainEqual(
      expect.objectContaining({ kind: "date", from: "2024-03-04", to: "2024-03-04", text: "4 March 2024" }),
    );
    for (const { start, end, text } of values) expect(SOURCE.slice(start, end)).toBe(text);
  });

  it("writes a fact sheet that drafts can be checked against", async () => {
    const base = folder({ "release.md": SOURCE, "facts/old.md": "" });
    const args = ["extract", "release.md", "--format", "markdown", "-o", "facts/sheet.md"];
    const err = "claimcheck: wrote facts/sheet.md\n";
    expect(await claimcheck(args, base)).toMatchObject({ status: 0, out: "", err });
    const sheet = read(base, "facts/sheet.md").toString();
    expect(sheet).toContain('source: "../release.md"');
    expect(sheet).toContain("- The quay cost 31 million euros. <!-- line 6 -->");
    const other = folder({ "brief.md": WRONG, "sources/sheet.md": sheet });
    expect((await claimcheck(["check", "brief.md"], other)).out).toContain("2 contradicted");
  });

  it("checks a fact sheet against the source that it names", async () => {
    const sheet =
      "---\nsource: press/release.md\n---\n\n- The quay cost 35 million euros.\n- The quay is of glass.\n";
    const base = folder({ "sources/sheet.md": sheet, "press/release.md": SOURCE, "sources/b.md": "35." });
    const { status, out } = await claimcheck(["check", "sources/sheet.md"], base);
    expect(status).toBe(1);
    expect(out).toContain("sources/sheet.md:5:17  quantity-mismatch");
    expect(out).toContain("sources/sheet.md:6:3  fact-not-in-source");
    const lost = folder({
      "sources/sheet.md": sheet.replace("press/", "../../"),
      "press/release.md": SOURCE,
    });
    const missing = await claimcheck(["check", "sources/sheet.md"], lost);
    expect(missing.status).toBe(2);
    expect(missing.err).toContain("“source: ../../release.md” was not read. There is no such file below .");
  });
});

describe("lsp", { timeout: TIMEOUT }, () => {
  it("answers on standard input and output", async () => {
    const message = (body: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const params = { processId: null, rootUri: null, capabilities: {} };
    const input = [
      message({ id: 1, method: "initialize", params }),
      message({ id: 2, method: "shutdown" }),
      message({ method: "exit" }),
    ].join("");
    const { status, out } = await claimcheck(["lsp", "--stdio"], folder({}), input, true);
    expect(out).toContain('"serverInfo":{"name":"Claimcheck"');
    expect(status).toBe(0);
  });
});

describe.concurrent("report", { timeout: TIMEOUT }, () => {
  const FILES = { "brief.md": WRONG, "sources/release.md": SOURCE };

  it("is one page with every claim, and the status is that of a check", async () => {
    const { status, out, err } = await claimcheck(["report", "brief.md"], folder(FILES));
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toMatch(/^<!DOCTYPE html>/);
    expect(out).toContain("<mark>14 March 2024</mark>");
    expect(out).toContain("2 of 2");
  });

  it("goes to a file whose name tells the form, and never over what it was made from", async () => {
    const base = folder({ ...FILES, "right.md": RIGHT });
    const written = await claimcheck(["report", "right.md", "--output", "claims.md"], base);
    expect(written).toMatchObject({ status: 0, out: "", err: "claimcheck: wrote claims.md\n" });
    expect(read(base, "claims.md").toString()).toContain("# Claims report: Brief");
    const over = await claimcheck(["report", "brief.md", "-o", "./sources/release.md"], base);
    expect(over.status).toBe(2);
    expect(over.err).toContain("is one of the files that were read");
    expect(read(base, "sources/release.md").toString()).toBe(SOURCE);
    const nowhere = await claimcheck(["report", "brief.md", "-o", "none/claims.html"], base);
    expect(nowhere.status).toBe(2);
    expect(nowhere.err).toContain("none/claims.html: cannot be written (there is no such folder)");
    const word = await claimcheck(["report", "right.md", "--output", "claims.docx"], base);
    expect(word.err).toContain("claims.docx: a report is a web page or Markdown.");
    const misspelt = await claimcheck(["check", "right.md", "--fromat", "json"], base);
    expect(misspelt.err).toContain("Unknown option “--fromat”: did you mean --format?");
  });

  it("says what was not read, which with --strict makes the status 2", async () => {
    const base = folder({ ...FILES, "sources/empty.md": " " });
    const { status, out } = await claimcheck(["report", "brief.md", "--strict"], base);
    expect(status).toBe(2);
    expect(out).toContain("1 source could not be read");
  });
});
