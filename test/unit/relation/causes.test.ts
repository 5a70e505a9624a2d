import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
Work on the outer breakwater stopped in April 2021 for want of stone and began again a year later.

The night ferry to Ostvik was cancelled because of a strike by the crew. The lighthouse lost its keeper in 1988.
`);

describe("another reason for the same event", () => {
  test.each([
    [
      "Work on the outer breakwater stopped in April 2021 because of a flood.",
      "Work on the outer breakwater stopped in April 2021 for want of stone.",
    ],
    [
      "Owing to fog, the night ferry to Ostvik was cancelled.",
      "Because of a strike by the crew, the night ferry to Ostvik was cancelled.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no other reason", () => {
  test.each([
    ["the same in other words", "The night ferry to Ostvik was cancelled owing to a walkout of the crew."],
    ["part of the reason", "The night ferry to Ostvik was cancelled partly because of fog."],
    ["a denied reason", "The night ferry to Ostvik was cancelled, but not because of fog."],
    ["another event", "The day train to Brekke was late because of a flood."],
    ["no reason in the source", "The lighthouse lost its keeper in 1988 because of a flood."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
