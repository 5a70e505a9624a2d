/**
 * From syntax tree to blocks: heading path, lead-in, lists, quotes, tables, footnotes, comments. Knows block-level
 * Markdown; the prose of a leaf is read elsewhere and kept by its tree node.
 */
import type { Tree, TreeCursor } from "@lezer/common";
import { commentText, type LeafContent, normaliseLabel, type References, readLeaf } from "./inline.ts";
import { MappedProse } from "./prose.ts";
import { readTable, type TableContent } from "./table.ts";
import type { Block, BlockKind, Comment, FootnoteDefinition } from "./types.ts";

/** Blocks nested deeper than this are not read. */
const MAX_DEPTH = 60;

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

  constructor(text: string, base: number, tree: Tree, previousReferences?: References) {
    this.text = text;
    this.base = base;
    this.tree = tree;
    this.references = sameOrNew(this.collectReferences(), previousReferences);
  }

  read(): void {
    this.children(this.tree.cursor(), OUTERMOST);
  }

  private children(cursor: TreeCursor, context: Context): void {
    if (context.depth > MAX_DEPTH || !cursor.firstChild()) return;
    let lead: string | null = null;
    do {
      lead = this.node(cursor, context, lead);
    } while (cursor.nextSibling());
    cursor.parent();
  }

  /** Reads one block; `lead` is the paragraph right before it. Returns the paragraph right before the next. */
  private node(cursor: TreeCursor, context: Context, lead: string | null): string | null {
    switch (cursor.name) {
      case "Paragraph":
      case "Task":
        return this.leaf(cursor, context.kind, context) ?? lead;
      case "BulletList":
      case "OrderedList":
        this.container(cursor, { ...context, leadIn: lead });
        return null;
      case "ListItem":
        this.children(cursor, { ...context, kind: "item", depth: context.depth + 1 });
        return null;
      case "Blockquote":
        this.quote(cursor, context, lead);
        return null;
      case "Table":
        this.table(cursor, { ...context, leadIn: lead });
        return null;
      case "FootnoteDefinition":
        this.footnote(cursor, context);
        return null;
      case "CommentBlock":
        this.htmlComments(cursor);
        return lead;
      case "HTMLBlock":
        this.htmlComments(cursor);
        return null;
      case "LinkReference":
      case "ListMark":
      case "QuoteMark":
      case "FootnoteLabel":
        return lead;
      default:
        if (/^(?:ATX|Setext)Heading/.test(cursor.name)) this.heading(cursor, context);
        return null;
    }
  }

  private container(cursor: TreeCursor, context: Context): void {
    this.children(cursor, { ...context, container: this.containers++, depth: context.depth + 1 });
  }

  private quote(cursor: TreeCursor, context: Context, lead: string | null): void {
    const leadIn = lead?.endsWith(":") ? lead : context.leadIn;
    const outer = { headings: this.headings, path: this.path };
    this.headings = [...outer.headings];
    this.container(cursor, { ...context, kind: "paragraph", quoteDepth: context.quoteDepth + 1, leadIn });
    this.headings = outer.headings;
    this.path = outer.path;
  }

  private footnote(cursor: TreeCursor, context: Context): void {
    const start = this.base + cursor.from;
    const label = /^\[\^([^\]\s]+)\]/.exec(this.text.slice(start, start + 120))?.[1] ?? "";
    this.footnotes.push({ label, span: { start, end: this.base + cursor.to } });
    const inside = { ...OUTERMOST, quoteDepth: context.quoteDepth, container: context.container };
    this.children(cursor, { ...inside, kind: "footnote", footnote: label, depth: context.depth + 1 });
  }

  private heading(cursor: TreeCursor, context: Context): void {
    const level = Number(cursor.name.at(-1));
    while (this.headings.length > 0 && this.headings[this.headings.length - 1]!.level >= level)
      this.headings.pop();
    this.path = this.headings.map((heading) => heading.text);
    const text = this.leaf(cursor, "heading", context, level);
    if (text === null) return;
    this.headings.push({ level, text });
    this.path = [...this.path, text];
  }

  /** Adds the block of a leaf node and returns its prose, or null if it has none. */
  private leaf(cursor: TreeCursor, kind: BlockKind, context: Context, level = 0): string | null {
    const content = this.content(cursor);
    this.addComments(content, this.base + cursor.from);
    if (content.prose.text === "") return null;
    this.addBlock(content, cursor.from, cursor.to, kind, context, level, null);
    return content.prose.text;
  }

  private content(cursor: TreeCursor): LeafContent {
    const tree = cursor.tree;
    const known = tree && leaves.get(tree);
    if (known && (known.references === null || known.references === this.references)) return known;
    const source = this.text.slice(this.base + cursor.from, this.base + cursor.to);
    const content = readLeaf(tree ?? cursor, source, this.references);
    if (tree) leaves.set(tree, content);
    return content;
  }

  private table(cursor: TreeCursor, context: Context): void {
    const tree = cursor.tree;
    let table = tree ? tables.get(tree) : undefined;
    if (!table || (table.references !== null && table.references !== this.references)) {
      const source = this.text.slice(this.base + cursor.from, this.base + cursor.to);
      table = readTable(tree ?? cursor, source, this.references);
      if (tree) tables.set(tree, table);
    }
    const number = this.tableCount++;
    for (const { content, from, to, place } of table.cells) {
      const start = cursor.from + from;
      this.addComments(content, this.base + start);
      if (content.prose.text === "") continue;
      this.addBlock(content, start, cursor.from + to, "cell", context, 0, { table: number, ...place });
    }
  }

  private addBlock(
    content: LeafContent,
    from: number,
    to: number,
    kind: BlockKind,
    context: Context,
    level: number,
    cell: Block["cell"],
  ): void {
    const start = this.base + from;
    const move = (span: { start: number; end: number }) => ({
      start: span.start + start,
      end: span.end + start,
    });
    this.blocks.push({
      kind,
      span: { start, end: this.base + to },
      prose: new MappedProse(content.prose, start),
      sentences: content.sentences,
      headings: this.path,
      level,
      leadIn: context.leadIn,
      quoteDepth: context.quoteDepth,
      container: context.container,
      cell,
      footnote: context.footnote,
      marks: content.marks.map((mark) => ({ ...mark, span: move(mark.span) })),
    });
  }

  private addComments(content: LeafContent, start: number): void {
    for (const { span, text } of content.comments) {
      this.comments.push({ span: { start: span.start + start, end: span.end + start }, text });
    }
  }

  private htmlComments(cursor: TreeCursor): void {
    const start = this.base + cursor.from;
    const source = this.text.slice(start, this.base + cursor.to);
    for (let from = source.indexOf("<!--"); from >= 0; ) {
      const close = source.indexOf("-->", from + 4);
      const to = close < 0 ? source.length : close + 3;
      const text = commentText(source.slice(from, to));
      this.comments.push({ span: { start: start + from, end: start + to }, text });
      from = source.indexOf("<!--", to);
    }
  }

  private collectReferences(): References {
    const found = new Map<string, string>();
    if (!this.text.includes("]:")) return found;
    this.tree.iterate({
      enter: (node) => {
        if (node.name !== "LinkReference") return !LEAVES.test(node.name);
        const label = node.node.getChild("LinkLabel");
        const url = node.node.getChild("URL");
        if (!label || !url) return false;
        const key = normaliseLabel(this.text.slice(this.base + label.from + 1, this.base + label.to - 1));
        if (!found.has(key))
          found.set(key, this.text.slice(this.base + url.from, this.base + url.to).replace(/^<|>$/g, ""));
        return false;
      },
    });
    return found;
  }
}

const LEAVES = /^(?:Paragraph|Task|ATXHeading|SetextHeading|Table|FencedCode|CodeBlock|HTMLBlock)/;

function sameOrNew(found: References, previous: References | undefined): References {
  if (!previous || previous.size !== found.size) return found;
  for (const [label, target] of found) if (previous.get(label) !== target) return found;
  return previous;
}
