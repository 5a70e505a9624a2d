/**
 * `check --explain`: what each claim was held against and the numbers behind the decision, for people and for scripts.
 */
import { describe, expect, it } from "vitest";
import type { ClaimExplanation } from "../../../server/src/service/explaining/types.ts";
import { claimcheck, foldersForTests } from "./run.ts";

const FILES = {
  "brief.md":
    "# Brief\n\nThe harbour council opened the new quay on 14 March 2024. Did the quay cost 35 million euros?\n",
  "sources/release.md":
    "---\ntitle: Harbour release\npublished: 2024-03-01\n---\n\nThe harbour council opened the new quay on 4 March 2024. The quay cost 31 million euros.\n",
};

const folder = foldersForTests();

describe.concurrent("check --explain", { timeout: 60_000 }, () => {
  it("prints the values considered, how sure the decision is, and the numbers", async () => {
    const { status, out } = await claimcheck(["check", "brief.md", "--explain"], folder(FILES));
    expect(status).toBe(1);
    expect(out).toMatch(/why: {4}“4 March 2024” in “Harbour release” \(1 March 2024\) disagrees/);
    expect(out).toMatch(/model: {2}contradicted \d+ % \(told from 75 % on\)/);
    expect(out).toMatch(/1\. “4 March 2024” disagrees, same fact \d+ %\n/);
    expect(out).toContain("Harbour release · 1 March 2024 · sources/release.md:6");
    expect(out).toMatch(/numbers:\n {4}[\w.]+ +-?[\d.]+ +[+-]\d\.\d\d {2}\w/);
    expect(out).not.toContain("“31 million euros”");
  });

  it("says with --verbose why nothing is told", async () => {
    const { out } = await claimcheck(["check", "brief.md", "--explain", "--verbose"], folder(FILES));
    expect(out).toMatch(
      /“31 million euros” in “Harbour release” \(1 March 2024\) differs, but the sentence asks/,
    );
  });

  it("adds a key to the JSON and changes no other", async () => {
    const base = folder(FILES);
    const json = async (...options: string[]) =>
      JSON.parse((await claimcheck(["check", "brief.md", "--format", "json", ...options], base)).out);
    const [plain, explained] = await Promise.all([json(), json("--explain")]);
    const [draft] = explained.drafts as { explanations?: ClaimExplanation[] }[];
    const { explanations, ...rest } = draft!;
    expect({ ...explained, drafts: [rest] }).toEqual(plain);
    expect(explanations!.find(({ text }) => text === "14 March 2024")).toMatchObject({
      kind: "date",
      verdict: "contradicted",
      contradiction: { threshold: 0.75 },
      candidates: [{ source: "sources/release.md", words: "4 March 2024", relation: "conflicts" }],
    });
  });
});
