import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The herring stock fell to 90,000 tonnes this year. That is well above the critical limit of 60,000.

The pilots signed the pay deal before the ferry strike. In 2019 the night ferry carried more people than the day ferry; its fleet is smaller than the navy.

The cod stock fell to 40,000 tonnes. That is below the safe level of 70,000 but well above the danger line of 20,000.
`);

describe("the other side of a landmark", () => {
  test.each([
    [
      "The herring stock is at 90,000 tonnes this year. It has sunk below the critical limit.",
      "The herring stock is at 90,000 tonnes this year. It has sunk above the critical limit.",
    ],
    [
      "The cod stock fell to 40,000 tonnes. It is thereby below the danger line.",
      "The cod stock fell to 40,000 tonnes. It is thereby below the safe level.",
    ],
    [
      "The pilots signed the pay deal after the ferry strike.",
      "The pilots signed the pay deal before the ferry strike.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("the same side, or another landmark", () => {
  test.each([
    [
      "the same side",
      "The herring stock is at 90,000 tonnes this year. It is still above the critical limit.",
    ],
    ["a denial", "The herring stock is at 90,000 tonnes this year. It is not below the critical limit."],
    [
      "another limit",
      "The herring stock is at 90,000 tonnes this year. It has sunk below the precautionary limit.",
    ],
    ["another event", "The crews joined a union after the ferry strike."],
    ["a question", "Did the pilots sign the pay deal after the ferry strike?"],
    ["another stock", "The cod is in trouble. It has sunk below the critical limit."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
