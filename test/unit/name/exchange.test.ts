import { describe, expect, test } from "vitest";
import { checkNames } from "../../../server/src/checking/name/names.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = `Portugal remains the largest buyer of dried kelp, as in every year since 2004. Chile sells none.

The University of Tromso is to evaluate the tagging trial by the end of March 2027. A separate study of nets was given to the University of Kiel.

Harbour masters will notify the Buoy Registry within 48 hours of any light that they suspect was tampered with.

The Coast Watch Centre of Norway (CWC) attributes the leak to RedGannet "with high confidence".

Two ports voted against the berth levy: Esbjerg and Porto. Bergen abstained.

We are talking to one yard in Norway and one in Chile about the pontoon barges.

Peru and Ghana asked for a longer survey of the reef. Kenya and Ghana will host the wreck exhibition in May.

In 2025 the Tide Fund bought 214 sonar sets for the island schools.

Nordbank confirmed deletion of the crew lists on 3 July 2025. The Ministry of Fisheries has asked for a copy.

There is no trust in Dredgeon. The plan for the coming meeting, the inspector said, is softer than the earlier efforts to limit Dredgeon's influence.

Mirela Tarn, who chairs the Committee on Lights, called for the audit to be shown to members in private. Ugo Brandt chairs the Committee on Nets.
`;

const cache = createSentenceCache();

function wrong(draft: string): Finding[] {
  const read = (text: string) => readDocument(readMarkdown(text), "2026-05-01", cache);
  const corpus: Corpus = {
    sources: [{ ...read(source), uri: "a.md", title: "A", publisher: null, published: null, url: null }],
    version: 1,
  };
  const reading = read(draft);
  return reading.sentences
    .flatMap((sentence) => checkNames(sentence, reading, corpus))
    .filter(({ verdict }) => verdict === "contradicted");
}

describe("the rest of the clause is the source's, the name is not", () => {
  test.each([
    ["The largest buyer of dried kelp is still Morocco, as in every year since 2004.", "Morocco", "Portugal"],
    [
      "It is the University of Leiden that will evaluate the tagging trial, by the end of March 2027.",
      "University of Leiden",
      "University of Tromso",
    ],
    [
      "The Coast Watch Centre of Norway (CWC) holds BlueHeron responsible for the leak, with high confidence.",
      "BlueHeron",
      "RedGannet",
    ],
    ["Seabank confirmed deletion of the crew lists in July 2025.", "Seabank", "Nordbank"],
    [
      "Olga Frisch, who chairs the Committee on Lights, wants the audit shown to members in private.",
      "Olga Frisch",
      "Mirela Tarn",
    ],
  ])("%s", (draft, actual, expected) => {
    expect(wrong(draft)).toMatchObject([{ kind: "name", actual, expected }]);
  });

  test.each([
    [
      "the name that the source has",
      "The largest buyer of dried kelp is still Portugal, as in every year since 2004.",
    ],
    ["another clause of few words", "The largest ship is still Morocco, which everybody knows."],
    ["another year", "The largest buyer of dried kelp was Morocco, as in every year since 1990."],
    ["a body of several for its branch", "A Fund bought 214 sonar sets for the island schools in 2025."],
    ["a town for a country", "The largest buyer of dried kelp is still Lisbon, as in every year since 2004."],
    ["a name without a sentence of its own", "Seabank asked for the crew lists."],
    ["a feast day", "The audit is to be shown to members of the Committee on Lights before New Year."],
    ["what a firm said, not did", "Seabank confirmed that crew lists of July 2025 need no deletion."],
    [
      "a town for a firm that once stands behind “in”",
      "The inspector calls the plan for Prague softer than the earlier efforts to limit influence.",
    ],
    ["a speaker", "“The leak was found with high confidence by the coast watch,” said Rolf Eide."],
    ["a name that stands beside the source's sentence", "The largest buyer of dried kelp is still Chile."],
  ])("silent: %s", (_, draft) => {
    expect(wrong(draft)).toEqual([]);
  });
});

describe("a list with one member exchanged", () => {
  test.each([
    ["Esbjerg and Cadiz voted against the levy on berths.", "Cadiz", "Porto"],
    ["They are talking to two yards about barges, one in Norway and one in Peru.", "Peru", "Chile"],
  ])("%s", (draft, actual, expected) => {
    expect(wrong(draft)).toMatchObject([{ kind: "name", actual, expected }]);
  });

  test.each([
    ["the same list the other way round", "Porto and Esbjerg voted against the levy on berths."],
    ["a list of another length", "Esbjerg, Cadiz and Porto voted against the levy on berths."],
    ["another fact of the same name", "Esbjerg and Cadiz have new ferries."],
    ["names that a source lists together", "Kenya and Ghana asked for the exhibition of wrecks in May."],
  ])("silent: %s", (_, draft) => {
    expect(wrong(draft)).toEqual([]);
  });
});
