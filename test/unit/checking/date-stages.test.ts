/** The day of one stage told of another, and days of which nothing follows. */
import { describe, expect, test } from "vitest";
import { checkStages } from "../../../server/src/checking/date/stages.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function found(draft: string, source: string): string[] {
  const reading = readDocument(readMarkdown(draft), "2025-12-20", cache);
  const sources = [readSource({ uri: "a.md", text: source }, "2025-12-20", cache)];
  const index = new StatementIndex();
  for (const one of sources) index.add(one);
  return reading.sentences
    .flatMap((sentence) => checkStages(sentence, reading, { sources, version: 1, index }))
    .map(({ actual, expected }) => `${actual} → ${expected}`);
}

describe("checkStages", () => {
  const act = "The Pilotage Act was passed on 12 March 2025 and has been in force since 1 June 2025.";

  test.each([
    ["The Pilotage Act took effect on 12 March.", "12 March → since 1 June 2025"],
    ["The Pilotage Act was adopted on 1 June 2025.", "1 June 2025 → 12 March 2025"],
    [
      "| Act | Day |\n| --- | --- |\n| Pilotage Act in force | 12 March 2025 |",
      "12 March 2025 → since 1 June 2025",
    ],
  ])("finds %s", (draft, wanted) => {
    expect(found(draft, act)).toEqual([wanted]);
  });

  test.each([
    "The Pilotage Act was passed on 12 March 2025.",
    "The Pilotage Act has been in force since June.",
    "The Pilotage Act took effect on 4 May 2025.",
    "If the Pilotage Act took effect on 12 March, the pilots were late.",
    "Pilots voted on 12 March 2025.",
    "Applications for the Pilotage Act began on 12 March 2025.",
  ])("is silent on %s", (draft) => {
    expect(found(draft, act)).toEqual([]);
  });

  test("is silent where the sources give the stage both days", () => {
    const parts = `${act} Part 3 of the Pilotage Act applied from 12 March 2025.`;
    expect(found("The Pilotage Act took effect on 12 March 2025.", parts)).toEqual([]);
  });
});
