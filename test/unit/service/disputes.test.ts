/**
 * Claims on which sources disagree: both sides in the report, and a citation that settles them, also when only the
 * footnote at the end of the draft changes.
 */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/service/checker.ts";

const RELEASE =
  "The fund paid 2.4 billion euros to 31 ports in 2023. The programme began in 2019. Small harbours complained.";
const WIRE =
  "The fund paid out 2.4 billion euros to 34 ports in 2023. Small harbours say that the forms are long.";
const SENTENCE = "In 2023 the fund paid 2.4 billion euros to 31 ports.";

function checker() {
  const engine = createChecker({ builtin: false });
  engine.setSource({ uri: "release.md", text: RELEASE, title: "Fund release", published: "2024-05-01" });
  engine.setSource({ uri: "wire.md", text: WIRE, title: "Wire report", published: "2024-05-10" });
  return engine;
}

function portsIn(engine: ReturnType<typeof checker>, text: string) {
  const { claims } = engine.check({ uri: "draft.md", text, date: "2024-05-20" });
  return claims.find((claim) => claim.text.startsWith("31"))!;
}

describe("a disputed claim", () => {
  it("has the evidence of both sides, newest first, and no correction", () => {
    const claim = portsIn(checker(), SENTENCE);
    expect(claim).toMatchObject({ verdict: "disputed", code: "disputed", fixes: [], expected: "34 ports" });
    expect(claim.evidence.map(({ source, side }) => [source, side])).toEqual([
      ["wire.md", "disagrees"],
      ["release.md", "agrees"],
    ]);
    expect(claim.message).toBe(
      "The sources disagree about “31”: “Fund release” (1 May 2024) agrees, “Wire report” (10 May 2024) says “34 ports”.",
    );
  });

  it("is settled by what its footnote cites, and again when only the footnote changes", () => {
    const engine = checker();
    const draft = (cited: string) => `${SENTENCE}[^1] And more.\n\n[^1]: “${cited}”.\n`;
    expect(portsIn(engine, draft("Fund release")).verdict).toBe("supported");
    expect(portsIn(engine, draft("Wire report"))).toMatchObject({
      verdict: "contradicted",
      fixes: [{ title: "Change to “34”" }],
    });
    expect(portsIn(engine, draft("Some other paper")).verdict).toBe("disputed");
  });

  it("keeps its place when the draft moves under it", () => {
    const engine = checker();
    const draft = `${SENTENCE}[^1]\n\n[^1]: “Wire report”.\n`;
    portsIn(engine, draft);
    const moved = `A line more.\n\n${draft}`;
    const claim = portsIn(engine, moved);
    expect(moved.slice(claim.start, claim.end)).toBe(claim.text);
  });

  it("lets what stands beside it keep its place too", () => {
    const engine = checker();
    const placed = (text: string) =>
      engine
        .check({ uri: "draft.md", text, date: "2024-05-20" })
        .claims.map((claim) => [claim.text, text.slice(claim.start, claim.end)]);
    const draft = (link: string) => `See the [fund](${link}).\n\n${SENTENCE}\n\nSmall harbours complained.\n`;
    const before = placed(draft("fund.html"));
    expect(before.map(([words]) => words)).toContain("2.4 billion");
    expect(placed(draft("https://fund.example/releases/2023.html"))).toEqual(before);
  });

  it("is settled by a link, and stays open where both are cited", () => {
    const engine = checker();
    expect(portsIn(engine, `${SENTENCE} ([wire](wire.md))`).verdict).toBe("contradicted");
    expect(portsIn(engine, `${SENTENCE} ([wire](wire.md), [fund](release.md))`).verdict).toBe("disputed");
  });
});
