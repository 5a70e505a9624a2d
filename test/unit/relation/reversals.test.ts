import { describe, expect, test } from "vitest";
import { corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The inspectors put the faults in the cranes down to poor welding and said that they had seen no sign of sabotage.

The delay at the pilot school has one reason, the software. It was not a lack of money. The wardens asked for lamps, not cameras.
`);

describe("a contrast told the wrong way round", () => {
  test.each([
    [
      "The inspectors blame sabotage rather than poor welding for the faults in the cranes.",
      "The inspectors blame poor welding rather than sabotage for the faults in the cranes.",
    ],
    [
      "The pilot school was delayed because of a lack of money and not because of the software.",
      "The pilot school was delayed because of the software and not because of a lack of money.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no contrast the wrong way round", () => {
  test.each([
    ["another contrast", "The inspectors blame rust rather than poor welding for the faults in the cranes."],
    ["one thing alone", "The faults in the cranes were put down to poor welding."],
    ["a question", "Do the inspectors blame sabotage rather than poor welding?"],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});
