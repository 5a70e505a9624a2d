/**
 * The words for thousands and millions, India's lakh and crore among them, and what they multiply by. Knows no numbers.
 */

export type Scale = "" | "thousand" | "million" | "billion" | "trillion";

export const FACTORS: Readonly<Record<Scale, number>> = {
  "": 1,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

export interface ScaleWord {
  readonly factor: number;
  readonly scale: Scale;
  /** How many more decimals the number would have in `scale`. */
  readonly shift?: number;
}

export const SCALES = new Map<string, ScaleWord>([
  ["thousand", { factor: 1e3, scale: "thousand" }],
  ["million", { factor: 1e6, scale: "million" }],
  ["billion", { factor: 1e9, scale: "billion" }],
  ["trillion", { factor: 1e12, scale: "trillion" }],
  ["k", { factor: 1e3, scale: "thousand" }],
  ["mn", { factor: 1e6, scale: "million" }],
  ["mln", { factor: 1e6, scale: "million" }],
  ["bn", { factor: 1e9, scale: "billion" }],
  ["bln", { factor: 1e9, scale: "billion" }],
  ["tn", { factor: 1e12, scale: "trillion" }],
  ["trn", { factor: 1e12, scale: "trillion" }],
  ["lakh", { factor: 1e5, scale: "thousand", shift: -2 }],
  ["lakhs", { factor: 1e5, scale: "thousand", shift: -2 }],
  ["crore", { factor: 1e7, scale: "million", shift: -1 }],
  ["crores", { factor: 1e7, scale: "million", shift: -1 }],
]);
/** Short forms that mean a scale only when they are glued to the digits ("31m", "5b"). */
export const GLUED_SCALES = new Map<string, Scale>([
  ["m", "million"],
  ["b", "billion"],
]);

/** The scale of a product of two: a lakh crore is a trillion. */
export function scaleNamed(factor: number): Scale {
  return factor === 1e12 ? "trillion" : factor === 1e9 ? "billion" : factor === 1e6 ? "million" : "";
}

/** The scales that follow number words: no abbreviations. */
export function isLongScale(name: string): boolean {
  return SCALES.has(name) && (name.length >= 5 || name === "lakh");
}

/** Multiplies without the noise of binary fractions: 1.1 × 1e9 is 1100000000. */
export function times(value: number, factor: number): number {
  const product = value * factor;
  if (factor === 1 || Number.isSafeInteger(product)) return product;
  return Number(product.toPrecision(15));
}
