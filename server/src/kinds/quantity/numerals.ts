/**
 * Numbers in digits and in words: "1,350", "twenty-two", "two dozen", "half a million", "2.4 billion".
 * Knows the English number words; knows no units, no hedges and no counted nouns.
 */
import type { Piece, Separator } from "./lex.ts";
import {
  FACTORS,
  GLUED_SCALES,
  isLongScale,
  SCALES,
  type Scale,
  type ScaleWord,
  scaleNamed,
  times,
} from "./scales.ts";

/** A number as it stands; `from` and `to` are piece indices, `to` exclusive. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Set for words that leave the number open: "dozens" is at least 24, "a handful" 3 to 6. */
  readonly min: number | null;
  readonly max: number | null;
  readonly words: boolean;
  readonly separator: Separator;
  readonly decimals: number;
  readonly scale: Scale;
}

const SMALL = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
    " ",
  ),
  ..."sixteen seventeen eighteen nineteen".split(" "),
];
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const UNITS_AND_TEENS: ReadonlyMap<string, number> = new Map(SMALL.map((word, n) => [word, n]));
export const TENS_WORDS: ReadonlyMap<string, number> = new Map(TENS.map((word, n) => [word, 20 + 10 * n]));
const VAGUE = new Map<string, { value: number; min: number; max: number | null }>([
  ["dozens", { value: 24, min: 24, max: null }],
  ["scores", { value: 40, min: 40, max: null }],
  ["hundreds", { value: 200, min: 200, max: null }],
  ["thousands", { value: 2000, min: 2000, max: null }],
  ["millions", { value: 2e6, min: 2e6, max: null }],
  ["billions", { value: 2e9, min: 2e9, max: null }],
]);

/** Words that a numeral can start with. */
export const NUMERAL_STARTERS: ReadonlySet<string> = new Set([
  ...UNITS_AND_TEENS.keys(),
  ...TENS_WORDS.keys(),
  ...VAGUE.keys(),
  ..."a half three dozen hundred several".split(" "),
]);

/**
 * The number that starts at piece `at`, or null. `money` tells that a currency stands before it, so that "31m" is
 * 31 million and not 31 metres.
 */
export function readNumeral(pieces: readonly Piece[], at: number, money = false): Numeral | null {
  const piece = pieces[at];
  if (piece === undefined || piece.kind === "mark") return null;
  const known = memoOf(pieces, money);
  const before = known[at];
  if (before !== undefined) return before;
  const read = numeralAt(pieces, at, money);
  known[at] = read;
  return read;
}

type Memo = (Numeral | null | undefined)[];
/** The grammar asks for the same numeral from many sides; the answers live as long as the pieces. */
const MEMOS = new WeakMap<readonly Piece[], readonly [Memo, Memo]>();

function memoOf(pieces: readonly Piece[], money: boolean): Memo {
  let memos = MEMOS.get(pieces);
  if (memos === undefined) {
    memos = [[], []];
    MEMOS.set(pieces, memos);
  }
  return memos[money ? 1 : 0];
}

function numeralAt(pieces: readonly Piece[], at: number, money: boolean): Numeral | null {
  if (pieces[at]!.kind === "number") return digitsAt(pieces, at, money);
  return vagueAt(pieces, at) ?? articleAt(pieces, at) ?? wordsAt(pieces, at);
}

function word(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  return piece?.kind === "word" ? piece.lower : "";
}

/** The index after a hyphen at `at` that joins two words, else `at`. */
function pastHyphen(pieces: readonly Piece[], at: number): number {
  const piece = pieces[at];
  const joins = piece?.glued && (piece.lower === "-" || piece.lower === "\u2011") && pieces[at + 1]?.glued;
  return joins ? at + 1 : at;
}

function digitsAt(pieces: readonly Piece[], at: number, money: boolean): Numeral | null {
  const digits = pieces[at]?.digits;
  if (!digits || digits.odd) return null;
  const base = {
    from: at,
    min: null,
    max: null,
    words: false,
    separator: digits.separator,
    decimals: digits.decimals,
  };
  const next = pastHyphen(pieces, at + 1);
  const scale = scaleAt(pieces, next, money);
  if (scale !== null) {
    const doubled = SCALES.get(word(pieces, next + 1));
    const factor = scale.factor * (doubled?.factor ?? 1);
    const name = doubled ? scaleNamed(factor) : scale.scale;
    const decimals = digits.decimals + (doubled ? 0 : (scale.shift ?? 0));
    const to = next + (doubled ? 2 : 1);
    return { ...base, to, decimals, value: times(digits.value, factor), scale: name };
  }
  const dozen = word(pieces, next);
  if (dozen === "dozen") return { ...base, to: next + 1, value: digits.value * 12, scale: "" };
  if (dozen === "hundred") return { ...base, to: next + 1, value: digits.value * 100, scale: "" };
  return { ...base, to: at + 1, value: digits.value, scale: "" };
}

/** The scale at `at`, such as "million", "bn", or a glued "m" when it is money. */
function scaleAt(pieces: readonly Piece[], at: number, money: boolean): ScaleWord | null {
  const name = word(pieces, at);
  const scale = SCALES.get(name);
  const glued = pieces[at]?.glued ?? false;
  if (scale !== undefined) return name === "k" && !glued ? null : scale;
  const short = GLUED_SCALES.get(name);
  return short !== undefined && money && glued ? { factor: FACTORS[short], scale: short } : null;
}

function numeral(from: number, to: number, value: number, scale: Scale = ""): Numeral {
  return { from, to, value, min: null, max: null, words: true, separator: "", decimals: 0, scale };
}

function vagueAt(pieces: readonly Piece[], at: number): Numeral | null {
  const vague = VAGUE.get(word(pieces, at));
  if (vague !== undefined && word(pieces, at + 1) === "of") {
    const inner = VAGUE.get(word(pieces, at + 2));
    if (inner === undefined) return { ...numeral(at, at + 1, vague.value), min: vague.min, max: vague.max };
    const value = (vague.value / 2) * inner.value;
    return { ...numeral(at, at + 3, value), min: value, max: null };
  }
  if (vague !== undefined) return { ...numeral(at, at + 1, vague.value), min: vague.min, max: vague.max };
  const some = severalAt(pieces, at);
  if (some !== null) return some;
  if (word(pieces, at) !== "a") return null;
  if (word(pieces, at + 1) === "handful") return { ...numeral(at, at + 2, 5), min: 3, max: 6 };
  return null;
}

/** "several hundred", "a few dozen": two to nine of them. */
function severalAt(pieces: readonly Piece[], at: number): Numeral | null {
  const few = word(pieces, at) === "a" && word(pieces, at + 1) === "few";
  if (!few && word(pieces, at) !== "several") return null;
  const name = word(pieces, few ? at + 2 : at + 1);
  const factor =
    name === "dozen" ? 12 : name === "hundred" ? 100 : isLongScale(name) ? SCALES.get(name)!.factor : 0;
  if (factor === 0) return null;
  return { ...numeral(at, at + (few ? 3 : 2), 3 * factor), min: 2 * factor, max: 9 * factor };
}

/** "a dozen", "half a dozen", "a hundred", "half a million", "a quarter of a million", "a couple of", "a pair of". */
function articleAt(pieces: readonly Piece[], at: number): Numeral | null {
  const first = word(pieces, at);
  if (first === "half" && word(pieces, at + 1) === "a") return scaled(pieces, at, at + 2, 0.5);
  const portion = portionOfScale(pieces, at);
  if (portion !== null) return portion;
  if (first !== "a") return first === "dozen" ? numeral(at, at + 1, 12) : null;
  const second = word(pieces, at + 1);
  if ((second === "couple" || second === "pair") && word(pieces, at + 2) === "of")
    return numeral(at, at + 2, 2);
  if (second === "half" && word(pieces, at + 2) === "dozen") return numeral(at, at + 3, 6);
  if (second === "hundred") return wordsAt(pieces, at, 1);
  const read = scaled(pieces, at, at + 1, 1);
  if (read === null || read.scale === "") return read;
  const half =
    word(pieces, at + 2) === "and" && word(pieces, at + 3) === "a" && word(pieces, at + 4) === "half";
  return half ? { ...read, to: at + 5, value: read.value * 1.5 } : read;
}

function scaled(pieces: readonly Piece[], from: number, at: number, value: number): Numeral | null {
  const name = word(pieces, at);
  if (name === "dozen") return numeral(from, at + 1, value * 12);
  if (name === "hundred") return numeral(from, at + 1, value * 100);
  const scale = SCALES.get(name);
  if (scale === undefined || name.length < 5) return null;
  return numeral(from, at + 1, value * scale.factor, scale.scale);
}

/** "a quarter of a million", "three quarters of a million". */
function portionOfScale(pieces: readonly Piece[], at: number): Numeral | null {
  const count = word(pieces, at) === "three" ? 3 : word(pieces, at) === "a" ? 1 : 0;
  const next = pastHyphen(pieces, at + 1);
  if (count === 0 || !word(pieces, next).startsWith("quarter")) return null;
  if (word(pieces, next + 1) !== "of" || word(pieces, next + 2) !== "a") return null;
  return scaled(pieces, at, next + 3, count / 4);
}

/** Reads "two hundred and six thousand", "thirty-two", "one and a half million"; `seed` stands for "a" in "a hundred". */
function wordsAt(pieces: readonly Piece[], start: number, seed = 0): Numeral | null {
  let total = 0;
  let group = seed;
  let at = seed > 0 ? start + 1 : start;
  let scale: Scale = "";
  let room = seed > 0 ? 0 : 1000;
  let read = seed > 0;
  for (;;) {
    const next = read ? pastHyphen(pieces, at) : at;
    const skip = read && word(pieces, next) === "and" && continues(pieces, next + 1, room) ? next + 1 : next;
    const name = word(pieces, skip);
    const small = UNITS_AND_TEENS.get(name) ?? TENS_WORDS.get(name);
    if (small !== undefined && fits(small, room, read)) {
      group += small;
      room = small >= 20 ? 10 : 0;
    } else if (name === "hundred" && group > 0 && group < 100) {
      group *= 100;
      room = 100;
    } else if (isLongScale(name) && group > 0) {
      const found = SCALES.get(name)!;
      total += group * found.factor;
      scale = scale === "" ? found.scale : scale;
      group = 0;
      room = 999;
    } else break;
    at = skip + 1;
    read = true;
  }
  if (!read) return null;
  return tail(pieces, numeral(start, at, total + group, group > 0 && total > 0 ? "" : scale), total);
}

function fits(small: number, room: number, read: boolean): boolean {
  if (!read) return true;
  return small > 0 && small < room;
}

function continues(pieces: readonly Piece[], at: number, room: number): boolean {
  const name = word(pieces, at);
  const small = UNITS_AND_TEENS.get(name) ?? TENS_WORDS.get(name);
  return room >= 100 && room < 1000 && small !== undefined && small > 0;
}

/** "two and a half (million)", "three dozen", "two and three quarter million". */
function tail(pieces: readonly Piece[], read: Numeral, total: number): Numeral {
  const at = read.to;
  if (total === 0 && word(pieces, at) === "dozen") return { ...read, to: at + 1, value: read.value * 12 };
  if (word(pieces, at) !== "and" || word(pieces, at + 1) !== "a") return read;
  const part = word(pieces, at + 2) === "half" ? 0.5 : word(pieces, at + 2) === "quarter" ? 0.25 : 0;
  if (part === 0) return read;
  const scale = SCALES.get(word(pieces, at + 3));
  const value = read.value + part * (total > 0 ? FACTORS[read.scale] : 1);
  if (scale === undefined || total > 0) return { ...read, to: at + 3, value };
  return { ...read, to: at + 4, value: value * scale.factor, scale: scale.scale };
}
