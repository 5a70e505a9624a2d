/** Tokens keep their place in any text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../../server/src/text/tokens.ts";

describe("tokenize", () => {
  it("gives lemma and part of speech", () => {
    const met = tokenize("They met on 4 May.").find((token) => token.text === "met");
    expect(met).toMatchObject({ start: 5, end: 8, lemma: "meet", pos: "VERB" });
  });

  it("leaves nothing but blanks between tokens, and each token is the text it stands on", () => {
    const words = fc.constantFrom(
      "met ",
      "can't ",
      "4–5",
      " 😀",
      "é",
      "中",
      "€2.4bn",
      "U.S.",
      "\n",
      "\u00a0",
      "￼",
      "“a”",
    );
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.array(words).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(at, token.start).trim()).toBe("");
          expect(text.slice(token.start, token.end)).toBe(token.text);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
      { numRuns: 60 },
    );
  });

  it("reads a long text in parts without losing a word", () => {
    const text = "seven states signed ".repeat(400).trim();
    expect(tokenize(text)).toHaveLength(1_200);
  });

  it("splits a text the same way whatever was read before", () => {
    const words = (text: string) => tokenize(text).map((token) => token.text);
    const before = words("It was last year's total.");
    tokenize("Listeria accounted for 26 of last year's. It was last year's.");
    expect(words("It was last year's total.")).toEqual(before);
  });

  it("splits cannot before a mark as anywhere else", () => {
    const lemmas = (text: string) => tokenize(text).map((token) => token.lemma);
    expect(lemmas("They cannot.")).toEqual(["they", "can", "not", "."]);
    expect(lemmas("They cannot go.")).toEqual(["they", "can", "not", "go", "."]);
  });

  it("keeps names with letters of any alphabet of Latin whole", () => {
    const texts = tokenize("Zdeňka Softić met Łukasz Benešová.").map((token) => token.text);
    expect(texts).toEqual(["Zdeňka", "Softić", "met", "Łukasz", "Benešová", "."]);
  });
});
