/**
 * The parts that arithmetic over quantities is made of: givens, candidates, how they are written and combined.
 * Knows no units beyond whether two are alike; knows nothing of claims.
 */
import type { QuantityValue } from "../types.ts";
import { decimalsOf, inDigits } from "./spell.ts";

/** A number that follows from givens. */
export interface Candidate {
  readonly value: number;
  /** Indices of the givens. */
  readonly uses: readonly number[];
  /** Written out only for the one that is chosen. */
  readonly explanation: () => string;
  /** How usual such a step is in briefs, and how well the units fit, 0 to 1 each. */
  readonly usual: number;
  readonly fit: number;
  /** What is left to the others of a share: "100 − 60". */
  readonly isComplement?: true;
}

/** A given on the claim's scale. */
export interface Given {
  readonly index: number;
  readonly at: number;
  /** `at` as an explanation writes it, and the number as it was given. */
  readonly words: string;
  readonly plain: string;
  readonly value: QuantityValue;
  /** How well its unit suits the claim's, 0 to 1. */
  readonly fit: number;
}

/** How usual each sort of step is. */
export const USUAL = {
  difference: 0.95,
  sum: 0.9,
  sums: 0.75,
  share: 0.95,
  change: 0.95,
  complement: 0.9,
  part: 0.85,
  year: 0.8,
};
/** Triples are tried among this many givens at most, so that the cost stays bounded. */
export const TRIPLES = 14;

/** A plain form of a number for an explanation: "1.35 billion", "69.8", "62,000". */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  for (const [factor, name] of [
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (size >= factor) return `${rounded(value / factor, 3)} ${name}`;
  if (size >= 1000) return rounded(value, 0);
  // What has two decimals is as it was given, more come from a division.
  return rounded(value, decimalsOf(size) <= 2 ? 2 : 1);
}

function rounded(value: number, decimals: number): string {
  return inDigits(Math.abs(value), ",", Math.min(decimals, decimalsOf(Math.abs(value))));
}

/** How well two givens go together, 0 to 1: one unit, one of them bare, or two nouns. */
export function alike(a: QuantityValue, b: QuantityValue): number {
  if (a.dimension !== b.dimension) return a.unit === null || b.unit === null ? 0.5 : 0;
  if (a.unit === b.unit) return 1;
  if (a.unit === null || b.unit === null) return 0.85;
  return a.dimension === "count" ? 0.5 : 0;
}

/** A candidate with its explanation written out. */
export function candidate(
  value: number,
  uses: number[],
  left: string,
  usual: number,
  fit: number,
  unit = "",
): Candidate {
  return { value, uses, explanation: () => `${left} = ${plainNumber(value)}${unit}`, usual, fit };
}

/** Every two of the figures, in their order. */
export function pairs(givens: readonly Given[]): [Given, Given][] {
  return givens.flatMap((a, i) => givens.slice(i + 1).map((b): [Given, Given] => [a, b]));
}

/** Every three of the figures, in their order. */
export function triples(givens: readonly Given[]): [Given, Given, Given][] {
  return givens.flatMap((a, i) =>
    pairs(givens.slice(i + 1)).map(([b, c]): [Given, Given, Given] => [a, b, c]),
  );
}
