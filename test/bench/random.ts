/** A seeded generator of random numbers: the same seed gives the same texts everywhere. Knows nothing of texts. */

export interface Random {
  /** A whole number, both ends inside. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with a likelihood of 0 to 1. */
  chance(likelihood: number): boolean;
}

/** Mulberry32, a public-domain generator of 32 bits of state. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (likelihood) => next() < likelihood,
  };
}
