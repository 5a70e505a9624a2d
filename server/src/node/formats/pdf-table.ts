/**
 * Finds tables among the lines of a column: lines whose pieces stand below one another. Knows geometry only.
 */
import type { Piece } from "./pdf-page.ts";
import { addCells, cellsOf, headOf, partsOf, type Span } from "./pdf-table-cells.ts";

export interface Table {
  /** Lines from here up to `to` make the table. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
}

const MOST_COLUMNS = 20;

/** The tables of a column in their order; they do not overlap. */
export function tablesOf(lines: readonly (readonly Piece[])[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.length < 2) continue;
    const to = endOfRun(lines, at);
    const table = to - at >= 2 ? tableOf(lines, Math.max(at, tables.at(-1)?.to ?? 0), to) : null;
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
    else if (at - to >= 2 || !isCell(line[0]!, lines.slice(from, to), gap)) break;
  }
  // A last cell's second line has no row below it that would take it in.
  while (to < lines.length && lines[to]!.length === 1 && isContinuation(lines[to]![0]!, lines[to - 1]!)) to++;
  return to;
}

/** A line of a single cell, above or below the others of its row. */
function isCell(piece: Piece, rows: readonly (readonly Piece[])[], gap: number): boolean {
  if (gap > piece.size * 2.4 || piece.text.length > 40) return false;
  return rows
    .slice(-4)
    .some((row) =>
      row.some(({ left, right }) => Math.abs(left - piece.left) < 3 || Math.abs(right - piece.right) < 3),
    );
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

/** Exploded into the strings that the file draws one by one, cells may part that stand close together. */
function tableOf(lines: readonly (readonly Piece[])[], from: number, to: number): Table | null {
  const run = lines.slice(from, to);
  const parted = run.map((line) => line.flatMap(partsOf));
  for (const cells of [parted, run]) {
    const spans = spansOf(cells);
    const isClose = cells === parted && spans.length === spansOf(run).length;
    const table = isClose ? null : tableFrom(lines, cells, spans, from, to);
    if (table) return table;
  }
  return null;
}

function tableFrom(
  lines: readonly (readonly Piece[])[],
  run: readonly (readonly Piece[])[],
  spans: readonly Span[],
  from: number,
  to: number,
): Table | null {
  const full = run.filter((line) => line.length >= 2);
  if (spans.length < 2 || spans.length > MOST_COLUMNS || full.length < (spans.length > 2 ? 2 : 3))
    return null;
  if (run.some((line) => line.length > spans.length + 1) || !isAligned(full, spans)) return null;
  const rows: string[][] = [];
  const most = innerGap(run);
  let before: readonly Piece[] | undefined;
  for (const line of run) {
    const cells = cellsOf(line, spans);
    const last = rows.at(-1);
    const gap = before ? line[0]!.y - before[0]!.y : 0;
    const goesOn =
      most === null ? before !== undefined && isWrapped(line, before, cells, last ?? []) : gap <= most;
    if (last && goesOn) addCells(last, cells);
    else rows.push(cells);
    before = line;
  }
  const head = headOf(lines, from, spans);
  if (head && rows.length > 0 && head.cells.filter(Boolean).length === 1) {
    const first = rows[0]!;
    for (const [index, text] of head.cells.entries())
      if (text) first[index] = `${text} ${first[index]}`.trim();
  } else if (head) rows.unshift(head.cells);
  return rows.length >= 2 ? { from: head?.from ?? from, to, rows } : null;
}

/**
 * The largest distance of two lines inside one row, where the table's own gaps tell it: rows stand further apart than
 * the lines of a cell. Null where all lines stand equally far apart.
 */
function innerGap(run: readonly (readonly Piece[])[]): number | null {
  const gaps = run.slice(1).map((line, at) => line[0]!.y - run[at]![0]!.y);
  gaps.sort((one, other) => one - other);
  let best: { ratio: number; at: number } = { ratio: 1.15, at: -1 };
  for (let at = 1; at < gaps.length; at++) {
    const ratio = gaps[at]! / Math.max(0.1, gaps[at - 1]!);
    if (ratio > best.ratio) best = { ratio, at };
  }
  if (best.at < 0) return null;
  const inner = gaps[best.at - 1]!;
  return inner <= run[0]![0]!.size * 1.45 ? inner + 0.1 : null;
}

/** Most cells begin, end or are centred where their column does. */
function isAligned(lines: readonly (readonly Piece[])[], spans: readonly Span[]): boolean {
  let [all, aligned] = [0, 0];
  for (const line of lines)
    for (const { left, right } of line) {
      all++;
      const fits = (span: Span) =>
        Math.abs(span.left - left) < 4 ||
        Math.abs(span.right - right) < 4 ||
        Math.abs(span.left + span.right - left - right) < 8;
      if (spans.some(fits)) aligned++;
    }
  return aligned >= all * 0.7;
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
