/**
 * The words that loosen or bound a number: "nearly", "more than", "at least", "or so", the "+" of "30+".
 * Knows phrases and what they do to an interval; knows no numbers and no units.
 */
import { markAt, type Scan, wordAt } from "./scan.ts";

export type Bound =
  | "min"
  | "min-exclusive"
  | "max"
  | "max-exclusive"
  /** "nearly": a little below. */
  | "below"
  /** "just over": a little above. */
  | "above"
  | "about";

export interface Hedge {
  readonly bound: Bound;
  /** Piece indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

const BEFORE: Readonly<Record<Bound, string>> = {
  about:
    "about|around|some|roughly|approximately|approx|circa|ca|c|in the region of|in the order of|on the order of|of the order of|something like|more or less|an estimated|estimated|nearer|nearer to|closer to|broadly|perhaps|maybe",
  below:
    "nearly|almost|close to|close on|just under|just below|just less than|just short of|just shy of|a little under|a little less than|a little fewer than|a little below|slightly under|slightly less than|slightly fewer than|slightly below|a bit less than|a bit under|a shade under|a fraction under|somewhat less than|not quite|approaching|nigh on|virtually|practically|the best part of",
  above:
    "just over|just above|just more than|a little over|a little more than|a little above|little more than|little over|slightly more than|slightly over|slightly above|a bit more than|a bit over|a shade over|a fraction over|barely more than|barely over|somewhat more than|only just over",
  "min-exclusive":
    "more than|over|above|well over|well above|far more than|much more than|considerably more than|rather more than|significantly more than|exceeding|exceed|exceeds|exceeded|exceeding the|north of|in excess of|beyond|greater than|higher than|larger than|bigger than|better than|topped|well in excess of|older than|longer than|heavier than|taller than|deeper than|wider than|dearer than|worth more than",
  min: "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|upwards of|upward of|not under|not below|no lower than|no smaller than|no younger than|no shorter than|at the least|at a minimum|as few as|as little as|as low as|not fall below|not drop below|never below",
  "max-exclusive":
    "fewer than|less than|not even|under|below|well under|well below|far fewer than|far less than|much less than|considerably less than|considerably fewer than|south of|lower than|smaller than|short of|younger than|shorter than|lighter than|cheaper than|narrower than",
  max: "at most|no more than|not more than|never more than|up to|at the most|as many as|as much as|as high as|a maximum of|maximum of|not exceeding|no greater than|no higher than|not over|not above|no larger than|no older than|no longer than|no heavier than|a ceiling of|not exceed|never exceed|never exceeded|not exceeded|cannot exceed|not to exceed",
};
const AFTER: Readonly<Record<Bound, string>> = {
  about: "or so|or thereabouts|odd|more or less",
  below: "",
  above: "or slightly more|or a little more",
  "min-exclusive": "",
  min: "plus|or more|and more|or over|and over|or above|and above|or higher|or greater|or older|or longer|at least|at the least|at a minimum|upwards",
  "max-exclusive": "",
  max: "or fewer|or less|or under|or below|or lower|or younger|at most|at the most|at the maximum|at a maximum",
};
const SIGNS = new Map<string, Bound>([
  ["~", "about"],
  ["\u2248", "about"],
  ["\u00b1", "about"],
  [">", "min-exclusive"],
  ["<", "max-exclusive"],
  ["\u2265", "min"],
  ["\u2264", "max"],
]);

interface Phrase {
  readonly words: readonly string[];
  readonly bound: Bound;
}
const BY_LAST = indexed(BEFORE, (words) => words.at(-1)!);
const BY_FIRST = indexed(AFTER, (words) => words[0]!);

function indexed(
  table: Readonly<Record<Bound, string>>,
  key: (words: readonly string[]) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [bound, phrases] of Object.entries(table) as [Bound, string][]) {
    for (const phrase of phrases.split("|").filter((p) => p !== "")) {
      const words = phrase.split(" ");
      index.set(key(words), [...(index.get(key(words)) ?? []), { words, bound }]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The hedge that ends right before piece `at`, the longest that fits ("no more than" before "more than"). */
export function hedgeBefore(scan: Scan, at: number): Hedge | null {
  const before = pastFurther(scan, at);
  const sign = SIGNS.get(markAt(scan, before - 1));
  if (sign !== undefined) return { bound: sign, from: before - 1, to: before };
  for (const phrase of BY_LAST.get(wordAt(scan, before - 1)) ?? []) {
    const from = before - phrase.words.length;
    if (from >= 0 && phrase.words.every((word, k) => wordAt(scan, from + k) === word))
      return isPreposition(scan, from, before) || isDistance(scan, from, at)
        ? null
        : { bound: phrase.bound, from, to: before };
  }
  if (markAt(scan, before - 1) === "." && /^(ca?|approx)$/.test(wordAt(scan, before - 2)))
    return { bound: "about", from: before - 2, to: before };
  return null;
}

/** "A quarrel with the Maldives over fourteen boats", "brought together over five rounds": no more than so many. */
function isPreposition(scan: Scan, from: number, at: number): boolean {
  if (from !== at - 1 || wordAt(scan, from) !== "over") return false;
  if (OCCASIONS.test(wordAt(scan, at + 1)) && !/^(in|for|took|lasted|needed)$/.test(wordAt(scan, from - 1)))
    return true;
  for (let back = from - 1; back >= Math.max(0, from - QUARREL_REACH); back--) {
    if (markAt(scan, back) === ".") return false;
    if (QUARRELS.test(wordAt(scan, back))) return true;
  }
  return false;
}
/** "Short of 65 by 2.6 years": from where a distance counts. */
function isDistance(scan: Scan, from: number, at: number): boolean {
  return wordAt(scan, from) === "short" && wordAt(scan, at + 1) === "by";
}
const QUARREL_REACH = 10;
const QUARRELS =
  /^(quarrel(s|ling|led)?|disputes?|rows?|feuds?|clash(es|ed)?|wrangl(es?|ing)|disagree(s|d|ments?)?|lawsuits?|su(es?|ed|ing)|argu(es?|ed|ing|ments?)|spats?|stand-?offs?|protest(s|ed|ing)?|fights?|fighting|fought|battles?)$/;
const OCCASIONS =
  /^(rounds|sessions|sittings|meetings|stages|phases|instalments|installments|visits|seasons|evenings)$/;

/** What a number may be the name of: "below the age of 12", "above the limit of 10 percent". */
const MARKS = /^(age|limit|threshold|cap|target|level|mark|norm|quota|average|figure)$/;

/** Steps back over "another", "a further", "a total of", "the limit of": "at least another 24". */
function pastFurther(scan: Scan, at: number): number {
  const last = wordAt(scan, at - 1);
  if (last === "another") return at - 1;
  if ((last === "further" || last === "additional" || last === "mere") && /^an?$/.test(wordAt(scan, at - 2)))
    return at - 2;
  if (last === "of" && wordAt(scan, at - 2) === "total" && /^an?$/.test(wordAt(scan, at - 3))) return at - 3;
  if (last === "of" && MARKS.test(wordAt(scan, at - 2)) && /^(the|an?|its|their)$/.test(wordAt(scan, at - 3)))
    return at - 3;
  return at;
}

/** The hedge that starts at piece `at`, right after a number, its unit or its noun. */
export function hedgeAfter(scan: Scan, at: number): Hedge | null {
  const piece = scan.pieces[at];
  if (piece === undefined) return null;
  if (piece.lower === "+" && piece.glued) return { bound: "min", from: at, to: at + 1 };
  const joined = piece.lower === "-" && piece.glued ? at + 1 : at;
  for (const phrase of BY_FIRST.get(wordAt(scan, joined)) ?? []) {
    const single = phrase.words.length === 1;
    if (single && joined === at && phrase.words[0] !== "odd" && phrase.words[0] !== "upwards") continue;
    if (phrase.words.every((word, k) => wordAt(scan, joined + k) === word))
      return { bound: phrase.bound, from: at, to: joined + phrase.words.length };
  }
  return null;
}
