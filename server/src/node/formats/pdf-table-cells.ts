/**
 * Puts the pieces of a table's lines into its columns, the lines that name the columns included. Knows geometry only.
 */
import type { Piece } from "./pdf-page.ts";

/** Where a column lies. */
export interface Span {
  left: number;
  right: number;
}

/** The strings that the file draws one by one. */
export function partsOf(piece: Piece): Piece[] {
  return piece.parts?.map((part) => ({ ...piece, ...part })) ?? [piece];
}

/** The cells of a line, one for each column. */
export function cellsOf(line: readonly Piece[], spans: readonly Span[]): string[] {
  const cells = spans.map(() => "");
  for (const piece of line) {
    if (spreadOver(piece, spans, cells)) continue;
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    for (const [at, { left, right }] of spans.entries()) {
      const overlap = Math.min(right, piece.right) - Math.max(left, piece.left);
      if (overlap > most) [best, most] = [at, overlap];
    }
    cells[best] = `${cells[best]} ${piece.text}`.trim();
  }
  return cells;
}

/** “2025 12.3”: two cells that stand so close together that they are one string. */
function spreadOver(piece: Piece, spans: readonly Span[], cells: string[]): boolean {
  const words = piece.text.split(" ");
  const covered = spans.flatMap(({ left, right }, at) =>
    left < piece.right - 1 && right > piece.left + 1 && cells[at] === "" ? [at] : [],
  );
  if (words.length < 2 || covered.length !== words.length) return false;
  for (const [at, index] of covered.entries()) cells[index] = words[at]!;
  return true;
}

/** Lines just above a table that name its columns, as one row. */
export function headOf(
  lines: readonly (readonly Piece[])[],
  from: number,
  spans: readonly Span[],
): { from: number; cells: string[] } | null {
  const [left, right] = [spans[0]!.left, spans.at(-1)!.right];
  const cells = spans.map(() => "");
  let at = from;
  let below = lines[from]![0]!;
  while (at > 0 && from - at < 3) {
    const line = lines[at - 1]!;
    const gap = (below.y - line[0]!.y) / line[0]!.size;
    const parts = line.flatMap(partsOf);
    const isInside = parts.every((part) => part.left > left - 8 && part.right < right + 60);
    const isLong = parts.some(({ text }) => text.length > 40) || /[.;]$/.test(parts.at(-1)!.text);
    if (
      gap > (at === from ? 2.4 : 1.75) ||
      !isInside ||
      isLong ||
      (parts.length < 2 && at === from && gap > 2)
    )
      break;
    below = line[0]!;
    at--;
  }
  if (at === from) return null;
  const named = lines.slice(at, from).map((line) => line.flatMap(partsOf));
  // Single words above the table belong to a heading cell that stands higher than the others.
  const above = lines[from - 1]![0]!;
  const isPart = lines[from]![0]!.y - above.y < above.size * 1.45;
  const hasFigures = lines[from]!.some(({ text }) => /^\d/.test(text));
  if (!named.some((line) => line.length >= 2) && (!isPart || hasFigures)) return null;
  for (const line of named) addCells(cells, cellsOf(line, spans));
  return { from: at, cells };
}

/** Adds a line's cells to a row. */
export function addCells(row: string[], cells: readonly string[]): void {
  for (const [at, text] of cells.entries()) {
    const before = row[at] ?? "";
    if (text === "") continue;
    row[at] =
      /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(text)
        ? before.slice(0, -1) + text
        : `${before} ${text}`.trim();
  }
}
