/**
 * Accepted findings and changed lines from outside: what is written, what is told, and which status follows.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const SOURCE =
  "The harbour council opened the new quay on 4 March 2024. The quay cost 31 million euros. Boats came at noon.\n";
const WRONG =
  "# Brief\n\nThe harbour council opened the new quay on 14 March 2024.\n\n- The quay cost 35 million euros.\n";
const FILES = { "brief.md": WRONG, "sources/release.md": SOURCE };
const BASELINE = "claimcheck-baseline.txt";
const TIMEOUT = 60_000;

/** A zone in which it is another day than in Greenwich now. */
const ZONE = new Date().getUTCHours() < 10 ? "Pacific/Pago_Pago" : "Pacific/Kiritimati";
process.env.TZ = ZONE;

const folder = foldersForTests();

function dayThere(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format();
}

function linesOf(base: string, path = BASELINE): string[] {
  return readFileSync(join(base, path), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function git(base: string, ...words: string[]): void {
  const identity = ["-c", "user.name=Ada Brandt", "-c", "user.email=ada@example.org"];
  execFileSync("git", [...identity, ...words], { cwd: base, stdio: "ignore" });
}

describe.concurrent("--update-baseline", { timeout: TIMEOUT }, () => {
  it("accepts what is found, and says so the next time", async () => {
    const base = folder(FILES);
    const update = ["check", "brief.md", "--update-baseline", "--reason", "agreed | by phone"];
    const days = [dayThere()];
    const { status, err } = await claimcheck(update, base);
    days.push(dayThere());
    expect({ status, err }).toEqual({
      status: 0,
      err: `claimcheck: ${BASELINE}: 2 findings accepted, 0 taken out, 0 kept.\n`,
    });
    const lines = linesOf(base);
    expect(lines).toEqual([...lines].sort());
    expect(lines[0]).toMatch(
      /^brief\.md \| date-mismatch \| [0-9a-f]{16} \| 14 March 2024 \| \d{4}-\d\d-\d\d \| .+ \| agreed \\\| by phone$/,
    );
    expect(days).toContain(lines[0]!.split(" | ")[4]);
    const after = await claimcheck(["check", "brief.md"], base);
    expect(after).toMatchObject({ status: 0, err: "" });
    expect(after.out).toMatch(/^1 draft: 0 contradicted, .*2 accepted \(the oldest today\)\n/);
    const json = JSON.parse((await claimcheck(["check", "brief.md", "--format", "json"], base)).out);
    expect(json.summary.contradicted).toBe(0);
    expect(json.drafts[0].accepted[0]).toMatchObject({
      reason: "agreed | by phone",
      claim: { kind: "date" },
    });
  });

  it("takes out what was corrected, and keeps the reasons of the rest", async () => {
    const base = folder(FILES);
    await claimcheck(["check", "brief.md", "--update-baseline", "--reason", "first"], base);
    writeFileSync(join(base, "brief.md"), WRONG.replace("14 March", "4 March"));
    const { err } = await claimcheck(["check", "brief.md", "--update-baseline", "--reason", "second"], base);
    expect(err).toContain("0 findings accepted, 1 taken out, 1 kept.");
    expect(linesOf(base)).toEqual([expect.stringMatching(/quantity-mismatch .* first$/)]);
  });

  it("drops drafts that are gone and leaves those that were not checked", async () => {
    const base = folder({ ...FILES, "other.md": WRONG });
    await claimcheck(["check", "brief.md", "other.md", "--update-baseline"], base);
    await claimcheck(["check", "brief.md", "--update-baseline"], base);
    expect(linesOf(base)).toHaveLength(4);
    rmSync(join(base, "other.md"));
    await claimcheck(["check", "brief.md", "--update-baseline"], base);
    expect(linesOf(base)).toHaveLength(2);
  });

  it("writes beside claimcheck.yaml, or the file that it names", async () => {
    const base = folder({
      "work/claimcheck.yaml": "baseline: lists/accepted.txt\n",
      "work/lists/readme.txt": "",
      "work/briefs/brief.md": WRONG,
      "work/sources/release.md": SOURCE,
    });
    await claimcheck(["check", "work/briefs/brief.md", "--update-baseline"], base);
    expect(linesOf(base, "work/lists/accepted.txt")[0]).toMatch(/^briefs\/brief\.md \|/);
    expect((await claimcheck(["check", "work/briefs"], base)).status).toBe(0);
  });

  it("does not touch a list with a mistake, and tells its line", async () => {
    const base = folder({ ...FILES, [BASELINE]: "<<<<<<< HEAD\n" });
    const checked = await claimcheck(["check", "brief.md"], base);
    expect(checked.err).toContain(`${BASELINE}:1: left over from a merge`);
    const { status, err } = await claimcheck(["check", "brief.md", "--update-baseline"], base);
    expect(status).toBe(2);
    expect(err).toContain(`${BASELINE}: not updated, since line 1 is wrong. Correct it.`);
    expect(readFileSync(join(base, BASELINE), "utf8")).toBe("<<<<<<< HEAD\n");
  });

  it("makes no file where there is nothing to accept", async () => {
    const base = folder({ ...FILES, "brief.md": "The quay cost 31 million euros.\n" });
    await claimcheck(["check", "brief.md", "--update-baseline"], base);
    expect(existsSync(join(base, BASELINE))).toBe(false);
  });

  it("is refused where it makes no sense", async () => {
    const base = folder(FILES);
    const told = async (...words: string[]) => (await claimcheck(["check", ...words], base)).err;
    expect(await told("brief.md", "--reason", "x")).toContain("--reason needs --update-baseline.");
    expect(await told("brief.md", "--update-baseline", "--changed-since", "HEAD")).toContain("not both");
    expect(await told("--stdin", "--update-baseline")).toContain("--update-baseline needs files");
  });
});

describe.concurrent("--changed-since", { timeout: TIMEOUT }, () => {
  it("reports only what stands on lines that changed, committed or not", async () => {
    const base = folder(FILES);
    git(base, "init", "-q");
    git(base, "add", ".");
    git(base, "commit", "-qm", "first");
    const nothing = await claimcheck(["check", "brief.md", "--changed-since", "HEAD"], base);
    expect(nothing).toMatchObject({ status: 0, err: "" });
    writeFileSync(join(base, "brief.md"), WRONG.replace("35 million", "36 million"));
    const edited = await claimcheck(["check", "brief.md", "--changed-since", "HEAD"], base);
    expect(edited.status).toBe(1);
    expect(edited.out).toContain("36 million");
    expect(edited.out).not.toContain("14 March");
    git(base, "commit", "-qam", "second");
    expect((await claimcheck(["check", "brief.md", "--changed-since", "HEAD~1"], base)).status).toBe(1);
    expect((await claimcheck(["check", "brief.md", "--changed-since", "HEAD"], base)).status).toBe(0);
  });

  it("reports all of a draft that is new", async () => {
    const base = folder({ "sources/release.md": SOURCE });
    git(base, "init", "-q");
    git(base, "add", ".");
    git(base, "commit", "-qm", "first");
    writeFileSync(join(base, "brief.md"), WRONG);
    const { status, out } = await claimcheck(["check", "brief.md", "--changed-since", "HEAD"], base);
    expect(status).toBe(1);
    expect(out).toContain("2 contradicted");
  });

  it("says what is missing where there is no repository or no such commit", async () => {
    const base = folder(FILES);
    const outside = await claimcheck(["check", "brief.md", "--changed-since", "HEAD"], base);
    expect(outside.status).toBe(2);
    expect(outside.err).toContain("brief.md: what has changed is not known: this is not a git repository.");
    git(base, "init", "-q");
    git(base, "add", ".");
    git(base, "commit", "-qm", "first");
    for (const ref of ["no-such-branch", "--output=x", "HEAD:brief.md"]) {
      const { status, err } = await claimcheck(["check", "brief.md", `--changed-since=${ref}`], base);
      expect(status, ref).toBe(2);
      expect(err).toContain(`git knows no commit “${ref}”. Name a branch, a tag or a commit`);
    }
    expect(existsSync(join(base, "x"))).toBe(false);
  });
});

it("weighs sources as claimcheck.yaml says", { timeout: TIMEOUT }, async () => {
  const base = folder({
    "brief.md": "In 2023 the fund paid 2.4 billion euros to 31 ports.\n",
    "press/release.md":
      "The fund paid 2.4 billion euros to 31 ports in 2023. Small harbours complained about it.\n",
    "wire/report.md":
      "The fund paid out 2.4 billion euros to 34 ports in 2023. Small harbours say the forms are long.\n",
  });
  const run = async (sources: string) => {
    writeFileSync(join(base, "claimcheck.yaml"), `sources:\n${sources}`);
    return JSON.parse((await claimcheck(["check", "brief.md", "--format", "json"], base)).out).summary;
  };
  expect(await run("  - press\n  - wire\n")).toMatchObject({ contradicted: 0, disputed: 1 });
  expect(await run("  - press\n  - {path: wire, rank: 1}\n")).toMatchObject({ contradicted: 1, disputed: 0 });
  expect(await run("  - press\n  - {path: wire, superseded-by: release}\n")).toMatchObject({
    contradicted: 0,
    disputed: 0,
  });
});
