/**
 * Sources of the command line that are not text: pages of a PDF, and files that cannot be read.
 */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { claimcheck, folderWith, removeFolder, removeProgram } from "./run.ts";

const TIMEOUT = 60_000;
const fixture = (name: string) => readFileSync(new URL(`../formats/fixtures/${name}`, import.meta.url));

const folders: string[] = [];
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = folderWith(files);
  folders.push(made);
  return made;
}
afterAll(() => {
  folders.forEach(removeFolder);
  removeProgram();
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
