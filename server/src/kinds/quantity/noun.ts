/**
 * The counted noun after a number: "28 [member states]", "nine of the [46 institutions]". Knows parts of speech;
 * knows no numbers and no units.
 */
import type { Span, Token } from "../../text/types.ts";
import { markAt, posAt, type Scan, wordAt } from "./scan.ts";
import { timeUnit } from "./units.ts";

export interface CountedNoun {
  readonly span: Span;
  /** Lemma of the head noun. */
  readonly lemma: string;
  /** The piece after it. */
  readonly to: number;
  /** +1 for "five more plants", -1 for "five fewer plants". */
  readonly direction: -1 | 0 | 1;
}

/** A noun phrase in front of its preposition is seldom longer. */
const LONGEST = 8;
const MORE = new Set(["more", "extra"]);
const FEWER = new Set(["fewer", "less"]);
const MODIFIERS = new Set("other others further additional new different separate such".split(" "));
const DETERMINERS = new Set("the its their our his her these those all both my your".split(" "));
/** Verbs that the tagger takes for nouns after a plural: "17 recommendations fall into four groups". */
const VERBS_TOO = new Set(
  "fall land work vote meet report plan cost show stand face rise drop need call back help name use move share want make take run claim aim rank test sign sail open close start cut lead follow attend account say produce increase remain estimate lack support oppose answer fear hope head travel benefit".split(
    " ",
  ),
);
const NOT_COUNTED = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow next last go goes come comes say says think thinks percent per cent times apiece each altogether overall pm am year fell said came went sent got had made gave left took met was were are is has have had did do fewer worldwide nationwide abroad overseas".split(
    " ",
  ),
);

/** Past "of", "of the", "of all", "of the Union's" at piece `at`; `at` itself where no "of" stands. */
export function pastOf(scan: Scan, at: number): number {
  if (wordAt(scan, at) !== "of") return at;
  let next = at + 1;
  while (DETERMINERS.has(wordAt(scan, next)) && next < at + 4) next += 1;
  return next;
}

/** The noun phrase that starts at piece `at`, or null. `many` tells that the number is not one. */
export function nounAt(scan: Scan, at: number, many = true): CountedNoun | null {
  let start = at;
  const hyphen = scan.pieces[at];
  if (hyphen?.lower === "-" && hyphen.glued) start += 1;
  let direction: -1 | 0 | 1 = 0;
  let head = -1;
  let adjective = -1;
  let k = start;
  for (; k < start + LONGEST; k += 1) {
    const word = wordAt(scan, k);
    const part = modifier(scan, k, head, many);
    if (part === null) break;
    if (k === start || direction === 0) direction = MORE.has(word) ? 1 : FEWER.has(word) ? -1 : direction;
    if (part === "noun") head = k;
    else if (part === "adjective" && !MORE.has(word) && !FEWER.has(word)) adjective = k;
    if (start > at && part === "noun" && markAt(scan, k + 1) !== "-") break;
  }
  const last = head >= 0 ? head : adjective;
  if (last < 0) return null;
  return counted(scan, trimmed(scan, start, last), last, direction);
}

function trimmed(scan: Scan, start: number, last: number): number {
  let from = start;
  while (from < last && (MORE.has(wordAt(scan, from)) || FEWER.has(wordAt(scan, from)))) from += 1;
  return from;
}

function counted(scan: Scan, from: number, last: number, direction: -1 | 0 | 1): CountedNoun {
  const span = { start: scan.pieces[from]!.start, end: scan.pieces[last]!.end };
  return { span, lemma: lemmaAt(scan, last), to: last + 1, direction };
}

function tokenAt(scan: Scan, at: number): Token | undefined {
  const index = scan.tokenOf[at] ?? -1;
  return index < 0 ? undefined : scan.tokens[index];
}

/** The lemma of the token at piece `at`; the word itself where the token is something longer. */
function lemmaAt(scan: Scan, at: number): string {
  const token = tokenAt(scan, at);
  const word = wordAt(scan, at);
  if (token === undefined || token.end !== scan.pieces[at]!.end || token.start !== scan.pieces[at]!.start)
    return word;
  if (token.lemma !== word || token.pos === "NOUN") return token.lemma;
  return singular(word);
}

/** For plurals that the tagger took for names or verbs, which keep their form as lemma. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

type Part = "noun" | "adjective" | "joint" | null;

function modifier(scan: Scan, at: number, head: number, many: boolean): Part {
  const piece = scan.pieces[at];
  if (piece === undefined || piece.kind === "number") return null;
  if (piece.kind === "mark") return joint(scan, at);
  const word = piece.lower;
  if (word === "s" && joint(scan, at - 1) === "joint" && piece.glued && head >= 0) return "joint";
  if (NOT_COUNTED.has(word) && !FEWER.has(word)) return null;
  if (MORE.has(word) || FEWER.has(word) || (MODIFIERS.has(word) && word !== "such")) return "adjective";
  const pos = posAt(scan, at);
  if (head >= 0 && markAt(scan, at - 1) === "-" && leads(scan, at + 1)) return "adjective";
  if (head >= 0 && VERBS_TOO.has(word) && isPluralLike(wordAt(scan, at - 1))) return null;
  if (pos === "NOUN" || pos === "PROPN") return endsBefore(scan, at, head) ? null : "noun";
  if (pos === "ADJ") return head >= 0 && !leads(scan, at + 1) ? null : "adjective";
  if (pos === "VERB" && head < 0 && /(ed|ing|en|wn|lt|pt|und)$/.test(word) && modifies(scan, at + 1))
    return "adjective";
  if (pos === "ADV" && head < 0 && word.endsWith("ly") && posAt(scan, at + 1) !== "ADP") return "joint";
  const slip = many && pos === "VERB" && isPluralLike(word) && !leads(scan, at + 1);
  if (slip && head < 0) return "noun";
  const compound =
    many && pos === "VERB" && isPluralLike(word) && head === at - 1 && posAt(scan, at + 1) !== "DET";
  if (compound && !isPluralLike(wordAt(scan, head))) return "noun";
  return null;
}

/** A verb reading of a plural right after a number ("three swaps") is the tagger's slip. */
export function isPluralLike(word: string): boolean {
  return word === "people" || (word.length > 3 && word.endsWith("s") && !word.endsWith("ss"));
}

/** A time noun after the head is an adverbial: "28 states last year". */
function endsBefore(scan: Scan, at: number, head: number): boolean {
  return head >= 0 && timeUnit(wordAt(scan, at)) !== null && posAt(scan, at - 1) === "ADJ";
}

/** A participle modifies when a plural follows: "seven suspended claims", not "seven contained lead". */
function modifies(scan: Scan, at: number): boolean {
  if (!leads(scan, at)) return false;
  return isPluralLike(wordAt(scan, at)) || (leads(scan, at + 1) && isPluralLike(wordAt(scan, at + 1)));
}

function leads(scan: Scan, at: number): boolean {
  const pos = posAt(scan, at);
  return pos === "NOUN" || pos === "ADJ" || pos === "PROPN";
}

/** A hyphen inside a compound, or the apostrophe of a possessive. */
function joint(scan: Scan, at: number): Part {
  const piece = scan.pieces[at]!;
  const next = scan.pieces[at + 1];
  if (!piece.glued || next?.kind !== "word") return null;
  if (piece.lower === "-" && next.glued) return "joint";
  const apostrophe = piece.lower === "'" || piece.lower === "\u2019";
  return apostrophe && (next.lower === "s" || !next.glued) ? "joint" : null;
}
