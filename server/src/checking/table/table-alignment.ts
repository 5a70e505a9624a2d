/**
 * Lays a table of the draft over a table or a sentence of a source: rows by their headers, columns by the figures that
 * they share. Where most of a column is the same, what differs is an error. Knows grids and headers, not verdicts.
 */
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Statement, StatementIndex } from "../../sources/statement-index.ts";
import type { Sentence, SourceReading } from "../../statements/types.ts";
import { headerLikeness, headerShare, headerWords, meets } from "../alignment/cell-likeness.ts";
import { asWritten } from "../alignment/cell-scale.ts";
import { nearness } from "../alignment/proximity.ts";
import { type Figure, type Grid, gridsOf, isSumOfRows, isTotal, type Line, turned } from "./grid.ts";

/** A figure of the source that stands where a figure of the draft stands. */
export interface Counterpart extends Figure {
  readonly source: SourceReading;
  /** How many other figures of the column agree, and how many there are to compare. */
  readonly agreeing: number;
  readonly compared: number;
  /** The figures of both columns are written on one scale. */
  readonly plain: boolean;
}

/** Row headers that are less alike name different rows, unless their figures are the same. */
const SAME_ROW = 0.75;
/** From here on two headers may name one row where a figure of it, or all words of the draft's, stand in the other. */
const MAYBE_ROW = 0.3;
/** A smaller whole number may stand in two tables by chance. */
const TELLING = 20;
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
  const columns = oneForOne(mine.columns, theirs.columns, (column, other) => {
    const fit = fitOf(column, other.figures, rows);
    const least = fit.telling && isNamedAlike(column, other) ? 1 : LEAST;
    return fit.agreeing >= least && fit.agreeing >= AGREEING * fit.compared ? fit.agreeing : 0;
  });
  for (const [at, there] of columns)
    addPairs(fitOf(mine.columns.get(at)!, theirs.columns.get(there)!.figures, rows), source, overlay);
}

/** Each row of the draft's table with the one row that has its header. */
function matchRows(mine: Grid, theirs: Grid): Map<number, number> {
  const isOtherWhole = new Set(
    [...theirs.rows.keys()].filter((at) => isTotal(theirs.rows.get(at)!.header) && !isSumOfRows(at, theirs)),
  );
  return oneForOne(mine.rows, theirs.rows, (line, other, at) =>
    isOtherWhole.has(at) && headerLikeness(line.header, other.header) < SAME_ROW
      ? 0
      : rowLikeness(line, other),
  );
}

/** Each line with the one that it is likest to, where no other is as like; two lines are never the same one. */
function oneForOne(
  mine: ReadonlyMap<number, Line>,
  theirs: ReadonlyMap<number, Line>,
  likeness: (mine: Line, theirs: Line, there: number) => number,
): Map<number, number> {
  const claims = new Map<number, { at: number; likeness: number }[]>();
  for (const [at, line] of mine) {
    const [best, second] = [...theirs]
      .map(([there, other]) => ({ there, likeness: likeness(line, other, there) }))
      .filter((one) => one.likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    if (!best || second?.likeness === best.likeness) continue;
    const rivals = claims.get(best.there) ?? [];
    claims.set(best.there, [...rivals, { at, likeness: best.likeness }]);
  }
  return new Map(
    [...claims].flatMap(([there, rivals]) => {
      const [best, second] = rivals.sort((a, b) => b.likeness - a.likeness);
      return second?.likeness === best!.likeness ? [] : [[best!.at, there] as const];
    }),
  );
}

/** How surely two lines are one row, from 0 for another row to 2. */
function rowLikeness(mine: Line, theirs: Line): number {
  if (isTotal(mine.header) && isTotal(theirs.header)) return 1;
  // A row that names more than the other's is not the same row; "10 oz" may stand in a cell of its own.
  const named = headerShare(mine.header, theirs.words);
  if (named < SAME_ROW) return 0;
  const likeness = headerLikeness(mine.header, theirs.header);
  const common = figuresInCommon(mine, theirs);
  if (likeness >= SAME_ROW || (likeness >= MAYBE_ROW && common > 0))
    return likeness + Math.min(common, 4) / 4;
  return 0;
}

/** How many figures of a line stand in the other one too. */
function figuresInCommon(mine: Line, theirs: Line): number {
  const others = [...theirs.figures.values()];
  return [...mine.figures.values()].filter(({ value }) =>
    others.some((other) => isSameFigure(value, other.value)),
  ).length;
}

/** "66" under "N$ million" is "66" under "Allocation (N$ m)", whatever either is taken for. */
export function isSameFigure(mine: QuantityValue, theirs: QuantityValue): boolean {
  return compareQuantities(mine, theirs) === "agrees" || plainNumber(mine) === plainNumber(theirs);
}

/** The number as it is written in its cell, with its sign. */
function plainNumber(value: QuantityValue): number {
  const { nominal, direction } = asWritten(value);
  return direction < 0 ? -nominal : nominal;
}

function isTelling(number: number): boolean {
  return Math.abs(number) >= TELLING || !Number.isInteger(number);
}

/** Columns of one name need share one figure only, if that is no chance. */
function isNamedAlike(mine: Line, theirs: Line): boolean {
  return mine.header !== "" && headerLikeness(mine.header, theirs.header) >= SAME_ROW;
}

interface Fit {
  readonly pairs: readonly (readonly [Figure, Figure])[];
  readonly agreeing: number;
  readonly compared: number;
  /** Those that agree are written alike, whatever scale either table gives them. */
  readonly plain: boolean;
  /** One of those that agree is too large for chance. */
  readonly telling: boolean;
}

function fitOf(column: Line, others: ReadonlyMap<number, Figure>, rows: ReadonlyMap<number, number>): Fit {
  const lines = [...column.figures].flatMap(([row, figure]): [Figure, Figure][] => {
    const other = others.get(rows.get(row) ?? -1);
    return other ? [[figure, other]] : [];
  });
  const agreeing = lines.filter(([mine, theirs]) => isSameFigure(mine.value, theirs.value));
  const written = new Set(agreeing.map(sortsOf));
  const pairs = lines.filter(
    (pair) => written.has(sortsOf(pair)) || compareQuantities(pair[0].value, pair[1].value) !== "unrelated",
  );
  const plain = agreeing.every(([mine, theirs]) => plainNumber(mine.value) === plainNumber(theirs.value));
  const telling = agreeing.some(([mine]) => isTelling(plainNumber(mine.value)));
  return { pairs, agreeing: agreeing.length, compared: pairs.length, plain, telling };
}

/** What sorts of figures stand in a pair of cells: percent may stand beside plain numbers under a heading that says so. */
function sortsOf([mine, theirs]: readonly [Figure, Figure]): string {
  return `${mine.value.dimension} ${theirs.value.dimension}`;
}

function addPairs(
  { pairs, agreeing, compared, plain }: Fit,
  source: SourceReading,
  overlay: Map<Sentence, Counterpart[]>,
): void {
  for (const [mine, theirs] of pairs) {
    const list = overlay.get(mine.sentence) ?? [];
    if (!list.some(({ sentence, value }) => sentence === theirs.sentence && value === theirs.value))
      list.push({ ...theirs, source, agreeing, compared, plain });
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
