import { describe, expect, test } from "vitest";
import { compareNames } from "../../../server/src/kinds/name/compare.ts";
import { readNames } from "../../../server/src/kinds/name/read.ts";
import { collectNames } from "../../../server/src/kinds/name/registry.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

function resolve(...texts: string[]) {
  const sentences = texts.map((text) => ({ text, names: readNames(text, tokenize(text)) }));
  const { registry, resolve } = collectNames(sentences);
  return { registry, names: sentences.map(resolve) };
}
const canonicals = (...texts: string[]): string[][] =>
  resolve(...texts).names.map((names) => names.map((name) => name.canonical));

describe("one document", () => {
  test("a surname is the person of that surname", () => {
    expect(
      canonicals("Robert Kaldor opened the meeting.", "Mr Kaldor thanked them.", "Later Kaldor left."),
    ).toEqual([["Robert Kaldor"], ["Robert Kaldor"], ["Robert Kaldor"]]);
  });

  test("a surname that two bear is left as it is", () => {
    expect(canonicals("Robert Kaldor met Anna Kaldor.", "Later Mr Kaldor left.")[1]).toEqual(["Kaldor"]);
  });

  test("an abbreviation in brackets, and by its initials", () => {
    const names = canonicals(
      "The Norland Harbour Agency (NHA) wrote.",
      "The NHA waits.",
      "Later the Coastal Rescue Fund paid and the CRF closed.",
    );
    expect(names).toEqual([
      ["Norland Harbour Agency", "Norland Harbour Agency"],
      ["Norland Harbour Agency"],
      ["Coastal Rescue Fund", "Coastal Rescue Fund"],
    ]);
  });

  test("'the Agency' is the one agency; of two it may be either", () => {
    expect(canonicals("The Norland Harbour Agency wrote.", "Then the Agency closed.")[1]).toEqual([
      "Norland Harbour Agency",
    ]);
    expect(
      canonicals("The Norland Harbour Agency wrote to the Road Agency.", "Then the Agency closed.")[1],
    ).toEqual(["Agency"]);
  });

  test("a capital owed to the place is no name unless the document shows that it is", () => {
    expect(canonicals("Shops closed early.", "Some shops stayed.")).toEqual([[], []]);
    expect(canonicals("Kaldor closed early.", "They asked Kaldor.")[0]).toEqual(["Kaldor"]);
  });

  test("the same mentions give the same registry", () => {
    const texts = ["Robert Kaldor met the Norland Harbour Agency (NHA).", "Kaldor thanked the NHA."];
    expect(canonicals(...texts)).toEqual(canonicals(...texts));
  });
});

test("two names: a short form here, the full name there", () => {
  expect(compareNames("NHA", "Norland Harbour Agency")).toBe("same");
  expect(compareNames("Kaldor", "Robert Kaldor")).toBe("same");
  expect(compareNames("Madrid", "Spain")).toBe("metonym");
  expect(compareNames("Portugal", "Spain")).toBe("different");
});
