import { describe, expect, test } from "vitest";
import { check, corpusOf, corrected } from "./support.ts";

const source = corpusOf(`---
title: Harbour works
---
The Harbour Agency closed the northern lock on 3 March. The lock keepers had warned the dairy in Ostvik twice.

A proposal for a toll on coal barges, put forward by Portugal, was withdrawn. The dredging of the outer basin was carried out with the support of the coast guard.

The plan to widen the canal was shortened at the request of the employers. Denmark and Estonia paid for the new pilot school.

The Keeper: The mooring fee is set by the Ministry. The board asked whether the pilots had been paid. The Reserve Bank has given the lenders until May to move the loans of ship owners.

Three rules were dropped: a list of banned cargoes, proposed by Sweden; and the liability of pilots for delays, proposed by Australia.

Anna Orr altered the tide tables on the instructions of Bertil Vale, and the tide tables misled three ferries.

Norway bought 57 percent of the catch of the outer basin last year.

The mayor wants 10,000 people moved from the quay by June. The country's interior minister asked the donors on Tuesday to pay for the winter. The country's reserve bank has given the lenders until May to move the loans.

The House of Deputies passed the pilot bill on 15 July and the Senate on 3 September.
`);

describe("another doer of the same act", () => {
  test.each([
    [
      "The northern lock was closed by the dairy on 3 March.",
      "The northern lock was closed by the Harbour Agency on 3 March.",
    ],
    [
      "The toll on coal barges, an idea of Ireland's, was withdrawn.",
      "The toll on coal barges, an idea of Portugal's, was withdrawn.",
    ],
    [
      "The plan to widen the canal was shortened at the unions' request.",
      "The plan to widen the canal was shortened at the employers' request.",
    ],
    [
      "The costs of the new pilot school were borne by Denmark and Finland.",
      "The costs of the new pilot school were borne by Denmark and Estonia.",
    ],
    [
      "The mooring fee of 40 crowns is set by the Council.",
      "The mooring fee of 40 crowns is set by the Ministry.",
    ],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, source)).toBe(expected);
    expect(corrected(expected, source)).toBeNull();
  });
});

describe("no other doer", () => {
  test.each([
    ["the same in other words", "The agency closed the northern lock on 3 March."],
    ["a word that may mean the same party", "The authority closed the northern lock on 3 March."],
    ["the name in small letters", "The Reserve Bank has given the lenders until May to move the loans."],
    ["people counted are no party", "The council wants to move 600 people from the quay by June."],
    [
      "whoever has a name may have the office",
      "Ines Marl asked the donors on Tuesday to pay for the winter.",
    ],
    ["a verb left out", "The Senate passed the pilot bill on 3 September."],
    ["who is asked and who is asked about", "The board asked the mayor whether the pilots had been paid."],
    [
      "a bank that is an authority",
      "The regulator has given the lenders until May to move the loans of ship owners.",
    ],
    ["another amount", "Iceland bought 12 percent of the catch of the outer basin last year."],
    ["another fee", "The landing fee is set by the Council."],
    ["another act", "The dairy welcomed the closing of the northern lock on 3 March."],
    ["a denial", "The northern lock was not closed by the dairy."],
    ["a question", "Was the northern lock closed by the dairy on 3 March?"],
    ["a supposition", "If the northern lock had been closed by the dairy, nobody would have complained."],
    ["an amount", "The plan to widen the canal was shortened by 12 percent."],
    ["another thing", "The southern mill in Brekke was closed by the dairy in June."],
  ])("%s: %s", (_why, draft) => {
    expect(corrected(draft, source)).toBeNull();
  });
});

const parts = corpusOf(`---
title: Pilot school
---
In return for the guarantee the operator would pay the Confederation a fee for the pilot school. The League may suggest a change to the syllabus of the pilot school, but it would be for the Harbour Agency to decide.

Anna Orr made the changes to the tide tables on the instructions of Bertil Vale.

The idea of a joint pilot exam came from Norway. A check of the outer lights by the coast guard followed in June.

The League facilitated the talks on the outer channel, Norway bore the cost, and Iceland gave technical advice.

The town pays for the upkeep of the seamen's chapel. The union met the employers in May.
`);

describe("a part told in another way", () => {
  test.each([
    "In return for the guarantee the Confederation would pay the operator a fee for the pilot school.",
    "A change to the syllabus of the pilot school may be suggested, but the decision lies with the League.",
    "The tide tables were changed by Bertil Vale on the instructions of Anna Orr.",
    "The idea of a joint pilot exam was Sweden's.",
    "The League facilitated the talks on the outer channel; Iceland paid the cost, and Norway helped with boats.",
    "The upkeep of the seamen's chapel is borne by the Harbour Agency.",
  ])("%s", (draft) => {
    const found = check(draft, parts).filter(({ verdict }) => verdict === "contradicted");
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ kind }) => kind === "relation" || kind === "name")).toBe(true);
  });

  test.each([
    [
      "the same by another verb",
      "The operator would bear the fee for the pilot school, paid to the Confederation.",
    ],
    ["the same decider", "The decision on the syllabus of the pilot school lies with the Harbour Agency."],
    ["whose idea it was", "The joint pilot exam was Norway's idea."],
    ["a deed that goes both ways", "The employers met the union in May."],
    ["a denied doer", "The upkeep of the seamen's chapel is borne not by the Confederation but by the town."],
  ])("%s: %s", (_why, draft) => {
    expect(check(draft, parts).filter(({ verdict }) => verdict === "contradicted")).toEqual([]);
  });
});
