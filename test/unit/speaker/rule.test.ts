/** Who says it in a draft against who says it in the sources. */
import { describe, expect, it } from "vitest";
import { createSpeakerRule } from "../../../server/src/checking/speaker/speakers.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();
const SOURCE = `"Somewhere on this coast a buoy is lost every other night," said Oda Brekken, the harbour master.

Deputy Mayor Priya Rannick called the plan "bitter but not blind". The mayor, Karl Ostby, was silent. "I shall wait for
the audit," Ostby said later.

The plan for the pilots, said a Danish official, is "milder than anything we saw before".

Ms Tove Lind, who speaks for the dockers, said that the offer of nine cranes was an insult to the night shift.

**Dr Joan Pyke:** The body that pressed the button pays nothing at all.

The Coast Union said that it would sue. The Port Authority had no answer.

Rosa Kemp, the director general, and Nils Aaby, the deputy director general, met the press. "Every crane has a price and every
price has a crane," Aaby said.

Its director, Mireia Cost, denied that insurers had been slow. The trade ministry called the toll "a tax on small boats".

"Nobody has ever drowned in paperwork," said Tove Lind. Karl Ostby was not amused. "There is always a first wet desk."`;

const source = readSource(
  { uri: "a.md", text: SOURCE, title: "Harbour news", publisher: "Coast Wire" },
  "2024-05-01",
  cache,
);
const corpus: Corpus = { sources: [source], version: 1 };

function check(draft: string): Finding[] {
  const reading = readDocument(readMarkdown(draft), "2024-05-20", cache);
  const rule = createSpeakerRule();
  return reading.sentences.flatMap((sentence) => rule(sentence, reading, corpus));
}

describe("another speaker", () => {
  it.each([
    ["“A buoy is lost every other night,” said Karl Ostby.", "Karl Ostby", "Oda Brekken"],
    ["“A buoy is lost every other night,” Mr Ostby said.", "Mr Ostby", "Oda Brekken"],
    [
      "As Tove Lind put it, “the body that pressed the button pays nothing at all”.",
      "Tove Lind",
      "Joan Pyke",
    ],
    [
      "Dr Brekken warned that “the body that pressed the button pays nothing at all”.",
      "Dr Brekken",
      "Dr Pyke",
    ],
    [
      "One Finnish official calls the plan “milder than anything we saw before”.",
      "One Finnish official",
      "one Danish official",
    ],
    ["Coast Union: “bitter but not blind”, as the Coast Union put it.", "the Coast Union", "Priya Rannick"],
    [
      "“Every crane has a price and every price has a crane,” as the director general has it.",
      "the director general",
      "Nils Aaby",
    ],
    ["> A buoy is lost every other night.\n>\n> — Karl Ostby", "Karl Ostby", "Oda Brekken"],
    ["“A buoy is lost every other night.” (Karl Ostby)", "Karl Ostby", "Oda Brekken"],
  ])("%s", (draft, actual, expected) => {
    const wrong = check(draft).filter((finding) => finding.verdict === "contradicted");
    expect(wrong.map((finding) => [finding.actual, finding.expected])).toEqual([[actual, expected]]);
  });
});

it("takes the body with the person that speaks for it", () => {
  const [first] = check("“A buoy is lost every other night,” Tove Lind of the Coast Union warned.");
  expect(first).toMatchObject({
    verdict: "contradicted",
    actual: "Tove Lind of the Coast Union",
    expected: "Oda Brekken",
  });
});

describe("another speaker, told in few words", () => {
  it.each([
    ["Karl Ostby denied that insurers were slow.", "Karl Ostby"],
    [
      "It was the Dockers' Federation that called the toll “a tax on small boats”.",
      "the Dockers' Federation",
    ],
  ])("%s", (draft, actual) => {
    const wrong = check(draft).filter((finding) => finding.verdict === "contradicted");
    expect(wrong.map((finding) => finding.actual)).toEqual([actual]);
  });
});

describe("the same speaker", () => {
  it.each([
    "“A buoy is lost every other night,” said Brekken.",
    "“A buoy is lost every other night,” said the harbour master.",
    "A Danish official calls the plan “milder than anything we saw before”.",
    "According to Joan Pyke, “the body that pressed the button pays nothing at all”.",
    "The deputy mayor called the plan “bitter but not blind”.",
    "“I shall wait for the audit,” said Mayor Karl Ostby.",
  ])("%s", (draft) => {
    expect(check(draft).map((finding) => finding.verdict)).toEqual(["supported"]);
  });
});

describe("nothing is said of", () => {
  it.each([
    "Coast Wire reports that “a buoy is lost every other night”.",
    "The press release says that “a buoy is lost every other night”.",
    "“A buoy is lost every other night,” she said.",
    "It is said that “a buoy is lost every other night”.",
    "Tove Lind warned: “There is always a first wet desk.”",
    "The Port Authority calls the plan “bitter but not blind”.",
    "Karl Ostby said that “nobody will ever read this sentence”.",
    "Officials say the plan is “milder than anything we saw before”.",
    "Karl Ostby said that the cranes are new.",
    "Karl Ostby said that insurers had been slow.",
    "The ministry calls the toll “a tax on small boats”.",
  ])("%s", (draft) => {
    expect(check(draft).filter((finding) => finding.verdict === "contradicted")).toEqual([]);
  });
});
