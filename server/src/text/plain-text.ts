/**
 * Plain text read as a document: paragraphs between blank lines, hard-wrapped lines joined. Knows no Markdown.
 */
import { MappedProse, ProseBuilder, type ProseContent } from "./prose.ts";
import { splitProse } from "./sentences.ts";
import type { Block, ProseDocument } from "./types.ts";

/** Reads `text`: every block is a paragraph; a form feed ends one as a blank line does. */
export function readPlainText(text: string): ProseDocument {
  const blocks: Block[] = [];
  let start = -1;
  let lineStart = text.startsWith("\uFEFF") ? 1 : 0;
  while (lineStart < text.length) {
    const { end, next } = lineAt(text, lineStart);
    const blank = isBlankLine(text, lineStart, end);
    if (blank && start >= 0) {
      addParagraph(blocks, text, start, lineStart);
      start = -1;
    } else if (!blank && start < 0) start = lineStart;
    if (text[end] === "\f" && start >= 0) {
      addParagraph(blocks, text, start, end);
      start = -1;
    }
    lineStart = next;
  }
  if (start >= 0) addParagraph(blocks, text, start, text.length);
  const frontMatter = { span: { start: 0, end: 0 }, data: {}, problem: null };
  return { text, frontMatter, blocks, comments: [], footnotes: [] };
}

function lineAt(text: string, start: number): { end: number; next: number } {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 12) break;
    end++;
  }
  return { end, next: end + 1 };
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}

function addParagraph(blocks: Block[], text: string, start: number, end: number): void {
  const content = readParagraph(text.slice(start, end));
  if (content.text === "") return;
  const prose = new MappedProse(content, start);
  blocks.push({
    kind: "paragraph",
    span: prose.toSource({ start: 0, end: content.text.length }),
    prose,
    sentences: splitProse(content.text),
    headings: [],
    level: 0,
    leadIn: null,
    quoteDepth: 0,
    container: null,
    cell: null,
    footnote: null,
    marks: [],
  });
}

function readParagraph(source: string): ProseContent {
  const builder = new ProseBuilder(source);
  builder.plain(0, source.length);
  return builder.finish("none", (edited) => readParagraph(edited).text);
}
