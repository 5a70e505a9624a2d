import { describe, expect, it } from "vitest";
import { corrections, correctionsInWords } from "../../../server/src/service/corrections.ts";
import { explanationText } from "../../../server/src/service/explanation.ts";
import { edited, reportOn } from "./claims.ts";

describe("corrections in one step", () => {
  const text = "On 5 May nine ships came; on 6 May ten left, perhaps by 7 May.";
  const report = reportOn(text, [
    { words: "5 May", fix: "4 May" },
    { words: "nine", kind: "quantity", code: "quantity-mismatch", fix: "eight" },
    { words: "6 May", fix: "8 May" },
    { words: "7 May", fix: "9 May", confidence: 0.6 },
    { words: "ten", kind: "quantity", verdict: "supported", fix: "x" },
  ]);

  it("take what is surely contradicted", () => {
    const { claims, edits } = corrections(report);
    expect(claims.map((claim) => claim.text)).toEqual(["5 May", "nine", "6 May"]);
    expect(edited(text, edits)).toBe("On 4 May eight ships came; on 8 May ten left, perhaps by 7 May.");
  });

  it("take one kind, sure or not", () => {
    const { edits } = corrections(report, { kind: "date", least: 0 });
    expect(edited(text, edits)).toBe("On 4 May nine ships came; on 8 May ten left, perhaps by 9 May.");
  });

  it("take the surer one of two that overlap, and one of two that touch", () => {
    const overlapping = reportOn(text, [
      { words: "5 May nine", fix: "a", confidence: 0.92 },
      { words: "May nine ships", fix: "b", confidence: 0.97 },
      { words: "On ", fix: "c", confidence: 0.95 },
    ]);
    expect(corrections(overlapping).claims.map((claim) => claim.text)).toEqual(["On ", "May nine ships"]);
  });
});

describe("what is told of corrections", () => {
  const text = "On 5 May nine ships came; on 6 May ten left, perhaps by 7 May or 8 May.";

  it("counts what was corrected, and what was left with the reason", () => {
    const report = reportOn(text, [
      { words: "5 May nine", fix: "a", confidence: 0.97 },
      { words: "nine", kind: "quantity", fix: "eight", confidence: 0.92 },
      { words: "6 May" },
      { words: "7 May", fix: "9 May", confidence: 0.6 },
      { words: "8 May", fix: "9 May", confidence: 0.7 },
      { words: "ten", kind: "quantity", verdict: "disputed", code: "disputed" },
      { words: "ships", kind: "quantity", verdict: "supported" },
    ]);
    expect(correctionsInWords(report, corrections(report))).toBe(
      "Corrected 1 claim. 5 are left for you to look at: 1 on which the sources disagree, 2 that are not certain, 1 for which no correction could be written, 1 that overlaps another correction.",
    );
  });

  it("says no more where nothing is left", () => {
    const report = reportOn(text, [{ words: "5 May", fix: "4 May" }]);
    expect(correctionsInWords(report, corrections(report))).toBe("Corrected 1 claim.");
    const none = reportOn(text, []);
    expect(correctionsInWords(none, corrections(none))).toBe("Nothing in this draft is surely contradicted.");
  });
});

describe("why nothing is flagged", () => {
  const facts = {
    checked: true,
    problem: null,
    sources: [
      {
        name: "sources/a.md",
        builtin: false,
        stateInWords: "read",
        message: null,
        statements: 12,
        values: 1,
      },
      {
        name: "sources/b.md",
        builtin: false,
        stateInWords: "empty, so nothing was read",
        message: "sources/b.md is empty: put the source's text into it.",
        statements: 0,
        values: 0,
      },
    ],
    sentences: 3,
    claims: { date: { supported: 2, contradicted: 1 }, name: { unsupported: 1 } },
    ignored: 1,
  };

  it("lists sources, counts and what was looked for", () => {
    expect(explanationText(facts, { showUncited: true, showUnsupported: false }).split("\n")).toEqual([
      "This draft was checked.",
      "Sources:",
      "- sources/a.md: read, 12 sentences, 1 value",
      "- sources/b.md: empty, so nothing was read. sources/b.md is empty: put the source's text into it.",
      "Draft: 3 sentences, 4 claims.",
      "- date: 1 contradicted, 2 supported",
      "- name: 1 unsupported",
      "- looked for, none found: quantity, quotation, speaker, role, polarity, relation",
      "1 finding hidden by ignore comments in the draft.",
      "Claims that no source speaks of are not shown (claimcheck.showUnsupported).",
    ]);
  });

  it("says what to do without sources, and why there was no check", () => {
    const text = explanationText(
      { ...facts, checked: false, problem: "It is too large.", sources: [] },
      { showUncited: true, showUnsupported: true },
    );
    expect(text).toMatch(/^This draft was not checked\. It is too large\.\nNo sources: put/);
  });
});
