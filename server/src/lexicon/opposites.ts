/**
 * Whether two words say the contrary of one another: WordNet's antonyms and the hand-made pairs, across parts of speech
 * through families. Knows nothing of sentences: a negation around a word is the caller's business.
 */
import { antonyms } from "../../data/antonyms.ts";
import { family } from "./families.ts";
import { OPPOSITE_PAIRS } from "./oppositePairs.ts";

let pairs: Set<string> | null = null;
let roots: Set<string> | null = null;

/** True for rise/fall, growth/decline, "better"/"worse"; false for a word and itself, for synonyms and for strangers. */
export function opposites(a: string, b: string): boolean {
  if (a === b) return false;
  const exact = ensure();
  if (exact.has(key(a, b))) return true;
  const [x, y] = [family(a), family(b)];
  if (x === y) return false;
  return (x !== a || y !== b) && roots!.has(key(x, y));
}

function key(a: string, b: string): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}

function ensure(): Set<string> {
  pairs ??= build();
  return pairs;
}

function build(): Set<string> {
  const exact = new Set<string>();
  for (const line of OPPOSITE_PAIRS) {
    const [left, right] = line.split(" / ").map((side) => side.split(", "));
    for (const a of left!) for (const b of right!) exact.add(key(a, b));
  }
  for (const pair of antonyms.split(" ")) exact.add(pair);
  roots = rootPairs(exact);
  return exact;
}

function rootPairs(exact: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const pair of exact) {
    const [a, b] = pair.split("/").map(family);
    if (a !== b) found.add(key(a!, b!));
  }
  return found;
}
