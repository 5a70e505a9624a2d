/**
 * Folders that cannot be looked into, on the command line: told, never taken for empty ones. A link that leads round to
 * itself stands for all of them, since whoever may do everything can look into the others.
 */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimcheck, foldersForTests } from "./run.ts";

const folder = foldersForTests();
const DRAFT = "The canary cost 35 million euros.\n";
const SOURCE = "The canary cost 31 million euros.\n";

/** A folder with a link in it that leads to itself. */
function round(link: string, files: Readonly<Record<string, string>>): string {
  const base = folder(files);
  symlinkSync(join(base, link), join(base, link));
  return base;
}

describe.concurrent("a folder that cannot be looked into", { timeout: 60_000 }, () => {
  it("makes an error in one line where it is named", async () => {
    const base = round("press", { "d.md": DRAFT });
    const { err, status } = await claimcheck(["check", "d.md", "--source", "press"], base);
    expect(err).toMatch(
      /^claimcheck: .*press: cannot be read \(its links lead round in a circle\)\. Correct or remove the link\.\n$/,
    );
    expect(status).toBe(2);
  });

  it("is told where it lies among drafts, and the others are checked", async () => {
    const base = round("briefs", { "d.md": DRAFT, "sources/s.md": SOURCE });
    const { err, out, status } = await claimcheck(["check", "."], base);
    expect(err).toContain(
      "briefs cannot be listed (its links lead round in a circle), so nothing in it is read. Correct or remove the link.",
    );
    expect(out).toContain("31 million");
    expect(status).toBe(1);
  });

  it("is told where it lies among sources", async () => {
    const base = round("sources/more", { "d.md": DRAFT, "sources/s.md": SOURCE });
    const { err, status } = await claimcheck(["check", "d.md"], base);
    expect(err).toContain("sources/more cannot be listed");
    expect(status).toBe(1);
  });

  it("is told with the line of the configuration that leads there", async () => {
    const files = { "claimcheck.yaml": "sources: [press]\n", "d.md": DRAFT, "press/s.md": SOURCE };
    const { err, status } = await claimcheck(["check", "d.md"], round("press/more", files));
    expect(err).toMatch(/claimcheck\.yaml:1:11: .*press\/more cannot be listed/);
    expect(status).toBe(1);
  });
});
