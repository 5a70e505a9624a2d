/** Which words count as derived from one another, and which look-alikes do not. */
import { describe, expect, it } from "vitest";
import { family, isAgent, sameFamily, synonymClassIds, synonyms } from "../../../server/src/lexicon/index.ts";

const SHARED = [
  ["adopt", "adoption", "adopted"],
  ["decide", "decision"],
  ["propose", "proposal"],
  ["attend", "attendance", "attendee"],
  ["refuse", "refusal"],
  ["fund", "funding"],
  ["organise", "organize", "organisation", "organization"],
  ["postpone", "postponed", "postponing"],
  ["programme", "program"],
  ["labour", "labor"],
  ["sell", "sale"],
  ["die", "death"],
  ["employ", "employer", "employee", "employment"],
  ["government", "govern"],
  ["legally", "legal"],
];

const APART = [
  ["organ", "organise"],
  ["state", "statement"],
  ["mean", "meaning"],
  ["attention", "attend"],
  ["committee", "commit"],
  ["department", "depart"],
  ["university", "universe"],
  ["party", "part"],
  ["minister", "ministry"],
  ["president", "preside"],
  ["general", "generate"],
  ["custom", "customer"],
  ["import", "important"],
  ["bed", "be"],
  ["red", "r"],
  ["need", "ne"],
  ["sing", "s"],
  ["", "a"],
];

describe("family", () => {
  it.each(SHARED)("joins %s and its kin", (...words) => {
    expect(new Set(words.map(family)).size, words.map((word) => `${word}:${family(word)}`).join(" ")).toBe(1);
  });
  it.each(APART)("keeps %s and %s apart", (a, b) => {
    expect(sameFamily(a, b)).toBe(false);
  });
  it("leaves unknown words as they are", () => {
    expect(family("zorblatt")).toBe("zorblatt");
    expect(family("a".repeat(100000))).toBe("a".repeat(100000));
    expect(family("constructor")).toBe("construct");
    expect(family("__proto__")).toBe("__proto__");
  });
  it("tells who does from what is done", () => {
    expect(["lender", "employer", "employee", "regulator"].every(isAgent)).toBe(true);
    expect(["loan", "employment", "number", "october", "regulation"].some(isAgent)).toBe(false);
  });
});

describe("synonyms", () => {
  it("lists the words of all classes of a word, without itself", () => {
    expect(synonyms("meeting")).toContain("summit");
    expect(synonyms("meeting")).toContain("hearing");
    expect(synonyms("meeting")).not.toContain("meeting");
    expect(synonyms("zorblatt")).toEqual([]);
  });
  it("gives derivations their root's classes", () => {
    expect(synonymClassIds("postponement")).toEqual(synonymClassIds("postpone"));
    expect(synonymClassIds("zorblatt")).toEqual([]);
  });
});
