/**
 * Who said a quotation, from the words around it in its frame: "said X", "X said", "as X put it", "X: …".
 * Knows the tokens of one frame, in which each quotation is one token.
 */
import { SPEECH_NOUNS, WEAK_VERBS } from "./cues.ts";
import {
  type FrameToken,
  isCapital,
  isNounLike,
  isPronoun,
  phraseEndingAt,
  phraseStartingAt,
} from "./phrase.ts";
import { isReporting } from "./reporting.ts";
import {
  atClauseStart,
  type Subject,
  startsClause,
  subjectAfter,
  subjectBefore,
  withRight,
} from "./subject.ts";

/** The subject with the tokens of the reporting words; `inherit` asks for the speaker of the quotation before. */
export interface Found {
  readonly subject: Subject | null;
  readonly cue: { readonly first: number; readonly last: number } | null;
  readonly inherit: boolean;
}

/** The speaker of the quotation at `at`. */
export function speakerOf(tokens: readonly FrameToken[], at: number, innerEnd: string): Found | null {
  const after = afterQuotation(tokens, at);
  const closed = /[,?!—–]$/.test(innerEnd) || tokens[at + 1]?.text === ",";
  const before = beforeQuotation(tokens, at);
  if (after && (closed || !before)) return after;
  return before ?? after;
}

function afterQuotation(tokens: readonly FrameToken[], at: number): Found | null {
  let i = at + 1;
  while (tokens[i] && /^[,—–\-*]$/.test(tokens[i]!.text)) i++;
  const start = tokens[i];
  if (!start || start.quotation >= 0 || /^[.;:!?]$/.test(start.text)) return null;
  if (start.text === "(") return bracketed(tokens, i);
  if (tokens[i - 1] && /^[—–]$/.test(tokens[i - 1]!.text) && isNounLike(start)) return named(tokens, i);
  return (
    fixedPhrase(tokens, i) ?? inverted(tokens, i) ?? subjectThenVerb(tokens, i) ?? speechNounAfter(tokens, i)
  );
}

/** `("…" (Ida Wren)` and `"…" — Ida Wren`. */
function bracketed(tokens: readonly FrameToken[], open: number): Found | null {
  const phrase = phraseStartingAt(tokens, open + 1);
  if (!phrase) return null;
  const subject = withRight(tokens, phrase);
  return tokens[subject.last + 1]?.text === ")" ? { subject, cue: null, inherit: false } : null;
}

function named(tokens: readonly FrameToken[], at: number): Found | null {
  const phrase = phraseStartingAt(tokens, at);
  if (!phrase) return null;
  const subject = withRight(tokens, phrase);
  const next = tokens[subject.last + 1];
  return !next || next.text === "." ? { subject, cue: null, inherit: false } : null;
}

/** "in the words of X", "according to X", "came the reply from X", "to quote X", "as X put it". */
function fixedPhrase(tokens: readonly FrameToken[], at: number): Found | null {
  const limit = Math.min(tokens.length, at + 7);
  for (let i = at; i < limit; i++) {
    const token = tokens[i]!;
    if (token.quotation >= 0 || /^[.;,:]$/.test(token.text)) return null;
    const next = tokens[i + 1];
    if (!next) return null;
    const according = token.lemma === "accord" || /^according$/i.test(token.text);
    const link = according ? /^to$/i : SPEECH_NOUNS.has(token.lemma) ? /^(?:of|from|by)$/i : null;
    const quoting = token.lemma === "quote" && /^(?:to|and|we)$/i.test(tokens[i - 1]?.text ?? "");
    if (!quoting && !link?.test(next.text)) continue;
    const phrase = phraseStartingAt(tokens, quoting ? i + 1 : i + 2);
    if (!phrase) return null;
    return {
      subject: withRight(tokens, phrase),
      cue: { first: at, last: quoting ? i : i + 1 },
      inherit: false,
    };
  }
  return null;
}

function inverted(tokens: readonly FrameToken[], at: number): Found | null {
  const verb = /^(?:so|thus|as)$/i.test(tokens[at]!.text) ? at + 1 : at;
  if (!isReporting(tokens[verb])) return null;
  const subject = subjectAfter(tokens, verb);
  if (!subject) return null;
  return { subject, cue: { first: verb, last: verb }, inherit: false };
}

/** "X said", "X, head of the unit, told reporters", "as X has put it". */
function subjectThenVerb(tokens: readonly FrameToken[], at: number): Found | null {
  const start = /^(?:as|so|is|was|then)$/i.test(tokens[at]!.text) ? at + 1 : at;
  if (start === at && /^[CS]CONJ$/.test(tokens[at]!.pos)) return null;
  const how = tokens[start] && /^(?:how|what)$/i.test(tokens[start]!.text) ? start + 1 : start;
  const limit = Math.min(tokens.length, how + 40);
  for (let i = how + 1; i < limit; i++) {
    const token = tokens[i]!;
    if (token.quotation >= 0 || /^[.;:!?]$/.test(token.text)) return null;
    if (!isReporting(token)) continue;
    const subject = subjectBefore(tokens, i);
    if (!subject || subject.first > how + 2 || subject.first < how) continue;
    return { subject, cue: { first: i, last: i }, inherit: false };
  }
  return null;
}

/** `"…" is X's line`, `"…" was her answer`. */
function speechNounAfter(tokens: readonly FrameToken[], at: number): Found | null {
  if (tokens[at]!.lemma !== "be" && tokens[at]!.lemma !== "run") return null;
  const phrase = phraseStartingAt(tokens, at + 1);
  if (!phrase || !SPEECH_NOUNS.has(tokens[phrase.last]!.lemma)) return null;
  return possessor(tokens, phrase.first, phrase.last);
}

/** The owner of a speech noun: "X's answer", "her line". */
function possessor(tokens: readonly FrameToken[], first: number, noun: number): Found | null {
  for (let i = noun - 1; i >= first; i--) {
    if (/^['’]s?$/.test(tokens[i]!.text)) {
      const phrase = phraseEndingAt(tokens, i - 1);
      if (phrase) return { subject: plain(phrase), cue: { first: noun, last: noun }, inherit: false };
    }
    if (/^(?:his|her)$/i.test(tokens[i]!.text)) {
      return { subject: plain({ first: i, last: i }), cue: { first: noun, last: noun }, inherit: false };
    }
  }
  return null;
}

function plain(phrase: { first: number; last: number }): Subject {
  return { phrase, beside: null, first: phrase.first, last: phrase.last };
}

function beforeQuotation(tokens: readonly FrameToken[], at: number): Found | null {
  let start = at - 1;
  while (start >= 0 && tokens[start]!.quotation < 0) start--;
  start++;
  if (start >= at) return null;
  const owner = ownerBefore(tokens, at, start);
  if (owner) return owner;
  for (let i = at - 1; i >= start && at - i < 60; i--) {
    const token = tokens[i]!;
    const noun = speechNounBefore(tokens, i, at, start);
    if (noun) return noun;
    if (/^according$/i.test(token.text) && /^to$/i.test(tokens[i + 1]?.text ?? ""))
      return accordingTo(tokens, i);
    if (!isReporting(token) || /^for$/i.test(tokens[i + 1]?.text ?? "")) continue;
    const found = byVerb(tokens, i, at, start);
    if (found) return found;
  }
  return colonBefore(tokens, at, start);
}

/** `X's "…"`. */
function ownerBefore(tokens: readonly FrameToken[], at: number, start: number): Found | null {
  if (!/^['’]s?$/.test(tokens[at - 1]!.text)) return null;
  const phrase = phraseEndingAt(tokens, at - 2);
  return phrase && phrase.first >= start ? { subject: plain(phrase), cue: null, inherit: false } : null;
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
  const next = tokens[i + 1];
  if (!next || !(next.quotation >= 0 || next.lemma === "be" || /^[,:]$/.test(next.text))) return null;
  const phrase = phraseEndingAt(tokens, i);
  return phrase ? possessor(tokens, Math.max(start, phrase.first), i) : null;
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
  return isPronoun(word) && /^(?:it|i|we|they|one|some|many)$/i.test(word.text);
}
