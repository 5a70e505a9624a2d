/**
 * Checks a draft's table against itself: a row or column that does not add up to its total. Which figure is the odd one the
 * sources tell: the one that they do not have. Knows grids and plain sums; what a source says of a single figure is for others.
 */
import { inDigits } from "../../kinds/quantity/spell.ts";
import { numberKey, type StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import { headerWords } from "../alignment/cell-likeness.ts";
import { asWritten, correctFigure } from "../alignment/cell-scale.ts";
import { type Figure, type Grid, gridsOf, isTotal, type Line, turned } from "../table/grid.ts";
import type { Corpus, Finding, Passage } from "../types.ts";
import { contradictedFigure } from "./finding.ts";

/** The odd one is a figure that no source has; without such a one it is that whose correction a source has. */
const CONFIDENCE = { unknown: 0.9, corrected: 0.85 } as const;
/** Rows that add up to much more or less than their total are not all of it, or not apart. */
const FAR = 0.2;
/** A line of fewer parts may be a comparison. */
const PARTS = 2;
/** A number of so many digits hardly stands in a source by chance. */
const PARTICULAR = 3;

/** A figure with which its line does not add up. */
interface Odd {
  readonly figure: SignedFigure;
  readonly total: SignedFigure;
  readonly parts: readonly SignedFigure[];
  /** What the line needs in its place, on the table's scale. */
  readonly needed: number;
  readonly confidence: number;
}

interface SignedFigure extends Figure {
  /** Of its row, where the line is a column. */
  readonly header: string;
  /** With its sign, on the table's scale. */
  readonly amount: number;
}

interface Kept {
  readonly version: number;
  readonly odd: ReadonlyMap<Sentence, Odd>;
}

const kept = new WeakMap<Grid, Kept>();

/** Findings on a figure of a table's cell that does not fit the total of its row or column. */
export function checkOwnTotals(sentence: Sentence, draft: Reading, { index }: Corpus): Finding[] {
  const { cell } = sentence.block;
  const grid = cell && index && gridsOf(draft).find(({ table }) => table === cell.table);
  const odd = grid && oddFigures(grid, index).get(sentence);
  return odd ? [findingOf(odd, index!)] : [];
}

function oddFigures(grid: Grid, index: StatementIndex): ReadonlyMap<Sentence, Odd> {
  let known = kept.get(grid);
  if (known?.version !== index.version) {
    const odd = new Map<Sentence, Odd>();
    for (const { rows, columns } of [grid, turned(grid)])
      for (const line of columns.values()) {
        const found = oddOf(line, rows, index);
        if (found) odd.set(found.figure.sentence, found);
      }
    known = { version: index.version, odd };
    kept.set(grid, known);
  }
  return known.odd;
}

function oddOf(line: Line, across: ReadonlyMap<number, Line>, index: StatementIndex): Odd | null {
  const figures = figuresOf(line, across);
  const [total, ...parts] = figures ?? [];
  if (!total || parts.length < PARTS || !isTotalOf(total, parts)) return null;
  const sum = sumOf(parts);
  const off = Math.abs(sum - total.amount);
  if (off <= roundingOf([total, ...parts]) || off > FAR * Math.abs(total.amount)) return null;
  return oddAmong(total, parts, index);
}

/** The figures of a line, the last one first; null where a cell has none. */
function figuresOf({ figures }: Line, across: ReadonlyMap<number, Line>): SignedFigure[] | null {
  const found: SignedFigure[] = [];
  for (const [at, { header }] of across) {
    const figure = figures.get(at);
    if (!figure) return null;
    found.unshift({ ...figure, header, amount: amountOf(figure) });
  }
  const [total, ...parts] = found;
  return total ? [total, ...parts.reverse()] : null;
}

function isTotalOf(total: SignedFigure, parts: readonly SignedFigure[]): boolean {
  if (!isTotal(total.header) && !isCountOf(total.header, parts.length)) return false;
  return areOfOneKind([total, ...parts]) && !parts.some(({ header }) => isTotal(header) || PART.test(header));
}

function sumOf(parts: readonly SignedFigure[]): number {
  return Number(parts.reduce((all, { amount }) => all + amount, 0).toPrecision(12));
}

/** "Of which women": a part of another row. */
const PART = /\b(?:of which|of whom|thereof|including|incl\.)/i;

/** "Three years" below three of them. */
function isCountOf(header: string, count: number): boolean {
  const word = /^\W*(?:the |all )?(\w+) \w+\W*$/i.exec(header)?.[1]?.toLowerCase() ?? "";
  return COUNTS[word] === count || Number(word) === count;
}
const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** Amounts of one unit; shares and rates add up to nothing. */
function areOfOneKind(figures: readonly SignedFigure[]): boolean {
  const [{ value: first }] = figures as readonly [SignedFigure];
  return figures.every(({ value }) => {
    const { dimension, unit, hedge, min, max } = value;
    return /^(?:count|money|measure)$/.test(dimension) && unit === first.unit && !hedge && min === max;
  });
}

/** How far rounded figures may be off together, by the coarsest step that all of them are written in. */
function roundingOf(figures: readonly SignedFigure[]): number {
  const steps = figures.filter(({ amount }) => amount !== 0).map(({ value }) => stepOf(value));
  const step = Math.min(...steps);
  return step === 1 ? 0 : 0.5 * step * figures.length * 1.001;
}

function stepOf(value: Figure["value"]): number {
  const { nominal, style } = asWritten(value);
  const scale = nominal === 0 ? 1 : value.nominal / nominal;
  const decimals = /[.,](\d+)$/.exec(String(Number(nominal.toPrecision(12))))?.[1]?.length ?? 0;
  if (decimals > 0 || style.decimals > 0) return scale * 10 ** -Math.max(decimals, style.decimals);
  let step = 1;
  while (step < nominal && nominal % (step * 10) === 0) step *= 10;
  return step * scale;
}

/** A figure of a cell with the sign before it. */
function amountOf({ sentence, value }: Figure): number {
  const before = sentence.text.slice(0, value.number.start);
  return /[−–-]\s*[€$£]?$/.test(before) ? -value.nominal : value.nominal;
}

/** The one figure that no source has, or else the one that a source has otherwise; null where that is not one. */
function oddAmong(total: SignedFigure, parts: readonly SignedFigure[], index: StatementIndex): Odd | null {
  const sum = sumOf(parts);
  const needed = (one: SignedFigure) =>
    Number((one === total ? sum : total.amount - sum + one.amount).toPrecision(12));
  const odd = (figure: SignedFigure, confidence: number) => ({
    figure,
    total,
    parts,
    needed: needed(figure),
    confidence,
  });
  const all = [total, ...parts].filter((one) => Math.sign(needed(one)) === Math.sign(one.amount));
  const unknown = [total, ...parts].filter(({ value }) => !stands(value.nominal, value, index));
  const corrected = all.filter((one) => isParticular(needed(one)) && stands(needed(one), one.value, index));
  const [first, second] = unknown;
  if (first) {
    const isSure = !second && all.includes(first) && (corrected.length === 0 || corrected.includes(first));
    return isSure ? odd(first, CONFIDENCE.unknown) : null;
  }
  return corrected.length === 1 ? odd(corrected[0]!, CONFIDENCE.corrected) : null;
}

function isParticular(amount: number): boolean {
  return String(Math.abs(amount)).replace(/\D|0+$/g, "").length >= PARTICULAR;
}

/** Whether any source has the number, on the table's scale or as it would be written in the cell. */
function stands(amount: number, value: Figure["value"], index: StatementIndex): boolean {
  return keysOf(amount, value).some((key) => index.holds(key));
}

function keysOf(amount: number, value: Figure["value"]): string[] {
  return [numberKey(Math.abs(amount)), numberKey(Math.abs(amount) * cellScaleOf(value))];
}

/** What an amount is multiplied by to be written in the cell. */
function cellScaleOf(value: Figure["value"]): number {
  return value.nominal === 0 ? 1 : asWritten(value).nominal / value.nominal;
}

function findingOf(odd: Odd, index: StatementIndex): Finding {
  const { figure, needed, confidence, parts } = odd;
  const { sentence, value } = figure;
  const amount = Math.abs(needed);
  const fitting = { ...value, nominal: amount, min: amount, max: amount };
  const correction = correctFigure(value, sentence.text.slice(value.start, value.end), fitting);
  const sum = written(sumOf(parts), value);
  const terms = parts.map((part) => written(part.amount, value)).join(" + ");
  return contradictedFigure(sentence, {
    span: value.number,
    confidence,
    expected: correction?.newText ?? written(needed, value),
    message: messageOf(odd, sum),
    arithmetic: `${terms.replaceAll("+ −", "− ")} = ${sum}`,
    passages: passagesOf(odd, index),
    replacements: correction ? [correction] : [],
  });
}

function messageOf({ figure, total, needed }: Odd, sum: string): string {
  const { value } = figure;
  if (figure === total)
    return `The figures add up to ${sum}, not to the total of ${written(total.amount, value)}.`;
  return `The figures add up to ${sum}, not to the total of ${written(total.amount, value)}, which needs ${written(needed, value)} here.`;
}

/** An amount as it would stand in a cell of the table, with its sign. */
function written(amount: number, like: Figure["value"]): string {
  const own = Math.abs(amount) * cellScaleOf(like);
  const decimals = /\.(\d+)$/.exec(String(Number(own.toPrecision(12))))?.[1]?.length ?? 0;
  const digits = inDigits(own, ",", Math.max(decimals, asWritten(like).style.decimals));
  return amount < 0 ? `−${digits}` : digits;
}

/** Where the sources have the figures that the line is held against, each sentence once, what is needed first. */
function passagesOf({ figure, total, parts, needed }: Odd, index: StatementIndex): Passage[] {
  const others = [total, ...parts].filter((one) => one !== figure);
  const wanted = [{ ...figure, amount: needed }, ...others];
  const bySentence = new Map<Sentence, Passage>();
  for (const one of wanted) {
    const found = statementOf(one, index);
    if (found && !bySentence.has(found.sentence)) bySentence.set(found.sentence, found);
  }
  return [...bySentence.values()];
}

/** The statement that has the figure, of several that which has most words of its header. */
function statementOf({ amount, value, header }: SignedFigure, index: StatementIndex): Passage | null {
  const words = headerWords(header).map(({ key }) => key);
  let best: { passage: Passage; met: number } | null = null;
  for (const key of keysOf(amount, value)) {
    for (const slot of index.postings(key)?.slots ?? []) {
      const statement = index.statementAt(slot);
      const focus = statement?.sentence.quantities.filter(({ nominal }) => numberKey(nominal) === key) ?? [];
      if (!statement || focus.length === 0) continue;
      const met = words.filter((word) => statement.strength.has(word)).length;
      const { source, sentence } = statement;
      if (!best || met > best.met) best = { passage: { source, sentence, focus }, met };
    }
  }
  return best && (best.met > 0 || words.length === 0) ? best.passage : null;
}
