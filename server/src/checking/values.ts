/**
 * Checks the dates and quantities of a sentence: pairs each with the values of the statements that may speak of the
 * same thing, says how likely each pair speaks of one fact, and decides. One procedure for both kinds; what differs
 * stands in the `ValueKind`.
 */
import type { Relation } from "../kinds/types.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import { localOverlap, type Pairing, queryNearness, termNearness, verbLikeness } from "./align.ts";
import { type Binding, bind } from "./binding.ts";
import { cellFeatures } from "./cell-likeness.ts";
import type { Features } from "./model.ts";
import { TIGHT } from "./proximity.ts";
import { isQuoted } from "./stance.ts";
import { timeAgreement } from "./time-scope.ts";
import type { Passage } from "./types.ts";
import { keptVicinityOf, sharedLandmarks } from "./vicinity.ts";

/** What the procedure must know of a kind. */
export interface ValueKind<V extends Span> {
  /** What a draft's sentence claims. */
  claims(sentence: Sentence): readonly V[];
  /** What a source's sentence states. */
  values(sentence: Sentence): readonly V[];
  compare(claim: V, source: V): Relation;
  /** The same of two that `compare` calls unrelated, were they said of one thing; absent where nothing is to be had by it. */
  compareLoosely?(claim: V, source: V): Relation;
  /** Whether the two could be values of one thing at all. */
  comparable(claim: V, source: V, pairing: Pairing): boolean;
  /** The words of a value that say how much or when; what it is about stands outside. */
  core(value: V): Span;
  /** Features of the pair that only the kind knows, blind to whether the two values are alike. */
  features(claim: V, source: V, pairing: Pairing): Features;
  /** How the two values differ; for deciding, not for aligning. */
  differences(claim: V, source: V): Features;
}

/** A value of a source beside a claim. */
export interface ValuePair<V extends Span> {
  readonly value: V;
  readonly pairing: Pairing;
  readonly relation: Relation;
  /** Related by `compareLoosely` only. */
  readonly loose: boolean;
  readonly features: Features;
  readonly differences: Features;
}

export interface ValueClaim<V extends Span> {
  readonly value: V;
  readonly pairs: readonly ValuePair<V>[];
}

/** The values of a sentence that are claims of the draft's own, each with all comparable values of the pairings. */
export function pairValues<V extends Span>(
  kind: ValueKind<V>,
  sentence: Sentence,
  pairings: readonly Pairing[],
): ValueClaim<V>[] {
  const written = kind.claims(sentence);
  const values = written.filter((value) => !isQuoted(sentence, value));
  if (values.length === 0 || pairings.length === 0) return [];
  const agreements = pairings.map((pairing) => agreementTable(kind, values, pairing));
  const { query } = pairings[0]!;
  const claims = values.map((value, position) => {
    const near: ClaimNearness = {
      wide: queryNearness(query, value),
      tight: queryNearness(query, value, TIGHT),
    };
    const pairs = pairings.flatMap((pairing, at) => {
      const stated = kind.values(pairing.statement.sentence);
      if (stated.length === 0) return [];
      const binding = bind(pairing, written, written.indexOf(value), stated);
      return pairsOf(
        kind,
        value,
        position,
        { near, binding, claims: written.length },
        pairing,
        agreements[at]!,
      );
    });
    return { value, pairs };
  });
  return withStandings(claims);
}

/**
 * Adds to each pair how it stands among its rivals: the other facts that the claim could be about, and the other
 * claims of the sentence that could be about the same fact.
 */
function withStandings<V extends Span>(claims: readonly ValueClaim<V>[]): ValueClaim<V>[] {
  const bestOfFact = new Map<V, { claim: number; likeness: number }[]>();
  claims.forEach(({ pairs }, claim) => {
    for (const pair of pairs) {
      if (pair.loose) continue;
      const list = bestOfFact.get(pair.value) ?? [];
      list.push({ claim, likeness: likenessOf(pair.features) });
      bestOfFact.set(pair.value, list);
    }
  });
  return claims.map(({ value, pairs }, claim) => {
    const ranked = (among: readonly ValuePair<V>[]) =>
      among.map(({ features }) => likenessOf(features)).sort((a, b) => b - a);
    const all = ranked(pairs);
    const strict = ranked(pairs.filter(({ loose }) => !loose));
    return {
      value,
      pairs: pairs.map((pair) => {
        const own = likenessOf(pair.features);
        const likenesses = pair.loose ? all : strict;
        const rivalFact = own >= likenesses[0]! ? (likenesses[1] ?? 0) : likenesses[0]!;
        const rivalClaim = Math.max(
          0,
          ...(bestOfFact.get(pair.value) ?? [])
            .filter((other) => other.claim !== claim)
            .map(({ likeness }) => likeness),
        );
        const standing = { likenessSum: own, lead: own - rivalFact, mutual: own - rivalClaim };
        // In place: the pair was made a moment ago, and there are thousands.
        Object.assign(pair.features, standing);
        return pair;
      }),
    };
  });
}

/** A plain sum that ranks the pairs of one claim; what the sum is worth the model says. */
function likenessOf(features: Features): number {
  const of = (name: string) => features[name] ?? 0.5;
  return (
    of("forward") +
    0.6 * of("backward") +
    0.5 * of("close") +
    0.4 * of("closeBack") +
    0.5 * of("noun") +
    of("score") +
    0.3 * of("time") +
    0.3 * of("verb") +
    0.4 * of("likeness") +
    0.3 * of("subject") +
    0.3 * of("object")
  );
}

/** Which claim agrees with which value of a statement: `[claim][value]`. */
function agreementTable<V extends Span>(
  kind: ValueKind<V>,
  values: readonly V[],
  pairing: Pairing,
): boolean[][] {
  const stated = kind.values(pairing.statement.sentence);
  return values.map((value) =>
    stated.map((other) => kind.compare(value, other) === "agrees" && kind.comparable(value, other, pairing)),
  );
}

/** Where a claim stands in its sentence. */
interface ClaimPlace {
  readonly near: ClaimNearness;
  readonly binding: Binding;
  /** How many values of its kind the sentence has. */
  readonly claims: number;
}

/** Nearness of the query's words to a claim, wide and tight. */
interface ClaimNearness {
  readonly wide: Float64Array;
  readonly tight: Float64Array;
}

function pairsOf<V extends Span>(
  kind: ValueKind<V>,
  value: V,
  position: number,
  place: ClaimPlace,
  pairing: Pairing,
  agreement: readonly boolean[][],
): ValuePair<V>[] {
  const { sentence } = pairing.statement;
  const claims = agreement.length;
  let passage: Features | null = null;
  return kind.values(sentence).flatMap((other, at) => {
    const strict = kind.compare(value, other);
    const loose = strict === "unrelated";
    const relation = loose ? (kind.compareLoosely?.(value, other) ?? strict) : strict;
    if (relation === "unrelated" || !kind.comparable(value, other, pairing)) return [];
    const taken = agreement.some((row, claim) => claim !== position && row[at]);
    const anchors = agreement.filter(
      (row, claim) => claim !== position && row.some((agrees, index) => agrees && index !== at),
    ).length;
    passage ??= { ...pairFeatures(pairing), ...cellFeatures(pairing), ...vicinityFeatures(pairing, value) };
    const features = {
      ...passage,
      ...placeFeatures(kind, value, other, place.near, pairing),
      ...bindingFeatures(place, at),
      taken: taken ? 1 : 0,
      anchors: claims > 1 ? anchors / (claims - 1) : 0,
      ...kind.features(value, other, pairing),
    };
    return [
      { value: other, pairing, relation, loose, features, differences: kind.differences(value, other) },
    ];
  });
}

/** How well the claim is bound to this value, and how much better than to the others of its sentence. */
function bindingFeatures({ binding: { words, names }, claims }: ClaimPlace, at: number): Features {
  const rival = words.reduce((best, one, other) => (other === at ? best : Math.max(best, one)), 0);
  const rivalName = names.reduce((best, one, other) => (other === at ? best : Math.max(best, one)), 0);
  return {
    bound: words[at]!,
    bind: words.length > 1 ? words[at]! - rival : 0,
    boundName: names[at]!,
    bindName: names.length > 1 ? names[at]! - rivalName : 0,
    stated: Math.min(words.length, 5) / 5,
    claimed: Math.min(claims, 5) / 5,
  };
}

/** What stands around the two values. */
function placeFeatures<V extends Span>(
  kind: ValueKind<V>,
  value: V,
  other: V,
  near: ClaimNearness,
  pairing: Pairing,
): Record<string, number> {
  const asked = pairing.query.sentence;
  const { sentence } = pairing.statement;
  const exclude = { asked: kind.core(value), stated: kind.core(other) };
  const overlap = localOverlap(pairing, near.wide, termNearness(sentence, other), exclude);
  const close = localOverlap(pairing, near.tight, termNearness(sentence, other, TIGHT), exclude);
  return {
    forward: overlap.forward,
    backward: overlap.backward,
    close: close.forward,
    closeBack: close.backward,
    verb: verbLikeness(asked, value, sentence, other),
    time: timeAgreement(asked, value, sentence, other),
  };
}

function pairFeatures(pairing: Pairing): Record<string, number> {
  return {
    score: pairing.candidate.score,
    covered: pairing.covered,
    names: pairing.names,
    standing: pairing.standing,
    rank: 1 / (1 + pairing.candidate.rank),
  };
}

/** Whether the claim's paragraph takes more from the statement's. */
function vicinityFeatures({ query, statement, paragraph }: Pairing, claim: Span): Features {
  const { shared, share } = sharedLandmarks(
    query.vicinity,
    query.sentence,
    claim,
    keptVicinityOf(statement.source, statement.sentence),
  );
  return { landmarks: Math.min(3, shared), landmarkShare: share, paragraph };
}

export function passageOf(pairing: Pairing, focus: readonly Span[]): Passage {
  return { source: pairing.statement.source, sentence: pairing.statement.sentence, focus };
}
