/**
 * A right figure with the wrong direction: which word is pointed at and what is written instead, in the draft's form.
 */
import { expect, test } from "vitest";
import { directionSlip } from "../../../server/src/checking/quantity/direction-word.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function sentenceOf(text: string) {
  return readDocument(readMarkdown(text), "2025-06-01", cache).sentences[0]!;
}

function corrected(draft: string, source: string): string | null {
  const [mine, theirs] = [sentenceOf(draft), sentenceOf(source)];
  const slip = directionSlip(mine.quantities[0]!, mine, theirs.quantities[0]!, theirs);
  const change = slip?.replacement;
  return change
    ? mine.text.slice(0, change.span.start) + change.newText + mine.text.slice(change.span.end)
    : null;
}

test.each([
  [
    "Schools had 11 percent more children.",
    "11 percent fewer children",
    "Schools had 11 percent fewer children.",
  ],
  ["It was revised up by 6,400.", "It was cut by 6,400.", "It was revised down by 6,400."],
  ["Meals are 4 percent dearer.", "Meals are 4 percent cheaper.", "Meals are 4 percent cheaper."],
  ["Output rose by 12 percent.", "Output shrank by 12 percent.", "Output shrank by 12 percent."],
  ["Output rose by 12 percent.", "There was a drop of 12 percent.", "Output fell by 12 percent."],
  ["It was an increase of 12 percent.", "It was a drop of 12 percent.", "It was a drop of 12 percent."],
  ["Sales were 12 percent more.", "Sales fell by 12 percent.", "Sales were 12 percent less."],
])("%s beside %s", (draft, source, expected) => {
  expect(corrected(draft, source)).toBe(expected);
});

test("says nothing where the figures differ or the directions agree", () => {
  expect(corrected("Output rose by 12 percent.", "Output fell by 14 percent.")).toBeNull();
  expect(corrected("Output rose by 12 percent.", "Output was 12 percent higher.")).toBeNull();
});
