/** Edits of words in marked-up drafts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { readPlainText } from "../../../server/src/text/plain-text.ts";
import { replaceProse } from "../../../server/src/text/replace.ts";
import type { ProseDocument } from "../../../server/src/text/types.ts";
import { applyEdits, drafts } from "./drafts.ts";

function replaced(document: ProseDocument, old: string, newText: string): string {
  const block = document.blocks.find(({ prose }) => prose.text.includes(old))!;
  const start = block.prose.text.indexOf(old);
  return applyEdits(document.text, replaceProse(block.prose, { start, end: start + old.length }, newText));
}

const CASES: readonly (readonly [string, string, string, string])[] = [
  ["On **4** May we met", "4 May", "5 June", "On **5** June we met"],
  ["On **4 May** we met", "4", "14", "On **14 May** we met"],
  ["On May **4** we met", "May 4", "June", "On June we met"],
  ["[30+](u) countries", "30+ countries", "40 countries", "[40](u) countries"],
  ["[30+](u) countries", "30+", "more than 30", "[more than 30](u) countries"],
  ["a **4 May** b", "4 ", "", "a **May** b"],
  ["a **b** c", "b ", "", "a c"],
  ["> on 4\n> May 2019", "4 May", "5 June", "> on 5\n> June 2019"],
  ["> on 4\n> May 2019", "4 May", "June", "> on June 2019"],
  ["- [ ] by 4 May", "4 May", "a*b*", "- [ ] by a\\*b\\*"],
  ["| a | b |\n|-|-|\n| 4 | 5 |", "5", "6|7", "| a | b |\n|-|-|\n| 4 | 6\\|7 |"],
  ["# Thirty [ref]\n\n[ref]: x", "Thirty", "Forty", "# Forty [ref]\n\n[ref]: x"],
  ["May 2-3, 2019", "May 2-3", "May 4–5", "May 4–5, 2019"],
  ["Text", "Text", "1. Text", "1\\. Text"],
];

describe("replaceProse", () => {
  it.each(CASES)("%j: %j to %j", (text, old, newText, expected) => {
    expect(replaced(readMarkdown(text), old, newText)).toBe(expected);
  });

  it("writes plain text as it is", () => {
    expect(replaced(readPlainText("on 4\nMay *now*"), "4 May *now*", "5 May #1*")).toBe("on 5\nMay #1*");
  });

  it("does nothing where nothing changes", () => {
    const { prose } = readMarkdown("a **b**").blocks[0]!;
    expect(replaceProse(prose, { start: 0, end: 3 }, "a b")).toEqual([]);
  });

  it("does not empty a block", () => {
    const { prose } = readMarkdown("- **a b**").blocks[0]!;
    expect(replaceProse(prose, { start: 0, end: 3 }, "")).toEqual([]);
  });

  it("changes these words and no others, whatever the markup", () => {
    const words = fc.constantFrom(
      "5 June",
      "40",
      "",
      "nearly forty states",
      "*",
      "a_b",
      "[x]",
      "“No,” he said",
      "x ",
    );
    let edited = 0;
    let asked = 0;
    fc.assert(
      fc.property(drafts, words, fc.nat(), fc.nat(), (text, newText, a, b) => {
        const document = readMarkdown(text);
        document.blocks.forEach((block, index) => {
          const { prose } = block;
          const [start, end] = [a % prose.text.length, b % (prose.text.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const edits = replaceProse(prose, { start, end }, newText);
          const expected = (prose.text.slice(0, start) + newText + prose.text.slice(end)).trim();
          if (expected !== "" && newText !== prose.text.slice(start, end)) asked++;
          if (edits.length === 0) return;
          edited++;
          const after = readMarkdown(applyEdits(text, edits)).blocks.map((other) => other.prose.text);
          const others = document.blocks.map((other) => other.prose.text);
          others[index] = expected;
          expect(after).toEqual(others);
        });
      }),
      { numRuns: 80 },
    );
    expect(edited / asked).toBeGreaterThan(0.8);
  });
});
