/**
 * From syntax tree to blocks: heading path, lead-in, lists, quotes, tables, footnotes, comments. Knows block-level
 * Markdown; the prose of a leaf is read elsewhere and kept by its tree node.
 */
import { Tree } from "@lezer/common";
import { commentText, type LeafContent, readLeaf } from "./inline.ts";
import { MAX_DEPTH } from "./markdown-parser.ts";
import { MappedProse } from "./prose.ts";
import { collectReferences, type References } from "./references.ts";
import { readTable, type TableContent } from "./table.ts";
import type { Block, BlockKind, Comment, FootnoteDefinition, Mark } from "./types.ts";

/** What a block inherits from those around it. */
interface Context {
  readonly kind: BlockKind;
  readonly quoteDepth: number;
  readonly container: number | null;
  readonly footnote: string | null;
  readonly leadIn: string | null;
  readonly depth: number;
}

const OUTERMOST: Context = {
  kind: "paragraph",
  quoteDepth: 0,
  container: null,
  footnote: null,
  leadIn: null,
  depth: 0,
};

const leaves = new WeakMap<Tree, LeafContent>();
const tables = new WeakMap<Tree, TableContent>();

/** Reads one document, once. `base` is where `tree` starts in `text`. */
export class BlockReader {
  readonly blocks: Block[] = [];
  readonly comments: Comment[] = [];
  readonly footnotes: FootnoteDefinition[] = [];
  readonly references: References;
  private readonly text: string;
  private readonly base: number;
  private readonly tree: Tree;
  private headings: { level: number; text: string }[] = [];
  private path: readonly string[] = [];
  private containers = 0;
  private tableCount = 0;

  private readonly before: readonly Block[];

  /** `before` are the blocks of an earlier text: up to the first change they come back as they are. */
  constructor(
    text: string,
    base: number,
    tree: Tree,
    previousReferences?: References,
    before: readonly Block[] = [],
  ) {
    this.text = text;
    this.base = base;
    this.tree = tree;
    this.before = before;
    this.references = collectReferences(text, tree, base, previousReferences);
  }

  read(): void {
    this.children(this.tree, this.base, OUTERMOST, null);
  }

  /** Reads the blocks in `tree`, which starts at `start`; `before` is the paragraph right before the first. */
  private children(tree: Tree, start: number, context: Context, before: string | null): string | null {
    let lead = before;
    if (context.depth > MAX_DEPTH) return lead;
    for (let index = 0; index < tree.children.length; index++) {
      const child = tree.children[index];
      // Marks may be packed into buffers; blocks never are.
      if (!(child instanceof Tree)) continue;
      const from = start + tree.positions[index]!;
      if (child.type.isAnonymous) lead = this.children(child, from, context, lead);
      else lead = this.node(child, from, context, lead);
    }
    return lead;
  }

  /** Reads one block; `lead` is the paragraph right before it. Returns the paragraph right before the next. */
  private node(tree: Tree, from: number, context: Context, lead: string | null): string | null {
    const { name } = tree.type;
    switch (name) {
      case "Paragraph":
      case "Task":
        return this.leaf(tree, from, context.kind, context) ?? lead;
      case "BulletList":
      case "OrderedList":
        this.container(tree, from, { ...context, leadIn: lead });
        return null;
      case "ListItem":
        this.children(tree, from, { ...context, kind: "item", depth: context.depth + 1 }, null);
        return null;
      case "Blockquote":
        this.quote(tree, from, context, lead);
        return null;
      case "Table":
        this.table(tree, from, { ...context, leadIn: lead });
        return null;
      case "FootnoteDefinition":
        this.footnote(tree, from, context);
        return null;
      case "CommentBlock":
        this.htmlComments(tree, from);
        return lead;
      case "HTMLBlock":
        this.htmlComments(tree, from);
        return null;
      case "LinkReference":
      case "ListMark":
      case "QuoteMark":
      case "FootnoteLabel":
        return lead;
      default:
        if (HEADING.test(name)) this.heading(tree, from, context);
        return null;
    }
  }

  private container(tree: Tree, from: number, context: Context): void {
    this.children(tree, from, { ...context, container: this.containers++, depth: context.depth + 1 }, null);
  }

  private quote(tree: Tree, from: number, context: Context, lead: string | null): void {
    const leadIn = lead?.endsWith(":") ? lead : context.leadIn;
    const outer = { headings: this.headings, path: this.path };
    this.headings = [...outer.headings];
    this.container(tree, from, { ...context, kind: "paragraph", quoteDepth: context.quoteDepth + 1, leadIn });
    this.headings = outer.headings;
    this.path = outer.path;
  }

  private footnote(tree: Tree, from: number, context: Context): void {
    const start = from;
    const label = /^\[\^([^\]\s]+)\]/.exec(this.text.slice(start, start + 120))?.[1] ?? "";
    this.footnotes.push({ label, span: { start, end: start + tree.length } });
    const inside = { ...OUTERMOST, quoteDepth: context.quoteDepth, container: context.container };
    this.children(
      tree,
      from,
      { ...inside, kind: "footnote", footnote: label, depth: context.depth + 1 },
      null,
    );
  }

  private heading(tree: Tree, from: number, context: Context): void {
    const level = Number(tree.type.name.at(-1));
    while (this.headings.length > 0 && this.headings[this.headings.length - 1]!.level >= level)
      this.headings.pop();
    this.path = this.headings.map((heading) => heading.text);
    const text = this.leaf(tree, from, "heading", context, level);
    if (text === null) return;
    this.headings.push({ level, text });
    this.path = [...this.path, text];
  }

  /** Adds the block of a leaf node and returns its prose, or null if it has none. */
  private leaf(tree: Tree, from: number, kind: BlockKind, context: Context, level = 0): string | null {
    const content = this.content(tree, from);
    this.addComments(content, from);
    if (content.prose.text === "") return null;
    this.addBlock(content, from, from + tree.length, kind, context, level, null);
    return content.prose.text;
  }

  private content(tree: Tree, from: number): LeafContent {
    const known = leaves.get(tree);
    if (known && (known.references === null || known.references === this.references)) return known;
    const source = this.text.slice(from, from + tree.length);
    const content = readLeaf(tree.cursor(), source, this.references);
    leaves.set(tree, content);
    return content;
  }

  private table(tree: Tree, from: number, context: Context): void {
    let table = tables.get(tree);
    if (!table || (table.references !== null && table.references !== this.references)) {
      table = readTable(tree.cursor(), this.text.slice(from, from + tree.length), this.references);
      tables.set(tree, table);
    }
    const number = this.tableCount++;
    for (const { content, start, end, place } of table.cells) {
      this.addComments(content, from + start);
      if (content.prose.text === "") continue;
      this.addBlock(content, from + start, from + end, "cell", context, 0, { table: number, ...place });
    }
  }

  private addBlock(
    content: LeafContent,
    start: number,
    end: number,
    kind: BlockKind,
    context: Context,
    level: number,
    cell: Block["cell"],
  ): void {
    const known = this.before[this.blocks.length];
    const same =
      known &&
      known.sentences === content.sentences &&
      known.span.start === start &&
      known.kind === kind &&
      known.quoteDepth === context.quoteDepth &&
      known.leadIn === context.leadIn &&
      known.container === context.container &&
      known.footnote === context.footnote &&
      known.level === level &&
      samePath(known.headings, this.path) &&
      sameCell(known.cell, cell);
    if (same) this.blocks.push(known);
    else this.blocks.push(this.newBlock(content, start, end, kind, context, level, cell));
  }

  private newBlock(
    content: LeafContent,
    start: number,
    end: number,
    kind: BlockKind,
    context: Context,
    level: number,
    cell: Block["cell"],
  ): Block {
    return {
      kind,
      span: { start, end },
      prose: new MappedProse(content.prose, start),
      sentences: content.sentences,
      headings: this.path,
      level,
      leadIn: context.leadIn,
      quoteDepth: context.quoteDepth,
      container: context.container,
      cell,
      footnote: context.footnote,
      marks: content.marks.length === 0 ? NO_MARKS : moveMarks(content.marks, start),
    };
  }

  private addComments(content: LeafContent, start: number): void {
    for (const { span, text } of content.comments) {
      this.comments.push({ span: { start: span.start + start, end: span.end + start }, text });
    }
  }

  private htmlComments(tree: Tree, from: number): void {
    const source = this.text.slice(from, from + tree.length);
    for (let start = source.indexOf("<!--"); start >= 0; ) {
      const close = source.indexOf("-->", start + 4);
      const end = close < 0 ? source.length : close + 3;
      const text = commentText(source.slice(start, end));
      this.comments.push({ span: { start: from + start, end: from + end }, text });
      start = source.indexOf("<!--", end);
    }
  }
}

const HEADING = /^(?:ATX|Setext)Heading/;
const NO_MARKS: readonly Mark[] = [];

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, at) => text === b[at]));
}

function sameCell(a: Block["cell"], b: Block["cell"]): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.table === b.table &&
    a.row === b.row &&
    a.column === b.column &&
    a.rowHeader === b.rowHeader &&
    a.columnHeader === b.columnHeader
  );
}

function moveMarks(marks: readonly Mark[], by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, span: { start: mark.span.start + by, end: mark.span.end + by } }));
}
