/**
 * Judges the values of a sentence: which fact each is about, whether that fact agrees, and how sure that is.
 * The models are handed in; knows no kind by name.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { type Companion, withoutClaim } from "../alignment/companions.ts";
import { type AlignedClaim, type AlignedPair, rivalriesOf } from "../alignment/rivalry.ts";
import { featureOf, type ValueClaim, type ValuePair } from "../alignment/values.ts";
import type { Surroundings } from "../alignment/vicinity.ts";
import { keptFor } from "../kept.ts";
import { type Features, type Model, predict, predictFrom } from "../model.ts";
import type { Stance } from "../stance.ts";
import type { Passage } from "../types.ts";
import { judgementFeatures } from "./judgement-features.ts";

export interface ScoredPair<V extends Span> extends AlignedPair<V> {
  /** How likely the two speak of one fact, its rivals considered, 0 to 1. */
  readonly likelihood: number;
  /** What the second look saw; null where there was none. */
  readonly rivalry: Features | null;
}

/** A claim that is explained by arithmetic over facts. */
export interface Derivation {
  /** "28 + 8 = 36". */
  readonly explanation: string;
  /** How unlikely it is to fit by accident, 0 to 1. */
  readonly strength: number;
  readonly pairing: Pairing;
  readonly focus: readonly Span[];
  /** The sentences that the facts stand in, in the order of the arithmetic. */
  readonly passages: readonly Passage[];
  /** What a share leaves to the others. */
  readonly isComplement?: true;
}

export interface Judgement<V extends Span> {
  readonly value: V;
  /** Pairs by likelihood, best first. */
  readonly pairs: readonly ScoredPair<V>[];
  readonly agree: ScoredPair<V> | null;
  readonly conflict: ScoredPair<V> | null;
  readonly derivation: Derivation | null;
  /** What is known of the claim besides its pairs. */
  readonly features: Features;
}

/** The likeliest arithmetic, and how strong each sort of it is. */
export interface Derived {
  readonly best: Derivation | null;
  readonly features: Features;
}

/** Companions are the claims nearby, the value itself left out. */
export type Derive<V extends Span> = (value: V, companions: readonly Companion[]) => Derived;

/** What the values of a sentence are judged by. */
export interface Judging<V extends Span> {
  /** The second look at a pair, beside its rivals; null where the first is the last. */
  readonly assign: Model | null;
  readonly companions: readonly Companion[];
  readonly stance: Stance;
  /** The stance of one value, where its clause stands otherwise than its sentence. */
  readonly stanceOf?: (value: V, conflict: ScoredPair<V>) => Stance;
  readonly derive: Derive<V>;
  /** What only the kind knows of a claim and the pair that disagrees, for deciding. */
  readonly beside?: (value: V, conflict: ScoredPair<V> | null) => Features;
  /** Whether the value stands anywhere in the sources. */
  readonly stands: (value: V) => boolean;
}

/** The first look: each value of a sentence with all its pairs, each by itself, likeliest first. */
export function alignValues<V extends Span>(
  claims: readonly ValueClaim<V>[],
  align: Model,
  surroundings: Surroundings,
): AlignedClaim<V>[] {
  return claims.map(({ value, pairs }) => {
    const around = keptFor(({ statement }: Pairing) => surroundings.beside(statement, value));
    const look = (pair: ValuePair<V>) => {
      const parts = [...pair.parts, around(pair.pairing)];
      return { ...pair, parts, first: predictFrom(align, parts) };
    };
    return { value, pairs: pairs.map(look).sort((a, b) => b.first - a.first || byPlace(a, b)) };
  });
}

/** Judges every value of the sentence by its pairs. */
export function judgeValues<V extends Span>(
  sentence: Sentence,
  claims: readonly AlignedClaim<V>[],
  judging: Judging<V>,
): Judgement<V>[] {
  return claims.map((claim) => {
    const scored = assigned(sentence, claim, claims, judging);
    const first = scored.find((pair) => pair.relation === "agrees" && !pair.loose) ?? null;
    const conflict = conflictAmong(scored, first);
    const rest = scored.filter((pair) => !isSaidByAnother(pair, conflict));
    const strict = rest.find((pair) => pair.relation === "agrees" && !pair.loose) ?? null;
    const agree = agreementAmong(rest, strict, conflict);
    const others = withoutClaim(judging.companions, sentence, claim.value);
    const derived = agree && agree.likelihood >= 0.5 ? null : judging.derive(claim.value, others);
    const derivation = derived?.best ?? null;
    const features = () => ({
      ...judgementFeatures(rest, agree, conflict, derivation, stanceTo(claim.value, conflict, judging)),
      stands: judging.stands(claim.value) ? 1 : 0,
      ...derived?.features,
      ...judging.beside?.(claim.value, conflict),
    });
    return judgement({ value: claim.value, pairs: scored, agree, conflict, derivation }, features);
  });
}

function stanceTo<V extends Span>(value: V, conflict: ScoredPair<V> | null, judging: Judging<V>): Stance {
  return (conflict && judging.stanceOf?.(value, conflict)) ?? judging.stance;
}

/** A judgement whose features are gathered when they are asked for: most predicates are decided without. */
function judgement<V extends Span>(
  judged: Omit<Judgement<V>, "features">,
  gather: () => Features,
): Judgement<V> {
  let features: Features | null = null;
  return {
    ...judged,
    get features() {
      features ??= gather();
      return features;
    },
  };
}

function assigned<V extends Span>(
  sentence: Sentence,
  claim: AlignedClaim<V>,
  claims: readonly AlignedClaim<V>[],
  { assign, companions }: Judging<V>,
): ScoredPair<V>[] {
  if (!assign) return claim.pairs.map((pair) => ({ ...pair, likelihood: pair.first, rivalry: null }));
  const rivalries = rivalriesOf(claim, claims, withoutClaim(companions, sentence, claim.value));
  return claim.pairs
    .map((pair, at) => {
      const rivalry = rivalries[at]!;
      return { ...pair, rivalry, likelihood: rivalry ? predict(assign, rivalry) : pair.first };
    })
    .sort((a, b) => b.likelihood - a.likelihood || b.first - a.first || byPlace(a, b));
}

/** Ties are broken by the statement's rank and the place in it. */
function byPlace<V extends Span>(a: AlignedPair<V>, b: AlignedPair<V>): number {
  return a.pairing.candidate.rank - b.pairing.candidate.rank || a.value.start - b.value.start;
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

/** "Were invited and did not attend" says by its own verb whether they were invited: the other verb agrees with no denial. */
function isSaidByAnother<V extends Span>(pair: ScoredPair<V>, conflict: ScoredPair<V> | null): boolean {
  return (
    pair.relation === "agrees" &&
    pair.pairing === conflict?.pairing &&
    pair.likelihood < conflict.likelihood &&
    featureOf(conflict, "sameKey") === 1 &&
    featureOf(pair, "sameKey") === 0
  );
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
