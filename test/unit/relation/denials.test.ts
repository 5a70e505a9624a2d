import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The proceeds of the anchor levy go to the state treasury and are not kept by the Harbour Agency. Captains will notify the Coast Guard within two days of any damage to the sea cable.

The exhibition of dredgers was not opened by the Bishop of Ostvik. He sent a letter.
`);

describe("a denied act and another addressee", () => {
  test.each([
    [
      "The anchor levy will be kept by the Harbour Agency.",
      "The anchor levy will not be kept by the Harbour Agency.",
    ],
    [
      "Damage to the sea cable is to be reported to the Red Cross within two days.",
      "Damage to the sea cable is to be reported to the Coast Guard within two days.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("nothing denied", () => {
  test.each([
    ["the denial itself", "The anchor levy is not kept by the Harbour Agency."],
    ["another act of the party", "The anchor levy was proposed by the Harbour Agency."],
    ["another matter", "The old lighthouse is kept by the Harbour Agency."],
    ["a part of the body", "The levy on anchors goes to the treasury of the state."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
