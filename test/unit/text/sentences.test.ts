/** Where sentences end; a "|" in a case marks an end. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SENTENCE, splitProse } from "../../../server/src/text/sentences.ts";

const CASES: readonly string[] = [
  "Mr. Smith met Dr. Jones.|He left.",
  "He lives in the U.S.|The law passed.",
  "The U.S. Senate voted.",
  "The U.K. Government replied on Dec. 5.|It was late.",
  "See No. 5 and p. 12, e.g. Annex A.",
  "He said no.|Then he left.",
  "It ended at 5 p.m.|The crowd left.",
  "It ended at 5 p.m.|Delegates left.",
  "It ended at 5 p.m. Tuesday in Rome.",
  "J. R. Smith wrote to J.R. Tolman.",
  "It rose by 3.5 percent to 1.2 million.",
  '"It is the wrong one," said Anna Berg.|He went.',
  "“Nobody was told.”|He sat down.",
  '"Why?" he asked.|"Because."',
  '"Why now?" Mr. Lee asked.',
  "“It works!” Kim Roe said.|He left.",
  "“Why?” the minister asked.|“Why not?”",
  "Wait… what?|He came.",
  "Well ... he came.|Really...",
  "It failed; nobody knew: the end.",
  "He (the clerk) left.|(It rained.)|She stayed.",
  "“One.|Two three.|Four,” he said.",
  "Acme Inc. bought Beta Corp. in 2019.|It grew.",
  "St. Louis hosts it.|On Jan. 3 we go.",
  "1. The fee is due.",
  "It was Plan B.|Then we went.",
  "It was George W. Rush.|Then others came.",
  "It was on 5 May 2019.|30 countries came.",
  "It cost $5.|That is cheap.",
  "Prices rose.|iPhone sales fell.",
  "He came.[1]|She left.",
  '"Stop."|"Go."',
  "Ask approx. 30 people vs. 40 last year etc. and more.",
  "In Washington, D.C.|The talks began.",
  "Sales fell in Sept.|The rest is noise.",
  "Art. 5 para. 2 No. 3 applies.",
  "She liked modern art.|Kim did not.",
  "They saw the sun.|Kim left.",
  "It has a rate of 3 per cent.|5 firms failed.",
  "Is it so?!|Yes.",
  "He works at Yahoo! Inc. in the U.S.",
  "Sen. Ann Lee spoke with Gov. Roe.",
  "They meet on Mon. and Tues. each week.",
  "The land took up 6.7 Mt.|Nobody climbed Mt. Haldon.",
];

const read = (text: string) => splitProse(text).map(({ start, end }) => text.slice(start, end));

describe("splitProse", () => {
  it.each(CASES)("%s", (marked) => {
    expect(read(marked.replaceAll("|", " ")).join("|")).toBe(marked);
  });

  it("ends a sentence at a hard break", () => {
    expect(read("From: the clerk\nTo: the council")).toEqual(["From: the clerk", "To: the council"]);
  });

  it("cuts what is longer than a sentence may be", () => {
    const sentences = splitProse("word ".repeat(3_000));
    expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(MAX_SENTENCE);
    expect(sentences.reduce((sum, { start, end }) => sum + end - start + 1, 0)).toBe(15_000);
  });

  it("covers every character that is not blank, in order, once", () => {
    const parts = fc.constantFrom(
      "a",
      "B.",
      "“",
      "”",
      '"',
      " ",
      ". ",
      "? ",
      "Mr. ",
      "\n",
      "4",
      "(",
      ")",
      "…",
      "U.S. ",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
        const text = list.join("");
        let at = 0;
        for (const { start, end } of splitProse(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
