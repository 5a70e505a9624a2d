/**
 * The scale that a table's headers or caption give its bare figures: "825" under "Guests (thousands)" is 825,000.
 * Knows headers and figures of one cell, not what they are compared with.
 */
import { correctQuantity } from "../../kinds/quantity/correct.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\bthousands?\b|['’]000\b|\b000s\b/i, 1e3],
  [/\bmillions?\b|(?:[€$£]|\b(?:eur|usd|gbp)\s?)m\b|\bmn?\s?(?:€|eur|usd)\b/i, 1e6],
  [/\bbillions?\b|(?:[€$£]|\b(?:eur|usd|gbp)\s?)bn\b|\bbn\b/i, 1e9],
];
/** In a caption, which may say anything, only where it speaks of the figures. */
const CAPTION = /\(([^()]{0,40})\)|\b(in (?:thousands|millions|billions)[^.;]{0,20})/gi;
const MOST_CAPTION = 300;

/** A figure on the scale of its table, and the figure as it is written. */
export interface Scaled {
  readonly value: QuantityValue;
  readonly written: QuantityValue;
  readonly factor: number;
}

const written = new WeakMap<QuantityValue, Scaled>();

/** The figure as it is meant: bare counts of a cell times the table's scale, all others as they are. */
export function onTableScale(sentence: Sentence, value: QuantityValue): QuantityValue {
  const { cell } = sentence.block;
  if (!cell || value.dimension !== "count" || value.unit !== null || value.style.scale !== "") return value;
  const factor = scaleOf(sentence);
  if (factor === 1) return value;
  const times = (n: number | null) => (n === null ? null : n * factor);
  const scaled = {
    ...value,
    nominal: value.nominal * factor,
    min: times(value.min),
    max: times(value.max),
  };
  written.set(scaled, { value: scaled, written: value, factor });
  return scaled;
}

/** The scaled figure with what is written; null for one that is written as it is meant. */
function scalingOf(value: QuantityValue): Scaled | null {
  return written.get(value) ?? null;
}

function scaleOf({ block }: Sentence): number {
  const { cell, leadIn } = block;
  for (const header of [cell?.columnHeader, cell?.rowHeader]) {
    const factor = header ? scaleIn(header) : 1;
    if (factor > 1) return factor;
  }
  for (const match of (leadIn ?? "").slice(-MOST_CAPTION).matchAll(CAPTION)) {
    const factor = scaleIn(match[1] ?? match[2] ?? "");
    if (factor > 1) return factor;
  }
  return 1;
}

function scaleIn(words: string): number {
  if (/\bper (?:thousand|million)\b|%|percent|per cent/i.test(words)) return 1;
  return SCALES.find(([pattern]) => pattern.test(words))?.[1] ?? 1;
}

/** The figure as it is written in its cell. */
export function asWritten(value: QuantityValue): QuantityValue {
  return written.get(value)?.written ?? value;
}

/** What to write instead of a figure of a cell where both columns are written on one scale. */
export function correctPlainly(
  value: QuantityValue,
  text: string,
  source: QuantityValue,
): ReturnType<typeof correctQuantity> {
  const own = asWritten(value);
  const { nominal, min, max, style } = asWritten(source);
  return correctQuantity(own, text, {
    ...source,
    nominal,
    min,
    max,
    unit: own.unit,
    dimension: own.dimension,
    style: { ...style, scale: own.style.scale },
  });
}

/** What to write instead of a figure of a cell, on the cell's own scale; null where no safe correction is known. */
export function correctFigure(
  value: QuantityValue,
  text: string,
  source: QuantityValue,
): ReturnType<typeof correctQuantity> {
  const scaling = scalingOf(value);
  if (!scaling) return correctQuantity(value, text, scalingOf(source)?.value ?? source);
  const { written: own, factor } = scaling;
  const turn = (n: number | null) => (n === null ? null : Number((n / factor).toPrecision(12)));
  const style = { ...source.style, scale: "" as const };
  return correctQuantity(own, text, {
    ...source,
    nominal: turn(source.nominal)!,
    min: turn(source.min),
    max: turn(source.max),
    unit: own.unit,
    dimension: own.dimension,
    style,
  });
}
