/**
 * Where the word or sign stands that makes a quantity a rise or a fall: "more" in "11 percent more children".
 * Knows where such words are looked for; compares nothing.
 */
import type { Span, Token } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import { directionAfter, directionBefore } from "./direction.ts";
import { type Scan, scanOf, spanOf, wordAt } from "./scan.ts";

/** How many words behind the number are looked at: "11 percent more", "12 newly built plants fewer". */
const REACH = 7;

/** The span of the direction word of `value` in its sentence, or null; `tokens` are those of `text`. */
export function directionPlace(text: string, tokens: readonly Token[], value: QuantityValue): Span | null {
  if (value.direction === 0) return null;
  const scan = scanOf(text, tokens, []);
  const first = pieceAt(scan, Math.min(value.start, value.number.start));
  if (/^[-+\u2212\u2013]$/.test(text.charAt(value.start - 1)))
    return { start: value.start - 1, end: value.start };
  for (const from of new Set([first, pieceAt(scan, value.number.start)])) {
    const before = directionBefore(scan, from);
    if (before.direction === value.direction) return spanOf(scan, before.at, before.at + 1);
  }
  const at = placeBehind(scan, pieceAt(scan, value.number.end), value.direction);
  return at < 0 ? null : spanOf(scan, at, at + 1);
}

function pieceAt(scan: Scan, offset: number): number {
  const at = scan.pieces.findIndex(({ end }) => end > offset);
  return at < 0 ? scan.pieces.length : at;
}

function placeBehind(scan: Scan, from: number, direction: number): number {
  for (let k = from; k < from + REACH && k < scan.pieces.length; k += 1) {
    const found = wordAt(scan, k) === "" ? null : directionAfter(scan, k);
    if (found?.direction === direction) return found.at;
    if (/^[,;:.()\u2013\u2014]$/.test(scan.pieces[k]!.lower)) return -1;
  }
  return -1;
}
