/**
 * Which words of a sentence belong to which of its values: in "45 percent under the limit chosen and 60 under the one
 * advised" the word "chosen" belongs to 45. Knows values by their place only, not what they say.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "./align.ts";
import { nearness } from "./proximity.ts";
import type { Query } from "./retrieve.ts";

/** Tokens after which a value's hold on a word has fallen to 1/e: it only has to tell one neighbour from the next. */
const HOLD = 2.5;
/** How much a word that the statement inherits (a heading, a table header) counts for each of its values. */
const INHERITED = 0.5;

/** The share of each term of a sentence that belongs to each value: `[value][term]`, shares of a term sum to 1. */
type Shares = readonly Float64Array[];

const kept = new WeakMap<readonly Span[], Shares>();

function sharesOf(sentence: Sentence, values: readonly Span[]): Shares {
  let shares = kept.get(values);
  if (!shares) {
    shares = shareOut(sentence, values);
    kept.set(values, shares);
  }
  return shares;
}

function shareOut(sentence: Sentence, values: readonly Span[]): Shares {
  const near = values.map((value) => nearness(sentence, value, HOLD));
  const shares = values.map(() => new Float64Array(sentence.terms.length));
  sentence.terms.forEach(({ token }, position) => {
    const all = near.reduce((sum, one) => sum + one[token]!, 0);
    near.forEach((one, value) => {
      shares[value]![position] = all > 0 ? one[token]! / all : 1 / values.length;
    });
  });
  return shares;
}

/** How well the words that belong to a claim meet the words that belong to each value of a statement. */
export interface Binding {
  /** By value of the statement: weighted share of the claim's own words met, 0 to 1; 0.5 where it has none. */
  readonly words: Float64Array;
  /** The same of names only. */
  readonly names: Float64Array;
}

/** The query's words as far as they belong to one claim, by weight, and the sums. */
export interface Belongings {
  readonly words: Float64Array;
  readonly names: Float64Array;
  readonly allWords: number;
  readonly allNames: number;
}

/** What belongs to one of the claims of the query's sentence; the context belongs to none. */
export function belongingsOf({ sentence, terms }: Query, claims: readonly Span[], claim: number): Belongings {
  const shares = sharesOf(sentence, claims)[claim]!;
  const words = new Float64Array(terms.length);
  const names = new Float64Array(terms.length);
  let [allWords, allNames] = [0, 0];
  terms.forEach(({ place, key, weight, name }, at) => {
    words[at] = place >= 0 && !key.startsWith("#") ? weight * shares[place]! : 0;
    if (name) names[at] = words[at]!;
    allWords += words[at]!;
    allNames += names[at]!;
  });
  return { words, names, allWords, allNames };
}

/** Binds one claim of the query's sentence to the values of the statement; linear in values times meetings. */
export function bind(pairing: Pairing, belongings: Belongings, stated: readonly Span[]): Binding {
  const { query, statement, meetings } = pairing;
  const theirs = sharesOf(statement.sentence, stated);
  const words = new Float64Array(stated.length);
  const names = new Float64Array(stated.length);
  const met = new Float64Array(query.terms.length);
  const { allWords, allNames } = belongings;
  for (let value = 0; value < stated.length; value++) {
    met.fill(0);
    for (const { asked, term, similarity } of meetings) {
      const share = term < 0 ? INHERITED : theirs[value]![term]!;
      met[asked] = Math.max(met[asked]!, similarity * share);
    }
    words[value] = allWords > 0 ? dot(belongings.words, met) / allWords : 0.5;
    names[value] = allNames > 0 ? dot(belongings.names, met) / allNames : 0.5;
  }
  return { words, names };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at++) total += a[at]! * b[at]!;
  return total;
}
