import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
Of the rise in the price of the lock, $5.1 million comes from dearer cement and $2.3 million from a deeper chamber. The fund has 9 million dollars in all: 6 million dollars for the quays and 3 million dollars for lamps.
`);

describe("what takes the larger part", () => {
  test.each([
    [
      "The larger part of the rise in price comes from a deeper chamber.",
      "The larger part of the rise in price comes from dearer cement.",
    ],
    ["Most of the fund goes to lamps.", "Most of the fund goes to the quays."],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no larger part", () => {
  test.each([
    ["a part without a size", "Part of the rise in price comes from a deeper chamber."],
    ["a thing that has no amount", "Most of the fund goes to the crew."],
    ["a denial", "Most of the fund does not go to lamps."],
    ["a smaller part", "The smaller part of the rise in price comes from a deeper chamber."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
