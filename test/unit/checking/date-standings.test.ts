/** What two dates tell of one another by where they stand and how they are told, whatever their days. */
import { expect, test } from "vitest";
import { formFeatures } from "../../../server/src/checking/date-forms.ts";
import { standingFeatures } from "../../../server/src/checking/date-standings.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function first(text: string) {
  const sentence = readDocument(readMarkdown(text), "2025-12-20", cache).sentences[0]!;
  return { sentence, date: sentence.dates[0]! };
}

function standings(claim: string, source: string) {
  const [mine, theirs] = [first(claim), first(source)];
  return standingFeatures(mine.sentence, mine.date, theirs.sentence, theirs.date);
}

test("a stage is the same, another one, or told by one side", () => {
  expect(standings("The Act was signed on 3 May.", "It was signed on 4 May.").stage).toBe(1);
  expect(standings("The Act was signed on 3 May.", "It was published on 4 May.").stage).toBe(-1);
  expect(standings("The Act was signed on 3 May.", "The day of it was 4 May.").stage).toBe(0.5);
});

test("a mean and an extreme are no one length", () => {
  const found = standings("It took 12 days on average.", "The longest took 30 days.");
  expect(found).toMatchObject({ "t-typical": -1, "t-extreme": -2, "t-allowed": 0 });
});

test("a year may name a thing", () => {
  expect(standings("The 2019 election was close.", "They voted in 2017.")["t-named"]).toBe(-1);
  expect(standings("The 2019 election was close.", "The 2017 election was closer.")["t-named"]).toBe(1);
});

test("another clause of the sentence says nothing", () => {
  const found = standings("It closed on 3 May, while the longest stay was a year.", "It closed on 4 May.");
  expect(found).toMatchObject({ "t-extreme": 0, "t-ends": 1 });
});

test("a form says how finely, how vaguely and from where a date is told", () => {
  const [spring, day] = [first("It was in the spring.").date, first("It was yesterday.").date];
  const found = formFeatures(spring, day);
  expect(found).toMatchObject({ mineVague: 1, theirsVague: 0, mineRelative: 0, theirsRelative: 1 });
  expect(found.mineFine).toBeGreaterThan(found.theirsFine!);
});
