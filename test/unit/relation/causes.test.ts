import { describe, expect, test } from "vitest";
import { check, corpusOf, corrected } from "./support.ts";

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

const blamed = corpusOf(`---
title: Harbour works
---
The number of sailings to Ostvik fell in 2024 because the new ferry arrived late, and not for want of money.

The mooring fee rose by a tenth last year. The increase is due above all to the second crane; according to the harbour office, higher wages account for less than a tenth of it.

The coal quay was left out of the inspection in March. This decision has nothing to do with the strike.

The harbour master blamed a shortage of pilots for the delays at the northern lock. No collision has been attributed to fog.

The harbour council was invited but could not meet because the day fell in a storm.
`);

describe("a reason told in another way", () => {
  test.each([
    "The number of sailings to Ostvik fell in 2024. The reason was a lack of money.",
    "According to the harbour office, the increase in the mooring fee is due above all to higher wages.",
    "The coal quay was left out of the inspection in March because of the strike.",
    "The harbour master put the delays at the northern lock down to the roadworks.",
  ])("%s", (draft) => {
    expect(check(draft, blamed).filter(({ verdict }) => verdict === "contradicted")).toHaveLength(1);
  });

  test.each([
    ["the reason given", "The number of sailings fell in 2024 because the new ferry arrived late."],
    ["the chief reason", "The increase in the mooring fee is due above all to the second crane."],
    ["a denied reason", "The number of sailings to Ostvik did not fall in 2024 for want of money."],
    ["a denied reason told by a noun", "The coal quay was not left out in March because of the strike."],
    ["nothing has been put down to it", "No collision has been attributed to fog."],
    [
      "the one who is blamed",
      "For the delays at the northern lock the harbour master blamed a shortage of pilots.",
    ],
    ["another matter", "The day train was late in March because of the strike."],
    ["a denied act with a reason", "The harbour council was invited but could not meet because of a storm."],
  ])("%s: %s", (_why, draft) => {
    expect(check(draft, blamed).filter(({ verdict }) => verdict === "contradicted")).toEqual([]);
  });
});
