/**
 * The Markdown grammar: CommonMark with GitHub's tables, strikethrough, task lists and autolinks, and with
 * footnotes and Pandoc citations added. Knows syntax trees only; what they mean as prose is not decided here.
 */
import { type Tree, TreeFragment } from "@lezer/common";
import {
  type BlockContext,
  parser as commonmark,
  type Element,
  GFM,
  type InlineContext,
  type Line,
  type MarkdownConfig,
} from "@lezer/markdown";

/**
 * Inline markup is parsed in stretches of about this many characters: a pair of delimiters further apart than
 * that is not seen, and in return a line of a megabyte costs no more than its length.
 */
export const INLINE_STRETCH = 8_000;

const FOOTNOTE_DEFINITION = /^\[\^[^\]\s]{1,100}\]:/;
const FOOTNOTE_REFERENCE = /^\[\^[^\]\s]{1,100}\]/;
const CITATION = /^\[(?:[^\][]{0,200}[\s;-])?@[\p{L}\p{N}_][^\][]{0,500}\](?![([])/u;

const footnotes: MarkdownConfig = {
  defineNodes: [
    { name: "FootnoteDefinition", block: true, composite: continueFootnote },
    { name: "FootnoteLabel" },
    { name: "FootnoteReference" },
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      parse: startFootnote,
      endLeaf: (_, line) => line.next === 91 && FOOTNOTE_DEFINITION.test(line.text.slice(line.pos)),
    },
  ],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse: (cx, next, pos) =>
        next === 91 ? inlineMatch(cx, pos, FOOTNOTE_REFERENCE, "FootnoteReference") : -1,
    },
  ],
};

const citations: MarkdownConfig = {
  defineNodes: [{ name: "Citation" }],
  parseInline: [
    {
      name: "Citation",
      before: "Link",
      parse: (cx, next, pos) => (next === 91 ? inlineMatch(cx, pos, CITATION, "Citation") : -1),
    },
  ],
};

const parser = commonmark.configure([GFM, footnotes, citations]);
const parseWholeInline = parser.parseInline.bind(parser);
parser.parseInline = parseInStretches;

/** An edit: `fromA`–`toA` of the old text became `fromB`–`toB` of the new one. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Parses `text`; with the tree of an earlier text and what changed since, unchanged blocks keep their very nodes. */
export function parseMarkdown(text: string, previous?: { tree: Tree; change: Change }): Tree {
  if (!previous) return parser.parse(text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [previous.change]);
  return parser.parse(text, fragments);
}

function startFootnote(cx: BlockContext, line: Line): null | false {
  if (line.next !== 91) return false;
  const label = FOOTNOTE_DEFINITION.exec(line.text.slice(line.pos, line.pos + 120));
  if (!label) return false;
  const start = cx.lineStart + line.pos;
  cx.startComposite("FootnoteDefinition", line.pos);
  cx.addElement(cx.elt("FootnoteLabel", start, start + label[0].length));
  line.moveBase(line.skipSpace(line.pos + label[0].length));
  return null;
}

function continueFootnote(_: BlockContext, line: Line): boolean {
  if (line.pos === line.text.length) return true;
  if (line.indent < line.baseIndent + 4) return false;
  line.moveBaseColumn(line.baseIndent + 4);
  return true;
}

function inlineMatch(cx: InlineContext, pos: number, pattern: RegExp, name: string): number {
  const match = pattern.exec(cx.slice(pos, Math.min(cx.end, pos + 720)));
  return match ? cx.addElement(cx.elt(name, pos, pos + match[0].length)) : -1;
}

function parseInStretches(text: string, offset: number): Element[] {
  if (text.length <= 2 * INLINE_STRETCH) return parseWholeInline(text, offset);
  const elements: Element[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + INLINE_STRETCH);
    const blank = text.lastIndexOf(" ", end);
    if (end < text.length && blank > start) end = blank;
    for (const element of parseWholeInline(text.slice(start, end), offset + start)) elements.push(element);
    start = end;
  }
  return elements;
}
