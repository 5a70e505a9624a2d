/**
 * Figures that only stand behind the one which their sentence tells: the whole of a part ("eleven of 16 sites"), where a change
 * began ("from 10 percent to 5"), what something is measured against ("84 percent, against 58"). A claim that has the figure
 * told is not contradicted by the one behind it. Knows the figures of one sentence.
 */
import type { QuantityValue } from "../../kinds/types.ts";

const told = new WeakMap<QuantityValue, ReadonlySet<number>>();

/** Notes which of a sentence's figures, in their order, stand behind which others. */
export function noteBackgrounds(text: string, values: readonly QuantityValue[]): void {
  values.forEach((value, at) => {
    const parts = values.filter(({ whole, nominal }) => whole === value.nominal && nominal < value.nominal);
    const beside = isMeasuredAgainst(text, value)
      ? [values[at - 1], values[at + 1]].filter((other) => other !== undefined && isTold(text, other, value))
      : [];
    const others = [...parts, ...beside].map((other) => other!.nominal);
    if (others.length > 0) told.set(value, new Set(others));
  });
}

/** Whether another figure of the source's sentence is what it tells, and the claim says that one. */
export function isBehind(source: QuantityValue, claim: QuantityValue): boolean {
  const figures = told.get(source);
  // "All five districts" says nothing of the five of which three are meant.
  return figures !== undefined && (claim.whole === claim.nominal || figures.has(claim.nominal));
}

/** Characters before a figure that tell how it stands to its neighbour. */
const BEFORE = 24;
const AGAINST = /\b(?:from|against|compared (?:with|to)|versus|instead of|rather than)\s+(?:\w+\s+){0,1}$/i;

function isMeasuredAgainst(text: string, { start }: QuantityValue): boolean {
  return AGAINST.test(text.slice(Math.max(0, start - BEFORE), start));
}

/** The neighbour in the same clause, of the same unit, that is not measured against itself. */
function isTold(text: string, other: QuantityValue, value: QuantityValue): boolean {
  const [first, second] = other.start < value.start ? [other, value] : [value, other];
  return (
    other.dimension === value.dimension &&
    other.unit === value.unit &&
    !isMeasuredAgainst(text, other) &&
    !/[;:.]\s/.test(text.slice(first.end, second.start))
  );
}
