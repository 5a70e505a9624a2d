/** Who says what in news prose, quoted blocks, transcripts and indirect speech. */
import { describe, expect, it } from "vitest";
import { createAttributionReader } from "../../../server/src/kinds/speaker/read.ts";
import { CORPUS } from "./corpus.ts";
import { block, readAttributions, speakersOf } from "./support.ts";

describe("direct quotations", () => {
  it.each(CORPUS)("%s", (text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});

/** Reads paragraphs in a row with one reader and gives the speakers of the last. */
function lastOf(paragraphs: readonly string[]): (string | null)[] {
  const reader = createAttributionReader();
  return paragraphs.map((text) => speakersOf(text, reader)).at(-1)!;
}

describe("across paragraphs", () => {
  it.each([
    [
      ["Oda Brekken, the harbour master, wrote to the city.", "“The quay is safe,” Brekken said."],
      ["Oda Brekken"],
    ],
    [
      ["Oda Brekken, the harbour master, wrote to the city.", "“The quay is safe,” the harbour master said."],
      ["Oda Brekken"],
    ],
    [["Oda Brekken spoke last.", "“The quay is safe,” she said."], ["Oda Brekken"]],
    [["Oda Brekken, the harbour master, said:", "“The quay is as safe as a church.”"], ["Oda Brekken"]],
    [["The quay is closed.", "“The quay is as safe as a church.”"], [null]],
    [["“The quay is safe,” said Oda Brekken.", "“I walk on it every day.”"], ["Oda Brekken"]],
    [["“Is the quay safe?” asked Oda Brekken.", "“As a church.”"], [null]],
    [["Oda Brekken said: “The quay is safe.", "“It was built to last.”"], ["Oda Brekken"]],
    [['Oda Brekken said: "The quay is safe.', '"It was built to last."'], ["Oda Brekken"]],
  ] as const)("%j", (paragraphs, speakers) => {
    expect(lastOf(paragraphs)).toEqual(speakers);
  });
});

describe("quoted blocks", () => {
  it.each([
    ["The tide waits for no committee. — Oda Brekken, harbour master", null, "Oda Brekken"],
    ["The tide waits for no committee. (Oda Brekken)", null, "Oda Brekken"],
    ["The tide waits for no committee.", "— Oda Brekken, harbour master", "Oda Brekken"],
    ["The tide waits for no committee.", "That is Oda Brekken, who runs the harbour.", "Oda Brekken"],
    ["“The tide waits for no committee.”", "So says Oda Brekken, who runs the harbour.", "Oda Brekken"],
    ["“The tide waits for no committee.” (Oda Brekken)", null, "Oda Brekken"],
    ["The tide waits for no committee.", "The quay opens in May.", null],
  ])("%s | %s", (text, next, speaker) => {
    expect(speakersOf(text, createAttributionReader(), 1, next)).toEqual([speaker]);
  });

  it("names a quoted block by the line that leads in", () => {
    const reader = createAttributionReader();
    reader.read(block("The harbour master, Oda Brekken, has the line of the week:"));
    expect(speakersOf("The tide waits for no committee.", reader, 1)).toEqual(["Oda Brekken"]);
  });
});

describe("transcripts", () => {
  it.each([
    ["Oda Brekken: With the finding, yes. A letter is a letter.", "Oda Brekken"],
    ["Q4 Chair: Is a fourth round certain?", "Chair"],
    ["Q2 Robert Penn: I am told that most of it goes to the ports.", "Robert Penn"],
    ["Dr Colbert: That is not so.", "Colbert"],
  ])("%s", (text, speaker) => {
    const [first] = createAttributionReader().read(block(text)).flat();
    expect(first).toMatchObject({ canonical: speaker, direct: true });
  });

  it.each([
    "Agriculture: emissions fell by a fifth.",
    "Background: The quay closed in May.",
    "Next Steps Of Our Long Plan: none.",
  ])("takes “%s” for no turn of speech", (text) => {
    expect(createAttributionReader().read(block(text)).flat()).toEqual([]);
  });
});

describe("indirect speech", () => {
  it.each([
    ["Oda Brekken said that the quay would open in May.", "Oda Brekken", "the quay would open in May"],
    [
      "According to Norvia Telecom, the cable was cut on purpose.",
      "Norvia Telecom",
      "the cable was cut on purpose",
    ],
    [
      "The cable was cut on purpose, said a Danish officer.",
      "Danish officer",
      "The cable was cut on purpose",
    ],
    ["The cable was cut on purpose, Oda Brekken said.", "Oda Brekken", "The cable was cut on purpose"],
    ["The union believes that the offer is too low.", "union", "the offer is too low"],
    ["Norvia says the cable was cut.", "Norvia", "the cable was cut"],
  ])("%s", (text, speaker, content) => {
    const [first] = readAttributions(text);
    expect(first).toMatchObject({ canonical: speaker, direct: false, denied: false });
    expect(text.slice(first!.content.start, first!.content.end)).toBe(content);
  });

  it("marks what is denied", () => {
    expect(readAttributions("Norvia denied that the cable was cut.")[0]).toMatchObject({
      canonical: "Norvia",
      denied: true,
    });
  });

  it.each(["The quay opens in May.", "The council put the quay on its list.", "They call for help."])(
    "is silent on: %s",
    (text) => {
      expect(readAttributions(text)).toEqual([]);
    },
  );
});

it("gives title and name apart", () => {
  const text = '"It will depend on the data," said Deputy Governor Kristjan Thor.';
  const [first] = readAttributions(text);
  expect(text.slice(first!.speaker!.start, first!.speaker!.end)).toBe("Kristjan Thor");
  expect(text.slice(first!.role!.start, first!.role!.end)).toBe("Deputy Governor");
});

it("stays linear on hostile text", () => {
  const begin = performance.now();
  for (const text of ["said, ".repeat(3000), '"a" said '.repeat(2000), "X, who, ".repeat(2000)])
    readAttributions(text);
  expect(performance.now() - begin).toBeLessThan(4000);
});
