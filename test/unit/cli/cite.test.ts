/**
 * `claimcheck cite` from outside, and Pandoc as the judge of what it writes.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const RELEASE = `---
title: "Fund & ports: 100% paid"
publisher: Wire Service
published: 2024-02-18
url: https://fund.example.org/news/ports_2024
---

The Quay Fund paid 31 ports on 4 March 2024.
`;
const REPORT = `---
title: Annual report of the Harbour Office
publisher: Statistics Bureau
published: 2023-12-01
---

The Harbour Office employed 240 people in 2023. It repaired 12 cranes.
`;
const DRAFT = `# Brief

The Quay Fund paid 31 ports.

- The Harbour Office repaired 12 cranes!
`;
const TIMEOUT = 60_000;

const folderOf = foldersForTests();
function folder(files: Readonly<Record<string, string>> = {}): string {
  return folderOf({
    "sources/release.md": RELEASE,
    "sources/report.md": REPORT,
    "brief.md": DRAFT,
    ...files,
  });
}

const read = (base: string, path: string) => readFileSync(join(base, path), "utf8");

describe("cite", { timeout: TIMEOUT }, () => {
  it("inserts, converts and removes, and the draft is what it was", async () => {
    const base = folder({ "claimcheck.yaml": "citations: {style: pandoc}\n" });
    const insert = await claimcheck(["cite", "brief.md"], base);
    expect(insert).toMatchObject({ status: 0, out: "" });
    expect(insert.err).toMatch(/brief\.md: \d claims? cited/);
    expect(read(base, "brief.md")).toBe(
      DRAFT.replace("31 ports.", "31 ports [@wire2024fund].").replace(
        "cranes!",
        "cranes [@statistics2023annual]!",
      ),
    );
    expect(read(base, "references.bib")).toContain("title = {{Fund \\& ports: 100\\% paid}}");
    await claimcheck(["cite", "brief.md", "--convert", "--style", "link"], base);
    expect(read(base, "brief.md")).toContain("12 cranes ([Statistics Bureau](sources/report.md))!");
    await claimcheck(["cite", "brief.md", "--convert", "--style", "footnote"], base);
    expect(read(base, "brief.md")).toContain(
      "\n[^wire-service-2024]: Wire Service, “Fund & ports: 100% paid”, 18 February 2024,",
    );
    const remove = await claimcheck(["cite", "brief.md", "--remove"], base);
    expect(remove.err).toContain("brief.md: 2 citations removed");
    expect(read(base, "brief.md")).toBe(DRAFT);
  });

  it("writes nothing when it only says what it would do", async () => {
    const base = folder();
    const { err } = await claimcheck(["cite", "brief.md", "--style", "pandoc", "--dry-run"], base);
    expect(err).toContain("brief.md: would have");
    expect(read(base, "brief.md")).toBe(DRAFT);
    expect(existsSync(join(base, "references.bib"))).toBe(false);
  });

  it.each([
    [["cite"], "Name a draft to cite in."],
    [["cite", "brief.md", "--convert"], "--convert needs --style"],
    [["cite", "brief.md", "--style", "apa"], "Unknown style “apa”: use footnote, pandoc, link."],
    [["cite", "gone.md"], "gone.md: there is no such file"],
  ])("%j is told", async (words, told) => {
    const { status, err } = await claimcheck(words, folder());
    expect(status).toBe(2);
    expect(err).toContain(told);
  });
});

describe("check", { timeout: TIMEOUT }, () => {
  it("tells a claim that the cited source does not make", async () => {
    const base = folder({
      "brief.md": "---\nbibliography: own.bib\n---\nThe Quay Fund paid 31 ports [@report].\n",
      "own.bib": "@report{report, file = {sources/report.md}}\n",
    });
    const { out, status } = await claimcheck(["check", "brief.md", "--format", "json"], base);
    expect(status).toBe(0);
    const [draft] = JSON.parse(out).drafts as { claims: { text: string; code: string | null }[] }[];
    expect(draft?.claims.find(({ text }) => text.startsWith("31"))?.code).toBe("cited-source-disagrees");
  });
});

const pandoc = spawnSync("pandoc", ["--version"], { encoding: "utf8" });
const hasPandoc = pandoc.status === 0;
if (!hasPandoc) console.warn("Pandoc is not installed: what it makes of the citations is not tested.");

describe.skipIf(!hasPandoc)("pandoc", { timeout: TIMEOUT }, () => {
  const rendered = (base: string, ...more: string[]) => {
    const args = ["--from", "markdown", "--to", "plain", "--wrap", "none", ...more, "brief.md"];
    const { stdout, stderr, status } = spawnSync("pandoc", args, { cwd: base, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return stdout;
  };

  it.each([
    ["refs.bib", ""],
    ["refs.json", "[]"],
    ["refs.yaml", "---\nreferences:\n- id: other\n  title: Other\n...\n"],
  ])("resolves the keys that were added to %s", async (name, text) => {
    const base = folder({ [name]: text });
    await claimcheck(["cite", "brief.md", "--style", "pandoc"], base);
    const plain = rendered(base, "--citeproc", "--bibliography", name);
    expect(plain).toContain("paid 31 ports (Wire Service 2024).");
    expect(plain).toContain("12 cranes (Statistics Bureau 2023)!");
    expect(plain).toMatch(/Wire Service\. 2024\. “Fund & Ports: 100% Paid\.”|Fund & ports: 100% paid/);
    expect(plain).toContain("https://fund.example.org/news/ports_2024");
  });

  it("prints footnotes and links", async () => {
    const base = folder();
    await claimcheck(["cite", "brief.md"], base);
    expect(rendered(base)).toMatch(
      /31 ports\.\[1\][\s\S]*\[1\]\s+Wire Service, “Fund & ports: 100% paid”, 18 February 2024/,
    );
    await claimcheck(["cite", "brief.md", "--convert", "--style", "link"], base);
    expect(rendered(base)).toContain("paid 31 ports (Wire Service).");
  });
});
