import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
Work on the outer breakwater stopped in April 2021 for want of stone and began again a year later.

The night ferry to Ostvik was cancelled because of a strike by the crew. The lighthouse lost its keeper in 1988.

The pilots' union walked out of the talks on Friday because the offer leaves out night work. The dredging contract went to Brekke, because the board expects lower fuel bills. It also expects fewer delays.

The keepers oppose the merger, not because of the wages but because of the move to Ostvik.
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
    [
      "The pilots' union walked out of the talks on Friday, as the offer left out pensions.",
      "The pilots' union walked out of the talks on Friday, as the offer left out night work.",
    ],
    [
      "The dredging contract went to Brekke, the reason being that the board expects higher tolls.",
      "The dredging contract went to Brekke, the reason being that the board expects lower fuel bills.",
    ],
    [
      "The keepers oppose the merger because of the wages.",
      "The keepers oppose the merger because of the move.",
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
    [
      "a reason that stands beside it",
      "The dredging contract went to Brekke, as the board expects fewer delays.",
    ],
    [
      "what somebody says",
      "The pilots' union walked out of the talks on Friday, as the board had expected it to.",
    ],
    ["what others did", "The pilots' union walked out of the talks on Friday, as did the crew."],
    ["no reason in the source", "The lighthouse lost its keeper in 1988 because of a flood."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
