/**
 * A sentence laid out for the number grammar: its pieces, and for each the token that a tagger saw there.
 * Knows positions and parts of speech; knows no numbers.
 */
import type { PartOfSpeech, Span, Token } from "../../text/types.ts";
import { lex, type Piece } from "./lex.ts";

export interface Scan {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly tokens: readonly Token[];
  /** Index of the token that covers the start of each piece; -1 where there is none. */
  readonly tokenOf: readonly number[];
  /** For each piece, whether it lies in a date expression. */
  readonly dated: readonly boolean[];
}

/** Lays out `text`. `tokens` and `dates` must be in the offsets of `text`, `tokens` in order. */
export function scanOf(text: string, tokens: readonly Token[], dates: readonly Span[]): Scan {
  const pieces = lex(text);
  const spans = [...dates].sort((a, b) => a.start - b.start);
  return {
    text,
    pieces,
    tokens,
    tokenOf: cover(pieces, tokens),
    dated: cover(pieces, spans).map((n) => n >= 0),
  };
}

/** The index of the span that covers the start of each piece, by one pass over both lists. */
function cover(pieces: readonly Piece[], spans: readonly Span[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    while (at < spans.length && spans[at]!.end <= piece.start) at += 1;
    const span = spans[at];
    found.push(span !== undefined && span.start <= piece.start ? at : -1);
  }
  return found;
}

/** The lower-cased word at piece `at`, or "" where a mark, a numeral or nothing stands. */
export function wordAt(scan: Scan, at: number): string {
  const piece = scan.pieces[at];
  return piece?.kind === "word" ? piece.lower : "";
}

/** The mark at piece `at`, or "". */
export function markAt(scan: Scan, at: number): string {
  const piece = scan.pieces[at];
  return piece?.kind === "mark" ? piece.lower : "";
}

/** The part of speech at piece `at`, or null where there is no token. */
export function posAt(scan: Scan, at: number): PartOfSpeech | null {
  const token = scan.tokenOf[at];
  return token === undefined || token < 0 ? null : (scan.tokens[token]?.pos ?? null);
}

/** The original spelling at piece `at`, or "". */
export function spelling(scan: Scan, at: number): string {
  const piece = scan.pieces[at];
  return piece === undefined ? "" : scan.text.slice(piece.start, piece.end);
}

/** The index after a joining hyphen at `at`, else `at`. */
export function pastHyphen(scan: Scan, at: number): number {
  const piece = scan.pieces[at];
  const next = scan.pieces[at + 1];
  return piece?.glued && next?.glued && (piece.lower === "-" || piece.lower === "\u2011") ? at + 1 : at;
}

/** The span from piece `from` up to but without piece `to`. */
export function spanOf(scan: Scan, from: number, to: number): Span {
  return { start: scan.pieces[from]!.start, end: scan.pieces[to - 1]!.end };
}
