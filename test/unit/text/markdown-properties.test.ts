/** What holds for the reading of any draft. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { drafts, editedDrafts, plain } from "./drafts.ts";

const proseOf = (text: string) => readMarkdown(text).blocks.map((block) => block.prose.text);

describe("readMarkdown", () => {
  it("leads each character back to itself, line breaks, code, escapes and entities apart", () => {
    fc.assert(
      fc.property(drafts, (text) => {
        for (const { prose } of readMarkdown(text).blocks) {
          for (let at = 0; at < prose.text.length; at++) {
            const { start, end } = prose.toSource({ start: at, end: at + 1 });
            const source = text.slice(start, end);
            if (end - start === 1 && source !== "\n") expect(source).toBe(prose.text[at]);
            else
              expect(source).toMatch(
                /^(?:[ \t]*\n[ \t>]*|&\w+;|\\.|`[\s\S]*`|!\[[\s\S]*\)|www\.[\s\S]*|<[\s\S]*>)$/,
              );
          }
        }
      }),
      { numRuns: 75 },
    );
  });

  it("gives pieces that rise, do not touch, and cover every character", () => {
    fc.assert(
      fc.property(drafts, fc.nat(), fc.nat(), (text, a, b) => {
        for (const { prose } of readMarkdown(text).blocks) {
          const [start, end] = [a % prose.text.length, b % (prose.text.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const pieces = prose.pieces({ start, end });
          const source = prose.toSource({ start, end });
          if (start < end) expect([pieces[0]!.start, pieces.at(-1)!.end]).toEqual([source.start, source.end]);
          for (let at = 1; at < pieces.length; at++)
            expect(pieces[at]!.start).toBeGreaterThan(pieces[at - 1]!.end);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("reads an edited draft as if it were new", () => {
    fc.assert(
      fc.property(editedDrafts, ({ text, edited }) => {
        const before = readMarkdown(text);
        expect(plain(readMarkdown(edited, before))).toEqual(plain(readMarkdown(edited)));
      }),
      { numRuns: 150 },
    );
  });

  it("reads it so after many edits in a row", () => {
    fc.assert(
      fc.property(
        drafts,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("a", "\n", "\n\n", "- ", "*", "---\n", "[ref]: x\n"))),
        (text, edits) => {
          let document = readMarkdown(text);
          for (const [at, inserted] of edits) {
            const place = at % (document.text.length + 1);
            document = readMarkdown(
              document.text.slice(0, place) + inserted + document.text.slice(place),
              document,
            );
          }
          expect(plain(document)).toEqual(plain(readMarkdown(document.text)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("reads a paragraph again when the table right below it is none any more", () => {
    const before = "The bridge was built in three years. ".repeat(20);
    const text = `${before}\n\n## Costs\n\n${before}What it cost:\n| Year | Euros |\n| --- | --- |\n| 2020 | 14 |\n`;
    const edited = text.replace("| --- |", "| x --- |");
    expect(plain(readMarkdown(edited, readMarkdown(text)))).toEqual(plain(readMarkdown(edited)));
    expect(plain(readMarkdown(text, readMarkdown(edited)))).toEqual(plain(readMarkdown(text)));
  });

  it("reads the same prose with CRLF", () => {
    fc.assert(
      fc.property(drafts, (text) => {
        expect(proseOf(text.replaceAll("\n", "\r\n"))).toEqual(proseOf(text));
      }),
      { numRuns: 75 },
    );
  });

  it("moves every span by what stands before it and changes nothing else", () => {
    const added = "😀 é 中\n\n";
    fc.assert(
      fc.property(drafts, (text) => {
        const blocks = readMarkdown(text).blocks;
        const moved = readMarkdown(added + text).blocks.slice(1);
        const by = added.length;
        expect(moved.map(({ span, prose }) => [span.start - by, span.end - by, prose.text])).toEqual(
          blocks.map(({ span, prose }) => [span.start, span.end, prose.text]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("reads the same prose in a list item and in a quote", () => {
    fc.assert(
      fc.property(drafts, (text) => {
        fc.pre(text !== "" && !text.includes("<!--") && !text.startsWith("---"));
        expect(proseOf(`- ${text.replaceAll("\n", "\n  ")}`)).toEqual(proseOf(text));
        // lezer-markdown does not see the blank line that ends an HTML block in a quote.
        if (!text.includes("<div>")) expect(proseOf(text.replace(/^/gm, "> "))).toEqual(proseOf(text));
      }),
      { numRuns: 50 },
    );
  });

  it("reads again only the block that was edited", () => {
    const text = Array.from(
      { length: 300 },
      (_, at) => `## Part ${at}\n\nOn **${at}** May.\n\n- a\n- b`,
    ).join("\n\n");
    const before = readMarkdown(text);
    const place = text.indexOf("On **150**");
    const after = readMarkdown(`${text.slice(0, place)}x${text.slice(place)}`, before);
    const read = after.blocks.filter((block, at) => block.sentences !== before.blocks[at]!.sentences);
    expect(read.length).toBeLessThan(12);
    expect(read.map((block) => block.prose.text)).toContain("xOn 150 May.");
  });

  it.each(["[a](", "**a*", "> ", "1. ", "[^a]:", "- a\n", "<!--", "`a``", "| a "])(
    "comes back from a long run of %j",
    (unit) => {
      expect(() => readMarkdown(unit.repeat(20_000))).not.toThrow();
    },
  );
});
