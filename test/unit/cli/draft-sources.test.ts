/** What a draft names itself on the command line: front matter, links, footnotes; and that nothing outside is read. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const TIMEOUT = 60_000;
const FACT = "The quay cost 31 million euros.\n";
const WRONG = "The quay cost 35 million euros.\n";

const folder = foldersForTests();

async function checked(words: readonly string[], cwd: string) {
  const { out, err, status } = await claimcheck(["check", ...words, "--no-builtin", "--format", "json"], cwd);
  const { drafts, sources } = out === "" ? { drafts: [], sources: [] } : JSON.parse(out);
  return {
    status,
    err,
    sources: sources.map((source: { uri: string }) => source.uri).sort(),
    verdicts: drafts.map((draft: { claims: { verdict: string }[] }) =>
      draft.claims.map(({ verdict }) => verdict),
    ),
  };
}

describe.concurrent("sources that a draft names", { timeout: TIMEOUT }, () => {
  it("stand in its front matter, count from its folder, and for it alone", async () => {
    const base = folder({
      "facts/quay.md": FACT,
      "drafts/a.md": `---\nsources: [../facts/*.md]\n---\n\n${WRONG}`,
      "drafts/sources/other.md": "The weather was fine.\n",
      "drafts/b.md": WRONG,
    });
    const { verdicts, sources } = await checked(["drafts"], base);
    expect(verdicts.map((list: string[]) => list.includes("contradicted"))).toEqual([true, false]);
    expect(sources).toEqual(["drafts/sources/other.md", "facts/quay.md"]);
  });

  it("are what its links and footnotes point to", async () => {
    const base = folder({
      "facts/the quay.md": FACT,
      "a.md": `${WRONG}\nSee [there](facts/the%20quay.md#costs) and [here](https://example.org/x.pdf).\n`,
      "b.md": `${WRONG.trim()}[^1]\n\n[^1]: [The quay](<facts/the quay.md>)\n`,
    });
    const { verdicts } = await checked(["a.md", "b.md"], base);
    expect(verdicts).toEqual([["contradicted"], ["contradicted"]]);
  });

  it("are the files that its bibliography keeps", async () => {
    const base = folder({
      "refs.bib": "@misc{quay, title = {The quay}, file = {facts/quay.md}}\n",
      "facts/quay.md": FACT,
      "a.md": `---\nbibliography: refs.bib\n---\n\n${WRONG}`,
    });
    expect((await checked(["a.md"], base)).verdicts).toEqual([["contradicted"]]);
  });

  it("are no drafts of the project, where a link leads to one", async () => {
    const base = folder({
      "claimcheck.yaml": "drafts: ['*.md']\nsources: [press]\n",
      "press/p.md": "The weather was fine.\n",
      "a.md": `${WRONG}\n[The other chapter](b.md)\n`,
      "b.md": FACT,
    });
    expect((await checked(["a.md"], base)).sources).toEqual(["press/p.md"]);
  });

  it("are told of where they are not there, and fail the run with --strict", async () => {
    const base = folder({ "sources/s.md": FACT, "a.md": `---\nsources: [nowhere.pdf]\n---\n\n${FACT}` });
    const { err, status } = await checked(["a.md"], base);
    expect(err).toContain("a.md: “nowhere.pdf” was not found. Correct the path or create it.");
    expect(status).toBe(0);
    expect((await checked(["a.md", "--strict"], base)).status).toBe(2);
  });

  it("never lie outside", async () => {
    const base = folder({ "secret.md": FACT });
    const outside = ["../secret.md", "../*.md", join(base, "secret.md"), "down/../../secret.md", "alias.md"];
    for (const [at, named] of outside.entries()) {
      const draft = `---\nsources: ["${named}"]\n---\n\n${WRONG}\n[x](${named})\n`;
      const work = join(base, `work-${at}`);
      mkdirSync(work);
      writeFileSync(join(work, "d.md"), draft);
      symlinkSync(join(base, "secret.md"), join(work, "alias.md"));
      const { sources, err } = await checked(["d.md"], work);
      expect([named, sources]).toEqual([named, []]);
      expect(err).toContain("lies outside this folder and is not read");
    }
  });

  it("are not reached through links of folders in the default ones", async () => {
    const base = folder({ "away/secret.md": FACT, "work/sources/s.md": "The weather was fine.\n" });
    symlinkSync(join(base, "away"), join(base, "work/sources/away"));
    writeFileSync(join(base, "work/d.md"), WRONG);
    const { sources, err } = await checked(["d.md"], join(base, "work"));
    expect(sources).toEqual(["sources/s.md"]);
    expect(err).toContain("a symbolic link leads out");
  });
});
