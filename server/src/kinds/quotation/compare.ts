/**
 * Compares a quotation with a source word by word: verbatim, altered (and where), or absent.
 * Ellipses, bracketed changes, capitals, marks, dashes and British or American spelling are fair.
 */
import { type Alignment, align, BRACKET, ELLIPSIS, UNKNOWN } from "./align.ts";
import { changedRuns, type WordRangeChange, type WordStream } from "./changes.ts";
import { bearsContent, type QuotedWord, quotedWords } from "./words.ts";

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
const ELLIPSIS_REACH = 150;

/** Window of source words in which a claim of `length` words that starts near `start` is aligned. */
export function windowAt(start: number, length: number, ellipsis: boolean, size: number): [number, number] {
  const margin = MARGIN + Math.floor(length / 4);
  const reach = ellipsis ? ELLIPSIS_REACH : 0;
  return [Math.max(0, start - margin - reach), Math.min(size, start + length + margin + reach)];
}

/** Whether a sentence, clause or quotation ends between two words. */
export function endsClause(text: string, end: number, next: number | undefined): boolean {
  return next === undefined || /[.!?;:,"“”«»\n]|[–—]/.test(text.slice(end, next));
}
