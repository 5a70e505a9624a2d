/** Quotations of drafts against sources: what is called altered, and what is left alone. */
import { describe, expect, it } from "vitest";
import { createQuotationRule } from "../../../server/src/checking/quotation/quotations.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();
const read = (text: string, uri = "harbour.md") =>
  readSource({ uri, text, title: "Harbour news" }, "2024-05-01", cache);

const SOURCE = `The council met on Monday to discuss the pier and its cranes.

"Somewhere on this coast a buoy is lost every other night, and nobody looks until the second one goes," said Oda
Brekken, the harbour master. "That is not neglect. That is how neglect begins."

Deputy Mayor Priya Rannick called the plan "bitter but not blind" and praised the pilots. The delay, she said, was
"a failure of ordering, not of supply".

The plan for the pilots, said a Danish official, is "milder" than the last one.

"Half of my customers come by sea," said Mai Tran, a baker. "I want all of them to land here."

**Joan Pyke:** With the finding, yes. The body that pressed the button pays nothing at all.`;

const corpus: Corpus = { sources: [read(SOURCE)], version: 1 };

function check(draft: string, against: Corpus = corpus): Finding[] {
  const reading = readDocument(readMarkdown(draft), "2024-05-20", cache);
  const rule = createQuotationRule();
  return reading.sentences.flatMap((sentence) => rule(sentence, reading, against));
}

function corrected({ sentence, replacements }: Finding): string {
  let text = sentence.text;
  for (const { span, newText } of [...replacements].sort((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return text;
}

describe("altered words are found and restored", () => {
  it.each([
    [
      "Brekken said that a buoy is lost “every night, and nobody looks until the second one goes”.",
      "every night",
      "every other night",
    ],
    ["“Nobody looks until the third one goes,” says Oda Brekken.", "third", "second"],
    ["Oda Brekken was blunt: “That is not a neglect. That is how neglect begins.”", "a neglect", "neglect"],
    ["Priya Rannick called the plan “bitter but blind”.", "but blind", "but not blind"],
    [
      "The delay, Rannick said, was “a failure of supply, not of ordering”.",
      "supply, not of ordering",
      "ordering, not of supply",
    ],
    ["A Danish official calls the plan for the pilots “bolder” than the last.", "bolder", "milder"],
    [
      "Joan Pyke had the best line: “The body that pressed the button pays little at all.”",
      "little",
      "nothing",
    ],
    ["> Half of my customers come by land. I want all of them to land here.", "land", "sea"],
  ])("%s", (draft, actual, expected) => {
    const wrong = check(draft).filter((finding) => finding.verdict === "contradicted");
    expect(wrong.map((finding) => [finding.actual, finding.expected])).toEqual([[actual, expected]]);
    expect(wrong[0]!.message).toContain(`“${expected}”`);
    const again = check(corrected(wrong[0]!)).filter((finding) => finding.verdict === "contradicted");
    expect(again).toEqual([]);
  });
});

describe("fair quotations are supported", () => {
  it.each([
    "Brekken said that “a buoy is lost every other night”.",
    "“[A] buoy is lost … and nobody looks until the second one goes,” said Brekken.",
    "> Half of my customers come by sea. I want all of them to land here.\n>\n> — Mai Tran, baker",
    "Joan Pyke: “The body that pressed the button pays nothing at all.”",
    "Rannick found the plan “bitter but not blind”.",
  ])("%s", (draft) => {
    const verdicts = check(draft).map((finding) => finding.verdict);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(new Set(verdicts)).toEqual(new Set(["supported"]));
  });
});

describe("nothing is called altered", () => {
  it.each([
    "The “smart” pier opens in May.",
    "A leaflet claims that “nine cranes will vanish” by June.",
    '| You may hear | You may say |\n| --- | --- |\n| "Half of our customers come by sea." | So does our fish. |',
    "Our own motto is “look before the second one sinks”.",
    "The law says that “every harbour shall have a master of its own”.",
    "He calls the budget “bolder” than the last.",
    "The council met on Tuesday to discuss the pier and its ships.",
    "Nobody can tell whether “the plan is milder than the pier”.",
  ])("%s", (draft) => {
    expect(check(draft).filter((finding) => finding.verdict === "contradicted")).toEqual([]);
  });
});

it("follows the sources as they come and go", () => {
  const rule = createQuotationRule();
  const reading = readDocument(
    readMarkdown("Brekken said that “a buoy is lost every other night”."),
    "2024-05-20",
    cache,
  );
  const verdicts = (against: Corpus) =>
    reading.sentences.flatMap((one) => rule(one, reading, against)).map(({ verdict }) => verdict);
  const [first] = corpus.sources;
  expect(verdicts({ sources: [first!], version: 1 })).toEqual(["supported"]);
  expect(verdicts({ sources: [read("Nothing of the kind.", "b.md")], version: 2 })).toEqual(["unsupported"]);
  expect(verdicts({ sources: [read("Nothing of the kind.", "b.md"), first!], version: 3 })).toEqual([
    "supported",
  ]);
});
