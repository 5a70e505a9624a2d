/**
 * `claimcheck.yaml` of the command line: where it is found, what it governs, what goes before it, and what is told.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const TIMEOUT = 60_000;
const FACT = "The quay cost 31 million euros.\n";
const WRONG = "The quay cost 35 million euros.\n";

const folder = foldersForTests();

/** Drafts and sources that a run used. */
function used(out: string): { drafts: string[]; sources: string[] } {
  const { drafts, sources } = JSON.parse(out);
  return {
    drafts: drafts.map((draft: { path: string }) => draft.path),
    sources: sources.map((source: { uri: string }) => source.uri).sort(),
  };
}
const json = (words: readonly string[], cwd: string) =>
  claimcheck(["check", ...words, "--format", "json"], cwd);

describe.concurrent("claimcheck.yaml", { timeout: TIMEOUT }, () => {
  it("is found from the draft's folder upwards, and its paths start where it lies", async () => {
    const base = folder({
      "claimcheck.yaml": "sources: [press]\n",
      "press/a.md": FACT,
      "texts/spring/brief.md": WRONG,
      "texts/other/sources/b.md": FACT,
    });
    const above = await json(["brief.md"], join(base, "texts/spring"));
    expect(above.status).toBe(1);
    expect(used(above.out).sources).toEqual(["../../press/a.md"]);
    const below = await json(["texts/spring/brief.md"], base);
    expect(used(below.out).sources).toEqual(["press/a.md"]);
  });

  it("leaves the default folders up to its own in use where it names no sources", async () => {
    const base = folder({
      "claimcheck.yaml": "exclude: ['**/old']\n",
      "sources/a.md": FACT,
      "sources/old/b.md": WRONG,
      "texts/spring/brief.md": WRONG,
    });
    const { out } = await json(["brief.md"], join(base, "texts/spring"));
    expect(used(out).sources).toEqual(["../../sources/a.md"]);
  });

  it("is read once for each project of a run", async () => {
    const base = folder({
      "one/claimcheck.yaml": "sources: [press]\n",
      "one/press/a.md": FACT,
      "one/brief.md": WRONG,
      "two/claimcheck.yaml": "sources: wire/*.txt\n",
      "two/wire/b.txt": "The quay cost 35 million euros.\n",
      "two/brief.md": WRONG,
    });
    const { status, out } = await json(["one/brief.md", "two/brief.md"], base);
    expect(status).toBe(1);
    const { drafts } = JSON.parse(out);
    const verdicts = drafts.map(({ claims }: { claims: { verdict: string }[] }) => claims[0]?.verdict);
    expect(verdicts).toEqual(["contradicted", "supported"]);
  });

  it("names the drafts, narrows folders to them, and never what the user names", async () => {
    const base = folder({
      "claimcheck.yaml": "sources: press\ndrafts: texts/*.md\nexclude: texts/scratch.md\n",
      "press/a.md": FACT,
      "texts/a.md": WRONG,
      "texts/scratch.md": WRONG,
      "README.md": WRONG,
    });
    expect(used((await json([], base)).out).drafts).toEqual(["texts/a.md"]);
    expect(used((await json(["."], base)).out).drafts).toEqual(["texts/a.md"]);
    expect(used((await json(["README.md"], base)).out).drafts).toEqual(["README.md"]);
    const none = await claimcheck(["check"], folder({ "a.md": WRONG }));
    expect(none).toMatchObject({ status: 2, out: "" });
    expect(none.err).toMatch(
      /Name a draft to check, or list your drafts under “drafts” in claimcheck\.yaml\./,
    );
  });

  it("goes behind what the command line says", async () => {
    const base = folder({
      "claimcheck.yaml": "sources: [press]\ndate: 2024-05-01\n",
      "press/a.md": FACT,
      "wire/b.md": "The quay opens on 3 June 2024.\n",
      "brief.md": "The quay opens tomorrow.\n",
      "dated.md": "---\ndate: 2024-06-02\n---\n\nThe quay opens tomorrow.\n",
      "other.yaml": "sources: [wire]\ndate: 2024-06-02\n",
    });
    const given = await json(["brief.md", "--source", "wire", "--date", "2024-06-02"], base);
    expect(used(given.out).sources).toEqual(["wire/b.md"]);
    expect(given.status).toBe(0);
    expect((await json(["brief.md", "--source", "wire"], base)).status).toBe(1);
    // A draft's own day goes before the file's.
    expect((await json(["dated.md", "--source", "wire"], base)).status).toBe(0);
    const named = await json(["brief.md", "--config", "other.yaml"], base);
    expect({ ...used(named.out), status: named.status }).toMatchObject({ sources: ["wire/b.md"], status: 0 });
  });

  it("says how gravely findings count", async () => {
    const files = { "sources/a.md": FACT, "brief.md": WRONG };
    const off = folder({ ...files, "claimcheck.yaml": "severity: {contradicted: off, uncertain: off}\n" });
    const silent = await claimcheck(["check", "brief.md", "--format", "github"], off);
    expect(silent).toEqual({ status: 0, out: "", err: "" });
    expect(JSON.parse((await json(["brief.md"], off)).out).summary.contradicted).toBe(1);
    const error = folder({
      ...files,
      "claimcheck.yaml": "severity: {contradicted: error, uncertain: error}\n",
    });
    const loud = await claimcheck(["check", "brief.md", "--format", "github"], error);
    expect(loud).toMatchObject({ status: 1, out: expect.stringMatching(/^::error file=brief\.md/) });
  });
});

describe.concurrent("a claimcheck.yaml that is wrong", { timeout: TIMEOUT }, () => {
  it("stops what it governs, each mistake in a line with its place", async () => {
    const base = folder({
      "claimcheck.yaml": "source: press\nbuiltin: maybe\n",
      "press/a.md": FACT,
      "a.md": WRONG,
      "b.md": WRONG,
      "apart/claimcheck.yaml": "sources: press\n",
      "apart/press/a.md": FACT,
      "apart/c.md": WRONG,
    });
    const { status, out, err } = await json(["a.md", "b.md", "apart/c.md"], base);
    expect(status).toBe(2);
    expect(err.trimEnd().split("\n")).toEqual([
      "claimcheck: error: claimcheck.yaml:1:1: unknown key “source”: did you mean “sources”?",
      "claimcheck: error: claimcheck.yaml:2:10: “builtin” takes true or false.",
    ]);
    expect(used(out).drafts).toEqual(["apart/c.md"]);
  });

  it("tells of what matches nothing, and fails for it with --strict", async () => {
    const base = folder({
      "claimcheck.yaml": "sources:\n  - press\n  - wire/*.pdf\n  - gone.md\n",
      "press/a.md": FACT,
      "wire/a.md": FACT,
      "brief.md": FACT,
    });
    const { status, err } = await claimcheck(["check", "brief.md"], base);
    expect(status).toBe(0);
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /warning: claimcheck\.yaml:3:5: “wire\/\*\.pdf” matches no source\. .* not checked\.$/,
      ),
      expect.stringMatching(/warning: claimcheck\.yaml:4:5: “gone\.md” was not found\. .* not checked\.$/),
    ]);
    const strict = await json(["brief.md", "--strict"], base);
    expect(strict.status).toBe(2);
    expect(JSON.parse(strict.out).unread).toHaveLength(2);
  });

  it("never falls back on the built-in sheet where nothing that it names is there", async () => {
    const base = folder({ "claimcheck.yaml": "sources: [press]\n", "brief.md": FACT });
    const { status, err } = await claimcheck(["check", "brief.md"], base);
    expect(status).toBe(2);
    expect(err).toContain("Correct “sources” in claimcheck.yaml.");
  });

  it("reads nothing outside its folder, unless the user names the file", async () => {
    const base = folder({
      "secret/a.md": FACT,
      "work/claimcheck.yaml": "sources: ['../secret', '{press,../secret}/*.md']\n",
      "work/own.yaml": "sources: [../secret]\n",
      "work/press/b.md": FACT,
      "work/brief.md": WRONG,
    });
    const cwd = join(base, "work");
    const found = await claimcheck(["check", "brief.md"], cwd);
    expect(found).toMatchObject({ status: 2, out: "" });
    expect(found.err.match(/leads out of this file's folder/g)).toHaveLength(2);
    expect(found.err).not.toContain("31 million");
    const named = await json(["brief.md", "--config", "own.yaml"], cwd);
    expect(used(named.out).sources).toEqual(["../secret/a.md"]);
  });

  it("is no reason to touch a draft", async () => {
    const base = folder({ "claimcheck.yaml": "x: 1\n", "sources/a.md": FACT, "brief.md": WRONG });
    expect((await claimcheck(["check", "brief.md", "--fix"], base)).status).toBe(2);
    expect(readFileSync(join(base, "brief.md"), "utf8")).toBe(WRONG);
  });
});
