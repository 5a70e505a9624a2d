/**
 * Rise or fall around a number: "fell by [4 percent]", "[8 percent] fewer", "rose to [31]", "a fall of [19]".
 * Knows verbs, nouns and comparatives of change; knows no numbers.
 */
import { markAt, posAt, type Scan, wordAt } from "./scan.ts";

export interface Direction {
  readonly direction: -1 | 0 | 1;
  /** The number is where it ended ("rose to 31") or began ("from 26"), not by how much it changed. */
  readonly level: boolean;
  /** The piece whose word or sign says so; -1 where none does. */
  readonly at: number;
}

const UP =
  "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing gain gains gained jump jumps jumped surge surged surging soar soared soaring expand expanded add adds added adding up raise raises raised raising advance advanced growth addition hike hiked swell swelled swollen uptick";
const DOWN =
  "fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined declining cut cuts cutting reduce reduces reduced reducing reduction shrink shrank shrunk shrinking lose loses lost losing loss down slip slipped slide slid plunge plunged tumble tumbled lower lowered lowering contract contracted contraction dip dipped shed trim trimmed slump slumped sink sank sunk ease eased decreasing";
const MORE =
  "more higher larger bigger longer greater above up older better dearer faster taller stronger extra";
const LESS =
  "fewer less lower smaller shorter cheaper below down younger under worse slower off lighter short";
const VERBS = new Map<string, -1 | 1>([
  ...UP.split(" ").map((word) => [word, 1] as const),
  ...DOWN.split(" ").map((word) => [word, -1] as const),
]);
const COMPARATIVES = new Map<string, -1 | 1>([
  ...MORE.split(" ").map((word) => [word, 1] as const),
  ...LESS.split(" ").map((word) => [word, -1] as const),
]);
const NOUNS_AFTER = new Map<string, -1 | 1>([
  ...["rise", "increase", "gain", "jump", "growth", "surge", "hike", "improvement"].map(
    (w) => [w, 1] as const,
  ),
  ...["fall", "decrease", "drop", "decline", "cut", "reduction", "loss", "fewer", "contraction", "dip"].map(
    (w) => [w, -1] as const,
  ),
]);
const MOVES =
  /^(go|goes|went|gone|going|moved|moves|revised|edged|crept|pushed|driven|bid|came|brought|bringing)$/;
const PLACES = /^(surface|ground|sea|seabed|water|waterline|street|floor|roof|ceiling)$/;
const PLANS = /^(budget|plan|target|estimate|estimates|forecast|limit|quota|par|schedule)$/;
export const NO_DIRECTION: Direction = { direction: 0, level: false, at: -1 };
/** How many words may stand between the verb and "by": "cut its emissions from transport by 4 percent". */
const REACH = 7;

/** What the words before piece `from` (the hedge or the number) say. */
export function directionBefore(scan: Scan, from: number): Direction {
  let at = from - 1;
  if (/^(only|just|another|even|still|further|the|an?)$/.test(wordAt(scan, at))) at -= 1;
  const word = wordAt(scan, at);
  if (markAt(scan, at) === "+" && scan.pieces[at + 1]!.glued) return { direction: 1, level: false, at };
  const direct = isParticle(scan, at) ? undefined : VERBS.get(word);
  if (direct !== undefined) return { direction: direct, level: false, at };
  if (word === "of") {
    for (const k of [at - 1, at - 2]) {
      const noun = VERBS.get(wordAt(scan, k));
      if (noun !== undefined) return { direction: noun, level: false, at: k };
    }
    return NO_DIRECTION;
  }
  if (word !== "by" && word !== "to" && word !== "from") return NO_DIRECTION;
  for (let k = at - 1; k >= 0 && k >= at - REACH; k -= 1) {
    if (scan.pieces[k]!.kind === "mark" && !/[-'\u2019%$\u20ac\u00a3]/.test(scan.pieces[k]!.lower))
      return NO_DIRECTION;
    const verb = VERBS.get(wordAt(scan, k));
    if (verb !== undefined) return { direction: verb, level: word !== "by", at: k };
  }
  return NO_DIRECTION;
}

/** "make up", "took down": the particle of another verb says nothing of a rise. */
function isParticle(scan: Scan, at: number): boolean {
  if (!/^(up|down)$/.test(wordAt(scan, at))) return false;
  return (
    posAt(scan, at - 1) === "VERB" && !VERBS.has(wordAt(scan, at - 1)) && !MOVES.test(wordAt(scan, at - 1))
  );
}

/** What the words from piece `at` on say: "fewer", "higher than", "rise". A hyphen may join. */
export function directionAfter(scan: Scan, at: number): Direction {
  const next = scan.pieces[at]?.lower === "-" ? at + 1 : at;
  const word = wordAt(scan, next);
  if (word === "short" && wordAt(scan, next + 1) !== "of") return NO_DIRECTION;
  if (/^(over|under)$/.test(word)) return overPlan(scan, next);
  if (/^(above|below)$/.test(word) && isPlace(scan, next + 1)) return NO_DIRECTION;
  const sense = COMPARATIVES.get(word) ?? NOUNS_AFTER.get(word);
  return sense === undefined ? NO_DIRECTION : { direction: sense, level: false, at: next };
}

/** "34 centimetres below the surface" tells where something is. */
function isPlace(scan: Scan, at: number): boolean {
  return PLACES.test(wordAt(scan, wordAt(scan, at) === "the" ? at + 1 : at));
}

/** "4 million over budget", "three points under the target"; "over three years" says nothing of a rise. */
function overPlan(scan: Scan, at: number): Direction {
  const measure = /^(the|its|their)$/.test(wordAt(scan, at + 1)) ? at + 2 : at + 1;
  if (!PLANS.test(wordAt(scan, measure))) return NO_DIRECTION;
  return { direction: wordAt(scan, at) === "over" ? 1 : -1, level: false, at };
}
