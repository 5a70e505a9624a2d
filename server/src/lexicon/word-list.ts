/**
 * A list of words to look for likenesses in: which of them may be like a word, without comparing each. Knows what makes
 * two words alike, not how much; `similarity` tells that.
 */
import { type Knowledge, knowledgeOf, leastCosine } from "./similarity.ts";
import { stem } from "./spelling.ts";
import { DIMENSIONS, lengthOf, vectorOf } from "./vectors.ts";

/** Half of a vector settles most pairs. */
const HALF = DIMENSIONS >> 1;

export class WordList {
  readonly #least: number;
  readonly #vectors: Int8Array;
  /** 1 / length of each vector, 0 where a word has none; and the length of its second half. */
  readonly #scales: Float64Array;
  readonly #tails: Float64Array;
  /** Places of words by what they may share: family, class of synonyms, stem. */
  readonly #sharing = new Map<string, number[]>();

  /** Words are told by their place in `words`; only those of at least this similarity are looked for. */
  constructor(words: readonly string[], least: number) {
    this.#least = leastCosine(least) - 1e-6;
    this.#vectors = new Int8Array(words.length * DIMENSIONS);
    this.#scales = new Float64Array(words.length);
    this.#tails = new Float64Array(words.length);
    for (const [place, word] of words.entries()) this.#add(knowledgeOf(word), place);
  }

  /** The places, in order, of all words that may be alike enough; few others are among them. */
  near(word: string): number[] {
    const known = knowledgeOf(word);
    const places = new Set<number>();
    for (const key of sharedKeys(known)) for (const place of this.#sharing.get(key) ?? []) places.add(place);
    if (known.rank >= 0) this.#addByVector(known.rank, places);
    return [...places].sort((a, b) => a - b);
  }

  #add(known: Knowledge, place: number): void {
    for (const key of sharedKeys(known)) {
      const list = this.#sharing.get(key);
      if (list) list.push(place);
      else this.#sharing.set(key, [place]);
    }
    if (known.rank < 0) return;
    const vector = vectorOf(known.rank);
    this.#vectors.set(vector, place * DIMENSIONS);
    this.#scales[place] = 1 / lengthOf(vector);
    this.#tails[place] = lengthOf(vector.subarray(HALF));
  }

  #addByVector(rank: number, places: Set<number>): void {
    const asked = vectorOf(rank);
    const scale = 1 / lengthOf(asked);
    const tail = lengthOf(asked.subarray(HALF));
    const vectors = this.#vectors;
    for (let place = 0; place < this.#scales.length; place++) {
      const least = this.#least / (scale * this.#scales[place]!);
      const start = place * DIMENSIONS;
      let product = 0;
      for (let at = 0; at < HALF; at++) product += asked[at]! * vectors[start + at]!;
      if (product + tail * this.#tails[place]! < least) continue;
      for (let at = HALF; at < DIMENSIONS; at++) product += asked[at]! * vectors[start + at]!;
      if (product >= least) places.add(place);
    }
  }
}

/** Two words without a vector are alike by their stem alone. */
function sharedKeys({ word, rank, root, classes }: Knowledge): string[] {
  const keys = [`=${root}`, ...classes.map((id) => `~${id}`)];
  if (rank < 0) keys.push(`-${stem(word)}`);
  return keys;
}
