/**
 * Words that decide whether what stands below them is said to be so: "proposed to", "denied that", "failed to",
 * "no plans to". Word lists only.
 */
import { FALSE_NEGATIONS } from "../../lexicon/negation.ts";
import type { Token } from "../../text/types.ts";
import type { Mood } from "./types.ts";

/** What an operator does to its complement. */
export interface Operator {
  /** -1 turns the complement into its opposite: "refused to sign" is no signing. */
  readonly polarity: 1 | -1;
  readonly mood: Mood;
}

const NEGATIVE = words(`fail refuse decline neglect omit avoid deny dispute reject abstain cease stop forget
  lack prevent prohibit ban bar forbid dismiss oppose hesitate scrap drop cancel abandon withdraw
  rescind revoke retract forgo renounce`);
const INTENDED =
  words(`propose plan intend consider mull weigh seek want wish hope aim urge ask call recommend suggest
  demand request pledge promise threaten mean expect prepare study discuss debate examine explore float advise
  press push campaign lobby need mulling table draft would invite offer target envisage contemplate plan expect
  anticipate schedule apply bid vow`);
const POSSIBLE =
  words(`may might could can likely possible possibly perhaps probably potential appear seem suspect believe think
  allege claim suppose regard fear`);
const INTENDED_NOUNS =
  words(`proposal plan intention proposition request call demand bid aim hope wish promise pledge offer
  recommendation suggestion draft option possibility prospect target goal idea threat`);
/** What one is free to do is not thereby done: "reserves its right to ask". */
const POSSIBLE_NOUNS = words(
  `right power permission leave licence license authority freedom chance opportunity liberty`,
);
/** Nouns that leave their infinitive to be decided: "a motion to invite". */
const REQUESTING_NOUNS = words(`motion petition application amendment bill attempt effort invitation`);
const NEGATIVE_NOUNS = words(`refusal failure denial rejection lack absence ban prohibition withdrawal`);
const INTENDED_ADJECTIVES = words(`due ready willing keen eager prepared`);
const POSSIBLE_ADJECTIVES = words(`likely possible`);
const NEGATIVE_ADJECTIVES = words(`unable unwilling reluctant`);
/** What is told and not claimed: "rumour has it that", "there was talk of". */
export const RUMOURS = words(`rumour rumor gossip myth hearsay`);
/** Whose telling makes nothing so: "a newspaper says that". */
export const HEARSAY = words(`newspaper tabloid press media leaflet blog`);
/** Nouns whose that-clause is not thereby said to be so: "an allegation that", "a report that". */
export const UNPROVEN =
  words(`allegation rumour rumor suggestion accusation speculation report claim question myth
  theory suspicion idea notion demand wish proposal hope fear condition`);
/** Conjunctions that suppose: what follows is no claim. */
export const SUPPOSING = words(
  `if unless whether suppose supposing provided should lest until once when whenever before`,
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Participles that the tagger takes for those of a rarer verb. */
const MISTAKEN: Readonly<Record<string, string>> = { fin: "fine", din: "dine", sham: "shame" };

/** The dictionary form of a verb. */
export function lemmaOf({ lemma }: Token): string {
  return MISTAKEN[lemma] ?? lemma;
}

/** What a verb does to its complement, or null where it leaves it as it is. */
export function verbOperator(lemma: string): Operator | null {
  if (NEGATIVE.has(lemma)) return { polarity: -1, mood: "asserted" };
  if (INTENDED.has(lemma)) return { polarity: 1, mood: "intended" };
  if (POSSIBLE.has(lemma)) return { polarity: 1, mood: "possible" };
  return null;
}

/** The same for a noun with a complement: "a proposal to", "its refusal of". */
export function nounOperator(lemma: string): Operator | null {
  if (NEGATIVE_NOUNS.has(lemma)) return { polarity: -1, mood: "asserted" };
  if (INTENDED_NOUNS.has(lemma)) return { polarity: 1, mood: "intended" };
  return null;
}

/** The same for a noun with an infinitive: "the right to ask", "a motion by the guild to invite". */
export function infinitiveOperator(lemma: string): Operator | null {
  if (POSSIBLE_NOUNS.has(lemma)) return { polarity: 1, mood: "possible" };
  return REQUESTING_NOUNS.has(lemma) ? { polarity: 1, mood: "intended" } : nounOperator(lemma);
}

/** Nouns of what is asked, claimed or proposed: it is there, whatever becomes of it. */
export function isAsked(noun: string): boolean {
  return INTENDED_NOUNS.has(noun) || REQUESTING_NOUNS.has(noun) || UNPROVEN.has(noun);
}

/** The same for an adjective right before an infinitive: "due to open", "unable to pay". */
export function adjectiveOperator(lemma: string): Operator | null {
  if (NEGATIVE_ADJECTIVES.has(lemma)) return { polarity: -1, mood: "asserted" };
  if (INTENDED_ADJECTIVES.has(lemma)) return { polarity: 1, mood: "intended" };
  if (POSSIBLE_ADJECTIVES.has(lemma)) return { polarity: 1, mood: "possible" };
  return null;
}

/** The mood of a modal verb; "cannot" and "could not" say firmly that it is not so. */
export function modalMood(modal: string | null, negated: boolean): Mood {
  if (modal === null || (negated && modal !== "may" && modal !== "might")) return "asserted";
  if (modal === "should") return "intended";
  return modal === "may" || modal === "might" || modal === "could" || modal === "can"
    ? "possible"
    : "asserted";
}

/** Determiners and pronouns that deny what they stand before. */
export const DENYING = words(`no none nobody nothing neither nor nowhere`);
/** Whether the token denies its phrase; "no later than" and "nothing but" do not. */
export function isDenier(tokens: readonly Token[], at: number): boolean {
  if (!DENYING.has(tokens[at]!.lemma) || isBallot(tokens, at)) return false;
  // "a no-fly zone": part of a name.
  if (tokens[at + 1]?.text === "-" && tokens[at + 1]!.start === tokens[at]!.end) return false;
  const [first, second, third] = tokens.slice(at, at + 3).map(({ text }) => text.toLowerCase());
  // "Nothing as strong had struck" ranks, it does not deny.
  if (second === "as" || (second === "so" && third !== "far") || second === "like") return false;
  return !FALSE_NEGATIONS.has(`${first} ${second}`) && !FALSE_NEGATIONS.has(`${first} ${second} ${third}`);
}

/** "a No would close the plant": the answer of a vote by its name. */
function isBallot(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === "No" && tokens[at - 1]?.pos === "DET";
}

/** Prepositions that deny or set aside their object. */
export const EXCLUDING = words(`without against except excluding`);

/** "keep the firm from becoming dominant": the verb denies what follows its object and "from". */
export function keepsFrom(verb: string, lastOfObject: string | undefined): Operator | null {
  return lastOfObject === "from" && KEEPING.has(verb) ? { polarity: -1, mood: "asserted" } : null;
}
const KEEPING = words(`keep hinder deter discourage dissuade protect save`);
