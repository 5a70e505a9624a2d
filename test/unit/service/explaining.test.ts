/**
 * Why a claim is told or not: what it was held against, and the numbers that the decision was made from.
 */
import { describe, expect, it } from "vitest";
import { models } from "../../../server/src/checking/decision/weights.ts";
import { type Node, predict } from "../../../server/src/checking/model.ts";
import { createChecker } from "../../../server/src/library.ts";
import { contributions } from "../../../server/src/service/explaining/contributions.ts";
import { explanationDocument } from "../../../server/src/service/explaining/markdown.ts";
import { meaningOf } from "../../../server/src/service/explaining/meanings.ts";
import type { ClaimExplanation } from "../../../server/src/service/explaining/types.ts";

/** What a tree gives a claim of which nothing is known: both sides of a split count alike. */
function expected(node: Node): number {
  return typeof node === "number" ? node : (expected(node[2]) + expected(node[3])) / 2;
}

const SOURCES = [
  {
    uri: "sources/ferry.md",
    text: `---
title: Ferry to run all year
published: 2024-02-18
---

The new ferry will start on 4 March 2024 from Westhaven. It carries 120 passengers and 31 cars.

“We will keep the night crossing for at least two winters,” said Ada Brandt, the council's transport director.
`,
  },
  {
    uri: "sources/survey.md",
    text: "---\ntitle: Fleet survey\n---\n\nThe yard repaired 28 tugs in spring and 8 tugs in autumn.\n",
  },
];

function checkerWithSources() {
  const checker = createChecker({ builtin: false });
  for (const source of SOURCES) checker.setSource(source);
  return checker;
}

/** What is said of the claims of a one-paragraph draft, by their words. */
function explained(text: string): Map<string, ClaimExplanation> {
  const sentences = checkerWithSources().explain({ uri: "draft.md", text, date: "2024-03-01" });
  return new Map(sentences.flatMap(({ claims }) => claims.map((claim) => [claim.text, claim] as const)));
}

describe("an explanation", () => {
  it("names what disagrees, where it stands and how sure that is", () => {
    const claim = explained("The new ferry will start on 14 March 2024 from Westhaven.\n").get(
      "14 March 2024",
    )!;
    expect(claim).toMatchObject({ kind: "date", verdict: "contradicted", start: 28, end: 41 });
    expect(claim.why).toMatch(/^“4 March 2024” in “Ferry to run all year” \(18 February 2024\) disagrees/);
    expect(claim.contradiction!.probability).toBeGreaterThanOrEqual(claim.contradiction!.threshold);
    const [first] = claim.candidates;
    expect(first).toMatchObject({
      source: "sources/ferry.md",
      words: "4 March 2024",
      relation: "conflicts",
      published: "2024-02-18",
      range: { start: { line: 5 } },
    });
    expect(first!.likelihood).toBeGreaterThan(0.5);
  });

  it("has the numbers that carry the decision first, each with its meaning", () => {
    const { features } = explained("The new ferry will start on 14 March 2024.\n").get("14 March 2024")!;
    const weights = features.map(({ weight }) => Math.abs(weight));
    expect(weights.length).toBeGreaterThan(10);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(features.find(({ name }) => name === "conflict")).toMatchObject({
      meaning: "how likely the best value that disagrees speaks of the same fact",
    });
  });

  it("shows the arithmetic", () => {
    const claim = explained("The yard repaired 36 tugs in all.\n").get("36")!;
    expect(claim).toMatchObject({ verdict: "supported", arithmetic: "28 + 8 = 36" });
    expect(claim.why).toContain("28 + 8 = 36");
  });

  it.each([
    ["asks", "Does the new ferry carry 150 passengers?", "150", "the sentence asks"],
    [
      "supposes",
      "If the new ferry carried 150 passengers, all would be well.",
      "150",
      "the sentence supposes",
    ],
    [
      "speaks of the writer",
      "On our pier we counted 150 passengers of the ferry.",
      "150",
      "the writer's own matters",
    ],
    [
      "advises",
      "## Recommendations\n\nThe ferry should carry 150 passengers.",
      "150",
      "advises, requests or plans",
    ],
    [
      "has no match",
      "The tariff rose by 4.2 percent.",
      "4.2",
      "No source sentence with like words holds a figure",
    ],
    ["speaks of another matter", "Westhaven has 3,100 inhabitants.", "3,100", "another matter"],
  ])("says why nothing is told where the sentence %s", (_, text, words, reason) => {
    const claim = explained(`${text}\n`).get(words)!;
    expect(claim.verdict).toBe("unsupported");
    expect(claim.why).toContain(reason);
  });

  it("is there for every claim of the report, with its verdict", () => {
    const text = `# Ferry

The new ferry will start on 14 March 2024 from Westhaven. It carries 13 cars.
“We will keep the night crossing for at least three winters,” said Ada Brandt, the mayor.

<!-- claimcheck-ignore quantity-mismatch: as agreed -->
The new ferry carries 140 passengers.
`;
    const checker = checkerWithSources();
    const input = { uri: "draft.md", text, date: "2024-03-01" };
    const report = checker.check(input);
    const claims = checker.explain(input).flatMap((sentence) => sentence.claims);
    for (const { kind, start, end, verdict } of report.claims)
      expect(claims).toContainEqual(expect.objectContaining({ kind, start, end, verdict }));
    expect(report.claims.map(({ kind }) => kind)).toContain("quotation");
    expect(claims.find((claim) => claim.text === "140")).toMatchObject({
      verdict: null,
      why: "A comment in the draft has it ignored: as agreed.",
    });
    expect(checker.check(input)).toEqual(report);
  });

  it("keeps to the sentences that are asked for", () => {
    const text = "The new ferry will start on 14 March 2024. It carries 140 passengers.\n";
    const at = text.indexOf("140");
    const sentences = checkerWithSources().explain({ uri: "draft.md", text }, { start: at, end: at });
    expect(sentences.map((sentence) => sentence.text)).toEqual(["It carries 140 passengers."]);
  });
});

describe("the document", () => {
  const documentAt = (text: string, words: string) => {
    const start = text.indexOf(words);
    const place = { start, end: start };
    const sentences = checkerWithSources().explain({ uri: "draft.md", text, date: "2024-03-01" }, place);
    return explanationDocument(sentences, place, "notes/draft.md");
  };

  it("tells of the claim at the place only", () => {
    const text = "The new ferry will start on 14 March 2024 with 120 passengers.\n";
    const told = documentAt(text, "14 March");
    expect(told).toContain("## “14 March 2024” (date, line 1): contradicted");
    expect(told).toContain("**4 March 2024** disagrees; the likelihood that both speak of the same fact is");
    expect(told).toContain("(Ferry to run all year, 18 February 2024, sources/ferry.md, line 6)");
    expect(told).toMatch(/\n\| (?:[acdru]\.)?\w+ \| -?[\d.]+ \|/);
    expect(told).not.toContain("“120");
  });

  it("has what is nearest where no claim was read, and says where there is no sentence", () => {
    const none = documentAt("Hello, dear reader of Westhaven.\n\n---\n", "reader");
    expect(none).toContain("No claim was read in this sentence");
    expect(none).toContain("nothing to compare");
    expect(documentAt("Hello.\n\n\n\n---\n", "---")).toContain("There is no sentence here");
  });

  it("lets nothing of a draft or a source act as Markdown", () => {
    const told = documentAt("The *new* <b>ferry</b> will start on 14 March 2024 [x](y).\n", "14 March");
    expect(told).not.toMatch(/<b>|\]\(y\)/);
  });
});

describe("contributions", () => {
  const judged = [
    ...Object.values(models.contradict).map((model) => ({ model })),
    ...Object.values(models.support).map((model) => ({ model })),
  ];

  it("add up to the prediction", () => {
    for (const { model } of judged) {
      const features = Object.fromEntries(model.features.map((name, at) => [name, ((at * 7) % 11) / 10]));
      const start = model.trees.reduce<number>((all, tree) => all + expected(tree), model.bias);
      const sum = [...contributions(model, features).values()].reduce((all, one) => all + one, start);
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(predict(model, features), 9);
    }
  });

  it("are told in words: every number of the decision models has a meaning in `meanings.ts`", () => {
    const names = new Set(judged.flatMap(({ model }) => model.features));
    // Taken for every kind, though only some kinds have them.
    expect([...names].filter((name) => meaningOf(name) === "")).toEqual([]);
    expect(meaningOf("c.unheard")).toBe("");
  });
});
