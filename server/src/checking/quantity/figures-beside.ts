/**
 * The figures of the statements beside a sentence: those that an arithmetic claim may be held against, and those that may
 * explain it otherwise. Knows pairings; what follows from the figures is for the rules.
 */
import { compareQuantities, sameNumber } from "../../kinds/quantity/compare.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { alike } from "../arithmetic/change-ends.ts";
import { deriveQuantity } from "../arithmetic/derive.ts";

/** Statements that a claim may be held against, and those that may explain it. */
const LOOKED_AT = 3;
const EXPLAINING = 6;
/** A statement must speak of the draft's matter at least so much. */
const ON_TOPIC = 0.25;
/** A figure that others give this surely is explained. */
const EXPLAINED = 0.3;
/** How sure it is that a figure is wrong which its own figures rule out, 0 to 1. */
export const RULED_OUT = 0.88;

/** The pairings whose statements speak of the draft's matter, best first. */
export function onTopic(pairings: readonly Pairing[]): readonly Pairing[] {
  return pairings.filter(({ candidate }) => candidate.score >= ON_TOPIC).slice(0, LOOKED_AT);
}

/** All figures of the statements that may explain a claim. */
export function figuresBeside(pairings: readonly Pairing[]): readonly QuantityValue[] {
  return pairings.slice(0, EXPLAINING).flatMap(({ statement }) => statement.sentence.quantities);
}

/** Whether arithmetic over the sources gives the figure. */
export function isDerived(value: QuantityValue, pairings: readonly Pairing[]): boolean {
  return (deriveQuantity(value, pairings)?.strength ?? 0) >= EXPLAINED;
}

/** Whether a figure of the draft and one of a source are one: alike, the same number, and neither bounds it otherwise. */
export function isOneFigure(mine: QuantityValue, stated: QuantityValue): boolean {
  return alike(mine, stated) && sameNumber(mine, stated) && compareQuantities(mine, stated) === "agrees";
}
