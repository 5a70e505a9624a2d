/** How often something happens, read from prose. */
import { describe, expect, it } from "vitest";
import { readFrequencies } from "../../../server/src/kinds/date/frequencies.ts";

const read = (text: string) => readFrequencies(text).map((one) => `${one.text}=${Math.round(one.period)}`);

describe("readFrequencies", () => {
  it("reads how often in words of several sorts", () => {
    expect(read("The shares are reviewed every ten years.")).toEqual(["every ten years=3653"]);
    expect(read("They meet every other week.")).toEqual(["every other week=14"]);
    expect(read("They meet twice a year, and report monthly.")).toEqual(["twice a year=183", "monthly=30"]);
    expect(read("The agency publishes quarterly reports.")).toEqual(["quarterly=91"]);
  });

  it("reads none in amounts for a period and in other words", () => {
    for (const text of [
      "It costs 40 euros a month.",
      "The monthly fee rises.",
      "It pays for each week of delay.",
      "Every member state signed.",
      "It was the third time in a year.",
    ])
      expect(read(text), text).toEqual([]);
  });
});
