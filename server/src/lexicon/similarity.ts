/**
 * How alike two words are, from every kind of word knowledge at once: same word, one family, hand-made synonyms, vectors.
 * Takes lemmas; knows nothing of sentences.
 */
import { family, isAgent } from "./families.ts";
import { opposed, oppositesOf } from "./opposites.ts";
import { areNumbers, siblings } from "./siblings.ts";
import { american, stem } from "./spelling.ts";
import { synonymClassIds } from "./synonyms.ts";
import { cosine, rankOf } from "./vectors.ts";

const CACHE_BITS = 16;
const FAMILY = 0.93;
const AGENT = 0.75;
const SYNONYM = 0.85;
/** Vectors alone never make two words one. */
const VECTOR_MOST = 0.9;
/** Different things of one sort, and opposites: they speak of one matter and never say the same. */
const SIBLING = 0.5;
const OPPOSITE = 0.35;
const CHANCE = 0.15;
const RANGE = 0.7;
const MOST_WORDS = 100000;

/** All that is known of one word, gathered once; `rank` is that of its vector, -1 for none. */
export interface Knowledge {
  readonly word: string;
  readonly id: number;
  readonly rank: number;
  readonly root: string;
  readonly classes: readonly number[];
  readonly against: readonly string[];
}

let entries = new Map<string, Knowledge>();
const keys = new Float64Array(1 << CACHE_BITS);
// As exact as what is computed: a likeness must not depend on whether it was asked before.
const values = new Float64Array(1 << CACHE_BITS);

/**
 * Likeness of two lower-case lemmas, 0 to 1: unrelated words near 0, near-synonyms from 0.5, hand-made synonyms at least
 * 0.8, derivations 0.9 (their agents, "lend" and "lender", 0.75), the same word 1. Opposites get 0.35 at most and
 * different things of one sort ("wheat", "barley") 0.5: `opposites` and `siblings` tell them. A word without a vector
 * is like its own family and stem only.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const x = entries.get(a) ?? knowledgeOf(a);
  const y = entries.get(b) ?? knowledgeOf(b);
  const low = Math.min(x.id, y.id);
  const high = Math.max(x.id, y.id);
  const key = high * MOST_WORDS * 2 + low;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - CACHE_BITS);
  if (keys[slot] === key) return values[slot]!;
  // Always in one order, for the memory is asked in both.
  const value = a < b ? compute(x, y) : compute(y, x);
  keys[slot] = key;
  values[slot] = value;
  return value;
}

/** Likeness by vectors alone, 0 to 1, same scale; 0 where either word has none. */
export function vectorSimilarity(a: string, b: string): number {
  return calibrate(knowledgeOf(a).rank, knowledgeOf(b).rank);
}

/** What is known of a lower-case lemma. */
export function knowledgeOf(word: string): Knowledge {
  const known = entries.get(word);
  if (known !== undefined) return known;
  if (entries.size >= MOST_WORDS) {
    entries = new Map();
    keys.fill(0);
  }
  const root = family(word);
  let rank = rankOf(word);
  if (rank < 0) rank = rankOf(american(word, (us) => rankOf(us) >= 0) ?? root);
  const entry: Knowledge = {
    word,
    id: entries.size + 1,
    rank,
    root,
    classes: synonymClassIds(word),
    against: oppositesOf(word),
  };
  entries.set(word, entry);
  return entry;
}

function compute(x: Knowledge, y: Knowledge): number {
  const close = calibrate(x.rank, y.rank);
  if (opposed(x.word, x.root, x.against, y.word, y.root)) return Math.min(OPPOSITE, close);
  if (x.root === y.root) return isAgent(x.word) !== isAgent(y.word) ? AGENT : FAMILY;
  for (const id of x.classes) if (y.classes.includes(id)) return Math.max(SYNONYM, close);
  if (x.rank < 0 && y.rank < 0) return stem(x.word) === stem(y.word) ? FAMILY : 0;
  if (close === 0 || areNumbers(x.word, y.word)) return 0;
  return close > SIBLING && siblings(x.word, y.word) ? SIBLING : close;
}

/** The cosine from which on vectors alone give this likeness, which is more than 0 and less than the most. */
export function leastCosine(likeness: number): number {
  return likeness * RANGE + CHANCE;
}

/** A cosine of 0.15 and less is chance (two words in ten thousand by chance reach 0.5); few pairs pass 0.8. */
function calibrate(a: number, b: number): number {
  if (a < 0 || b < 0) return 0;
  if (a === b) return FAMILY;
  const value = (cosine(a, b) - CHANCE) / RANGE;
  return value <= 0 ? 0 : Math.min(VECTOR_MOST, value);
}
