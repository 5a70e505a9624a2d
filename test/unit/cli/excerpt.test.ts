/**
 * Lines with carets: the carets stand under the claim whatever the characters before it are.
 */
import { describe, expect, it } from "vitest";
import { cellWidth, excerpt } from "../../../server/src/cli/format/excerpt.ts";

/** The excerpt of `words` in `text`, as a terminal with `width` cells shows it. */
function shown(text: string, words: string, width = 90): string[] {
  const start = text.indexOf(words);
  const line = text.slice(0, start).split(/\r\n|\r|\n/).length - 1;
  return excerpt(text, { start, end: start + words.length }, line, width).flatMap((row) => [
    `${row.number}|${row.text}`,
    `${row.number}|${row.carets}`,
  ]);
}

function cellsOf(text: string): number {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return [...segments].reduce((sum, { segment }) => sum + cellWidth(segment), 0);
}

describe("carets", () => {
  it.each([
    ["plain text", "It opens on 4 May.", "4 May", "            ^^^^^"],
    ["accents in two code points", "Cafe\u0301 on 4 May.", "4 May", "        ^^^^^"],
    ["wide characters before", "😀 中文 on 4 May.", "4 May", "           ^^^^^"],
    ["wide characters under", "It is 中文 here.", "中文", "      ^^^^"],
    ["a tab before", "\ton 4 May.", "4 May", "       ^^^^^"],
    ["a control character before", "\u001b[31m on 4 May", "4 May", "         ^^^^^"],
  ])("stand right with %s", (_, text, words, carets) => {
    expect(shown(text, words)[1]).toBe(`1|${carets}`);
  });

  it("never print a control character", () => {
    expect(shown("a \u001b[31mred\u0007 4 May", "4 May")[0]).toBe("1|a \uFFFD[31mred\uFFFD 4 May");
  });

  it.each(["\n", "\r\n", "\r"])("go over line breaks (%j)", (eol) => {
    const text = ["One line.", "It opens on 4", "  May 2024 at last.", ""].join(eol);
    expect(shown(text, `4${eol}  May 2024`)).toEqual([
      "2|It opens on 4",
      "2|            ^",
      "3|  May 2024 at last.",
      "3|  ^^^^^^^^",
    ]);
  });

  it("show three lines of a long claim", () => {
    const text = Array.from({ length: 50 }, (_, at) => `line ${at}`).join("\n");
    expect(shown(text, text)).toHaveLength(6);
  });
});

describe("long lines", () => {
  const filler = "words and more words ".repeat(50_000);
  it.each([
    ["in the middle", `${filler}4 May ${filler}`],
    ["at the start", `4 May ${filler}`],
    ["at the end", `${filler}4 May`],
    ["among wide characters", `${"中".repeat(300_000)}4 May${"中".repeat(300_000)}`],
    ["among pictures", `${"😀".repeat(300_000)}4 May${"😀".repeat(300_000)}`],
  ])("are cut around a claim %s", (_, text) => {
    const [line, carets] = shown(text, "4 May", 60);
    const [words, marks] = [line!.slice(2), carets!.slice(2)];
    expect(cellsOf(words)).toBeLessThanOrEqual(60);
    expect(marks.trim()).toBe("^^^^^");
    const before = words.slice(0, words.indexOf("4 May"));
    expect(cellsOf(before)).toBe(marks.indexOf("^"));
    expect(words).toContain("…");
  });

  it("cost what they show", () => {
    const text = `${filler}4 May ${filler}`;
    const start = text.indexOf("4 May");
    const begun = performance.now();
    for (let round = 0; round < 100; round++) excerpt(text, { start, end: start + 5 }, 0, 90);
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});
