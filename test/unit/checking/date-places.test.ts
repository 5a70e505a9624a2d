/** Dates of a source that deny nothing, for where they stand or for what the claim's words make of it. */
import { expect, test } from "vitest";
import { statementsBeside } from "../../../server/src/checking/alignment/pairings.ts";
import { dateKind } from "../../../server/src/checking/date/kind.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

/** Whether the first date of a draft's sentence may be denied by any of a source's. */
function denied(draft: string, source: string): boolean {
  const reading = readDocument(readMarkdown(draft), "2025-12-20", cache);
  const index = new StatementIndex();
  index.add(readSource({ uri: "a.md", text: source }, "2025-12-20", cache));
  const sentence = reading.sentences[0]!;
  const [claim] = dateKind.claims(sentence);
  return statementsBeside(reading, sentence, index).pairings.some((pairing) =>
    dateKind
      .values(pairing.statement.sentence)
      .some(
        (value) =>
          claim !== undefined &&
          dateKind.compare(claim, value) === "conflicts" &&
          dateKind.comparable(claim, value, pairing),
      ),
  );
}

test.each([
  [
    "a day that the heading tells",
    "The deputy spoke on 22 May.",
    "# Hearing of 22 May 2025\n\nThe deputy spoke of 6 May.",
  ],
  [
    "the year in a number",
    "It replaces the decree of 2016.",
    "It applies from 1 March 2025 and replaces Decree 44/2016.",
  ],
  [
    "a wish",
    "The tank deadline is the end of 2027.",
    "The guild wants the tank deadline moved to the end of 2028.",
  ],
  [
    "what is compared with",
    "Refugees numbered 900 on 25 August.",
    "There are 900 refugees, 70 more than on 25 July.",
  ],
  [
    "what the draft compares with",
    "The fee is a quarter higher than in December.",
    "The fee rose in January from 1,200 lira.",
  ],
  [
    "what another figure is compared with",
    "Visits came to 97 in September.",
    "Visits have begun to fall: 58, against 97 in August.",
  ],
  ["what a figure rose from", "The queue was 58 in July.", "The queue grew from 44 in June to 58."],
  [
    "the deadline of another act",
    "Parliament passed the bill on 24 April.",
    "The cabinet will lay the bill before parliament by 4 April.",
  ],
  ["what used to be", "Customs used to take nine days.", "Customs takes four days."],
  ["what should have been", "The jail should have opened in 2027.", "The jail will open in spring 2028."],
  ["a difference", "The tests were cut by eight days.", "The tests took two days."],
  ["more of it", "The guild asked for one year more.", "Members of the guild waited 14 months."],
  [
    "an offset",
    "We hand it in on 2 July, eight days before the review.",
    "The review is due on 10 July 2025.",
  ],
  [
    "one bound turned round",
    "Breaches from before August 2025 go free.",
    "No fines can be imposed for breaches before 1 August 2025.",
  ],
  [
    "no report until then",
    "The officers need not report until July.",
    "The officers were asked to report by July.",
  ],
  [
    "done by then",
    "By the end of July parliament had passed the bill.",
    "The bill was approved on 16 July 2025.",
  ],
  [
    "a year from then",
    "Cameras are due a year from next month.",
    "Cameras are compulsory from 1 January 2027.",
  ],
])("nothing follows from %s", (_name, draft, source) => {
  expect(denied(draft, source)).toBe(false);
});

test.each([
  ["The deputy spoke on 22 May.", "The deputy spoke on 6 May 2025."],
  ["The tank deadline is the end of 2027.", "The tank deadline is the end of 2028."],
  ["Customs takes nine days.", "Customs takes four days."],
  ["The jail will open in 2027.", "The jail will open in spring 2028."],
  ["The tests took eight days.", "The tests took two days."],
  ["Training takes 28 days.", "Training goes up from 18 to 25 days."],
  ["The app is usable until the end of 2025.", "The app can be used until 30 September 2025."],
  ["Spraying is forbidden until 4 p.m.", "Spraying is forbidden from 7 a.m. to 6 p.m."],
  ["The peak month was August.", "The peak month was July."],
])("%s is denied by %s", (draft, source) => {
  expect(denied(draft, source)).toBe(true);
});
