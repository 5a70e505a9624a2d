/**
 * Reading: every line of reading.txt gives exactly the values behind "=>", every line of negatives.txt none.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readQuantities } from "../../../server/src/kinds/quantity/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";
import { quantities, quantity, short } from "./support.ts";

function lines(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line.trim() !== "");
}

describe("expressions", () => {
  const cases = lines("reading.txt").map((line) => line.split(" => ") as [string, string]);
  it.each(cases)("%s", (sentence, expected) => {
    const read = quantities(sentence).map((value) => `${value.text}: ${short(value)}`);
    expect(read.join(" | ")).toBe(expected);
  });
  it("holds at least 250 expressions", () => {
    expect(cases.flatMap(([, expected]) => expected.split(" | ")).length).toBeGreaterThanOrEqual(250);
  });
});

describe("what counts nothing", () => {
  it.each(lines("negatives.txt"))("%s", (sentence) => {
    expect(quantities(sentence).map((value) => value.text)).toEqual([]);
  });
});

describe("spans and flags", () => {
  it("spans the number, the hedge and the noun", () => {
    const text = "In all, nearly 40 coastal ferries sailed.";
    const { number, hedge, noun } = quantity(text);
    expect(text.slice(number.start, number.end)).toBe("40");
    expect(text.slice(hedge!.start, hedge!.end)).toBe("nearly");
    expect(text.slice(noun!.start, noun!.end)).toBe("coastal ferries");
  });

  it("finds the noun behind 'of the 46'", () => {
    const text = "Nine of the 46 regional museums closed.";
    const [nine, all] = quantities(text);
    expect(text.slice(nine!.noun!.start, nine!.noun!.end)).toBe("regional museums");
    expect(nine!.whole).toBe(46);
    expect(all!.nominal).toBe(46);
  });

  it("keeps how the number is written", () => {
    expect(quantity("€1.35bn").style).toEqual({ words: false, separator: "", decimals: 2, scale: "billion" });
    expect(quantity("1,350 jobs").style.separator).toBe(",");
    expect(quantity("1 350 jobs").style.separator).toBe(" ");
    expect(quantity("twenty-two jobs").style.words).toBe(true);
  });

  it("tells parts of a whole and the nominal number", () => {
    expect(quantity("two in five").fraction).toBe(true);
    expect(quantity("40 percent").fraction).toBe(false);
    expect(quantity("20 to 30 cows").nominal).toBe(25);
    expect(quantity("30+ cows").nominal).toBe(30);
  });

  it("skips numbers in date spans only", () => {
    const text = "On 4 May 2019 some 12 envoys met.";
    const dates = [{ start: 3, end: 13 }];
    expect(readQuantities(text, tokenize(text), dates).map((value) => value.nominal)).toEqual([12]);
  });

  it("keeps UTF-16 offsets behind astral characters", () => {
    const text = "😀 é 中: nearly 40 boats";
    const value = quantity(text);
    expect(text.slice(value.start, value.end)).toBe(value.text);
    expect(value.text).toBe("nearly 40 boats");
  });

  it("never lets two values share a number", () => {
    const text =
      "Between 3 and 5 of the 12 to 14 boats, or 2 in 5, cost €3–5 million, i.e. 4–1 for 20% to 30%.";
    const numbers = quantities(text).map((value) => value.number);
    expect(numbers.length).toBeGreaterThan(4);
    for (let k = 1; k < numbers.length; k += 1)
      expect(numbers[k]!.start).toBeGreaterThanOrEqual(numbers[k - 1]!.end);
  });
});
