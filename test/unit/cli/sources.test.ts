/**
 * Sources of the command line that are not text: pages of a PDF, and files that cannot be read.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const TIMEOUT = 60_000;
const fixture = (name: string) => readFileSync(new URL(`../formats/fixtures/${name}`, import.meta.url));

const folder = foldersForTests();

describe.concurrent("a source that cannot be read", { timeout: TIMEOUT }, () => {
  const files = () => ({
    "brief.md": "The quay cost 31 million euros.\n",
    "sources/release.md": "The quay cost 31 million euros.\n",
    "sources/scan.pdf": fixture("scan.pdf"),
    "sources/locked.pdf": fixture("locked.pdf"),
  });

  it("is told with its reason, and fails the run with --strict", async () => {
    const base = folder(files());
    const { status, out, err } = await claimcheck(["check", "brief.md"], base);
    expect(status).toBe(0);
    expect(err).toMatch(
      /warning: sources\/locked\.pdf .*password.* Claims that rest on it are not checked\./,
    );
    expect(err).toMatch(/warning: sources\/scan\.pdf .* Claims that rest on it are not checked\./);
    expect(out).toContain("2 sources not read");
    const strict = await claimcheck(["check", "brief.md", "--strict", "--format", "json"], base);
    expect(strict.status).toBe(2);
    expect(JSON.parse(strict.out).unread).toEqual([
      { path: "sources/locked.pdf", message: expect.stringContaining("sources/locked.pdf") },
      { path: "sources/scan.pdf", message: expect.stringContaining("sources/scan.pdf") },
    ]);
  });

  it("is told in the formats of code hosts too", async () => {
    const base = folder(files());
    const github = await claimcheck(["check", "brief.md", "--format", "github"], base);
    expect(github.out).toMatch(/^::warning title=Claimcheck%3A source-not-read::sources\/locked\.pdf/);
    const sarif = await claimcheck(["check", "brief.md", "--format", "sarif"], base);
    expect(JSON.parse(sarif.out).runs[0].invocations[0].toolExecutionNotifications).toHaveLength(2);
  });
});

describe.concurrent("a PDF", { timeout: TIMEOUT }, () => {
  const DRAFT =
    "The board approved the contract by nine votes to six on Tuesday.\n\nThe operator sails on at least 320 nights a year.\n";
  const base = () => folder({ "brief.md": DRAFT, "sources/report.pdf": fixture("chromium-slides.pdf") });

  it("gives the page of each passage", async () => {
    const { status, out, err } = await claimcheck(["check", "brief.md", "--format", "json"], base());
    expect({ status, err }).toEqual({ status: 1, err: "" });
    const claims: { verdict: string; evidence: { page?: number; text: string }[] }[] =
      JSON.parse(out).drafts[0].claims;
    const wrong = claims.find(({ verdict }) => verdict === "contradicted");
    expect(wrong?.evidence[0]).toMatchObject({ page: 2, text: expect.stringContaining("nine votes") });
  });

  it("is cited by page for people", async () => {
    const { out } = await claimcheck(["check", "brief.md"], base());
    expect(out).toMatch(/ · sources\/report\.pdf, p\. 2\n/);
    const github = await claimcheck(["check", "brief.md", "--format", "github"], base());
    expect(github.out).toContain("(sources/report.pdf, p. 2)");
  });
});
