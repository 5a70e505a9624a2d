/**
 * A day that two sentences of the sources tell, each by itself a plausible reading, beside a claim that differs in one component
 * and stands nowhere: told even where the decision model, which sees one pair at a time, hesitates.
 */
import type { Features } from "../model.ts";

/** From here on a sentence of the sources counts as speaking of the claim's matter. */
const PLAUSIBLE = 0.3;
/** An agreeing fact is no likelier than this. */
const AGREES = 0.1;

/** Whether the features of a judged date, and how it differs from the source's, say so. */
export function isToldTwice(features: Features, differences: Features): boolean {
  const of = (name: string) => features[name] ?? 0;
  const differs = (name: string) => differences[name] ?? 0;
  const first = of("conflict");
  // The likelihood that any of the sentences that say the same speaks of it, less the first.
  const others = (of("conflictAll") - first) / (1 - first + 1e-9);
  const slips = differs("onlyDay") + differs("onlyMonth") + differs("onlyYear");
  return (
    slips === 1 &&
    first >= PLAUSIBLE &&
    others >= PLAUSIBLE &&
    of("stands") === 0 &&
    of("agree") < AGREES &&
    of("derived") < PLAUSIBLE
  );
}
