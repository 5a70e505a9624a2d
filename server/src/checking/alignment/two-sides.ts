/**
 * Properties that each of two things may have, as features of the two: 1 where both have one, 0 where neither has it, -1 where
 * only the draft's has it, -2 where only the source's has it. Few combinations occur, so their features are made once.
 */
import type { Features } from "../model.ts";

/** Which properties a thing has: bit n for the property n. At most 24. */
export type Properties = number;

export function propertiesOf<T>(tests: readonly ((of: T) => boolean)[], of: T): Properties {
  return tests.reduce((found, test, at) => (test(of) ? found | (1 << at) : found), 0);
}

/** Combinations that are kept. */
const KEPT = 20_000;

/** The features of two things, the draft's and the source's, under these names. */
export function createTwoSides(names: readonly string[]): (mine: Properties, theirs: Properties) => Features {
  const kept = new Map<number, Features>();
  return (mine, theirs) => {
    const key = mine * 2 ** names.length + theirs;
    let found = kept.get(key);
    if (!found) {
      found = Object.fromEntries(names.map((name, at) => [name, standing(mine >> at, theirs >> at)]));
      if (kept.size >= KEPT) kept.clear();
      kept.set(key, found);
    }
    return found;
  };
}

function standing(mine: number, theirs: number): number {
  if (mine & 1) return theirs & 1 ? 1 : -1;
  return theirs & 1 ? -2 : 0;
}
