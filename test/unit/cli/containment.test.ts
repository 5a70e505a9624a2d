/**
 * A folder that somebody else made, on the command line: symbolic links in it that lead out are not read or written
 * through, whatever they stand for, and pipes are not waited for.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const TIMEOUT = 60_000;
const CANARY = "The canary cost 31 million euros.\n";
const CLAIM = "The canary cost 35 million euros.\n";
const TOLD = /31 million|canary31/;

const folder = foldersForTests();

/** A folder with links to what lies beside it: by path, where they lead. */
function linked(links: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>): string {
  const base = folder({
    "secret.md": CANARY,
    "secret.bib": "@misc{canary31, title = {Of 31 million}, file = {secret.md}}\n",
    "secret.yaml": "canary31: 31 million\n",
    "accepted.txt": "# theirs\ncanary31 | 31 million\n",
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`work/${path}`, text])),
  });
  for (const [path, target] of Object.entries(links))
    symlinkSync(join(base, target), join(base, "work", path));
  return join(base, "work");
}

describe.concurrent("nothing outside is read", { timeout: TIMEOUT }, () => {
  it("where the project file is a link", async () => {
    const work = linked(
      { "claimcheck.yaml": "secret.yaml" },
      { "d.md": CLAIM, "sources/s.md": "The quay is long.\n" },
    );
    const { out, err, status } = await claimcheck(["check", "d.md"], work);
    expect(err).toContain("claimcheck.yaml is not read: a symbolic link leads out of its folder");
    expect(out + err).not.toMatch(TOLD);
    expect(status).toBe(2);
  });

  it("unless it is named, or lies below the folder that is worked in", async () => {
    const work = linked({}, { "d/d.md": CLAIM, "shared.yaml": "sources: [press]\n", "d/press/p.md": CANARY });
    symlinkSync(join(work, "shared.yaml"), join(work, "d/claimcheck.yaml"));
    expect((await claimcheck(["check", "d/d.md"], work)).out).toContain("31 million");
    const named = await claimcheck(["check", "d.md", "--config", "claimcheck.yaml"], join(work, "d"));
    expect(named.out).toContain("31 million");
  });

  it("where a bibliography is one, or lies behind one", async () => {
    const names = ["references.bib", "away/secret.bib", "../secret.bib"];
    const files = { "d.md": `---\nbibliography: [${names}]\n---\n\n${CLAIM}\nSo [@canary31].\n` };
    const work = linked({ "references.bib": "secret.bib", away: "" }, { ...files, "sources/s.md": CLAIM });
    const { out, err } = await claimcheck(["check", "d.md", "--format", "json"], work);
    expect(out + err).not.toMatch(/31 million/);
    for (const name of names)
      expect(err).toContain(`“${name}” ${name[0] === "." ? "was not" : "is not read: a symbolic"}`);
  });

  it("where a fact sheet names one as its source", async () => {
    const sheet = `---\nsource: [alias.md, away/secret.md, ../../secret.md]\n---\n\n- ${CLAIM}`;
    const work = linked({ "alias.md": "secret.md", away: "" }, { "sheet.md": sheet });
    const { out, err } = await claimcheck(["check", "sheet.md", "--source", "sheet.md"], work);
    expect(out + err).not.toMatch(TOLD);
    expect(err.match(/was not read/g)).toHaveLength(3);
  });

  it("where the accepted findings are one", async () => {
    const files = { "d.md": CLAIM, "sources/s.md": CANARY };
    const work = linked({ "claimcheck-baseline.txt": "accepted.txt" }, files);
    const { err, status } = await claimcheck(["check", "d.md", "--update-baseline"], work);
    expect([status, err]).toEqual([2, expect.stringContaining("a symbolic link leads out of its folder")]);
    expect(err).not.toMatch(TOLD);
    expect(readFileSync(join(work, "../accepted.txt"), "utf8")).toContain("# theirs");
  });
});

describe.concurrent("nothing outside is written", { timeout: TIMEOUT }, () => {
  it("as accepted findings", async () => {
    const files = { "claimcheck.yaml": "baseline: away/new.txt\n", "d.md": CLAIM, "sources/s.md": CANARY };
    const work = linked({ away: "" }, files);
    const { status, err } = await claimcheck(["check", "d.md", "--update-baseline"], work);
    expect([status, err]).toEqual([2, expect.stringContaining("a symbolic link leads out of its folder")]);
    expect(existsSync(join(work, "../new.txt"))).toBe(false);
  });

  it("as a bibliography", async () => {
    const text = `---\nbibliography: away/new.bib\n---\n\nThe quay cost 31 million euros.\n`;
    const work = linked({ away: "" }, { "d.md": text, "sources/s.md": "The quay cost 31 million euros.\n" });
    const { out, err } = await claimcheck(["cite", "d.md", "--style", "pandoc"], work);
    expect(out + err).not.toBe("");
    expect(readdirSync(join(work, ".."))).not.toContain("new.bib");
  });
});

describe.skipIf(process.platform === "win32")("a pipe", { timeout: TIMEOUT }, () => {
  it("is not waited for where it is found, and is read where it is named", async () => {
    const work = linked(
      {},
      { "d.md": CLAIM, "sources/s.md": CANARY, "more/e.md": `${CLAIM}\n[x](pipe.md)\n` },
    );
    const names = [
      "claimcheck.yaml",
      "references.bib",
      "claimcheck-baseline.txt",
      "sources/p.md",
      "more/pipe.md",
    ];
    for (const name of names) execFileSync("mkfifo", [join(work, name)]);
    const { out, status } = await claimcheck(["check", ".", "--no-builtin"], work);
    expect([status, out]).toEqual([1, expect.stringContaining("d.md")]);
    const named = join(work, "more/pipe.md");
    const writer = spawn("sh", ["-c", 'echo "$0" > "$1"', CANARY, named], { stdio: "ignore" });
    const piped = await claimcheck(["check", "d.md", "--source", named], work);
    writer.kill();
    expect([piped.status, piped.out]).toEqual([1, expect.stringContaining("31 million")]);
  });
});
