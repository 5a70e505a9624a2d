/**
 * Lays a sentence of the draft beside a statement of a source: which words of the two meet, how much of either is met, and
 * how near that is to a value. Knows nothing of whether the two agree.
 */

import { similarity } from "../../lexicon/index.ts";
import type { Statement, StatementIndex } from "../../sources/statement-index.ts";
import type { Sentence, Term } from "../../statements/types.ts";
import { inSteps } from "../../text/steps.ts";
import type { Span } from "../../text/types.ts";
import { nearness, REACH } from "./proximity.ts";
import type { Candidate, Query } from "./retrieve.ts";

/** A word of the draft's sentence (or its context) that meets a word of the statement. */
export interface Meeting {
  /** Position in `Query.terms`. */
  readonly asked: number;
  /** Index of the statement's term, or -1 for a word that it inherits. */
  readonly term: number;
  readonly similarity: number;
}

/** A statement beside a query, with the words that meet. */
export interface Pairing {
  readonly query: Query;
  readonly candidate: Candidate;
  readonly statement: Statement;
  readonly meetings: readonly Meeting[];
  /** Rarity times prior weight of each term of the statement. */
  readonly termWeights: Float64Array;
  /** Score of this candidate over that of the best. */
  readonly standing: number;
  /** Weighted share of the statement's own words that the query meets, 0 to 1. */
  readonly covered: number;
  /** Weighted share of the sentence's own words that the statement meets, context left out, 0 to 1. */
  readonly answered: number;
  /** How much of the sentence's own words the statement meets, in words of full weight: much may be a small share. */
  readonly evidence: number;
  /** The weight of the rarest of the sentence's own words that the statement does not meet, 0 to 1. */
  readonly unmet: number;
  /** Share of the names of the draft's sentence that the statement holds, 0 to 1; 0.5 where there are none. */
  readonly names: number;
}

/** The score of a pairing's statement, in steps: half a word more in the draft does not change what follows from it. */
export function scoreOf({ candidate }: Pairing): number {
  return inSteps(candidate.score, 0.1);
}

/** Pairs the query with each candidate; linear in the words of both. */
export function pairUp(query: Query, candidates: readonly Candidate[], index: StatementIndex): Pairing[] {
  const pairWith = pairingWith(query, index);
  const best = candidates[0]?.score || 1;
  return candidates.map((candidate) => pairWith(candidate, best));
}

/** Pairs the query with one candidate after another; `best` is the score of the best of those that it stands among. */
export function pairingWith(
  query: Query,
  index: StatementIndex,
): (candidate: Candidate, best: number) => Pairing {
  const wanted = new Map<string, { asked: number; similarity: number }[]>();
  query.terms.forEach((term, asked) => {
    for (const { key, similarity } of index.expand(term)) {
      const list = wanted.get(key);
      if (list) list.push({ asked, similarity });
      else wanted.set(key, [{ asked, similarity }]);
    }
  });
  return (candidate, best) => pair(query, candidate, index, wanted, best);
}

/** Words of the sources that meet words of the query. */
type Wanted = ReadonlyMap<string, readonly { asked: number; similarity: number }[]>;

function pair(
  query: Query,
  candidate: Candidate,
  index: StatementIndex,
  wanted: Wanted,
  best: number,
): Pairing {
  const { statement } = candidate;
  const { terms } = statement.sentence;
  const meetings: Meeting[] = [];
  const termWeights = termWeightsOf(statement, index);
  let met = 0;
  let all = 0;
  terms.forEach((term, position) => {
    let closest = 0;
    for (const { asked, similarity } of wanted.get(term.key) ?? []) {
      meetings.push({ asked, term: position, similarity });
      closest = Math.max(closest, similarity * (query.terms[asked]!.own ? 1 : 0.7));
    }
    met += closest * termWeights[position]!;
    all += termWeights[position]!;
  });
  for (const { key, weight } of statement.inherited) {
    for (const { asked, similarity } of wanted.get(key) ?? [])
      meetings.push({ asked, term: -1, similarity: similarity * Math.min(1, weight) });
  }
  return {
    query,
    candidate,
    statement,
    meetings,
    termWeights,
    standing: candidate.score / best,
    covered: all > 0 ? met / all : 0,
    ...answerOf(query, meetings),
    names: nameOverlap(query, statement),
  };
}

interface KeptWeights {
  readonly index: StatementIndex;
  readonly version: number;
  readonly weights: Float64Array;
}

const keptWeights = new WeakMap<Statement, KeptWeights>();

/** Rarity times prior weight of each term; kept while the index stays the same, for many sentences ask. */
function termWeightsOf(statement: Statement, index: StatementIndex): Float64Array {
  const known = keptWeights.get(statement);
  if (known?.index === index && known.version === index.version) return known.weights;
  const { terms } = statement.sentence;
  const weights = new Float64Array(terms.length);
  terms.forEach(({ key, weight }, at) => {
    weights[at] = index.worth(key, weight);
  });
  keptWeights.set(statement, { index, version: index.version, weights });
  return weights;
}

function answerOf(
  query: Query,
  meetings: readonly Meeting[],
): Pick<Pairing, "answered" | "evidence" | "unmet"> {
  const closest = new Float64Array(query.terms.length);
  for (const { asked, similarity } of meetings) closest[asked] = Math.max(closest[asked]!, similarity);
  let [met, all, unmet] = [0, 0, 0];
  query.terms.forEach(({ own, weight, key }, at) => {
    if (!own || key.startsWith("#")) return;
    met += weight * closest[at]!;
    all += weight;
    unmet = Math.max(unmet, weight * (1 - closest[at]!));
  });
  return { answered: all > 0 ? met / all : 0, evidence: met, unmet };
}

/** Nearness of the query's terms to a span of the draft's sentence; context terms have 1, their weight is reduced already. */
export function queryNearness(query: Query, span: Span, reach = REACH): Float64Array {
  const near = nearness(query.sentence, span, reach);
  const found = new Float64Array(query.terms.length);
  query.terms.forEach(({ own, token }, at) => {
    found[at] = own ? (token < 0 ? 0.5 : near[token]!) : 1;
  });
  return found;
}

const kept = new WeakMap<Sentence, Map<string, Float64Array>>();

/** Nearness of the statement's terms to a span of its sentence; kept, for a source's values are asked again and again. */
export function termNearness(sentence: Sentence, span: Span, reach = REACH): Float64Array {
  let known = kept.get(sentence);
  if (!known) {
    known = new Map();
    kept.set(sentence, known);
  }
  const key = `${span.start}:${span.end}:${reach}`;
  let found = known.get(key);
  if (!found) {
    const near = nearness(sentence, span, reach);
    found = new Float64Array(sentence.terms.length);
    for (let at = 0; at < found.length; at++) found[at] = near[sentence.terms[at]!.token]!;
    known.set(key, found);
  }
  return found;
}

/** Likeness of the verbs that stand nearest to two spans, 0 to 1; 0.5 where one side has none. */
export function verbLikeness(asked: Sentence, askedSpan: Span, stated: Sentence, statedSpan: Span): number {
  const mine = nearestVerb(asked, askedSpan);
  const theirs = nearestVerb(stated, statedSpan);
  if (!mine || !theirs) return 0.5;
  return mine.key === theirs.key ? 1 : similarity(mine.lemma, theirs.lemma);
}

function nearestVerb(sentence: Sentence, span: Span): Term | null {
  const near = nearness(sentence, span);
  let best: Term | null = null;
  for (const term of sentence.terms) {
    if (term.verb && (best === null || near[term.token]! > near[best.token]!)) best = term;
  }
  return best;
}

function nameOverlap(query: Query, statement: Statement): number {
  let want = 0;
  let have = 0;
  for (const term of query.terms) {
    if (!term.name || !term.own || term.key.startsWith("#")) continue;
    want += term.weight;
    have += term.weight * (statement.strength.get(term.key) ?? 0);
  }
  return want > 0 ? have / want : 0.5;
}

export interface Overlap {
  /** Share of what stands around the draft's value that stands around the source's value too, 0 to 1. */
  readonly forward: number;
  /** The same the other way round. */
  readonly backward: number;
  /** How much that is, in words of full weight right by the value. */
  readonly shared: number;
}

/** How much the surroundings of two values have in common. Values' own words are left out by `exclude`. */
export function localOverlap(
  pairing: Pairing,
  asked: Float64Array,
  stated: Float64Array,
  exclude: { asked: Span; stated: Span },
): Overlap {
  const { query, statement, meetings, termWeights } = pairing;
  const forward = new Float64Array(query.terms.length);
  const backward = new Float64Array(termWeights.length);
  for (const { asked: q, term, similarity } of meetings) {
    const stands = term < 0 ? 0.8 : 0.3 + 0.7 * stated[term]!;
    forward[q] = Math.max(forward[q]!, similarity * stands);
    if (term >= 0) backward[term] = Math.max(backward[term]!, similarity * (0.3 + 0.7 * asked[q]!));
  }
  const inside = (start: number, span: Span) => start >= span.start && start < span.end;
  let have = 0;
  let want = 0;
  query.terms.forEach((term, q) => {
    if (term.key.startsWith("#") || (term.own && inside(term.start, exclude.asked))) return;
    want += term.weight * asked[q]!;
    have += term.weight * asked[q]! * forward[q]!;
  });
  let met = 0;
  let all = 0;
  statement.sentence.terms.forEach((term, position) => {
    if (inside(term.start, exclude.stated)) return;
    all += termWeights[position]! * stated[position]!;
    met += termWeights[position]! * stated[position]! * backward[position]!;
  });
  return { forward: want > 0 ? have / want : 0, backward: all > 0 ? met / all : 0, shared: have };
}
