/** A quotation against a source: what is fair, what is altered, and what is not there. */
import { expect, it } from "vitest";
import { compareQuotation } from "../../../server/src/kinds/quotation/compare.ts";

const SOURCE = `The harbour reopened on Monday. "Somewhere on this coast a buoy is lost every other night, and nobody looks until
the second one goes," Oda Brekken told the council. "We recognise that the labour costs rose by 12 per cent." She did
not blame the pilots – they had warned the council – and she would not resign. "A calm winter is not a policy."`;

const compare = (claim: string) => {
  const result = compareQuotation(claim, SOURCE);
  const changes = result.changes.map(
    ({ claim: from, source: to }) =>
      `${claim.slice(from.start, from.end)}→${SOURCE.slice(to.start, to.end).replace(/\s+/g, " ")}`,
  );
  return { relation: result.relation, changes };
};

it.each([
  "a buoy is lost every other night",
  "Somewhere on this coast a buoy is lost every other night, and nobody looks until the second one goes.",
  "[S]omewhere on this coast a buoy is lost … and nobody looks",
  "[The speaker] did not blame the pilots",
  "she would not resign",
  "We recognize that the labor costs rose by 12%",
  "the pilots - they had warned the council - and she",
  "… nobody looks until the second one goes …",
  "a buoy is lost [...] until the second one goes",
  "nobody [sic] looks until the second one goes",
])("finds “%s” verbatim", (claim) => {
  expect(compare(claim)).toEqual({ relation: "verbatim", changes: [] });
});

it.each([
  ["a buoy is lost every night, and nobody looks", ["→other"]],
  ["a buoy is lost every other night, and somebody looks until the second one goes", ["somebody→nobody"]],
  ["A calm winter is not a plan", ["plan→policy"]],
  ["We recognise that the labour costs fell by 12 per cent", ["fell→rose"]],
  ["We can't recognise that the labour costs rose by 12 per cent", ["can't→"]],
  ["Somewhere on this coast a ship is lost … until the third one goes", ["ship→buoy", "third→second"]],
])("finds “%s” altered", (claim, changes) => {
  expect(compare(claim)).toEqual({ relation: "altered", changes });
});

it.each([
  "The council has no money for a new pier",
  "a quite different thing was said about the costs of the council",
  "every single night",
])("does not find “%s”", (claim) => {
  expect(compare(claim).relation).toBe("absent");
});

it("costs in proportion to the source", () => {
  const long = `${"the harbour and the pier of the council ".repeat(4_000)} a calm winter is not a policy `;
  const begin = performance.now();
  expect(compareQuotation("A calm winter is not a policy", long).relation).toBe("verbatim");
  expect(performance.now() - begin).toBeLessThan(2500);
});
