/**
 * The figures of a sentence that are particular enough to tell a fact by: counts, shares, sums, measures, lengths of time,
 * ranks. Knows one sentence; compares no names.
 */
import type { DateValue, QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import { alike } from "./slot.ts";

/** A figure with what makes it the same as another. */
export interface Figure extends Span {
  /** Equal for equal figures of one dimension. */
  readonly key: string;
  /** Decimals, or a thousand and more: two things rarely share it. */
  readonly particular: boolean;
  /** The counted noun, null where none is named or the unit stands in the key. */
  readonly noun: string | null;
}

/** The figures of a sentence; small counts, years, parts of a whole and what is only about so much aside. */
export const figuresOf: (sentence: Sentence) => readonly Figure[] = keptFor((sentence) => [
  ...sentence.quantities.flatMap((value) => figure(value) ?? []),
  ...sentence.dates.flatMap((value) => span(value) ?? []),
]);

/** Whether two equal figures may count one thing. */
export function isSameNoun(a: Figure, b: Figure): boolean {
  return a.noun === null || b.noun === null || a.noun === b.noun || alike(a.noun, b.noun) >= 0.5;
}

/** The least figure of a dimension that is no commonplace. */
const LEAST: Readonly<Record<string, number>> = { count: 13, share: 3, money: 3, measure: 3, ordinal: 4 };

function figure(value: QuantityValue): Figure | null {
  const { dimension, nominal, fraction, approximate, unit, start, end } = value;
  if (fraction || approximate || nominal < (LEAST[dimension] ?? Number.POSITIVE_INFINITY)) return null;
  if (dimension === "count" && nominal >= 1900 && nominal <= 2100) return null;
  const particular =
    !Number.isInteger(nominal) || nominal >= 1000 || String(nominal).replace(/0+$/, "").length >= 3;
  const counted = dimension === "count" || dimension === "ordinal";
  if (dimension === "ordinal" && unit === null) return null;
  const key = `${dimension === "count" ? "" : dimension === "ordinal" ? "ordinal" : unit} ${nominal}`;
  return { start, end, key, particular, noun: counted && unit !== "ordinal" ? unit : null };
}

/** "for eleven days": a stated length. */
function span({ duration, start, end }: DateValue): Figure | null {
  if (!duration || duration.approximate || duration.min !== duration.max || (duration.min ?? 0) < 4)
    return null;
  return { start, end, key: `${duration.unit} for ${duration.min}`, particular: false, noun: null };
}
