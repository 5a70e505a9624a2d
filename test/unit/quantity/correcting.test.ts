/**
 * Correcting: "claim | source | corrected claim" for every line of correcting.txt; "null" where none is safe.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuantities } from "../../../server/src/kinds/quantity/compare.ts";
import { correctQuantity } from "../../../server/src/kinds/quantity/correct.ts";
import { wordQuantity } from "../../../server/src/kinds/quantity/word.ts";
import { quantities, quantity } from "./support.ts";

const cases = readFileSync(new URL("correcting.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.split(" | ") as [string, string, string]);

function corrected(claim: string, source: string): string {
  const correction = correctQuantity(quantity(claim), claim, quantity(source));
  if (correction === null) return "null";
  return claim.slice(0, correction.span.start) + correction.newText + claim.slice(correction.span.end);
}

describe("corrections", () => {
  it.each(cases)("%s | %s | %s", (claim, source, expected) => {
    expect(corrected(claim, source)).toBe(expected);
  });
  it("holds at least 80 of them", () => expect(cases.length).toBeGreaterThanOrEqual(80));
  it("makes the claim agree, or at least no longer conflict", () => {
    for (const [claim, source, expected] of cases.filter((row) => row[2] !== "null")) {
      const relation = compareQuantities(quantity(expected), quantity(source));
      expect(relation, `${claim} → ${expected} against ${source}`).not.toBe("conflicts");
    }
  });
  it("gives the same in the sentence and in the claim's own words", () => {
    const sentence = "By June, nearly 40 ferries had sailed.";
    const claim = quantities(sentence)[0]!;
    const source = quantity("more than 40 ferries");
    const inSentence = correctQuantity(claim, sentence, source);
    expect(inSentence).toEqual({ span: { start: 9, end: 15 }, newText: "more than" });
    expect(correctQuantity(claim, claim.text, source)).toEqual(inSentence);
  });
});

describe("wording", () => {
  it.each([
    ["more  than 30 countries", "more than 30 countries"],
    ["four of the five judges", "four of 5"],
    ["€2.4 billion", "€2.4 billion"],
    ["all nineteen judges", "all nineteen judges"],
  ])("%s", (text, expected) => {
    expect(wordQuantity(quantity(text))).toBe(expected);
  });
});
