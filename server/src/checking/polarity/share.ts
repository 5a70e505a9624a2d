/**
 * How many of them a predicate is said of: "five of fourteen", "the others". So and not so of different shares are both
 * true. Knows two sentences and the subjects of their predicates.
 */
import { DENYING } from "../../kinds/proposition/operators.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

/** "five of fourteen grew" and "the other nine did not" are both true: so and not so of different shares. */
export function speaksOfOtherShare(
  asked: Sentence,
  claim: Predicate,
  stated: Sentence,
  source: Predicate,
): boolean {
  const mine = shareOf(asked, claim);
  const theirs = shareOf(stated, source);
  // "None of the other wards was shut": of one ward it says nothing.
  if (REMAINDER.test(mine) !== REMAINDER.test(theirs)) return true;
  if (isRestOf(counted(asked, claim), counted(stated, source))) return true;
  if (deniesAll(asked, claim) || deniesAll(stated, source)) return false;
  return mine !== theirs && (mine !== "" || theirs !== "");
}

/** "Turned down two of them" beside "accepted 14 of our 16". */
function isRestOf(mine: QuantityValue | undefined, theirs: QuantityValue | undefined): boolean {
  return mine !== undefined && theirs?.whole !== undefined && mine.nominal === theirs.whole - theirs.nominal;
}

/** The first number of a predicate's object. */
function counted({ quantities, tokens }: Sentence, { object }: Predicate): QuantityValue | undefined {
  if (!object || object.end <= object.start) return undefined;
  const [start, end] = [tokens[object.start]!.start, tokens[object.end - 1]!.end];
  return quantities.find((value) => value.start >= start && value.end <= end);
}

const REMAINDER = /\b(other|rest|another)\b/;

/** "No bank expects it" is false as soon as one does. */
function deniesAll({ tokens }: Sentence, { subject }: Predicate): boolean {
  return subject !== null && tokens.slice(subject.start, subject.end).some(({ lemma }) => DENYING.has(lemma));
}

/** The words that say how many of them: those before the subject's first preposition, times left out. */
function shareOf({ tokens }: Sentence, { subject }: Predicate): string {
  if (!subject) return "";
  const words: string[] = [];
  let named = false;
  for (let at = subject.start; at < subject.end; at++) {
    const { pos, lemma } = tokens[at]!;
    if (pos === "NOUN" || pos === "PROPN") named = true;
    if (pos === "ADP" && named && words.length === 0) break;
    // "Local 118", "Article 4": a number behind a name counts nothing.
    if (pos === "NUM" && tokens[at - 1]?.pos === "PROPN") continue;
    if (pos === "NUM" ? !TIMES.has(tokens[at + 1]?.lemma ?? "") : QUANTIFIERS.has(lemma)) words.push(lemma);
  }
  return words.join(" ");
}
/** Nouns that measure or name a time. */
export const TIMES = new Set(
  "second minute hour day night week month quarter year decade january february march april may june july august september october november december".split(
    " ",
  ),
);
const QUANTIFIERS = new Set("some most many few several other half another rest".split(" "));
