import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The new quay for tugs will be built on the north side of the basin. Digging starts in the upper harbour in May and moves to the lower harbour in autumn.

The port council adopted the pilots' roster by nine votes to two, against the votes of the employers' delegates.
`);

describe("another of two like things", () => {
  test.each([
    [
      "The new quay for tugs is to be built on the south side of the basin.",
      "The new quay for tugs is to be built on the north side of the basin.",
    ],
    ["## Digging starts in the lower harbour", "## Digging starts in the upper harbour"],
    [
      "The pilots' roster was adopted by nine votes to two, over the votes of the workers' delegates.",
      "The pilots' roster was adopted by nine votes to two, over the votes of the employers' delegates.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no other thing", () => {
  test.each([
    ["the second of the two", "In autumn the digging moves to the lower harbour."],
    ["another quay", "A fish market stands on the south side of the town."],
    [
      "a contrast",
      "The new quay for tugs will be built on the north side, not the south side, of the basin.",
    ],
    ["a question", "Will the new quay for tugs be built on the south side of the basin?"],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
