import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { readCases } from "../../benchmark/cases.ts";

/** Draws are the same at each run: what fails here fails for everybody. */
const RUNS = { numRuns: 400, seed: 20261201 };
const SOME = 40;

const drafts = readCases(new URL("../../benchmark/cases", import.meta.url).pathname).filter(
  (_, at) => at % SOME === 0,
);
const checker = createChecker({ builtin: true });
for (const source of drafts[0]!.sources) checker.setSource(source);
const words = drafts
  .flatMap(({ text, sources }) => [text, ...sources.map((source) => source.text)])
  .map((text) => text.split(/(?<=\s)/));

function claimsOf(text: string): number {
  return checker.check({ uri: "draft.md", text, date: "2026-05-01" }).claims.length;
}

describe("a draft that is being typed", () => {
  it.each([
    "for Trade Studies expects a gain of three tenths within ",
    "of Port Leith and its people",
    "our friends have not made up ",
    "The council has not made up",
  ])("is checked although it begins or ends in the middle of a sentence: %s", (text) => {
    expect(claimsOf(text)).toBeGreaterThanOrEqual(0);
  });

  it("is checked wherever it begins and ends", () => {
    const stretch = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 25 }));
    fc.assert(
      fc.property(stretch, ([which, from, length]) => {
        const text = words[which % words.length]!;
        const start = from % text.length;
        expect(claimsOf(text.slice(start, start + length).join(""))).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  }, 60_000);
});
