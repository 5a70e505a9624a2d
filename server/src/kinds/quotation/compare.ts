/**
 * Compares a quotation with a source word by word: verbatim, altered (and where), or absent.
 * Ellipses, bracketed changes, capitals, marks, dashes and British or American spelling are fair.
 */
import type { Span } from "../../text/types.ts";
import { type Alignment, align, BRACKET, ELLIPSIS, UNKNOWN } from "./align.ts";
import { changedRuns, type WordRangeChange, type WordStream } from "./changes.ts";
import { bearsContent, type QuotedWord, quotedWords } from "./words.ts";

/** A run of words that differs. An empty span is a place where the other side has words of its own. */
export interface WordChange {
  readonly claim: Span;
  readonly source: Span;
}

export interface QuotationComparison {
  readonly relation: "verbatim" | "altered" | "absent";
  /** Share of words in common, 0 to 1. */
  readonly similarity: number;
  /** The passage in the source text; empty when absent. */
  readonly span: Span;
  readonly changes: readonly WordChange[];
}

/** An alignment with what it says of the quotation. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly similarity: number;
  readonly matched: number;
  readonly matchedContent: number;
  readonly longestRun: number;
  readonly words: number;
  readonly verbatim: boolean;
  readonly changes: readonly WordRangeChange[];
}

/** Numbers the claim's words by `lookup`; leading and trailing signs fall away. */
export function claimNumbers(
  words: readonly QuotedWord[],
  lookup: (key: string) => number | undefined,
): Int32Array {
  return Int32Array.from(words, (word) =>
    word.sign === "ellipsis" ? ELLIPSIS : word.sign === "bracket" ? BRACKET : (lookup(word.key) ?? UNKNOWN),
  );
}

/** The words of a quotation without the ellipses at its edges. */
export function claimWordsOf(text: string): QuotedWord[] {
  const words = quotedWords(text);
  let start = 0;
  let end = words.length;
  while (start < end && words[start]!.sign === "ellipsis") start++;
  while (end > start && words[end - 1]!.sign === "ellipsis") end--;
  return words.slice(start, end);
}

/** Aligns claim words with `stream` in the window [from, to) and sums up; null when nothing matches. */
export function matchWindow(
  words: readonly QuotedWord[],
  numbers: ArrayLike<number>,
  stream: WordStream,
  from: number,
  to: number,
): Match | null {
  const weight = (index: number) => (bearsContent(words[index]!.key) ? 2 : 1.2);
  const alignment = align(numbers, stream.ids, from, to, weight);
  return summarise(words, numbers, alignment, stream);
}

function summarise(
  words: readonly QuotedWord[],
  numbers: ArrayLike<number>,
  { target, equal }: Alignment,
  stream: WordStream,
): Match | null {
  const count = { matched: 0, content: 0, run: 0, longest: 0, words: 0 };
  let first = -1;
  let last = -1;
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.sign !== "word") continue;
    count.words++;
    if (!equal[i]) {
      count.run = 0;
      continue;
    }
    if (first < 0) first = i;
    count.run = last >= 0 && target[i] !== target[last]! + 1 ? 1 : count.run + 1;
    last = i;
    count.matched++;
    if (bearsContent(words[i]!.key)) count.content++;
    count.longest = Math.max(count.longest, count.run);
  }
  if (first < 0) return null;
  const changes = changedRuns(numbers, target, equal, first, last, stream);
  const start = Math.min(target[first]!, ...changes.map((change) => change.source[0]));
  const end = Math.max(target[last]!, ...changes.map((change) => change.source[1] - 1));
  const extra = changes.reduce((sum, change) => sum + (change.source[1] - change.source[0]), 0);
  return {
    first: start,
    last: end,
    similarity: (2 * count.matched) / (count.words + count.matched + extra),
    matched: count.matched,
    matchedContent: count.content,
    longestRun: count.longest,
    words: count.words,
    verbatim: changes.length === 0 && count.matched === count.words,
    changes,
  };
}

/** Whether the words alone are convincing that the passage is what was quoted, altered. */
export function isConvincing(match: Match): boolean {
  if (match.verbatim) return true;
  const share = match.matched / match.words;
  if (match.words < 5 || match.longestRun < 3 || match.changes.length > 4) return false;
  if (match.matchedContent >= 4 && share >= 0.6 && match.similarity >= 0.6) return true;
  return match.words >= 6 && match.matchedContent >= 2 && share >= 0.75 && match.similarity >= 0.75;
}

const MARGIN = 10;
/** How many source words an ellipsis may leave out. */
export const ELLIPSIS_REACH = 150;

/** Window of source words in which a claim of `length` words that starts near `start` is aligned. */
export function windowAt(start: number, length: number, ellipsis: boolean, size: number): [number, number] {
  const margin = MARGIN + Math.floor(length / 4);
  const reach = ellipsis ? ELLIPSIS_REACH : 0;
  return [Math.max(0, start - margin - reach), Math.min(size, start + length + margin + reach)];
}

/**
 * The best passage of `sourceText` for the words of a quotation. Linear in the source for a claim of bounded
 * length: windows are chosen by the words that they share with the claim, rare words first.
 */
export function compareQuotation(claimWords: string, sourceText: string): QuotationComparison {
  const words = claimWordsOf(claimWords).slice(0, 400);
  const source = quotedWords(sourceText);
  const ids = new Map<string, number>();
  const sourceIds = Int32Array.from(source, ({ key }) => numberOf(ids, key));
  const numbers = claimNumbers(words, (key) => ids.get(key));
  const stream: WordStream = {
    ids: sourceIds,
    endsClause: (index) => endsClause(sourceText, source[index]!.end, source[index + 1]?.start),
  };
  let best: Match | null = null;
  const ellipsis = words.some((word) => word.sign !== "word");
  for (const start of likelyStarts(numbers, sourceIds)) {
    const [from, to] = windowAt(start, words.length, ellipsis, source.length);
    const match = matchWindow(words, numbers, stream, from, to);
    if (match && (!best || match.similarity > best.similarity)) best = match;
    if (best?.verbatim) break;
  }
  if (!best) return { relation: "absent", similarity: 0, span: { start: 0, end: 0 }, changes: [] };
  const relation = best.verbatim ? "verbatim" : isConvincing(best) ? "altered" : "absent";
  return {
    relation,
    similarity: best.similarity,
    span: { start: source[best.first]!.start, end: source[best.last]!.end },
    changes: best.changes.map((change) => ({
      claim: spanOf(words, change.claim),
      source: spanOf(source, change.source),
    })),
  };
}

/** Votes for the diagonals on which claim and source share words; the best few starts, best first. */
function likelyStarts(numbers: ArrayLike<number>, source: Int32Array): number[] {
  const frequency = new Map<number, number>();
  for (const id of source) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  const places = new Map<number, number[]>();
  const claim = Array.from(numbers);
  claim.forEach((id, index) => {
    if (id >= 0 && frequency.has(id)) places.set(id, [...(places.get(id) ?? []).slice(-3), index]);
  });
  const votes = new Map<number, number>();
  for (let at = 0; at < source.length; at++) {
    for (const index of places.get(source[at]!) ?? []) {
      const weight = 1 / Math.sqrt(frequency.get(source[at]!)!);
      const bucket = Math.floor((at - index) / 8);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      votes.set(bucket + 1, (votes.get(bucket + 1) ?? 0) + weight);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([bucket]) => bucket * 8);
}

function numberOf(ids: Map<string, number>, key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/** The span of the words [start, end); for an empty range the place before the word at `start`. */
export function spanOf(words: readonly Span[], [start, end]: readonly [number, number]): Span {
  if (end > start) return { start: words[start]!.start, end: words[end - 1]!.end };
  const at = start < words.length ? words[start]!.start : (words.at(-1)?.end ?? 0);
  return { start: at, end: at };
}

/** Whether a sentence, clause or quotation ends between two words. */
export function endsClause(text: string, end: number, next: number | undefined): boolean {
  return next === undefined || /[.!?;:,"“”«»\n]|[–—]/.test(text.slice(end, next));
}
