/**
 * Noun phrases of a tagged sentence: where one ends and starts, its head, whether it is a name. Shallow and linear.
 * Knows tokens and names; nothing of sources.
 */
import { family } from "../../lexicon/index.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";

/** A noun phrase as token indices, both ends inside; its article is inside, a possessive mark is not. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** Token index of the head noun. */
  readonly head: number;
  /** Lemma and word family of the head. */
  readonly lemma: string;
  readonly key: string;
  /** The name that the phrase is or ends in, else null. */
  readonly name: NameMention | null;
  readonly pronoun: boolean;
  /** Token index of "'s" or "'" behind it, or -1. */
  readonly possessive: number;
}

const LONGEST = 12;
/** Tokens of the longest parenthesis that a phrase is found behind. */
const BRACKET = 16;

/** The phrase that ends at token `last` or right before a possessive mark there; null where none does. */
export function phraseEndingAt(sentence: Sentence, last: number): Phrase | null {
  const { tokens } = sentence;
  const mark = isPossessiveMark(tokens, last) ? last : -1;
  let end = mark >= 0 ? last - 1 : last;
  while (end > 0 && (isClosing(tokens, end) || isReflexive(tokens[end]!))) end = beforeBracket(tokens, end);
  if (end < 0 || !(isNominal(tokens, end) || inName(sentence, end))) return null;
  let first = end;
  while (
    tokens[end]!.pos !== "PRON" &&
    first > 0 &&
    end - first < LONGEST &&
    belongs(sentence, first - 1, end)
  ) {
    first -= 1;
    if (tokens[first]!.pos === "DET") break;
  }
  return phrase(sentence, pastOpening(sentence, first, end), end, mark);
}

/** "At the meeting China will": the noun belongs to the words that open the sentence, the name behind it is the phrase. */
function pastOpening({ tokens, names }: Sentence, first: number, end: number): number {
  if (first !== 1 || tokens[0]!.pos !== "ADP" || tokens[first]!.pos !== "DET") return first;
  const name = names.find(({ start, end: last }) => start <= tokens[end]!.start && tokens[end]!.end <= last);
  const at = name?.type === "person" ? -1 : tokens.findIndex(({ start }) => start === name?.start);
  return at > first + 1 && tokens[at - 1]!.pos === "NOUN" ? at : first;
}

/** The phrase that starts at token `first` (its article, if it has one); null where none does. */
export function phraseStartingAt(sentence: Sentence, first: number): Phrase | null {
  const { tokens } = sentence;
  let at = first;
  if (/^(both|all|even)$/i.test(tokens[at]?.text ?? "")) at += 1;
  let end = -1;
  for (let i = at; i < Math.min(tokens.length, at + LONGEST); i++) {
    if (isPossessiveMark(tokens, i)) {
      if (!isNominal(tokens, i + 1) && tokens[i + 1]?.pos !== "ADJ") break;
      continue;
    }
    if (isNominal(tokens, i) || inName(sentence, i)) end = i;
    else if (opensAmount(sentence, i)) break;
    else if (!canPrecede(sentence, i)) break;
    if (i > at && tokens[i]!.pos === "DET" && !inName(sentence, i)) break;
  }
  if (end < 0) return null;
  return phrase(sentence, at, end, isPossessiveMark(tokens, end + 1) ? end + 1 : -1);
}

/** "pay the operator 0.8 percent": an amount behind a noun is a phrase of its own. */
function opensAmount({ tokens, quantities }: Sentence, at: number): boolean {
  const { pos, start, end } = tokens[at]!;
  if (pos !== "NUM" || !/^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? "")) return false;
  return quantities.some((value) => value.start === start && value.end > end);
}

/** The phrases joined to one by "and", "or" and commas, itself first. */
export function listFrom(sentence: Sentence, first: Phrase): Phrase[] {
  const found = [first];
  const { tokens } = sentence;
  let last = first;
  while (found.length < 6) {
    let at = (last.possessive >= 0 ? last.possessive : last.last) + 1;
    let joined = false;
    while (/^(,|and|or|&)$/.test(tokens[at]?.text ?? "") && at - last.last < 4) {
      joined = true;
      at += 1;
    }
    const next = joined ? phraseStartingAt(sentence, at) : null;
    if (!next || next.first - at > 1) return found;
    found.push(next);
    last = next;
  }
  return found;
}

/** A phrase with what "of" ties it to on both sides: "stock" → "a lack of stock". */
export function widened(sentence: Sentence, phrase: Phrase): Phrase {
  const { tokens } = sentence;
  let { first, last } = phrase;
  let { head, key, lemma } = phrase;
  const outer = tokens[first - 1]?.lemma === "of" ? phraseEndingAt(sentence, first - 2) : null;
  if (outer && !outer.pronoun) ({ first, head, key, lemma } = outer);
  const inner = tokens[last + 1]?.lemma === "of" ? phraseStartingAt(sentence, last + 2) : null;
  if (inner && !inner.pronoun) last = inner.last;
  return { ...phrase, first, last, head, key, lemma };
}

/** The words of a phrase without its possessive mark. */
export function textOf({ text, tokens }: Sentence, { first, last }: Pick<Phrase, "first" | "last">): string {
  return text.slice(tokens[first]!.start, tokens[last]!.end);
}

/** Whether a token is a possessive mark or ends in one that the tokeniser left on the word. */
export function isPossessiveMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before || !/^['’]s?$/.test(token.text)) return false;
  return token.start === before.end && (token.text.length > 1 || /s$/i.test(before.text));
}

function phrase(sentence: Sentence, first: number, end: number, mark: number): Phrase {
  const { tokens } = sentence;
  const head = tokens[end]!;
  const name =
    sentence.names.find(
      ({ start, end: stop }) => start < head.end && head.start < stop && stop <= head.end,
    ) ?? null;
  return {
    first: name ? withArticle(tokens, Math.min(first, firstTokenOf(tokens, name, first))) : first,
    last: end,
    head: end,
    lemma: head.lemma.replace(/['’]s?$/, ""),
    key: family(head.lemma.replace(/['’]s?$/, "")),
    name,
    pronoun: head.pos === "PRON",
    possessive: mark,
  };
}

function withArticle(tokens: readonly Token[], first: number): number {
  return /^the$/i.test(tokens[first - 1]?.text ?? "") ? first - 1 : first;
}

function firstTokenOf(tokens: readonly Token[], name: NameMention, from: number): number {
  let at = from;
  while (at > 0 && tokens[at - 1]!.start >= name.start) at -= 1;
  return at;
}

function isNominal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === "NOUN" || token.pos === "PROPN") return /\p{L}/u.test(token.text);
  return token.pos === "PRON" && /^(it|they|he|she|we|i|you|nobody|everyone|them|him|us)$/i.test(token.text);
}

function isReflexive(token: Token): boolean {
  return /^(itself|themselves|himself|herself|ourselves|alone)$/i.test(token.text);
}

function isClosing(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === ")";
}

function beforeBracket(tokens: readonly Token[], at: number): number {
  if (!isClosing(tokens, at)) return at - 1;
  for (let i = at - 1; i >= Math.max(0, at - BRACKET); i--) if (tokens[i]!.text === "(") return i - 1;
  return -1;
}

/** Whether token `at` goes on the phrase to the left. */
function belongs(sentence: Sentence, at: number, end: number): boolean {
  const token = sentence.tokens[at]!;
  if (inName(sentence, at) && inName(sentence, at + 1) && sameNameAt(sentence, at)) return true;
  if (isPossessiveMark(sentence.tokens, at)) return true;
  return canPrecede(sentence, at) && (token.pos !== "PRON" || end > at);
}

/** Words that stand before the head of a phrase: articles, numbers, adjectives, nouns, hyphens. */
function canPrecede(sentence: Sentence, at: number): boolean {
  const { tokens, dates } = sentence;
  const token = tokens[at]!;
  if (dates.some(({ start, end }) => start <= token.start && token.start < end)) return false;
  // A verb that the tagger takes for an adjective or a noun: "will present options".
  if (
    token.pos !== "DET" &&
    /^(will|would|can|could|may|might|must|shall|should|to)$/i.test(tokens[at - 1]?.text ?? "")
  )
    return tokens[at - 1]!.pos === "ADP";
  switch (token.pos) {
    case "DET":
    case "ADJ":
    case "NOUN":
    case "PROPN":
    case "SYM":
      return true;
    case "NUM":
      // "In May 2023 lawyers …": a year belongs to the month before it.
      return !dates.some(({ end }) => end < token.start && token.start - end < 2);
    case "PRON":
      return /^(its|their|his|her|our|my)$/i.test(token.text);
    case "PUNCT":
      return /^[-–]$/.test(token.text) && tokens[at - 1]?.end === token.start;
    case "ADP":
      return isHyphened(tokens, at);
    case "VERB":
      if (isHyphened(tokens, at)) return true;
      return /(ed|ing|en)$/i.test(token.text) && isAttributive(tokens, at);
    default:
      return inName(sentence, at) && inName(sentence, at + 1) && sameNameAt(sentence, at);
  }
}

/** "broken" and "down" in "a broken-down truck". */
function isHyphened(tokens: readonly Token[], at: number): boolean {
  const isMark = (i: number) => /^[-–]$/.test(tokens[i]?.text ?? "");
  return (
    (isMark(at + 1) && tokens[at]!.end === tokens[at + 1]!.start) ||
    (isMark(at - 1) && tokens[at - 1]!.end === tokens[at]!.start)
  );
}

function isAttributive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  return (
    (before?.pos === "DET" || before?.pos === "ADJ" || before?.text === "-") &&
    (next?.pos === "NOUN" || next?.pos === "PROPN" || next?.pos === "ADJ")
  );
}

function inName(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return (
    token !== undefined && sentence.names.some(({ start, end }) => start <= token.start && token.start < end)
  );
}

function sameNameAt(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]!;
  const next = sentence.tokens[at + 1]!;
  return sentence.names.some(({ start, end }) => start <= token.start && next.start < end);
}
