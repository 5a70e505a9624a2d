/**
 * How alike two words are, from every kind of word knowledge at once: same word, one family, hand-made synonyms, vectors.
 * Takes lemmas; knows nothing of sentences.
 */
import { family, isAgent } from "./families.ts";
import { opposites } from "./opposites.ts";
import { american, stem } from "./spelling.ts";
import { areSynonyms } from "./synonyms.ts";
import { cosine, rankOf } from "./vectors.ts";

const CACHE_SIZE = 1 << 15;
const FAMILY = 0.93;
const AGENT = 0.75;
const SYNONYM = 0.85;
/** Opposites speak of one thing, but never say the same. */
const OPPOSITE = 0.35;

interface Entry {
  readonly id: number;
  readonly rank: number;
}
let entries = new Map<string, Entry>();
const keys = new Float64Array(CACHE_SIZE);
const values = new Float32Array(CACHE_SIZE);

/**
 * Likeness of two lower-case lemmas, 0 to 1: unrelated words near 0, near-synonyms from 0.5, hand-made synonyms at least
 * 0.8, derivations 0.9 (their agents, "lend" and "lender", 0.75), the same word 1. Opposites get 0.35 at most: ask
 * `opposites` to tell them. A word without a vector is like its own family and stem only.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const x = intern(a);
  const y = intern(b);
  const key = x.id < y.id ? x.id * 2097152 + y.id : y.id * 2097152 + x.id;
  const slot = (Math.imul(x.id ^ y.id, 40503) ^ (x.id + y.id)) & (CACHE_SIZE - 1);
  if (keys[slot] === key) return values[slot]!;
  const value = compute(a, b, x, y);
  keys[slot] = key;
  values[slot] = value;
  return value;
}

/** Likeness by vectors alone, 0 to 1, same scale; 0 where either word has none. */
export function vectorSimilarity(a: string, b: string): number {
  return calibrate(intern(a).rank, intern(b).rank);
}

function intern(word: string): Entry {
  const known = entries.get(word);
  if (known !== undefined) return known;
  if (entries.size > 200000) {
    entries = new Map();
    keys.fill(0);
  }
  let rank = rankOf(word);
  if (rank < 0) rank = rankOf(american(word, (us) => rankOf(us) >= 0) ?? family(word));
  const entry = { id: entries.size + 1, rank };
  entries.set(word, entry);
  return entry;
}

function compute(a: string, b: string, x: Entry, y: Entry): number {
  if (opposites(a, b)) return Math.min(OPPOSITE, calibrate(x.rank, y.rank));
  if (family(a) === family(b)) return isAgent(a) !== isAgent(b) ? AGENT : FAMILY;
  const close = calibrate(x.rank, y.rank);
  if (areSynonyms(a, b)) return Math.max(SYNONYM, close);
  if (x.rank < 0 && y.rank < 0 && stem(a) === stem(b)) return FAMILY;
  return close;
}

/** Cosine 0.3 and less is chance; 0.9 is as close as two words come. */
function calibrate(a: number, b: number): number {
  if (a < 0 || b < 0) return 0;
  if (a === b) return 0.98;
  const value = (cosine(a, b) - 0.25) / 0.6;
  return value <= 0 ? 0 : Math.min(0.95, value);
}
