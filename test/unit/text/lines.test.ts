/** Offsets to lines and back, against vscode-languageserver-textdocument. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineTable } from "../../../server/src/text/lines.ts";

const texts = fc
  .array(fc.constantFrom("a", "😀", "é", "\n", "\r\n", "\r", "中 "))
  .map((list) => list.join(""));

describe("LineTable", () => {
  it("counts as the protocol does", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = new LineTable(text);
        const document = TextDocument.create("a:b", "markdown", 1, text);
        expect(table.lineCount).toBe(document.lineCount);
        for (let offset = 0; offset <= text.length; offset++) {
          const inBreak = text[offset] === "\n" && text[offset - 1] === "\r";
          if (!inBreak) expect(table.placeAt(offset)).toEqual(document.positionAt(offset));
          if (!inBreak) expect(table.offsetAt(table.placeAt(offset))).toBe(offset);
        }
      }),
    );
  });

  it("moves places outside the text to its ends", () => {
    const table = new LineTable("ab\r\ncd");
    expect(table.offsetAt({ line: 0, character: 9 })).toBe(2);
    expect(table.offsetAt({ line: 7, character: 0 })).toBe(6);
    expect(table.placeAt(99)).toEqual({ line: 1, character: 2 });
  });
});
