/**
 * The second look at a pair: what the claim's other pairs and the claims around say about it.
 */
import { describe, expect, test } from "vitest";
import { companionsOf, withoutClaim } from "../../../server/src/checking/alignment/companions.ts";
import { type AlignedClaim, HOPELESS, rivalriesOf } from "../../../server/src/checking/alignment/rivalry.ts";
import { type Assessment, assessSentence } from "../../../server/src/checking/decision/assess.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import type { Span } from "../../../server/src/text/types.ts";

const DAY = "2025-06-01";
const SOURCE = `The ferry carried 412 cars in May and 388 in June.

The council voted on 3 March to keep the toll at 14 crowns.`;

function assess(draft: string, source = SOURCE) {
  const index = new StatementIndex();
  const cache = createSentenceCache();
  index.add(readSource({ uri: "sources/a.md", text: source }, DAY, cache));
  const reading = readDocument(readMarkdown(draft), DAY, cache);
  return reading.sentences.map((sentence) => assessSentence(reading, sentence, index));
}

describe("rivalriesOf", () => {
  const [assessment] = assess("In May the ferry carried 412 cars, and 388 of them in June.");
  const claims = assessment!.quantities.map(
    ({ value, pairs }): AlignedClaim<Span> => ({
      value,
      pairs: [...pairs].sort((a, b) => b.first - a.first),
    }),
  );

  test("tells by how much a pair leads the other values of its statement", () => {
    expect(claims).toHaveLength(2);
    for (const claim of claims) {
      const pairs = claim.pairs.map((pair, at) => ({ ...pair, first: [0.8, 0.3][at] ?? 0 }));
      const rivalry = rivalriesOf({ ...claim, pairs }, claims, [])[0]!;
      expect(pairs[1]!.pairing).toBe(pairs[0]!.pairing);
      expect(rivalry.overSibling).toBeCloseTo(0.5);
      expect(rivalry.rank).toBe(0);
    }
  });

  test("counts a statement that says the same as no rival", () => {
    const twice = `${SOURCE}\n\nFerry cars in May: 412.`;
    const [{ quantities }] = assess("The ferry carried 500 cars in May.", twice) as [Assessment];
    const [claim] = quantities;
    const told = claim!.pairs.filter(({ value }) => value.nominal === 412);
    expect(told).toHaveLength(2);
    const pairs = claim!.pairs.map((pair) => ({ ...pair, first: told.includes(pair) ? 0.7 : 0.1 }));
    const at = claim!.pairs.indexOf(told[0]!);
    const rivalry = rivalriesOf({ ...claim!, pairs }, [], [])[at]!;
    expect([rivalry.restated, rivalry.other, rivalry.sibling]).toEqual([0.7, 0, 0.1]);
  });

  test("tells how much another claim of the sentence wants the same value", () => {
    const [may, june] = claims;
    const wanted = june!.pairs.find(({ value }) => value === may!.pairs[0]!.value)!;
    expect(rivalriesOf(may!, claims, [])[0]!.rival).toBe(wanted.first);
  });

  test("passes over pairs beyond hope", () => {
    const [claim] = claims;
    const hopeless = { ...claim!, pairs: claim!.pairs.map((pair) => ({ ...pair, first: HOPELESS / 2 })) };
    expect(rivalriesOf(hopeless, [hopeless], [])).toEqual(claim!.pairs.map(() => null));
  });
});

describe("companionsOf", () => {
  const assessments = assess(`The ferry carried 412 cars in May. The toll stays at 14 crowns.

The council voted on 3 March.

| month | cars |
| ----- | ---- |
| May   | 412  |`);
  const { draft } = assessments[0]!;
  const claims = new Map(
    assessments.map(({ sentence, quantities, dates }) => [sentence, [...quantities, ...dates]]),
  );
  const sentenceWith = (words: string) => draft.sentences.find(({ text }) => text.includes(words))!;
  const around = (words: string) => companionsOf(draft, sentenceWith(words), (one) => claims.get(one)!);
  const told = (words: string) =>
    around(words).map(({ place, sentence, claim }) => [place, sentence.text.slice(claim.start, claim.end)]);

  test("are the claims of the sentence and of its paragraph, not of the next", () => {
    expect(told("The ferry")).toContainEqual(["sentence", "412 cars"]);
    expect(told("The ferry")).toContainEqual(["block", "14 crowns"]);
    expect(told("The ferry").map(([, words]) => words)).not.toContain("3 March");
  });

  test("are the cells of the same row", () => {
    const month = draft.sentences.find(({ block, text }) => block.cell?.row && text === "May")!;
    const beside = companionsOf(draft, month, (one) => claims.get(one)!);
    expect(beside.map(({ place, sentence }) => [place, sentence.text])).toContainEqual(["row", "412"]);
  });

  test("do not hold the claim that is asked about", () => {
    const sentence = sentenceWith("The ferry");
    const own = around("The ferry").find((one) => one.sentence === sentence)!;
    const rest = withoutClaim(around("The ferry"), sentence, own.claim);
    expect(rest.map(({ claim }) => claim)).not.toContain(own.claim);
    expect(rest).toHaveLength(around("The ferry").length - 1);
  });
});
