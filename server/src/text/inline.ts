/**
 * A leaf of the syntax tree (paragraph, heading, table cell) read as prose. Knows inline Markdown; knows nothing
 * of the blocks around it. All offsets are relative to the leaf's start.
 */
import type { SyntaxNodeRef, TreeCursor } from "@lezer/common";
import { decodeEntity } from "./entities.ts";
import { CITATION, FOOTNOTE_REFERENCE, parseMarkdown, withoutReturns } from "./markdown-parser.ts";
import { ProseBuilder, type ProseContent } from "./prose.ts";
import { normaliseLabel, type References } from "./references.ts";
import { splitProse } from "./sentences.ts";
import type { Comment, Mark, Span } from "./types.ts";

/** What a leaf says, wherever in the document it stands. */
export interface LeafContent {
  readonly prose: ProseContent;
  readonly sentences: readonly Span[];
  readonly marks: readonly Mark[];
  readonly comments: readonly Comment[];
  /** The definitions that it was read with, or null if it does not depend on any. */
  readonly references: References | null;
}

/** Stands in prose for what is not prose: inline code, an image, a bare address. */
const OBJECT = "\uFFFC";

/** Reads the node that `cursor` is on; `source` is its text. */
export function readLeaf(
  cursor: TreeCursor,
  source: string,
  references: References,
  markup: "markdown" | "cell" = "markdown",
): LeafContent {
  const reader = new LeafReader(source, cursor.from, references);
  const name = cursor.name;
  reader.children(cursor);
  const prose = reader.builder.finish(markup, (edited) => reread(name, source, edited, references));
  const clamp = (at: number) => Math.min(at, prose.text.length);
  return {
    prose,
    sentences: splitProse(prose.text),
    marks: reader.marks.map((mark) => ({
      ...mark,
      at: { start: clamp(mark.at.start), end: clamp(mark.at.end) },
    })),
    comments: reader.comments,
    references: reader.dependsOnReferences ? references : null,
  };
}

class LeafReader {
  readonly builder: ProseBuilder;
  readonly marks: Mark[] = [];
  readonly comments: Comment[] = [];
  dependsOnReferences = false;
  private readonly source: string;
  /** Where the leaf starts in the cursor's coordinates. */
  private readonly base: number;
  private readonly references: References;

  constructor(source: string, base: number, references: References) {
    this.builder = new ProseBuilder(source);
    this.source = source;
    this.base = base;
    this.references = references;
  }

  /** Reads the node that `cursor` is on: its children, and the plain text between them. */
  children(cursor: TreeCursor): void {
    const end = cursor.to - this.base;
    let at = cursor.from - this.base;
    if (cursor.firstChild()) {
      do {
        const start = cursor.from - this.base;
        const stop = cursor.name === "HeaderMark" ? this.lineEndBefore(start) : start;
        if (stop > at) this.builder.plain(at, stop);
        at = cursor.to - this.base;
        this.node(cursor, start, at);
      } while (cursor.nextSibling());
      cursor.parent();
    }
    if (end > at) this.builder.plain(at, end);
  }

  private node(cursor: TreeCursor, start: number, end: number): void {
    switch (cursor.name) {
      case "Escape":
        this.builder.replaced(this.source.slice(start + 1, end), start, end);
        return;
      case "Entity":
        this.entity(start, end);
        return;
      case "HardBreak":
        this.hardBreak(start, end);
        return;
      case "Emphasis":
      case "StrongEmphasis":
      case "Strikethrough":
        this.wrapped(cursor, start, end);
        return;
      case "Link":
        this.link(cursor, start, end);
        return;
      case "Autolink":
      case "URL":
        this.autolink(start, end);
        return;
      case "InlineCode":
      case "Image":
        this.builder.replaced(OBJECT, start, end);
        return;
      case "FootnoteReference":
        this.mark("footnote-reference", start, end, this.source.slice(start + 2, end - 1));
        return;
      case "Citation":
        this.citation(start, end);
        return;
      case "HTMLTag":
        if (/^<br\s*\/?>$/i.test(this.source.slice(start, Math.min(end, start + 20))))
          this.builder.lineBreak(start, end, true);
        return;
      case "Comment":
        this.comments.push({ span: { start, end }, text: commentText(this.source.slice(start, end)) });
        this.builder.nothing(end);
        return;
      case "ProcessingInstruction":
        this.builder.nothing(end);
        return;
      case "LinkLabel":
        this.label(start, end);
        return;
      case "LinkMark":
      case "LinkTitle":
        this.builder.plain(start, end);
        return;
      case "QuoteMark":
        this.builder.skip(start, end);
        return;
      default:
        // Markers of headings, emphasis and tasks leave nothing.
        return;
    }
  }

  /** Where the line before a setext underline at `start` ends; what stands between belongs to lists and quotes. */
  private lineEndBefore(start: number): number {
    const newline = this.source.lastIndexOf("\n", start);
    return newline >= 0 && /^[\s>]*$/.test(this.source.slice(newline, start)) ? newline : start;
  }

  /** One blank before "\r\n" makes no hard break, though the grammar sees two. */
  private hardBreak(start: number, end: number): void {
    if (this.source.slice(start, end) === " \r\n") this.builder.plain(start, end);
    else this.builder.lineBreak(start, end, true);
  }

  private entity(start: number, end: number): void {
    const decoded = decodeEntity(this.source.slice(start, end));
    if (decoded === null) this.builder.plain(start, end);
    else this.builder.replaced(decoded, start, end);
  }

  private wrapped(cursor: TreeCursor, start: number, end: number): void {
    const node = cursor.node;
    const open = node.firstChild;
    const close = node.lastChild;
    if (open && close && open.from !== close.from) {
      this.builder.wrap({
        open: { start, end: open.to - this.base },
        close: { start: close.from - this.base, end },
      });
    }
    this.children(cursor);
  }

  private autolink(start: number, end: number): void {
    const target = this.source.slice(start, end).replace(/^<|>$/g, "");
    this.builder.replaced(OBJECT, start, end);
    const at = this.builder.length;
    this.marks.push({ kind: "link", span: { start, end }, at: { start: at - 1, end: at }, target });
  }

  private link(cursor: TreeCursor, start: number, end: number): void {
    const link = this.linkParts(cursor.node.cursor(), start, end);
    if (!link) {
      this.children(cursor);
      return;
    }
    const at = this.builder.length;
    this.builder.wrap({ open: { start, end: start + 1 }, close: { start: link.close, end } });
    this.linkText(cursor, start + 1, link.close);
    const span = { start, end };
    this.marks.push({ kind: "link", span, at: { start: at, end: this.builder.length }, target: link.target });
  }

  /** The children of a link that stand in its text. */
  private linkText(cursor: TreeCursor, from: number, to: number): void {
    let at = from;
    if (!cursor.firstChild()) return;
    do {
      const start = cursor.from - this.base;
      const end = cursor.to - this.base;
      if (start < at || end > to) continue;
      if (start > at) this.builder.plain(at, start);
      at = end;
      this.node(cursor, start, end);
    } while (cursor.nextSibling());
    cursor.parent();
    if (to > at) this.builder.plain(at, to);
  }

  /** Target and end of the link's text; null for brackets that are no link because nothing defines their label. */
  private linkParts(
    cursor: TreeCursor,
    start: number,
    end: number,
  ): { target: string; close: number } | null {
    let close = -1;
    let target: string | null = null;
    let label: string | null = null;
    if (!cursor.firstChild()) return null;
    do {
      const node: SyntaxNodeRef = cursor;
      const from = node.from - this.base;
      if (node.name === "LinkMark" && close < 0 && this.source[from] === "]") close = from;
      else if (close >= 0 && node.name === "URL") target = this.source.slice(from, node.to - this.base);
      else if (close >= 0 && node.name === "LinkLabel")
        label = this.source.slice(from + 1, node.to - this.base - 1);
    } while (cursor.nextSibling());
    if (close < 0) return null;
    if (target !== null) return { target: target.replace(/^<|>$/g, ""), close };
    if (this.source[close + 1] === "(" && end > close + 1) return { target: "", close };
    this.dependsOnReferences = true;
    const key = normaliseLabel(label || this.source.slice(start + 1, close));
    const defined = this.references.get(key);
    return defined === undefined ? null : { target: defined, close };
  }

  /** What stands in brackets right behind others and is no link's label: "[sic][^1]". */
  private label(start: number, end: number): void {
    const text = this.source.slice(start, end);
    if (FOOTNOTE_REFERENCE.test(text)) this.mark("footnote-reference", start, end, text.slice(2, -1));
    else if (CITATION.test(text)) this.citation(start, end);
    else this.builder.plain(start, end);
  }

  private citation(start: number, end: number): void {
    const at = this.builder.nothing(end);
    const parts = this.source.slice(start + 1, end - 1).split(";");
    let from = start + 1;
    for (const part of parts) {
      const [, braced, plain] = CITATION_KEY.exec(part) ?? [];
      const key = braced ?? plain?.replace(/[^\p{L}\p{N}_]+$/u, "");
      const lead = part.length - part.trimStart().length;
      const span =
        parts.length === 1 ? { start, end } : { start: from + lead, end: from + part.trimEnd().length };
      if (key) this.marks.push({ kind: "citation", span, at: { start: at, end: at }, target: key });
      from += part.length + 1;
    }
  }

  private mark(kind: Mark["kind"], start: number, end: number, target: string): void {
    const at = this.builder.nothing(end);
    this.marks.push({ kind, span: { start, end }, at: { start: at, end: at }, target });
  }
}

/** What a comment says, without its delimiters. */
export function commentText(comment: string): string {
  return comment.replace(/^<!--/, "").replace(/-->$/, "").trim();
}

/** `@key`, or `@{key}` around what is none otherwise. */
const CITATION_KEY = /@(?:\{([^{}]{1,200})\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]{0,200}))/u;

const TASK = /^\[[ xX]\]\s+/;

/** Reads an edited leaf on its own, with what a list or quote puts at the start of its lines taken out. */
function reread(name: string, source: string, edited: string, references: References): string | null {
  if (name === "Paragraph" && TASK.test(edited)) return null;
  const marker = name === "Task" ? (TASK.exec(source)?.[0].length ?? 0) : 0;
  const text = edited.slice(marker).replace(/\n[ \t>]+/g, "\n");
  const tree = parseMarkdown(withoutReturns(text));
  const cursor = tree.cursor();
  if (!cursor.firstChild()) return "";
  const read = readLeaf(cursor, text.slice(cursor.from, cursor.to), references);
  const alone =
    !cursor.nextSibling() && (/Heading/.test(name) ? cursor.name === name : cursor.name === "Paragraph");
  return alone ? read.prose.text : null;
}
