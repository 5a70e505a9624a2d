/**
 * Finds tables among the lines of a column: lines whose pieces stand below one another. Knows geometry only.
 */
import type { Piece } from "./pdf-page.ts";

export interface Table {
  /** Lines from here up to `to` make the table. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
}

interface Span {
  left: number;
  right: number;
}
const MOST_COLUMNS = 20;

/** The tables of a column in their order; they do not overlap. */
export function tablesOf(lines: readonly (readonly Piece[])[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.length < 2) continue;
    const to = endOfRun(lines, at);
    const table = to - at >= 2 ? tableOf(lines, at, to) : null;
    if (table) tables.push(table);
    at = to - 1;
  }
  return tables;
}

/** Where the run of lines with several pieces ends; a line of one piece inside it may be a cell's second line. */
function endOfRun(lines: readonly (readonly Piece[])[], from: number): number {
  let to = from + 1;
  for (let at = from + 1; at < lines.length; at++) {
    const [line, before] = [lines[at]!, lines[at - 1]!];
    const gap = line[0]!.y - before[0]!.y;
    if (gap > line[0]!.size * 4) break;
    if (line.length >= 2) to = at + 1;
    else if (at - to >= 2 || !isContinuation(line[0]!, lines[to - 1]!)) break;
  }
  // A last cell's second line has no row below it that would take it in.
  while (to < lines.length && lines[to]!.length === 1 && isContinuation(lines[to]![0]!, lines[to - 1]!)) to++;
  return to;
}

function isContinuation(piece: Piece, row: readonly Piece[]): boolean {
  const first = row[0]!;
  if (piece.y - first.y > piece.size * 1.4) return false;
  return row.some(({ left }, at) => {
    const next = row[at + 1]?.left ?? Number.POSITIVE_INFINITY;
    return (
      Math.abs(piece.left - left) < 3 &&
      piece.right < next &&
      (at > 0 || row.length === 1 || piece.right < next - 6)
    );
  });
}

function tableOf(lines: readonly (readonly Piece[])[], from: number, to: number): Table | null {
  const run = lines.slice(from, to);
  const spans = spansOf(run);
  const full = run.filter((line) => line.length >= 2).length;
  if (spans.length < 2 || spans.length > MOST_COLUMNS || full < (spans.length > 2 ? 2 : 3)) return null;
  if (run.some((line) => line.length > spans.length + 1)) return null;
  const rows: string[][] = [];
  let before: readonly Piece[] | undefined;
  for (const line of run) {
    const cells = cellsOf(line, spans);
    const last = rows.at(-1);
    if (last && before && isWrapped(line, before, cells, last)) {
      for (const [at, text] of cells.entries()) if (text) last[at] = `${last[at] ?? ""} ${text}`.trim();
    } else rows.push(cells);
    before = line;
  }
  return rows.length >= 2 ? { from, to, rows } : null;
}

/** The columns: where pieces of the fullest lines overlap from line to line. */
function spansOf(run: readonly (readonly Piece[])[]): Span[] {
  const most = Math.max(...run.map((line) => line.length));
  const spans: Span[] = [];
  const full = run.filter((line) => line.length === most);
  const pieces = full.flat().sort((one, other) => one.left - other.left);
  for (const { left, right } of pieces) {
    const span = spans.at(-1);
    if (span && left < span.right - 1) span.right = Math.max(span.right, right);
    else spans.push({ left, right });
  }
  return spans.length >= most ? spans : [];
}

function cellsOf(line: readonly Piece[], spans: readonly Span[]): string[] {
  const cells = spans.map(() => "");
  for (const piece of line) {
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    for (const [at, { left, right }] of spans.entries()) {
      const overlap = Math.min(right, piece.right) - Math.max(left, piece.left);
      if (overlap > most) [best, most] = [at, overlap];
    }
    cells[best] = `${cells[best]} ${piece.text}`.trim();
  }
  return cells;
}

/** A line that only goes on with cells of the row above. */
function isWrapped(
  line: readonly Piece[],
  before: readonly Piece[],
  cells: readonly string[],
  last: readonly string[],
): boolean {
  const gap = line[0]!.y - before[0]!.y;
  const filled = cells.filter((text) => text !== "").length;
  if (gap > line[0]!.size * 1.45 || filled >= last.filter((text) => text !== "").length) return false;
  return cells[0] === "" || filled === 1;
}
