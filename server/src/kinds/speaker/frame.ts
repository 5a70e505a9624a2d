/**
 * Cuts a block into frames: sentences in which each quotation is a single token, so that what stands inside the
 * marks cannot be taken for the words around them. Knows tokens and spans only.
 */
import { tokenize } from "../../text/tokens.ts";
import type { Span, Token } from "../../text/types.ts";
import type { FrameToken } from "./phrase.ts";

export interface FrameSentence {
  /** In the block. */
  readonly span: Span;
  readonly text: string;
  /** Offsets in the sentence. */
  readonly tokens: readonly Token[];
}

export interface Frame {
  readonly tokens: readonly FrameToken[];
  /** Index of its first and last sentence. */
  readonly firstSentence: number;
  readonly lastSentence: number;
}

/** Frames in order. `quotations` are the spans with their marks, in order and apart from one another. */
export function buildFrames(sentences: readonly FrameSentence[], quotations: readonly Span[]): Frame[] {
  const frames: Frame[] = [];
  let open: FrameToken[] = [];
  let firstSentence = 0;
  let next = 0;
  sentences.forEach((sentence, index) => {
    if (open.length > 0 && !continues(sentence, quotations, next, open)) {
      frames.push({ tokens: open, firstSentence, lastSentence: index - 1 });
      open = [];
    }
    if (open.length === 0) firstSentence = index;
    next = addTokens(open, sentence, quotations, next);
  });
  if (open.length > 0) frames.push({ tokens: open, firstSentence, lastSentence: sentences.length - 1 });
  return frames;
}

/** A quotation runs over the sentence's start, or the sentence goes on in lower case behind one. */
function continues(
  sentence: FrameSentence,
  quotations: readonly Span[],
  next: number,
  open: readonly FrameToken[],
): boolean {
  const running = quotations[next - 1];
  if (running && running.end > sentence.span.start && running.start < sentence.span.start) return true;
  return open.at(-1)!.quotation >= 0 && /^[\s,—–]*\p{Ll}/u.test(sentence.text);
}

function addTokens(
  open: FrameToken[],
  sentence: FrameSentence,
  quotations: readonly Span[],
  from: number,
): number {
  let next = from;
  const shift = sentence.span.start;
  for (const token of sentence.tokens) {
    const start = token.start + shift;
    const end = token.end + shift;
    while (next < quotations.length && quotations[next]!.end <= start && !isOpen(open, next)) {
      open.push(placeholder(quotations[next]!, next));
      next++;
    }
    const current = quotations[next];
    if (current && start < current.end && end > current.start) {
      open.push(placeholder(current, next));
      next++;
    } else if (next > 0 && start < quotations[next - 1]!.end) continue;
    else addToken(open, { start, end, text: token.text, lemma: token.lemma, pos: token.pos, quotation: -1 });
  }
  return next;
}

/** The tokens of a line without quotations. */
export function tokensOf(line: string): FrameToken[] {
  const tokens: FrameToken[] = [];
  for (const token of tokenize(line)) addToken(tokens, { ...token, quotation: -1 });
  return tokens;
}

/** Takes a possessive mark off its noun where the tokenizer left it there ("Marku's:"). */
function addToken(open: FrameToken[], token: FrameToken): void {
  const mark = /^(\p{L}{2,})(['’]s)$/u.exec(token.text);
  if (!mark || (token.pos !== "PROPN" && token.pos !== "NOUN")) {
    open.push(token);
    return;
  }
  const end = token.start + mark[1]!.length;
  open.push({ ...token, end, text: mark[1]!, lemma: mark[1]!.toLowerCase() });
  open.push({ ...token, start: end, text: mark[2]!, lemma: mark[2]!, pos: "PART" });
}

function isOpen(open: readonly FrameToken[], index: number): boolean {
  return open.at(-1)?.quotation === index;
}

/** The token that stands for quotation `index`. */
export function placeholder(span: Span, index: number): FrameToken {
  return { start: span.start, end: span.end, text: "\u0001", lemma: "\u0001", pos: "X", quotation: index };
}
