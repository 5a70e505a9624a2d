/**
 * Acts that a noun tells: "X's proposal", "at the request of X", "an evaluation by X", and who it lies with. Knows one
 * sentence.
 */
import { family } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import type { Act } from "./acts.ts";
import { listFrom, type Phrase, phraseEndingAt, phraseStartingAt } from "./phrases.ts";
import { isAmount } from "./subjects.ts";

/** Nouns that name what somebody does, wants or gives: their owner is the doer. */
const ACT_NOUNS = new Set(
  `request proposal idea suggestion initiative demand support backing help assistance plan motion invitation
  decision recommendation advice offer insistence urging behest instigation objection opposition complaint order
  appeal call approval consent refusal vote draft text report study survey estimate forecast funding expense cost
  order instruction command lead chairmanship auspices bidding instance permission agreement warning`.split(
    /\s+/,
  ),
);

/** Nouns that by their ending name what is done to something: "evaluation by X". */
const DEED = /(?:[tsc]ion|ment|[st]al|ance|ence|sis)$/;

/** Whether a noun names something that is done: a change, a decision. */
export const isDeed = (lemma: string): boolean =>
  ACT_NOUNS.has(lemma) ||
  DEED.test(lemma) ||
  /^(?:change|visit|attack|cut|purchase|payment|review|audit)$/.test(lemma);

/** The acts that the nouns of a sentence tell, in order. */
export function nounActs(sentence: Sentence): Act[] {
  const { tokens } = sentence;
  const found: Act[] = [];
  tokens.forEach((token, at) => {
    if (token.pos !== "NOUN") return;
    const base = { part: "doer" as const, at, lemma: token.lemma, key: family(token.lemma), negated: false };
    if (!ACT_NOUNS.has(token.lemma)) {
      const doer =
        DEED.test(token.lemma) && tokens[at + 1]?.lemma === "by" ? giverAt(sentence, at + 2) : null;
      const holder = doer ?? holderOf(sentence, at);
      if (holder) found.push({ ...base, form: doer ? "by" : "of", agents: listFrom(sentence, holder) });
      return;
    }
    const owner = ownerOf(sentence, at);
    const holder = owner ?? holderOf(sentence, at);
    if (holder) found.push({ ...base, form: "owner", agents: [holder] });
    const link = tokens[at + 1];
    if (!link || !/^(of|by|from)$/i.test(link.text)) return;
    const giver = giverAt(sentence, at + 2);
    const given =
      link.lemma !== "of" ||
      GIVEN_BY_OF.has(token.lemma) ||
      isGround(tokens, at) ||
      (giver?.possessive ?? -1) >= 0;
    if (giver && given) found.push({ ...base, form: "of", agents: listFrom(sentence, giver) });
  });
  return found;
}

function giverAt(sentence: Sentence, first: number): Phrase | null {
  const giver = phraseStartingAt(sentence, first);
  return giver && !giver.pronoun && !isAmount(sentence, giver) ? giver : null;
}

/** "The idea was X's", "the idea came from X", "the decision lies with X": whose the act is, behind its noun. */
function holderOf(sentence: Sentence, at: number): Phrase | null {
  const { tokens } = sentence;
  if (!/^(?:the|this|that)$/i.test(tokens[at - 1]?.text ?? "") && tokens[at - 1]?.pos !== "ADJ") return null;
  const verb = verbBehind(tokens, at);
  const lemma = tokens[verb]?.lemma;
  const link = tokens[verb + 1]?.lemma;
  if (((lemma === "lie" || lemma === "rest") && link === "with") || (lemma === "come" && link === "from"))
    return giverAt(sentence, verb + 2);
  if (lemma !== "be") return null;
  const owner = giverAt(sentence, verb + 1);
  return owner && (owner.possessive >= 0 || /['’]s?$/.test(tokens[owner.last]!.text)) ? owner : null;
}

/** Token index of the verb that a noun is the subject of, its complements skipped; -1 where none is near. */
function verbBehind(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 9); i++) {
    const { pos } = tokens[i]!;
    if (pos === "VERB" || (pos === "AUX" && tokens[i + 1]!.pos !== "AUX")) return i;
    if (/^(?:PUNCT|CCONJ|PRON|SCONJ)$/.test(pos)) return -1;
  }
  return -1;
}

/** "It is for X to decide", "it is up to X to pay": the verb's doer stands before it. */
export function leftToActs(sentence: Sentence): Act[] {
  const { tokens } = sentence;
  return tokens.flatMap((token, at): Act[] => {
    const up = token.lemma === "up" && tokens[at + 1]?.lemma === "to";
    if ((token.lemma !== "for" && !up) || tokens[at - 1]?.lemma !== "be") return [];
    const doer = giverAt(sentence, up ? at + 2 : at + 1);
    const verb = doer ? doer.last + 2 : -1;
    if (!doer || tokens[doer.last + 1]?.lemma !== "to" || tokens[verb]?.pos !== "VERB") return [];
    const { lemma } = tokens[verb]!;
    return [
      { part: "doer", at: verb, lemma, key: family(lemma), negated: false, form: "subject", agents: [doer] },
    ];
  });
}

/** "on the instructions of", "at the urging of", "under the chairmanship of": "of" names who gave them. */
function isGround(tokens: readonly Token[], at: number): boolean {
  return (
    /^the$/i.test(tokens[at - 1]?.text ?? "") && /^(?:on|at|under|upon)$/i.test(tokens[at - 2]?.text ?? "")
  );
}

/** Nouns whose "of" names the doer, not what is done to. */
const GIVEN_BY_OF = new Set(
  "request idea support backing help assistance insistence urging behest initiative instigation expense consent approval permission auspices bidding instance chairmanship".split(
    " ",
  ),
);

/** "the donors' early request": the phrase that owns the noun at token `at`. */
function ownerOf(sentence: Sentence, at: number): Phrase | null {
  const { tokens } = sentence;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i]!;
    if (/^['’]s?$/.test(token.text)) {
      const owner = phraseEndingAt(sentence, i);
      return owner && owner.possessive >= 0 && !owner.pronoun ? owner : null;
    }
    if (token.pos === "PROPN" && /['’]s?$/.test(token.text)) return phraseEndingAt(sentence, i);
    if (token.pos !== "ADJ" && token.pos !== "NOUN" && token.pos !== "NUM") return null;
  }
  return null;
}
