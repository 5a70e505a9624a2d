/**
 * The Markdown grammar: CommonMark with GitHub's tables, strikethrough, task lists and autolinks, and with
 * footnotes and Pandoc citations added. Knows syntax trees only; what they mean as prose is not decided here.
 */
import { type Tree, TreeFragment } from "@lezer/common";
import {
  Autolink,
  type BlockContext,
  parser as commonmark,
  type Element,
  type InlineContext,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  Strikethrough,
  Table,
  TaskList,
} from "@lezer/markdown";

/**
 * Inline markup is parsed in stretches of about this many characters: a pair of delimiters further apart than
 * that is not seen, and in return a line of a megabyte costs no more than its length.
 */
const INLINE_STRETCH = 2_000;

/** Blocks nested deeper than this are left out. */
export const MAX_DEPTH = 60;

const FOOTNOTE_DEFINITION = /^\[\^[^\]\s]{1,100}\]:/;
export const FOOTNOTE_REFERENCE = /^\[\^[^\]\s]{1,100}\]/;
export const CITATION = /^\[(?:[^\][]{0,200}[\s;-])?@[\p{L}\p{N}_{][^\][]{0,500}\](?![([])/u;

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
    {
      // "At last![^1]" is no picture.
      name: "FootnoteReferenceAfterMark",
      before: "Image",
      parse: (cx, next, pos) =>
        next === 33 ? inlineMatch(cx, pos + 1, FOOTNOTE_REFERENCE, "FootnoteReference") : -1,
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

/** GitHub's tables, also where blanks follow the delimiter row, which lezer-markdown's own pattern does not allow. */
const tables: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map((block) => ({
    ...block,
    leaf: (cx, leaf) => withTrimmedRows(block.leaf?.(cx, leaf) ?? null),
    endLeaf: (cx, line, leaf) => block.endLeaf?.(peekingTrimmed(cx), line, leaf) ?? false,
  })),
};

const depthLimit: MarkdownConfig = {
  parseBlock: [
    {
      name: "DepthLimit",
      before: "LinkReference",
      parse: (cx) => {
        if (cx.depth <= MAX_DEPTH) return false;
        cx.nextLine();
        return true;
      },
    },
  ],
};

/** Passes over characters that start no inline markup, bare addresses apart. */
const ordinary: MarkdownConfig = {
  parseInline: [{ name: "Ordinary", before: "Escape", parse: skipOrdinary }],
  remove: ["Autolink"],
};

const parser = commonmark.configure([
  tables,
  TaskList,
  Strikethrough,
  Autolink,
  footnotes,
  citations,
  depthLimit,
]);
const parseWithAddresses = parser.parseInline.bind(parser);
const withoutAddresses = parser.configure(ordinary);
parser.parseInline = parseInStretches;

/** An edit: `fromA`–`toA` of the old text became `fromB`–`toB` of the new one. */
export interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * `text` as the grammar must see it, character for character: lezer-markdown takes the "\r" of a line end for a character
 * of the line, which keeps it from finding tables and the ends of HTML blocks.
 */
export function withoutReturns(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", " \n") : text;
}

/**
 * Parses `text`, which has no "\r\n"; with the tree of an earlier text and what changed since, unchanged blocks keep
 * their very nodes.
 */
export function parseMarkdown(text: string, previous?: { tree: Tree; change: Change }): Tree {
  if (!previous) return parser.parse(text);
  const change = widened(previous.change, text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
  return parser.parse(text, fragments);
}

/**
 * The change from two lines further up: a paragraph ends before the header of a table, which is known by the line below
 * it, and lezer-markdown would reuse the paragraph when that line is no table's any more.
 */
function widened(change: Change, text: string): Change {
  let from = change.fromB;
  for (let lines = 0; lines < 3 && from > 0; lines++) from = text.lastIndexOf("\n", from - 1);
  const start = Math.max(0, from);
  return { ...change, fromA: start, fromB: start };
}

function withTrimmedRows(parser: LeafBlockParser | null): LeafBlockParser | null {
  if (!parser) return null;
  const nextLine = parser.nextLine.bind(parser);
  parser.nextLine = (cx: BlockContext, line: Line, leaf: LeafBlock) => {
    const { text } = line;
    line.text = text.trimEnd();
    const done = nextLine(cx, line, leaf);
    if (!done) line.text = text;
    return done;
  };
  return parser;
}

function peekingTrimmed(cx: BlockContext): BlockContext {
  return Object.create(cx, { peekLine: { value: () => cx.peekLine().trimEnd() } }) as BlockContext;
}

function startFootnote(cx: BlockContext, line: Line): null | false {
  if (line.next !== 91 || cx.depth > MAX_DEPTH) return false;
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

const MARKUP = new Set("\\&`*_[]!<~".split("").map((char) => char.charCodeAt(0)));
const ADDRESS = /@|www\.|:\/\/|mailto:|xmpp:/i;

function skipOrdinary(cx: InlineContext, next: number, pos: number): number {
  let at = pos;
  for (let code = next; at < cx.end && !MARKUP.has(code); code = cx.char(++at)) {
    if (code === 32 && cx.char(at + 1) === 32) break;
  }
  return at > pos ? at : -1;
}

function parseInStretches(text: string, offset: number): Element[] {
  if (text.length <= 2 * INLINE_STRETCH) return parseStretch(text, offset);
  const elements: Element[] = [];
  for (let start = 0; start < text.length; ) {
    const end = stretchEnd(text, start);
    for (const element of parseStretch(text.slice(start, end), offset + start)) elements.push(element);
    start = end;
  }
  return elements;
}

function parseStretch(text: string, offset: number): Element[] {
  return ADDRESS.test(text) ? parseWithAddresses(text, offset) : withoutAddresses.parseInline(text, offset);
}

/** Preferably after a sentence, else at a blank. */
function stretchEnd(text: string, start: number): number {
  const limit = start + INLINE_STRETCH;
  if (limit >= text.length) return text.length;
  const window = text.slice(start + INLINE_STRETCH / 2, limit);
  const stop = window.lastIndexOf(". ");
  const cut = stop >= 0 ? stop + 1 : window.lastIndexOf(" ");
  return cut >= 0 ? start + INLINE_STRETCH / 2 + cut : limit;
}
