import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The largest donor to the pilot school is Canada, followed by Norway. Silt was the main obstacle to the dredging of the outer basin.

The most common complaint of the ferry passengers was the smoke. Iceland is one of the largest buyers of dried cod. The highest toll on the coal quay is that for barges.

Among the ports of the bay, Ostvik has the longest pier; the largest lighthouse is in Brekke.
`);

describe("another holder of the first place", () => {
  test.each([
    ["The largest donor to the pilot school is Norway.", "The largest donor to the pilot school is Canada."],
    [
      "Rock was the main obstacle to the dredging of the outer basin.",
      "Silt was the main obstacle to the dredging of the outer basin.",
    ],
    [
      "The price was the most common complaint of the ferry passengers.",
      "The smoke was the most common complaint of the ferry passengers.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no other holder", () => {
  test.each([
    ["the second place", "Norway is the second largest donor to the pilot school."],
    ["one of several", "Norway is one of the largest donors to the pilot school."],
    ["another sort", "The largest lender to the pilot school is Norway."],
    ["another scope", "The largest donor to the coast guard is Norway."],
    ["several hold the place in the source", "Spain is the largest buyer of dried cod."],
    ["a denied place", "Norway is not the largest donor to the pilot school."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
