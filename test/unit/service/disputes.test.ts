/**
 * Claims on which sources disagree: both sides in the report, and a citation that settles them, also when only the
 * footnote at the end of the draft changes.
 */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";

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
      "The sources disagree about “31”: “Wire report” (10 May 2024) says “34 ports”.",
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

/** For each kind a claim with a source that has it so and one that has it otherwise. */
const KINDS = {
  quotation: {
    draft: "“We will rebuild the northern bridge before the winter,” Ada Brandt said.",
    agrees: "“We will rebuild the northern bridge before the winter,” Ada Brandt said.",
    disagrees: "“We will rebuild the northern bridge before the summer,” said Ada Brandt.",
    words: "winter",
    expected: "summer",
  },
  speaker: {
    draft: "“The bridge is safe for all lorries,” Ada Brandt said.",
    agrees: "“The bridge is safe for all lorries,” said Ada Brandt.",
    disagrees: "“The bridge is safe for all lorries,” said Tom Reyes.",
    words: "Ada Brandt",
    expected: "Tom Reyes",
  },
  role: {
    draft: "Ada Brandt, director of the Ports Authority, signed the note.",
    agrees: "Ada Brandt, director of the Ports Authority, signed the note.",
    disagrees: "Ada Brandt, deputy director of the Ports Authority, signed the note.",
    words: "director of the Ports Authority",
    expected: "deputy director",
  },
  name: {
    draft: "The ferry company moved its head office from Kiel to Lisbon in 2021.",
    agrees: "The ferry company moved its head office from Kiel to Lisbon in 2021.",
    disagrees: "The ferry company moved its head office from Kiel to Porto in 2021.",
    words: "Lisbon",
    expected: "Porto",
  },
  polarity: {
    draft: "The council voted before the auditors reported.",
    agrees: "The council voted before the auditors reported.",
    disagrees: "The council voted after the auditors reported.",
    words: "before",
    expected: "after",
  },
  relation: {
    draft: "The city council closed the northern bridge to lorries in May.",
    agrees: "The city council closed the northern bridge to lorries in May after the inspection.",
    disagrees: "The transport ministry closed the northern bridge to lorries in May after the inspection.",
    words: "The city council",
    expected: "The transport ministry",
  },
};

describe.each(Object.entries(KINDS))("where sources disagree about a %s", (kind, of) => {
  function claimIn(draft: string, agrees: string = of.agrees, disagrees: string = of.disagrees) {
    const engine = createChecker({ builtin: false });
    engine.setSource({ uri: "gazette.md", text: agrees, title: "Morning Gazette", published: "2024-05-01" });
    engine.setSource({
      uri: "courier.md",
      text: disagrees,
      title: "Evening Courier",
      published: "2024-05-10",
    });
    const { claims } = engine.check({ uri: "draft.md", text: draft, date: "2024-06-01" });
    const at = draft.indexOf(of.words);
    return claims.filter((claim) => claim.kind === kind && claim.start <= at && at < claim.end);
  }
  const cited = (title: string) => `${of.draft}[^1]\n\n[^1]: “${title}”.\n`;

  it("both sides are told, and no more than once", () => {
    const claims = claimIn(of.draft);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ verdict: "disputed", code: "disputed", fixes: [], text: of.words });
    expect(claims[0]!.expected).toBe(of.expected);
    expect(claims[0]!.evidence.map(({ source, side }) => [source, side])).toEqual([
      ["courier.md", "disagrees"],
      ["gazette.md", "agrees"],
    ]);
  });

  it("the one that the draft cites decides", () => {
    const against = claimIn(cited("Evening Courier"));
    expect(against).toMatchObject([{ verdict: "contradicted" }]);
    expect(against[0]!.evidence[0]!.source).toBe("courier.md");
    expect(against[0]!.message).toContain(
      "“Morning Gazette” (1 May 2024), which agrees with the draft, is not cited here",
    );
    for (const claim of claimIn(cited("Morning Gazette")))
      expect(claim).toMatchObject({ verdict: "supported", code: null });
  });

  it("one that is superseded, or ranked behind, does not count", () => {
    const front = (line: string, text: string) => `---\n${line}\n---\n${text}`;
    for (const line of ["superseded-by: gazette.md", "rank: 2"]) {
      const agrees = line.startsWith("rank") ? front("rank: 1", of.agrees) : of.agrees;
      for (const claim of claimIn(of.draft, agrees, front(line, of.disagrees)))
        expect(claim.verdict).toBe("supported");
    }
    const told = claimIn(of.draft, front("superseded-by: courier.md", of.agrees), of.disagrees);
    expect(told).toMatchObject([{ verdict: "contradicted" }]);
    const ranked = claimIn(of.draft, of.agrees, front("rank: 1", of.disagrees));
    expect(ranked).toMatchObject([{ verdict: "contradicted" }]);
    expect(ranked[0]!.message).toContain("is ranked behind");
  });

  it("a second paper on one side disputes no more", () => {
    const [claim] = claimIn(of.draft, of.agrees, of.agrees);
    expect(claim?.verdict ?? "supported").toBe("supported");
  });
});
