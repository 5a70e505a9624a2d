/** Plain text as paragraphs. */
import { describe, expect, it } from "vitest";
import { readPlainText } from "../../../server/src/text/plain-text.ts";

const prose = (text: string) => readPlainText(text).blocks.map((block) => block.prose.text);

describe("readPlainText", () => {
  it("joins wrapped lines and parts paragraphs at blank lines and form feeds", () => {
    const text = "The council met\n  on 4 May.\n\n\t\nIt closed late.\fPage two.\r\nStill two.\r\n";
    expect(prose(text)).toEqual(["The council met on 4 May.", "It closed late.", "Page two. Still two."]);
  });

  it("leaves Markdown signs as they are and leads back to the text", () => {
    const text = "\uFEFF# Not a *heading*\n\n> 5 < 6";
    const [first, second] = readPlainText(text).blocks;
    expect([first!.prose.text, second!.prose.text]).toEqual(["# Not a *heading*", "> 5 < 6"]);
    expect(text.slice(second!.span.start, second!.span.end)).toBe("> 5 < 6");
  });

  it("has no blocks in an empty text", () => {
    expect(prose("\n\n \n")).toEqual([]);
  });
});
