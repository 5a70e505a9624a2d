/**
 * Turns a parsed piece of a page into Markdown: headings, paragraphs, lists, block quotes, tables, footnote marks.
 * Knows HTML's elements; nothing of which part of a page matters.
 */
import { type DomElement, type DomNode, isElement } from "./dom.ts";
import { tableMarkdown } from "./dom-table.ts";
import { BLOCKS, DEEPEST, isSkipped, plainWords, superscript } from "./dom-words.ts";
import { MarkdownWriter } from "./markdown-writer.ts";

/** The Markdown of an element and all in it. */
export function toMarkdown(root: DomElement): string {
  const writer = new MarkdownWriter();
  walk(root, { writer, depth: 0, marker: null });
  return writer.finish();
}

interface Place {
  readonly writer: MarkdownWriter;
  readonly depth: number;
  /** How the next list item begins, or null outside of lists. */
  readonly marker: (() => string) | null;
}

function walk(node: DomNode, place: Place): void {
  const { writer, depth } = place;
  if (node.nodeType === 3) {
    writer.words((node.textContent ?? "").replace(/\s+/g, " "));
    return;
  }
  if (!isElement(node) || isSkipped(node)) return;
  if (depth > DEEPEST) {
    writer.words(` ${(node.textContent ?? "").replace(/\s+/g, " ")} `);
    return;
  }
  const heading = /^h([1-6])$/.exec(node.localName);
  if (heading) {
    writer.flush();
    writer.words(plainWords(node));
    writer.heading(Number(heading[1]));
    return;
  }
  element(node, place);
}

function element(node: DomElement, place: Place): void {
  const { writer } = place;
  switch (node.localName) {
    case "br":
      writer.lineBreak();
      return;
    case "hr":
      writer.flush();
      return;
    case "ul":
    case "ol":
      list(node, place);
      return;
    case "li":
      item(node, place);
      return;
    case "blockquote":
      writer.openQuote();
      children(node, place);
      writer.close();
      return;
    case "table":
      table(node, place);
      return;
    case "pre":
      preformatted(node, place);
      return;
    case "q":
      writer.words("“");
      children(node, place);
      writer.words("”");
      return;
    case "sup":
      writer.words(superscript(node));
      return;
    default:
      block(node, place);
      return;
  }
}

function item(node: DomElement, place: Place): void {
  place.writer.openItem(place.marker?.() ?? "- ");
  children(node, { ...place, marker: null });
  place.writer.close();
}

function preformatted(node: DomElement, { writer }: Place): void {
  writer.flush();
  for (const line of (node.textContent ?? "").split(/\r?\n/)) {
    writer.words(line);
    writer.lineBreak();
  }
  writer.flush();
}

/** An element without a sign of its own: only what divides a page divides its text. */
function block(node: DomElement, place: Place): void {
  const isBlock = BLOCKS.has(node.localName);
  if (isBlock) place.writer.flush();
  children(node, place);
  if (isBlock) place.writer.flush();
}

function children(node: DomElement, place: Place): void {
  const below = { ...place, depth: place.depth + 1 };
  for (const child of node.childNodes) walk(child, below);
}

function list(node: DomElement, place: Place): void {
  place.writer.flush();
  let next = Number.parseInt(node.getAttribute("start") ?? "1", 10);
  if (!Number.isSafeInteger(next) || next < 0) next = 1;
  const marker = node.localName === "ul" ? () => "- " : () => `${next++}. `;
  children(node, { ...place, marker });
  place.writer.flush();
}

function table(node: DomElement, place: Place): void {
  const { writer } = place;
  const markdown = tableMarkdown(node);
  writer.flush();
  if (markdown === null) {
    children(node, place);
    return;
  }
  const caption = node.querySelector("caption");
  if (caption) writer.words(plainWords(caption));
  writer.flush();
  if (markdown !== "") writer.block(markdown);
}
