/**
 * Arithmetic: what follows from given quantities, how it is told, and how sure it is.
 */
import { describe, expect, it } from "vitest";
import { explainByArithmetic } from "../../../server/src/kinds/quantity/arithmetic.ts";
import { quantities, quantity } from "./support.ts";

function explained(claim: string, givens: string) {
  return explainByArithmetic(quantity(claim), quantities(givens));
}

describe("derivations", () => {
  it.each([
    ["29 barges", "22 barges came in May, 7 barges in June", "22 + 7 = 29"],
    ["5,600 jobs", "9,400 jobs, then 3,800 jobs", "9,400 − 3,800 = 5,600"],
    ["about seven in ten shops", "148 of the 212 shops", "148 / 212 = 69.8 percent"],
    ["69 percent of voters", "31 percent of voters", "100 − 31 = 69 percent"],
    ["a quarter fewer cases", "30 cases after 40 cases", "from 40 to 30 is 25 percent less"],
    [
      "17 percent more visitors",
      "1,000 visitors, then 1,170 visitors",
      "from 1,000 to 1,170 is 17 percent more",
    ],
    ["seven points fewer", "61 percent, after 68 percent", "68 − 61 = 7 points"],
    ["€744,000", "€62,000 a month", "62,000 a month × 12 = 744,000"],
    ["£22.5 million", "£150 million, of which 15 percent", "15 percent of 150 million = 22.5 million"],
    ["€450 million a year", "€1.35 billion", "1.35 billion / 3 = 450 million"],
    ["£484,036", "£118 each to 4,102 people", "4,102 × 118 = 484,036"],
    ["about 4,600", "2,300 for each of the two doses", "2 × 2,300 = 4,600"],
    ["€190 million", "95 million euros apiece for two ships", "2 × 95 million = 190 million"],
    ["120,000 seedlings", "2,400 seedlings a hectare on 50 hectares", "50 × 2,400 = 120,000"],
    ["two banks", "12 of 14 banks", "14 − 12 = 2"],
    ["40,000 members", "46,000 members, 15 percent more", "46,000 before a rise of 15 percent = 40,000"],
    ["120 million litres", "54 million litres, 45 percent of it", "54 million / 45 percent = 120 million"],
    ["1,240 crowns", "2,480 crowns, twice what it was", "2,480 / 2 = 1,240"],
    [
      "13,200 more unemployed",
      "155,900 unemployed, against 142,700 unemployed",
      "155,900 − 142,700 = 13,200",
    ],
    ["exports doubled", "12 cargoes grew to 24 cargoes", "24 / 12 = 2 times"],
    [
      "3.3 million tonnes",
      "42.0 million tonnes, 38.7 million tonnes",
      "42 million − 38.7 million = 3.3 million",
    ],
    ["half of it", "35 percent and 15 percent", "35 + 15 = 50 percent"],
    ["17,000 tonnes more", "178,000 tonnes, for at least 195,000 tonnes", "195,000 − 178,000 = 17,000"],
    [
      "36 percent of it",
      "1.8 million crowns, up to 5 million crowns",
      "1.8 million / 5 million = 36 percent",
    ],
    ["£8.2 million", "from £9.4 million to £17.6 million", "17.6 million − 9.4 million = 8.2 million"],
    [
      "almost 17 percent more visitors",
      "173 million visitors, 25 million visitors more",
      "25 million / 148 million = 16.9 percent",
    ],
    ["two full points lower", "7.25 percent, after 9.25 percent", "9.25 − 7.25 = 2 points"],
    ["more than six deaths a day", "2,310 deaths", "2,310 / 365 = 6.3"],
  ])("%s from %s", (claim, givens, explanation) => {
    expect(explained(claim, givens)?.explanation).toBe(explanation);
  });

  it("names the givens it used", () => {
    expect(explained("29 barges", "3 tugs, 22 barges, 900 crates, 7 barges")?.uses).toEqual([1, 3]);
  });

  it.each([
    ["30 barges", "22 barges came in May, 7 barges in June"],
    ["€45", "22 euros, 7 dollars and 23 dollars"],
    ["about seven in ten shops", "100 of the 212 shops"],
    ["a quarter fewer cases", "40 cases after 37 cases, then 41 cases"],
    ["the sixth cut", "2 cuts and 4 cuts"],
    ["12 boats", ""],
    ["120,000 seedlings", "2,400 seedlings a year on 50 hectares"],
  ])("nothing for %s from %s", (claim, givens) => {
    const found = explained(claim, givens);
    expect(found === null || found.strength < 0.3, JSON.stringify(found)).toBe(true);
  });
});

describe("strength", () => {
  const crowd = "3 mayors, 9 mayors, 4 mayors, 11 mayors, 2 mayors, 7 mayors, 14 mayors and 6 mayors";
  it("is low for a small number among many givens", () => {
    expect(explained("5 mayors", crowd)?.strength ?? 0).toBeLessThan(0.25);
  });
  it("is high for a precise number from two givens of one unit", () => {
    expect(explained("13,200 voters", "155,900 voters and 142,700 voters")!.strength).toBeGreaterThan(0.8);
  });
  it("is lower where the nouns differ", () => {
    const alike = explained("29 barges", "22 barges and 7 barges")!.strength;
    expect(explained("29 barges", "22 tugs and 7 crates")?.strength ?? 0).toBeLessThan(alike / 2);
  });
  it("is lower for an open claim", () => {
    const givens = "148 of the 212 shops";
    expect(explained("more than half", givens)!.strength).toBeLessThan(
      explained("69.8 percent", givens)!.strength,
    );
  });
  it("stays bounded in time with many givens", () => {
    const many = Array.from({ length: 400 }, (_, n) => `${n + 20} mayors`).join(", ");
    const givens = quantities(many);
    explainByArithmetic(quantity("777 mayors"), givens);
    const start = performance.now();
    for (let n = 0; n < 5; n += 1) explainByArithmetic(quantity("777 mayors"), givens);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
