/**
 * A table of the syntax tree read cell by cell, with each cell's place and headers. Knows GitHub's tables; knows
 * nothing of the blocks around it. All offsets are relative to the table's start.
 */
import type { TreeCursor } from "@lezer/common";
import { type LeafContent, readLeaf } from "./inline.ts";
import type { References } from "./references.ts";
import type { CellPlace } from "./types.ts";

export interface TableContent {
  readonly cells: readonly {
    readonly content: LeafContent;
    readonly start: number;
    readonly end: number;
    readonly place: Omit<CellPlace, "table">;
  }[];
  /** The definitions that its cells were read with, or null if none depends on any. */
  readonly references: References | null;
}

interface FoundCell {
  readonly content: LeafContent;
  readonly start: number;
  readonly end: number;
  readonly row: number;
  readonly column: number;
}

/** Reads all cells in document order; empty cells are left out but counted. */
export function readTable(cursor: TreeCursor, source: string, references: References): TableContent {
  const base = cursor.from;
  const found: FoundCell[] = [];
  if (cursor.firstChild()) {
    let row = 0;
    do {
      if (cursor.name === "TableHeader" || cursor.name === "TableRow") {
        readRow(cursor, source, base, references, row++, found);
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }
  const depends = found.some(({ content }) => content.references !== null);
  return { cells: withHeaders(found), references: depends ? references : null };
}

function readRow(
  cursor: TreeCursor,
  source: string,
  base: number,
  references: References,
  row: number,
  found: FoundCell[],
): void {
  let column = 0;
  const rowStart = cursor.from;
  if (!cursor.firstChild()) return;
  do {
    if (cursor.name === "TableDelimiter" && cursor.from > rowStart) column++;
    if (cursor.name !== "TableCell") continue;
    const start = cursor.from - base;
    const end = cursor.to - base;
    const content = readLeaf(cursor, source.slice(start, end), references, "cell");
    found.push({ content, start, end, row, column });
  } while (cursor.nextSibling());
  cursor.parent();
}

function withHeaders(found: readonly FoundCell[]): TableContent["cells"] {
  const columnHeaders = new Map<number, string>();
  const rowHeaders = new Map<number, string>();
  for (const { content, row, column } of found) {
    if (content.prose.text === "") continue;
    if (row === 0) columnHeaders.set(column, content.prose.text);
    else if (column === 0) rowHeaders.set(row, content.prose.text);
  }
  return found.map(({ content, start, end, row, column }) => ({
    content,
    start,
    end,
    place: {
      row,
      column,
      rowHeader: column === 0 ? null : (rowHeaders.get(row) ?? null),
      columnHeader: row === 0 ? null : (columnHeaders.get(column) ?? null),
    },
  }));
}
