/**
 * Whether two words say the contrary of one another: WordNet's antonyms and the hand-made pairs, across parts of speech
 * through families. Knows nothing of sentences: a negation around a word is the caller's business.
 */

import { antonyms } from "../../data/antonyms.ts";
import { family } from "./families.ts";
import { once } from "./once.ts";
import { OPPOSITE_PAIRS } from "./opposite-pairs.ts";
import { OPPOSITE_STATES } from "./opposite-states.ts";

const NONE: readonly string[] = [];

/** True for rise/fall, growth/decline, "better"/"worse"; false for a word and itself, for synonyms and for strangers. */
export function opposites(a: string, b: string): boolean {
  return opposed(a, family(a), oppositesOf(a), b, family(b));
}

/** The words opposed to this lemma and to its family's root; empty for none. */
export function oppositesOf(lemma: string): readonly string[] {
  const exact = opposedTo().get(lemma) ?? NONE;
  const root = family(lemma);
  if (root === lemma) return exact;
  const more = opposedTo().get(root) ?? NONE;
  return exact.length === 0 ? more : [...exact, ...more];
}

/**
 * `opposites` for a caller that has `family` and `oppositesOf` of the first word at hand. Kin are opposed only where they are
 * listed themselves ("employer", "employee").
 */
export function opposed(
  a: string,
  rootA: string,
  againstA: readonly string[],
  b: string,
  rootB: string,
): boolean {
  if (a === b || againstA.length === 0) return false;
  if (rootA === rootB) return opposedTo().get(a)?.includes(b) === true;
  return againstA.includes(b) || againstA.includes(rootB);
}

const opposedTo = once(() => {
  const index = new Map<string, string[]>();
  for (const line of [...OPPOSITE_PAIRS, ...OPPOSITE_STATES]) {
    const [left, right] = line.split(" / ").map((side) => side.split(", "));
    for (const a of left!) for (const b of right!) link(index, a, b);
  }
  for (const pair of antonyms.split(" ")) {
    const slash = pair.indexOf("/");
    link(index, pair.slice(0, slash), pair.slice(slash + 1));
  }
  return index;
});

function link(table: Map<string, string[]>, a: string, b: string): void {
  put(table, a, b);
  put(table, b, a);
}

function put(table: Map<string, string[]>, key: string, value: string): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}

/** The two sides of a transfer: who gives, sells or lends, and who receives, buys or borrows. */
const SIDES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = (
  [
    [
      "give grant award pay donate provide send hand deliver allocate distribute supply",
      "receive get obtain",
    ],
    ["sell divest", "buy purchase acquire"],
    ["lend loan", "borrow"],
    ["teach", "learn"],
  ] as const
).map(([left, right]) => [new Set(left.split(" ")), new Set(right.split(" "))] as const);

/** True for buy/sell, give/receive: both are done in one act, by its two sides. */
export function areConverse(a: string, b: string): boolean {
  return SIDES.some(([left, right]) => (left.has(a) && right.has(b)) || (left.has(b) && right.has(a)));
}
