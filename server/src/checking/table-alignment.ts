/**
 * Lays a table of the draft over a table or a sentence of a source: rows by their headers, columns by the figures that
 * they share. Where most of a column is the same, what differs is an error. Knows grids and headers, not verdicts.
 */
import { compareQuantities } from "../kinds/quantity/compare.ts";
import type { QuantityValue } from "../kinds/types.ts";
import type { Statement, StatementIndex } from "../sources/statement-index.ts";
import type { Sentence, SourceReading } from "../statements/types.ts";
import { headerLikeness, headerShare, headerWords, meets } from "./cell-likeness.ts";
import { nearness } from "./proximity.ts";
import { type Figure, type Grid, gridsOf, type Line, turned } from "./table-grid.ts";

/** A figure of the source that stands where a figure of the draft stands. */
export interface Counterpart extends Figure {
  readonly source: SourceReading;
  /** How many other figures of the column agree, and how many there are to compare. */
  readonly agreeing: number;
  readonly compared: number;
}

/** Row headers that are less alike name different rows. */
const SAME_ROW = 0.75;
/** Of a column's figures that can be compared at least this part, and this many, must agree. */
const AGREEING = 0.5;
const LEAST = 2;

/** For each figure of the draft's table the figures that stand in its place, by the sentence of its cell. */
export type Overlay = ReadonlyMap<Sentence, readonly Counterpart[]>;

/** Lays `grid` over all tables and sentences of the sources that hold words of its headers. */
export function layOver(grid: Grid, index: StatementIndex): Overlay {
  const overlay = new Map<Sentence, Counterpart[]>();
  const { sources, sentences } = placesOf(grid, index);
  for (const source of sources) {
    for (const theirs of gridsOf(source)) {
      for (const other of [theirs, turned(theirs)]) layOnGrid(grid, other, source, overlay);
    }
  }
  for (const { source, sentence } of sentences) {
    for (const mine of [grid, turned(grid)]) layOnSentence(mine, sentence, source, overlay);
  }
  return overlay;
}

interface Places {
  readonly sources: ReadonlySet<SourceReading>;
  readonly sentences: readonly Statement[];
}

/** Where words of two headers and more stand. */
function placesOf({ rows, columns }: Grid, index: StatementIndex): Places {
  const met = new Map<number, Set<string>>();
  for (const { header } of [...rows.values(), ...columns.values()]) {
    for (const { key } of headerWords(header)) {
      for (const slot of index.postings(key)?.slots ?? []) {
        const headers = met.get(slot);
        if (headers) headers.add(header);
        else met.set(slot, new Set([header]));
      }
    }
  }
  const statements = [...met].flatMap(([slot, headers]) => {
    const statement = index.statementAt(slot);
    return statement && headers.size >= 2 ? [statement] : [];
  });
  statements.sort((a, b) =>
    a.source.uri < b.source.uri ? -1 : a.source.uri > b.source.uri ? 1 : a.sentence.index - b.sentence.index,
  );
  return {
    sources: new Set(statements.map(({ source }) => source)),
    sentences: statements.filter(
      ({ sentence }) => !sentence.block.cell && sentence.quantities.length > LEAST,
    ),
  };
}

function layOnGrid(
  mine: Grid,
  theirs: Grid,
  source: SourceReading,
  overlay: Map<Sentence, Counterpart[]>,
): void {
  const rows = matchRows(mine, theirs);
  if (rows.size < LEAST) return;
  for (const column of mine.columns.values()) {
    const fits = [...theirs.columns.values()]
      .map((other) => fitOf(column, other.figures, rows))
      .filter(({ agreeing, compared }) => agreeing >= LEAST && agreeing >= AGREEING * compared)
      .sort((a, b) => b.agreeing - a.agreeing);
    const [best, second] = fits;
    if (!best || (second && second.agreeing === best.agreeing)) continue;
    addPairs(best, source, overlay);
  }
}

/** Each row of the draft's table with the one row that has its header. */
function matchRows(mine: Grid, theirs: Grid): Map<number, number> {
  const rows = new Map<number, number>();
  for (const [at, { header }] of mine.rows) {
    const scored = [...theirs.rows]
      // A row that names more than the other's is not the same row.
      .filter(([, other]) => headerShare(header, other.header) >= SAME_ROW)
      .map(([there, other]) => ({ there, likeness: headerLikeness(header, other.header) }))
      .filter(({ likeness }) => likeness >= SAME_ROW)
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = scored;
    if (best && (!second || second.likeness < best.likeness)) rows.set(at, best.there);
  }
  return rows;
}

interface Fit {
  readonly pairs: readonly (readonly [Figure, Figure])[];
  readonly agreeing: number;
  readonly compared: number;
}

function fitOf(column: Line, others: ReadonlyMap<number, Figure>, rows: ReadonlyMap<number, number>): Fit {
  const pairs: [Figure, Figure][] = [];
  let agreeing = 0;
  for (const [row, figure] of column.figures) {
    const other = others.get(rows.get(row) ?? -1);
    if (!other) continue;
    const relation = compareQuantities(figure.value, other.value);
    if (relation === "unrelated") continue;
    if (relation === "agrees") agreeing += 1;
    pairs.push([figure, other]);
  }
  return { pairs, agreeing, compared: pairs.length };
}

function addPairs(
  { pairs, agreeing, compared }: Fit,
  source: SourceReading,
  overlay: Map<Sentence, Counterpart[]>,
): void {
  for (const [mine, theirs] of pairs) {
    const list = overlay.get(mine.sentence) ?? [];
    if (!list.some(({ sentence, value }) => sentence === theirs.sentence && value === theirs.value))
      list.push({ ...theirs, source, agreeing, compared });
    overlay.set(mine.sentence, list);
  }
}

/** "planning (five), protection (four) and repair (six)": a sentence that tells a whole column. */
function layOnSentence(
  mine: Grid,
  sentence: Sentence,
  source: SourceReading,
  overlay: Map<Sentence, Counterpart[]>,
): void {
  if (mine.rows.size <= LEAST) return;
  const told = toldRows(mine, sentence);
  if (told.size <= LEAST) return;
  const rows = new Map([...told.keys()].map((row) => [row, row]));
  const fits = [...mine.columns.values()]
    .map((column) => fitOf(column, told, rows))
    .filter(({ agreeing, compared }) => agreeing >= LEAST && agreeing >= AGREEING * compared)
    .sort((a, b) => b.agreeing - a.agreeing);
  const [best, second] = fits;
  if (best && !(second && second.agreeing === best.agreeing)) addPairs(best, source, overlay);
}

/** For each row whose header stands in the sentence the figure that stands next to it, if it is no other row's. */
function toldRows(mine: Grid, sentence: Sentence): Map<number, Figure> {
  const told = new Map<number, Figure>();
  const claimed = new Map<QuantityValue, number>();
  const near = sentence.quantities.map((value) => nearness(sentence, value, 2.5));
  for (const [row, { header }] of mine.rows) {
    const words = headerWords(header);
    const tokens = sentence.terms
      .filter((term) => words.some((word) => meets(word, term)))
      .map(({ token }) => token);
    if (tokens.length === 0 || tokens.length < words.length * SAME_ROW) continue;
    let best = -1;
    let nearest = 0.05;
    near.forEach((one, at) => {
      const reached = Math.max(...tokens.map((token) => one[token]!));
      if (reached > nearest) [best, nearest] = [at, reached];
    });
    const value = sentence.quantities[best];
    if (!value) continue;
    const other = claimed.get(value);
    if (other !== undefined) {
      told.delete(other);
      continue;
    }
    claimed.set(value, row);
    told.set(row, { sentence, value });
  }
  return told;
}
