/** How a claim's day lies to the days of its draft and of the sources. */
import { expect, test } from "vitest";
import { statementsBeside } from "../../../server/src/checking/alignment/pairings.ts";
import { dayFeatures } from "../../../server/src/checking/date/days.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();
const DAY = "2025-12-20";

/** The features of the first date of a draft's sentence beside a source that was published on 10 December. */
function featuresOf(draft: string) {
  const reading = readDocument(readMarkdown(draft), DAY, cache);
  const index = new StatementIndex();
  const text = "The board met on 4 December in the harbour office.";
  index.add(readSource({ uri: "a.md", text, published: "2025-12-10" }, DAY, cache));
  const sentence = reading.sentences[0]!;
  const { pairings } = statementsBeside(reading, sentence, index);
  return dayFeatures(sentence.dates[0]!, null, { day: DAY, pairings });
}

test("the day of the draft, and what is ahead of it", () => {
  expect(featuresOf("The board met on 20 December 2025.")).toMatchObject({ "w.draftDay": 1, "w.toDraft": 0 });
  const ahead = featuresOf("The board meets on 29 December 2025.")["w.toDraft"]!;
  const gone = featuresOf("The board met on 11 December 2025.")["w.toDraft"]!;
  expect(ahead).toBeCloseTo(1);
  expect(gone).toBeCloseTo(-1);
});

test("the day on which a source was published", () => {
  expect(featuresOf("The board met on 10 December 2025.")["w.anySourceDay"]).toBe(1);
  expect(featuresOf("The board met on 9 December 2025.")["w.anySourceDay"]).toBe(0);
});

test("a length has no day", () => {
  expect(featuresOf("The board met for two days.")).toMatchObject({ "w.toDraft": 0, "w.draftDay": 0 });
});
