/**
 * Multiples: "doubled", "threefold", "twice as many", "half as big again", "2.3 times as often".
 * Knows no hedges and no counted nouns.
 */
import { type Core, coreOf, exactly, wordCore } from "./core.ts";
import { hedgeBefore } from "./hedges.ts";
import { type Numeral, readNumeral, UNITS_AND_TEENS } from "./numerals.ts";
import { markAt, pastHyphen, posAt, type Scan, wordAt } from "./scan.ts";

const VERBS = new Map<string, number>();
for (const [words, ratio] of [
  ["doubled doubles doubling", 2],
  ["tripled triples tripling trebled trebles trebling", 3],
  ["quadrupled quadruples quadrupling", 4],
  ["quintupled", 5],
  ["halved halves halving", 0.5],
] as const)
  for (const word of words.split(" ")) VERBS.set(word, ratio);
const BASES = new Map([
  ["double", 2],
  ["triple", 3],
  ["treble", 3],
  ["quadruple", 4],
  ["twice", 2],
  ["thrice", 3],
]);
const FRACTIONS = new Map([
  ["half", 0.5],
  ["third", 1 / 3],
  ["quarter", 0.25],
  ["fifth", 0.2],
  ["tenth", 0.1],
]);

/** Words that a multiple can start with; words in "-fold" do so too. */
export const MULTIPLE_STARTERS: ReadonlySet<string> = new Set([
  ...VERBS.keys(),
  ...BASES.keys(),
  ...FRACTIONS.keys(),
  "a",
  "one",
]);

/** The multiple that starts at piece `at`, or null. */
export function multipleAt(scan: Scan, at: number): Core | null {
  const word = wordAt(scan, at);
  const verb = VERBS.get(word);
  if (verb !== undefined) return ratio(at, at + 1, verb);
  if (word.endsWith("fold") && word.length > 5) return foldWord(at, word);
  return asMany(scan, at) ?? baseAt(scan, at);
}

function ratio(from: number, to: number, value: number, changes: Partial<Core> = {}): Core {
  const direction = value > 1 ? 1 : value < 1 ? -1 : 0;
  const exact = Number(value.toPrecision(12));
  return wordCore(from, to, exact, { unit: "ratio", dimension: "ratio", direction, ...changes });
}

function foldWord(at: number, word: string): Core | null {
  const count = word === "twofold" ? 2 : UNITS_AND_TEENS.get(word.slice(0, -4));
  return count === undefined || count < 2 ? null : ratio(at, at + 1, count);
}

/** "twice", "double the size"; a bare "double" that no article or comparison follows is an adjective. */
function baseAt(scan: Scan, at: number): Core | null {
  const word = wordAt(scan, at);
  const value = BASES.get(word);
  if (value === undefined) return null;
  const next = wordAt(scan, at + 1);
  if (word === "twice" || word === "thrice") return twice(scan, at, value);
  if (/^(the|that|what|its|their|those|last|this)$/.test(next)) return ratio(at, at + 1, value);
  if (hedgeBefore(scan, at) !== null && next === "") return ratio(at, at + 1, value);
  return posAt(scan, at) === "VERB" && next !== "check" ? ratio(at, at + 1, value) : null;
}

/** "twice a year" and "twice before" are counts of times; "twice as many", "twice the limit", "twice that" multiples. */
function twice(scan: Scan, at: number, value: number): Core | null {
  const next = wordAt(scan, at + 1);
  if (/^(as|the|that|what|its|their|those|this|our|his|her)$/.test(next)) return ratio(at, at + 1, value);
  const possessive = /^['\u2019]$/.test(markAt(scan, at + 2)) && posAt(scan, at + 1) !== "VERB";
  if (possessive && next !== "") return ratio(at, at + 1, value);
  const pos = posAt(scan, at + 1);
  if (pos === "NOUN" || pos === "ADJ" || pos === "PROPN") return null;
  return wordCore(at, at + 1, value, { unit: "time", dimension: "count" });
}

/** "half as big again", "half as many", "as many again", "a third as much again". */
function asMany(scan: Scan, at: number): Core | null {
  const word = wordAt(scan, at);
  const article = word === "a" || word === "one";
  const k = article ? pastHyphen(scan, at + 1) : at;
  const part = FRACTIONS.get(wordAt(scan, k));
  if (part === undefined || (article && wordAt(scan, k) === "half")) return null;
  if (wordAt(scan, k + 1) === "again" && wordAt(scan, k + 2) === "as") return ratio(at, k + 2, 1 + part);
  if (wordAt(scan, k + 1) !== "as" || posAt(scan, k + 2) === null) return null;
  for (let end = k + 3; end <= k + 6; end += 1)
    if (wordAt(scan, end) === "again") return ratio(at, end + 1, 1 + part, { next: end + 1 });
  return ratio(at, k + 1, part);
}

/**
 * "three times the limit", "2.3 times as often", "3x", "a fivefold rise", "five-fold" for the numeral that was
 * read at a piece; "three times a year" is left as a count.
 */
export function timesAfter(scan: Scan, numeral: Numeral): Core | null {
  const next = pastHyphen(scan, numeral.to);
  const word = wordAt(scan, next);
  const value = numeral.value;
  const made = (to: number): Core =>
    coreOf(numeral, {
      next: to,
      ...exactly(value),
      unit: "ratio",
      dimension: "ratio",
      direction: value > 1 ? 1 : value < 1 ? -1 : 0,
    });
  if (word === "fold") return made(next + 1);
  if (word === "x" && scan.pieces[next]!.glued) return made(next + 1);
  if (word !== "times") return null;
  const after = wordAt(scan, next + 1);
  const compares =
    /^(as|the|that|what|its|their|those|this|more|higher|larger|bigger|greater|faster|longer|our|his|her|over)$/;
  if (compares.test(after)) return made(next + 1);
  if (/^(an?|per|each|every|in|since|during|between|last|by|on|with|for|and|to|when)$/.test(after))
    return null;
  return markAt(scan, next + 1) !== "" || after === "" ? null : made(next + 1);
}

/** The upper end of "two to three times": both numerals, when "times" follows. */
export function upperTimes(scan: Scan, low: Numeral): { high: Numeral; core: Core } | null {
  if (wordAt(scan, low.to) !== "to") return null;
  const high = readNumeral(scan.pieces, low.to + 1);
  if (high === null || high.value <= low.value) return null;
  const core = timesAfter(scan, high);
  return core === null ? null : { high, core };
}
