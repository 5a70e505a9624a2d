/**
 * What a sentence of the draft inherits from its place there, as the sources are asked for it. Knows words, not what they
 * are compared with.
 */
import type { StatementIndex } from "../../sources/statement-index.ts";
import { type InheritedTerm, inheritedTerms } from "../../statements/context.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import { inSteps } from "../../text/steps.ts";

export interface Inheritance {
  /** The words that a source can answer. */
  readonly terms: readonly InheritedTerm[];
  /** What all others weigh together, in whole steps: one may be typed to its end without a change. */
  readonly unmet: number;
  /** Equal keys stand for equal inheritances. */
  readonly key: string;
}

const STEP = 0.25;

export function inheritanceOf(
  reading: Reading,
  sentence: Sentence,
  index: Pick<StatementIndex, "expand" | "worth">,
): Inheritance {
  const terms: InheritedTerm[] = [];
  let unanswered = 0;
  for (const term of inheritedTerms(reading, sentence)) {
    if (index.expand(term).length > 0) terms.push(term);
    else unanswered += index.worth(term.key, term.weight);
  }
  const unmet = inSteps(unanswered, STEP);
  const words = terms.map(({ key, lemma, weight, name }) => `${key} ${lemma} ${weight} ${name}`);
  return { terms, unmet, key: [unmet, ...words].join("\u0001") };
}
