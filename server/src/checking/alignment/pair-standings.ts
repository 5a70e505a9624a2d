/**
 * How a pair stands among its rivals: the other facts that its claim could be about, and the other claims that could be
 * about its fact. Knows how alike pairs are, not why.
 */
import type { Span } from "../../text/types.ts";
import type { Features } from "../model.ts";
import type { ValuePair } from "./values.ts";

/** A pair before it is seen among the others. */
export interface LonePair<V extends Span> extends ValuePair<V> {
  readonly parts: Features[];
  /** A plain sum that ranks the pairs of one claim; what the sum is worth the model says. */
  readonly likeness: number;
}

/**
 * Adds to each pair how it stands among its rivals: the other facts that the claim could be about, and the other
 * claims of the sentence that could be about the same fact. In place: the pairs were made a moment ago, and there are
 * thousands.
 */
export function addStandings<V extends Span>(
  claims: readonly { readonly pairs: readonly LonePair<V>[] }[],
): void {
  const firstOfFact = new Map<V, Contender>();
  const secondOfFact = new Map<V, number>();
  claims.forEach(({ pairs }, claim) => {
    for (const { value, loose, likeness } of pairs) {
      if (loose) continue;
      const first = firstOfFact.get(value);
      if (!first || likeness > first.likeness) {
        if (first) secondOfFact.set(value, first.likeness);
        firstOfFact.set(value, { claim, likeness });
      } else secondOfFact.set(value, Math.max(likeness, secondOfFact.get(value) ?? 0));
    }
  });
  claims.forEach(({ pairs }, claim) => {
    const all = topTwo(pairs);
    const strict = topTwo(pairs.filter(({ loose }) => !loose));
    for (const { value, loose, likeness, parts } of pairs) {
      const [best, next] = loose ? all : strict;
      const first = firstOfFact.get(value);
      const rivalClaim = first?.claim === claim ? secondOfFact.get(value) : first?.likeness;
      parts.push({
        likenessSum: likeness,
        lead: likeness - (likeness >= best ? next : best),
        mutual: likeness - Math.max(0, rivalClaim ?? 0),
      });
    }
  });
}

/** The claim that a fact is likest to. */
interface Contender {
  readonly claim: number;
  readonly likeness: number;
}

/** The two largest likenesses, 0 where there are none. */
function topTwo(pairs: readonly { readonly likeness: number }[]): readonly [number, number] {
  let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { likeness } of pairs) {
    if (likeness > first) [first, second] = [likeness, first];
    else if (likeness > second) second = likeness;
  }
  const orNothing = (number: number) => (number === Number.NEGATIVE_INFINITY ? 0 : number);
  return [orNothing(first), orNothing(second)];
}
