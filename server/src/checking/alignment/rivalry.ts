/**
 * How a pair stands once all pairs of its claim, and those of the claims around, have been looked at: a fact is stated
 * once, and a draft takes neighbouring claims from neighbouring facts. Knows likelihoods and places, not what the
 * values say. In the sense of collective record linkage (Bhattacharya & Getoor 2007).
 */
import type { Statement } from "../../sources/statement-index.ts";
import type { Span } from "../../text/types.ts";
import type { Features } from "../model.ts";
import type { Companion, CompanionPlace } from "./companions.ts";
import type { ValuePair } from "./values.ts";

/** A pair with how likely it looked by itself, 0 to 1. */
export interface AlignedPair<V extends Span> extends ValuePair<V> {
  readonly first: number;
}

export interface AlignedClaim<V extends Span> {
  readonly value: V;
  /** Likeliest first. */
  readonly pairs: readonly AlignedPair<V>[];
}

/** Pairs below this stay what they are: nobody would believe them. */
export const HOPELESS = 0.01;

const PLACES: readonly CompanionPlace[] = ["sentence", "block", "row"];

/**
 * The features of each pair of one claim, in the order of its pairs; null for those beyond hope.
 *
 * @param claims All claims of the sentence and kind.
 * @param companions What the claims around are likely about, the claim itself left out.
 */
export function rivalriesOf<V extends Span>(
  claim: AlignedClaim<V>,
  claims: readonly AlignedClaim<V>[],
  companions: readonly Companion[],
): (Features | null)[] {
  const { pairs } = claim;
  const sum = pairs.reduce((total, { first }) => total + first, 0);
  const hopeful = pairs.filter(({ first }) => first >= HOPELESS);
  const wanted = wantedByOthers(claim, claims);
  return pairs.map((pair, rank) => {
    const { first } = pair;
    if (first < HOPELESS) return null;
    const rivals = hopeful.filter((one) => one !== pair && !restates(one, pair));
    const sibling = likeliest(rivals, (one) => isBeside(one, pair));
    const other = likeliest(rivals, (one) => !isBeside(one, pair));
    const restated = likeliest(hopeful, (one) => !isBeside(one, pair) && restates(one, pair));
    const rival = wanted.get(pair.value) ?? 0;
    const features: Record<string, number> = {
      first,
      rank: Math.min(rank, 10),
      sibling,
      other,
      overSibling: first - sibling,
      overOther: first - other,
      restated,
      rival,
      overRival: first - rival,
      share: first / sum,
      pairs: Math.min(pairs.length, 30),
    };
    for (const place of PLACES) addCompany(features, place, companions, pair.pairing.statement);
    return features;
  });
}

/**
 * Whether the source's value of a pair differs from the claim just as another one's does: another statement says the
 * same, and is no rival.
 */
export function restates<V extends Span>(pair: ValuePair<V>, other: ValuePair<V> | null): boolean {
  if (!other) return false;
  for (const name in other.differences)
    if (Math.abs(pair.differences[name]! - other.differences[name]!) >= 1e-6) return false;
  return true;
}

function isBeside<V extends Span>(a: AlignedPair<V>, b: AlignedPair<V>): boolean {
  return a.pairing.statement === b.pairing.statement;
}

function likeliest<V extends Span>(
  pairs: readonly AlignedPair<V>[],
  holds: (pair: AlignedPair<V>) => boolean,
): number {
  // Likeliest first.
  return pairs.find(holds)?.first ?? 0;
}

/** How likely each value of a source is the fact of another claim of the sentence. */
function wantedByOthers<V extends Span>(
  claim: AlignedClaim<V>,
  claims: readonly AlignedClaim<V>[],
): Map<V, number> {
  const wanted = new Map<V, number>();
  for (const { value, pairs } of claims) {
    if (value === claim.value) continue;
    for (const pair of pairs) wanted.set(pair.value, Math.max(wanted.get(pair.value) ?? 0, pair.first));
  }
  return wanted;
}

/** Whether the claims of a place are taken from the same statement, from near it, or from the same source. */
function addCompany(
  features: Record<string, number>,
  place: CompanionPlace,
  companions: readonly Companion[],
  { source, sentence }: Statement,
): void {
  let all = 0;
  let same = 0;
  let near = 0;
  let inSource = 0;
  for (const { place: there, pairing, likelihood } of companions) {
    if (there !== place) continue;
    const { statement } = pairing;
    all += likelihood;
    if (statement.source !== source) continue;
    inSource += likelihood;
    const apart = Math.abs(statement.sentence.index - sentence.index);
    if (apart === 0) same += likelihood;
    else near += likelihood / apart;
  }
  features[`${place}All`] = all;
  features[`${place}Same`] = all > 0 ? same / all : 0;
  features[`${place}Near`] = all > 0 ? near / all : 0;
  features[`${place}Source`] = all > 0 ? inSource / all : 0.5;
}
