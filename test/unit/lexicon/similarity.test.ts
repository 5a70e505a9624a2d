/** Tables of word pairs against thresholds, and how well likeness alone tells the tables apart. */
import { describe, expect, it } from "vitest";
import { opposites, siblings, similarity, vectorSimilarity } from "../../../server/src/lexicon/index.ts";
import { CLOSE, COUSINS, KIN, NOT_OPPOSED, OPPOSED, SIBLINGS, SWAPPED, UNRELATED } from "./pairs.ts";

type Pair = readonly [string, string];

/** "call on" stands last in a line: all but the first word is the second entry. */
function pair(line: string): Pair {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}

/** The lines whose likeness is out of bounds, with the figure: an empty list passes and a failure names them all. */
function outside(lines: readonly string[], low: number, high: number): string[] {
  return lines
    .map((line) => ({ line, value: similarity(...pair(line)) }))
    .filter(({ value }) => value < low || value > high)
    .map(({ line, value }) => `${line} ${value.toFixed(2)}`);
}

/** The share of (similar, dissimilar) couples that likeness puts in the right order. */
function areaUnderCurve(similar: readonly string[], dissimilar: readonly string[], of = similarity): number {
  const low = dissimilar.map((line) => of(...pair(line)));
  let right = 0;
  for (const line of similar) {
    const value = of(...pair(line));
    for (const other of low) right += value > other ? 1 : value === other ? 0.5 : 0;
  }
  return right / (similar.length * low.length);
}

describe("similarity", () => {
  it("has tables large enough to mean something", () => {
    expect(SWAPPED.length + CLOSE.length).toBeGreaterThanOrEqual(120);
    expect(UNRELATED.length).toBeGreaterThanOrEqual(120);
    expect(OPPOSED.length).toBeGreaterThanOrEqual(80);
  });
  it("takes words that news prose swaps for the same", () => {
    expect(outside(SWAPPED, 0.8, 1)).toEqual([]);
  });
  it("takes derivations for nearly the same", () => {
    expect(outside(KIN, 0.9, 1)).toEqual([]);
  });
  it("sees near-synonyms that no list holds, nine times in ten", () => {
    expect(outside(CLOSE, 0.35, 1).length).toBeLessThanOrEqual(CLOSE.length / 10);
  });
  it("keeps strangers apart, look-alikes included", () => {
    expect(outside(UNRELATED, 0, 0.45)).toEqual([]);
    expect(outside(UNRELATED, 0, 0.25).length).toBeLessThanOrEqual(UNRELATED.length / 20);
  });
  it("never takes one thing for another of its sort", () => {
    expect(outside(SIBLINGS, 0, 0.6)).toEqual([]);
  });
  it("FIXME takes cousins for near-synonyms, but never for the same", () => {
    expect(outside(COUSINS, 0.6, 0.9)).toEqual([]);
  });
  it("keeps opposites low although they keep like company", () => {
    expect(outside(OPPOSED, 0, 0.35)).toEqual([]);
  });
  it("ranks similar over unrelated pairs", () => {
    expect(areaUnderCurve([...SWAPPED, ...KIN, ...CLOSE], UNRELATED)).toBeGreaterThan(0.985);
    expect(areaUnderCurve(CLOSE, UNRELATED, vectorSimilarity)).toBeGreaterThan(0.97);
  });
  it("is symmetric, 1 for a word and itself, and within 0 to 1", () => {
    for (const line of [...SWAPPED, ...CLOSE, ...UNRELATED, ...OPPOSED]) {
      const [a, b] = pair(line);
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(similarity(a, a)).toBe(1);
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
    }
  });
  it("knows nothing of unknown words but their stem", () => {
    expect(similarity("zorblatt", "zorblatt")).toBe(1);
    expect(similarity("zorblatt", "meeting")).toBe(0);
    expect(similarity("zorblatting", "zorblatted")).toBeGreaterThan(0.9);
    expect(similarity("zorblatt", "quxinator")).toBe(0);
    expect(similarity("", "meeting")).toBe(0);
  });
  it("gives the same answer from the cache and after it has been flooded", () => {
    const before = similarity("tariff", "quota");
    for (let i = 0; i < 105000; i++) similarity(`w${i}`, "tariff");
    expect(similarity("tariff", "quota")).toBe(before);
  });
});

describe("siblings", () => {
  it("tells things of one sort from synonyms", () => {
    expect(siblings("car", "truck")).toBe(true);
    expect(siblings("five", "six")).toBe(true);
    expect(siblings("car", "auto")).toBe(false);
    expect(siblings("car", "car")).toBe(false);
    expect(siblings("car", "treaty")).toBe(false);
  });
});

describe("opposites", () => {
  it("knows the contraries of news prose in both orders", () => {
    const missed = OPPOSED.map(pair).filter(([a, b]) => !opposites(a, b) || !opposites(b, a));
    expect(missed).toEqual([]);
  });
  it("takes neither synonyms nor strangers for contraries", () => {
    const wrong = [...NOT_OPPOSED, ...SWAPPED, ...KIN, ...UNRELATED]
      .map(pair)
      .filter(([a, b]) => opposites(a, b));
    expect(wrong).toEqual([]);
  });
});
