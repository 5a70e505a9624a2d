/**
 * Finds the statements of the sources that may speak of the same thing as a sentence of the draft: words weighted by
 * rarity, synonyms and inherited context counted in part. Knows the index, not values or verdicts.
 */
import {
  numberKey,
  type Postings,
  type Statement,
  type StatementIndex,
} from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import { type Inheritance, inheritanceOf } from "./inheritance.ts";

/** A word that is asked for. */
export interface QueryTerm {
  readonly key: string;
  readonly lemma: string;
  readonly name: boolean;
  /** Rarity times prior weight, 0 to 1. */
  readonly weight: number;
  /** Stands in the sentence itself, not in its context. */
  readonly own: boolean;
  /** Offset of the word in the sentence, -1 for context. */
  readonly start: number;
  /** Index of the sentence's term that starts there, and of its token; -1 where none does, as for context. */
  readonly place: number;
  readonly token: number;
}

export interface Query {
  readonly sentence: Sentence;
  readonly terms: readonly QueryTerm[];
  /** Sum of the weights of the sentence's own words. */
  readonly ownWeight: number;
}

/** A statement with how much of the query it answers. */
export interface Candidate {
  readonly statement: Statement;
  /** Weighted share of the query that the statement holds, 0 to 1; context counts in both. */
  readonly score: number;
  /** 0 for the best. */
  readonly rank: number;
}

/** Stands for all inherited words that no source can answer. */
const UNMET: QueryTerm = {
  key: "?",
  lemma: "?",
  name: false,
  own: false,
  start: -1,
  place: -1,
  token: -1,
  weight: 0,
};

/** What is asked of the index for one sentence. */
export function createQuery(
  reading: Reading,
  sentence: Sentence,
  index: StatementIndex,
  inherited: Inheritance = inheritanceOf(reading, sentence, index),
): Query {
  const terms: QueryTerm[] = [];
  const seen = new Set<string>();
  const places = new Map(sentence.terms.map(({ start }, at) => [start, at]));
  const ask = (
    term: { key: string; lemma: string; name: boolean; weight: number },
    own: boolean,
    start: number,
  ) => {
    if (seen.has(term.key)) return;
    seen.add(term.key);
    const place = own ? (places.get(start) ?? -1) : -1;
    terms.push({
      key: term.key,
      lemma: term.lemma,
      name: term.name,
      own,
      start,
      place,
      token: sentence.terms[place]?.token ?? -1,
      weight: index.worth(term.key, term.weight),
    });
  };
  for (const term of sentence.terms) ask(term, true, term.start);
  for (const quantity of sentence.quantities) {
    const key = numberKey(quantity.nominal);
    if (index.holds(key)) ask({ key, lemma: key, name: true, weight: 0.7 }, true, quantity.start);
  }
  for (const term of inherited.terms) ask(term, false, -1);
  if (inherited.unmet > 0) terms.push({ ...UNMET, weight: inherited.unmet });
  const ownWeight = terms.reduce((sum, term) => sum + (term.own ? term.weight : 0), 0);
  return { sentence, terms, ownWeight };
}

/**
 * The `limit` statements that answer the query best, best first. Cost is in proportion to the postings of the query's
 * words and their synonyms.
 */
export function retrieve(query: Query, index: StatementIndex, limit: number): Candidate[] {
  const tally = tallyFor(index.slotCount);
  query.terms.forEach((term, position) => {
    for (const { key, similarity } of index.expand(term)) {
      const postings = index.postings(key);
      if (postings) count(tally, postings, position, term.weight, similarity * similarity);
    }
  });
  const total = query.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const found = best(tally, index, limit);
  clear(tally);
  return found.map(({ statement, score }, rank) => ({
    statement,
    score: score / total,
    rank,
  }));
}

/** Scores by slot; of several words that meet one query term only the closest counts. */
interface Tally {
  readonly scores: Float64Array;
  /** The query term that was counted last for a slot, plus one, and how well it was met. */
  readonly term: Int32Array;
  readonly met: Float64Array;
  readonly touched: number[];
}

/** One serves all, for a query takes a moment and a large index many slots. */
let shared = createTally(0);

function tallyFor(slots: number): Tally {
  if (shared.scores.length < slots) shared = createTally(slots);
  return shared;
}

function createTally(slots: number): Tally {
  return {
    scores: new Float64Array(slots),
    term: new Int32Array(slots),
    met: new Float64Array(slots),
    touched: [],
  };
}

function clear({ scores, term, met, touched }: Tally): void {
  for (const slot of touched) {
    scores[slot] = 0;
    term[slot] = 0;
    met[slot] = 0;
  }
  touched.length = 0;
}

function count(
  tally: Tally,
  { slots, strengths }: Postings,
  position: number,
  weight: number,
  likeness: number,
): void {
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    const match = likeness * strengths[at]!;
    if (tally.term[slot] === 0) tally.touched.push(slot);
    const before = tally.term[slot] === position + 1 ? tally.met[slot]! : 0;
    if (tally.term[slot] !== position + 1) tally.met[slot] = 0;
    tally.term[slot] = position + 1;
    if (match <= before) continue;
    tally.scores[slot]! += weight * (match - before);
    tally.met[slot] = match;
  }
}

function best(
  { scores, touched }: Tally,
  index: StatementIndex,
  limit: number,
): { statement: Statement; score: number }[] {
  const kept: { statement: Statement; score: number }[] = [];
  for (const slot of touched) {
    const score = scores[slot]!;
    const last = kept[limit - 1];
    if (last && score < last.score) continue;
    const statement = index.statementAt(slot);
    if (!statement) continue;
    let at = kept.length;
    while (
      at > 0 &&
      (score > kept[at - 1]!.score ||
        (score === kept[at - 1]!.score && compareStatements(statement, kept[at - 1]!.statement) < 0))
    )
      at -= 1;
    kept.splice(at, 0, { statement, score });
    if (kept.length > limit) kept.pop();
  }
  return kept;
}

/** Ties are broken by the source's uri and the place in it, so that the order of sources does not matter. */
function compareStatements(a: Statement, b: Statement): number {
  if (a.source.uri !== b.source.uri) return a.source.uri < b.source.uri ? -1 : 1;
  return a.sentence.index - b.sentence.index;
}
