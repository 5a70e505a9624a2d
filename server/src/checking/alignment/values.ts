/**
 * Pairs the values of a sentence with those of the statements that may speak of the same thing, and says by which features
 * each pair may be one fact. For every kind that has a `ValueKind`; how likely a pair is, and what follows, is for others.
 */
import type { Relation } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Features } from "../model.ts";
import { isQuoted } from "../stance.ts";
import type { Passage } from "../types.ts";
import { localOverlap, type Pairing, queryNearness, termNearness, verbLikeness } from "./align.ts";
import { type Binding, belongingsOf, bind } from "./binding.ts";
import { cellFeatures } from "./cell-likeness.ts";
import { clauseFeatures } from "./clause-likeness.ts";
import { constructionFeatures } from "./constructions.ts";
import { neighbourFeatures } from "./neighbour-words.ts";
import { addStandings, type LonePair } from "./pair-standings.ts";
import { TIGHT } from "./proximity.ts";
import { timeAgreement } from "./time-scope.ts";

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
  /**
   * Features of the pair that only the kind knows, blind to whether the two values are alike; in parts, which always have
   * the same names.
   */
  features(claim: V, source: V, pairing: Pairing): readonly [Features, ...Features[]];
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
  /** What is known of the pair, see `featuresOf`. */
  readonly parts: readonly Features[];
  readonly differences: Features;
}

/** All features of a pair: put together only where one is decided on, for there are thousands of pairs. */
export function featuresOf<V extends Span>({ parts }: ValuePair<V>): Features {
  return Object.assign({}, ...parts);
}

/** One feature of a pair. */
export function featureOf<V extends Span>({ parts }: ValuePair<V>, name: string): number | undefined {
  return parts.findLast((part) => part[name] !== undefined)?.[name];
}

export interface ValueClaim<V extends Span> {
  readonly value: V;
  readonly pairs: readonly ValuePair<V>[];
}

/**
 * The values of the pairings' sentence that are claims of the draft's own, each with all comparable values of the
 * statements.
 */
export function pairValues<V extends Span>(
  kind: ValueKind<V>,
  pairings: readonly Pairing[],
): ValueClaim<V>[] {
  const [first] = pairings;
  if (!first) return [];
  const { query } = first;
  const { sentence } = query;
  const written = kind.claims(sentence);
  const values = written.filter((value) => !isQuoted(sentence, value));
  if (values.length === 0) return [];
  const tables = pairings.map((pairing) => comparisons(kind, values, pairing));
  const claims = values.map((value, position) => {
    const near: ClaimNearness = {
      wide: queryNearness(query, value),
      tight: queryNearness(query, value, TIGHT),
    };
    const belongings = belongingsOf(query, written, written.indexOf(value));
    const pairs = pairings.flatMap((pairing, at) => {
      const table = tables[at]!;
      if (table[position]!.every((comparison) => comparison === null)) return [];
      const binding = bind(pairing, belongings, kind.values(pairing.statement.sentence));
      return pairsOf(kind, value, position, { near, binding, claims: written.length }, pairing, table);
    });
    return { value, pairs };
  });
  addStandings(claims);
  return claims;
}

/** A plain sum that ranks the pairs of one claim; what the sum is worth the model says. */
function likenessOf(score: number, place: PlaceFeatures, own: Features): number {
  return (
    place.forward +
    0.6 * place.backward +
    0.5 * place.close +
    0.4 * place.closeBack +
    0.5 * (own.noun ?? 0.5) +
    score +
    0.3 * place.time +
    0.3 * place.verb +
    0.4 * (own.likeness ?? 0.5) +
    0.3 * (own.subject ?? 0.5) +
    0.3 * (own.object ?? 0.5)
  );
}

/** How a claim compares with a value of a statement; null where nothing follows. */
type Comparison = Pick<ValuePair<Span>, "relation" | "loose"> | null;

/** Each claim against each value of a statement: `[claim][value]`. */
function comparisons<V extends Span>(
  kind: ValueKind<V>,
  values: readonly V[],
  pairing: Pairing,
): Comparison[][] {
  const stated = kind.values(pairing.statement.sentence);
  return values.map((value) =>
    stated.map((other) => {
      const strict = kind.compare(value, other);
      const loose = strict === "unrelated";
      const relation = loose ? (kind.compareLoosely?.(value, other) ?? strict) : strict;
      return relation === "unrelated" || !kind.comparable(value, other, pairing) ? null : { relation, loose };
    }),
  );
}

function agrees(comparison: Comparison): boolean {
  return comparison !== null && comparison.relation === "agrees" && !comparison.loose;
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
  table: readonly (readonly Comparison[])[],
): LonePair<V>[] {
  const { sentence } = pairing.statement;
  const rivals = table.filter((_, claim) => claim !== position);
  const agreeing = rivals.map((row) => row.filter(agrees).length);
  const passage = [pairFeatures(pairing), cellFeatures(pairing)];
  return kind.values(sentence).flatMap((other, at) => {
    const comparison = table[position]![at]!;
    if (!comparison) return [];
    const taken = rivals.some((row) => agrees(row[at]!));
    const anchors = rivals.filter((row, rival) => agreeing[rival]! > (agrees(row[at]!) ? 1 : 0)).length;
    const around = placeFeatures(kind, value, other, place.near, pairing);
    const own = kind.features(value, other, pairing);
    const parts = [
      ...passage,
      around,
      clauseFeatures(pairing, value, other),
      bindingFeatures(place, at),
      constructionFeatures(pairing.query.sentence, value, sentence, other),
      { taken: taken ? 1 : 0, anchors: rivals.length > 0 ? anchors / rivals.length : 0 },
      ...own,
    ];
    const likeness = likenessOf(pairing.candidate.score, around, own[0]);
    const differences = kind.differences(value, other);
    return [{ ...comparison, value: other, pairing, parts, likeness, differences }];
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

interface PlaceFeatures extends Features {
  readonly forward: number;
  readonly backward: number;
  readonly close: number;
  readonly closeBack: number;
  readonly verb: number;
  readonly time: number;
}

/** What stands around the two values. */
function placeFeatures<V extends Span>(
  kind: ValueKind<V>,
  value: V,
  other: V,
  near: ClaimNearness,
  pairing: Pairing,
): PlaceFeatures {
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
    shared: overlap.shared,
    verb: verbLikeness(asked, value, sentence, other),
    time: timeAgreement(asked, value, sentence, other),
    ...neighbourFeatures(asked, value, sentence, other),
  };
}

function pairFeatures(pairing: Pairing): Record<string, number> {
  return {
    score: pairing.candidate.score,
    answered: pairing.answered,
    evidence: pairing.evidence,
    unmet: pairing.unmet,
    covered: pairing.covered,
    names: pairing.names,
    standing: pairing.standing,
    rank: 1 / (1 + pairing.candidate.rank),
  };
}

export function passageOf(pairing: Pairing, focus: readonly Span[]): Passage {
  return { source: pairing.statement.source, sentence: pairing.statement.sentence, focus };
}
