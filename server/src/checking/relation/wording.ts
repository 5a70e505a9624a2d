/**
 * A phrase of a source in the place of one of the draft: article, capital, possessive. Knows the two phrases' words only.
 */
import type { Sentence } from "../../statements/types.ts";
import { type Phrase, textOf } from "./phrases.ts";

/** The source's phrase worded to stand where the draft's stands, possessive mark included where the draft has one. */
export function rewordPhrase(mine: Sentence, own: Phrase, theirs: Sentence, other: Phrase): string {
  let words = textOf(theirs, other);
  const opensTheirs = theirs.tokens[other.first]!.start === theirs.tokens[0]!.start;
  if (opensTheirs && theirs.tokens[other.first]!.pos !== "PROPN") words = lowerFirst(words);
  words = words.replace(/['’]s?$/, "");
  if (isOwner(mine, own)) words += /s$/i.test(words) && !other.name ? "'" : "'s";
  if (own.first === 0 || /[.!?:]\s*$/.test(mine.text.slice(0, mine.tokens[own.first]!.start)))
    words = upperFirst(words);
  return words;
}

/** The offsets of a phrase with its possessive mark. */
export function ownSpan(sentence: Sentence, phrase: Phrase): { start: number; end: number } {
  const { tokens } = sentence;
  const last = phrase.possessive >= 0 ? phrase.possessive : phrase.last;
  return { start: tokens[phrase.first]!.start, end: tokens[last]!.end };
}

function isOwner(sentence: Sentence, phrase: Phrase): boolean {
  return phrase.possessive >= 0 || /['’]s?$/.test(textOf(sentence, phrase));
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
