/**
 * Where the words of all sources stand, so that a quotation finds its passage at the cost of its rare words.
 * Knows words and places; judges nothing. Sources are added and removed one by one.
 */
import { claimNumbers, type Match, matchWindow, windowAt } from "../../kinds/quotation/compare.ts";
import type { QuotedWord } from "../../kinds/quotation/words.ts";
import type { SourceReading } from "../../statements/types.ts";
import type { Corpus } from "../types.ts";
import { MOST_WORDS, readWords, spokenShare, type WordDocument, withoutInterruptions } from "./documents.ts";

/** A passage of a source with how it matches the quotation. */
export interface Located {
  readonly document: WordDocument;
  readonly match: Match;
  /** Share of the passage that somebody says in the source. */
  readonly spoken: number;
}

export interface QuotationIndex {
  /** Takes over the sources of the corpus, by difference. */
  sync(corpus: Corpus): void;
  readonly documents: readonly WordDocument[];
  /** The passages nearest to the words, best first; at most six. */
  locate(words: readonly QuotedWord[]): readonly Located[];
}

/** How many word places one search may visit, and how many windows it may align. */
const VISITS = 12_000;
const WINDOWS = 8;
/** With this many words found, words of more places than COMMON add nothing. */
const ENOUGH = 4;
const COMMON = 600;
/** A window with less than this share of the best one's votes is not aligned. */
const LEAST_SHARE = 0.4;
/** How many sources are looked into. */
const SLOTS = 16;
const POSITIONS = 2 * MOST_WORDS;
const BUCKET = 8;

/** An empty index: `sync` brings it up to the sources of a corpus, `locate` asks it. */
export function createQuotationIndex(): QuotationIndex {
  const store = new Store();
  return {
    sync: (corpus) => store.sync(corpus),
    get documents() {
      return store.live();
    },
    locate: (words) => store.locate(words),
  };
}

class Store {
  readonly #ids = new Map<string, number>();
  #postings: number[][] = [];
  #documents: (WordDocument | null)[] = [];
  readonly #slots = new Map<SourceReading, number>();
  readonly #cache = new Map<string, readonly Located[]>();
  #corpus: Corpus | null = null;
  #version = -1;

  sync(corpus: Corpus): void {
    if (this.#corpus === corpus && this.#version === corpus.version) return;
    this.#corpus = corpus;
    this.#version = corpus.version;
    const wanted = new Set(corpus.sources);
    let changed = false;
    for (const source of [...this.#slots.keys()]) {
      if (wanted.has(source)) continue;
      this.#remove(source);
      changed = true;
    }
    for (const source of corpus.sources) {
      if (this.#slots.has(source)) continue;
      this.#add(source);
      changed = true;
    }
    if (changed) this.#cache.clear();
  }

  live(): WordDocument[] {
    return this.#documents.filter((document) => document !== null);
  }

  #add(source: SourceReading): void {
    const slot = this.#documents.length;
    const document = readWords(source, (key) => this.#number(key));
    this.#documents.push(document);
    this.#slots.set(source, slot);
    for (let at = 0; at < document.ids.length; at++)
      this.#postings[document.ids[at]!]!.push(slot * POSITIONS + at);
  }

  /** Empties the slot; places of dead slots are passed over, and dropped once they are the larger half. */
  #remove(source: SourceReading): void {
    this.#documents[this.#slots.get(source)!] = null;
    this.#slots.delete(source);
    if (this.#slots.size * 2 >= this.#documents.length) return;
    this.#documents = [];
    this.#postings = this.#postings.map(() => []);
    const sources = [...this.#slots.keys()];
    this.#slots.clear();
    for (const kept of sources) this.#add(kept);
  }

  #number(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#postings.push([]);
    this.#ids.set(key, this.#postings.length - 1);
    return this.#postings.length - 1;
  }

  locate(words: readonly QuotedWord[]): readonly Located[] {
    const key = words.map((word) => word.key).join(" ");
    const cached = this.#cache.get(key);
    if (cached) return cached;
    const found = this.#search(words);
    if (this.#cache.size > 5000) this.#cache.clear();
    this.#cache.set(key, found);
    return found;
  }

  #search(words: readonly QuotedWord[]): Located[] {
    const numbers = claimNumbers(words, (key) => this.#ids.get(key));
    const ellipsis = words.some((word) => word.sign !== "word");
    const found: Located[] = [];
    for (const vote of this.#vote(numbers)) {
      const document = this.#documents[Math.floor(vote / POSITIONS)]!;
      const start = (vote % POSITIONS) * BUCKET - POSITIONS / 2;
      const [from, to] = windowAt(start, words.length, ellipsis, document.ids.length);
      if (to <= from) continue;
      const stream = { ids: document.ids, endsClause: (at: number) => document.closes[at] === 1 };
      const raw = matchWindow(words, numbers, stream, from, to);
      const match = raw && withoutInterruptions(document, raw);
      if (!match || found.some((other) => other.document === document && overlaps(other.match, match)))
        continue;
      found.push({ document, match, spoken: spokenShare(document, match) });
    }
    return found.sort(better).slice(0, 6);
  }

  /** Places (slot and bucket of the diagonal) by the rarity of the words that they share with the claim. */
  #vote(numbers: Int32Array): number[] {
    const words = this.#rareWords(numbers);
    const chosen = this.#likelySlots(words);
    const votes = new Map<number, number>();
    for (const { places, weight, id } of words) {
      const indexes = positionsOf(numbers, id);
      for (const place of places) {
        const rank = chosen.get(Math.floor(place / POSITIONS));
        if (rank !== undefined) castVote(votes, rank * BUCKETS, place % POSITIONS, indexes, weight);
      }
    }
    const slots = [...chosen.keys()];
    return strongest(votes).map((key) => slots[Math.floor(key / BUCKETS)]! * POSITIONS + (key % BUCKETS));
  }

  /** The claim's rarest words with their places, as many as one search may visit; one at least. */
  #rareWords(numbers: Int32Array): RareWord[] {
    const ids = [...new Set(numbers)]
      .filter((id) => id >= 0)
      .sort((a, b) => this.#postings[a]!.length - this.#postings[b]!.length);
    const words: RareWord[] = [];
    let visits = 0;
    for (const id of ids) {
      const places = this.#postings[id]!;
      if (words.length > 0 && visits + places.length > VISITS) break;
      if (words.length >= ENOUGH && places.length > COMMON) break;
      visits += places.length;
      const weight = 1 / Math.log2(2 + places.length);
      words.push({ id, weight, places: places.length > VISITS ? places.slice(0, VISITS) : places });
    }
    return words;
  }

  /** The sources that hold most of the rare words, each word once a source, with their rank. */
  #likelySlots(words: readonly RareWord[]): Map<number, number> {
    const weights = new Float64Array(this.#documents.length);
    for (const { places, weight } of words) {
      let previous = -1;
      for (const place of places) {
        const slot = Math.floor(place / POSITIONS);
        if (slot !== previous && this.#documents[slot]) weights[slot] = weights[slot]! + weight;
        previous = slot;
      }
    }
    const slots = [...weights.keys()].filter((slot) => weights[slot]! > 0);
    slots.sort((a, b) => weights[b]! - weights[a]!);
    return new Map(slots.slice(0, SLOTS).map((slot, rank) => [slot, rank]));
  }
}

interface RareWord {
  readonly id: number;
  readonly weight: number;
  readonly places: readonly number[];
}

/** Small keys (rank of the source and bucket of the diagonal) keep the table of votes fast. */
const BUCKETS = POSITIONS / BUCKET;

function castVote(
  votes: Map<number, number>,
  base: number,
  at: number,
  indexes: readonly number[],
  weight: number,
): void {
  for (const index of indexes) {
    const key = base + Math.floor((at - index + POSITIONS / 2) / BUCKET);
    votes.set(key, (votes.get(key) ?? 0) + weight);
    votes.set(key + 1, (votes.get(key + 1) ?? 0) + weight);
  }
}

/** The keys with the most votes, best first; those far behind the best are left out. */
function strongest(votes: ReadonlyMap<number, number>): number[] {
  let best = 0;
  for (const weight of votes.values()) best = Math.max(best, weight);
  return [...votes]
    .filter(([, weight]) => weight >= best * LEAST_SHARE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, WINDOWS)
    .map(([key]) => key);
}

function positionsOf(numbers: Int32Array, id: number): number[] {
  const positions: number[] = [];
  for (let i = 0; i < numbers.length && positions.length < 4; i++) if (numbers[i] === id) positions.push(i);
  return positions;
}

function overlaps(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function better(a: Located, b: Located): number {
  if (a.match.verbatim !== b.match.verbatim) return a.match.verbatim ? -1 : 1;
  if (Math.abs(a.match.similarity - b.match.similarity) > 1e-6)
    return b.match.similarity - a.match.similarity;
  return b.spoken - a.spoken;
}
