import { describe, expect, test } from "vitest";
import { check, corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The pilots' union supports the new breakwater. The Harbour League takes no position on the dredging of the outer basin.

The council adopted the mooring toll on 3 May. The two governing parties voted against. The shopkeepers' guild is against it as well.

The owners' federation supports the later closing hour but opposes the ban on coal barges.

Three of the nineteen rowing clubs have not endorsed the regatta. Of those asked, 33 percent were opposed to the marina.

The Liberals oppose the ferry tunnel. Later the Liberals welcomed the ferry tunnel after all.
`);

describe("another position of the same party", () => {
  test.each([
    "The pilots' union opposes the new breakwater.",
    "The pilots' union does not support the new breakwater.",
    "The Harbour League supports the dredging of the outer basin.",
    "The owners' federation backs the ban on coal barges.",
  ])("%s", (draft) => {
    const found = check(draft, source).filter(({ verdict }) => verdict === "contradicted");
    expect(found.map(({ features }) => features.position)).toEqual([1]);
  });

  test("a vote told by a noun", () => {
    const draft =
      "The council adopted the mooring toll on 3 May with the votes of the two governing parties.";
    expect(check(draft, source).some(({ features }) => features.position === 1)).toBe(true);
  });

  test("the source's words stand in", () => {
    expect(corrected("The pilots' union opposes the new breakwater.", source)).toBe(
      "The pilots' union supports the new breakwater.",
    );
  });
});

describe("no other position", () => {
  test.each([
    ["the same in another word", "The pilots' union backs the new breakwater."],
    ["a denied contrary", "The pilots' union does not oppose the new breakwater."],
    ["another matter", "The pilots' union opposes the ban on coal barges."],
    ["another party", "The owners' federation opposes the new breakwater."],
    ["one of two matters", "The owners' federation backs the later closing hour."],
    ["the whole of which a part stands apart", "All nineteen rowing clubs have endorsed the regatta."],
    ["a share of those asked", "Of those asked, half were in favour of the marina."],
    ["a position that changed", "The Liberals welcomed the ferry tunnel."],
    ["a supposed position", "If the pilots' union opposed the new breakwater, it would fail."],
  ])("%s: %s", (_why, draft) => {
    expect(check(draft, source).filter(({ features }) => features.position === 1)).toEqual([]);
  });
});
