/**
 * The reasons that a sentence gives, by the words that announce one: "because of", ", as", "the cause was". Knows one
 * sentence; compares nothing.
 */
import { REASON_DENIALS, REASON_MARKERS } from "../../lexicon/reason-markers.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import { isSchedule, resultOf, stretchedMarker } from "./marked-reasons.ts";
import { phraseEndingAt, phraseStartingAt } from "./phrases.ts";

/** A reason as token ranges, ends exclusive: all of it, and what stands behind the words that announce it. */
export interface Cause {
  readonly range: Span;
  readonly content: Span;
  /** A whole clause: "because it expects …". */
  readonly clause: boolean;
  /** Told as the one reason or as the chief one: "the reason was", "above all because of". */
  readonly chief: boolean;
  /** Told as none: "not because of", "nothing to do with". */
  readonly denied: boolean;
  /** Told by what went before it alone ("after a series of alerts"): a reason only beside another that is told so. */
  readonly sequel: boolean;
}

const LONGEST = 18;
/** Tokens of the longest parenthesis inside a reason. */
const PARENTHESIS = 12;

/** The reasons that a sentence gives, in order; those that it denies aside. */
export function readCauses(sentence: Sentence): readonly Cause[] {
  return allCauses(sentence).filter(({ denied }) => !denied);
}

/** What a sentence says to be no reason, in order. */
export function readDeniedCauses(sentence: Sentence): readonly Cause[] {
  return allCauses(sentence).filter(({ denied }) => denied);
}

const allCauses: (sentence: Sentence) => readonly Cause[] = keptFor((sentence) => {
  const causes = sentence.tokens.flatMap((_, at) => causeAt(sentence, at) ?? blamedAt(sentence, at) ?? []);
  return [...causes, ...causes.flatMap((cause) => setAside(sentence, cause) ?? [])];
});

/** "The reason is larger ships, not the agreement": behind a reason that is told as the one, what is none. */
function setAside(sentence: Sentence, { range, chief, clause, denied }: Cause): Cause | null {
  const { tokens } = sentence;
  const [comma, not, next] = [range.end, range.end + 1, range.end + 2].map((at) => tokens[at]);
  if (!chief || clause || denied || comma?.text !== "," || not?.text !== "not") return null;
  if (!next || !/^(?:DET|NOUN|ADJ|PROPN|ADP)$/.test(next.pos)) return null;
  const start = next.pos === "ADP" ? range.end + 3 : range.end + 2;
  const end = causeEnd(sentence, start, false);
  if (end <= start) return null;
  const content = { start, end };
  return { range: { start: range.end + 1, end }, content, clause, chief: false, denied: true, sequel: false };
}

function causeAt(sentence: Sentence, at: number): Cause | null {
  const { tokens } = sentence;
  const word = tokens[at]!.text.toLowerCase();
  const isAt = (words: readonly string[]) =>
    words[0] === word && words.every((one, i) => tokens[at + i]?.text.toLowerCase() === one);
  const refused = REASON_DENIALS.find(isAt);
  const named = namedReason(sentence, at);
  const marker =
    refused ??
    REASON_MARKERS.find(isAt) ??
    resultOf(sentence, at) ??
    stretchedMarker(sentence, at) ??
    named ??
    (isReasonClause(sentence, at) || isQuarrel(sentence, at) || isSequel(sentence, at) ? [word] : null);
  if (
    !marker ||
    isPartial(sentence, at) ||
    isSchedule(tokens, at, marker) ||
    (word === "down" && !isPutDown(sentence, at))
  )
    return null;
  const last = marker.at(-1)!;
  const clause = /^(?:because|as|since|that)$/.test(last);
  const start = at + marker.length;
  const end = causeEnd(sentence, start, clause);
  const from = marker[1] === "lack" || marker[1] === "want" ? at + 1 : start;
  if (end <= start) return null;
  return {
    range: { start: at, end },
    content: { start: from, end },
    clause,
    chief: named !== null || word === "down" || isChief(sentence, at, marker.length),
    denied: refused !== undefined || isDenied(sentence, at),
    sequel: isSequel(sentence, at),
  };
}

/** "was switched off after a series of false alerts": an event behind a verb, without its day. */
function isSequel(sentence: Sentence, at: number): boolean {
  const { tokens, dates, quantities, predicates } = sentence;
  if (tokens[at]!.text !== "after" || !/^(?:an?|the)$/i.test(tokens[at + 1]?.text ?? "")) return false;
  const event = phraseStartingAt(sentence, at + 1);
  if (!event || event.name || event.pronoun) return false;
  const { start } = tokens[at]!;
  const { end } = tokens[event.last]!;
  if (dates.some((value) => value.start <= end && start < value.end)) return false;
  if (quantities.some((value) => value.start < end && start < value.start)) return false;
  return predicates.some(({ form, head }) => form === "verb" && head < at && at - head <= 6);
}

function causeEnd(sentence: Sentence, start: number, clause: boolean): number {
  const { tokens } = sentence;
  let end = start;
  while (end < tokens.length && end - start < LONGEST) {
    if (endsCause(sentence, end, clause, end === start)) {
      const behind = clause ? pastParenthesis(tokens, start, end) : end;
      if (behind === end) break;
      end = behind;
    }
    end += 1;
  }
  return end;
}

/** "because the copy, made in May, was lost": of a clause whose verb is yet to come the comma that leads on to it. */
function pastParenthesis(tokens: readonly Token[], start: number, comma: number): number {
  const isVerb = (token: Token | undefined) => token?.pos === "VERB" || token?.pos === "AUX";
  if (tokens[comma]!.text !== "," || tokens.slice(start, comma).some(isVerb)) return comma;
  for (let i = comma + 2; i < Math.min(tokens.length - 1, comma + PARENTHESIS); i++)
    if (tokens[i]!.text === ",") return isVerb(tokens[i + 1]) ? i : comma;
  return comma;
}

/** "above all because of", "due chiefly to", "only because": the one reason or the first of them. */
function isChief({ tokens }: Sentence, at: number, length: number): boolean {
  const words = tokens
    .slice(Math.max(0, at - 2), at + length)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
  return /\b(?:above all|chiefly|mainly|mostly|largely|primarily|entirely|wholly|solely|first of all)\b/.test(
    words,
  );
}

/** "blamed the strike", "the strike was to blame", "the strike was the main reason": the words name the cause otherwise. */
function blamedAt(sentence: Sentence, at: number): Cause | null {
  const { tokens } = sentence;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  if (token.lemma === "blame" && token.pos === "VERB" && before?.text !== "to" && before?.lemma !== "be") {
    const thing = phraseStartingAt(sentence, at + 1);
    if (!thing || thing.pronoun || tokens[thing.last + 1]?.lemma === "on") return null;
    const end = causeEnd(sentence, at + 1, false);
    return whole(sentence, at + 1, Math.max(thing.last + 1, untilFor(sentence, at + 1, end)), at, true);
  }
  if (!(token.lemma === "be" && saysReason(tokens, at + 1)) && !accountsForMost(tokens, at)) return null;
  const thing = phraseEndingAt(sentence, at - 1);
  if (!thing || thing.pronoun || /^(?:that|this|what|which)$/i.test(tokens[thing.first]!.text)) return null;
  return whole(sentence, thing.first, thing.last + 1, at, !isNegative(tokens, at + 1));
}

/** "accounts for the whole of the decline", "explains most of it". */
function accountsForMost(tokens: readonly Token[], at: number): boolean {
  const words = tokens
    .slice(at, at + 5)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
  return /^(?:account(?:s|ed)? for|explain(?:s|ed)?) (?:(?:the )?(?:whole|most|bulk) of|all of|most\b|(?:the|this|that) (?:fall|drop|rise|increase|decrease|decline|difference|delay|loss|shortfall|slump|gap)\b)/.test(
    words,
  );
}

function whole(sentence: Sentence, start: number, end: number, at: number, chief: boolean): Cause {
  const range = { start, end };
  const denied = sentence.tokens.slice(Math.max(0, at - 2), at + 2).some(({ text }) => NEGATOR.test(text));
  return { range, content: range, clause: false, chief, denied, sequel: false };
}

function untilFor({ tokens }: Sentence, start: number, end: number): number {
  const at = tokens.findIndex(({ lemma }, i) => i > start && i < end && lemma === "for");
  return at > 0 ? at : end;
}

/** "to blame", "the main reason": behind a copula. */
function saysReason(tokens: readonly Token[], from: number): boolean {
  const words = tokens
    .slice(from, from + 5)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
  return /^(?:not )?(?:to blame|the (?:main |chief |real |only |single )?(?:reason|cause|culprit|explanation))\b/.test(
    words,
  );
}

const NEGATOR = /^(?:not|no|never|neither|nor|n[’']t)$/i;
const isNegative = (tokens: readonly Token[], at: number): boolean => NEGATOR.test(tokens[at]?.text ?? "");

/** "The cause, she said, was …", "the reason given is that …": the words up to the copula, and "that"; null where there is none. */
function namedReason({ tokens }: Sentence, at: number): readonly string[] | null {
  if (!/^(?:cause|reason|culprit|explanation|grounds?)$/i.test(tokens[at]!.text)) return null;
  const before = tokens[at - 1]?.text.toLowerCase() ?? "";
  const article = /^(?:main|chief|real|only|single)$/.test(before)
    ? tokens[at - 2]?.text.toLowerCase()
    : before;
  if (!/^(?:the|its|their|his|her)$/.test(article ?? "")) return null;
  let copula = at + 1;
  if (/^given$/i.test(tokens[copula]?.text ?? "")) copula += 1;
  if (tokens[copula]?.text === ",")
    for (copula += 1; copula < at + 8 && tokens[copula]?.text !== ","; copula++);
  if (tokens[copula]?.text === ",") copula += 1;
  const after = tokens[copula + 1]?.text.toLowerCase() ?? "not";
  if (!/^(?:is|was|are|were)$/i.test(tokens[copula]?.text ?? "") || /^(?:not|no|n[’']t|because)$/.test(after))
    return null;
  const end = after === "that" ? copula + 2 : copula + 1;
  return tokens.slice(at, end).map(({ text }) => text.toLowerCase());
}

/** "puts it down to the strike", "is down to the strike"; nothing falls for a reason "down to the ground". */
function isPutDown({ tokens }: Sentence, at: number): boolean {
  const has = (reach: number, lemma: string) =>
    tokens.slice(Math.max(0, at - reach), at).some((token) => token.lemma === lemma);
  return has(10, "put") || has(4, "be");
}

/** "She left the cabinet over the buses": what somebody leaves, quarrels or protests over. */
function isQuarrel({ tokens, dates, quantities }: Sentence, at: number): boolean {
  if (tokens[at]!.lemma !== "over" || !/^(?:DET|NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? "")) return false;
  const { start } = tokens[at + 1]!;
  if ([...dates, ...quantities].some((value) => start >= value.start && start < value.end)) return false;
  return tokens.slice(Math.max(0, at - 7), at).some(({ lemma }) => QUARRELS.has(lemma));
}
const QUARRELS = new Set(
  `resign leave quit walk protest strike clash quarrel row dispute sue resignation criticise criticize split break
  collapse disagree argue fall stall`.split(/\s+/),
);

/** Verbs of what somebody says or thinks: ", as she told the court" gives no reason. */
const SAYING = new Set(
  `say tell put point note expect explain argue warn predict hope plan promise fear report describe state show claim
  know recall write see suggest mention announce do think believe ask request require`.split(/\s+/),
);

/** ", as the agenda left it out", ", since the test failed": behind a comma a clause with more than its verb. */
function isReasonClause({ tokens, predicates }: Sentence, at: number): boolean {
  if (!/^(?:as|since)$/i.test(tokens[at]!.text) || tokens[at - 1]?.text !== ",") return false;
  const verb = predicates.find(({ form, head }) => form === "verb" && head > at + 1);
  if (!verb || verb.head > at + 9) return false;
  // "As the press had it"
  const isSaying = SAYING.has(verb.lemma) || (verb.lemma === "have" && tokens[verb.head + 1]?.lemma === "it");
  if (isSaying && tokens[at]!.lemma === "as") return false;
  if (tokens.slice(at, verb.tokens.end + 1).some(({ pos }) => pos === "PUNCT")) return false;
  if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[verb.tokens.start - 1]!.pos)) return false;
  return verb.tokens.end < tokens.length;
}

/** "partly because", "also because": not the whole of it. */
function isPartial({ tokens }: Sentence, at: number): boolean {
  return [tokens[at - 1], tokens[at - 2]].some(
    (token) => token !== undefined && /^(?:partly|partially|also|simply|just|only|part)$/i.test(token.text),
  );
}

/** "not because of", "not been caused by"; in "could not attend because" the verb is denied, not the reason. */
function isDenied({ tokens }: Sentence, at: number): boolean {
  const before = tokens[at - 1];
  if (!before) return false;
  if (NEGATOR.test(before.text)) return true;
  return /^(?:ADV|AUX)$/.test(before.pos) && NEGATOR.test(tokens[at - 2]?.text ?? "");
}

function endsCause({ tokens }: Sentence, at: number, clause: boolean, first: boolean): boolean {
  const { text, pos } = tokens[at]!;
  if (/^[,;:.()–—?!]$/.test(text)) return true;
  if (pos === "CCONJ" && /^(?:not|because)$/i.test(tokens[at + 1]?.text ?? "")) return true;
  if (clause || first) return false;
  const before = tokens[at - 1]!;
  // "the coke works": the tagger's verb where a plural noun ends the phrase.
  const noun =
    /s$/.test(text) && before.pos === "NOUN" && /^(?:ADP|PUNCT)$/.test(tokens[at + 1]?.pos ?? "PUNCT");
  const closes = before.pos === "ADV" && tokens[at + 1]?.pos === "PUNCT";
  const qualifies = /^(?:DET|ADJ)$/.test(before.pos) || noun || closes;
  if (pos === "AUX" || (pos === "VERB" && !/ing$/.test(text) && !qualifies)) return true;
  const next = tokens[at + 1];
  return pos === "CCONJ" && (next?.pos === "VERB" || next?.pos === "AUX" || next?.pos === "PRON");
}
