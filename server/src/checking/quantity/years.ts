/**
 * Which year a figure is told of where a sentence has figures of several: "312 million in 2023, less than half of the 680
 * million of 2010". Knows the words right behind a figure.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import { endOf, startOf } from "../arithmetic/change-ends.ts";

const BEHIND = /^[^.,;:()]{0,25}?\s\(?(?:(?:in|of|for|since|by|during)\s+)?((?:19|20)\d\d)\b/;

/** Whether the draft names one year, the source tells the figure of another, and another figure beside it of that one. */
export function isOfOtherYear(asked: Sentence, stated: Sentence, source: QuantityValue): boolean {
  const years = new Set(asked.text.match(/\b(?:19|20)\d\d\b/g));
  if (years.size !== 1) return false;
  const [year] = years;
  const own = yearBehind(stated, source);
  if (own === null || own === year) return false;
  return stated.quantities.some((other) => other !== source && yearBehind(stated, other) === year);
}

/** The year right behind a figure, up to the next one; null where none is. */
function yearBehind({ text, quantities }: Sentence, value: QuantityValue): string | null {
  const from = endOf(value);
  const isYear = (other: QuantityValue) => other.nominal >= 1900 && other.nominal < 2100;
  const starts = quantities.filter((other) => startOf(other) >= from && !isYear(other)).map(startOf);
  return BEHIND.exec(text.slice(from, Math.min(text.length, ...starts)))?.[1] ?? null;
}
