/**
 * Judges the values of a sentence: which fact each is about, whether that fact agrees, and how sure that is.
 * The models are handed in; knows no kind by name.
 */
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import { type Features, type Model, predict } from "./model.ts";
import type { Stance } from "./stance.ts";
import { pairValues, type ValueKind, type ValuePair } from "./values.ts";

export interface ScoredPair<V extends Span> extends ValuePair<V> {
  /** How likely the two speak of one fact, 0 to 1. */
  readonly likelihood: number;
}

/** A claim that is explained by arithmetic over facts. */
export interface Derivation {
  /** "28 + 8 = 36". */
  readonly explanation: string;
  /** How unlikely it is to fit by accident, 0 to 1. */
  readonly strength: number;
  readonly pairing: Pairing;
  readonly focus: readonly Span[];
}

export interface Judgement<V extends Span> {
  readonly value: V;
  /** Pairs by likelihood, best first. */
  readonly pairs: readonly ScoredPair<V>[];
  readonly agree: ScoredPair<V> | null;
  readonly conflict: ScoredPair<V> | null;
  readonly derivation: Derivation | null;
  readonly features: Features;
}

export type Derive<V extends Span> = (value: V, pairings: readonly Pairing[]) => Derivation | null;

/** Judges every value of the query's sentence. */
export function judgeValues<V extends Span>(
  kind: ValueKind<V>,
  align: Model,
  pairings: readonly Pairing[],
  stance: Stance,
  derive: Derive<V>,
): Judgement<V>[] {
  const sentence = pairings[0]?.query.sentence;
  if (!sentence) return [];
  return pairValues(kind, sentence, pairings).map(({ value, pairs }) => {
    const scored = pairs.map((pair) => ({ ...pair, likelihood: predict(align, pair.features) }));
    scored.sort(
      (a, b) =>
        b.likelihood - a.likelihood ||
        a.pairing.candidate.rank - b.pairing.candidate.rank ||
        a.value.start - b.value.start,
    );
    const strict = scored.find((pair) => pair.relation === "agrees" && !pair.loose) ?? null;
    const conflict = conflictAmong(scored, strict);
    const agree = agreementAmong(scored, strict, conflict);
    const derivation = agree && agree.likelihood >= 0.5 ? null : derive(value, pairings);
    return {
      value,
      pairs: scored,
      agree,
      conflict,
      derivation,
      features: judgementFeatures(scored, agree, conflict, derivation, stance),
    };
  });
}

/** A slip of scale or unit is looked for among this many statements, from this likelihood on. */
const SLIP = { rank: 3, likelihood: 0.05, agree: 0.2, behind: 0.4 };

/** The likeliest pair that disagrees; one that writes the same number in another unit goes before, for it is no chance. */
function conflictAmong<V extends Span>(
  scored: readonly ScoredPair<V>[],
  agree: ScoredPair<V> | null,
): ScoredPair<V> | null {
  const first = scored.find((pair) => pair.relation === "conflicts") ?? null;
  const strict = scored.find((pair) => pair.relation === "conflicts" && !pair.loose) ?? null;
  const best = strict && strict.likelihood >= FIRM ? strict : first;
  if (!best || (agree?.likelihood ?? 0) >= SLIP.agree) return best;
  const slip = scored.find(
    ({ relation, likelihood, differences, pairing }) =>
      relation === "conflicts" &&
      (differences.sameNumber === 1 || differences.sameDigits === 1) &&
      likelihood >= Math.max(SLIP.likelihood, best.likelihood - SLIP.behind) &&
      pairing.candidate.rank < SLIP.rank,
  );
  return slip ?? best;
}

/** A pair whose words are related goes before one that only its surroundings relate, from this likelihood on. */
const FIRM = 0.3;

/** The likeliest pair that agrees by its words; failing that, one that may agree, where nothing else speaks against it. */
function agreementAmong<V extends Span>(
  scored: readonly ScoredPair<V>[],
  strict: ScoredPair<V> | null,
  conflict: ScoredPair<V> | null,
): ScoredPair<V> | null {
  if ((strict?.likelihood ?? 0) >= FIRM || (conflict?.likelihood ?? 0) >= FIRM) return strict;
  const best = scored.find((pair) => pair.relation === "agrees") ?? null;
  return best && best.likelihood >= FIRM ? best : strict;
}

function judgementFeatures<V extends Span>(
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
  const pick = (pair: ScoredPair<V> | null | undefined, names: readonly string[], prefix: string) =>
    Object.fromEntries(names.map((name) => [`${prefix}.${name}`, pair?.features[name] ?? -1]));
  return {
    agree: agree?.likelihood ?? 0,
    conflict: conflict?.likelihood ?? 0,
    margin: (conflict?.likelihood ?? 0) - (agree?.likelihood ?? 0),
    second: second?.likelihood ?? 0,
    sibling: sibling?.likelihood ?? 0,
    conflictAll: anyOf(pairs.filter((pair) => pair.relation === "conflicts" && restates(pair, conflict))),
    agreeAll: anyOf(pairs.filter((pair) => pair.relation === "agrees" && !pair.loose)),
    agreeLoose: agree?.loose ? 1 : 0,
    beside: sameStatement?.likelihood ?? 0,
    updated: isUpdated(pairs, conflict) ? 1 : 0,
    derived: derivation?.strength ?? 0,
    derivable: derivation ? 1 : 0,
    besides: sameStatement ? 1 : 0,
    agreeNear: agree && agree.pairing.candidate.rank < 3 ? 1 : 0,
    precise: pairs[0]?.features.precise ?? 0,
    ...stance,
    ...pick(conflict, DECIDING, "c"),
    ...pick(agree, DECIDING, "a"),
    ...prefixed("d", conflict?.differences),
  };
}

/** The pairs whose value is written as the best one's, or differs from the claim alike: another source says the same. */
function restates<V extends Span>(pair: ScoredPair<V>, best: ScoredPair<V> | null): boolean {
  if (!best) return false;
  for (const name in best.differences)
    if (Math.abs(pair.differences[name]! - best.differences[name]!) >= 1e-6) return false;
  return true;
}

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

/** Features of the best pairs that the decision sees too. */
const DECIDING = [
  "score",
  "covered",
  "forward",
  "backward",
  "noun",
  "likeness",
  "subject",
  "object",
  "taken",
  "bound",
  "bind",
  "landmarks",
  "cellLeast",
  "time",
  "echo",
] as const;

function prefixed(prefix: string, features: Features | undefined): Record<string, number> {
  return Object.fromEntries(
    Object.entries(features ?? {}).map(([name, value]) => [`${prefix}.${name}`, value]),
  );
}
