import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The harbour board received 4 million euros from the Rescue Fund for its tugs. It is a gift and not a credit, and it must be spent on tugs.

The pilots' report will hold advice, not rules, for the crews of large ships. The patrol was shortened at the wish of the pilots themselves, not of shipowners.

The ferries will run on hydrogen rather than diesel from next spring. The board bought not a crane but a dredger for the outer basin.
`);

describe("the thing that a source sets aside", () => {
  test.each([
    [
      "The board got money from the Rescue Fund for tugs. It is a credit.",
      "The board got money from the Rescue Fund for tugs. It is a gift.",
    ],
    [
      "The pilots' report will bring **rules** for the crews of large ships.",
      "The pilots' report will bring **advice** for the crews of large ships.",
    ],
    ["The patrol was shortened at the shipowners' wish.", "The patrol was shortened at the pilots' wish."],
    ["From next spring the ferries run on diesel.", "From next spring the ferries run on hydrogen."],
    [
      "The board has bought a crane for the outer basin.",
      "The board has bought a dredger for the outer basin.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("nothing set aside", () => {
  test.each([
    ["the contrast itself", "The pilots' report will hold advice, not rules, for large ships."],
    [
      "the contrast turned to a denial",
      "The pilots' report will hold no rules for the crews of large ships.",
    ],
    ["another matter", "The harbour school teaches its rules to every crew."],
    ["another credit", "The mill in Brekke lives on a credit from its owner."],
    ["a question", "Will the ferries run on diesel from next spring?"],
    ["a narrower thing", "The board has bought a toy crane for the outer basin."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
