import { micromark } from "micromark";
import { gfmFootnote, gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { describe, expect, it } from "vitest";
import { applySuppressions, ignoreEdit } from "../../../server/src/service/suppressions.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { claimOn, edited } from "./claims.ts";

/** What a reader sees: HTML without comments and without blanks that a browser folds away. */
function rendered(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfmTable(), gfmFootnote()],
    htmlExtensions: [gfmTableHtml(), gfmFootnoteHtml()],
  })
    .replace(/<!--.*?-->/gs, "")
    .replace(/\s+/g, " ")
    .replace(/ (?=<\/(?:p|li|td|th|h\d)>)/g, "")
    .replace(/ <br/g, "<br")
    .replace(/> /g, ">")
    .trim();
}

const cases: readonly (readonly [string, string])[] = [
  ["a paragraph", "# Title\n\nIt opens on 5 May.\n"],
  ["a paragraph right after a heading", "# Title\nIt opens on 5 May.\n"],
  ["an indented paragraph", "Before.\n\n   It opens on 5 May.\n"],
  ["a wrapped paragraph", "It is said\nto open on 5 May\nor later.\n"],
  ["a paragraph with a hard break", "One  \non 5 May  \nthree\n"],
  ["the first paragraph of a file", "It opens on 5 May."],
  ["a list item", "- first\n- opens on 5 May\n- third\n"],
  ["a wrapped list item", "- first\n- opens\n  on 5 May\n  or later\n"],
  ["a list item with a hard break", "- opens on 5 May  \n  or later\n"],
  ["a list item with a backslash break", "- opens on 5 May\\\n  or later\n"],
  ["a nested list item", "1. first\n   - opens on 5 May\n2. second\n"],
  ["a second paragraph of a list item", "- first\n\n  It opens on 5 May.\n\n- third\n"],
  ["a table cell", "| what | when |\n| --- | --- |\n| opens | 5 May |\n| closes | June |\n"],
  ["a table cell in the middle", "| when | what |\n| --- | --- |\n| 5 May | opens |\n"],
  ["a table without outer bars", "what | when\n--- | ---\nopens | 5 May\n"],
  ["a table's header row", "| what | 5 May |\n| --- | --- |\n| a | b |\n"],
  ["a table cell with an escaped bar at the end", "| a | b |\n| - | - |\n| 5 May | x \\| |\n"],
  ["a heading", "## Opens on 5 May\n\nText.\n"],
  ["a closed heading", "## Opens on 5 May ##\n\nText.\n"],
  ["an underlined heading", "Opens on 5 May\n==============\n\nText.\n"],
  ["a block quote", "> It opens\n> on 5 May.\n"],
  ["a footnote", "Text.[^a]\n\n[^a]: Opens on 5 May.\n"],
  ["a list item before code that goes on", "- opens on 5 May `a\n  b` end\n"],
  ["a list item before a link that goes on", "- opens on 5 May [a\n  b](c) end\n"],
  ["words in bold", "- opens on **5 May**\n"],
  ["Windows line breaks", "# Title\r\n\r\nIt opens on 5 May.\r\n"],
];

describe("the edit that ignores a claim", () => {
  it.each(cases)("in %s hides it and changes nothing that a reader sees", (_, text) => {
    const claim = claimOn(text, { words: "5 May" });
    const edit = ignoreEdit(readMarkdown(text), claim, "a -- reason --> with | marks\nand lines");
    const after = edited(text, [edit]);
    expect(edit.start).toBe(edit.end);
    expect(rendered(after)).toBe(rendered(text));
    const document = readMarkdown(after);
    const report = applySuppressions(
      { path: "", claims: [claimOn(after, { words: "5 May" })], notes: [] },
      document,
    );
    expect(report.claims, after).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.ignored![0]!.reason).toMatch(/^a – reason – with [|/] marks and lines$/);
  });

  it.each([
    ["It opens on 5 May.\n", "<!-- claimcheck-ignore date-mismatch: why -->\nIt opens on 5 May.\n"],
    ["- It opens on 5 May.\n", "- It opens on 5 May. <!-- claimcheck-ignore date-mismatch: why -->\n"],
    ["# On 5 May #\n", "# On 5 May <!-- claimcheck-ignore date-mismatch: why --> #\n"],
    ["# On 5 May {#id}\n", "# On 5 May <!-- claimcheck-ignore date-mismatch: why --> {#id}\n"],
    ["| a |\n|---|\n| 5 May |\n", "| a |\n|---|\n| 5 May <!-- claimcheck-ignore date-mismatch: why --> |\n"],
    ["| a |\n|---|\n|5 May|\n", "| a |\n|---|\n|5 May <!-- claimcheck-ignore date-mismatch: why --> |\n"],
    ["A\r\n\r\nOn 5 May.\r\n", "A\r\n\r\n<!-- claimcheck-ignore date-mismatch: why -->\r\nOn 5 May.\r\n"],
  ])("turns %j into %j", (text, after) => {
    expect(edited(text, [ignoreEdit(readMarkdown(text), claimOn(text, { words: "5 May" }), "why")])).toBe(
      after,
    );
  });

  it("writes no colon without a reason", () => {
    const text = "On 5 May.\n";
    const edit = ignoreEdit(readMarkdown(text), claimOn(text, { words: "5 May" }), " ");
    expect(edit.newText).toBe("<!-- claimcheck-ignore date-mismatch -->\n");
  });
});
