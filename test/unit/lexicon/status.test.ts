/** How far an act has gone, how sure the words are, and what turns them round. */
import { describe, expect, it } from "vitest";
import {
  ladder,
  modality,
  negationStrength,
  negativePrefix,
  rungGap,
  STOP_WORDS,
  status,
  weight,
} from "../../../server/src/lexicon/index.ts";

/** From least to furthest; each line's clauses stand on one rung. */
const LADDER = [
  ["the panel mull a levy", "be under consideration", "weigh a ban"],
  ["propose a levy", "plan to open a office", "seek to adopt the law", "a draft law"],
  ["announce a levy", "pledge to pay", "promise to sign", "be due to start"],
  ["agree to launch a fund", "adopt the law", "sign the treaty", "the approval of the plan"],
  ["the law enter into force", "launch a fund", "pay the sum", "implement the rule"],
  ["complete the work", "finalize the text"],
];

describe("status", () => {
  it.each(LADDER.map((clauses, rank) => ({ clauses, rank })))(
    "puts $clauses on rung $rank",
    ({ clauses, rank }) => {
      for (const clause of clauses) expect([clause, status(clause.split(" "))?.rank]).toEqual([clause, rank]);
    },
  );
  it("says nothing of words that tell no status", () => {
    expect(status("the river be long".split(" "))).toBeNull();
    expect(status([])).toBeNull();
    expect(ladder("banana")).toBeNull();
  });
  it("knows nouns through their verbs", () => {
    expect(ladder("adoption")).toEqual(ladder("adopt"));
    expect(ladder("proposal")).toEqual(ladder("propose"));
    expect(ladder("disbursement")?.ladder).toBe("money");
    expect(ladder("fine")).toEqual({ ladder: "case", rank: 4 });
  });
  it("measures a gap where ladders compare, and none where they do not", () => {
    expect(rungGap(ladder("propose")!, ladder("adopt")!)).toBe(2);
    expect(rungGap(ladder("adopt")!, ladder("propose")!)).toBe(-2);
    expect(rungGap(ladder("plan")!, ladder("pay")!)).toBe(3);
    expect(rungGap(ladder("disburse")!, ladder("convict")!)).toBeNull();
  });
  it("stays linear on a long clause", () => {
    const started = performance.now();
    status(Array.from({ length: 50000 }, (_, i) => (i % 2 ? "the" : "river")));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("modality", () => {
  it.each([
    ["may", "possible"],
    ["could", "possible"],
    ["will", "certain"],
    ["shall", "certain"],
    ["must", "required"],
    ["appear", "tentative"],
    ["likely", "tentative"],
    ["alleged", "tentative"],
    ["find", "factive"],
    ["confirm", "factive"],
    ["would", "hypothetical"],
  ])("%s is %s", (word, expected) => {
    expect(modality(word)).toBe(expected);
  });
  it.each(["river", "adopt", "the", "constructor", ""])("%s has none", (word) => {
    expect(modality(word)).toBeNull();
  });
});

describe("negation", () => {
  it.each([
    "not",
    "n't",
    "no",
    "none",
    "never",
    "neither",
    "nor",
    "without",
    "nobody",
    "nothing",
    "cannot",
    "nothing of the sort",
  ])("%s denies outright", (word) => {
    expect(negationStrength(word)).toBe(1);
  });
  it.each([
    "fail",
    "refuse",
    "deny",
    "reject",
    "lack",
    "yet to",
    "rule out",
    "unchanged",
    "unfunded",
    "non-binding",
    "unable",
  ])("%s denies by its sense", (word) => {
    expect(negationStrength(word)).toBeGreaterThanOrEqual(0.8);
  });
  it.each(["hardly", "barely", "rarely", "few"])("%s denies in part", (word) => {
    expect(negationStrength(word)).toBeGreaterThan(0.3);
    expect(negationStrength(word)).toBeLessThan(1);
  });
  it.each([
    "adopt",
    "union",
    "unite",
    "under",
    "interest",
    "income",
    "image",
    "increase",
    "nonsense",
    "understand",
    "united",
    "disease",
    "",
  ])("%s denies nothing", (word) => {
    expect(negationStrength(word)).toBe(0);
  });
  it.each([
    ["unfunded", "funded"],
    ["non-binding", "binding"],
    ["illegal", "legal"],
    ["insufficient", "sufficient"],
    ["impossible", "possible"],
    ["income", null],
    ["under", null],
    ["discover", null],
  ])("takes the prefix off %s", (word, expected) => {
    expect(negativePrefix(word)).toBe(expected);
  });
});

describe("weight", () => {
  it("gives stop words and marks nothing, light words little", () => {
    for (const word of ["the", "of", "be", ",", "—", ""]) expect(weight(word)).toBe(0);
    expect(STOP_WORDS.has("the")).toBe(true);
    for (const word of ["make", "year", "say"]) expect(weight(word)).toBeLessThan(0.3);
  });
  it("weighs rarer words more", () => {
    const order = ["say", "government", "tariff", "ratification", "zorblatt"].map(weight);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(new Set(order).size).toBe(order.length);
    expect(Math.max(...order)).toBeLessThanOrEqual(1);
  });
});
