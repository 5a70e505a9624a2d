/**
 * Who said a quotation, from the words before it: "X said: …", "in the words of X", "X's answer was …", "X: …".
 * Knows the tokens of one frame, in which each quotation is one token.
 */
import { SPEECH_NOUNS, WEAK_VERBS } from "./cues.ts";
import { type Found, plain, possessor } from "./found.ts";
import { type FrameToken, isCapital, isPronoun, phraseEndingAt, phraseStartingAt } from "./phrase.ts";
import { isReporting } from "./reporting.ts";
import {
  atClauseStart,
  type Subject,
  startsClause,
  subjectAfter,
  subjectBefore,
  withRight,
} from "./subject.ts";

/** The speaker that stands between the quotation before and the one at `at`. */
export function beforeQuotation(tokens: readonly FrameToken[], at: number): Found | null {
  let start = at - 1;
  while (start >= 0 && tokens[start]!.quotation < 0) start--;
  start++;
  if (start >= at) return null;
  const owner = ownerBefore(tokens, at, start) ?? sourceBefore(tokens, at, start);
  if (owner) return owner;
  let passive = false;
  for (let i = at - 1; i >= start && at - i < 60; i--) {
    const token = tokens[i]!;
    const noun = speechNounBefore(tokens, i, at, start);
    if (noun) return noun;
    if (/^according$/i.test(token.text) && /^to$/i.test(tokens[i + 1]?.text ?? ""))
      return accordingTo(tokens, i);
    if (!isReporting(token) || /^for$/i.test(tokens[i + 1]?.text ?? "")) continue;
    if (token.lemma === "quote" && /^(?:i|we)$/i.test(tokens[i - 1]?.text ?? "")) continue;
    const found = byVerb(tokens, i, at, start);
    if (found) return found;
    passive ||= isPassive(tokens, i);
  }
  return passive ? null : (colonBefore(tokens, at, start) ?? actor(tokens, at, start));
}

/** `X's "…"`. */
function ownerBefore(tokens: readonly FrameToken[], at: number, start: number): Found | null {
  if (!/^['’]s?$/.test(tokens[at - 1]!.text)) return null;
  const phrase = phraseEndingAt(tokens, at - 2);
  return phrase && phrase.first >= start ? { subject: plain(phrase), cue: null, inherit: false } : null;
}

/** "the line that stuck is X's: Q", "the warning came from X: Q". */
function sourceBefore(tokens: readonly FrameToken[], at: number, start: number): Found | null {
  if (tokens[at - 1]!.text !== ":") return null;
  const owned = /^['’]s?$/.test(tokens[at - 2]?.text ?? "");
  const phrase = phraseEndingAt(tokens, owned ? at - 3 : at - 2);
  if (!phrase || phrase.first <= start || !isCapital(tokens[phrase.last])) return null;
  if (!owned && !/^(?:from|by)$/.test(tokens[phrase.first - 1]!.text)) return null;
  const told = tokens.slice(Math.max(start, phrase.first - 9), phrase.first);
  if (!told.some(({ lemma, pos }) => SPEECH_NOUNS.has(lemma) && pos !== "VERB")) return null;
  return { subject: plain(phrase), cue: null, inherit: false };
}

/** "in the words of X, …", "X's answer was that …", "use the words of X: …". */
function speechNounBefore(tokens: readonly FrameToken[], i: number, at: number, start: number): Found | null {
  const token = tokens[i]!;
  if (!SPEECH_NOUNS.has(token.lemma) || token.pos === "VERB") return null;
  if (/^(?:of|from)$/i.test(tokens[i + 1]?.text ?? "")) {
    const phrase = phraseStartingAt(tokens, i + 2);
    if (!phrase || phrase.last >= at) return null;
    const subject = withRight(tokens, phrase);
    const next = tokens[subject.last + 1];
    const inWords = /^(?:words?)$/.test(token.text);
    const telling = isCapital(tokens[phrase.last]) || /^from$/i.test(tokens[i + 1]!.text);
    if (inWords || (telling && next && /^(?:,|:|was|is|that)$/.test(next.text))) {
      return { subject, cue: { first: i, last: i + 1 }, inherit: false };
    }
    return null;
  }
  const next = tokens[pastAddressee(tokens, i + 1)];
  if (next?.lemma === "be" && isReported(tokens, start, i)) return null;
  if (!next || !(next.quotation >= 0 || next.lemma === "be" || /^[,:]$/.test(next.text))) return null;
  const phrase = phraseEndingAt(tokens, i);
  return phrase ? possessor(tokens, Math.max(start, phrase.first), i) : null;
}

/** Past "to her", "to the committee" behind an answer. */
function pastAddressee(tokens: readonly FrameToken[], at: number): number {
  if (!/^to$/i.test(tokens[at]?.text ?? "")) return at;
  if (/^(?:him|her|them|us|me|this|that)$/i.test(tokens[at + 1]?.text ?? "")) return at + 2;
  const phrase = phraseStartingAt(tokens, at + 1);
  return phrase ? phrase.last + 1 : at;
}

/** Somebody else reports what the answer, the view was: "Y said that X's response was Q". */
function isReported(tokens: readonly FrameToken[], start: number, noun: number): boolean {
  for (let k = noun - 1; k > start; k--)
    if (isReporting(tokens[k]) && /^that$/i.test(tokens[k + 1]!.text)) return true;
  return false;
}

function accordingTo(tokens: readonly FrameToken[], i: number): Found | null {
  const phrase = phraseStartingAt(tokens, i + 2);
  return phrase
    ? { subject: withRight(tokens, phrase), cue: { first: i, last: i + 1 }, inherit: false }
    : null;
}

function byVerb(tokens: readonly FrameToken[], verb: number, at: number, start: number): Found | null {
  const token = tokens[verb]!;
  const cue = { first: verb, last: verb };
  const previous = tokens[verb - 1];
  if (WEAK_VERBS.has(token.lemma) && !leadsTo(tokens, verb, at)) return null;
  if (token.lemma === "quote" && at - verb > 1 && tokens[at - 1]!.text === ":") {
    const object = subjectAfter(tokens, verb);
    if (object && object.last <= at - 2) return { subject: object, cue, inherit: false };
  }
  const passive = passiveAgent(tokens, verb, at);
  if (passive) return { subject: passive, cue, inherit: false };
  if (/^saying$/i.test(token.text) && /^as$/i.test(previous?.text ?? ""))
    return quotedAsSaying(tokens, verb, start);
  if (isPassive(tokens, verb)) return null;
  if (verb > start && previous?.text === ",") {
    const behind = subjectAfter(tokens, verb);
    const next = behind ? tokens[behind.last + 1] : undefined;
    if (behind && next && next.text === "," && behind.last < at) {
      return { subject: behind, cue, inherit: false };
    }
  }
  if (/ing$/.test(token.text) && previous?.pos !== "AUX") return participle(tokens, verb, start, cue);
  const subject = subjectBefore(tokens, verb) ?? atClauseStart(tokens, verb);
  if (subject && subject.first >= start) return { subject, cue, inherit: false };
  const openStart = verb === start || startsClause(tokens, verb) || tokens[verb - 1]?.pos === "CCONJ";
  if (start > 0 && openStart) return { subject: null, cue, inherit: true };
  const main = tokens[verb - 1]?.pos === "CCONJ" ? atClauseStart(tokens, verb - 1) : null;
  return main ? { subject: main, cue, inherit: false } : null;
}

/** "…, adding: Q" has the subject of what stands before it. */
function participle(
  tokens: readonly FrameToken[],
  verb: number,
  start: number,
  cue: { first: number; last: number },
): Found | null {
  const own = phraseEndingAt(tokens, verb - 1);
  if (own && own.first > start && /^with$/i.test(tokens[own.first - 1]!.text))
    return { subject: plain(own), cue, inherit: false };
  let clause = verb - 1;
  for (; clause > start; clause--) {
    if (!isReporting(tokens[clause]) || /ing$/.test(tokens[clause]!.text)) continue;
    const subject = subjectBefore(tokens, clause) ?? subjectAfter(tokens, clause);
    if (subject && subject.first >= start && subject.first < verb) return { subject, cue, inherit: false };
  }
  if (start > 0) return { subject: null, cue, inherit: true };
  const phrase = phraseStartingAt(tokens, introEnd(tokens, verb));
  return phrase && phrase.last < verb ? { subject: withRight(tokens, phrase), cue, inherit: false } : null;
}

/** Past "On Monday," and the like at the start of a frame. */
function introEnd(tokens: readonly FrameToken[], limit: number): number {
  const first = tokens[0];
  if (!first || (first.pos !== "ADP" && first.pos !== "ADV" && first.pos !== "SCONJ")) return 0;
  for (let i = 1; i < limit; i++) if (tokens[i]!.text === ",") return i + 1;
  return first.pos === "ADV" ? 1 : 0;
}

/** "was described by X as Q". */
function passiveAgent(tokens: readonly FrameToken[], verb: number, at: number): Subject | null {
  const auxiliary = [verb - 1, verb - 2].some(
    (i) => tokens[i]?.lemma === "be" || tokens[i]?.lemma === "been",
  );
  const limit = Math.min(at, verb + 4);
  for (let i = verb + 1; i < limit; i++) {
    if (tokens[i]!.text !== "by") continue;
    const phrase = phraseStartingAt(tokens, i + 1);
    if (!phrase || phrase.last >= at || (!auxiliary && i !== verb + 1)) return null;
    return withRight(tokens, phrase);
  }
  return null;
}

/** "was described as Q", "had been told that Q": the subject is spoken of or to. */
function isPassive(tokens: readonly FrameToken[], verb: number): boolean {
  if (!/(?:ed|[dt]|n)$/.test(tokens[verb]!.text)) return false;
  let i = verb - 1;
  while (i >= 0 && tokens[i]!.quotation < 0 && tokens[i]!.pos === "ADV") i--;
  return tokens[i]?.lemma === "be" && tokens[i]!.quotation < 0;
}

/** "the agency quoted X as saying Q", "X was quoted (by the agency) as saying Q". */
function quotedAsSaying(tokens: readonly FrameToken[], saying: number, start: number): Found | null {
  for (let i = saying - 2; i >= start && saying - i < 24; i--) {
    if (!/^(?:quoted|cited|reported)$/i.test(tokens[i]!.text)) continue;
    const subject = isPassive(tokens, i) ? subjectBefore(tokens, i) : subjectAfter(tokens, i);
    return subject && { subject, cue: { first: i, last: saying }, inherit: false };
  }
  return null;
}

/** A weak verb reports only where the quotation, a colon or "that" is near. */
function leadsTo(tokens: readonly FrameToken[], verb: number, at: number): boolean {
  if (tokens[at - 1]!.text === ":" || at - verb <= 12) return true;
  return tokens.slice(verb + 1, verb + 4).some((token) => token.text === "that" || token.text === ":");
}

/** "X had the line of the week: Q", "X is dry about it: Q", "Lena Wren: Q". */
function colonBefore(tokens: readonly FrameToken[], at: number, start: number): Found | null {
  if (tokens[at - 1]!.text !== ":") return null;
  const toward = tokens[start]!;
  if (/^(?:to|for)$/i.test(toward.text)) {
    const phrase = phraseStartingAt(tokens, start + 1);
    if (phrase && tokens[phrase.last + 1]?.text === ",") {
      const inner = atClauseStart(tokens, at - 1);
      if (/^for$/i.test(toward.text) && inner) return { subject: inner, cue: null, inherit: false };
      return { subject: withRight(tokens, phrase), cue: null, inherit: false };
    }
  }
  const subject = atClauseStart(tokens, at - 1);
  if (!subject || subject.first < start || isExpletive(tokens, subject)) return null;
  return { subject, cue: null, inherit: false };
}

function isExpletive(tokens: readonly FrameToken[], subject: Subject): boolean {
  const word = tokens[subject.first]!;
  return isPronoun(word) && /^(?:it|they|one|some|many)$/i.test(word.text);
}

/** Without any cue words quoted inside a clause are most likely those of the named person that is its subject. */
function actor(tokens: readonly FrameToken[], at: number, start: number): Found | null {
  const verb = lastVerb(tokens, at, start);
  if (verb < 0 || at - verb > 12 || isPassive(tokens, verb)) return null;
  const subject = atClauseStart(tokens, at);
  if (!subject || subject.first < start || subject.last >= verb || !isNamed(tokens, subject)) return null;
  // "X found it “absurd”": a verdict of the one who is named.
  const judged = /^found$/.test(tokens[verb]!.text) && tokens[at - 1]!.pos !== "ADP";
  return { subject, cue: null, inherit: false, inferred: !judged };
}

function lastVerb(tokens: readonly FrameToken[], at: number, start: number): number {
  for (let i = at - 1; i >= start; i--) {
    if (/^[,;:]$/.test(tokens[i]!.text)) return -1;
    if (tokens[i]!.pos === "VERB" && !/ing$/.test(tokens[i]!.text)) return i;
  }
  return -1;
}

/** The subject is called by a name of two words or a title with a name. */
function isNamed(tokens: readonly FrameToken[], { phrase, beside }: Subject): boolean {
  return [phrase, beside].some((part) => {
    if (!part || !isCapital(tokens[part.last]) || !isCapital(tokens[part.last - 1])) return false;
    return part.last > part.first;
  });
}
