/** Which periods of an amount the sources deny, and of which amounts nothing follows. */
import { describe, expect, test } from "vitest";
import { checkRates } from "../../../server/src/checking/date/rates.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function found(draft: string, source: string): string[] {
  const reading = readDocument(readMarkdown(draft), "2025-12-20", cache);
  const sources = [readSource({ uri: "a.md", text: source }, "2025-12-20", cache)];
  return reading.sentences
    .flatMap((sentence) => checkRates(sentence, reading, { sources, version: 1 }))
    .map(({ actual, expected }) => `${actual} → ${expected}`);
}

describe("checkRates", () => {
  const seat = "A seat on the night bus costs 40 euros a month.";

  test.each([
    ["A seat on the bus costs 40 euros per year.", "per year → a month"],
    ["Forty passengers pay 40 euros annually for a seat on the bus.", "annually → a month"],
  ])("finds the period of “%s”", (draft, wanted) => {
    expect(found(draft, seat)).toEqual([wanted]);
  });

  test.each([
    "A seat on the bus costs 40 euros monthly.",
    "A seat on the bus costs 40 euros.",
    "A seat on the bus costs 45 euros a year.",
    "A seat on the bus costs 40 dollars a year.",
    "The harbour took in 40 euros a day from anglers.",
    "The bus makes 40 tours a year for its seats.",
    "“A seat on the bus costs 40 euros a year,” said one passenger.",
  ])("is silent on “%s”", (draft) => {
    expect(found(draft, seat)).toEqual([]);
  });

  test("is silent where the sources have both periods", () => {
    expect(
      found("A seat on the bus costs 40 euros a year.", `${seat} A seat there cost 40 euros a year in 1999.`),
    ).toEqual([]);
  });
});
