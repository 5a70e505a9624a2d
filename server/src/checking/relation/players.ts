/**
 * Whether the party that a draft names may, after all, be one that a source means: told nearby, or in another way. Knows
 * acts, parties and the sentences around a statement.
 */
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { type Act, readActs } from "./acts.ts";
import type { Shared } from "./context.ts";
import { otherMembers } from "./frames.ts";
import { compareParties, type PartyRelation } from "./parties.ts";
import type { Phrase } from "./phrases.ts";
import { actLikeness } from "./verbs.ts";

/** Acts less alike than this are two acts. */
export const LIKE = 0.62;

/** An act of a statement beside one of the draft, with the parties that stand against each other. */
export interface Match {
  readonly pairing: Pairing;
  readonly act: Act;
  readonly likeness: number;
  readonly shared: Shared;
  readonly relation: PartyRelation;
  readonly mine: Phrase;
  readonly theirs: Phrase;
  /** Another act of the two doers is the same on both sides. */
  readonly borneOut?: boolean;
  /** How many of several joined doers are the same on both sides. */
  readonly agreed: number;
  readonly score: number;
}

/** Whether the draft's doer may play the part in a sentence of the source, told in some other way. */
export function mayPlay(near: Sentence, sentence: Sentence, act: Act, rival: Match): boolean {
  const { sentence: stated } = rival.pairing.statement;
  if (near !== stated)
    return (
      isDoerIn(near, sentence, act, rival) && sharedKeys(sentence, near) >= sharedKeys(sentence, stated) / 2
    );
  const apart = otherMembers(near, rival.act.at);
  const mentions = mentionsOf(near, sentence, rival).filter((at) =>
    apart.every(({ start, end }) => at < start || at >= end),
  );
  if (mentions.length === 0) return false;
  if (rival.likeness === 1 && isSameForm(act, rival.act)) return false;
  if (rival.likeness >= 0.8 && mentions.every((at) => isOtherDoer(near, at, rival))) return false;
  return rival.shared.own < 1.5 || mentions.some((at) => Math.abs(at - rival.theirs.head) < 6);
}

/** "X's request" and "the request of X" name a doer alike, as do "by X" and "X did". */
function isSameForm({ form }: Act, other: Act): boolean {
  if (form === other.form) return true;
  return [form, other.form].every((one) => one === "owner" || one === "of");
}

/** "Norway bore the cost, and the FAO gave advice": the word names whoever does another act of the sentence. */
function isOtherDoer(near: Sentence, at: number, { act }: Match): boolean {
  const acts = readActs(near).filter(
    ({ part, agents }) => part === "doer" && agents.some(({ first, last }) => at >= first && at <= last),
  );
  return (
    acts.length > 0 &&
    acts.every(({ lemma, form }) => form === "subject" && actLikeness(lemma, act.lemma) < LIKE)
  );
}

/** Weight of the words that two sentences share. */
function sharedKeys({ terms }: Sentence, other: Sentence): number {
  const keys = new Set(other.terms.map(({ key }) => key));
  return terms.reduce((sum, { key, weight }) => sum + (keys.has(key) ? weight : 0), 0);
}

/** Whether a sentence nearby tells the act, or one like it, of the draft's doer. */
function isDoerIn(near: Sentence, sentence: Sentence, act: Act, rival: Match): boolean {
  const { mine } = rival;
  const { source } = rival.pairing.statement;
  const apart = near === rival.pairing.statement.sentence ? otherMembers(near, rival.act.at) : [];
  return readActs(near).some(
    (other) =>
      other.part === act.part &&
      apart.every(({ start, end }) => other.at < start || other.at >= end) &&
      actLikeness(act.lemma, other.lemma) >= LIKE &&
      other.agents.some(
        (phrase) => compareParties({ sentence, phrase: mine }, { sentence: near, phrase }, source) === "same",
      ),
  );
}

/** Token indices at which a sentence of the source means the draft's doer. */
function mentionsOf(near: Sentence, sentence: Sentence, { mine, theirs, pairing }: Match): number[] {
  const { source, sentence: stated } = pairing.statement;
  return near.tokens.flatMap((token, at) => {
    if (token.pos !== "NOUN" && token.pos !== "PROPN") return [];
    if (near === stated && at >= theirs.first && at <= theirs.last) return [];
    if (!mine.name)
      return token.lemma === mine.lemma && !qualifiedApart(sentence, mine.head, near, at) ? [at] : [];
    const name = near.names.find(({ start, end }) => start <= token.start && token.end <= end);
    if (!name) return [];
    const phrase: Phrase = { ...theirs, name, pronoun: false };
    return compareParties({ sentence, phrase: mine }, { sentence: near, phrase }, source) === "same"
      ? [at]
      : [];
  });
}

/** "the interior ministry" and "the foreign ministry": one noun, told apart by the word before it. */
function qualifiedApart(one: Sentence, a: number, other: Sentence, b: number): boolean {
  const x = one.tokens[a - 1];
  const y = other.tokens[b - 1];
  return isQualifier(x) && isQualifier(y) && x!.lemma !== y!.lemma;
}

const isQualifier = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === "ADJ" || token.pos === "NOUN" || token.pos === "PROPN");

/** "2 percent, according to the ministry; the bank puts it at 1": the draft's own party tells something there as well. */
export function reportsToo({ tokens, text }: Sentence, stated: Sentence, { first, last }: Phrase): boolean {
  const own = text.slice(tokens[first]!.start, tokens[last]!.end).toLowerCase();
  return stated.attributions.some(({ speaker }) => {
    const words = speaker ? stated.text.slice(speaker.start, speaker.end).toLowerCase() : "";
    return words.replace(/^the /, "") === own.replace(/^the /, "");
  });
}

/** "The House passed it in July and [the Senate] in May": the verb is left out and holds for this one too. */
export function isGapped({ tokens }: Sentence, mention: NameMention | null): boolean {
  if (!mention) return false;
  let at = tokens.findIndex(({ start }) => start >= mention.start);
  const behind = tokens.findIndex(({ start }) => start >= mention.end);
  if (tokens[at - 1]?.pos === "DET") at -= 1;
  if (
    !/^(?:and|while)$/.test(tokens[at - 1]?.text ?? "") ||
    !/^(?:on|in|at|by|for|to)$/.test(tokens[behind]?.text ?? "")
  )
    return false;
  const end = tokens.findIndex(({ text }, i) => i > behind && /^[,;.]$/.test(text));
  return tokens.slice(behind, end < 0 ? undefined : end).every(({ pos }) => pos !== "VERB" && pos !== "AUX");
}
