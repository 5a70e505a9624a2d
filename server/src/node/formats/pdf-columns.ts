/**
 * The reading order of a page: bands of one column from top to bottom, and where text runs in columns, each column to
 * its end before the next. Knows geometry only.
 */
import type { Piece } from "./pdf-page.ts";

/** Lines that are read one after another. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly (readonly Piece[])[];
}

const LEAST_LINES = 3;
/** A column of prose has at least this many characters in half of its lines; cells of tables have fewer. */
const LEAST_CHARACTERS = 16;
const MOST_CANDIDATES = 12;
const MOST_COLUMNS = 6;

/** The columns of a page in reading order. */
export function columnsOf(pieces: readonly Piece[], depth = 0): Column[] {
  const rows = rowsOf(pieces);
  if (rows.length === 0) return [];
  const gutter = depth < MOST_COLUMNS ? bestGutter(pieces, rows) : null;
  if (!gutter) return [columnOf(rows)];
  const columns: Column[] = [];
  let at = 0;
  for (const band of gutter.bands) {
    if (band.from > at) columns.push(columnOf(rows.slice(at, band.from)));
    const inside = rows.slice(band.from, band.to).flat();
    columns.push(
      ...columnsOf(
        inside.filter((piece) => piece.left < gutter.x),
        depth + 1,
      ),
    );
    columns.push(
      ...columnsOf(
        inside.filter((piece) => piece.left >= gutter.x),
        depth + 1,
      ),
    );
    at = band.to;
  }
  if (at < rows.length) columns.push(columnOf(rows.slice(at)));
  return columns;
}

interface Band {
  readonly from: number;
  readonly to: number;
}
interface Gutter {
  readonly x: number;
  readonly bands: readonly Band[];
  readonly lines: number;
}

/** Pieces by line, from top to bottom; each from left to right. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.y - other.y || one.left - other.left);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && piece.y - row[0]!.y < piece.size * 0.3) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

function columnOf(rows: readonly (readonly Piece[])[]): Column {
  const pieces = rows.flat();
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    lines: rows.map(joinedIfJustified),
  };
}

/** A line of prose that is stretched to the column's width has wide gaps, all of one width; a table's differ. */
function joinedIfJustified(row: readonly Piece[]): readonly Piece[] {
  if (row.length < 3) return row;
  const gaps = row.slice(1).map(({ left }, at) => left - row[at]!.right);
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const [first, last] = [row[0]!, row.at(-1)!];
  if (most > first.size * 2.5 || most - least > Math.max(1.5, most * 0.3)) return row;
  const text = row.map((piece) => piece.text).join(" ");
  return [
    {
      text,
      left: first.left,
      right: last.right,
      y: first.y,
      size: first.size,
      bold: row.every(({ bold }) => bold),
    },
  ];
}

/** The gutter that parts most lines of prose, or null. Gutters lie just left of where many lines begin. */
function bestGutter(pieces: readonly Piece[], rows: readonly Piece[][]): Gutter | null {
  const starts = new Map<number, number>();
  for (const { left } of pieces) starts.set(Math.round(left), (starts.get(Math.round(left)) ?? 0) + 1);
  const first = Math.min(...starts.keys());
  const candidates = [...starts]
    .filter(([left, count]) => left > first + 40 && count >= LEAST_LINES)
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, MOST_CANDIDATES);
  let best: Gutter | null = null;
  for (const [left] of candidates) {
    const x = left - 2;
    const bands = bandsAt(rows, x);
    const lines = bands.reduce((sum, { from, to }) => sum + to - from, 0);
    if (lines > (best?.lines ?? 0)) best = { x, bands, lines };
  }
  return best;
}

/** Runs of rows that no piece crosses and that hold prose on both sides. */
function bandsAt(rows: readonly Piece[][], x: number): Band[] {
  const bands: Band[] = [];
  let from = 0;
  const close = (to: number) => {
    const band = trimmed(rows, from, to, x);
    if (band) bands.push(band);
  };
  for (const [at, row] of rows.entries()) {
    if (!row.some(({ left, right }) => left < x - 1 && right > x + 1)) continue;
    close(at);
    from = at + 1;
  }
  close(rows.length);
  return bands;
}

/** The part of a run where both sides have lines, or null where they are not columns of prose. */
function trimmed(rows: readonly Piece[][], from: number, to: number, x: number): Band | null {
  const right = (row: readonly Piece[]) => row.some((piece) => piece.left >= x);
  let start = from;
  while (start < to && !right(rows[start]!) && !isBeside(rows, start, to, right)) start++;
  const inside = rows.slice(start, to).flat();
  const sides = [
    inside.filter((piece) => piece.left < x),
    inside.filter((piece) => piece.left >= x),
  ] as const;
  if (!sides.every(isProse)) return null;
  return { from: start, to };
}

/** A heading of the left column may stand a little above the right column's first line. */
function isBeside(
  rows: readonly Piece[][],
  at: number,
  to: number,
  right: (row: readonly Piece[]) => boolean,
): boolean {
  const piece = rows[at]![0]!;
  const next = rows.slice(at + 1, Math.min(to, at + 4)).find(right);
  return next !== undefined && next[0]!.y - piece.y < piece.size * 1.6;
}

/** Lines as long as prose has them, most of them letters, and most of them filling the column. */
function isProse(side: readonly Piece[]): boolean {
  const rows = rowsOf(side);
  if (rows.length < LEAST_LINES) return false;
  const texts = rows.map((row) => row.map(({ text }) => text).join(" "));
  const lengths = texts.map((text) => text.length).sort((one, other) => one - other);
  if (lengths[lengths.length >> 1]! < LEAST_CHARACTERS) return false;
  const [left, right] = [
    Math.min(...side.map((piece) => piece.left)),
    Math.max(...side.map((piece) => piece.right)),
  ];
  const full = rows.filter((row) => row.at(-1)!.right > left + (right - left) * 0.7).length;
  if (full < rows.length * 0.4) return false;
  let [letters, all] = [0, 0];
  for (const text of texts) {
    all += text.length;
    letters += text.match(/\p{L}/gu)?.length ?? 0;
  }
  return letters > all * 0.55;
}
