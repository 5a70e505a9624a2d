/** In which constructions the first figures of two sentences stand. */
import { expect, test } from "vitest";
import { constructionFeatures } from "../../../server/src/checking/alignment/constructions.ts";
import { neighbourFeatures } from "../../../server/src/checking/alignment/neighbour-words.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function sentenceOf(text: string) {
  return readDocument(readMarkdown(text), "2025-06-01", cache).sentences[0]!;
}

function features(draft: string, source: string) {
  const [mine, theirs] = [sentenceOf(draft), sentenceOf(source)];
  const [claim, value] = [mine.quantities.at(-1)!, theirs.quantities.at(-1)!];
  return {
    ...constructionFeatures(mine, claim, theirs, value),
    ...neighbourFeatures(mine, claim, theirs, value),
  } as Readonly<Record<string, number>>;
}

test.each([
  ["as-against", "Catches fell to 40 tons, against 58.", "It landed 40 tons, down from 58.", 1],
  ["as-part", "The guild has five ships, and two of them are laid up.", "The guild has five ships.", -1],
  ["as-part", "The guild has five ships.", "The guild has five ships, of which two are laid up.", -2],
  ["as-differs", "The toll went up by 4 crowns.", "The toll is 4 crowns.", -1],
  ["as-differs", "The toll is 4 crowns higher.", "The toll rose by 4 crowns.", 1],
  ["as-goal", "The guild wants 30 ships.", "The guild has 28 ships.", -1],
  ["as-added", "The town will build another 120 berths.", "The town will build 80 berths.", -1],
  ["as-ahead", "There will be 30 ships.", "There are 30 ships.", -1],
  ["as-former", "A year earlier there were 30 ships.", "Last year there were 28 ships.", 1],
  ["as-denied", "The guild did not ask for 30 ships.", "The guild asked for 30 ships.", -1],
  ["as-limited", "Only 30 ships came.", "There were 30 ships.", -1],
  ["wordBefore", "The tide stood at 30 feet.", "The tide crested at 31 feet.", 1],
  ["wordBehind", "The guild sent 30 ships home.", "The guild sent 30 ships out.", 0],
])("%s: %s beside %s", (name, draft, source, expected) => {
  expect(features(draft, source)[name]).toBe(expected);
});

test("stays within the clause", () => {
  const { "as-ahead": ahead } = features("It will rain, and there are 30 ships.", "There are 30 ships.");
  expect(ahead).toBe(0);
});
