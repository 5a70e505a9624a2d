/**
 * Indirect speech: "X said that …", "according to X, …", "…, said X". Knows the tokens of one frame.
 */
import { isDateWord, REPORTING_VERBS, WEAK_VERBS } from "./cues.ts";
import { type FrameToken, phraseStartingAt } from "./phrase.ts";
import { isReporting } from "./reporting.ts";
import { type Subject, subjectAfter, subjectBefore, withRight } from "./subject.ts";

export interface IndirectSpeech {
  readonly subject: Subject;
  readonly cue: { readonly first: number; readonly last: number };
  /** Tokens of the content, both ends inside. */
  readonly first: number;
  readonly last: number;
}

/** The indirect speech of a frame, outermost first. */
export function indirectSpeech(tokens: readonly FrameToken[]): IndirectSpeech[] {
  const found: IndirectSpeech[] = [];
  for (let i = 0; i < tokens.length && found.length < 12; i++) {
    const speech = accordingTo(tokens, i) ?? reported(tokens, i) ?? parenthetical(tokens, i);
    if (speech && speech.last >= speech.first) found.push(speech);
  }
  return found;
}

function accordingTo(tokens: readonly FrameToken[], i: number): IndirectSpeech | null {
  if (!/^according$/i.test(tokens[i]!.text) || !/^to$/i.test(tokens[i + 1]?.text ?? "")) return null;
  const phrase = phraseStartingAt(tokens, i + 2);
  if (!phrase) return null;
  const subject = withRight(tokens, phrase);
  const cue = { first: i, last: i + 1 };
  const next = subject.last + 1;
  if (tokens[next]?.text === "," && clauseOpens(tokens, i)) {
    return { subject, cue, first: next + 1, last: clauseEnd(tokens, next + 1) };
  }
  return i > 0 ? { subject, cue, first: 0, last: i - 1 } : null;
}

/** "X said that …", "X believes the plan …". */
function reported(tokens: readonly FrameToken[], i: number): IndirectSpeech | null {
  const token = tokens[i]!;
  if (!isReporting(token) || /ing$/.test(token.text) || /^for$/i.test(tokens[i + 1]?.text ?? "")) return null;
  const that = complement(tokens, i);
  if (that < 0) return null;
  if (WEAK_VERBS.has(token.lemma) && !/^that$/i.test(tokens[that - 1]?.text ?? "")) return null;
  const subject = subjectBefore(tokens, i);
  if (!subject || subject.last >= i) return null;
  return { subject, cue: { first: i, last: i }, first: that, last: clauseEnd(tokens, that) };
}

/** Where the content of the verb begins: behind "that", or at once where a clause follows; -1 where none does. */
function complement(tokens: readonly FrameToken[], verb: number): number {
  const limit = Math.min(tokens.length - 1, verb + 6);
  for (let k = verb + 1; k <= limit; k++) {
    const word = tokens[k]!.text;
    if (/^that$/i.test(word) && k < tokens.length - 1) return k + 1;
    // "said there was no sign that": its own clause begins before.
    if (/^[,.;:]$/.test(word) || (k > verb + 1 && /^(?:AUX|VERB)$/.test(tokens[k]!.pos))) break;
  }
  const next = tokens[verb + 1];
  if (!next || next.quotation >= 0 || next.pos === "ADP" || next.pos === "PUNCT") return -1;
  if (tokens[verb]!.lemma === "say" && saysClause(tokens, verb + 1)) return verb + 1;
  const subject = phraseStartingAt(tokens, verb + 1);
  const following = subject ? tokens[subject.last + 1] : undefined;
  return following && (following.pos === "AUX" || following.pos === "VERB") && !/ing$/.test(following.text)
    ? verb + 1
    : -1;
}

/** "there was no sign", "every one of the stays could have been prevented": a subject, however long, with its verb. */
function saysClause(tokens: readonly FrameToken[], from: number): boolean {
  for (let k = from; k < Math.min(tokens.length, from + LONGEST_SUBJECT); k++) {
    const { pos, text } = tokens[k]!;
    if (pos === "AUX" || (pos === "VERB" && k > from)) return k > from && !/ing$/.test(text);
    const isWithin = IN_SUBJECT.has(pos) || /^there$/i.test(text) || (pos === "ADP" && /^of$/i.test(text));
    if (!isWithin) return false;
  }
  return false;
}
const LONGEST_SUBJECT = 9;
const IN_SUBJECT = new Set(["DET", "NOUN", "ADJ", "NUM", "PROPN", "PRON"]);

/** "The fund, said X, will close", "…, X said." */
function parenthetical(tokens: readonly FrameToken[], i: number): IndirectSpeech | null {
  const token = tokens[i]!;
  if (!isReporting(token) || !REPORTING_VERBS.has(token.lemma) || /ing$/.test(token.text)) return null;
  const cue = { first: i, last: i };
  if (tokens[i - 1]?.text === "," && i > 2) {
    const subject = subjectAfter(tokens, i);
    const next = subject ? tokens[subject.last + 1] : undefined;
    if (subject && (!next || /^[,.;]$/.test(next.text)) && !hasQuotation(tokens, 0, i)) {
      return { subject, cue, first: 0, last: i - 2 };
    }
  }
  const next = tokens[i + 1];
  if (next && !/^[.,;]$/.test(next.text) && !tellsWhen(next)) return null;
  const subject = subjectBefore(tokens, i);
  if (!subject || tokens[subject.first - 1]?.text !== "," || subject.first < 4) return null;
  return hasQuotation(tokens, 0, subject.first) ? null : { subject, cue, first: 0, last: subject.first - 2 };
}

/** What may follow a verb that closes a report: "said on condition of anonymity", "said Tuesday", "told reporters". */
function tellsWhen({ pos, text, quotation }: FrameToken): boolean {
  return quotation < 0 && (pos === "ADP" || isDateWord(text));
}

function hasQuotation(tokens: readonly FrameToken[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.quotation >= 0) return true;
  return false;
}

function clauseOpens(tokens: readonly FrameToken[], i: number): boolean {
  return (
    i === 0 ||
    /^[,;:.]$/.test(tokens[i - 1]!.text) ||
    tokens[i - 1]!.pos === "CCONJ" ||
    tokens[i - 1]!.quotation >= 0
  );
}

function clauseEnd(tokens: readonly FrameToken[], from: number): number {
  let i = from;
  while (i < tokens.length && !/^[;]$/.test(tokens[i]!.text)) i++;
  let last = Math.min(i, tokens.length) - 1;
  while (last > from && /^[.!?;]$/.test(tokens[last]!.text)) last--;
  return last;
}
