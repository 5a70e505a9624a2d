/**
 * Whether two sources quote one utterance in other words, or only other parts of it: an excerpt that begins later, ends
 * earlier or leaves words out disputes nothing. Knows findings on quotations, not who weighs them.
 */
import { bearsContent, quotedWords } from "../../kinds/quotation/words.ts";
import { family } from "../../lexicon/index.ts";
import { NEGATORS } from "../../lexicon/negation.ts";
import type { Finding } from "../types.ts";

/** A quotation that differs in more places, or in longer runs, is another translation or another utterance. */
const MOST_CHANGES = 2;
const MOST_WORDS = 3;
/** So much of the passage must stand between quotation marks: a reporter's own words are no quotation. */
const SPOKEN = 0.9;

/** Whether a contradicted quotation is the same utterance with another word in it. */
export function isOtherWording({ sentence, replacements, features }: Finding): boolean {
  const { spoken = 0, sameSpeaker = -1, changes = 0 } = features;
  if (spoken < SPOKEN || sameSpeaker < 0 || changes > MOST_CHANGES) return false;
  return replacements.some(({ span, newText }) =>
    isOther(sentence.text.slice(span.start, span.end), newText),
  );
}

/** Whether a supported quotation is quoted by its source, too. */
export function isQuotedBySource({ features }: Finding): boolean {
  return (features.spoken ?? 0) >= SPOKEN;
}

function isOther(written: string, restored: string): boolean {
  const [mine, theirs] = differing(keysOf(written), keysOf(restored));
  if (Math.max(mine.length, theirs.length) > MOST_WORDS) return false;
  const [one, other] = [contentOf(mine), contentOf(theirs)];
  // "has rebuilt" and "rebuilds", "cyber security" and "cybersecurity".
  const isAlike =
    mine.join("") === theirs.join("") || one.map(family).join(" ") === other.map(family).join(" ");
  if (isAlike) return mine.some(isNegator) !== theirs.some(isNegator);
  return one.length > 0 && other.length > 0;
}

function contentOf(words: readonly string[]): string[] {
  return words.filter((word) => bearsContent(word) && !isNegator(word));
}

/** Both without the words that they begin and end with alike. */
function differing(
  mine: readonly string[],
  theirs: readonly string[],
): [readonly string[], readonly string[]] {
  const least = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < least && mine[start] === theirs[start]) start++;
  let end = 0;
  while (end < least - start && mine.at(-1 - end) === theirs.at(-1 - end)) end++;
  return [mine.slice(start, mine.length - end), theirs.slice(start, theirs.length - end)];
}

function keysOf(text: string): string[] {
  return quotedWords(text).map(({ key }) => key);
}

function isNegator(word: string): boolean {
  return NEGATORS.has(word) || /n['’]?t$/.test(word);
}
