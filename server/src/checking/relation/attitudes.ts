/**
 * Where somebody stands on a matter, told by one sentence: who supports it, who opposes it, who votes for it, who has not
 * made up his mind. Knows one sentence; compares nothing.
 */
import { type Attitude, attitudeOfPhrase, attitudeOfState, attitudeOfVerb } from "../../lexicon/attitudes.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import { readActs } from "./acts.ts";
import { type Phrase, phraseStartingAt } from "./phrases.ts";
import { subjectPhrase } from "./subjects.ts";

/** A party with where it stands. */
export interface Position {
  readonly holder: Phrase;
  readonly attitude: Attitude;
  /** Whether the words deny the attitude: "does not support". */
  readonly denied: boolean;
  /** Told of a vote, which is a deed. */
  readonly vote: boolean;
  /** Token range of the words that tell the attitude, end exclusive. */
  readonly range: Span;
  /** What it is about; null where a pronoun or nothing tells. */
  readonly matter: Phrase | null;
}

interface Cue extends Omit<Position, "holder" | "matter" | "denied"> {
  /** Token index before which the holder stands. */
  readonly verb: number;
  /** The holder where it stands behind the words. */
  readonly holder: Phrase | null;
}

const COPULA = /^(?:be|remain|stay|take|have)$/;

/** The positions that a sentence tells, in order. */
export const readPositions: (sentence: Sentence) => readonly Position[] = keptFor((sentence) => {
  const words = sentence.tokens.map(({ text }) => text.toLowerCase());
  return sentence.tokens.flatMap((_, at) => {
    const cue = cueAt(sentence, words, at);
    return cue ? positionOf(sentence, cue) : [];
  });
});

function cueAt(sentence: Sentence, words: readonly string[], at: number): Cue | null {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.lemma === "vote") return voteAt(sentence, words, at);
  if (token.pos === "VERB" || isVerbAfterAll(tokens, at)) {
    const attitude = attitudeOfVerb(token.lemma);
    const passive = tokens[at - 1]?.lemma === "be";
    if (attitude && !passive && tokens[at - 1]?.lemma !== "to")
      return { attitude, verb: at, range: { start: at, end: at + 1 }, holder: null, vote: false };
  }
  if (!COPULA.test(token.lemma) || (token.pos !== "AUX" && token.pos !== "VERB")) return null;
  let next = at + 1;
  while (tokens[next]?.pos === "ADV") next += 1;
  const phrase = attitudeOfPhrase(words, next);
  if (phrase)
    return {
      attitude: phrase.attitude,
      verb: at,
      range: { start: at, end: next + phrase.length },
      holder: null,
      vote: false,
    };
  if (words[next] === "not") next += 1;
  const attitude =
    token.lemma === "have" || token.lemma === "take" ? null : attitudeOfState(words[next] ?? "");
  return attitude
    ? { attitude, verb: at, range: { start: at, end: next + 1 }, holder: null, vote: false }
    : null;
}

/** "The federation backs the ban": a verb that the tagger takes for a noun. */
function isVerbAfterAll(tokens: readonly Token[], at: number): boolean {
  const { pos, text } = tokens[at]!;
  if (pos !== "NOUN" || !/s$/.test(text) || tokens[at + 1]?.pos !== "DET") return false;
  return /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? "");
}

/** "voted against", "with the votes of the parties". */
function voteAt(sentence: Sentence, words: readonly string[], at: number): Cue | null {
  const { tokens } = sentence;
  if (tokens[at]!.pos === "NOUN") {
    const side = words[at - 1] === "the" ? words[at - 2] : undefined;
    if ((side !== "with" && side !== "against") || words[at + 1] !== "of") return null;
    const holder = phraseStartingAt(sentence, at + 2);
    const attitude = side === "with" ? "for" : "against";
    return holder && { attitude, verb: at, range: { start: at - 2, end: at + 2 }, holder, vote: true };
  }
  const side = words[at + 1];
  const favor = side === "in" && /^favou?r$/.test(words[at + 2] ?? "");
  if (side !== "for" && side !== "against" && !favor) return null;
  return {
    attitude: side === "against" ? "against" : "for",
    verb: at,
    range: { start: at, end: at + (favor ? 3 : 2) },
    holder: null,
    vote: true,
  };
}

function positionOf(sentence: Sentence, cue: Cue): Position[] {
  const { tokens } = sentence;
  let first = cue.verb;
  while (first > 0 && (tokens[first - 1]!.pos === "AUX" || /^(?:not|n[’']t)$/i.test(tokens[first - 1]!.text)))
    first -= 1;
  const doer = readActs(sentence).find(({ part, at }) => part === "doer" && at === cue.verb);
  const holder = cue.holder ?? doer?.agents[0] ?? subjectPhrase(sentence, first);
  if (!holder || holder.pronoun) return [];
  const denied =
    cue.attitude !== "open" &&
    (tokens.slice(first, cue.range.end).some(({ text }) => /^(?:not|never|n[’']t|no)$/i.test(text)) ||
      isNobody(tokens, holder));
  const link = tokens[cue.range.end];
  const start = link?.pos === "ADP" ? cue.range.end + 1 : cue.range.end;
  const matter = cue.holder ? null : phraseStartingAt(sentence, start);
  return [
    { ...cue, holder, denied, matter: matter && !matter.pronoun ? matter : relativeMatter(sentence, cue) },
  ];
}

/** "Not one member of the party", "no member", "none of the parties". */
function isNobody(tokens: readonly Token[], { first }: Phrase): boolean {
  return tokens
    .slice(Math.max(0, first - 2), first + 2)
    .some(
      ({ text }, at, near) =>
        /^(?:no|none|neither)$/i.test(text) ||
        (/^not$/i.test(text) && /^(?:one|an?)$/i.test(near[at + 1]?.text ?? "")),
    );
}

/** "the spur, on which the Tribe takes no position": the matter stands before its clause. */
function relativeMatter({ tokens, ...rest }: Sentence, { verb }: Cue): Phrase | null {
  for (let i = verb - 1; i >= Math.max(2, verb - 6); i--) {
    if (tokens[i]!.lemma !== "which" || tokens[i - 1]!.pos !== "ADP") continue;
    const end = tokens[i - 2]!.text === "," ? i - 3 : i - 2;
    return phraseEndingBefore({ tokens, ...rest }, end);
  }
  return null;
}

function phraseEndingBefore(sentence: Sentence, end: number): Phrase | null {
  let first = end;
  while (first > 0 && sentence.tokens[first]!.pos !== "DET" && end - first < 4) first -= 1;
  return phraseStartingAt(sentence, first);
}
