/**
 * What two figures in their sentences have to do with each other: a remainder is no whole, and a bound under a denial
 * is not held against one that reads the same.
 */
import { describe, expect, test } from "vitest";
import type { Pairing } from "../../../server/src/checking/align.ts";
import { quantityKind } from "../../../server/src/checking/quantity-kind.ts";
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
