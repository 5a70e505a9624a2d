/**
 * The two ends of a change as a sentence gives them: "from 40 to 45", "63 cases, up from 48", "9,184, against 8,412".
 * Knows the words that tie one figure to an earlier one; works nothing out.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";

/** The figure a change starts from, and the one where it ends. */
export interface Ends {
  readonly from: QuantityValue;
  readonly to: QuantityValue;
}

/** How far apart the two may stand. */
const REACH = 90;
const LEAD = 30;
const EARLIER =
  /(?:\b(?:up|down|compared (?:with|to)|against|versus|instead of|from)|\((?:(?:19|20)\d\d|(?:in|from) (?:19|20)\d\d|previously|before)?:?)\s+(?:(?:only|just|some|the|a|an)\s+)*$|\((?:(?:19|20)\d\d:?\s*)$/i;
const PLAIN_FROM = /\bfrom\s*$/i;
const PLAIN_TO = /\bto\s*$/i;

/** All pairs of ends that the words of a sentence tie together, in order. */
export function endsIn(sentence: Sentence): Ends[] {
  const levels = sentence.quantities.filter((value) => !isChange(value) && isAmount(value));
  return levels.flatMap((first, at) => {
    const second = levels.slice(at + 1).find((other) => alike(first, other));
    const ends = second ? tied(sentence, first, second) : null;
    return ends ? [ends] : [];
  });
}

/** A change: by how much something rose or fell, or a multiple that says so. */
export function isChange({ direction, level }: QuantityValue): boolean {
  return direction !== 0 && !level;
}

function isAmount({ dimension, min, max }: QuantityValue): boolean {
  return (
    dimension !== "vote" &&
    dimension !== "ordinal" &&
    dimension !== "ratio" &&
    (min === max || min === null || max === null)
  );
}

/** Whether two figures are of one unit and scale, so that one may be the other at another time. */
export function alike(a: QuantityValue, b: QuantityValue): boolean {
  const bare = (value: QuantityValue) => value.dimension === "count" && value.unit === null;
  if (a.dimension !== b.dimension) {
    if (!bare(a) && !bare(b)) return false;
    return a.style.scale === b.style.scale && nearby(a, b);
  }
  if (a.unit !== b.unit && !bare(a) && !bare(b)) return false;
  return a.per === b.per || a.per === null || b.per === null;
}

/** A bare figure beside one with a unit: of one order of magnitude, so that it may leave the unit out. */
function nearby(a: QuantityValue, b: QuantityValue): boolean {
  return a.nominal > 0 && b.nominal > 0 && Math.abs(Math.log10(a.nominal / b.nominal)) < 1.5;
}

function tied(sentence: Sentence, first: QuantityValue, second: QuantityValue): Ends | null {
  const { text } = sentence;
  const between = text.slice(endOf(first), startOf(second));
  if (between.length > REACH || /[;:]|\.\s/.test(between)) return null;
  const lead = text.slice(Math.max(0, startOf(first) - LEAD), startOf(first));
  if (PLAIN_FROM.test(lead)) return PLAIN_TO.test(between) ? { from: first, to: second } : null;
  if (PLAIN_TO.test(lead) && PLAIN_FROM.test(between)) return { from: second, to: first };
  // "640,000, but the farms have fallen from 8,900 to 7,600": those are the ends of another change.
  if (PLAIN_FROM.test(between) && /^\s+to\b/i.test(text.slice(endOf(second)))) return null;
  return EARLIER.test(between) ? { from: second, to: first } : null;
}

/** First offset of a value's words, the hedge and the currency before it included. */
export function startOf({ start, number }: Span & { readonly number: Span }): number {
  return Math.min(start, number.start);
}

/** Where a figure ends, with the words that belong to its number: an offset in the sentence. */
export function endOf({ end, number }: Span & { readonly number: Span }): number {
  return Math.max(end, number.end);
}
