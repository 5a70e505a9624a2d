/**
 * Checks the figures of a draft's table against the tables and sentences of the sources that tell the same rows and
 * columns. Decides; the laying of one over the other is elsewhere.
 */
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { wordQuantity } from "../../kinds/quantity/word.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import { numberKey, type StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { correctFigure, correctPlainly } from "../alignment/cell-scale.ts";
import type { Corpus, Finding } from "../types.ts";
import { type Figure, type Grid, gridsOf } from "./grid.ts";
import { type Counterpart, isSameFigure, layOver, type Overlay } from "./table-alignment.ts";
import { isOfSourceRow, isOwnSum } from "./worked-out.ts";

const CERTAIN = 0.92;

interface Laid {
  readonly version: number;
  readonly overlay: Overlay;
}
const laid = new WeakMap<Grid, Laid>();

/** What the sources' tables say of the figure in this cell; nothing for a sentence that is no cell. */
export function checkTables(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  const laid = index && figureIn(sentence, draft, index);
  if (!laid) return [];
  const { figure, grid } = laid;
  const counterparts = among
    ? laid.counterparts.filter(({ source }) => among.has(source))
    : laid.counterparts;
  const agreeing = counterparts.find(({ value }) => isSameFigure(figure.value, value));
  if (agreeing) return [finding(sentence, figure.value, agreeing, "supported")];
  const [best, ...others] = [...counterparts].sort((a, b) => b.agreeing - a.agreeing);
  // Two places that tell the cell otherwise, and not alike, tell nothing.
  if (!best || others.some(({ value }) => compareQuantities(best.value, value) === "conflicts")) return [];
  if (isCorrected(figure.value, best.value, index)) return [];
  if (isOwnSum(figure, grid) || isOfSourceRow(figure, best, grid, overlayOf(grid, index))) return [];
  return [finding(sentence, figure.value, best, "contradicted")];
}

/** The sources in whose tables or sentences a figure stands where that of this cell does; none for what is no cell. */
export function sourcesOfCell(sentence: Sentence, draft: Reading, index: StatementIndex): SourceReading[] {
  return (figureIn(sentence, draft, index)?.counterparts ?? []).map(({ source }) => source);
}

interface LaidFigure {
  readonly grid: Grid;
  readonly figure: Figure;
  readonly counterparts: readonly Counterpart[];
}

/** The figure of a cell and those that stand in its place; null for a sentence that is no cell of figures. */
function figureIn(sentence: Sentence, draft: Reading, index: StatementIndex): LaidFigure | null {
  const { cell } = sentence.block;
  if (!cell || cell.row === 0) return null;
  const grid = gridsOf(draft).find(({ table }) => table === cell.table);
  const figure = grid?.rows.get(cell.row)?.figures.get(cell.column);
  if (!grid || !figure || figure.sentence !== sentence) return null;
  return { grid, figure, counterparts: overlayOf(grid, index).get(sentence) ?? [] };
}

/** Whether a sentence of the sources puts the draft's figure in place of the table's: "was 7,870, not 7,780 as printed". */
function isCorrected(claim: QuantityValue, source: QuantityValue, index: StatementIndex): boolean {
  const slots = new Set(index.postings(numberKey(claim.nominal))?.slots);
  return [...(index.postings(numberKey(source.nominal))?.slots ?? [])].some(
    (slot) => slots.has(slot) && CORRECTION.test(index.statementAt(slot)?.sentence.text ?? ""),
  );
}
const CORRECTION =
  /\b(?:correct(?:s|ed|ion)?|revis\w+|restat\w+|updat\w+|misprint\w*|erroneous\w*|not|instead)\b/i;

function overlayOf(grid: Grid, index: StatementIndex): Overlay {
  let known = laid.get(grid);
  if (!known || known.version !== index.version) {
    known = { version: index.version, overlay: layOver(grid, index) };
    laid.set(grid, known);
  }
  return known.overlay;
}

function finding(
  sentence: Sentence,
  value: Counterpart["value"],
  { sentence: stated, value: theirs, source, agreeing, compared, plain }: Counterpart,
  verdict: "supported" | "contradicted",
): Finding {
  const { start, end } = value.hedge
    ? { start: Math.min(value.start, value.hedge.start), end: value.number.end }
    : value.number;
  const wrong = verdict === "contradicted";
  const replacement = wrong
    ? (plain ? correctPlainly : correctFigure)(value, sentence.text.slice(value.start, value.end), theirs)
    : null;
  return {
    kind: "quantity",
    verdict,
    sentence,
    span: { start, end },
    confidence: CERTAIN,
    actual: sentence.text.slice(start, end),
    expected: wrong ? wordQuantity(theirs) : null,
    message: null,
    arithmetic: null,
    passages: [{ source, sentence: stated, focus: [theirs] }],
    replacements: replacement ? [replacement] : [],
    features: { agreeing, compared },
  };
}
