/**
 * Whether a figure of a draft's table is worked out from others of its own table or of the source's row: a sum of the rows
 * that are shown, a difference of two columns. Knows grids and plain sums.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { SourceReading } from "../../statements/types.ts";
import { type Figure, type Grid, gridsOf, isTotal } from "./grid.ts";
import type { Counterpart, Overlay } from "./table-alignment.ts";

/** How far a sum may be off for rounding, in parts of it. */
const ROUNDING = 0.001;
/** So many rows of a column must be the same sum or difference of two columns of the source. */
const ROWS = 3;

/** "Together" below some of a source's rows: the sum of what stands above it. */
export function isOwnSum({ sentence, value }: Figure, { rows, columns }: Grid): boolean {
  const { cell } = sentence.block;
  if (!cell || !isTotal(rows.get(cell.row)?.header ?? "")) return false;
  const above = [...(columns.get(cell.column)?.figures ?? [])].filter(([row]) => row !== cell.row);
  const sum = above.reduce((total, [, other]) => total + other.value.nominal, 0);
  return above.length > 1 && isAlike(sum, value.nominal);
}

/** "Cut in all" beside a source's "before" and "after": the sum or the difference of two figures of the source's row. */
export function isOfSourceRow(
  figure: Figure,
  counterpart: Counterpart,
  grid: Grid,
  overlay: Overlay,
): boolean {
  const pairs = pairsIn(figure.value, rowOf(counterpart));
  if (pairs.length === 0) return false;
  // The figure of another column is a slip, whatever it is the sum of, unless its whole column is made like this.
  const isStated = [...rowOf(counterpart).values()].some(({ nominal }) => nominal === figure.value.nominal);
  return !isStated || pairs.some((pair) => isColumnOf(pair, figure, counterpart.source, grid, overlay));
}

/** Two columns of a source's table, and whether their figures are added or subtracted. */
interface ColumnPair {
  readonly one: number;
  readonly other: number;
  readonly sign: 1 | -1;
}

function pairsIn({ nominal }: QuantityValue, row: ReadonlyMap<number, QuantityValue>): ColumnPair[] {
  const cells = [...row];
  return cells.flatMap(([one, a], at) =>
    cells.slice(at + 1).flatMap(([other, b]): ColumnPair[] => {
      if (a.dimension !== b.dimension || a.unit !== b.unit) return [];
      if (isAlike(a.nominal + b.nominal, nominal)) return [{ one, other, sign: 1 }];
      return isAlike(Math.abs(a.nominal - b.nominal), nominal) ? [{ one, other, sign: -1 }] : [];
    }),
  );
}

function isColumnOf(
  { one, other, sign }: ColumnPair,
  figure: Figure,
  source: SourceReading,
  { columns }: Grid,
  overlay: Overlay,
): boolean {
  const column = columns.get(figure.sentence.block.cell?.column ?? -1)?.figures.values() ?? [];
  const rows = [...column].flatMap(({ sentence, value }) => {
    const there = overlay.get(sentence)?.find((counterpart) => counterpart.source === source);
    const row = there ? rowOf(there) : null;
    const [a, b] = [row?.get(one)?.nominal, row?.get(other)?.nominal];
    return a === undefined || b === undefined ? [] : [isAlike(Math.abs(a + sign * b), value.nominal)];
  });
  return rows.length >= ROWS && rows.every(Boolean);
}

function rowOf({ sentence, source }: Counterpart): ReadonlyMap<number, QuantityValue> {
  const { cell } = sentence.block;
  const grid = gridsOf(source).find(({ table }) => table === cell?.table);
  const figures = grid?.rows.get(cell?.row ?? -1)?.figures ?? new Map<number, Figure>();
  return new Map([...figures].map(([column, { value }]) => [column, value]));
}

function isAlike(sum: number, figure: number): boolean {
  return figure !== 0 && Math.abs(sum - figure) <= ROUNDING * Math.abs(figure);
}
