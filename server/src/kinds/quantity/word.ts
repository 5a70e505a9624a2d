/**
 * Says a quantity in plain English for messages, and names hedges. Knows words; compares nothing.
 */
import type { QuantityValue } from "../types.ts";
import { shapeOf } from "./tolerance.ts";

/** The quantity as a reader would say it: its own words, with the whole where they leave it out ("four of five"). */
export function wordQuantity(value: QuantityValue): string {
  const text = value.text.replace(/\s+/g, " ").trim();
  if (value.whole === undefined || value.fraction) return signed(value, text);
  if (value.dimension !== "count" || /^(all|both)\b/i.test(text)) return signed(value, text);
  return value.nominal === value.whole ? `all ${text}` : `${text} of ${value.whole}`;
}

function signed(value: QuantityValue, text: string): string {
  if (value.direction === 0 || value.level === true || value.noun !== null || value.dimension === "ratio")
    return text;
  if (/more|fewer|less|higher|lower|^[+-]/.test(text) || value.unit !== null) return text;
  return value.direction > 0 ? `+${text}` : `-${text}`;
}

/** The hedge words that make `value`'s interval of a number: "more than", "nearly"; "" for an exact one. */
export function hedgeWords(value: QuantityValue): string {
  const counts = value.dimension === "count" || (value.dimension === "share" && value.whole !== undefined);
  switch (shapeOf(value)) {
    case "min":
      return value.minExclusive ? "more than" : "at least";
    case "max":
      return value.maxExclusive ? (counts ? "fewer than" : "less than") : "no more than";
    case "below":
      return "nearly";
    case "above":
      return "just over";
    case "about":
      return "about";
    default:
      return value.approximate ? "about" : "";
  }
}
