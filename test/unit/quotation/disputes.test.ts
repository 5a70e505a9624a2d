/** Whether two sources quote one utterance in other words, or other parts of it. */
import { describe, expect, it } from "vitest";
import { isOtherWording } from "../../../server/src/checking/quotation/disputes.ts";
import { createQuotationRule } from "../../../server/src/checking/quotation/quotations.ts";
import type { Finding } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

/** What is found in `quoted`, said by Ada Brandt, with a source that has it as in `stated`. */
function contradiction(quoted: string, stated: string): Finding | undefined {
  const source = readSource({ uri: "a.md", text: stated, title: "A" }, "2024-05-01", cache);
  const reading = readDocument(readMarkdown(`“${quoted},” Ada Brandt said.`), "2024-05-20", cache);
  const rule = createQuotationRule();
  return reading.sentences
    .flatMap((sentence) => rule(sentence, reading, { sources: [source], version: 1 }))
    .find(({ verdict }) => verdict === "contradicted");
}

const QUOTED = "We will rebuild the northern bridge before the winter and open it to lorries";

describe("another wording of one utterance", () => {
  it.each([
    ["a word", QUOTED.replace("winter", "summer")],
    ["a figure for a word", QUOTED.replace("the winter", "2026")],
    ["a negation", QUOTED.replace("will rebuild", "will not rebuild")],
  ])("%s", (_, stated) => {
    const found = contradiction(QUOTED, `“${stated},” Ada Brandt said.`);
    expect(found && isOtherWording(found)).toBe(true);
  });
});

describe("no other wording", () => {
  it.each([
    ["a shorter excerpt", "“We will rebuild the northern bridge,” Ada Brandt said."],
    ["words left out", `“${QUOTED.replace(" before the winter", "")},” Ada Brandt said.`],
    ["a longer excerpt", `“Nobody asked us. ${QUOTED}, not the ministry,” Ada Brandt said.`],
    ["another form of a word", `“${QUOTED.replace("will rebuild", "are rebuilding")},” Ada Brandt said.`],
    ["a word of grammar", `“${QUOTED.replace("before the winter", "before that winter")},” Ada Brandt said.`],
    [
      "a report in other words",
      `Ada Brandt said that they ${QUOTED.replace("We will", "would").replace("winter", "summer")}.`,
    ],
    ["somebody else's words", `“${QUOTED.replace("winter", "summer")},” Tom Reyes said.`],
    [
      "another translation",
      "“We shall build anew the crossing in the north by year's end and let lorries use it,” Ada Brandt said.",
    ],
  ])("%s", (_, stated) => {
    const found = contradiction(QUOTED, stated);
    expect(found !== undefined && isOtherWording(found)).toBe(false);
  });
});
