/** Who gives a figure in a draft against who gives it in the sources. */
import { describe, expect, test } from "vitest";
import { checkGivers } from "../../../server/src/checking/relation/givers.ts";
import type { Corpus } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();
const SOURCE = `The police counted 3,200 people on the quay; the Dockers' Union spoke of 5,000.

County auditor Felix Brand estimates that the levy will raise 9.4 million euros a year.

The bank puts the damage at 71 million euros.`;
const corpus: Corpus = {
  sources: [readSource({ uri: "a.md", text: SOURCE }, "2026-05-01", cache)],
  version: 1,
};

function found(draft: string): string[] {
  const reading = readDocument(readMarkdown(draft), "2026-05-20", cache);
  return reading.sentences.flatMap((sentence) =>
    checkGivers(sentence, reading, corpus).map(({ actual, expected }) => `${actual} → ${expected}`),
  );
}

describe("who gives a figure", () => {
  test.each([
    ["We were 5,000 on the quay by the count of the police.", "the police → the Dockers' Union"],
    ["The yield is put at 9.4 million euros by Miguel Sarto.", "Miguel Sarto → County auditor Felix Brand"],
    ["The ministry counted 3,200 people.", "The ministry → The police"],
  ])("%s", (draft, said) => expect(found(draft)).toEqual([said]));

  test.each([
    "The police counted 3,200 people.",
    "The union spoke of 5,000.",
    "Felix Brand puts the yield at 9.4 million euros.",
    "They put the damage at 71 million euros.",
    "The police expect 12 ships.",
    "The ministry did not count 3,200 people.",
  ])("silent: %s", (draft) => expect(found(draft)).toEqual([]));
});
