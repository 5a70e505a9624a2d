/**
 * Noun phrases around a reporting verb, by part of speech and capitals. Knows one frame of tokens, in which a
 * quotation is a single token; nothing of who the phrase means.
 */
import type { Span, Token } from "../../text/types.ts";
import { isDateWord, isPersonNoun, REPORTING_VERBS, TITLE_PARTS } from "./cues.ts";
import { isGivenName } from "./given-names.ts";

/** A token of a frame; offsets are in the block. */
export interface FrameToken extends Token {
  /** Index of the quotation that this token stands for, or -1. */
  readonly quotation: number;
}

/** A range of tokens, both ends inside. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const PRONOUNS = new Set([
  "he",
  "she",
  "they",
  "it",
  "i",
  "we",
  "who",
  "one",
  "another",
  "others",
  "both",
  "some",
  "many",
]);
const LINKS = new Set(["of", "for", "at"]);
const LOOSE_LINKS = new Set(["in", "from", "on", "to", "with", "and", "&"]);
const PARTICLES = new Set([
  "van",
  "von",
  "der",
  "den",
  "de",
  "da",
  "di",
  "du",
  "del",
  "della",
  "bin",
  "ibn",
  "al",
  "el",
  "la",
  "le",
  "dos",
  "das",
  "ter",
  "ten",
  "zu",
  "af",
  "av",
  "y",
]);

/** Index of the first of `spans`, in order and apart from one another, that ends behind `offset`. */
export function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True for a capitalised word. */
export function isCapital(token: FrameToken | undefined): boolean {
  return token !== undefined && token.quotation < 0 && /^\p{Lu}/u.test(token.text);
}

/** Whether a word may be the noun of a phrase, whatever the tagger says of capitals; none inside of a quotation is. */
export function isNounLike(token: FrameToken | undefined): boolean {
  if (!token || token.quotation >= 0) return false;
  if (token.pos === "NOUN" || token.pos === "PROPN") return true;
  if (token.pos === "ADJ") return isPersonNoun(token.lemma);
  if (token.pos === "VERB" && /(?:ed|ing)$/.test(token.text)) return false;
  if (!isCapital(token)) return false;
  return !NEVER_NOUNS.has(token.pos) || isGivenName(token.text);
}

const NEVER_NOUNS = new Set(["PRON", "ADP", "DET", "AUX", "SCONJ", "CCONJ", "ADV"]);

/** Whether a word outside of quotations is a pronoun that may stand for a speaker. */
export function isPronoun(token: FrameToken | undefined): boolean {
  return token !== undefined && PRONOUNS.has(token.text.toLowerCase()) && token.quotation < 0;
}

function isPossessiveMark(token: FrameToken | undefined): boolean {
  return token !== undefined && /^(?:['’]s|['’])$/.test(token.text);
}

function isModifier(token: FrameToken): boolean {
  if (token.quotation >= 0) return false;
  if (token.pos === "ADJ" || token.pos === "NUM" || token.text === "-") return true;
  return token.pos === "VERB" && (/(?:ing|ed)$/.test(token.text) || TITLE_PARTS.has(token.text));
}

/** Words that open a noun phrase: articles, possessives, "one", "some". */
export function isOpener(token: FrameToken): boolean {
  if (token.quotation >= 0) return false;
  if (
    /^(?:a|an|the|this|that|these|those|another|some|one|two|three|several|many|its|his|her|their|our|my|any|every|each|both|most|few)$/i.test(
      token.text,
    )
  )
    return true;
  return token.pos === "DET" && !/^(?:what|which|whose|whatever|whichever)$/i.test(token.text);
}

/** "78-year-old": an age that stands for a person. */
function isAged(tokens: readonly FrameToken[], at: number): boolean {
  return (
    /^olds?$/i.test(tokens[at]!.text) && tokens[at - 1]?.text === "-" && tokens[at - 2]?.lemma === "year"
  );
}

/** The noun phrase whose last token is `last`, or null. */
export function phraseEndingAt(tokens: readonly FrameToken[], last: number): Phrase | null {
  const end = tokens[last];
  if (!end) return null;
  if (isPronoun(end)) return { first: last, last };
  if (
    !isNounLike(end) &&
    !isAged(tokens, last) &&
    !(end.pos === "ADJ" && last > 0 && isOpener(tokens[last - 1]!))
  )
    return null;
  let first = last;
  for (let i = last - 1; i >= 0 && last - i < 24; i--) {
    const token = tokens[i]!;
    if (isPossessiveMark(token) && isNounLike(tokens[i - 1])) first = i;
    else if (isNounLike(token) || PARTICLES.has(token.text)) first = i;
    else if (isTakenForAdjective(tokens, i)) break;
    else if (isModifier(token) && token.pos !== "VERB") first = i;
    else if (token.pos === "VERB" && isModifier(token) && i > 0 && isOpener(tokens[i - 1]!)) first = i;
    else if (isOpener(token)) {
      if (
        /^that$/i.test(token.text) &&
        (token.pos === "SCONJ" || REPORTING_VERBS.has(tokens[i - 1]?.lemma ?? ""))
      )
        break;
      first = i;
      if (!joinsLeft(tokens, i - 1)) break;
    } else if (joinsLeft(tokens, i)) first = i;
    else break;
  }
  return { first: skipLead(tokens, first, last), last };
}

/** "Orr preferred Dow's plan": a verb between two names that the tagger takes for an adjective. */
function isTakenForAdjective(tokens: readonly FrameToken[], i: number): boolean {
  const { pos, text } = tokens[i]!;
  return pos === "ADJ" && /^\p{Ll}+ed$/u.test(text) && isCapital(tokens[i - 1]) && isCapital(tokens[i + 1]);
}

function joinsLeft(tokens: readonly FrameToken[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  const word = token.text.toLowerCase();
  const left = tokens[i - 1];
  if (LINKS.has(word)) return isNounLike(left) && token.text === word;
  if (word === "and" || word === "&") return isCapital(left) && isCapital(tokens[i + 1]) && isNounLike(left);
  return (
    word === "in" &&
    left !== undefined &&
    (left.pos === "NOUN" || isPersonNoun(left.lemma)) &&
    !isDateWord(left.text) &&
    !isDateWord(tokens[i + 1]?.text ?? "")
  );
}

/** A phrase does not begin with a mark or a link. */
function skipLead(tokens: readonly FrameToken[], first: number, last: number): number {
  let i = first;
  while (i < last && /^(?:['’]s?|of|for|at|in|and|&|-)$/i.test(tokens[i]!.text)) i++;
  return i;
}

/** The noun phrase whose first token is `first`, or null. */
export function phraseStartingAt(tokens: readonly FrameToken[], first: number): Phrase | null {
  const start = tokens[first];
  if (!start || start.quotation >= 0) return null;
  if (isPronoun(start) && !isOpener(start)) return { first, last: first };
  let last = -1;
  for (let i = first; i < tokens.length && i - first < 28; i++) {
    const token = tokens[i]!;
    if (isNounLike(token) || isPossessiveMark(token) || (i - first > 2 && isAged(tokens, i))) {
      if (
        isDateWord(token.text) &&
        !(isCapital(tokens[i + 1]) && isNounLike(tokens[i + 1]) && !isDateWord(tokens[i + 1]!.text)) &&
        (i === first || tokens[i - 1]!.pos !== "DET") &&
        !isPossessiveMark(tokens[i + 1])
      )
        break;
      last = i;
    } else if (isOpener(token)) {
      if (last >= 0 && !linksRight(tokens, i - 1) && !isPossessiveMark(tokens[i - 1])) break;
    } else if (PARTICLES.has(token.text) && isCapital(tokens[i + 1])) last = Math.max(last, i);
    else if (isModifier(token) || (i > first && tokens[i - 1]!.text === "-")) {
      if (last >= 0 && token.pos === "VERB" && tokens[i - 1]!.text !== "-") break;
    } else if (last < 0 || !linksRight(tokens, i)) break;
  }
  if (last >= 0) return { first, last };
  return isPronoun(start) ? { first, last: ofPronoun(tokens, first) } : null;
}

function ofPronoun(tokens: readonly FrameToken[], first: number): number {
  if (tokens[first + 1]?.text !== "of") return first;
  return phraseStartingAt(tokens, first + 2)?.last ?? first;
}

function linksRight(tokens: readonly FrameToken[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next || next.quotation >= 0) return false;
  const word = token.text.toLowerCase();
  const nounAhead = isNounLike(next) || isOpener(next) || isModifier(next);
  if (LINKS.has(word)) return nounAhead;
  if (word === "and" || word === "&") return isCapital(tokens[i - 1]) && isCapital(next);
  if (!LOOSE_LINKS.has(word) || isDateWord(next.text) || /^(?:a|an)$/i.test(next.text)) return false;
  const after = tokens[i + 2];
  return nounAhead && tokens[i - 1]?.pos === "NOUN" && !(after && isDateWord(after.text));
}
