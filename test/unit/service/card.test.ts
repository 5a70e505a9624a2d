import { describe, expect, it } from "vitest";
import { factCard } from "../../../server/src/service/card.ts";
import type { Claim, Evidence } from "../../../server/src/service/report.ts";
import { claimOn, EVIDENCE } from "./claims.ts";

const DRAFT = "It opens on 14 March.";
const claim = claimOn(DRAFT, { words: "14 March", expected: "4 March", evidence: [EVIDENCE] });

function card(change: Partial<Claim>, evidence: Partial<Evidence> = {}): string {
  return factCard({ ...claim, evidence: [{ ...EVIDENCE, ...evidence }], ...change });
}

describe("the fact card", () => {
  it("says that the source says otherwise, in its own words, and where", () => {
    expect(factCard(claim, { link: ({ source }) => `file:///w/${source}#L8` })).toBe(
      [
        "✗ **The source says otherwise**",
        "“The quay opens on **4 March**.”  \n*Quay opens in spring* · Harbour Office · 18 February 2024 · [line 8](<file:///w/sources/harbour.md#L8>)",
      ].join("\n\n"),
    );
  });

  it("shows arithmetic, and doubt", () => {
    const text = card({ arithmetic: "28 + 8 = 36", confidence: 0.7 });
    expect(text).toContain("✗ **The source says otherwise** (not certain)");
    expect(text).toContain("  \n28 + 8 = 36  \n");
  });

  it("is short for a supported claim", () => {
    expect(card({ verdict: "supported", code: "uncited" })).toBe(
      "✓ **Supported** · not cited here\n\n“The quay opens on **4 March**.”  \n*Quay opens in spring* · Harbour Office · 18 February 2024 · line 8",
    );
  });

  it("shows every fact that a figure is worked out from", () => {
    const evidence = [EVIDENCE, { ...EVIDENCE, text: "It closes on 9 May.", focus: [], title: "Wire" }];
    const text = card({ verdict: "supported", arithmetic: "4 March to 9 May = 66 days", evidence });
    expect(text).toMatch(/^✓ \*\*Supported\*\*[^\n]*\n\n4 March to 9 May = 66 days\n\n“The quay/);
    expect(text).toContain("“It closes on 9 May.”  \n*Wire*");
  });

  it("shows both sides where sources disagree", () => {
    const side = (side: "agrees" | "disagrees", day: string, title: string) => ({
      ...EVIDENCE,
      text: `The quay opens on ${day} March.`,
      title,
      side,
    });
    const evidence = [side("disagrees", "5", "Wire"), side("agrees", "4", "Release")];
    const text = card({ verdict: "disputed", evidence });
    expect(text).toMatch(/^≠ \*\*The sources disagree\*\*\n\n/);
    expect(text).toContain("✗ Says otherwise: “The quay opens on **5 March**.”  \n*Wire*");
    expect(text).toContain("✓ Agrees with your draft: “The quay opens on **4 March**.”  \n*Release*");
  });

  it("shows the other side, too, where many sources are on one", () => {
    const wires = [5, 6, 7, 8, 9].map((day) => ({
      ...EVIDENCE,
      title: `Wire ${day}`,
      side: "disagrees" as const,
    }));
    const evidence = [...wires, { ...EVIDENCE, title: "Release", side: "agrees" as const }];
    const text = card({ verdict: "disputed", evidence });
    expect(text.match(/Says otherwise/g)).toHaveLength(3);
    expect(text).toContain("✓ Agrees with your draft");
  });

  it("has single marks for what is quoted inside the passage", () => {
    const text = card({}, { text: "“We open on 4 March,” she said.", focus: [] });
    expect(text).toContain("“‘We open on **4 March**,’ she said.”");
  });

  it("lets nothing of a source act as Markdown", () => {
    const text = card(
      { expected: null },
      { text: "![x](http://a/b) <b>_4_</b> `March` &lt; [y](command:z)", focus: [], title: "[T](x)\n# H" },
    );
    expect(text).toContain(
      "“!\\[x\\](http://a/b) \\<b\\>\\_4\\_\\</b\\> \\`March\\` \\&lt; \\[y\\](command:z)”",
    );
    expect(text).toContain("*\\[T\\](x) # H*");
  });

  it("keeps the deciding words of a long passage and cuts between words", () => {
    const before = "Many words came before this one. ".repeat(20);
    const passage = `${before}The quay opens on 4 March. ${"Many words came after this one. ".repeat(20)}`;
    const at = passage.indexOf("4 March");
    const text = card(
      {},
      { text: passage, start: 0, end: passage.length, focus: [{ start: at, end: at + 7 }] },
    );
    expect(text).toContain("opens on **4 March**.");
    const shown = /^“(.*)”/m.exec(text)![1]!;
    expect(shown.length).toBeLessThan(380);
    expect(shown).toMatch(/^… \w.* …$/);
  });

  it("finds the expected words where the passage is not the source's own text", () => {
    expect(card({}, { text: "Opens 4 March", focus: [{ start: 118, end: 125 }] })).toContain(
      "“Opens **4 March**”",
    );
    expect(card({ expected: "5 March" }, { text: "Opens 4 March" })).toContain("“Opens 4 March”");
  });

  it("gives the page of a source that has pages, instead of a line of its extracted text", () => {
    expect(card({}, { page: 4 })).toContain("18 February 2024 · p. 4");
    expect(card({}, { page: 4 })).not.toContain("line 8");
  });

  it("makes do without evidence", () => {
    expect(card({ verdict: "unsupported", evidence: [] })).toBe("? **No source speaks of this**");
  });
});
