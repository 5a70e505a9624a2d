/**
 * Who said a quotation, from the words behind it: "said X", "X said", "according to X", "(X)".
 * Knows the tokens of one frame, in which each quotation is one token.
 */
import { isPersonNoun, SPEECH_NOUNS } from "./cues.ts";
import { type Found, possessor } from "./found.ts";
import { type FrameToken, isCapital, isNounLike, phraseStartingAt } from "./phrase.ts";
import { isReporting } from "./reporting.ts";
import { subjectAfter, subjectBefore, withRight } from "./subject.ts";

/** The speaker that stands behind the quotation at `at`; `closed` where the quotation ends as if a cue followed. */
export function behindQuotation(tokens: readonly FrameToken[], at: number, closed: boolean): Found | null {
  let i = at + 1;
  while (tokens[i] && /^[,—–\-*]$/.test(tokens[i]!.text)) i++;
  const start = tokens[i];
  if (!start || start.quotation >= 0 || /^[.;:!?]$/.test(start.text)) return null;
  if (start.text === "(") return bracketed(tokens, i);
  if (tokens[i - 1] && /^[—–]$/.test(tokens[i - 1]!.text) && isNounLike(start)) return named(tokens, i);
  return (
    fixedPhrase(tokens, i) ??
    inWordsOf(tokens, i) ??
    hasIt(tokens, i) ??
    inverted(tokens, i) ??
    subjectThenVerb(tokens, i) ??
    speechNounAfter(tokens, i) ??
    (closed ? anyVerb(tokens, i) : null)
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

/** "in X's words", "to use her phrase". */
function inWordsOf(tokens: readonly FrameToken[], at: number): Found | null {
  const first = /^in$/i.test(tokens[at]!.text) ? at + 1 : tokens[at + 1]?.lemma === "use" ? at + 2 : -1;
  const start = tokens[first];
  if (!start) return null;
  const limit = Math.min(tokens.length, first + 9);
  for (let i = first + 1; i < limit; i++) {
    if (/^[.,;:]$/.test(tokens[i]!.text) || tokens[i]!.quotation >= 0) return null;
    if (SPEECH_NOUNS.has(tokens[i]!.lemma)) return possessor(tokens, first, i);
  }
  return null;
}

/** "as X has it", "as X would have it". */
function hasIt(tokens: readonly FrameToken[], at: number): Found | null {
  if (!/^as$/i.test(tokens[at]!.text)) return null;
  const phrase = phraseStartingAt(tokens, at + 1);
  if (!phrase) return null;
  const verb = phrase.last + (/^would$/.test(tokens[phrase.last + 1]?.text ?? "") ? 2 : 1);
  if (tokens[verb]?.lemma !== "have" || tokens[verb + 1]?.text !== "it") return null;
  return { subject: withRight(tokens, phrase), cue: { first: verb, last: verb + 1 }, inherit: false };
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

/** Behind a quotation that ends in a comma whatever verb stands with a name is one of speech: "…," laughed X; "…," X sang. */
function anyVerb(tokens: readonly FrameToken[], at: number): Found | null {
  const start = tokens[at]!;
  if (isVerbForm(start) && isCapitalOrOpener(tokens, at + 1)) {
    const subject = subjectAfter(tokens, at);
    return subject && { subject, cue: { first: at, last: at }, inherit: false };
  }
  const named = isCapital(start) || /^(?:he|she)$/.test(start.text);
  const subject = named ? phraseStartingAt(tokens, at) : null;
  if (!subject) return null;
  const whole = withRight(tokens, subject);
  const verb = whole.last + (tokens[whole.last + 1]?.text === "," ? 2 : 1);
  if (!tokens[verb] || !isVerbForm(tokens[verb])) return null;
  return { subject: whole, cue: { first: verb, last: verb }, inherit: false };
}

function isVerbForm(token: FrameToken): boolean {
  return (
    token.quotation < 0 &&
    (token.pos === "VERB" || (token.pos === "NOUN" && /(?:ed|s)$/.test(token.text))) &&
    !/ing$/.test(token.text)
  );
}

/** A name, or a role with its article: "the conductor", "its head". */
function isCapitalOrOpener(tokens: readonly FrameToken[], at: number): boolean {
  const phrase = phraseStartingAt(tokens, at);
  if (!phrase) return false;
  for (let i = phrase.first; i <= phrase.last; i++) if (isPersonNoun(tokens[i]!.lemma)) return true;
  return isCapital(tokens[phrase.first]);
}
