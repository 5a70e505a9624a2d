import { describe, expect, test } from "vitest";
import { checkNames } from "../../../server/src/checking/name/names.ts";
import { checkRoles } from "../../../server/src/checking/role/roles.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const source = `Harbour ministers ended their talks in Tallinn on Friday. The next meeting will be held in Rabat in the spring of 2027.

A motion for a permanent secretariat was tabled by Portugal and withdrawn. The separate vote on patrols had been requested by Cuba.

A working group, led jointly by Norway and Chile, will examine the financing of repair ships. The Rescue Fund pays for the survey of wrecks.

The winches, from Chile, have been bought for the quay. This is the inventory of wrecks by Aldan Water. It lists 61 hulls. China, which bought 57 percent of the scrap, has not paid. The Board would decide before the end of the year whether older buoys stay.

A panel chaired by Professor Lena Frost of Bergen met. The plan to buy Polaris Towing of Malmo was dropped. Arto Niemi of Finland agreed with Blue Anchor, a Lima charity. Tarrant Lines has an office in Hull. Tarrant Lines, a shipping firm based in Perth, paid.

Rita Moss, who heads the chart unit, met Bo Lind, vice-chair of the dive club.

The harbour council of Velland granted the berths. A similar scheme with Chile brought 412 divers. The ropes came from Lorkin, a company in Porto.

“Ships wait too long,” said Garrett Malmquist, deputy director for safety at the Norland Harbour Agency. Its managing director, Paulo Ferraz, opened the exhibition of dredgers.
`;

const cache = createSentenceCache();

function check(draft: string, rule: typeof checkNames | typeof checkRoles): Finding[] {
  const read = (text: string) => readDocument(readMarkdown(text), "2026-05-01", cache);
  const corpus: Corpus = {
    sources: [{ ...read(source), uri: "a.md", title: "A", publisher: null, published: null, url: null }],
    version: 1,
  };
  const reading = read(draft);
  return reading.sentences.flatMap((sentence) => rule(sentence, reading, corpus));
}

/** The draft with the first correction of each contradicted claim, or null where none is. */
function corrected(draft: string, rule: typeof checkNames | typeof checkRoles): string | null {
  const wrong = check(draft, rule).filter((finding) => finding.verdict === "contradicted");
  if (wrong.length === 0) return null;
  return wrong.reduceRight((text, { sentence, replacements }) => {
    const { span, newText } = replacements[0]!;
    const at = sentence.block.prose.toSource({
      start: sentence.span.start + span.start,
      end: sentence.span.start + span.end,
    });
    return text.slice(0, at.start) + newText + text.slice(at.end);
  }, draft);
}

describe("another name in the same place", () => {
  test.each([
    [
      "The next meeting will be held in Lima in spring 2027.",
      "The next meeting will be held in Rabat in spring 2027.",
    ],
    [
      "The separate vote on patrols was requested by Iran.",
      "The separate vote on patrols was requested by Cuba.",
    ],
    [
      "A working group led by Norway and Peru will examine financing.",
      "A working group led by Norway and Chile will examine financing.",
    ],
    ["We need winches bought from Peru for every quay.", "We need winches bought from Chile for every quay."],
    [
      "An inventory of wrecks by Tarrant Vale was ready in April.",
      "An inventory of wrecks by Aldan Water was ready in April.",
    ],
    ["The Tide Fund pays for the survey of wrecks.", "The Rescue Fund pays for the survey of wrecks."],
    [
      "The experts, under Lena Frost of Leeds, met twice.",
      "The experts, under Lena Frost of Bergen, met twice.",
    ],
    ["They meant Polaris Towing, the Narvik firm.", "They meant Polaris Towing, the Malmo firm."],
    ["They thanked Norway’s Arto Niemi.", "They thanked Finland’s Arto Niemi."],
    ["They thanked the Dakar charity Blue Anchor.", "They thanked the Lima charity Blue Anchor."],
    [
      "Our earlier scheme with Peru employed 412 people.",
      "Our earlier scheme with Chile employed 412 people.",
    ],
    ["It was made by Lorkin, of Dakar.", "It was made by Lorkin, of Porto."],
    ["Next meeting: Lima, in spring 2027.", "Next meeting: Rabat, in spring 2027."],
    ["“Too long,” says Gareth Malmquist of the agency.", "“Too long,” says Garrett Malmquist of the agency."],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, checkNames)).toBe(expected);
    expect(corrected(expected, checkNames)).toBeNull();
  });
});

describe("silence about names", () => {
  test.each([
    ["a container", "The next meeting will be held in Morocco in spring 2027."],
    ["a capital for its government", "The separate vote on patrols was requested by Havana."],
    ["another fact of the same words", "Our own committee will meet in Lima in spring."],
    ["a name that the source gives too", "Norway will examine the financing with Chile."],
    ["another act in few words", "The Council decides by the end of January."],
    ["another share of the same thing", "Japan bought 12 percent of the exports."],
    ["another kind of the same thing", "We need pumps bought from Peru for every ship."],
    ["a country for a town", "The experts, under Lena Frost of Norway, met twice."],
    ["another holder", "The experts, under Lars Frost of Leeds, met twice."],
    ["a scheme of another size", "Our earlier scheme with Peru employed 298 people."],
    ["another country's body", "Elsewhere the harbour council of Osterland refused berths to two dairies."],
    ["a second seat", "They thanked Tarrant Lines of Hull."],
    ["no source", "Sweden bought a fleet of trams."],
  ])("%s", (_, draft) => {
    expect(corrected(draft, checkNames)).toBeNull();
  });

  test("a name that agrees is supported, with its passage", () => {
    const found = check("The next meeting will be held in Rabat in spring 2027.", checkNames);
    expect(found).toMatchObject([{ kind: "name", verdict: "supported", actual: "Rabat" }]);
    expect(found[0]!.passages[0]!.sentence.text).toContain("will be held in Rabat");
  });
});

describe("a wrong role", () => {
  test.each([
    [
      "Garrett Malmquist, director for safety, complains.",
      "Garrett Malmquist, deputy director for safety, complains.",
    ],
    [
      "Garrett Malmquist is a deputy director for fisheries there.",
      "Garrett Malmquist is a deputy director for safety there.",
    ],
    ["The chairman, Paulo Ferraz, opened it.", "The managing director, Paulo Ferraz, opened it."],
    ["**Secretary General** Paulo Ferraz opened it.", "**Managing Director** Paulo Ferraz opened it."],
  ])("%s", (draft, expected) => {
    expect(corrected(draft, checkRoles)).toBe(expected);
    expect(check(expected, checkRoles)).toMatchObject([{ kind: "role", verdict: "supported" }]);
  });
});

test("a role that a verb gives is told as a title, and a title as the verb", () => {
  const found = check(
    "The general manager, Rita Moss, and Bo Lind, who chairs the dive club, left.",
    checkRoles,
  );
  expect(found.map(({ replacements, message }) => [replacements[0]?.newText, message])).toEqual([
    ["head of the chart unit", "Rita Moss heads the chart unit in “A”."],
    ["is vice-chair of", "Bo Lind is vice-chair of the dive club in “A”."],
  ]);
});

describe("silence about roles", () => {
  test.each([
    "Paulo Ferraz, who heads the Agency, opened it.",
    "Paulo Ferraz, a professor of law, opened it.",
    "The official, Garrett Malmquist, complains.",
    "Deputy director Garrett Malmquist complains.",
    "The mayor, Anna Ferraz, opened it.",
    "Paulo Ferraz was a minister until 2019.",
  ])("%s", (draft) => {
    expect(corrected(draft, checkRoles)).toBeNull();
  });
});
