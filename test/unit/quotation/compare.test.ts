/** A quotation against a source: what is fair, what is altered, and what is not there. */
import { expect, it } from "vitest";
import { wordsOf } from "../../../server/src/checking/quotation/documents.ts";
import { createQuotationIndex } from "../../../server/src/checking/quotation/index.ts";
import { claimWordsOf, isConvincing } from "../../../server/src/kinds/quotation/compare.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache } from "../../../server/src/statements/read.ts";

const SOURCE = `The harbour reopened on Monday. "Somewhere on this coast a buoy is lost every other night, and nobody looks until
the second one goes," Oda Brekken told the council. "We recognise that the labour costs rose by 12 per cent." She did
not blame the pilots – they had warned the council – and she would not resign. "A calm winter is not a policy."`;

const cache = createSentenceCache();

function indexOf(text: string) {
  const index = createQuotationIndex();
  index.sync({ sources: [readSource({ uri: "a.md", text }, "2024-05-01", cache)], version: 1 });
  return index;
}

const index = indexOf(SOURCE);

/** The best passage for the words, and what of them differs there. */
function compare(claim: string, within = index) {
  const words = claimWordsOf(claim);
  const [best] = within.locate(words);
  if (!best || !(best.match.verbatim || isConvincing(best.match))) return { relation: "absent", changes: [] };
  const changes = best.match.changes.map(({ claim: [from, to], source: [first, end] }) => {
    const said = to > from ? claim.slice(words[from]!.start, words[to - 1]!.end) : "";
    return `${said}→${wordsOf(best.document, first, end - 1)}`;
  });
  return { relation: best.match.verbatim ? "verbatim" : "altered", changes };
}

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
  const within = indexOf(long);
  const begin = performance.now();
  expect(compare("A calm winter is not a policy", within).relation).toBe("verbatim");
  expect(performance.now() - begin).toBeLessThan(2500);
});
