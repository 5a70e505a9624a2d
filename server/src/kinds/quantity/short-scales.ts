/**
 * One letter for a scale: "1.2m people", "40m zł", "12K pupils" are millions and thousands, "a 3m wall" is metres.
 * Knows what must follow a scale; reads no quantities itself.
 */
import type { Piece } from "./lex.ts";
import { isPluralLike, nounAt } from "./noun.ts";
import { markAt, pastHyphen, posAt, type Scan, spelling, wordAt } from "./scan.ts";
import { currencyAfter, currencyBefore } from "./unit.ts";
import { measureWord } from "./units.ts";

const SCALES = new Map([
  ["m", "million"],
  ["b", "billion"],
  ["k", "thousand"],
]);
/** "4K screens" are no four thousand. */
const LEAST_THOUSANDS = 10;

/** `scan` with the letters that mean a scale read as its name. */
export function withShortScales(scan: Scan): Scan {
  let pieces: Piece[] | null = null;
  scan.pieces.forEach((piece, at) => {
    const name = piece.kind === "number" ? SCALES.get(wordAt(scan, at + 1)) : undefined;
    if (name === undefined || !meansScale(scan, at)) return;
    pieces ??= [...scan.pieces];
    pieces[at + 1] = { ...scan.pieces[at + 1]!, lower: name };
  });
  return pieces === null ? scan : { ...scan, pieces };
}

function meansScale(scan: Scan, at: number): boolean {
  const letter = scan.pieces[at + 1]!;
  if (currencyBefore(scan, at) !== null) return false;
  const next = pastHyphen(scan, at + 2);
  if (currencyAfter(scan, next) !== null) return true;
  if (!letter.glued || (letter.lower === "k" && isFew(scan, at))) return false;
  const upper = upperEnd(scan, at + 2, letter.lower);
  if (upper > 0) return meansScale(scan, upper);
  if (next > at + 2) return wordAt(scan, next) === "strong" || measureWord(wordAt(scan, next)) !== null;
  return countsMany(scan, at, next);
}

function isFew(scan: Scan, at: number): boolean {
  return (scan.pieces[at]!.digits?.value ?? 0) < LEAST_THOUSANDS;
}

/** The second number of "from 1.2m to 1.5m people", written with the same letter; else -1. */
function upperEnd(scan: Scan, at: number, letter: string): number {
  const link = /^(to|and|or|[-\u2013])$/.test(scan.pieces[at]?.lower ?? "");
  return link && scan.pieces[at + 1]?.kind === "number" && wordAt(scan, at + 2) === letter ? at + 1 : -1;
}

/** "1.2m people", "6m tonnes", "2m of them"; not "two 12m masts", "a 2m fence", "12m of rope". */
function countsMany(scan: Scan, at: number, next: number): boolean {
  if (posAt(scan, at - 1) === "NUM" && markAt(scan, at - 1) === "") return false;
  if (/^an?$/.test(wordAt(scan, at - 1))) return false;
  const word = wordAt(scan, next);
  if (word === "of") return /^(them|those|these|whom|which)$/.test(wordAt(scan, next + 1));
  if (/^(square|cubic)$/.test(word)) return measureWord(wordAt(scan, next + 1)) !== null;
  const measure = word.length > 2 ? measureWord(word) : null;
  if (measure !== null) return true;
  const noun = nounAt(scan, next);
  if (noun === null) return false;
  const head = wordAt(scan, noun.to - 1);
  return isPluralLike(head) || (head !== noun.lemma && spelling(scan, noun.to - 1) === head);
}
