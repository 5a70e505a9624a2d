/**
 * The words of one PDF page with their places: pieces of a line, sorted from top to bottom, superscript marks of notes
 * left out. Knows geometry; nothing of paragraphs.
 */

/** A text item as the PDF library gives it. */
export interface RawItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** Words that stand together on a line. Distances are in points, `y` is the baseline from the page's top. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** The strings that the file draws one by one, where there are several: cells that stand close together. */
  readonly parts?: readonly Pick<Piece, "text" | "left" | "right">[];
}

export interface PageWords {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

interface Item {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A gap of this many ems may part two columns or cells; justified lines seldom have one. */
const WIDE_GAP = 0.9;
/** What stands before an item of a list, often with a wide gap after it. */
const MARKER = /^\s*(?:[•◦▪■□●○‣⁃∙·–—*-]|\uf0b7|\uf0a7|\(?[\da-z]{1,2}[.)])\s*$/u;
const MOST_ITEMS = 60_000;

/** Reads a page. `matrix` leads from its space to the one with y downwards; `isBold` tells of a font by its name. */
export function readPage(
  raw: readonly RawItem[],
  matrix: readonly number[],
  size: { readonly page: number; readonly width: number; readonly height: number },
  isBold: (font: string) => boolean,
): PageWords {
  const items: Item[] = [];
  for (const item of raw.slice(0, MOST_ITEMS)) {
    const placed = place(item, matrix, isBold);
    if (placed && placed.left < size.width && placed.right > 0 && placed.y > 0 && placed.y < size.height + 5)
      items.push(placed);
  }
  const pieces = linesOf(withoutRaised(items)).flatMap((line) => piecesOf(line));
  return { ...size, pieces };
}

function place(item: RawItem, matrix: readonly number[], isBold: (font: string) => boolean): Item | null {
  const text = item.str.replace(/[\u0000-\u001f\u007f-\u009f↩⤴]/g, " ");
  if (text === "") return null;
  const [a, b, c, d, e, f] = times(matrix, item.transform);
  // Words that run upwards or upside down are a margin's, such as an archive's stamp.
  if (Math.abs(b!) > Math.abs(a!) * 0.3 || a! <= 0) return null;
  const size = Math.hypot(c!, d!);
  if (!(size > 0.5 && size < 500)) return null;
  return {
    text,
    left: e!,
    right: e! + Math.max(0, item.width),
    y: f!,
    size,
    bold: isBold(item.fontName),
  };
}

function times(m: readonly number[], n: readonly number[]): number[] {
  const at = (values: readonly number[], index: number) => values[index] ?? 0;
  return [
    at(m, 0) * at(n, 0) + at(m, 2) * at(n, 1),
    at(m, 1) * at(n, 0) + at(m, 3) * at(n, 1),
    at(m, 0) * at(n, 2) + at(m, 2) * at(n, 3),
    at(m, 1) * at(n, 2) + at(m, 3) * at(n, 3),
    at(m, 0) * at(n, 4) + at(m, 2) * at(n, 5) + at(m, 4),
    at(m, 1) * at(n, 4) + at(m, 3) * at(n, 5) + at(m, 5),
  ];
}

/** Without marks of notes that a neighbouring column's lines would part from their own. */
function withoutRaised(items: readonly Item[]): Item[] {
  const sorted = [...items].sort((one, other) => one.y - other.y);
  return sorted.filter((item, index) => {
    if (!/^[\d,*†‡§]{1,4}$/.test(item.text.trim())) return true;
    for (let at = index + 1; at < sorted.length; at++) {
      const word = sorted[at]!;
      if (word.y - item.y > item.size) return true;
      const isBeside = Math.abs(item.left - word.right) < word.size * 0.3 && word.text.trim() !== "";
      if (isBeside && isNoteMark({ ...item, text: item.text.trim() }, word)) return false;
    }
    return true;
  });
}

/** Items by line from top to bottom, each from left to right. Raised and lowered marks belong to the line they touch. */
function linesOf(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort((one, other) => one.y - other.y || one.left - other.left);
  const lines: Item[][] = [];
  let base: Item | undefined;
  for (const item of sorted) {
    const line = lines.at(-1);
    if (line && base && item.y - base.y <= reachOf(base, item)) {
      line.push(item);
      if (item.size > base.size) base = item;
    } else {
      lines.push([item]);
      base = item;
    }
  }
  return lines.map((line) => line.sort((one, other) => one.left - other.left));
}

/** How far below `base` an item may stand on the same line: much where `base` is a small mark raised above it. */
function reachOf(base: Item, item: Item): number {
  if (item.size > base.size * 1.1) return item.size * 0.55;
  return base.size * 0.3;
}

function piecesOf(line: readonly Item[]): Piece[] {
  const largest = Math.max(...line.map(({ size }) => size));
  const base = line.find(({ size, text }) => size === largest && text.trim() !== "") ?? line[0]!;
  const pieces: Piece[] = [];
  let words: Item[] = [];
  let spaced = false;
  const close = () => {
    if (words.length > 0) pieces.push(pieceOf(words, base.y));
    words = [];
  };
  for (const item of line) {
    if (item.text.trim() === "") spaced = true;
    if (item.text.trim() === "" || isNoteMark(item, base)) continue;
    const before = words.at(-1);
    if (before && isPrintedTwice(before, item)) continue;
    const isMarker = words.length === 1 && MARKER.test(words[0]!.text);
    if (before && !isMarker && item.left - before.right > WIDE_GAP * Math.min(largest, 30)) close();
    words.push(spaced && words.length > 0 ? { ...item, text: ` ${item.text}` } : item);
    spaced = false;
  }
  close();
  return pieces;
}

/** “2019³”: a small raised figure that is no part of the number before it. Ordinals such as “5th” stay. */
function isNoteMark(item: Item, base: Item): boolean {
  return (
    item.size < base.size * 0.92 && base.y - item.y > base.size * 0.15 && /^[\d,\s*†‡§]{1,8}$/.test(item.text)
  );
}

/** Bold that is made by printing the words twice. */
function isPrintedTwice(before: Item, item: Item): boolean {
  return before.text === item.text && Math.abs(before.left - item.left) < item.size * 0.2;
}

function pieceOf(items: readonly Item[], y: number): Piece {
  let text = "";
  let bold = 0;
  let letters = 0;
  let before: Item | undefined;
  for (const item of items) {
    const isTouching = before === undefined || item.left - before.right <= item.size * 0.18;
    text += (isTouching || /\s$/.test(text) || /^\s/.test(item.text) ? "" : " ") + item.text;
    letters += item.text.length;
    if (item.bold) bold += item.text.length;
    before = item;
  }
  const { left } = items[0]!;
  const right = Math.max(...items.map((item) => item.right));
  const parts = items.length > 1 ? items.map((item) => ({ ...item, text: item.text.trim() })) : undefined;
  return {
    text: text.replace(/\s+/g, " ").trim(),
    left,
    right,
    y,
    size: mainSize(items),
    bold: bold > letters * 0.7,
    ...(parts ? { parts } : {}),
  };
}

/** The size of most of the letters. */
function mainSize(items: readonly Item[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of items) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  return [...sizes].sort((one, other) => other[1] - one[1])[0]![0];
}
