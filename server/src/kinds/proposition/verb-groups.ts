/**
 * Verb groups of a tagged sentence: "has not been adopted", "will extend", "to be launched". Shallow and linear.
 */
import type { Span, Token } from "../../text/types.ts";
import { isNounOfParticiple, isOpeningNoun, isToNoun, TO_NOUN } from "./mistaken-nouns.ts";
import { isAuxiliarysVerb, isMistakenNoun } from "./mistaken-verbs.ts";

export interface VerbGroup {
  /** Token range, end exclusive. */
  readonly tokens: Span;
  /** Token index of the lexical verb, or of the last auxiliary where there is none ("has", "is"). */
  readonly head: number;
  readonly infinitive: boolean;
  readonly gerund: boolean;
  readonly passive: boolean;
  /** No lexical verb: "is", "was", "has" stand alone. */
  readonly bare: boolean;
  readonly modal: string | null;
  readonly tense: "past" | "present" | "future" | "none";
  /** Token index of a negating word in the group, or -1. */
  readonly negator: number;
}

const MODALS = new Set([
  "may",
  "might",
  "can",
  "could",
  "will",
  "would",
  "shall",
  "should",
  "must",
  "'ll",
  "’ll",
  "wo",
  "ca",
  "sha",
]);
const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo", "would"]);
const BE = new Set(["be", "is", "are", "was", "were", "been", "being", "'re", "’re", "'m", "’m"]);
const AUXILIARIES = new Set(["be", "have", "do", "get"]);
const NEGATORS = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "nowhere",
  "neither",
  "nor",
  "hardly",
  "scarcely",
  "barely",
  "cannot",
]);
const GROUP_ADVERBS = new Set(["ADV", "PART"]);

/** True for words that negate the verb they stand by. */
export function isNegator(token: Token): boolean {
  return NEGATORS.has(token.text.toLowerCase());
}

/** All verb groups of the sentence, in order. */
export function readVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!startsGroup(tokens, at)) {
      at += 1;
      continue;
    }
    const group = joined(tokens, groups[groups.length - 1], readGroup(tokens, at));
    groups.push(group);
    at = group.tokens.end;
  }
  return groups;
}

/** "is not part of it": a noun that the tagger takes for a verb. */
function isShare(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "part" && tokens[at + 1]?.lemma === "of";
}

/** "may be bartered but not sold", "was reprimanded and fined": a participle behind a conjunction has the auxiliary before it. */
function joined(tokens: readonly Token[], before: VerbGroup | undefined, group: VerbGroup): VerbGroup {
  const { start, end } = group.tokens;
  const verb = tokens[group.head]!;
  const between = before ? tokens.slice(before.tokens.end, start) : [];
  if (!before?.passive || end - start !== 1 || group.bare || verb.text === verb.lemma) return group;
  if (!/(?:ed|en|n|t|d|ne)$/i.test(verb.text) || between[0]?.pos !== "CCONJ") return group;
  if (!between.slice(1).every((token) => token.pos === "ADV" || isNegator(token))) return group;
  return { ...group, passive: true, modal: before.modal, tense: before.tense };
}

function isVerbal(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === "VERB" ||
      token.pos === "AUX" ||
      (MODALS.has(token.text.toLowerCase()) && token.pos !== "NOUN" && token.pos !== "PROPN"))
  );
}

function isAuxiliary({ lemma, text }: Token): boolean {
  return AUXILIARIES.has(lemma) || BE.has(text.toLowerCase()) || MODALS.has(text.toLowerCase());
}

function startsGroup(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isShare(tokens, at) || isInName(tokens, at) || isOpeningNoun(tokens, at) || isFailingThat(tokens, at))
    return false;
  if (isVerbal(token))
    return !isAttributive(tokens, at) && !isToNoun(tokens, at) && !isNounOfParticiple(tokens, at);
  if (isMistakenNoun(tokens, at, isVerbal)) return true;
  if (token.lemma !== "to" || token.pos !== "PART" || TO_NOUN.has(tokens[at + 1]?.lemma ?? "")) return false;
  return nextVerb(tokens, at + 1) >= 0;
}

/** "the proposed fine", "rising prices": a participle that modifies a noun is no predicate of the clause. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (token.pos !== "VERB" || !after || !/(ed|en|ing)$/i.test(token.text)) return false;
  if (before?.text === "-" && before.end === token.start && after.pos === "NOUN") return true;
  // "a most-favoured-creditor clause"
  if (after.text === "-" && after.start === token.end) return true;
  if (isNounOfParticiple(tokens, at + 1)) return true;
  if (after.pos !== "NOUN" && after.pos !== "PROPN" && after.pos !== "ADJ") return false;
  // "; rented tents will cost": no past verb opens a sentence.
  if ((before === undefined || /^[;:]$/.test(before.text)) && /(ed|en)$/i.test(token.text))
    return after.pos === "NOUN";
  return (
    before !== undefined &&
    (before.pos === "DET" ||
      before.pos === "ADJ" ||
      before.pos === "NUM" ||
      // "a list of trusted suppliers"; behind a preposition "closing schools" may be what is done.
      (before.pos === "ADP" && /(ed|en)$/i.test(token.text) && after.pos === "NOUN") ||
      before.text === "’s" ||
      before.text === "'s")
  );
}

/** "and, failing that, go to court": a preposition. */
function isFailingThat(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.text.toLowerCase() === "failing" &&
    /^(?:that|this|which)$/.test(tokens[at + 1]?.lemma ?? "") &&
    tokens[at + 2]?.lemma === ","
  );
}

/** "between Lock Bridge and Guild Square": a word with a capital between a small one and another capital. */
function isInName(tokens: readonly Token[], at: number): boolean {
  const [before, { text, pos }, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return (
    pos === "VERB" &&
    /^[A-Z][a-z]/.test(text) &&
    /^[a-z]/.test(before?.text ?? "") &&
    /^[A-Z][a-z]/.test(after?.text ?? "")
  );
}

function nextVerb(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 3); at++) {
    if (isShare(tokens, at)) return -1;
    if (isVerbal(tokens[at]) || isAuxiliarysVerb(tokens, at, MODALS)) return at;
    if (!isGroupAdverb(tokens, at)) return -1;
  }
  return -1;
}

function readGroup(tokens: readonly Token[], from: number): VerbGroup {
  let end = from;
  let head = from;
  let lexical = -1;
  while (end < tokens.length && lexical < 0) {
    const token = tokens[end]!;
    if (isShare(tokens, end)) break;
    if (
      isVerbal(token) ||
      isAuxiliarysVerb(tokens, end, MODALS) ||
      (end === from && isMistakenNoun(tokens, end, isVerbal))
    ) {
      head = end;
      const auxiliary = isAuxiliary(token);
      if (!auxiliary) lexical = end;
      end += 1;
      continue;
    }
    const opens = end === from && token.lemma === "to";
    if (!opens && !(isGroupAdverb(tokens, end) && token.lemma !== "to" && continues(tokens, end))) break;
    end += 1;
  }
  // "is not", "was never": the negation belongs to a group that has no lexical verb.
  if (lexical < 0 && tokens[end] && isNegator(tokens[end]!)) end += 1;
  return describe(tokens, { start: from, end }, lexical >= 0 ? lexical : head, lexical < 0);
}

/** An adverb of a verb group; "no longer" is one of two words. */
function isGroupAdverb(tokens: readonly Token[], at: number): boolean {
  return GROUP_ADVERBS.has(tokens[at]!.pos) || isNoLonger(tokens, at);
}

function isNoLonger(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lemma === "no" && /^longer$/i.test(tokens[at + 1]?.text ?? "");
}

function continues(tokens: readonly Token[], at: number): boolean {
  return nextVerb(tokens, at) >= 0;
}

function describe(tokens: readonly Token[], range: Span, head: number, bare: boolean): VerbGroup {
  const words = tokens.slice(range.start, range.end);
  const verb = tokens[head]!;
  const modal =
    words.find((word) => MODALS.has(word.text.toLowerCase()) && word !== verb)?.text.toLowerCase() ?? null;
  const negator = words.findIndex((word, at) => isNegator(word) || isNoLonger(words, at));
  const outer = negator < 0 ? negatorBefore(tokens, range.start, verb) : -1;
  const infinitive = words[0]?.lemma === "to";
  const gerund =
    !infinitive &&
    /ing$/i.test(words[0]!.text) &&
    (words.length === 1 || /^(having|being)$/i.test(words[0]!.text));
  const participle =
    /(ed|en|n|t|d|ne|wn|put|set|cut|led|met|held|made|sold|paid|kept|left|lost|sent|told|won|found|built|bought|brought|taught|thought|given)$/i.test(
      verb.text,
    );
  const passive =
    !bare &&
    participle &&
    words.some(
      (word, i) => range.start + i < head && (BE.has(word.lemma) || BE.has(word.text.toLowerCase())),
    );
  return {
    tokens: range,
    head,
    infinitive,
    gerund,
    passive,
    bare,
    modal,
    tense: tenseOf(words, modal, infinitive || gerund),
    negator: negator >= 0 ? range.start + negator : outer,
  };
}

/** "not chosen", "not yet chosen": the negation right before a group, or -1. */
function negatorBefore(tokens: readonly Token[], start: number, verb: Token): number {
  const at = /^(?:yet|even|ever|always|fully)$/.test(tokens[start - 1]?.lemma ?? "") ? start - 2 : start - 1;
  const before = tokens[at];
  return before && (isNegator(before) || (before.lemma === "no" && verb.lemma === "long")) ? at : -1;
}

function tenseOf(words: readonly Token[], modal: string | null, nonFinite: boolean): VerbGroup["tense"] {
  if (nonFinite) return "none";
  if (modal && FUTURE.has(modal)) return "future";
  if (modal) return "present";
  const finite = words.find((word) => word.pos === "VERB" || word.pos === "AUX");
  if (!finite) return "present";
  const text = finite.text.toLowerCase();
  if (/^(was|were|had|did)$/.test(text)) return "past";
  if (/^(is|are|am|has|have|do|does|'s|’s|'re|’re)$/.test(text))
    return words.length > 1 && /^(has|have)$/.test(text) ? "past" : "present";
  return text === finite.lemma || text.endsWith("s") ? "present" : "past";
}
