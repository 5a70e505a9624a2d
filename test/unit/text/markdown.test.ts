/** Markdown drafts and the prose that is read from them. */
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import type { Block } from "../../../server/src/text/types.ts";

const blocksOf = (text: string): readonly Block[] => readMarkdown(text).blocks;
const proseOf = (text: string): string[] => blocksOf(text).map((block) => block.prose.text);

const PROSE: readonly (readonly [string, string, string[]])[] = [
  ["emphasis", "On **4** *May* we ~~met~~", ["On 4 May we met"]],
  ["links", "[30+](http://a.example) countries, [the *EU*][e]\n\n[e]: http://e", ["30+ countries, the EU"]],
  ["brackets that are no link", "“[T]he agency [sic] met”", ["“[T]he agency [sic] met”"]],
  ["bare addresses", "See <http://a.example/4> or www.b.example.", ["See \uFFFC or \uFFFC."]],
  ["inline code and images", "Run `x 4` and ![alt 5](u).", ["Run \uFFFC and \uFFFC."]],
  ["soft and hard breaks", "One \n  two  \nthree\\\nfour", ["One two\nthree\nfour"]],
  ["line breaks of HTML", "From: A<br>\nTo: B<br/>C", ["From: A\nTo: B\nC"]],
  ["escapes and entities", "5 \\* 6 &ndash; a&nbsp;b &#8364;", ["5 * 6 – a\u00a0b €"]],
  ["a block quote that wraps", "> one\n> two\nthree", ["one two three"]],
  ["notes and citations", "Thirty[^1] came [@key, p. 4]. All [see @a; @b] left.", ["Thirty came. All left."]],
  ["comments", "Thirty <!-- check --> came<!-- x -->.", ["Thirty came."]],
  ["HTML blocks and code", "<div>\n4\n</div>\n\n```\n5\n```\n\n    6\n\nText", ["Text"]],
  ["headings", "# One #\n\nTwo\n---", ["One", "Two"]],
  ["escaped pipes", "| a | b |\n|--|--|\n| x \\| y | `c` |", ["a", "b", "x | y", "\uFFFC"]],
  ["tabs", "-\tone\n\n\ttwo\n\n\t- three", ["one", "two", "three"]],
  ["a byte order mark", "\uFEFF# Title", ["Title"]],
  ["a mail address is no citation", "Ask [ann@a.example] now", ["Ask [\uFFFC] now"]],
];

describe("prose", () => {
  it.each(PROSE)("reads %s", (_, text, expected) => {
    expect(proseOf(text)).toEqual(expected);
  });

  it.each(PROSE)("reads %s with CRLF alike", (_, text, expected) => {
    expect(proseOf(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  it("leads back to the document", () => {
    const text = "😀 On **4** May [30+](u) came";
    const prose = blocksOf(text)[0]!.prose;
    const start = prose.text.indexOf("4 May");
    const span = prose.toSource({ start, end: start + 9 });
    expect(text.slice(span.start, span.end)).toBe("4** May [30+");
    const pieces = prose.pieces({ start, end: start + 9 });
    expect(pieces.map((piece) => text.slice(piece.start, piece.end))).toEqual(["4", " May ", "30+"]);
  });

  it("takes an entity whole", () => {
    const text = "A &amp; B";
    const span = blocksOf(text)[0]!.prose.toSource({ start: 2, end: 3 });
    expect(text.slice(span.start, span.end)).toBe("&amp;");
  });
});

describe("context", () => {
  it("gives each block its headings", () => {
    const paths = blocksOf("# A\n\na\n\n## B\n\nb\n\n# C\n\nc").map(({ level, headings }) => [
      level,
      ...headings,
    ]);
    expect(paths).toEqual([[1], [0, "A"], [2, "A"], [0, "A", "B"], [1], [0, "C"]]);
  });

  it("gives items what leads in, and nested ones their parent", () => {
    const items = blocksOf("We agreed:\n\n- one\n  - two\n- three\n\nEnd.\n\n***\n\n- four");
    expect(items.map(({ prose, leadIn }) => [prose.text, leadIn])).toEqual([
      ["We agreed:", null],
      ["one", "We agreed:"],
      ["two", "one"],
      ["three", "We agreed:"],
      ["End.", null],
      ["four", null],
    ]);
    expect(items[1]!.container).toBe(items[3]!.container);
    expect(items[2]!.container).not.toBe(items[1]!.container);
  });

  it("gives a quote the words that announce it, and only those", () => {
    const quotes = blocksOf("The mayor said:\n\n> We go.\n\nUnrelated.\n\n> Stay.").filter(
      (block) => block.quoteDepth > 0,
    );
    expect(quotes.map((block) => block.leadIn)).toEqual(["The mayor said:", null]);
  });

  it("gives cells their headers and what leads in", () => {
    const cells = blocksOf("Costs by year.\n\n| Year | Cost |\n|---|---|\n| 2022 | **5** |\n| | 7 |\n").slice(
      1,
    );
    expect(
      cells.map(({ prose, cell }) => [
        prose.text,
        cell?.row,
        cell?.column,
        cell?.rowHeader,
        cell?.columnHeader,
      ]),
    ).toEqual([
      ["Year", 0, 0, null, null],
      ["Cost", 0, 1, null, null],
      ["2022", 1, 0, null, "Year"],
      ["5", 1, 1, "2022", "Cost"],
      ["7", 2, 1, null, "Cost"],
    ]);
    expect(new Set(cells.map((block) => block.leadIn))).toEqual(new Set(["Costs by year."]));
  });

  it("reads footnote definitions to their end", () => {
    const text = "Text[^n].\n\n[^n]: First\nlazy\n\n    second\n\nAfter";
    const { footnotes, blocks } = readMarkdown(text);
    expect(footnotes.map(({ label, span }) => [label, text.slice(span.start, span.end)])).toEqual([
      ["n", "[^n]: First\nlazy\n\n    second"],
    ]);
    expect(blocks.map(({ kind, footnote, prose }) => [kind, footnote, prose.text])).toEqual([
      ["paragraph", null, "Text."],
      ["footnote", "n", "First lazy"],
      ["footnote", "n", "second"],
      ["paragraph", null, "After"],
    ]);
  });

  it("marks links, notes and citations", () => {
    const text = "A [b](u) c[^1] [@k, p. 4] [see @x; @y-z].";
    const { marks, prose } = blocksOf(text)[0]!;
    expect(marks.map(({ kind, target, span }) => [kind, target, text.slice(span.start, span.end)])).toEqual([
      ["link", "u", "[b](u)"],
      ["footnote-reference", "1", "[^1]"],
      ["citation", "k", "[@k, p. 4]"],
      ["citation", "x", "see @x"],
      ["citation", "y-z", "@y-z"],
    ]);
    expect(marks.map(({ at }) => prose.text.slice(at.start, at.end))).toEqual(["b", "", "", "", ""]);
    expect(marks.map(({ at }) => at.start)).toEqual([2, 5, 5, 5, 5]);
  });

  it("marks notes and citations behind words in brackets, which they are no labels of", () => {
    const text =
      "He [sic][^1] said [so][@key, p. 4] and [that][@{*k*}] of [it][ref] [no][such].\n\n[ref]: b.md\n";
    const [block] = blocksOf(text);
    expect(block!.prose.text).toBe("He [sic] said [so] and [that] of it [no][such].");
    expect(block!.marks.map(({ kind, target }) => [kind, target])).toEqual([
      ["footnote-reference", "1"],
      ["citation", "key"],
      ["citation", "*k*"],
      ["link", "b.md"],
    ]);
  });

  it("finds comments wherever they stand", () => {
    const text = "<!-- a -->\n\n# H <!-- b -->\n\n- i <!-- c -->\n\n| x <!-- d --> | y |\n|--|--|\n";
    const { comments } = readMarkdown(text);
    expect(comments.map((comment) => comment.text)).toEqual(["a", "b", "c", "d"]);
    expect(comments.map(({ span }) => text.slice(span.start, span.end))[3]).toBe("<!-- d -->");
  });
});

describe("front matter", () => {
  it("keeps dates as they are written", () => {
    const { frontMatter, blocks } = readMarkdown("---\ntitle: A\ndate: 2019-05-20\n---\n# H");
    expect(frontMatter).toEqual({
      span: { start: 0, end: 34 },
      data: { title: "A", date: "2019-05-20" },
      problem: null,
    });
    expect(blocks[0]!.span).toEqual({ start: 34, end: 37 });
  });

  it.each([
    ["---\na: [1\n---\ntext", /line/],
    ["---\na: 1\na: 2\n---\ntext", /line 3, a key stands twice/],
    ["---\njust words\n---\ntext", /not a list/],
    ["---\ntitle: x\n\ntext", /never closed/],
  ])("says what is wrong with %j", (text, problem) => {
    expect(readMarkdown(text).frontMatter.problem).toMatch(problem);
    expect(readMarkdown(text).blocks.length).toBeGreaterThan(0);
  });

  it("does not take a rule at the start for it", () => {
    expect(readMarkdown("---\n\nText\n\n---\n\nMore").frontMatter).toMatchObject({
      span: { end: 0 },
      problem: null,
    });
  });
});
