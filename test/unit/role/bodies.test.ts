import { describe, expect, test } from "vitest";
import { checkRoles } from "../../../server/src/checking/role/roles.ts";
import { compareRoles } from "../../../server/src/kinds/role/compare.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = `“Rust is not news,” says Rita Moss, director of the Harbour Inspectorate of Norland. The Norland Office of Lights pays for the lamps.

Bo Lind, who chairs the Tide Safety Committee, came late. Eva Rask, president of the Buoy Trust, sits on the Tide Council.

Ana Dorn, Minister of Environment and Energy, opened the fair with the U.S. deputy assistant secretary of state for sea law, Carol Maddox.
`;

const cache = createSentenceCache();

function wrong(draft: string): string[] {
  const read = (text: string) => readDocument(readMarkdown(text), "2026-05-01", cache);
  const reading = read(draft);
  const corpus = {
    sources: [{ ...read(source), uri: "a.md", title: "A", publisher: null, published: null, url: null }],
    version: 1,
  };
  return reading.sentences
    .flatMap((sentence) => checkRoles(sentence, reading, corpus))
    .filter(({ verdict }) => verdict === "contradicted")
    .map(({ actual, expected }) => `${actual} → ${expected}`);
}

describe("the head of another body", () => {
  test.each([
    [
      "So says Rita Moss, who heads the Norland Office of Lights.",
      "Norland Office of Lights → Harbour Inspectorate of Norland",
    ],
    ["So says Bo Lind, who chairs the Tide Council.", "Tide Council → Tide Safety Committee"],
    [
      "With her was Carol Maddox, Washington's assistant secretary of state for sea law.",
      "assistant secretary of state → deputy assistant secretary of state",
    ],
  ])("%s", (draft, expected) => {
    expect(wrong(draft)).toEqual([expected]);
  });

  test.each([
    ["the body that the source has", "So says Rita Moss, who heads the Harbour Inspectorate of Norland."],
    ["a body that the sources do not name", "So says Rita Moss, who heads the Norland Ferry Board."],
    ["a body in short", "So says Rita Moss, who heads the Inspectorate."],
    ["a body in whose company the sources name the person", "So says Eva Rask, who chairs the Tide Council."],
    ["a member", "So says Bo Lind, a member of the Tide Council."],
    ["half of a portfolio", "Ana Dorn, the energy minister, opened the fair."],
  ])("silent: %s", (_, draft) => {
    expect(wrong(draft)).toEqual([]);
  });
});

describe("two wordings of one office", () => {
  test.each([
    ["deputy investment chief", "deputy chief investment officer"],
    ["director of the Portuguese centre", "director of the National Cable Centre"],
  ])("%s / %s", (claim, said) => {
    expect(compareRoles(claim, said).relation).not.toBe("conflicts");
  });

  test.each([
    ["Minister of Finance", "Minister of Social Security"],
    ["the Alliance's Executive Secretary", "the Alliance's head of finance"],
    ["deputy investment chief", "deputy chief medical officer"],
  ])("%s / %s differ", (claim, said) => {
    expect(compareRoles(claim, said).relation).toBe("conflicts");
  });
});
