/**
 * Comparing: "claim | source | relation" for every line of comparing.txt.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compareQuantities,
  confusesPointsWithPercent,
  sameNumber,
} from "../../../server/src/kinds/quantity/compare.ts";
import { approximatelyFits } from "../../../server/src/kinds/quantity/fits.ts";
import { quantity } from "./support.ts";

const cases = readFileSync(new URL("comparing.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" | ") as [string, string, string]);

describe("claim against source", () => {
  it.each(cases)("%s | %s | %s", (claim, source, relation) => {
    expect(compareQuantities(quantity(claim), quantity(source))).toBe(relation);
  });
  it("holds at least 150 pairs", () => expect(cases.length).toBeGreaterThanOrEqual(150));
  it("agrees with itself", () => {
    for (const [claim] of cases)
      expect(compareQuantities(quantity(claim), quantity(claim)), claim).toBe("agrees");
  });
});

describe("helpers", () => {
  it("leaves counted nouns to the caller", () => {
    const [claim, source] = [quantity("28 states"), quantity("8 cities")];
    expect(compareQuantities(claim, source)).toBe("conflicts");
    expect(compareQuantities(claim, source, { nounsMatch: () => false })).toBe("unrelated");
  });
  it("knows the same number in another unit", () => {
    expect(sameNumber(quantity("€5 million"), quantity("$5 million"))).toBe(true);
    expect(sameNumber(quantity("€5 million"), quantity("$6 million"))).toBe(false);
  });
  it("tells percent from points", () => {
    expect(confusesPointsWithPercent(quantity("2 percent"), quantity("2 percentage points"))).toBe(true);
    expect(confusesPointsWithPercent(quantity("2 percent"), quantity("3 percentage points"))).toBe(false);
    expect(confusesPointsWithPercent(quantity("2 percent"), quantity("2 percent"))).toBe(false);
  });
  it("fits plain numbers", () => {
    expect(approximatelyFits(quantity("about seven in ten"), 69.8)).toBe(true);
    expect(approximatelyFits(quantity("about seven in ten"), 51)).toBe(false);
    expect(approximatelyFits(quantity("19 boats"), 18)).toBe(false);
    expect(approximatelyFits(quantity("19 boats"), Number.NaN)).toBe(false);
  });
});
