/**
 * Lines of a column to blocks: headings, paragraphs, list items, tables. Knows sizes, gaps and indents; nothing of pages'
 * rims or of Markdown.
 */
import type { Column } from "./pdf-columns.ts";
import type { Piece } from "./pdf-page.ts";
import { tablesOf } from "./pdf-table.ts";

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "table";
  readonly page: number;
  readonly size: number;
  readonly bold: boolean;
  readonly lines: readonly string[];
  /** Of a table. */
  readonly rows?: readonly (readonly string[])[];
  /** "- " or "3. " of an item. */
  readonly marker?: string;
  /** True for smaller print than the document's own, such as notes below the text. */
  readonly small: boolean;
  /** True where the last line reaches the column's right edge, so that the sentence may go on elsewhere. */
  readonly open: boolean;
}

/** What most letters of the document are like. */
export interface BodyStyle {
  readonly size: number;
  readonly bold: boolean;
}

const BULLET = /^(?:[•◦▪■□●○‣⁃∙·–—*-]|\uf0b7|\uf0a7)\s+(?=\S)/u;
const NUMBERED = /^\(?(\d{1,3})[.)]\s+(?=\S)/;
const LONGEST_HEADING = 220;

/** The blocks of a column. */
export function blocksOf(column: Column, page: number, body: BodyStyle): Block[] {
  const tables = tablesOf(column.lines);
  const blocks: Block[] = [];
  let at = 0;
  const text = (to: number) => {
    const lines = column.lines.slice(at, to).map(lineOf);
    blocks.push(...textBlocks(lines, { left: column.left, right: edgeOf(lines) }, page, body));
  };
  for (const table of tables) {
    text(table.from);
    const { size, bold } = column.lines[table.from]![0]!;
    const { rows } = table;
    blocks.push({ kind: "table", page, size, bold, lines: [], rows, small: false, open: false });
    at = table.to;
  }
  text(column.lines.length);
  return blocks;
}

function lineOf(pieces: readonly Piece[]): Line {
  const [first] = pieces;
  const longest = pieces.reduce(
    (best, piece) => (piece.text.length > best.text.length ? piece : best),
    first!,
  );
  return {
    text: pieces.map(({ text }) => text).join(" "),
    left: first!.left,
    right: pieces.at(-1)!.right,
    y: first!.y,
    size: longest.size,
    bold: pieces.every(({ bold }) => bold),
  };
}

/** Where full lines end: most of the long ones reach it. */
function edgeOf(lines: readonly Line[]): number {
  const ends = lines.map(({ right }) => right).sort((one, other) => one - other);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function textBlocks(lines: readonly Line[], edges: Edges, page: number, body: BodyStyle): Block[] {
  const blocks: Block[] = [];
  const leading = leadingOf(lines);
  let group: Line[] = [];
  const close = () => {
    if (group.length > 0) blocks.push(blockOf(group, edges, page, body));
    group = [];
  };
  for (const line of lines) {
    if (group.length > 0 && startsBlock(line, group, { edges, leading, body })) close();
    group.push(line);
  }
  close();
  return blocks;
}

/** The usual distance of two lines, in ems. */
function leadingOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const gap = at > 0 ? line.y - lines[at - 1]!.y : 0;
    const ems = Math.round((gap / line.size) * 20) / 20;
    if (ems > 0.8 && ems < 2.4) counts.set(ems, (counts.get(ems) ?? 0) + 1);
  }
  const best = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0];
  return best?.[0] ?? 1.2;
}

interface Setting {
  readonly edges: Edges;
  readonly leading: number;
  readonly body: BodyStyle;
}

function startsBlock(line: Line, group: readonly Line[], { edges, leading, body }: Setting): boolean {
  const before = group.at(-1)!;
  const gap = (line.y - before.y) / Math.min(line.size, before.size);
  const isLarge = line.size > body.size * 1.12;
  if (gap < 0 || gap > (isLarge ? 1.7 : Math.max(leading, 1.05) * 1.25)) return true;
  if (Math.abs(line.size - before.size) > Math.max(line.size, before.size) * 0.07) return true;
  if (
    line.bold !== before.bold &&
    (before.bold ? isHeadingText(textOf(group)) : isHeadingText(line.text) && !isMid(before))
  )
    return true;
  if (BULLET.test(line.text)) return true;
  const width = edges.right - edges.left;
  const isShort = before.right < edges.right - width * 0.12;
  if (NUMBERED.test(line.text) && (isShort || isItem(group[0]!) || line.left > edges.left + 6)) return true;
  if (isItem(group[0]!)) return line.left < (group[1]?.left ?? group[0]!.left + 4) - line.size * 0.4;
  const isIndented = line.left > edges.left + line.size * 0.8 && before.left < edges.left + line.size * 0.4;
  if (isIndented && !isMid(before)) return true;
  return isShort && before.right < edges.right - width * 0.2 && /[.!?:”"’)]$/.test(before.text);
}

/** A line that ends inside a sentence. */
function isMid(line: Line): boolean {
  return /[\p{Ll},-]$/u.test(line.text);
}

function isItem(line: Line): boolean {
  return BULLET.test(line.text) || NUMBERED.test(line.text);
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(" ");
}

function isHeadingText(text: string): boolean {
  return text.length <= 120 && !/[.,;:]$/.test(text) && /\p{L}/u.test(text);
}

function blockOf(lines: readonly Line[], edges: Edges, page: number, body: BodyStyle): Block {
  const { size } = lines[0]!;
  const text = textOf(lines);
  const bold = lines.every((line) => line.bold);
  const open = lines.at(-1)!.right > edges.right - (edges.right - edges.left) * 0.25;
  const common = { page, size, bold, small: size < body.size * 0.93, open };
  const isLarge = size > body.size * 1.12 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text);
  const isBoldHeading =
    bold && !body.bold && size > body.size * 0.95 && lines.length <= 2 && isHeadingText(text);
  if (isLarge || isBoldHeading) return { kind: "heading", lines: [text], ...common };
  const words = lines.map((line) => line.text);
  const bullet = BULLET.exec(words[0]!);
  if (bullet) {
    const isDash = /^[–—*-]/.test(words[0]!);
    // A dash before a single line may be a pause that the line break left there.
    if (!isDash || lines[0]!.left > edges.left - 1)
      return {
        kind: "item",
        lines: [words[0]!.slice(bullet[0].length), ...words.slice(1)],
        marker: "- ",
        ...common,
      };
  }
  const number = NUMBERED.exec(words[0]!);
  if (number)
    return {
      kind: "item",
      lines: [words[0]!.slice(number[0].length), ...words.slice(1)],
      marker: `${number[1]}. `,
      ...common,
    };
  return { kind: "paragraph", lines: words, ...common };
}
