/**
 * What a decision on a claim sees of it besides its best pairs: how likely they are, and what else agrees or disagrees.
 * Knows judged pairs, no kind by name.
 */
import type { Span } from "../../text/types.ts";
import { restates } from "../alignment/rivalry.ts";
import { featureOf } from "../alignment/values.ts";
import type { Features } from "../model.ts";
import type { Stance } from "../stance.ts";
import type { Derivation, ScoredPair } from "./value-rule.ts";

/** What the best pairs of a claim, and the rest beside them, tell of it; `derivation` is arithmetic that explains the claim. */
export function judgementFeatures<V extends Span>(
  pairs: readonly ScoredPair<V>[],
  agree: ScoredPair<V> | null,
  conflict: ScoredPair<V> | null,
  derivation: Derivation | null,
  stance: Stance,
): Features {
  const second = pairs.find(
    (pair) => pair.relation === "conflicts" && pair !== conflict && pair.pairing !== conflict?.pairing,
  );
  const sibling = pairs.find(
    (pair) => pair.relation === "conflicts" && pair !== conflict && pair.pairing === conflict?.pairing,
  );
  const sameStatement = pairs.find(
    (pair) => pair.relation === "agrees" && !pair.loose && pair.pairing === conflict?.pairing,
  );
  return {
    agree: agree?.likelihood ?? 0,
    conflict: conflict?.likelihood ?? 0,
    margin: (conflict?.likelihood ?? 0) - (agree?.likelihood ?? 0),
    second: second?.likelihood ?? 0,
    sibling: sibling?.likelihood ?? 0,
    conflictAll: anyOf(pairs.filter((pair) => pair.relation === "conflicts" && restates(pair, conflict))),
    agreeAll: anyOf(pairs.filter((pair) => pair.relation === "agrees" && !pair.loose)),
    agreeFirst: agree?.first ?? 0,
    agreeLoose: agree?.loose ? 1 : 0,
    beside: sameStatement?.likelihood ?? 0,
    updated: isUpdated(pairs, conflict) ? 1 : 0,
    derivedHere: derivation && conflict && isDerivedFrom(derivation, conflict) ? derivation.strength : 0,
    besides: sameStatement ? 1 : 0,
    agreeNear: agree && agree.pairing.candidate.rank < 3 ? 1 : 0,
    precise: (pairs[0] && featureOf(pairs[0], "precise")) ?? 0,
    ...stance,
  };
}

/** "17 are left" of a source's 138, of which 121 are done: the figure that disagrees is what the claim was worked out from. */
function isDerivedFrom<V extends Span>(
  { isComplement, pairing, focus }: Derivation,
  conflict: ScoredPair<V>,
): boolean {
  const { start, end } = conflict.value;
  return (
    pairing.statement === conflict.pairing.statement &&
    focus.some((span) => span.start < end && start < span.end) &&
    // "100 − 60 = 40" is what the others have.
    !(isComplement && conflict.pairing.answered >= SAID_OF_SAME)
  );
}

/** So much of the draft's sentence the statement must say to speak of the very same. */
const SAID_OF_SAME = 0.85;

/** Another statement holds both the claim's value and the one that disagrees: "151 and not 148", "up from 128". */
function isUpdated<V extends Span>(pairs: readonly ScoredPair<V>[], conflict: ScoredPair<V> | null): boolean {
  return pairs.some(
    ({ relation, loose, pairing }) =>
      relation === "agrees" &&
      !loose &&
      pairing !== conflict?.pairing &&
      pairs.some(
        (other) => other.pairing === pairing && other.relation === "conflicts" && restates(other, conflict),
      ),
  );
}

/** How likely at least one of some pairs speaks of the claim's fact, were they independent. */
function anyOf<V extends Span>(pairs: readonly ScoredPair<V>[]): number {
  return 1 - pairs.reduce((none, { likelihood }) => none * (1 - likelihood), 1);
}
