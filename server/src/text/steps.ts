/**
 * Numbers in whole steps: what follows from them stays the same while what they are of changes a little, letter by letter.
 */

/** A number in whole steps: what changes by less than half of one is looked at as unchanged. */
export function inSteps(value: number, step: number): number {
  return Math.round(value / step) * step;
}
