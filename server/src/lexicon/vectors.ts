/**
 * The word vectors: unpacks them on first use and compares two. Knows the vocabulary's order of frequency, and nothing of
 * synonyms, families or opposites.
 */
import { dimensions, levels, steps, words } from "../../data/vectors.ts";

interface Table {
  readonly rows: Map<string, number>;
  readonly values: Int8Array;
  /** 1 / length of each row. */
  readonly scale: Float32Array;
}

let table: Table | null = null;

/** The word's place by frequency, 0 the commonest, or -1 for a word without a vector. */
export function rankOf(word: string): number {
  return ensure().rows.get(word) ?? -1;
}

/** How many words have a vector. */
export function vocabularySize(): number {
  return ensure().rows.size;
}

/** Cosine of two words by their ranks, -1 to 1. The ranks must come from `rankOf` and not be -1. */
export function cosine(a: number, b: number): number {
  const { values, scale } = ensure();
  let left = a * dimensions;
  let right = b * dimensions;
  const end = left + dimensions;
  let sum = 0;
  while (left < end) sum += values[left++]! * values[right++]!;
  return sum * scale[a]! * scale[b]!;
}

/** Unpacks the vectors now (some 10 ms) instead of at the first comparison. */
export function warmUp(): void {
  ensure();
}

function ensure(): Table {
  table ??= unpack();
  return table;
}

function unpack(): Table {
  const rows = new Map<string, number>();
  for (const word of words.split(" ")) rows.set(word, rows.size);
  const largest = Math.max(...steps) * 7.5;
  const lookup = levelTable(127 / largest);
  const packed = atob(levels);
  const values = new Int8Array(rows.size * dimensions);
  const scale = new Float32Array(rows.size);
  let at = 0;
  for (let row = 0; row < rows.size; row++) {
    let square = 0;
    for (let k = 0; k < dimensions; k += 2) {
      const byte = packed.charCodeAt(at >> 1);
      const high = lookup[k * 16 + (byte >> 4)]!;
      const low = lookup[k * 16 + 16 + (byte & 15)]!;
      values[at++] = high;
      values[at++] = low;
      square += high * high + low * low;
    }
    scale[row] = 1 / Math.sqrt(square || 1);
  }
  return { rows, values, scale };
}

/** What each of the 16 levels of each dimension stands for, rounded to whole numbers within ±127. */
function levelTable(factor: number): Int8Array {
  const values = new Int8Array(dimensions * 16);
  for (let k = 0; k < dimensions; k++) {
    for (let level = 0; level < 16; level++)
      values[k * 16 + level] = Math.round((level - 7.5) * steps[k]! * factor);
  }
  return values;
}
