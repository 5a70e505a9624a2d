/**
 * What sets a short quotation apart from another one of nearly the same words: "questions, not answers" beside "questions, not
 * objections". Knows words; nothing of speakers.
 */
import { bearsContent, type QuotedWord, quotedWords } from "../../kinds/quotation/words.ts";
import type { Span } from "../../text/types.ts";

/** Longer quotations are found by the index of words. */
export const LONGEST_PHRASE = 7;
const SHORTEST_PHRASE = 3;
/** So many of the longer one's words stand in both, in one order. */
const SHARED = 0.5;
/** So many words of one may have no fellow. */
const DIFFERENT = 2;

/** The words of either text in which the two differ, as spans in the texts; null where they are no two wordings of one phrase. */
export function differenceOf(
  mine: string,
  theirs: string,
): { readonly mine: Span; readonly theirs: Span } | null {
  const [own, other] = [wordsOf(mine), wordsOf(theirs)];
  if (!own || !other || Math.abs(own.length - other.length) > 1) return null;
  const shared = sharedInOrder(own, other);
  const longer = Math.max(own.length, other.length);
  if (shared.length < longer * SHARED || longer - shared.length > DIFFERENT) return null;
  if (!shared.some(bearsContent) || isOtherwiseWritten(own, other)) return null;
  const [head, tail] = sharedEdges(own, other);
  return { mine: between(own, head, tail), theirs: between(other, head, tail) };
}

/** A number in digits may be written out, and so may "we're". */
function isOtherwiseWritten(own: readonly QuotedWord[], other: readonly QuotedWord[]): boolean {
  const has = (words: readonly QuotedWord[], sign: RegExp) => words.some(({ key }) => sign.test(key));
  return [/\d/, /['\u2019](?:re|ve|ll|d|m|t|s)$/].some((sign) => has(own, sign) !== has(other, sign));
}

function wordsOf(text: string): readonly QuotedWord[] | null {
  const words = quotedWords(text);
  const isPhrase = words.length >= SHORTEST_PHRASE && words.length <= LONGEST_PHRASE;
  return isPhrase && words.every(({ sign }) => sign === "word") ? words : null;
}

/** The longest run of words that stand in both in the same order, others between them or not. */
function sharedInOrder(own: readonly QuotedWord[], other: readonly QuotedWord[]): readonly string[] {
  let row: string[][] = [[], ...other.map(() => [])];
  for (const { key } of own) {
    const next: string[][] = [[]];
    other.forEach((word, at) => {
      const [left, above] = [next[at]!, row[at + 1]!];
      if (word.key === key) next.push([...row[at]!, key]);
      else next.push(left.length > above.length ? left : above);
    });
    row = next;
  }
  return row.at(-1)!;
}

/** How many words the two have in common at their beginning and at their end; of the shorter one a word is left over. */
function sharedEdges(own: readonly QuotedWord[], other: readonly QuotedWord[]): [number, number] {
  const most = Math.min(own.length, other.length) - 1;
  let head = 0;
  while (head < most && own[head]!.key === other[head]!.key) head++;
  let tail = 0;
  while (head + tail < most && own.at(-1 - tail)!.key === other.at(-1 - tail)!.key) tail++;
  return [head, tail];
}

function between(words: readonly QuotedWord[], head: number, tail: number): Span {
  return { start: words[head]!.start, end: words[words.length - 1 - tail]!.end };
}
