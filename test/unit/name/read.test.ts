import { describe, expect, test } from "vitest";
import { readNames } from "../../../server/src/kinds/name/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

/** Names as `text/type`, in order. */
function names(text: string, heading = false): string[] {
  return readNames(text, tokenize(text), heading).map((name) => {
    expect(text.slice(name.start, name.end)).toBe(name.text);
    return `${name.text}/${name.type}`;
  });
}

describe("names and what they are", () => {
  test.each<[string, string[]]>([
    ["The talks were held in Oslo and Tallinn.", ["Oslo/place", "Tallinn/place"]],
    [
      "The Ministry of Fisheries wrote to the Harbour and Coast Authority.",
      ["Ministry of Fisheries/organisation", "Harbour and Coast Authority/organisation"],
    ],
    [
      "It was Queen's University Belfast that asked HM Treasury.",
      ["Queen's University Belfast/organisation", "HM Treasury/organisation"],
    ],
    [
      "Pieter van der Berg met Dr Inês Tavares Brandão.",
      ["Pieter van der Berg/person", "Inês Tavares Brandão/person"],
    ],
    [
      "Finance Minister Birta Halls spoke for the U.S. and for NATO.",
      ["Birta Halls/person", "U.S./place", "NATO/organisation"],
    ],
    ["The Danes and the Norwegian side agreed.", ["Danes/group", "Norwegian/group"]],
    [
      "Helen Osei-Mensah chairs the Department for Skills and Work.",
      ["Helen Osei-Mensah/person", "Department for Skills and Work/organisation"],
    ],
    ["Washington, like Brussels, kept silent.", ["Washington/place", "Brussels/place"]],
    ["She quoted the Convention on Road Signs.", ["Convention on Road Signs/work"]],
    ["The plan came from Estonia’s minister.", ["Estonia/place"]],
    [
      "Treasury Board President Caroline Bright resigned.",
      ["Treasury Board/organisation", "Caroline Bright/person"],
    ],
    ["A. Merton said no.", ["A. Merton/person"]],
    ["Q. Professor Moncrieff was told.", ["Moncrieff/person"]],
    ["They asked Lord Farraday.", ["Farraday/person"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test("nations are tied to their country", () => {
    const text = "The Russians, Dutch firms and the American side met.";
    expect(readNames(text, tokenize(text)).map((name) => name.canonical)).toEqual([
      "Russia",
      "Netherlands",
      "United States",
    ]);
  });

  test("an honorific is known and stays outside", () => {
    const text = "Later Mr Kaldor left.";
    expect(readNames(text, tokenize(text))).toMatchObject([
      { text: "Kaldor", type: "person", honorific: "Mr" },
    ]);
  });
});

describe("no names", () => {
  test.each([
    "On Monday, 4 March, I went home.",
    "However, officials said so.",
    "Two of them stayed until January.",
    "Who organises the conference?",
    "The Permanent Representative thanked the Prime Minister.",
    "See Annex B.",
    "Q. You sent it on 3 February.",
    "A. The trainee did.",
  ])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });

  test("a heading in title case holds only what is known anyway", () => {
    expect(names("Ministers Back Plan For Harbour Fund In Oslo", true)).toEqual(["Oslo/place"]);
  });
});

test("a line of a million capitals is read in linear time", () => {
  const text = "Abc ".repeat(20_000);
  const tokens = Array.from({ length: 20_000 }, (_, i) => ({
    start: i * 4,
    end: i * 4 + 3,
    text: "Abc",
    lemma: "abc",
    pos: "PROPN" as const,
  }));
  const before = performance.now();
  expect(readNames(text, tokens).length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(2000);
});
