/**
 * The file of accepted findings: what is written is read again, whatever words and reasons hold; git may merge its lines
 * in any order; what no longer stands in a draft goes.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AcceptedFinding,
  applyBaseline,
  daysBetween,
  EMPTY_BASELINE,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../../../server/src/service/baseline.ts";
import type { Claim } from "../../../server/src/service/report.ts";
import { claimOn } from "./claims.ts";

const LINE =
  "briefs/ports.md | quantity-mismatch | 0123456789abcdef | 31 ports | 2024-05-20 | Ada Brandt | the ministry says 31";

const word = fc.stringMatching(/^[^\s\u0000-\u001f\u007f-\u009f]{1,12}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const finding: fc.Arbitrary<AcceptedFinding> = fc.record({
  draft: words,
  code: fc.constantFrom("date-mismatch", "disputed"),
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  words,
  date: fc.constantFrom("2024-05-20", "2023-01-31"),
  who: words,
  reason: fc.oneof(words, fc.constant("")),
});

function claim(about: Pick<Claim, "code" | "verdict" | "fingerprint">): Claim {
  return { ...claimOn("The fund paid 31 ports.", { words: "31 ports" }), ...about };
}

const acceptance = { reason: "the minutes say so", who: "Tom Reyes", date: "2024-06-01" };

describe("the file", () => {
  it("reads again what it wrote, in whatever order its lines stand", () => {
    const list = fc.uniqueArray(finding, { selector: ({ fingerprint }) => fingerprint, maxLength: 6 });
    fc.assert(
      fc.property(list, (findings) => {
        const text = printBaseline({ comments: [], findings });
        const shuffled = text.split("\n").reverse().join("\r\n");
        for (const one of [text, shuffled]) {
          const read = readBaseline(one);
          expect(read.problems).toEqual([]);
          expect(new Set(read.findings)).toEqual(new Set(findings));
        }
        expect(printBaseline({ comments: [], findings: readBaseline(shuffled).findings })).toBe(text);
      }),
    );
  });

  it("never throws, and never takes for a finding what it cannot print alike", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { findings } = readBaseline(text);
        expect(readBaseline(printBaseline({ comments: [], findings })).findings).toHaveLength(
          findings.length,
        );
      }),
    );
  });

  it("keeps its comments, and takes the newer of two lines on one finding", () => {
    const later = LINE.replace("2024-05-20", "2024-06-02").replace("Ada Brandt", "Tom Reyes");
    const read = readBaseline(`# ours\n${LINE}\n${later}\n`);
    expect(read.findings).toMatchObject([{ who: "Tom Reyes" }]);
    expect(printBaseline(read)).toBe(`# ours\n${later}\n`);
  });

  it("says where a merge was left half done", () => {
    const { problems, findings } = readBaseline(`<<<<<<< HEAD\n${LINE}\n=======\nabc\n`);
    expect(problems.map(({ line }) => line)).toEqual([0, 2, 3]);
    expect(problems[0]!.message).toContain("left over from a merge");
    expect(findings).toHaveLength(1);
  });
});

describe("what it accepts", () => {
  const wrong = claim({
    code: "quantity-mismatch",
    verdict: "contradicted",
    fingerprint: "0123456789abcdef",
  });
  const report = { path: "ports.md", claims: [wrong], notes: [] };
  const { findings } = readBaseline(LINE);

  it("is no longer among the claims, with who, when and why", () => {
    const { claims, accepted } = applyBaseline(report, "briefs/ports.md", { findings });
    expect(claims).toEqual([]);
    expect(accepted).toEqual([
      { claim: wrong, reason: "the ministry says 31", who: "Ada Brandt", date: "2024-05-20" },
    ]);
  });

  it("stays in another draft, and under another code", () => {
    expect(applyBaseline(report, "ports.md", { findings })).toBe(report);
    const disputed = { ...report, claims: [{ ...wrong, code: "disputed" as const }] };
    expect(applyBaseline(disputed, "briefs/ports.md", { findings })).toBe(disputed);
  });

  it("leaves a supported claim among the claims, without its code", () => {
    const uncited = claim({ code: "uncited", verdict: "supported", fingerprint: "0123456789abcdef" });
    const line = LINE.replace("quantity-mismatch", "uncited");
    const { claims } = applyBaseline({ ...report, claims: [uncited] }, "briefs/ports.md", readBaseline(line));
    expect(claims).toEqual([{ ...uncited, code: null }]);
  });
});

describe("an update", () => {
  const wrong = claim({
    code: "quantity-mismatch",
    verdict: "contradicted",
    fingerprint: "0123456789abcdef",
  });
  const other = claim({ code: "date-mismatch", verdict: "contradicted", fingerprint: "fedcba9876543210" });
  const baseline = readBaseline(LINE);

  it("adds what is found and keeps who accepted the rest", () => {
    const drafts = [{ draft: "briefs/ports.md", claims: [wrong, other], accept: [other] }];
    const updated = updateBaseline(baseline, drafts, acceptance, () => false);
    expect(updated).toMatchObject({ added: 1, removed: 0 });
    expect(updated.baseline.findings).toMatchObject([{ who: "Ada Brandt" }, { who: "Tom Reyes" }]);
  });

  it("takes out what no longer stands there, and drafts that are gone; leaves drafts that were not checked", () => {
    const checked = [{ draft: "briefs/ports.md", claims: [], accept: [] }];
    expect(updateBaseline(baseline, checked, acceptance, () => false)).toMatchObject({ removed: 1 });
    expect(updateBaseline(baseline, [], acceptance, () => true)).toMatchObject({ removed: 1 });
    expect(updateBaseline(baseline, [], acceptance, () => false)).toMatchObject({ removed: 0 });
  });

  it("keeps the reason when a draft is renamed", () => {
    const drafts = [{ draft: "briefs/harbours.md", claims: [wrong], accept: [wrong] }];
    const { baseline: updated } = updateBaseline(baseline, drafts, acceptance, () => true);
    expect(updated.findings).toMatchObject([{ draft: "briefs/harbours.md", reason: "the ministry says 31" }]);
  });

  it("changes nothing the second time", () => {
    const drafts = [{ draft: "briefs/ports.md", claims: [wrong, other], accept: [other] }];
    const once = updateBaseline(EMPTY_BASELINE, drafts, acceptance, () => false);
    const twice = updateBaseline(once.baseline, drafts, { ...acceptance, who: "Nobody" }, () => false);
    expect(twice).toEqual({ baseline: once.baseline, added: 0, removed: 0 });
  });
});

it("counts whole days", () => {
  expect([daysBetween("2024-02-28", "2024-03-01"), daysBetween("2024-03-02", "2024-03-01")]).toEqual([2, 0]);
});
