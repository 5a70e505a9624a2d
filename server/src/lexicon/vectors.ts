/**
 * The word vectors: unpacks a word's own on first use and compares two. Knows the vocabulary's order of frequency, and
 * nothing of synonyms, families or opposites.
 */
import { dimensions, levels, steps, words } from "../../data/vectors.ts";

/** Base64 writes a row (two numbers a byte, a multiple of three bytes) in this many characters of its own. */
const ROW_LENGTH = (dimensions / 2 / 3) * 4;

let ranks: Map<string, number> | null = null;
let values = new Int8Array(0);
/** 1 / length of each row; 0 where the row is still packed. */
let scale = new Float32Array(0);
let lookup = new Int8Array(0);
const sextets = new Uint8Array(128);

/** The word's place by frequency, 0 the commonest, or -1 for a word without a vector. */
export function rankOf(word: string): number {
  return (ranks ?? prepare()).get(word) ?? -1;
}

/** How many words have a vector. */
export function vocabularySize(): number {
  return (ranks ?? prepare()).size;
}

/** Cosine of two words by their ranks, -1 to 1. The ranks must come from `rankOf` and not be -1. */
export function cosine(a: number, b: number): number {
  if (scale[a] === 0) unpack(a);
  if (scale[b] === 0) unpack(b);
  let left = a * dimensions;
  let right = b * dimensions;
  const end = left + dimensions;
  let sum = 0;
  while (left < end) sum += values[left++]! * values[right++]!;
  return sum * scale[a]! * scale[b]!;
}

export const DIMENSIONS = dimensions;

/** The vector of a word by its rank, to be read only. */
export function vectorOf(rank: number): Int8Array {
  if (scale[rank] === 0) unpack(rank);
  return values.subarray(rank * dimensions, (rank + 1) * dimensions);
}

/** Length of a vector or of a part of one. */
export function lengthOf(vector: Int8Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square || 1);
}

function prepare(): Map<string, number> {
  const list = words.split(" ");
  ranks = new Map();
  for (let i = 0; i < list.length; i++) ranks.set(list[i]!, i);
  values = new Int8Array(list.length * dimensions);
  scale = new Float32Array(list.length);
  lookup = levelTable(127 / (Math.max(...steps) * 7.5));
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (let i = 0; i < 64; i++) sextets[alphabet.charCodeAt(i)] = i;
  return ranks;
}

/** Two characters of base64 are twelve bits: three levels. */
function unpack(row: number): void {
  const start = row * dimensions;
  let at = start;
  let k = 0;
  let square = 0;
  for (let i = row * ROW_LENGTH; i < (row + 1) * ROW_LENGTH; i += 2) {
    const bits = (sextets[levels.charCodeAt(i)]! << 6) | sextets[levels.charCodeAt(i + 1)]!;
    for (let shift = 8; shift >= 0; shift -= 4, k += 16) {
      const value = lookup[k + ((bits >> shift) & 15)]!;
      values[at++] = value;
      square += value * value;
    }
  }
  scale[row] = 1 / Math.sqrt(square || 1);
}

/** What each of the 16 levels of each dimension stands for, rounded to whole numbers within ±127. */
function levelTable(factor: number): Int8Array<ArrayBuffer> {
  const table = new Int8Array(dimensions * 16);
  for (let k = 0; k < dimensions; k++) {
    for (let level = 0; level < 16; level++)
      table[k * 16 + level] = Math.round((level - 7.5) * steps[k]! * factor);
  }
  return table;
}
