/**
 * Finds the statements of the sources that may speak of the same thing as a sentence of the draft: words weighted by
 * rarity, synonyms and inherited context counted in part. Knows the index, not values or verdicts.
 */
import { numberKey, type Statement, type StatementIndex } from "../sources/statement-index.ts";
import { type InheritedTerm, inheritedTerms } from "../statements/context.ts";
import type { Reading, Sentence } from "../statements/types.ts";

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
}

export interface Query {
  readonly sentence: Sentence;
  readonly terms: readonly QueryTerm[];
  readonly inherited: readonly InheritedTerm[];
  /** Sum of the weights of the sentence's own words. */
  readonly ownWeight: number;
}

/** A statement with how much of the query it answers. */
export interface Candidate {
  readonly statement: Statement;
  /** Weighted share of the query that the statement holds, 0 to 1; context counts in both. */
  readonly score: number;
  /** How well each query term is matched, in the order of `Query.terms`, 0 to 1. */
  readonly matches: Float32Array;
  /** 0 for the best. */
  readonly rank: number;
}

/** What is asked of the index for one sentence. */
export function createQuery(reading: Reading, sentence: Sentence, index: StatementIndex): Query {
  const inherited = inheritedTerms(reading, sentence);
  const terms: QueryTerm[] = [];
  const seen = new Set<string>();
  const ask = (
    term: { key: string; lemma: string; name: boolean; weight: number },
    own: boolean,
    start: number,
  ) => {
    if (seen.has(term.key)) return;
    seen.add(term.key);
    const rarity = index.rarity(term.key);
    terms.push({
      key: term.key,
      lemma: term.lemma,
      name: term.name,
      own,
      start,
      weight: term.weight * (0.2 + 0.8 * rarity),
    });
  };
  for (const term of sentence.terms) ask(term, true, term.start);
  for (const quantity of sentence.quantities) {
    const key = numberKey(quantity.nominal);
    if (index.postings(key).size > 0) ask({ key, lemma: key, name: true, weight: 0.7 }, true, quantity.start);
  }
  for (const term of inherited) ask(term, false, -1);
  const ownWeight = terms.reduce((sum, term) => sum + (term.own ? term.weight : 0), 0);
  return { sentence, terms, inherited, ownWeight };
}

/**
 * The `limit` statements that answer the query best, best first. Cost is in proportion to the postings of the query's
 * words and their synonyms.
 */
export function retrieve(query: Query, index: StatementIndex, limit: number): Candidate[] {
  const found = new Map<Statement, Float32Array>();
  query.terms.forEach((term, position) => {
    for (const { key, similarity } of index.expand(term)) {
      for (const { statement, strength } of index.postings(key)) {
        let matches = found.get(statement);
        if (!matches) {
          matches = new Float32Array(query.terms.length);
          found.set(statement, matches);
        }
        const match = similarity * similarity * strength;
        if (match > matches[position]!) matches[position] = match;
      }
    }
  });
  const total = query.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const scored = [...found].map(([statement, matches]) => ({
    statement,
    matches,
    score: scoreOf(query, matches, total),
    rank: 0,
  }));
  scored.sort((a, b) => b.score - a.score || compareStatements(a.statement, b.statement));
  return scored.slice(0, limit).map((candidate, rank) => ({ ...candidate, rank }));
}

function scoreOf(query: Query, matches: Float32Array, total: number): number {
  let sum = 0;
  for (let at = 0; at < matches.length; at++) sum += query.terms[at]!.weight * matches[at]!;
  return sum / total;
}

/** Ties are broken by the source's uri and the place in it, so that the order of sources does not matter. */
function compareStatements(a: Statement, b: Statement): number {
  if (a.source.uri !== b.source.uri) return a.source.uri < b.source.uri ? -1 : 1;
  return a.sentence.index - b.sentence.index;
}
