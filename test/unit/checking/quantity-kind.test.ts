/**
 * What two figures in their sentences have to do with each other: a remainder is no whole, and a bound under a denial
 * is not held against one that reads the same.
 */
import { describe, expect, test } from "vitest";
import type { Pairing } from "../../../server/src/checking/alignment/align.ts";
import { quantityKind } from "../../../server/src/checking/quantity/kind.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function figure(text: string, words: string) {
  const sentence = readDocument(readMarkdown(text), "2025-06-01", cache).sentences[0]!;
  const value = quantityKind.claims(sentence).find((one) => one.text.includes(words));
  if (!value) throw new Error(`no figure “${words}” in “${text}”`);
  return { sentence, value };
}

function relation(claim: [string, string], source: [string, string]): string {
  const [mine, theirs] = [figure(...claim), figure(...source)];
  const pairing = { query: { sentence: mine.sentence }, statement: { sentence: theirs.sentence } } as Pairing;
  if (!quantityKind.comparable(mine.value, theirs.value, pairing)) return "apart";
  return quantityKind.compare(mine.value, theirs.value);
}

describe("a remainder", () => {
  const done: [string, string] = ["Of the 46 million, 29 million have been spent.", "29 million"];

  test("is not held against what is done", () => {
    expect(relation(["Some 17 million remain to be spent.", "17 million"], done)).toBe("apart");
    expect(relation(["Some 17 million have still to be spent.", "17 million"], done)).toBe("apart");
    expect(relation(["They have spent 17 million so far.", "17 million"], done)).toBe("conflicts");
  });

  test("may be told by what it leaves out", () => {
    const mild: [string, string] = ["Sixty-one of the events were mild.", "Sixty-one"];
    expect(relation(["All but three of the events were mild.", "three"], mild)).toBe("apart");
    expect(relation(["Some fifty events were mild.", "fifty"], mild)).toBe("conflicts");
  });

  test("agrees with a remainder", () => {
    expect(
      relation(
        ["Another 17 million remain to be paid.", "17 million"],
        ["Another 17 million are outstanding.", "17"],
      ),
    ).toBe("agrees");
  });
});

describe("a bound under a denial", () => {
  test("is turned round", () => {
    expect(
      relation(
        ["No district will receive more than 12 nurses.", "12"],
        ["Each district receives at most 12 nurses.", "12"],
      ),
    ).toBe("agrees");
  });

  test("is not held against the same words", () => {
    expect(
      relation(
        ["It did not accept that contracts above $5 million should need consent.", "$5 million"],
        ["Contracts of more than 5 million dollars are the business of the cities.", "5 million"],
      ),
    ).not.toBe("conflicts");
  });
});

describe("figures that tell of different things", () => {
  test("what is not insured is held against nothing that is", () => {
    const covered: [string, string] = [
      "The damage was 2.7 million, of which insurance covers 2.2 million.",
      "2.2",
    ];
    expect(relation(["Damage: 2.7 million, of which half a million is not insured.", "half"], covered)).toBe(
      "apart",
    );
    expect(relation(["Of the damage half a million is insured.", "half"], covered)).toBe("conflicts");
  });

  test("one of two rates may be left out", () => {
    const both: [string, string] = ["The ministry spends £48,300 a year on each place.", "48,300"];
    expect(relation(["The prison costs £48,300 a place.", "48,300"], both)).toBe("apart");
    expect(relation(["The prison costs £48,300 a month.", "48,300"], both)).toBe("conflicts");
  });

  test("a figure of another year where the statement has one of the draft's own", () => {
    const two = "It carried 312 million letters in 2023, less than half of the 680 million of 2010.";
    const draft: [string, string] = ["In 2010 the post carried 680 million letters.", "680"];
    expect(relation(draft, [two, "312"])).toBe("apart");
    expect(relation(draft, [two, "680"])).toBe("agrees");
    expect(relation(draft, ["It carried 312 million letters in 2023.", "312"])).toBe("conflicts");
  });

  test("figures that differ thousandfold and count different things", () => {
    const staff: [string, string] = ["The airport employs 6,200 people.", "6,200"];
    expect(relation(["The airport handles some 157 million a year.", "157"], staff)).toBe("apart");
  });
});
