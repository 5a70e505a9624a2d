/**
 * Reads quantities from a line and writes them in a short form for tables of cases. Knows the quantity kind only.
 */
import { readQuantities } from "../../../server/src/kinds/quantity/read.ts";
import type { QuantityValue } from "../../../server/src/kinds/types.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

export function quantities(text: string): QuantityValue[] {
  return readQuantities(text, tokenize(text));
}

/** The only quantity of a phrase, or its first; throws where there is none. */
export function quantity(text: string): QuantityValue {
  const value = quantities(text)[0];
  if (value === undefined) throw new Error(`No quantity in “${text}”`);
  return value;
}

/** "about 12 ship", "(30.. country", "25..40 percent -1 /year": hedge, interval, unit, direction, rate, whole. */
export function short(value: QuantityValue): string {
  const { min, max } = value;
  const plain = (n: number) => String(Number(n.toPrecision(8)));
  const low = min === null ? "" : plain(min);
  const high = max === null ? "" : plain(max);
  const interval =
    min !== null && min === max
      ? low
      : `${value.minExclusive ? "(" : ""}${low}..${high}${value.maxExclusive ? ")" : ""}`;
  const parts = [
    value.approximate ? "~" : "",
    interval,
    ` ${value.unit ?? "-"}`,
    value.against === undefined ? "" : ` against ${value.against}`,
    value.whole === undefined || value.fraction ? "" : ` of ${value.whole}`,
    value.direction === 0 || value.dimension === "ratio" ? "" : value.direction > 0 ? " up" : " down",
    value.level === true ? " level" : "",
    value.per === null ? "" : ` /${value.per}`,
  ];
  return parts.join("");
}
