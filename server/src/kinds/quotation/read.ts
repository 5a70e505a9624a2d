/**
 * Finds quotations in a text or block: words between quotation marks, quoted blocks, and the terms and
 * titles that only wear the marks. Knows nothing of who said them, nor of sources.
 */
import type { Span } from "../../text/types.ts";
import { type MarkPair, pairMarks } from "./marks.ts";

/** Words between quotation marks, or a whole quoted block; offsets in the text that was read. */
export interface ReadQuotation extends Span {
  readonly text: string;
  readonly block: boolean;
  readonly scare: boolean;
}

/** A quotation of a block with its marks, before it is cut into sentences. */
export interface WholeQuotation extends ReadQuotation {
  /** The marks with what is between them; the same as the span for a quoted block. */
  readonly outer: Span;
  /** It has no closing mark: the next paragraph goes on with it. */
  readonly runsOn?: boolean;
}

/**
 * Reads the quotations of a block. In a block quote (`quoteDepth` above 0) whose text wears no marks, all of
 * it is one quotation, less a closing attribution line.
 */
export function readWholeQuotations(text: string, quoteDepth: number): WholeQuotation[] {
  const pairs = pairMarks(text);
  if (quoteDepth > 0 && !pairs.some((pair) => spansBlock(text, pair))) {
    const inner = blockWords(text);
    if (inner.end <= inner.start) return [];
    return [{ ...inner, outer: inner, text: text.slice(inner.start, inner.end), block: true, scare: false }];
  }
  return pairs
    .filter((pair) => text.slice(pair.inner.start, pair.inner.end).trim() !== "")
    .map((pair) => ({
      ...pair.inner,
      outer: { start: pair.start, end: pair.end },
      text: text.slice(pair.inner.start, pair.inner.end),
      block: false,
      scare: isScare(text, pair),
      runsOn: pair.runsOn,
    }));
}

/** Finds quotations in the whole block first and gives each sentence its part, offsets in the sentence. */
export function readBlockQuotations(
  blockText: string,
  sentences: readonly Span[],
  quoteDepth = 0,
): ReadQuotation[][] {
  return cutToSentences(readWholeQuotations(blockText, quoteDepth), sentences);
}

/** The part of each whole quotation that stands in each sentence. Both lists are in order. */
function cutToSentences(whole: readonly WholeQuotation[], sentences: readonly Span[]): ReadQuotation[][] {
  let first = 0;
  return sentences.map((sentence) => {
    while (first < whole.length && whole[first]!.end <= sentence.start) first++;
    const parts: ReadQuotation[] = [];
    for (let i = first; i < whole.length && whole[i]!.start < sentence.end; i++) {
      const quotation = whole[i]!;
      const start = Math.max(quotation.start, sentence.start) - sentence.start;
      const end = Math.min(quotation.end, sentence.end) - sentence.start;
      if (end <= start) continue;
      const from = quotation.start - sentence.start;
      const { block, scare } = quotation;
      parts.push({ start, end, text: quotation.text.slice(start - from, end - from), block, scare });
    }
    return parts;
  });
}

/** Marks that hold nearly all of a quoted block make it a marked quotation. */
function spansBlock(text: string, pair: MarkPair): boolean {
  return pair.end - pair.start > text.length / 3;
}

/** The words of a quoted block without "— Ida Brandvold" or "(Ida Brandvold)" at its end. */
function blockWords(text: string): Span {
  let start = 0;
  while (start < text.length && /\s/.test(text[start]!)) start++;
  let end = attributionLineStart(text) ?? text.length;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

const DASHED_LINE = /^(?:[—–―]|--)\s?\p{Lu}(?:[^.!?—–"“”]|\.(?=\s?\p{L}))*\.?\s*$/u;
const BRACKETED_LINE = /\(\p{Lu}[^()]{2,118}\)\s*$/u;

/** Where the line that names the speaker of a quoted block begins, or null. */
export function attributionLineStart(text: string): number | null {
  const from = Math.max(0, text.length - 160);
  const tail = text.slice(from);
  const dash = lastDash(tail);
  if (dash >= 0 && endsSpeech(text.slice(0, from + dash)) && DASHED_LINE.test(tail.slice(dash))) {
    return from + dash;
  }
  const bracket = BRACKETED_LINE.exec(tail);
  return bracket ? from + bracket.index : null;
}

/** The line starts the text, a new line, or follows a finished sentence. */
function endsSpeech(before: string): boolean {
  return /(?:^|\n|[.!?…"”’'])[^\S\n]*$/.test(before.slice(-4)) || before.trim() === "";
}

function lastDash(tail: string): number {
  for (let at = tail.length - 1; at >= 0; at--) {
    if ("—–―".includes(tail[at]!)) return at;
    if (tail[at] === "-" && tail[at - 1] === "-") return at - 1;
  }
  return -1;
}

const REPORTING =
  /\b(?:sa(?:id|ys?|ying)|call(?:s|ed|ing)?|describ(?:es?|ed|ing)|dubb(?:ed|ing)|term(?:s|ed)|label(?:s|led|ed)|quot(?:es?|ed|ing)|told|tells|words?|spoke|speaks|speaking|insist(?:s|ed)|warn(?:s|ed)|add(?:s|ed)|wr(?:ote|ites?)|argu(?:es|ed)|claim(?:s|ed)|repl(?:y|ies|ied)|answer(?:s|ed)?|consider(?:s|ed)|regard(?:s|ed)|dismiss(?:es|ed)|brand(?:s|ed)|rat(?:es|ed)|denounc(?:es|ed)|prais(?:es|ed)|characteri[sz](?:es|ed)|according|put|asked|phrase|line|remark(?:s|ed)?|celebrat(?:es|ed)|hail(?:s|ed)|likened|deem(?:s|ed)|see[sn]?|saw|apologi[sz](?:es|ed)|felt|feels|admit(?:s|ted)|conced(?:es|ed)|complain(?:s|ed)|vow(?:s|ed)|promis(?:es|ed)|condemn(?:s|ed))\b/i;

function isScare(text: string, pair: MarkPair): boolean {
  const words = text.slice(pair.inner.start, pair.inner.end).trim().split(/\s+/);
  const before = text.slice(Math.max(0, pair.start - 140), pair.start);
  if (/\bso-called\s*$/i.test(before)) return true;
  const reported =
    REPORTING.test(clauseEnd(before)) || REPORTING.test(clauseStart(text.slice(pair.end, pair.end + 90)));
  if (reported) return false;
  const sentence = text.slice(pair.inner.start, pair.inner.end).trim();
  if (/^\p{Lu}[\s\S]*[.!?,…]$/u.test(sentence)) return false;
  if (words.length <= 2) return true;
  return words.length <= 9 && isTitle(words);
}

/** What stands before, back to the last sentence end. */
function clauseEnd(before: string): string {
  let cut = 0;
  for (const end of before.matchAll(/[\p{Ll}\d)”"][.!?]["”]?\s+(?=["“]?\p{Lu})/gu)) cut = end.index + 1;
  return before.slice(cut);
}

function clauseStart(after: string): string {
  const cut = after.search(/[.!?](?:\s|$)/);
  return cut < 0 ? after : after.slice(0, cut);
}

const SMALL = new Set([
  "a",
  "an",
  "the",
  "of",
  "and",
  "or",
  "in",
  "on",
  "for",
  "to",
  "with",
  "at",
  "by",
  "from",
]);

/** "Rules for a Quieter Sea": every word of weight begins with a capital. */
function isTitle(words: readonly string[]): boolean {
  const weighty = words.filter((word) => !SMALL.has(word.toLowerCase()));
  return weighty.length >= 2 && weighty.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
}
