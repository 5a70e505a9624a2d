/**
 * The values of the sources that a claim was held against, as evidence. Knows judged values and where their sentences
 * stand; nothing of what was decided.
 */
import type { Pairing } from "../../checking/alignment/align.ts";
import { passageOf } from "../../checking/alignment/values.ts";
import type { ScoredPair } from "../../checking/judging/value-rule.ts";
import type { Passage } from "../../checking/types.ts";
import type { Relation } from "../../kinds/types.ts";
import type { Span } from "../../text/types.ts";
import { evidenceOf } from "../claims.ts";
import type { Candidate } from "./types.ts";

/** How many are told. */
const MOST = 5;
/** Beside values that decide, others are told from this likelihood on. */
const THINKABLE = 0.01;
/** Sentences without anything that compares are told where there is nothing else, and fewer of them. */
const MOST_NEAREST = 2;

/** The likeliest, best first; where two that differ would be left out, the deciding ones are among them. */
export function candidatesOf(
  pairs: readonly ScoredPair<Span>[],
  deciding: readonly (ScoredPair<Span> | null)[],
): Candidate[] {
  const wanted = deciding.filter((pair) => pair !== null);
  const others = pairs
    .filter((pair) => !wanted.includes(pair) && (wanted.length === 0 || pair.likelihood >= THINKABLE))
    .slice(0, MOST - wanted.length);
  return [...wanted, ...others]
    .sort((a, b) => b.likelihood - a.likelihood)
    .map(({ pairing, value, relation, likelihood }) =>
      candidate(passageOf(pairing, [value]), relation, rounded(likelihood)),
    );
}

/** The sentences that are nearest by their words. */
export function nearestOf(pairings: readonly Pairing[]): Candidate[] {
  return pairings
    .slice(0, MOST_NEAREST)
    .map((pairing) => candidate(passageOf(pairing, []), "unrelated", null));
}

/** What a finding rests on that nobody estimated. */
export function candidate(passage: Passage, relation: Relation, likelihood: number | null): Candidate {
  const words = passage.focus.map(({ start, end }) => passage.sentence.text.slice(start, end));
  return { ...evidenceOf(passage), words: words.join(" … "), relation, likelihood };
}

/** To three places, as reports have it. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
