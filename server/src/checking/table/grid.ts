/**
 * The tables of a document as grids of figures with their headers. Knows one document, not what it is compared with.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { CellPlace } from "../../text/types.ts";
import { onTableScale } from "../alignment/cell-scale.ts";

/** A cell that holds one figure. */
export interface Figure {
  readonly sentence: Sentence;
  readonly value: QuantityValue;
}

/** One row or column of figures under one header. */
export interface Line {
  readonly header: string;
  /** The header with what the other cells of a row say in words; for a column its header. */
  readonly words: string;
  /** By the number of the line across. */
  readonly figures: ReadonlyMap<number, Figure>;
}

export interface Grid {
  readonly table: number;
  readonly rows: ReadonlyMap<number, Line>;
  readonly columns: ReadonlyMap<number, Line>;
}

/** "All sectors", "Total": the row that sums up; "All others" is a part. */
const TOTAL =
  /^\W*(?:(?:grand\s+)?total|all(?! (?:but|other|others|except|else|remaining)\b)|sum|overall|together|altogether|combined|in all)\b/i;

/** Whether a line sums up the others, by its header. */
export function isTotal(header: string): boolean {
  return TOTAL.test(header);
}

/** How far a total may be off, in parts of it: a small row may be left out. */
const NEARLY = 0.02;

/** Whether a row that sums up does sum up the rows above it: "all 38" below four of them is of another whole. */
export function isSumOfRows(at: number, { rows, columns }: Grid): boolean {
  if (rows.size < 3) return true;
  return [...columns.values()].some(({ figures }) => {
    const total = figures.get(at)?.value.nominal;
    const above = [...figures].filter(([row]) => row !== at);
    const sum = above.reduce((all, [, { value }]) => all + value.nominal, 0);
    return total !== undefined && Math.abs(sum - total) <= NEARLY * total;
  });
}

const grids = new WeakMap<readonly Sentence[], readonly Grid[]>();

/** All tables of a reading; kept, for the sentences of a source are asked again and again. */
export function gridsOf({ sentences }: Reading): readonly Grid[] {
  let found = grids.get(sentences);
  if (!found) {
    found = readGrids(sentences);
    grids.set(sentences, found);
  }
  return found;
}

/** The same table read from its columns. */
export function turned({ table, rows, columns }: Grid): Grid {
  return { table, rows: columns, columns: rows };
}

function readGrids(sentences: readonly Sentence[]): Grid[] {
  const builders = new Map<number, GridBuilder>();
  for (const sentence of sentences) {
    const { cell } = sentence.block;
    if (!cell || cell.row === 0) continue;
    let builder = builders.get(cell.table);
    if (!builder) {
      builder = new GridBuilder(cell.table);
      builders.set(cell.table, builder);
    }
    builder.add(sentence, cell);
  }
  return [...builders.values()];
}

interface OpenLine extends Line {
  words: string;
  readonly figures: Map<number, Figure>;
}

class GridBuilder implements Grid {
  readonly rows = new Map<number, OpenLine>();
  readonly columns = new Map<number, OpenLine>();
  readonly #said = new Map<number, string>();
  constructor(readonly table: number) {}

  add(sentence: Sentence, { row, column, rowHeader, columnHeader }: CellPlace): void {
    const said = `${this.#said.get(row) ?? ""} ${sentence.text}`;
    this.#said.set(row, said);
    const known = this.rows.get(row);
    if (known) known.words = said;
    const value = figureOf(sentence);
    if (!value || rowHeader === null || column === 0) return;
    const figure = { sentence, value: onTableScale(sentence, value) };
    lineAt(this.rows, row, rowHeader, said).figures.set(column, figure);
    lineAt(this.columns, column, columnHeader ?? "").figures.set(row, figure);
  }
}

function lineAt(lines: Map<number, OpenLine>, at: number, header: string, words = header): OpenLine {
  let line = lines.get(at);
  if (!line) {
    line = { header, words, figures: new Map() };
    lines.set(at, line);
  }
  return line;
}

/** The figure of a cell that says nothing else; the first of "14 (25%)". */
function figureOf({ quantities, dates, text }: Sentence): QuantityValue | null {
  const [first] = quantities;
  if (!first || dates.length > 0 || text.length > 40) return null;
  return quantities.length === 1 || /^[\s(]*$/.test(text.slice(first.end, quantities[1]!.start))
    ? first
    : null;
}
